"""A stretch of a document's text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open offsets in Unicode code points, and exactly the words between them.

    >>> Span.of("Iran fired missiles", 0, 4)
    Span(start=0, end=4, text='Iran')
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """The span of `text` from `start` to `end`; ValueError when that is no stretch of it."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no span {start}:{end} in a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end
