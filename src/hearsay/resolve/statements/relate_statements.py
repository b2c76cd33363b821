"""How statements lie to each other: repeated, cut, altered, turned round, given to another.

Copies of one text say a thing once.
"""

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from hearsay.model import Interval, Relation, Statement
from hearsay.resolve.compared_text import stems
from hearsay.resolve.statements.alignment import Alignment, align
from hearsay.resolve.statements.normalise import Wording, telling, wording
from hearsay.resolve.statements.verdicts import (
    ANOTHER,
    CUT,
    OPPOSITE,
    REPEATED,
    fate,
    same_utterance,
)

_RUN = 3
_CROWD = 24
_SHARED = 0.4
_NEAR_DAYS = 4
_LONGEST = 60
_ANOTHER_WHOLE, _ANOTHER_CUT, _ANOTHER_WEIGHT = 4, 6, 2.0
_ANOTHER_COVERED, _ANOTHER_ORDERED = 0.95, 0.9
_GIVERS = ("document", "institution", "office")


@dataclass(frozen=True, slots=True)
class Utterance:
    """A statement as compared: its words with their weight and that of all, and keys of who may be
    called its speaker; `days` are the first and last its page may have come out on, by number."""

    statement: Statement
    page: str
    published: Interval
    days: tuple[int, int] | None
    wording: Wording
    weights: Mapping[str, float]
    heavy: float
    speakers: frozenset[str]

    @property
    def quoted(self) -> bool:
        return any(self.wording.quoted)


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an utterance: `kind` is a constant of `verdicts`, `why` says it in words."""

    kind: str
    ids: tuple[str, str]
    why: str


def relate_statements(
    statements: Iterable[Statement],
    texts: Mapping[str, str],
    published: Mapping[str, Interval],
) -> tuple[Relation, ...]:
    """Which statements of different texts are one utterance, and what became of its words.

    `texts` gives a key for the text of each page, the same for copies.
    """
    related = [
        Relation("repeats" if f.kind in (REPEATED, CUT) else "alters", f.ids, f.why)
        for f in find_fates(statements, texts, published)
    ]
    return tuple(sorted(related, key=lambda r: (r.between, r.kind, r.why)))


def find_fates(
    statements: Iterable[Statement],
    texts: Mapping[str, str],
    published: Mapping[str, Interval],
) -> list[Fate]:
    """The fate of each utterance told in different texts, by the ids of its statements."""
    utterances = [
        _utterance(s, texts[s.cite.document], published.get(s.cite.document, Interval()))
        for s in sorted(statements, key=lambda s: s.id)
    ]
    firsts, found = _same_words([u for u in utterances if u.weights])
    for a, b in sorted(_candidates(firsts)):
        one = _fate(firsts[a], firsts[b])
        found += [one] if one else []
    return found


def _utterance(statement: Statement, page: str, published: Interval) -> Utterance:
    words = _worded(statement)
    weights = {token.key: words.weight(n) for n, token in enumerate(words.tokens) if telling(token)}
    first, last = published.earliest, published.latest
    return Utterance(
        statement=statement,
        page=page,
        published=published,
        days=(first.toordinal(), last.toordinal()) if first and last else None,
        wording=words,
        weights=weights,
        heavy=sum(weights.values()),
        speakers=_speakers(statement),
    )


def _worded(statement: Statement) -> Wording:
    """The words of a statement; where its cue parts them, the quoted ones alone."""
    span, cue = statement.cite.span, statement.cue
    if statement.quoted and (statement.kind == "direct" or (cue and span.overlaps(cue))):
        text = " ".join(part.text for part in statement.quoted)
        whole = span.of(text, 0, len(text))
        return wording(text, (whole,))
    return wording(span.text, statement.quoted, span.start)


def _speakers(statement: Statement) -> frozenset[str]:
    """Keys of those whose words they are, and of bodies and papers that gave them out."""
    *before, last = statement.chain or (None,)
    said = [link for link in (last, *statement.jointly) if link]
    keys: set[str] = set()
    for link in (*(link for link in before if link and link.kind in _GIVERS), *said):
        if link.entity is not None:
            keys.add(link.entity)
        elif link in said:
            keys |= {f"{link.kind} {word}" for word in stems(link.name)}
    return frozenset(keys)


def _same_words(utterances: Sequence[Utterance]) -> tuple[list[Utterance], list[Fate]]:
    """The first telling of each run of words by each speaker, and the repeats of it elsewhere."""
    groups: dict[tuple[frozenset[str], tuple[object, ...]], list[Utterance]] = defaultdict(list)
    for utterance in utterances:
        groups[utterance.speakers, utterance.wording.tokens].append(utterance)
    firsts: list[Utterance] = []
    repeats: list[Fate] = []
    for group in groups.values():
        group.sort(key=lambda u: (str(u.published.earliest or "9"), u.statement.id))
        first = group[0]
        firsts.append(first)
        repeats += [
            _told(REPEATED, first, other, "the same words")
            for other in group[1:]
            if other.page != first.page and _together(first, other)
        ]
    return firsts, repeats


def _candidates(utterances: Sequence[Utterance]) -> set[tuple[int, int]]:
    """Pairs of utterances that share a speaker and a telling word, or a telling run of words."""
    holders: dict[object, list[int]] = defaultdict(list)
    order = sorted(range(len(utterances)), key=lambda n: _when(utterances[n]))
    for number in order:
        for key in _keys(utterances[number]):
            holders[key].append(number)
    met: set[tuple[int, int]] = set()
    for numbers in holders.values():
        for at, number in enumerate(numbers):
            for other in islice(numbers, at + 1, at + 1 + _CROWD):
                met.add((min(number, other), max(number, other)))
    return {(a, b) for a, b in met if _may_be_one(utterances[a], utterances[b])}


def _may_be_one(one: Utterance, other: Utterance) -> bool:
    """True for utterances of two near pages that share words enough to be laid side by side."""
    if one.page == other.page or not _together(one, other):
        return False
    few, many = (one, other) if len(one.weights) <= len(other.weights) else (other, one)
    shared = sum(weight for key, weight in few.weights.items() if key in many.weights)
    return shared >= _SHARED * min(one.heavy, other.heavy)


def _when(utterance: Utterance) -> tuple[str, str]:
    return str(utterance.published.earliest or "9"), utterance.statement.id


def _keys(utterance: Utterance) -> Iterator[object]:
    tokens = utterance.wording.tokens
    words = {token.key for token in tokens if token.role == "content"}
    for speaker in sorted(utterance.speakers):
        yield from ((speaker, word) for word in sorted(words))
    if utterance.quoted:
        runs = zip(*(tokens[at:] for at in range(_RUN)), strict=False)
        yield from {tuple(t.key for t in run) for run in runs if sum(map(telling, run)) >= 2}


def _together(one: Utterance, other: Utterance) -> bool:
    """False when the pages are known to be days apart: a phrase may be used again."""
    if one.days is None or other.days is None:
        return True
    return max(one.days[0] - other.days[1], other.days[0] - one.days[1]) <= _NEAR_DAYS


def _fate(one: Utterance, other: Utterance) -> Fate | None:
    found = align(one.wording, other.wording)
    if not one.speakers & other.speakers:
        return _given_to_another(one, other, found)
    kind = fate(found) if same_utterance(found) else None
    return None if kind is None else _told(kind, one, other, _why(kind, found))


def _why(kind: str, found: Alignment) -> str:
    if kind == OPPOSITE:
        return f"turned into its opposite: {found.told()}"
    if kind not in (CUT, REPEATED):
        return found.told()
    cut = f"{' and '.join(map(_short, found.off))} left out" if kind == CUT else ""
    same = "the same in other words" if found.changes else "the same words"
    told = "; ".join(part for part in (cut, found.told()) if part)
    return f"{same}{', cut' if cut else ''}{': ' if told else ''}{told}"


def _short(words: str) -> str:
    return f'"{textwrap.shorten(words, _LONGEST, placeholder=" …")}"'


def _given_to_another(one: Utterance, other: Utterance, found: Alignment) -> Fate | None:
    """The same long quotation under two names, where both are told."""
    if not (one.quoted and other.quoted and one.statement.chain and other.statement.chain):
        return None
    named = [u.statement.chain[-1] for u in (one, other)]
    least = _ANOTHER_CUT if found.cut else _ANOTHER_WHOLE
    same = found.coverage >= _ANOTHER_COVERED and found.ordered >= _ANOTHER_ORDERED
    same = same and found.matched >= least and not found.opposite
    heavy = min(one.heavy, other.heavy)
    people = named[0].kind == named[1].kind and named[0].kind not in ("outlet", "document")
    if not same or heavy < _ANOTHER_WEIGHT or not all(link.entity for link in named) or not people:
        return None
    why = f"the words of {named[0].name} on one page, of {named[1].name} on the other"
    return _told(ANOTHER, one, other, why)


def _told(kind: str, one: Utterance, other: Utterance, why: str) -> Fate:
    a, b = one.statement.id, other.statement.id
    return Fate(kind, (min(a, b), max(a, b)), why)
