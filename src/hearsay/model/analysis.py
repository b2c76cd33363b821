"""What the language model proposes for a text: tags, trees and spans, no meaning yet.

Tokens are numbered through the whole document. All ranges are half-open.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """One word. `head` is the number of its head token, its own number for a root.

    `start`, `end` are code points in the document text and `text` exactly the slice. `upos` and
    `deprel` follow Universal Dependencies 2; `xpos` is the Penn tag (VBD, NNPS …);
    `lemma` the treebank lemma (lower case but for proper names).
    """

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `last` (half-open) and the number of the paragraph they stand in."""

    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A proper name: tokens first:last, and its label.

    Labels: person, organization, state (a country or its government), nationality (its people or
    adjective), place, facility, weapon (weapon or military platform), event, other.
    """

    first: int
    last: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Role:
    """One argument of a predicate: ARG0, ARG1, ARG2, LOC, TMP, NEG, MOD over tokens first:last."""

    label: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A predicate (a verb or event noun token) and its arguments."""

    predicate: int
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class AttributionSpan:
    """One attribution as tagged: token ranges of source, cue and content stretches.

    Any source may be missing; content may be discontinuous; `score` is a probability.
    """

    sources: tuple[tuple[int, int], ...]
    cues: tuple[tuple[int, int], ...]
    contents: tuple[tuple[int, int], ...]
    score: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything the model says of one text."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[NameSpan, ...] = ()
    frames: tuple[Frame, ...] = ()
    attributions: tuple[AttributionSpan, ...] = ()
