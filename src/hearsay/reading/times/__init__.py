"""Time expressions of a page: atoms, phrases, joined phrases, anchored expressions."""

from hearsay.reading.times.find_times import find_times

__all__ = ["find_times"]
