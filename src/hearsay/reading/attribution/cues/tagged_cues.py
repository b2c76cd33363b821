"""What the model tagged, as candidates, and the two evidences joined by their cue."""

from dataclasses import replace

from hearsay.model import AttributionSpan
from hearsay.model.vocabulary import Act
from hearsay.reading.attribution.candidate import AttributionCandidate, trimmed, union
from hearsay.reading.attribution.cues.cue_tables import nouns, phrases, verbs
from hearsay.reading.attribution.cues.modality import hedged, negated
from hearsay.reading.attribution.sources.embedded import names_source, saying
from hearsay.reading.attribution.sources.subjects import tagged_name
from hearsay.rules import rule
from hearsay.syntax import Parse, Range

_SURE = 0.85  # a source the model is this sure of stands against the tree
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def tagged_candidates(tree: Parse) -> list[AttributionCandidate]:
    """One candidate for each attribution the model proposes that has a cue and a content."""
    found = []
    for proposed in tree.analysis.attributions:
        candidate = _candidate(tree, proposed)
        if candidate is not None:
            found.append(candidate)
    return found


def _candidate(tree: Parse, proposed: AttributionSpan) -> AttributionCandidate | None:
    cues = [_bare(tree, part) for part in proposed.cues if part[0] < part[1]]
    places = [
        trimmed(tree.text, *tree.place(part)) for part in proposed.contents if part[0] < part[1]
    ]
    contents = union([place for place in places if place is not None], tree.text)
    if not cues or not contents:
        return None
    cue, head = min(
        ((part, _cue_head(tree, part)) for part in cues), key=lambda pair: _weight(tree, pair[1])
    )
    if names_source(tree, head):
        return None
    relayed = saying(tree, head)
    head = relayed if relayed is not None else head
    sources = [part for part in proposed.sources if part[0] < part[1]]
    return AttributionCandidate(
        head=head,
        cue=cue,
        source=_speaker(tree, sources, cue, head) if sources else None,
        contents=contents,
        act=_act(tree, head),
        frame="tagged",
        negated=negated(tree, head),
        hedged=hedged(tree, head),
        ruled=False,
        tagged=proposed.score,
    )


def _bare(tree: Parse, part: Range) -> Range:
    """A cue without the marks at its edges: "fumed:"; marks alone stay."""
    words = [n for n in range(*part) if tree.tokens[n].upos != "PUNCT"]
    return (words[0], words[-1] + 1) if words else part


def _speaker(tree: Parse, sources: list[Range], cue: Range, head: int) -> int:
    """The head of the source: the cue's own subject where the tagged words hold it; of names in a
    row that no "and" joins, the one beside the cue ("Mali's Keita, the institute's Stephens said").
    """
    subject = tree.dependent(head, "nsubj")
    if subject is not None and any(a <= subject < b for a, b in sources):
        named = tagged_name(tree, subject)
        return subject if named is None else named
    first, last = sources[0]
    if last == cue[0]:
        for number in range(last - 1, first - 1, -1):
            token = tree.tokens[number]
            loose = token.deprel == "conj" and tree.dependent(number, "cc") is None
            if loose and token.upos == "PROPN" and tree.high[number] == last:
                return number
    return top_of(tree, sources[0])


def top_of(tree: Parse, part: Range) -> int:
    """The head of a phrase: the noun among its tokens that hangs on none of the others."""
    outer = [
        n
        for n in range(*part)
        if not part[0] <= tree.tokens[n].head < part[1] or tree.head(n) is None
    ]
    nominal = [n for n in outer if tree.tokens[n].upos in _NOMINAL]
    inner = [n for n in range(*part) if tree.tokens[n].upos in _NOMINAL]
    if nominal and all(tree.tokens[n].upos == "PROPN" for n in nominal):
        return nominal[-1]
    return (nominal or inner or outer or [part[0]])[0]


def _cue_head(tree: Parse, part: Range) -> int:
    return min(range(*part), key=lambda number: (_weight(tree, number), number))


def _weight(tree: Parse, number: int) -> int:
    """0 for a known cue verb, 1 for another verb, 2 for a known noun, 3 for the rest."""
    token, lemma = tree.tokens[number], tree.lemma(number)
    if token.upos == "VERB" or token.xpos.startswith("VB"):
        known = lemma in verbs() or any(lemma == verb for verb, _ in phrases())
        return 0 if known else 1 if token.upos == "VERB" else 3
    return 2 if lemma in nouns() or token.text.lower() == "according" else 3


def _act(tree: Parse, head: int) -> Act:
    """The act of the cue table; an unknown cue tells an attitude more often than words."""
    lemma = tree.lemma(head)
    if lemma in verbs():
        return verbs()[lemma].act
    if lemma in nouns():
        return nouns()[lemma]
    return "said" if tree.tokens[head].upos in ("PUNCT", "ADP") or lemma == "accord" else "believed"


def join(
    tree: Parse, ruled: list[AttributionCandidate], tagged: list[AttributionCandidate]
) -> list[AttributionCandidate]:
    """Both kinds of candidates, those of one cue made one, in the order of their cues."""
    by_token: dict[int, int] = {}
    for number, one in enumerate(ruled):
        if one.cue is not None and one.head is not None:
            by_token.setdefault(one.head, number)
    joined = list(ruled)
    for other in tagged:
        match = _match(by_token, other)
        if match is None:
            joined.append(other)
        else:
            joined[match] = _both(tree, joined[match], other)
    return sorted(joined, key=lambda one: (one.cue or (0, 0), one.contents))


def _match(by_token: dict[int, int], other: AttributionCandidate) -> int | None:
    if other.head in by_token:
        return by_token[other.head]
    assert other.cue is not None
    return next((by_token[n] for n in range(*other.cue) if n in by_token), None)


def _both(
    tree: Parse, one: AttributionCandidate, other: AttributionCandidate
) -> AttributionCandidate:
    """The rule's reading with the tagger's where the rule has none.

    The rule's content stands where the two overlap: its edges are those of clauses and marks.
    """
    contents, frame = one.contents, one.frame
    unsure = one.frame == "judge" and one.shy
    if not contents or unsure or not _overlap(contents, other.contents):
        contents = other.contents
    source = one.source
    if source is not None and any(a <= tree.starts[source] < b for a, b in contents):
        source = None
    if one.frame != "hedge" and not one.passive:
        unsure = source is None or tree.tokens[source].upos == "VERB"
        apart = other.tagged >= _SURE and _apart(tree, source, other.source)
        apart = apart and other.source not in one.cited  # the tagger knows no relays
        source = other.source if unsure or apart else source
    return replace(
        one,
        source=source,
        contents=contents,
        frame=frame if one.contents else "tagged",
        shy=False,
        tagged=max(one.tagged, other.tagged),
    )


@rule("ATT-058")
def _apart(tree: Parse, one: int | None, other: int | None) -> bool:
    """True when two sources are no part of one phrase."""
    if one is None or other is None or tree.below(one, other) or tree.below(other, one):
        return False
    between = range(min(one, other), max(one, other))
    return len(between) > 4 or any(tree.tokens[n].upos == "PUNCT" for n in between)


# no rule: range test: whether two sets of stretches overlap
def _overlap(some: tuple[Range, ...], others: tuple[Range, ...]) -> bool:
    return any(a < d and c < b for a, b in some for c, d in others)
