"""A training document: flat arrays over its words, and how words are dropped or put before."""

from dataclasses import dataclass, field, replace

Segment = tuple[int, int]


@dataclass(slots=True)
class Training:
    """One document's words with whatever labels its corpus has.

    All lists run over words; a negative number or "" means that this word has no such label.
    `heads` number words of the document, a root its own number. `frames` are (predicate, tags by
    word). `links` are (sources, cues, contents) of one attribution, each a list of half-open
    segments.
    """

    name: str
    words: list[str]
    spaced: list[bool] | None
    starts: list[bool]
    paragraphs: list[bool]
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    names: list[int] = field(default_factory=list)
    name_weight: float = 1.0
    frames: list[tuple[int, dict[int, str]]] | None = None
    framed: list[bool] = field(default_factory=list)
    attribution: list[str] = field(default_factory=list)
    links: list[tuple[list[Segment], list[Segment], list[Segment]]] = field(default_factory=list)
    quotes: list[int] = field(default_factory=list)
    gold_starts: bool = False

    def sentences(self) -> list[Segment]:
        first = [number for number, start in enumerate(self.starts) if start]
        return list(zip(first, [*first[1:], len(self.words)], strict=True))


_FLAT = (
    "words",
    "starts",
    "paragraphs",
    "upos",
    "xpos",
    "lemmas",
    "heads",
    "deprels",
    "names",
    "framed",
    "attribution",
    "quotes",
)


def keep(document: Training, kept: list[int]) -> Training:
    """The document with only the words in `kept` (ascending); none may hang on a dropped one."""
    new = {old: number for number, old in enumerate(kept)}
    fields: dict[str, object] = {}
    for name in _FLAT:
        values = getattr(document, name)
        fields[name] = [values[old] for old in kept] if values else []
    fields["spaced"] = None if document.spaced is None else [document.spaced[old] for old in kept]
    fields["heads"] = [new.get(head, -1) if head >= 0 else -1 for head in fields["heads"]]  # type: ignore[union-attr]
    if document.frames is not None:
        fields["frames"] = [
            (new[predicate], {new[at]: tag for at, tag in tags.items() if at in new})
            for predicate, tags in document.frames
            if predicate in new
        ]
    fields["links"] = [
        tuple([moved for segment in part if (moved := _move(segment, new))] for part in link)
        for link in document.links
    ]
    return replace(document, **fields)  # type: ignore[arg-type]


def _move(segment: Segment, new: dict[int, int]) -> Segment | None:
    inside = [new[at] for at in range(*segment) if at in new]
    return (inside[0], inside[-1] + 1) if inside else None


def without(document: Training, dropped: set[int]) -> Training:
    """The document without some words; a word that carries another, or starts a sentence, stays."""
    heads = {head for number, head in enumerate(document.heads) if head != number}
    starts = {number for number, start in enumerate(document.starts) if start}
    gone = dropped - heads - starts
    return keep(document, [number for number in range(len(document.words)) if number not in gone])
