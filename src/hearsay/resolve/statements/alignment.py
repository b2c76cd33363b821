"""Two tellings of one utterance laid side by side, word for word."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from hearsay.resolve.compared_text import fold
from hearsay.resolve.entities.name_likeness import skeleton
from hearsay.resolve.statements.normalise import NEGATION, Wording, WordingToken, telling

_EDGE = 3
_CLAUSE = 5
_LOCAL = 4
_NEAR, _FAR, _STRONG = 2, 8, 2


class Gap(NamedTuple):
    """Tokens of the first telling, and those of the second that stand where they stood."""

    a: range
    b: range


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the first telling and what stands for them in the second; either may be empty.

    `before` and `after` are the words as written, `tokens` what of them has no counterpart
    anywhere. `quoted` is true where each side stands in quotation marks.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    tokens: tuple[tuple[WordingToken, ...], tuple[WordingToken, ...]]
    names: tuple[frozenset[str], frozenset[str]]
    quoted: bool

    def told(self) -> str:
        before, after = (f'"{" ".join(words)}"' for words in (self.before, self.after))
        if not self.after:
            return f"{before} is left out"
        return f"{after} is added" if not self.before else f"{before} stands as {after}"


@dataclass(frozen=True, slots=True)
class Alignment:
    """How much of the shorter telling stands in the longer, and what is changed between.

    `coverage` is the share of its telling words by weight, `ordered` of all its words in their
    order, `exact` of those spelled alike; `matched` counts telling words in both. `opposite` is
    true where one turns the other round. `cut` counts telling words off the ends of the longer,
    `off` is what stands there; `quoted` is true where both are quoted in part at least.
    """

    coverage: float
    ordered: float
    exact: float
    matched: int
    changes: tuple[Change, ...]
    opposite: bool
    cut: int
    off: tuple[str, ...]
    quoted: bool

    def told(self) -> str:
        """The changes in words."""
        return "; ".join(change.told() for change in self.changes)


def align(one: Wording, other: Wording) -> Alignment:
    """The two laid side by side; tense, person, spelling and word order are levelled.

    >>> from hearsay.resolve.statements.normalise import wording
    >>> align(wording("We cannot win the war"), wording("We can win the war")).told()
    '"cannot" stands as "can"'
    """
    pairs = _anchored(one, other)
    gaps = _gaps(one, other, pairs)
    moved = _moved(one, other, pairs)
    left, right = {a for a, _ in pairs} | moved[0], {b for _, b in pairs} | moved[1]
    heavy = [sum(map(side.weight, range(len(side.tokens)))) for side in (one, other)]
    shorter, found = (one, left) if heavy[0] <= heavy[1] else (other, right)
    brief = min(len(one.tokens), len(other.tokens))
    counted = sum(telling(shorter.tokens[n]) for n in found)
    changes = [
        *(change for a, b in pairs if (change := _turned(one, other, a, b))),
        *(change for gap in gaps if (change := _change(one, other, gap, pairs, (left, right)))),
    ]
    spelled = sum(_spelled_alike(one, other, a, b) for a, b in pairs)
    return Alignment(
        coverage=sum(map(shorter.weight, sorted(found))) / min(heavy) if min(heavy) else 0.0,
        ordered=len(pairs) / brief if brief else 0.0,
        exact=spelled / brief if brief else 0.0,
        matched=counted,
        changes=tuple(changes),
        opposite=_turns(one, other, gaps, pairs),
        cut=_cut(one, other, pairs),
        off=_off(one, other, pairs),
        quoted=any(one.quoted) and any(other.quoted),
    )


def _spelled_alike(one: Wording, other: Wording, a: int, b: int) -> bool:
    words = one.words[one.tokens[a].word], other.words[other.tokens[b].word]
    return words[0].casefold() == words[1].casefold()


def _anchored(one: Wording, other: Wording) -> list[tuple[int, int]]:
    """Matched tokens in their order, from the first telling one to the last.

    A lone word far from the others is no part of it: long speeches share words by chance.
    """
    blocks = SequenceMatcher(None, one.keys, other.keys, autojunk=False).get_matching_blocks()
    parts: list[list[Match]] = []
    for block in blocks:
        last = parts[-1][-1] if parts else None
        if last is None or _between(last, block) > _FAR:
            parts.append([])
        parts[-1].append(block)
    strength = [sum(_tells(one, block) for block in part) for part in parts]
    least = min(_STRONG, max(strength))
    kept = [b for part, n in zip(parts, strength, strict=True) if n >= least for b in part]
    while kept and not _tells(one, kept[0]) and _between(*kept[:2]) > _NEAR:
        kept.pop(0)
    while kept and not _tells(one, kept[-1]) and _between(*kept[-2:]) > _NEAR:
        kept.pop()
    return [(block.a + n, block.b + n) for block in kept for n in range(block.size)]


def _between(one: Match, other: Match | None = None) -> int:
    """How many tokens part two blocks, on the side where there are more; endless before none."""
    if other is None:
        return sys.maxsize
    return max(other.a - one.a - one.size, other.b - one.b - one.size)


def _tells(one: Wording, block: Match) -> int:
    """How many telling tokens a block has."""
    return sum(map(telling, one.tokens[block.a : block.a + block.size]))


def _gaps(one: Wording, other: Wording, pairs: Sequence[tuple[int, int]]) -> list[Gap]:
    """The stretches between matched tokens; those parted by grammar alone are one. At an end, only
    what stands for something else, or a negation."""
    if not pairs:
        return []
    found = [
        Gap(range(a + 1, c), range(b + 1, d))
        for (a, b), (c, d) in pairwise(pairs)
        if c > a + 1 or d > b + 1
    ]
    (a, b), (c, d) = pairs[0], pairs[-1]
    head = Gap(range(a), range(b))
    tail = Gap(range(c + 1, len(one.tokens)), range(d + 1, len(other.tokens)))
    found = [*_edge(one, other, head), *found, *_edge(one, other, tail)]
    return list(_joined(one, other, found))


def _edge(one: Wording, other: Wording, gap: Gap) -> Iterator[Gap]:
    """The stretch at an end where it is short and no mere cut."""
    sizes = len(gap.a), len(gap.b)
    denied = any(
        side.tokens[n].role == "negation"
        for side, part in ((one, gap.a), (other, gap.b))
        for n in part
    )
    if max(sizes) <= _EDGE and (min(sizes) > 0 or denied):
        yield gap


def _joined(one: Wording, other: Wording, gaps: Sequence[Gap]) -> Iterator[Gap]:
    last: Gap | None = None
    for gap in gaps:
        if last is not None and last.a.stop >= last.a.start:
            between = one.tokens[last.a.stop : gap.a.start]
            both = all(_substance(one, other, part) for part in (last, gap))
            if both and len(between) <= 2 and not any(map(telling, between)):
                last = Gap(range(last.a.start, gap.a.stop), range(last.b.start, gap.b.stop))
                continue
            yield last
        last = gap
    if last is not None:
        yield last


def _substance(one: Wording, other: Wording, gap: Gap) -> bool:
    return any(telling(one.tokens[n]) for n in gap.a) and any(
        telling(other.tokens[n]) for n in gap.b
    )


def _moved(
    one: Wording, other: Wording, pairs: Sequence[tuple[int, int]]
) -> tuple[set[int], set[int]]:
    """Telling tokens that stand in both, but in another order."""
    left, right = {a for a, _ in pairs}, {b for _, b in pairs}
    free: dict[tuple[str, bool], list[int]] = {}
    for b, token in enumerate(other.tokens):
        if b not in right and telling(token):
            free.setdefault((token.key, token.turned), []).append(b)
    moved: tuple[set[int], set[int]] = set(), set()
    for a, token in enumerate(one.tokens):
        there = free.get((token.key, token.turned))
        if a not in left and there:
            moved[0].add(a)
            moved[1].add(there.pop(0))
    return moved


def _change(
    one: Wording,
    other: Wording,
    gap: Gap,
    pairs: Sequence[tuple[int, int]],
    known: tuple[set[int], set[int]],
) -> Change | None:
    """The change that a gap is; None where all of it stands elsewhere."""
    fresh = (
        tuple(one.tokens[n] for n in gap.a if n not in known[0]),
        tuple(other.tokens[n] for n in gap.b if n not in known[1]),
    )
    if not fresh[0] and not fresh[1]:
        return None
    left, right = _whole_words(one, other, gap, pairs)
    sides = ((one, left), (other, right))
    if _one_name(one, other, fresh):
        return None
    return Change(
        before=tuple(one.words[n] for n in left),
        after=tuple(other.words[n] for n in right),
        tokens=fresh,
        names=(
            frozenset(t.key for t in fresh[0] if one.names[t.word]),
            frozenset(t.key for t in fresh[1] if other.names[t.word]),
        ),
        quoted=all(all(side.quoted[n] for n in part) for side, part in sides)
        and any(one.quoted)
        and any(other.quoted),
    )


def _turned(one: Wording, other: Wording, a: int, b: int) -> Change | None:
    """The change of a word into its opposite."""
    if one.tokens[a].turned == other.tokens[b].turned:
        return None
    words = (one.words[one.tokens[a].word],), (other.words[other.tokens[b].word],)
    return Change(*words, tokens=((), ()), names=(frozenset(), frozenset()), quoted=False)


def _one_name(
    one: Wording, other: Wording, fresh: tuple[tuple[WordingToken, ...], tuple[WordingToken, ...]]
) -> bool:
    """True for nothing but one name in two spellings."""
    texts = []
    for side, tokens in zip((one, other), fresh, strict=True):
        words = dict.fromkeys(token.word for token in tokens if token.role != "person")
        if not words or not all(side.names[word] for word in words):
            return False
        texts.append("".join(skeleton(fold(side.words[word])) for word in words))
    return texts[0] == texts[1] and len(texts[0]) > 1


def _whole_words(
    one: Wording, other: Wording, gap: Gap, pairs: Sequence[tuple[int, int]]
) -> tuple[list[int], list[int]]:
    """The words of a gap, with what stands for the rest of a word that is changed in part."""
    left = {one.tokens[n].word for n in gap.a}
    right = {other.tokens[n].word for n in gap.b}
    for a, b in pairs:
        if one.tokens[a].word in left or other.tokens[b].word in right:
            left.add(one.tokens[a].word)
            right.add(other.tokens[b].word)
    return sorted(left), sorted(right)


def _turns(
    one: Wording, other: Wording, gaps: Sequence[Gap], pairs: Sequence[tuple[int, int]]
) -> bool:
    """True when, somewhere, negations and opposites added, dropped or put for each other are odd in
    number: "not safe" for "unsafe" is the same, "not legal for anybody" for "legal for all" is not.
    """
    places = [a for a, b in pairs if one.tokens[a].turned != other.tokens[b].turned]
    for gap in gaps:
        if not _apart(one, other, gap):
            places += [n for n in gap.a if one.tokens[n].key == NEGATION]
            places += [gap.a.start for n in gap.b if other.tokens[n].key == NEGATION]
    places.sort()
    odd, last = False, -_LOCAL
    for place in places:
        if odd and place - last > _LOCAL:
            return True
        odd = not odd
        last = place
    return odd


def _apart(one: Wording, other: Wording, gap: Gap) -> bool:
    """True for a gap whose negations are its own: a clause put in or left out, or one thing put for
    another ("the soldiers" for "no bread")."""
    left, right = [one.tokens[n] for n in gap.a], [other.tokens[n] for n in gap.b]
    if not (left and right) and max(len(left), len(right)) >= _CLAUSE:
        return True
    return all(any(token.role == "content" for token in side) for side in (left, right))


def _cut(one: Wording, other: Wording, pairs: Sequence[tuple[int, int]]) -> int:
    """How many telling tokens of either stand outside what is matched."""
    if not pairs:
        return 0
    (a, b), (c, d) = pairs[0], pairs[-1]
    ends = (
        Counter(map(telling, (*one.tokens[:a], *one.tokens[c + 1 :])))[True],
        Counter(map(telling, (*other.tokens[:b], *other.tokens[d + 1 :])))[True],
    )
    return max(ends)


def _off(one: Wording, other: Wording, pairs: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """What stands before and after what is matched, in the telling that has more of it."""
    if not pairs:
        return ()
    ends = []
    for side, first, last in (
        (one, pairs[0][0], pairs[-1][0]),
        (other, pairs[0][1], pairs[-1][1]),
    ):
        before = side.words[: side.tokens[first].word]
        after = side.words[side.tokens[last].word + 1 :]
        ends.append(tuple(" ".join(words) for words in (before, after) if words))
    return max(ends, key=lambda parts: (sum(map(len, parts)), parts))
