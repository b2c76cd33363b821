"""Which phrases are time expressions, and which are none."""
