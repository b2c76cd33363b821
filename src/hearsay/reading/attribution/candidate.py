"""What may be an attribution, before anything is decided."""

import sys
from dataclasses import dataclass

from hearsay.model.mention_vocabulary import CueFrame
from hearsay.model.vocabulary import Act
from hearsay.rules import rule
from hearsay.syntax import Parse, Range

# More cues than this in one sentence: no sentence, and nested clauses would cost their square.
MOST_CUES = 60
_EDGES = ",;:.–—- \t\n\u00a0"


@dataclass(frozen=True, slots=True)
class AttributionCandidate:
    """A cue with what may be its source and its content.

    `head` is the cue's main token and `cue` its tokens, None where layout alone tells of speech.
    `source` is the head token of the source phrase; `cited` the heads of sources behind it
    ("citing …"). `contents` are code points in the order of the text. `frame` says how the
    content was found: a frame of the cue table, or according, hedge, noun, colon, turn, dash or
    alone.
    `addressee` is a token. `ruled` marks syntax or layout as evidence, `tagged` is the model's
    score or 0. `shy` content needs both. `after` numbers the statement that a quotation alone goes
    on from. `passive` cues take no source but their agent.
    """

    head: int | None
    cue: Range | None
    source: int | None
    contents: tuple[Range, ...]
    act: Act
    frame: CueFrame
    cited: tuple[int, ...] = ()
    addressee: int | None = None
    negated: bool = False
    hedged: bool = False
    shy: bool = False
    ruled: bool = True
    tagged: float = 0.0
    after: int | None = None
    passive: bool = False

    @property
    def first(self) -> int:
        """Where the content begins, beyond any text where there is none."""
        return self.contents[0][0] if self.contents else sys.maxsize

    @property
    def last(self) -> int:
        """Where the content ends, -1 where there is none."""
        return self.contents[-1][1] if self.contents else -1

    @property
    def start(self) -> int:
        return self.contents[0][0]

    @property
    def end(self) -> int:
        return self.contents[-1][1]


def pieces(tree: Parse, top: int, without: tuple[int, ...] = ()) -> tuple[Range, ...]:
    """The code points of the subtree of `top` less the subtrees of `without`, in stretches.

    Punctuation alone is no stretch; gaps of punctuation alone do not part one.
    """
    first, last = tree.reach(top)
    runs: list[list[int]] = []
    gap = True
    for number in range(first, last):
        inside = tree.below(number, top) and not any(tree.below(number, cut) for cut in without)
        if tree.tokens[number].upos == "PUNCT":
            if inside and not gap:
                runs[-1][1] = number + 1
            continue
        if inside:
            if gap:
                runs.append([number, number + 1])
            runs[-1][1] = number + 1
        gap = not inside
    spans = (trimmed(tree.text, *tree.place((low, high))) for low, high in runs)
    return tuple(span for span in spans if span is not None)


def stretch(tree: Parse, first: int, last: int) -> tuple[Range, ...]:
    """The code points of tokens first:last as one stretch, edges trimmed."""
    if first >= last:
        return ()
    span = trimmed(tree.text, *tree.place((first, last)))
    return (span,) if span else ()


def trimmed(text: str, start: int, end: int) -> Range | None:
    """Without commas, dashes and stops at its edges; None when no letter or digit is left."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES and not _abbreviated(text, start, end):
        end -= 1
    if not any(map(str.isalnum, text[start:end])):
        return None
    if start and text[start - 1] == "[" and text.find("]", start, end) >= 0:
        start -= 1
    return start, end


@rule("ATT-001")
def _abbreviated(text: str, start: int, end: int) -> bool:
    """True for the stop of "U.S." at an edge, which is part of the word."""
    return (
        text[end - 1] == "."
        and end - start > 3
        and text[end - 3] == "."
        and text[end - 2].isalpha()
    )


def union(ranges: list[Range], text: str) -> tuple[Range, ...]:
    """The ranges in order, those parted by white space or commas alone joined."""
    joined: list[Range] = []
    for start, end in sorted(ranges):
        if joined and (start <= joined[-1][1] or not text[joined[-1][1] : start].strip()):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
