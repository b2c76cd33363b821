"""Across pages: readings in, one record out. Pure; the order of the readings never matters."""

from collections.abc import Iterable
from functools import partial

from hearsay.model import Reading, Resolution
from hearsay.resolve.dating import DatingCache, solve
from hearsay.resolve.iterate import Step, resolve_with

__all__ = ["resolve"]


def resolve(readings: Iterable[Reading], step: Step | None = None) -> Resolution:
    """The record of a set of readings: the same for any order, batching or repetition of them.

    `step` hears how many steps of how many are done.
    """
    return resolve_with(readings, partial(solve, memory=DatingCache()), step)
