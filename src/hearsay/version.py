"""Which Hearsay this is."""

__version__ = "0.1.0"

# Readings made by another reader are made anew when their page is met again.
READER = f"hearsay {__version__}"
