"""The words of a page with full names in the place of pronouns and short names."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hearsay.model import ClausePart, Entity, EventMention, Name, Reading, Span
from hearsay.ontology import table
from hearsay.resolve.compared_text import fold
from hearsay.resolve.entities.find_entities import Entities

_SPACE = re.compile(r"\s+")
_OPEN = re.compile(
    r"\b(?:he|she|they|him|them|his|her|their|we|us|our|i|me|my|you|your)\b",
    re.IGNORECASE,
)
_AGE = re.compile(r", \d{1,3}$")
_MARKS = re.compile(r"[\"“”«»]")
_EXACT = re.compile(r"\bUS\b")
_MANY = 200  # mentions before a pronoun that are asked whom it means
_LONGEST = 6  # words of a description that stands for a pronoun
_OWN = frozenset({"i", "me", "my", "we", "us", "our", "you", "your", "mine", "ours"})
_KEPT = frozenset({"who", "which", "that", "whom", "whose", "itself", "himself", "herself"})


@dataclass(slots=True)
class PageNames:
    """Names a sentence of one page may use; `told` are the chains that it has named so far, and
    `open` how many pronouns nobody is known for; `changed` tells that a quotation is no
    longer word for word."""

    reading: Reading
    entities: Entities
    names: Mapping[str, Entity]
    told: set[int] = field(default_factory=set)
    open: int = 0
    changed: bool = False

    def entity(self, chain: int) -> Entity | None:
        """The entity of a chain of the page."""
        id = self.entities.of(self.reading.document.id, chain)
        return self.names[id] if id else None

    def part(self, part: ClausePart) -> str:
        """The words of a part of a clause, names in full."""
        words = " ".join(self._stretch(span) for span in part.spans)
        words = _SPACE.sub(" ", words).strip()
        return f"the {words}" if part.bare and words else words

    def subject(self, part: ClausePart) -> str:
        """The words of a subject: the name alone for an office or a pronoun that is one."""
        span = part.spans[0]
        if len(part.spans) == 1:
            for name in self._inside(span):
                entity = self.entity(name.chain)
                whole = name.span.start <= span.start and span.end <= name.span.end
                if whole and name.form == "nominal" and entity and entity.kind == "person":
                    self.told.add(name.chain)
                    return entity.name
        return _AGE.sub("", self.part(part))

    def argument(self, name: int | None, span: Span) -> str | None:
        """The name of a party; None for a pronoun nobody is known for."""
        if name is None:
            words = self._stretch(span)
            return None if self.open else words
        each = self.reading.names[name]
        self.told.add(each.chain)
        if each.form == "name" or each.form == "pronoun":
            return self._label(each)
        entity = self.entity(each.chain)
        if entity and entity.kind == "person":
            return entity.name
        return self._stretch(span)

    def _stretch(self, span: Span) -> str:
        parts, at = [], span.start
        text = self.reading.document.text
        for name in self._inside(span):
            if name.span.start < at:
                continue
            instead = self._instead(name)
            if instead is not None:
                where, words = instead
                inside = len(_MARKS.findall(text[span.start : where.start])) % 2 == 1
                self.changed = self.changed or inside
                parts += [self._counted(text[at : where.start]), words]
                at = where.end
            elif name.form == "pronoun":
                parts += [self._counted(text[at : name.span.start]), name.span.text]
                at = name.span.end
            self.told.add(name.chain)
        return "".join([*parts, self._counted(text[at : span.end])])

    def _counted(self, text: str) -> str:
        """The text itself; pronouns in it that no name stands for are counted."""
        self.open += len(_OPEN.findall(_EXACT.sub("", text)))
        return text

    def _instead(self, name: Name) -> tuple[Span, str] | None:
        """Where other words stand better, and these words."""
        if name.form == "pronoun":
            word = fold(name.span.text)
            if word in _KEPT or (name.chain in self.told and word not in _OWN):
                return None
            label = self._label(name)
            if label is None:
                self.open += 1
                return None
            possessive = word in table("clause_words")["possessive"]
            return name.span, _owner(label) if possessive else label
        entity = self.entity(name.chain)
        if name.form != "name" or entity is None or entity.kind != "person":
            return None
        if name.chain in self.told or len(name.core.text) >= len(entity.name):
            return None
        title = name.span.text[: name.core.start - name.span.start].strip(" .").lower()
        if title in ("mr", "mrs", "ms", "miss"):
            return name.span, entity.name
        last = name.core.text.split()[-1:] == entity.name.split()[-1:]
        return (name.core, entity.name) if last else None

    def _label(self, name: Name) -> str | None:
        """A name in full for whom a mention means."""
        entity = self.entity(name.chain)
        if entity is not None:
            return definite(entity.name) if entity.kind != "person" else entity.name
        if name.form != "pronoun":
            return name.canonical or name.span.text
        if name.canonical:
            return name.canonical
        at = bisect_left(self.reading.names, name.span.start, key=_starts)
        for each in reversed(self.reading.names[max(0, at - _MANY) : at]):
            if each.chain == name.chain and each.form != "pronoun":
                return each.span.text if each.span.text.count(" ") < _LONGEST else None
        return None

    def _inside(self, span: Span) -> Sequence[Name]:
        """The mentions in a stretch, in order, the longest first where one holds another."""
        names = self.reading.names
        first = bisect_left(names, span.start, key=_starts)
        last = bisect_left(names, span.end, key=_starts)
        return [name for name in names[first:last] if name.span.end <= span.end]


def _starts(name: Name) -> int:
    return name.span.start


def _owner(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def definite(name: str) -> str:
    """The name with the article that English gives it.

    >>> definite("United Nations"), definite("Chile"), definite("Foreign Ministry")
    ('the United Nations', 'Chile', 'the Foreign Ministry')
    """
    known = table("sentences")["articles"]
    first, last = name.split()[0], name.split()[-1]
    whole = name in known["names"] or first in known["first"]
    return f"the {name}" if whole or (last in known["last"] and " " in name) else name


def in_a_row(names: Sequence[str]) -> str:
    """Names in a row.

    >>> in_a_row(["Chile", "Peru", "Togo"])
    'Chile, Peru and Togo'
    """
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def parties(page: PageNames, event: EventMention, *roles: str) -> tuple[str, ...]:
    """The names of the parties of a mention in these roles, each once."""
    told: dict[str, None] = {}
    for argument in event.arguments:
        if argument.role in roles:
            name = page.argument(argument.name, argument.span)
            if name:
                told[name] = None
    return tuple(told)


# no rule: a look-up of number
def several(page: PageNames, event: EventMention) -> bool:
    """True where the first party is told as several."""
    first = next(iter(event.arguments), None)
    if first is None:
        return False
    if first.name is None:
        return first.span.text.lower().endswith("s")
    name = page.reading.names[first.name]
    entity = page.entity(name.chain)
    return name.plural and (entity is None or entity.kind in ("group", "organization"))
