"""Text to `Analysis`: sentences, words, tags, trees, names, roles, attribution by one network."""

from hearsay.language.analyser import Analyser

__all__ = ["Analyser"]
