"""The lines of a brief that fill one screen a story: those that weigh most, in their own order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hearsay.publish.brief import Brief, BriefSource, Line, StoryBrief

MOST = {
    "happened": 10,
    "figures": 5,
    "said": 6,
    "planned": 3,
    "background": 2,
    "differ": 3,
    "sources": 8,
}
"""How many entries of each section a story shows at most."""

SCREEN = 45
"""Rows of text a story fills at most."""

_WIDTH, _FRAME, _MARKS = 92, 8, 24
"""Characters a row holds; rows of title, dates and remark; characters for origins and numbers."""


def one_screen(brief: Brief) -> Brief:
    """The brief with at most `MOST` lines a section; `left_out` of a story counts the others."""
    return replace(brief, stories=tuple(_shortened(story) for story in brief.stories))


def _shortened(story: StoryBrief) -> StoryBrief:
    most = dict(MOST)
    shown = _shown(story, most)
    while sum(most.values()) and _rows(shown) > SCREEN:
        shares = {name: len(lines) / MOST[name] for name, lines in shown.items()}
        fullest = max(shares, key=lambda name: (shares[name], MOST[name]))
        most[fullest] = len(shown[fullest]) - 1
        shown = _shown(story, most)
    left = sum(len(getattr(story, name)) - len(lines) for name, lines in shown.items())
    return replace(story, left_out=left, **shown)  # type: ignore[arg-type]


def _shown(
    story: StoryBrief, most: Mapping[str, int]
) -> dict[str, tuple[Line, ...] | tuple[BriefSource, ...]]:
    """The entries of each section, with no more than so many."""
    kept = {
        name: _weightiest(getattr(story, name), count)
        for name, count in most.items()
        if name != "sources"
    }
    sources = _cited(story.sources, [line for lines in kept.values() for line in lines])
    cited = sorted(sources[: most["sources"]], key=lambda source: source.number)
    return {**kept, "sources": tuple(cited)}


def _rows(shown: Mapping[str, Sequence[Line | BriefSource]]) -> int:
    """How many rows of text the sections take, each with a heading and a blank row."""
    entries = [entry for section in shown.values() for entry in section]
    return _FRAME + 2 * sum(map(bool, shown.values())) + sum(map(_rows_of, entries))


def _rows_of(entry: Line | BriefSource) -> int:
    if isinstance(entry, BriefSource):
        return 1
    return 1 + (len(entry.lead) + len(entry.text) + len(entry.mark or "") + _MARKS) // _WIDTH


def _weightiest(lines: Sequence[Line], most: int) -> tuple[Line, ...]:
    """So many lines of those that weigh most, the earlier of equals, in the order they had; what
    two copies of a page say, once.

    >>> a, b, c = (Line(str(n), "", None, None, (), weight=n) for n in (1.0, 3.0, 2.0))
    >>> [line.lead for line in _weightiest([a, b, c], 2)]
    ['3.0', '2.0']
    """
    once = {(line.lead, line.text): number for number, line in reversed([*enumerate(lines)])}
    order = sorted(once.values(), key=lambda number: (-lines[number].weight, number))
    return tuple(lines[number] for number in sorted(order[:most]))


def _cited(sources: Sequence[BriefSource], lines: Sequence[Line]) -> tuple[BriefSource, ...]:
    """The sources, those first that the lines cite most."""
    counts = {source.number: 0 for source in sources}
    for line in lines:
        for number in {quote.source for quote in line.quotes} & counts.keys():
            counts[number] += 1
    return tuple(sorted(sources, key=lambda source: (-counts[source.number], source.number)))
