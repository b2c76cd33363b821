"""Quotations by their marks: curly, straight, doubled, nested, running on, never closed.

Newspapers use marks in every way there is, so the place of a mark (a space before it, a letter
after it) decides whether it opens or closes, and its shape only where the place leaves it open.
A quotation may run over several paragraphs, each opening anew and only the last one closing; one
that is never closed ends with its paragraph.
"""

import re
from dataclasses import dataclass, replace

from hearsay.rules import rule

_OPENING = "“„«‟‘‚‹"
_CLOSING = "”»’›"
_SINGLE = "'‘’‚‹›"
_MARK = re.compile(r"``|''|([\"“”„‟«»])\1?|['‘’‚‹›]")
# Words that lose their first letters take an apostrophe, which opens nothing.
_CLIPPED = re.compile(
    r"(?:\d|(?:em|til|tis|twas|twere|cause|n|neath|bout|round|cos|im|er)\b)", re.I
)
_AFTER_OPENING = re.compile(r"[\w\[($€£#@…¿¡]|\.\.\.|[-–—]\w|[\"“”„«'‘’`]{1,4}[\w\[($…]")
_BEFORE_OPENING = " \t\n\u00a0\u2009\u202f([{—–-:/,;="
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside marks: `start`:`end` with the marks, `inner` without, in code points.

    `depth` is 0 for one that lies in no other. `closed` is False where the closing mark is
    missing. `run` numbers quotations that are one, told over several paragraphs.
    """

    start: int
    end: int
    inner: tuple[int, int]
    depth: int
    closed: bool
    run: int


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    single: bool
    opens: bool
    closes: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation of `text` in the order of the text, outer before inner.

    >>> [text[slice(*q.inner)] for text in ["“We left,” he said."] for q in find_quotations(text)]
    ['We left,']
    """
    found: list[Quotation] = []
    run = 0
    running: Quotation | None = None
    for match in _PARAGRAPH.finditer(text):
        marks = _marks(text, match.start(), match.end())
        here = _paired(marks, text, match.start(), match.end(), running is not None)
        first = next((q for q in here if q.depth == 0), None)
        resumes = running is not None and first is not None and _at_start(first, text, match)
        if running is not None and not resumes:
            running = None
        for quotation in here:
            if not (resumes and quotation is first):
                run += 1
            found.append(replace(quotation, run=run))
        outer = [q for q in found[-len(here) :] if q.depth == 0] if here else []
        last = outer[-1] if outer else None
        running = last if last is not None and not last.closed else None
    return tuple(found)


@rule("ATT-046")
def _at_start(quotation: Quotation, text: str, paragraph: re.Match[str]) -> bool:
    return not text[paragraph.start() : quotation.start].strip()


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    marks = []
    for match in _MARK.finditer(text, start, end):
        mark = _judged(text, match, start, end)
        if mark.opens or mark.closes:
            marks.append(mark)
    return marks


def _judged(text: str, match: re.Match[str], low: int, high: int) -> _Mark:
    """A mark with what it may do. An apostrophe inside a word does nothing."""
    at, to, words = match.start(), match.end(), match.group()
    single = len(words) == 1 and words in _SINGLE
    before = text[at - 1] if at > low else " "
    left = before in _BEFORE_OPENING or before in _OPENING or before in '"“”„«`'
    right = bool(_AFTER_OPENING.match(text, to, high))
    opens = left and right
    closes = (not before.isspace() and not right) or (not left and not right)
    if single:
        if words in "'’" and opens and _CLIPPED.match(text, to, high):
            opens = False
        return _Mark(at, to, True, opens, closes and not before.isspace())
    if words == "``":
        return _Mark(at, to, False, True, False)
    if not opens and not closes:  # letters or spaces on both sides: by its shape, else either
        opens, closes = words[0] not in _CLOSING, words[0] not in _OPENING
    elif opens and before in '"“”„«' and words[0] in _CLOSING:
        opens, closes = False, True
    return _Mark(at, to, False, opens, closes)


def _paired(
    marks: list[_Mark], text: str, start: int, end: int, running: bool
) -> tuple[Quotation, ...]:
    """The quotations of one paragraph. `running`: the paragraph before ended inside one."""
    closers = _single_closers(marks, text)
    closing = frozenset(closers.values())
    stack: list[_Mark] = []
    found: list[Quotation] = []

    def close(mark: _Mark, stop: int, inner_stop: int, closed: bool) -> None:
        inner = _trimmed(text, mark.end, inner_stop)
        if inner is not None:
            found.append(Quotation(mark.start, stop, inner, len(stack), closed, 0))

    if running and marks and not marks[0].opens and not marks[0].single:
        stack.append(_Mark(start, start, False, True, False))
    for number, mark in enumerate(marks):
        if mark.single and number not in closers and number not in closing:
            continue
        if mark.single and number in closers:
            stack.append(mark)
            continue
        top = next(
            (n for n in range(len(stack) - 1, -1, -1) if stack[n].single == mark.single), None
        )
        if mark.closes and top is not None and not (mark.opens and _nests(marks, number)):
            del stack[top + 1 :]
            opening = stack.pop()
            close(opening, mark.end, mark.start, True)
        elif mark.opens and not mark.single:
            if top is not None and not _nests(marks, number):
                del stack[top + 1 :]
                opening = stack.pop()
                close(opening, mark.start, mark.start, False)
            stack.append(mark)
    while stack:
        opening = stack.pop()
        if not opening.single and not opening.closes:  # one that might close opens nothing alone
            close(opening, end, end, False)
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


@rule("ATT-047")
def _nests(marks: list[_Mark], number: int) -> bool:
    """True when an opening mark inside a quotation of its kind has a closing of its own."""
    balance = 0
    for mark in marks[number : number + 12]:
        if mark.single:
            continue
        if mark.opens != mark.closes:
            balance += 1 if mark.opens else -1
        if balance < 0:
            return True
    return False


def _single_closers(marks: list[_Mark], text: str) -> dict[int, int]:
    """For each single mark that opens a quotation, the number of the one that closes it.

    The first that follows punctuation is taken ("yours,'"); failing that the first that is no
    possessive plural ("the islanders' boat"), before a double mark closes what is around it.
    """
    pairs: dict[int, int] = {}
    taken = -1
    plain: list[int] = [n for n, mark in enumerate(marks) if mark.single and mark.closes]
    at = 0
    for number, mark in enumerate(marks):
        if not (mark.single and mark.opens) or number <= taken:
            continue
        while at < len(plain) and plain[at] <= number:
            at += 1
        limit = _enclosing_close(marks, number)
        choice = _best_closer(marks, plain[at : at + 24], limit, text)
        if choice is not None:
            pairs[number] = taken = choice
    return pairs


def _enclosing_close(marks: list[_Mark], number: int) -> int:
    depth = 0
    for other in range(number + 1, min(len(marks), number + 60)):
        mark = marks[other]
        if mark.single:
            continue
        depth += 1 if mark.opens and not mark.closes else -1
        if depth < 0:
            return other
    return len(marks)


def _best_closer(marks: list[_Mark], candidates: list[int], limit: int, text: str) -> int | None:
    inside = [n for n in candidates if n < limit]
    for number in inside:
        if text[marks[number].start - 1] in ',.?!;…”"':
            return number
    for number in inside:
        at = marks[number].start
        possessive = text[at - 1] in "sS" and text[at + 1 : at + 3].strip()[:1].islower()
        if not possessive:
            return number
    return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if any(map(str.isalnum, text[start:end])) else None
