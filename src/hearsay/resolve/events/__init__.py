"""Which mentions of all pages are one event: compared, linked, dated and summed up."""
