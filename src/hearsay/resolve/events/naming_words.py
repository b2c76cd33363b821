"""The words of a page with full names in the place of pronouns and short names."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from hearsay.model import ClausePart, Entity, EventMention, Name, Reading, Span
from hearsay.ontology import rows, table
from hearsay.resolve.compared_text import fold
from hearsay.resolve.entities.find_entities import Entities

_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
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
_ENDS = ("", "\n", ".", "!", "?", ":")
_SETTLED = ("place", "state")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when an event is set: the place that its pages tell, where they are themselves set,
    and its day where that is one."""

    place: str = ""
    scene: str = ""
    day: date | None = None


@dataclass(slots=True)
class PageNames:
    """Names a sentence of one page may use, and what became of its words.

    `told` are the chains that the sentence has named so far, and `open` the pronouns in it that
    nobody is known for; `changed` tells that a quotation is no longer word for word. `side` is what
    "our" stands for when the subject speaks: "its".
    """

    reading: Reading
    entities: Entities
    names: Mapping[str, Entity]
    setting: Setting = Setting()
    told: set[int] = field(default_factory=set)
    open: list[str] = field(default_factory=list)
    changed: bool = False
    side: str = ""

    def entity(self, chain: int) -> Entity | None:
        """The entity of a chain of the page."""
        id = self.entities.of(self.reading.document.id, chain)
        return self.names[id] if id else None

    def part(self, part: ClausePart) -> str:
        """The words of a part of a clause, names in full."""
        words = _SPACE.sub(" ", self._joined(part)).strip()
        first, _, rest = words.partition(" ")
        if first.lower() in table("clause_words")["small"] or self._opens(part.spans[0], first):
            words = f"{first.lower()} {rest}".strip()
        return f"the {words}" if part.bare and words else words

    def _joined(self, part: ClausePart) -> str:
        """The stretches of a part in a row, with "…" where words of a quotation are left out."""
        told = ""
        for span in part.spans:
            left_out = bool(told) and _is_quoted(told)
            told = f"{told}{' … ' if left_out else ' '}{self._stretch(span)}"
        return told

    # no rule: a look-up of words
    def _opens(self, span: Span, word: str) -> bool:
        """True for a common word that has its capital because it opens a sentence."""
        before = self.reading.document.text[: span.start].rstrip(" “\"'")[-1:]
        return before in _ENDS and word.istitle() and word.lower() in _common_words()

    def subject(self, part: ClausePart) -> tuple[str, bool]:
        """The words of a subject, the name alone for an office or a pronoun that is one; and
        whether they are several."""
        whole = self._whole(part)
        if whole is None:
            return _AGE.sub("", self.part(part)), part.plural
        entity = self.entity(whole.chain)
        self.side = self._owned(whole, entity)
        if whole.form == "nominal" and entity and entity.kind == "person":
            self.told.add(whole.chain)
            return entity.name, False
        words = _AGE.sub("", self.part(part))
        if whole.form != "pronoun":
            return words, part.plural
        if entity is None:
            return words, part.plural and fold(whole.span.text) != "i"
        return words, entity.kind == "group" and part.plural

    def speaks(self, number: int) -> None:
        """Takes the one of a mention for him who says "our" in the words that follow."""
        name = self.reading.names[number]
        self.side = self._owned(name, self.entity(name.chain))

    def _whole(self, part: ClausePart) -> Name | None:
        """The mention that is all of a part."""
        span = part.spans[0]
        if len(part.spans) > 1:
            return None
        return next(
            (
                name
                for name in self._inside(span)
                if name.span.start <= span.start and span.end <= name.span.end
            ),
            None,
        )

    def _owned(self, name: Name, entity: Entity | None) -> str:
        """The possessive by which a sentence points back at a mention; "" where none is known."""
        if entity is None or entity.kind == "person":
            return _his(self._pronoun(name), "his", "her") if entity else ""
        return "their" if entity.kind == "group" else "its"

    def _pronoun(self, name: Name) -> str:
        """The first "he" or "she" near by for the same one."""
        at = bisect_left(self.reading.names, name.span.start, key=_starts)
        told = (
            fold(each.span.text)
            for each in self.reading.names[max(0, at - _MANY) : at + _MANY]
            if each.chain == name.chain and each.form == "pronoun"
        )
        known = table("clause_words")
        return next((word for word in told if word in (*known["male"], *known["female"])), "")

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
        """The words of a span, names in full; the words of a quotation in it keep their "our"."""
        parts, at = [], span.start
        text = self.reading.document.text
        for name in self._inside(span):
            if name.span.start < at:
                continue
            quoted = _is_quoted(text[span.start : name.span.start])
            own = fold(name.span.text) in table("clause_words")["own"]
            instead = None if quoted and own else self._instead(name)
            if instead is not None:
                where, words = instead
                self.changed = self.changed or _is_quoted(text[span.start : where.start])
                parts += [self._counted(span, at, where.start), words]
                at = where.end
            elif name.form == "pronoun":
                parts += [self._counted(span, at, name.span.start), name.span.text]
                at = name.span.end
            self.told.add(name.chain)
        return "".join([*parts, self._counted(span, at, span.end)])

    def _counted(self, span: Span, start: int, end: int) -> str:
        """The text from start to end, "our" as the side that speaks; its other pronouns that no
        name stands for are noted."""
        text = self.reading.document.text

        def noted(found: re.Match[str]) -> str:
            quoted = _is_quoted(text[span.start : start + found.start()])
            return self._noted(found.group(), quoted=quoted)

        return _OPEN.sub(noted, text[start:end])

    def _noted(self, said: str, *, quoted: bool) -> str:
        """A pronoun that nobody is known for, noted; the words for it where the subject speaks."""
        word = fold(said)
        if said == "US" or (quoted and word in table("clause_words")["own"]):
            return said
        if self.side and word in ("our", "my"):
            self.changed = True
            return self.side
        self.open.append(word)
        return said

    def _instead(self, name: Name) -> tuple[Span, str] | None:
        """Where other words stand better, and these words."""
        if name.form == "pronoun":
            words = self._for_pronoun(name)
            return None if words is None else (name.span, words)
        if name.form == "nominal":
            words = self._for_place(name)
            return None if words is None else (name.span, words)
        return self._full(name)

    def _for_pronoun(self, name: Name) -> str | None:
        """The words for a pronoun; None where it stays."""
        word, known = fold(name.span.text), table("clause_words")
        own = word in known["own"]
        if word in known["kept"] or (name.chain in self.told and not own):
            return None
        possessive = word in known["possessive"]
        entity = self.entity(name.chain)
        if name.chain in self.told and entity is not None:
            back = self._owned(name, entity) if possessive else self._back(name, entity)
            if back:
                return back
        label = self._label(name)
        if label is None and possessive and self.side and own:
            return self.side
        if label is None:
            self.open.append(word)
            return None
        return _owner(label) if possessive else label

    def _back(self, name: Name, entity: Entity) -> str:
        """The pronoun by which a sentence points back at its own "I" or "we"."""
        subject = fold(name.span.text) in ("i", "we")
        if entity.kind != "person":
            return "it" if entity.kind != "group" else "they" if subject else "them"
        return _his(self._pronoun(name), "he", "she") if subject else ""

    def _for_place(self, name: Name) -> str | None:
        """The name of a place that a page calls "the city" after it has named it."""
        words = name.span.text.split()
        entity = self.entity(name.chain)
        if entity is None or entity.kind not in _SETTLED or name.chain in self.told:
            return None
        if words[0].lower() not in ("the", "this") or len(words) > 3 or name.plural:
            return None
        return definite(entity.name)

    def _full(self, name: Name) -> tuple[Span, str] | None:
        """Where a short name stands, and the full one."""
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

    def labels(self, parts: Iterable[ClausePart]) -> frozenset[str]:
        """The names in full of those whom these parts of a clause name."""
        named = (name for part in parts for span in part.spans for name in self._inside(span))
        return frozenset(label for name in named if (label := self._label(name)))

    def keeps_owner(self, part: ClausePart) -> None:
        """Lets a possessive that opens a part stand: it can mean nobody but the subject."""
        first = next(iter(self._inside(part.spans[0])), None)
        if first is None or first.span.start != part.spans[0].start:
            return
        word = fold(first.span.text)
        if word in table("clause_words")["possessive"] and word not in table("clause_words")["own"]:
            self.told.add(first.chain)

    def _inside(self, span: Span) -> Sequence[Name]:
        """The mentions in a stretch, in order, the longest first where one holds another."""
        names = self.reading.names
        first = bisect_left(names, span.start, key=_starts)
        last = bisect_left(names, span.end, key=_starts)
        return [name for name in names[first:last] if name.span.end <= span.end]


def _his(pronoun: str, male: str, female: str) -> str:
    """The word that goes with a pronoun: "his" with "him"."""
    known = table("clause_words")
    return male if pronoun in known["male"] else female if pronoun in known["female"] else ""


# no rule: a look-up of marks
def _is_quoted(before: str) -> bool:
    """True where a quotation is open behind these words."""
    return len(_MARKS.findall(before)) % 2 == 1


def _starts(name: Name) -> int:
    return name.span.start


def _owner(name: str) -> str:
    """The possessive of a name, also of one that stands as a possessive on its page.

    >>> _owner("Chile"), _owner("the Lions"), _owner("the Lions'"), _owner("its")
    ('Chile’s', 'the Lions’', 'the Lions’', 'its')
    """
    if name in table("clause_words")["possessive"]:
        return name
    name = _POSSESSIVE.sub("", name)
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def definite(name: str) -> str:
    """The name with the article that English gives it.

    >>> definite("United Nations"), definite("Chile"), definite("Foreign Ministry")
    ('the United Nations', 'Chile', 'the Foreign Ministry')
    """
    known = table("sentences")["articles"]
    first, last = name.split()[0], name.split()[-1]
    head = name.partition(" of ")[0].split()[-1]  # "Ministry of Health"
    whole = name in known["names"] or first in known["first"]
    named = whole or (not {last, head}.isdisjoint(known["last"]) and " " in name)
    return f"the {name}" if named and not name.lower().startswith("the ") else name


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
            if name and fold(name).split()[0] not in table("clause_words")["own"]:
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


@cache
def _common_words() -> frozenset[str]:
    """Words that no name and no nationality is written as."""
    forms: dict[bool, set[str]] = {True: set(), False: set()}
    for row in rows("lemmas"):
        forms[row["lemma"][:1].isupper()].update(row["forms"].split())
    return frozenset(forms[False] - forms[True])


@cache
def listed(key: str) -> frozenset[str]:
    """The words of a row of the table of sentences."""
    return frozenset(word.strip() for word in table("sentences")[key].split(","))
