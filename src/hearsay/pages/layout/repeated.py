"""Paragraphs that stand twice on a page, and which of the copies is kept.

Crawlers print the article more than once: as metadata (often in one piece, often cut) before the
article, as a teaser ending in dots, as a pull quote. The copy in the fuller run of prose is
kept; of two runs alike, the first.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

_WORD = re.compile(r"\w+")
_ORDER = 4  # words to a shingle
_LEAST = 8  # words: shorter paragraphs may rightly stand twice ("He did not elaborate.")
_COVERED = 0.85
_HOLDERS = 12  # more paragraphs than this with one shingle say nothing
_BREAK = 6  # so many paragraphs that are no prose part one run from the next


def repeated(paragraphs: Sequence[str], prose: Sequence[bool]) -> dict[int, int]:
    """The paragraphs to drop, each with the number of the one that stands for it.

    `prose` marks the paragraphs that look like running text; only they are compared. Linear in the
    length of the page, but for a shingle that stands in many paragraphs.
    """
    keys = [tuple(_WORD.findall(text.lower())) for text in paragraphs]
    runs = _runs(prose, _seam(keys, prose))
    weight: Counter[int] = Counter()
    for number, run in runs.items():
        weight[run] += len(set(keys[number]))
    dropped = _same(keys, runs, weight)
    dropped |= _cut(paragraphs, keys, runs, dropped)
    dropped |= _inside(keys, runs, weight, dropped)
    return dropped


def _seam(keys: Sequence[tuple[str, ...]], prose: Sequence[bool]) -> int | None:
    """Where a second copy of the whole article begins, when two follow one another closely.

    Every paragraph that stands twice then stands once before the seam and once after it, and
    the seam is a line that is no prose.
    """
    first: dict[tuple[str, ...], int] = {}
    again: dict[tuple[str, ...], int] = {}
    for number, key in enumerate(keys):
        if prose[number] and len(key) >= _LEAST and key in first:
            again.setdefault(key, number)
        elif prose[number]:
            first[key] = number
    if len(again) < 2:
        return None
    last_of_first, first_of_again = max(first[key] for key in again), min(again.values())
    between = range(last_of_first + 1, first_of_again)
    return next((number for number in between if not prose[number]), None)


def _runs(prose: Sequence[bool], seam: int | None) -> dict[int, int]:
    """Each prose paragraph's run: prose with fewer than `_BREAK` other paragraphs in between."""
    runs: dict[int, int] = {}
    run, last = -1, -_BREAK - 1
    for number, is_prose in enumerate(prose):
        if not is_prose:
            continue
        if number - last > _BREAK or (seam is not None and last < seam < number):
            run += 1
        runs[number] = run
        last = number
    return runs


def _same(
    keys: Sequence[tuple[str, ...]], runs: dict[int, int], weight: Counter[int]
) -> dict[int, int]:
    """Paragraphs of the same words, but for the copy in the heaviest run."""
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in runs:
        if len(keys[number]) >= _LEAST:
            groups[keys[number]].append(number)
    dropped: dict[int, int] = {}
    for numbers in groups.values():
        kept = max(numbers, key=lambda number: (weight[runs[number]], -number))
        dropped |= {number: kept for number in numbers if number != kept}
    return dropped


def _cut(
    paragraphs: Sequence[str],
    keys: Sequence[tuple[str, ...]],
    runs: dict[int, int],
    dropped: dict[int, int],
) -> dict[int, int]:
    """Teasers: paragraphs whose words before the dots open a longer paragraph."""
    openings: dict[tuple[str, ...], int] = {}
    for number in sorted(runs, key=lambda number: -len(keys[number])):
        if number not in dropped and len(keys[number]) >= _LEAST:
            openings.setdefault(keys[number][:_LEAST], number)
    found: dict[int, int] = {}
    for number in runs:
        dots = max(paragraphs[number].rfind("..."), paragraphs[number].rfind("…"))
        if dots < 0 or number in dropped:
            continue
        opening = tuple(_WORD.findall(paragraphs[number][:dots].lower()))
        for whole in (n for n in _longer(opening, openings, keys) if n != number):
            found[number] = whole
    return found


def _longer(
    opening: tuple[str, ...],
    openings: dict[tuple[str, ...], int],
    keys: Sequence[tuple[str, ...]],
) -> list[int]:
    """The paragraph that begins with `opening`, its last word perhaps cut, and goes on."""
    if len(opening) < _LEAST:
        return []
    whole = openings.get(opening[:_LEAST])
    if whole is None:
        return []
    size = len(opening) - 1
    return [whole] if keys[whole][:size] == opening[:size] and len(keys[whole]) > size else []


def _inside(
    keys: Sequence[tuple[str, ...]],
    runs: dict[int, int],
    weight: Counter[int],
    dropped: dict[int, int],
) -> dict[int, int]:
    """Paragraphs whose words nearly all stand in other paragraphs that are kept.

    A whole article in one piece yields to its paragraphs first, where they cover it; then
    paragraphs of lighter runs yield to those of heavier ones.
    """
    live = [number for number in runs if number not in dropped and len(keys[number]) >= _LEAST]
    shingles = {number: _shingles(keys[number]) for number in live}
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in live:
        for shingle in shingles[number]:
            if len(holders[shingle]) < _HOLDERS:
                holders[shingle].append(number)
    shared = {n: own for n, own in shingles.items() if _covered(own, holders)}
    parts = _parts(shared, holders)
    order = sorted(shared, key=lambda n: (parts[n] < 2, weight[runs[n]], -len(keys[n]), n))
    gone: dict[int, int] = {}
    for number in order:
        elsewhere: Counter[int] = Counter()
        covered = 0
        for shingle in shingles[number]:
            others = [n for n in holders[shingle] if n != number and n not in gone]
            covered += bool(others)
            elsewhere.update(others)
        if covered >= _COVERED * len(shingles[number]):
            gone[number] = min(elsewhere, key=lambda n: (-elsewhere[n], n))
    return gone


def _covered(own: list[tuple[str, ...]], holders: dict[tuple[str, ...], list[int]]) -> bool:
    """True when nearly all of a paragraph's shingles stand in other paragraphs too."""
    return sum(len(holders[shingle]) > 1 for shingle in own) >= _COVERED * len(own)


def _parts(
    shingles: dict[int, list[tuple[str, ...]]], holders: dict[tuple[str, ...], list[int]]
) -> Counter[int]:
    """How many other paragraphs stand whole in each paragraph."""
    parts: Counter[int] = Counter()
    for number, own in shingles.items():
        shared = Counter(n for shingle in own for n in holders[shingle] if n != number)
        parts.update(n for n, count in shared.items() if count >= _COVERED * len(own))
    return parts


def _shingles(key: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The paragraph's stretches of `_ORDER` words, in order, each once."""
    stretches = (key[at : at + _ORDER] for at in range(len(key) - _ORDER + 1))
    return list(dict.fromkeys(stretches))
