"""Which quotation belongs to which cue: beside it, across it, led into by its sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hearsay.reading.attribution.boundaries import (
    bridged,
    clause,
    clipped,
    in_paragraph,
    spoken_before,
    unmarked,
    without_afterthought,
    without_circumstance,
    without_day,
    without_further_act,
    without_gloss,
    without_medium,
    without_source,
    without_verdict,
)
from hearsay.reading.attribution.candidate import AttributionCandidate, union
from hearsay.reading.attribution.cues.cue_tables import verbs
from hearsay.reading.attribution.quotations.quotation_index import Level, QuotationIndex
from hearsay.reading.attribution.quotations.quotation_marks import Quotation
from hearsay.rules import rule
from hearsay.syntax import Parse, Range

_ENDED = re.compile(r"[.!?…:;]|\n")


def assign_quotations(
    page: QuotationIndex, candidate: AttributionCandidate
) -> AttributionCandidate:
    """The candidate with its content kept inside the quotation its cue stands in, and stretched
    over the quotations that it touches."""
    if candidate.cue is None:
        return candidate
    tree = page.tree
    start, end = tree.place(candidate.cue)
    frame = page.frame(start, end)
    contents = in_paragraph(page, candidate, clipped(candidate.contents, frame))
    contents = bridged(page, candidate, contents)
    level = page.level(frame, min(start, candidate.first), max(end, candidate.last))
    if not contents:
        contents = _beside(page, candidate, level)
        if not contents:
            return replace(candidate, contents=()) if candidate.contents else candidate
    touched = [
        (q.start, q.end)
        for q in _overlapped(contents, level)
        if page.whole(q) and not (q.start <= start and end <= q.end)
    ]
    contents = _grown(contents, touched, tree.text)
    contents = _run_on(page, candidate, contents, level)
    contents = _whole_quotation(candidate, contents, level, tree)
    contents = spoken_before(page, candidate, contents, level)
    contents = without_source(page, candidate, contents)
    for without in (without_verdict, without_gloss, without_further_act, without_medium):
        contents = without(page, candidate, contents)
    contents = _across(page, candidate, contents, level)
    contents = _led(page, candidate, contents, level)
    contents = without_afterthought(page, candidate, contents)
    contents = without_day(page, candidate, contents)
    contents = without_circumstance(page, candidate, contents)
    contents = unmarked(contents, tree.text)
    return candidate if contents == candidate.contents else replace(candidate, contents=contents)


def _overlapped(contents: Sequence[Range], level: Level) -> list[Quotation]:
    """The quotations of whose words a content has some."""
    near = level.between(min(start for start, _ in contents), max(end for _, end in contents))
    return [
        quotation
        for quotation in near
        if any(start < quotation.inner[1] and quotation.inner[0] < end for start, end in contents)
    ]


def _grown(contents: tuple[Range, ...], touched: list[Range], text: str) -> tuple[Range, ...]:
    return union([*contents, *touched], text) if touched else contents


def _run_on(
    page: QuotationIndex, candidate: AttributionCandidate, contents: tuple[Range, ...], level: Level
) -> tuple[Range, ...]:
    """With a quotation that goes on right where a content after its cue breaks off."""
    assert candidate.cue is not None
    text, end = page.tree.text, contents[-1][1]
    if contents[0][0] < page.tree.place(candidate.cue)[1] or text[end - 1] in '.!?”"':
        return contents
    following = level.after(end)
    between = text[end : following.start].strip() if following is not None else ""
    if following is None or not following.closed or between not in ("", ":"):
        return contents
    return union([*contents, (following.start, following.end)], text)


def _whole_quotation(
    candidate: AttributionCandidate, contents: tuple[Range, ...], level: Level, tree: Parse
) -> tuple[Range, ...]:
    """Without what follows a quotation that begins the content and ends its own sentence."""
    assert candidate.cue is not None
    start, end = contents[0]
    if candidate.frame != "clause" or len(contents) > 1 or tree.place(candidate.cue)[1] > start:
        return contents
    opening = level.at(start)
    if opening is None or not opening.closed or opening.end >= end:
        return contents
    if tree.text[opening.inner[1] - 1] not in ",.!?…":
        return contents
    further = [(q.start, q.end) for q in level.between(opening.end, end)]
    return union([(opening.start, opening.end), *further], tree.text)


def _beside(
    page: QuotationIndex, candidate: AttributionCandidate, level: Level
) -> tuple[Range, ...]:
    """The quotation right before or right after a cue that has no content of its own."""
    if candidate.shy or candidate.source is None or candidate.head is None:
        return ()
    before = _right_before(page, candidate, level)
    if before is not None:
        return ((before.start, before.end),)
    after = _right_after(page, candidate, level)
    return ((after.start, after.end),) if after is not None else ()


def _right_before(
    page: QuotationIndex, candidate: AttributionCandidate, level: Level
) -> Quotation | None:
    start, _ = clause(page, candidate)
    quotation = level.before(start)
    if quotation is None:
        return None
    between = page.tree.text[quotation.end : start]
    few = len(between.split()) <= 2 and not _ENDED.search(between)
    last = page.tree.at(quotation.inner[1] - 1, quotation.end)[0]
    same = page.tree.sentence[last] == page.tree.sentence[candidate.head or 0]
    led = same or page.tree.text[quotation.inner[1] - 1] in ",?!—–-…"
    return quotation if few and led and page.whole(quotation) else None


def _right_after(
    page: QuotationIndex, candidate: AttributionCandidate, level: Level
) -> Quotation | None:
    """The quotation after a cue, the words between being its addressee, medium and time."""
    assert candidate.cue is not None
    end = page.tree.place(candidate.cue)[1]
    quotation = level.after(end)
    if quotation is None:
        return None
    between = page.tree.text[end : quotation.start].rstrip()
    introduced = between.endswith((",", ":", "that")) or not between
    open_end = between[:-1] if between.endswith(":") else between
    near = len(between.split()) <= 25 and not _ENDED.search(open_end)
    if not (near and introduced):
        return None
    tokens = page.tree.at(end, quotation.start)
    return None if _told_between(page.tree, *tokens) else quotation


@rule("ATT-013")
def _told_between(tree: Parse, first: int, last: int) -> bool:
    """True when a cue with a tense stands among the tokens: the quotation is that one's."""
    return any(
        tree.tokens[number].xpos in ("VBD", "VBZ", "VBP") and tree.lemma(number) in verbs()
        for number in range(first, last)
    )


def _across(
    page: QuotationIndex, candidate: AttributionCandidate, contents: tuple[Range, ...], level: Level
) -> tuple[Range, ...]:
    """With the other half of a quotation that the cue interrupts: “If …,” warned X, “then …”."""
    if candidate.frame not in ("clause", "quote") or candidate.head is None or candidate.shy:
        return contents
    quoted = _overlapped(contents, level)
    if not quoted:
        return contents
    start, end = clause(page, candidate)
    text = page.tree.text
    if quoted[-1].end <= start:
        after = _right_after(page, candidate, level)
        if after is not None and page.whole(after) and text[quoted[-1].inner[1] - 1] in ",-–—;":
            return union([*contents, (after.start, after.end)], text)
    elif quoted[0].start == contents[0][0] >= end:
        before = _right_before(page, candidate, level)
        if before is None:
            return contents
        low = page.tree.opening(candidate.head)
        lead = text[page.tree.starts[low] : before.start]
        if not lead.strip() and text[before.inner[1] - 1] in ",-–—;?!":
            return union([*contents, (before.start, before.end)], text)
    return contents


def _led(
    page: QuotationIndex, candidate: AttributionCandidate, contents: tuple[Range, ...], level: Level
) -> tuple[Range, ...]:
    """With the words that lead into a quotation of several sentences: they “met. It …,” X said."""
    tree = page.tree
    start = contents[0][0]
    opening = level.at(start)
    assert candidate.cue is not None
    if opening is None or opening.end > tree.place(candidate.cue)[0]:
        return contents
    first = tree.at(opening.start, opening.end)[0]
    sentence = tree.sentence[first]
    if sentence == tree.sentence[candidate.cue[0]]:
        return contents
    low = tree.bounds[sentence][0]
    lead = tree.text[tree.starts[low] : opening.start]
    if not lead.strip() or lead.rstrip().endswith((":", ".")) or "\n" in lead:
        return contents
    if any(tree.lemma(number) in verbs() for number in range(low, first)):
        return contents
    return ((tree.starts[low], contents[0][1]), *contents[1:])
