"""Which statements of different pages are one utterance, and what became of its words."""
