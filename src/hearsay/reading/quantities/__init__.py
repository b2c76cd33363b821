"""Quantities of a page: how many of what, with bounds, units and the whole each is a part of."""

from hearsay.reading.quantities.find_quantities import find_quantities

__all__ = ["find_quantities"]
