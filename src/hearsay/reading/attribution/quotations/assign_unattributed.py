"""Quotations no cue word claims: running on, alone in a paragraph, by a colon or a dash."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from hearsay.model.vocabulary import Act
from hearsay.reading.attribution.candidate import AttributionCandidate
from hearsay.reading.attribution.cues.cue_tables import words
from hearsay.reading.attribution.quotations.quotation_index import QuotationIndex, stopped
from hearsay.reading.attribution.quotations.quotation_marks import Quotation
from hearsay.rules import rule
from hearsay.syntax import Parse, Range
from hearsay.syntax.turn_labels import turn_labels, without_notes

_DASH = re.compile(r"\s*([-–—―]{1,2})\s*(?=[A-Z])")
_DASH_LINE = re.compile(r"\s*\n+\s*([-–—―]{1,2})\s*(?=[A-Z])")
_COLON = re.compile(r":\s*$")


class _Told:
    """The statements so far, the last one told before a place found by bisection."""

    def __init__(self, page: QuotationIndex, candidates: Iterable[AttributionCandidate]) -> None:
        self.page = page
        self.found: list[AttributionCandidate] = []
        self.ends: list[tuple[int, int]] = []
        self.claimed: set[int] = set()
        for one in candidates:
            self.add(one)

    def add(self, one: AttributionCandidate) -> None:
        self.found.append(one)
        self._place(len(self.found) - 1, one.contents)

    def join(self, number: int, quotation: Quotation) -> None:
        """Makes a quotation part of a statement."""
        one = self.found[number]
        part = (quotation.start, quotation.end)
        self.found[number] = replace(one, contents=(*one.contents, part))
        self._place(number, (part,))

    def _place(self, number: int, fresh: tuple[Range, ...]) -> None:
        """Claims the quotations of the fresh parts of a statement, and keeps where it ends."""
        one = self.found[number]
        at = self.page.tree.place(one.cue)[0] if one.cue is not None else -1
        for start, end in fresh:
            for quotation in self.page.touching(start, end):
                low, high = quotation.inner
                if start < high and low < end and not low <= at < high:
                    self.claimed.add(quotation.start)
        if one.frame == "hedge" or one.shy or (one.source is None and one.after is None):
            return
        if one.cue is None or self.page.frame(*self.page.tree.place(one.cue)) is None:
            insort(self.ends, (_reach(self.page, one)[1], number))

    def before(self, place: int, skip: int = -1) -> int | None:
        """The statement whose sentence ends last before a place."""
        at = bisect_left(self.ends, (place + 1, -1)) - 1
        while at >= 0:
            end, number = self.ends[at]
            if number != skip and _reach(self.page, self.found[number])[1] == end:
                return number
            at -= 1
        return None


def assign_unattributed(
    page: QuotationIndex, candidates: list[AttributionCandidate]
) -> list[AttributionCandidate]:
    """The candidates with the quotations that follow them, and one for every quotation whose
    speaker the layout tells, in the order of the text."""
    turns = list(_transcribed(page))
    heads = {one.cue[0] for one in turns if one.cue is not None}
    others = [one for one in candidates if one.cue is None or not _at(one.cue, heads)]
    told = _Told(page, [*others, *turns])
    for quotation in page.outer:
        if not page.whole(quotation) or quotation.start in told.claimed:
            continue
        fresh = _introduced(page, quotation) or _signed(page, quotation)
        fresh = fresh or _owned(page, quotation)
        if fresh is not None:
            told.add(fresh)
            continue
        before = _before(page, quotation, told)
        if before is not None and _fills(page, quotation):
            _continue(page, quotation, before, told)
    return told.found


# no rule: set test: whether a cue covers one of the given token numbers
def _at(cue: Range, heads: set[int]) -> bool:
    return any(number in heads for number in range(*cue))


@rule("ATT-043")
def _fills(page: QuotationIndex, quotation: Quotation) -> bool:
    """True when the quotation is sentences of its own, not words within another's sentence."""
    text, start = page.tree.text, quotation.start
    while start and text[start - 1] == " ":
        start -= 1
    opens = not start or text[start - 1] == "\n" or stopped(text, max(0, start - 6), start)
    after = text[quotation.end : quotation.end + 40].lstrip(" ")
    ends = stopped(text, max(0, quotation.end - 6), quotation.end) or not quotation.closed
    return opens and ends and (not after or not after[0].islower())


def _before(page: QuotationIndex, quotation: Quotation, told: _Told) -> int | None:
    """The number of the statement told right before the quotation, at most a paragraph above."""
    best = told.before(quotation.start)
    if best is None:
        return None
    text, end = page.tree.text, _reach(page, told.found[best])[1]
    if any(text[place].isalnum() for place in range(end, quotation.start)):
        return None
    return best if text.count("\n\n", end, quotation.start) <= 1 else None


def _reach(page: QuotationIndex, one: AttributionCandidate) -> tuple[int, int]:
    """The code points from the first to the last word of a statement's sentence."""
    tree = page.tree
    start, end = one.start, one.end
    if one.head is not None:
        first, last = tree.sentence_of(one.head)
        start, end = min(start, tree.starts[first]), max(end, tree.ends[last - 1])
    return start, end


def _continue(page: QuotationIndex, quotation: Quotation, before: int, told: _Told) -> None:
    """Joins a quotation to the statement before it, or makes it one of its own by that speaker."""
    one = told.found[before]
    new_paragraph = "\n" in page.tree.text[one.end : quotation.start]
    turns = new_paragraph and _dialogue(page, before, told)
    if _quotes(page, one) and not turns:
        told.join(before, quotation)
        return
    told.add(
        AttributionCandidate(
            head=None,
            cue=None,
            source=None if turns else one.source,
            contents=((quotation.start, quotation.end),),
            act="said",
            frame="alone",
            after=before,
        )
    )


@rule("ATT-044")
def _quotes(page: QuotationIndex, one: AttributionCandidate) -> bool:
    """True when the statement ends in a quotation."""
    start, end = one.contents[-1]
    return any(q.start <= end - 1 < q.end or q.start == start for q in page.touching(start, end))


@rule("ATT-045")
def _dialogue(page: QuotationIndex, before: int, told: _Told) -> bool:
    """True when the two statements before are by different speakers in turn, each quoted."""
    tree = page.tree
    one = told.found[before]
    number = told.before(_reach(page, one)[0], skip=before)
    if number is None or one.source is None:
        return False
    last = told.found[number]
    if last.source is None or not _quotes(page, last):
        return False
    between = tree.text[_reach(page, last)[1] : one.start]
    different = tree.word(last.source) != tree.word(one.source)
    return different and not between.strip("\"“”'’‘«» \n")


def _transcribed(page: QuotationIndex) -> Iterator[AttributionCandidate]:
    """The turns of a transcript: a label with who speaks, and what follows up to the next one."""
    tree = page.tree
    labels = turn_labels(tree.text)
    for label, following in zip_longest(labels, labels[1:]):
        contents = _turn(tree.text, label.end, following.start if following else None)
        if label.name is None or not contents:
            continue
        names = [n for n in range(*tree.at(*label.name)) if tree.tokens[n].upos != "PUNCT"]
        cue = tree.at(label.end - 1, label.end)
        if names and cue[0] < cue[1]:
            yield AttributionCandidate(
                head=cue[0],
                cue=cue,
                source=names[-1],
                contents=contents,
                act=_asked(tree.text[contents[-1][0] : contents[-1][1]]),
                frame="turn",
            )


def _turn(text: str, start: int, end: int | None) -> tuple[Range, ...]:
    """The words of a turn without the notes in it; the last one ends with its paragraph, since
    what follows it may be no transcript any more."""
    if end is None:
        close = text.find("\n", start)
        end = len(text) if close < 0 else close
    return without_notes(text, start, end)


def _asked(turn: str) -> Act:
    return "asked" if turn.rstrip(' "”').endswith("?") else "said"


# --- whose words a whole paragraph was, told in the next -------------------------------------


def _owned(page: QuotationIndex, quotation: Quotation) -> AttributionCandidate | None:
    """The person of "The words are those of Ana Ruiz" after a paragraph that is a quotation."""
    tree, text = page.tree, page.tree.text
    low, high = page.line(quotation.start)[0], page.line(quotation.end)[1]
    if high == len(text) or _skipped(text, quotation.end) < high:
        return None
    if not text[low : quotation.start].isspace() and low < quotation.start:
        return None
    start = _skipped(text, high)
    opening = text[start : start + 40].lower()
    if not any(opening.startswith(lead) for lead in words("layout", "owned")):
        return None
    first = tree.at(start, start + 1)[0]
    last = tree.sentence_of(first)[1]
    named = [n for n in range(first, last) if tree.labels.get(n) == "person"]
    if not named:
        return None
    return AttributionCandidate(
        head=None,
        cue=None,
        source=named[0],
        contents=((quotation.start, quotation.end),),
        act="said",
        frame="alone",
    )


def _skipped(text: str, place: int) -> int:
    """The first place from there on that is no white space."""
    while place < len(text) and text[place].isspace():
        place += 1
    return place


# --- a name before a colon, after a dash -----------------------------------------------------


def _introduced(page: QuotationIndex, quotation: Quotation) -> AttributionCandidate | None:
    """The speaker before a colon: "The president was blunt: “…”", "And from X: “…”"."""
    tree = page.tree
    lead = tree.text[max(0, quotation.start - 4) : quotation.start]
    if not _COLON.search(lead):
        return None
    near = range(*tree.at(quotation.start - len(lead), quotation.start))
    colon = next((number for number in reversed(near) if tree.word(number) == ":"), 0)
    if colon < 1:
        return None
    source = _subject(tree, tree.opening(colon), colon)
    if source is None:
        return None
    return AttributionCandidate(
        head=colon,
        cue=(colon, colon + 1),
        source=source,
        contents=((quotation.start, quotation.end),),
        act="said",
        frame="colon",
    )


def _signed(page: QuotationIndex, quotation: Quotation) -> AttributionCandidate | None:
    """The speaker after a dash: "“…” — Jonas Feld, diver"."""
    tree = page.tree
    match = _DASH.match(tree.text, quotation.end) or _DASH_LINE.match(tree.text, quotation.end)
    if match is None:
        return None
    cue = tree.at(match.start(1), match.end(1))
    first = tree.at(match.end(), match.end() + 1)[0]
    if cue[0] >= cue[1] or first >= len(tree.tokens):
        return None
    last = tree.at(match.end(), page.line(match.end())[1])[1]
    if last - first > 20 or any(
        tree.tokens[n].xpos in ("VBD", "VBZ", "VBP", "MD") for n in range(first, last)
    ):
        return None
    source = next(_heads(tree, first, last), None)
    if source is None or tree.tokens[source].upos != "PROPN":
        return None
    return AttributionCandidate(
        head=cue[0],
        cue=cue,
        source=source,
        contents=((quotation.start, quotation.end),),
        act="said",
        frame="dash",
    )


def _subject(tree: Parse, first: int, last: int) -> int | None:
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


def _heads(tree: Parse, first: int, last: int) -> Iterator[int]:
    """Nouns among first:last that hang on nothing among them, prepositions aside."""
    for number in range(first, last):
        token = tree.tokens[number]
        if token.upos in ("NOUN", "PROPN") and not (
            first <= token.head < last and token.head != number
        ):
            yield number
