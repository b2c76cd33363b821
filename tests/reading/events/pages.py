"""Small pages with their names, built by hand: what the other rooms would hand over."""

from dataclasses import dataclass, field

from hearsay.model import Attribution, EventMention, Name, Span, Timex
from hearsay.reading.events import find_events
from hearsay.syntax import parse
from tests.factories import analysis, document


@dataclass
class Built:
    """One text with its analysis rows; names as "words: kind"."""

    text: str
    rows: str
    names: dict[str, str] = field(default_factory=dict)
    timexes: tuple[Timex, ...] = ()
    attributions: tuple[Attribution, ...] = ()

    def events(self) -> tuple[EventMention, ...]:
        page = document(self.text)
        return find_events(
            page,
            parse(analysis(self.text, self.rows)),
            self._names(),
            self.timexes,
            self.attributions,
        )

    def _names(self) -> tuple[Name, ...]:
        found = [
            Name(span(self.text, words), span(self.text, words), kind, "name", number)
            for number, (words, kind) in enumerate(self.names.items())
        ]
        return tuple(sorted(found, key=lambda name: name.span.start))


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def actors(event: EventMention, role: str) -> list[str]:
    """The words of those who play a role."""
    return [argument.span.text for argument in event.arguments if argument.role == role]
