"""Bytes to sketches: encodings, formats, archives, rows, markup."""
