"""Which pages tell one story."""
