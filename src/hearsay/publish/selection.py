"""The lines of a brief that fill one screen a story: those that weigh most, in their own order."""

from collections.abc import Sequence
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
"""How many lines of each section stand on one screen of 45 lines, sources one line each."""


def one_screen(brief: Brief) -> Brief:
    """The brief with at most `MOST` lines a section; `left_out` of a story counts the others."""
    return replace(brief, stories=tuple(_shortened(story) for story in brief.stories))


def _shortened(story: StoryBrief) -> StoryBrief:
    kept = {
        name: _weightiest(getattr(story, name), most)
        for name, most in MOST.items()
        if name != "sources"
    }
    sources = _cited(story.sources, [line for lines in kept.values() for line in lines])
    cited = sorted(sources[: MOST["sources"]], key=lambda source: source.number)
    shown = {**kept, "sources": tuple(cited)}
    left = sum(len(getattr(story, name)) - len(lines) for name, lines in shown.items())
    return replace(story, left_out=left, **shown)  # type: ignore[arg-type]


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
