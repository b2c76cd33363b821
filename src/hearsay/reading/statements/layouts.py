"""Quotations no cue word claims: running on, alone in a paragraph, by a colon or a dash."""

import re
from collections.abc import Iterator
from dataclasses import replace

from hearsay.reading.statements.candidate import Candidate
from hearsay.reading.statements.marks import Quotation
from hearsay.reading.statements.quotes import Page, stopped
from hearsay.reading.statements.tree import Tree

_DASH = re.compile(r"\s*([-–—―]{1,2})\s*(?=[A-Z])")
_DASH_LINE = re.compile(r"\s*\n+\s*([-–—―]{1,2})\s*(?=[A-Z])")
_COLON = re.compile(r":\s*$")


def lay_out(page: Page, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with the quotations that follow them, and one for every quotation whose
    speaker the layout tells, in the order of the text."""
    found = [*candidates, *_transcribed(page)]
    speech = [q for q in page.quotations if q.depth == 0 and page.whole(q)]
    for quotation in speech:
        if _claimed(page, quotation, found):
            continue
        fresh = _introduced(page, quotation) or _signed(page, quotation)
        if fresh is not None:
            found.append(fresh)
            continue
        before = _before(page, quotation, found)
        if before is None or not _fills(page, quotation):
            continue
        _continue(page, quotation, before, found)
    return found


def _claimed(page: Page, quotation: Quotation, candidates: list[Candidate]) -> bool:
    """True when a cue outside the quotation has it for content."""
    low, high = quotation.inner
    for one in candidates:
        if any(start < high and low < end for start, end in one.contents):
            at = page.tree.place(one.cue)[0] if one.cue is not None else -1
            if not low <= at < high:
                return True
    return False


def _fills(page: Page, quotation: Quotation) -> bool:
    """True when the quotation is sentences of its own, not words within another's sentence."""
    text = page.tree.text
    before = text[: quotation.start].rstrip(" ")
    opens = (
        not before or before.endswith("\n") or stopped(text, max(0, len(before) - 6), len(before))
    )
    after = text[quotation.end : quotation.end + 40].lstrip(" ")
    ends = stopped(text, max(0, quotation.end - 6), quotation.end) or not quotation.closed
    return opens and ends and (not after or not after[0].islower())


def _before(page: Page, quotation: Quotation, found: list[Candidate]) -> int | None:
    """The number of the statement told right before the quotation, at most a paragraph above."""
    text = page.tree.text
    best: int | None = None
    for number, one in enumerate(found):
        if one.frame == "hedge" or one.shy or _reach(page, one)[1] > quotation.start:
            continue
        if one.source is None and one.after is None:
            continue
        if best is None or _reach(page, one)[1] >= _reach(page, found[best])[1]:
            inside = page.frame(*page.tree.place(one.cue)) if one.cue else None
            if inside is None:
                best = number
    if best is None:
        return None
    between = text[_reach(page, found[best])[1] : quotation.start]
    if between.count("\n\n") > 1 or sum(map(str.isalnum, between)) > 0:
        return None
    return best


def _reach(page: Page, one: Candidate) -> tuple[int, int]:
    """The code points from the first to the last word of a statement's sentence."""
    tree = page.tree
    start, end = one.start, one.end
    if one.head is not None:
        first, last = tree.bounds[tree.sentence[one.head]]
        start, end = min(start, tree.starts[first]), max(end, tree.ends[last - 1])
    return start, end


def _continue(page: Page, quotation: Quotation, before: int, found: list[Candidate]) -> None:
    """Joins a quotation to the statement before it, or makes it one of its own by that speaker."""
    one = found[before]
    new_paragraph = "\n" in page.tree.text[one.end : quotation.start]
    if _quotes(page, one) and not (new_paragraph and _dialogue(page, before, found)):
        found[before] = replace(one, contents=(*one.contents, (quotation.start, quotation.end)))
        return
    speaker = None if new_paragraph and _dialogue(page, before, found) else one.source
    found.append(
        Candidate(
            head=None,
            cue=None,
            source=speaker,
            contents=((quotation.start, quotation.end),),
            act="said",
            frame="alone",
            after=before,
        )
    )


def _quotes(page: Page, one: Candidate) -> bool:
    return any(q.start <= one.end - 1 < q.end for q in page.quotations if q.depth == 0) or any(
        q.start >= one.start and q.end <= one.end and q.start == one.contents[-1][0]
        for q in page.quotations
    )


def _dialogue(page: Page, before: int, found: list[Candidate]) -> bool:
    """True when the two statements before are by different speakers in turn, each quoted."""
    tree = page.tree
    one = found[before]
    earlier = [
        other
        for other in found
        if other.end <= one.start and other.source is not None and _quotes(page, other)
    ]
    if not earlier or one.source is None:
        return False
    last = max(earlier, key=lambda other: other.end)
    between = tree.text[_reach(page, last)[1] : one.start]
    assert last.source is not None
    return tree.lower(last.source) != tree.lower(one.source) and not between.strip("\"“”'’‘«» \n")


_LABEL = re.compile(r"^([A-Z][A-Z.'’ -]{1,40}[A-Z.]):[ ]+(?=\S+[ ]\S+[ ]\S)", re.MULTILINE)


def _transcribed(page: Page) -> Iterator[Candidate]:
    """The turns of a transcript: paragraphs that begin with a name in capitals and a colon."""
    tree = page.tree
    turns = list(_LABEL.finditer(tree.text))
    if len(turns) < 2:
        return
    for turn in turns:
        end = tree.text.find("\n", turn.end())
        end = len(tree.text.rstrip()) if end < 0 else end
        cue = tree.at(turn.end(1), turn.end(1) + 1)
        names = [n for n in range(*tree.at(*turn.span(1))) if tree.tokens[n].upos != "PUNCT"]
        if cue[0] < cue[1] and names:
            yield Candidate(
                head=cue[0],
                cue=cue,
                source=names[-1],
                contents=((turn.end(), end),),
                act="said",
                frame="colon",
            )


# --- a name before a colon, after a dash -----------------------------------------------------


def _introduced(page: Page, quotation: Quotation) -> Candidate | None:
    """The speaker before a colon: "The president was blunt: “…”", "And from X: “…”"."""
    tree = page.tree
    lead = tree.text[max(0, quotation.start - 4) : quotation.start]
    if not _COLON.search(lead):
        return None
    colon = tree.at(quotation.start - len(lead), quotation.start)[1] - 1
    while colon >= 0 and tree.lower(colon) != ":":
        colon -= 1
    if colon < 1:
        return None
    source = _subject(tree, tree.bounds[tree.sentence[colon]][0], colon)
    if source is None:
        return None
    return Candidate(
        head=colon,
        cue=(colon, colon + 1),
        source=source,
        contents=((quotation.start, quotation.end),),
        act="said",
        frame="colon",
    )


def _signed(page: Page, quotation: Quotation) -> Candidate | None:
    """The speaker after a dash: "“…” — Jonas Feld, diver"."""
    tree = page.tree
    match = _DASH.match(tree.text, quotation.end) or _DASH_LINE.match(tree.text, quotation.end)
    if match is None:
        return None
    cue = tree.at(match.start(1), match.end(1))
    first = tree.at(match.end(), match.end() + 1)[0]
    if cue[0] >= cue[1] or first >= len(tree.tokens):
        return None
    end = tree.text.find("\n", match.end())
    last = tree.at(match.end(), end if end > 0 else len(tree.text))[1]
    if last - first > 20 or any(
        tree.tokens[n].xpos in ("VBD", "VBZ", "VBP", "MD") for n in range(first, last)
    ):
        return None
    source = next(_heads(tree, first, last), None)
    if source is None or tree.tokens[source].upos != "PROPN":
        return None
    return Candidate(
        head=cue[0],
        cue=cue,
        source=source,
        contents=((quotation.start, quotation.end),),
        act="said",
        frame="dash",
    )


def _subject(tree: Tree, first: int, last: int) -> int | None:
    """Who the words before a colon are about: their subject, else the only noun phrase they are."""
    verbal = [
        n for n in range(first, last) if tree.tokens[n].xpos in ("VBD", "VBZ", "VBP", "VBN", "VBG")
    ]
    if verbal:
        subjects = [n for n in range(first, last) if tree.relation(n) == "nsubj"]
        return subjects[0] if len(subjects) == 1 else None
    if last - first > 16:
        return None
    return next(_heads(tree, first, last), None)


def _heads(tree: Tree, first: int, last: int) -> Iterator[int]:
    """Nouns among first:last that hang on nothing among them, prepositions aside."""
    for number in range(first, last):
        token = tree.tokens[number]
        if token.upos in ("NOUN", "PROPN") and not (
            first <= token.head < last and token.head != number
        ):
            yield number
