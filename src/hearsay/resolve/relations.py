"""How statements lie to each other: repeated, cut, altered, turned round, given to another.

Copies of one text say a thing once.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from hearsay.model import Interval, Relation, Statement
from hearsay.resolve.stories import days_between
from hearsay.resolve.wording import Alignment, align, shifts_only, spoken
from hearsay.resolve.words import grammar, shingles, stem

_RUN = 3
_CROWD = 24
_NEAR_DAYS = 4
_LEAST_WORDS = 4
_SAME_WORDS = 0.8


@dataclass(frozen=True, slots=True)
class Utterance:
    """A statement as compared: its words (the quoted ones where there are any) and its speaker."""

    statement: Statement
    page: str
    published: Interval
    text: str
    words: tuple[str, ...]
    speaker: str | None

    @property
    def quoted(self) -> bool:
        return bool(self.statement.quoted)


def relate_statements(
    statements: Iterable[Statement],
    texts: Mapping[str, str],
    published: Mapping[str, Interval],
) -> tuple[Relation, ...]:
    """Which statements of different texts are one utterance, and what became of its words.

    `texts` gives a key for the text of each page, the same for copies.
    """
    utterances = [
        _utterance(s, texts[s.cite.document], published.get(s.cite.document, Interval()))
        for s in sorted(statements, key=lambda s: s.id)
    ]
    firsts, related = _same_words([u for u in utterances if len(u.words) >= _LEAST_WORDS])
    for a, b in sorted(_candidates(firsts)):
        relation = _relate(firsts[a], firsts[b])
        related += [relation] if relation else []
    return tuple(sorted(related, key=lambda r: (r.between, r.kind, r.why)))


def _utterance(statement: Statement, page: str, published: Interval) -> Utterance:
    text = " ".join(span.text for span in statement.quoted) or statement.cite.span.text
    link = statement.chain[-1] if statement.chain else None
    speaker = None if link is None else link.entity or f"{link.kind} {link.name.casefold()}"
    return Utterance(statement, page, published, text, spoken(text), speaker)


def _same_words(utterances: Sequence[Utterance]) -> tuple[list[Utterance], list[Relation]]:
    """The first telling of each run of words by each speaker, and the repeats of it elsewhere."""
    groups: dict[tuple[str | None, tuple[str, ...]], list[Utterance]] = defaultdict(list)
    for utterance in utterances:
        groups[utterance.speaker, utterance.words].append(utterance)
    firsts: list[Utterance] = []
    repeats: list[Relation] = []
    for group in groups.values():
        group.sort(key=lambda u: (str(u.published.earliest or "9"), u.statement.id))
        first = group[0]
        firsts.append(first)
        repeats += [
            _relation("repeats", first, other, "the same words")
            for other in group[1:]
            if other.page != first.page and _together(first, other)
        ]
    return firsts, repeats


def _candidates(utterances: Sequence[Utterance]) -> set[tuple[int, int]]:
    """Pairs of utterances that share a telling run of words."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, utterance in enumerate(utterances):
        for key in _runs(utterance.words):
            holders[key].append(number)
    found: set[tuple[int, int]] = set()
    for numbers in holders.values():
        found |= set(combinations(numbers, 2) if len(numbers) <= _CROWD else pairwise(numbers))
    return found


def _runs(words: Sequence[str]) -> set[int]:
    stems = [stem(word) for word in words]
    telling = [word not in grammar() for word in stems]
    numbered = enumerate(shingles(stems, _RUN))
    return {number for at, number in numbered if sum(telling[at : at + _RUN]) >= 2}


def _together(one: Utterance, other: Utterance) -> bool:
    """False when the pages are known to be days apart: a phrase may be used again."""
    gap = days_between(one.published, other.published)
    return gap is None or gap <= _NEAR_DAYS


def _relate(one: Utterance, other: Utterance) -> Relation | None:
    if one.page == other.page or not _together(one, other):
        return None
    alignment = align(one.text, other.text)
    least = _LEAST_WORDS - (alignment.coverage == 1.0)
    if alignment.coverage < 0.6 or alignment.matched < least:
        return None
    if one.speaker != other.speaker:
        return _given_to_another(one, other, alignment)
    changes = [change for change in alignment.changes if not shifts_only(change)]
    if alignment.opposite and alignment.coverage >= 0.7:
        why = f"turned into its opposite: {alignment.told()}"
        return _relation("alters", one, other, why)
    if not changes:
        if alignment.coverage >= _SAME_WORDS:
            return _relation("repeats", one, other, "the same words, cut")
        return None
    if one.quoted and other.quoted and alignment.coverage >= 0.7:
        return _relation("alters", one, other, alignment.told())
    return None


def _given_to_another(one: Utterance, other: Utterance, alignment: Alignment) -> Relation | None:
    """The same long quotation under two names, where both are told."""
    if not (one.speaker and other.speaker and one.quoted and other.quoted):
        return None
    named = [u.statement.chain[-1] for u in (one, other)]
    if alignment.coverage < 0.95 or alignment.matched < 6 or not all(n.entity for n in named):
        return None
    why = f"the words of {named[0].name} on one page, of {named[1].name} on the other"
    return _relation("alters", one, other, why)


def _relation(kind: str, one: Utterance, other: Utterance, why: str) -> Relation:
    a, b = one.statement.id, other.statement.id
    return Relation(kind, (min(a, b), max(a, b)), why)
