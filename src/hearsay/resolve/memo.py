"""What was found before and still holds, so that round after round finds anew only what changed."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Memo(Generic[T]):
    """Under each name the value found last, and the key of all that it hangs on.

    >>> kept: Memo[str] = Memo()
    >>> kept.get("page", 1, lambda: "found"), kept.get("page", 1, lambda: "found again")
    ('found', 'found')
    >>> kept.get("page", 2, lambda: "found again")
    'found again'
    """

    def __init__(self) -> None:
        self._found: dict[object, tuple[object, T]] = {}

    def get(self, name: object, key: object, find: Callable[[], T]) -> T:
        """The value kept under a name; found, and kept, where there is none for this key."""
        known = self._found.get(name)
        if known is None or known[0] != key:
            known = self._found[name] = (key, find())
        return known[1]
