"""Text to paragraphs: each line is one, but for text that was wrapped at a fixed width."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from hearsay import ontology

_SPACE = re.compile(r"\s+")
_WIDEST = 100  # few mail programs and wire printers wrap longer lines
_NARROWEST = 45
_FULL_SHARE = 0.7
_ANY_WIDTH = range(20, 240)  # widths at which text is wrapped where nearly every line shows it
_SURE_SHARE = 0.9
_SURE_LINES = 3
_SHORT = 0.6  # of the width: a line so short and no sentence's end is a heading
_INDENT = re.compile(r"^(?: {2,}|\t)\S")
_BULLET = re.compile(r"^\s*(?:[•●▪‣◦·*–—-]|\d{1,2}[.)])\s+\S")


def collapse(text: str) -> str:
    """`text` with each stretch of white space made one space, none at the ends."""
    return _SPACE.sub(" ", text).strip()


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a page, in order, white space collapsed, none empty.

    >>> paragraphs("One line.\\nAnother.\\n\\n  A third. ")
    ['One line.', 'Another.', 'A third.']
    """
    groups = [_lines(block) for block in re.split(r"\n[^\S\n]*\n", text)]
    width = max((len(line) for group in groups for line in group), default=0)
    wrapped = _wrapped(groups, width)
    found = [line for group in groups for line in (_unwrapped(group, width) if wrapped else group)]
    return [paragraph for paragraph in map(collapse, found) if paragraph]


def _lines(block: str) -> list[str]:
    return [line.rstrip() for line in block.split("\n") if line.strip()]


def _full(line: str, following: str, width: int) -> bool:
    """True when the first word of the line that follows had no room on this one.

    Two characters of grace: some programs count the line end, or break before a dash.
    """
    words = following.split(maxsplit=1)
    return len(line) + len(words[0]) + 3 > width


def _wrapped(groups: Sequence[Sequence[str]], width: int) -> bool:
    """True when most lines that do not end a sentence are as long as the width lets them be."""
    if width not in _ANY_WIDTH:
        return False
    pairs = [pair for group in groups for pair in pairwise(group)]
    running = [(a, b) for a, b in pairs if not _ends(a) and not _BULLET.match(b)]
    full = sum(_full(a, b, width) for a, b in running)
    if not _NARROWEST <= width <= _WIDEST:
        goes_on = sum(b.lstrip()[:1].islower() for _, b in running)
        sure = len(running) >= _SURE_LINES and goes_on >= len(running) / 2
        return sure and full >= _SURE_SHARE * len(running)
    return bool(running) and full >= _FULL_SHARE * len(running)


def _ends(line: str) -> bool:
    return _unclosed(line).endswith((".", "!", "?", ":"))


def _unclosed(line: str) -> str:
    """The line without the marks that close it."""
    return line.rstrip("\"'”’)]")


def _unwrapped(group: Sequence[str], width: int) -> Iterable[str]:
    """The group's paragraphs: a new one after a short line, at an indent or at a bullet."""
    current = group[0] if group else ""
    for line, following in pairwise(group):
        short = not _full(line, following, width) and (_ends(line) or len(line) < _SHORT * width)
        indented = bool(_INDENT.match(following)) and not _INDENT.match(line)
        if short or indented or _BULLET.match(following):
            yield current
            current = following
        else:
            current += " " + following.lstrip()
    yield current


def mend(found: Sequence[str]) -> list[str]:
    """The paragraphs with those joined that a crawler broke in the middle of a sentence.

    A line that ends in "the", "told", "of", or in a comma before a small letter, goes on in the
    next one; and what was so joined goes
    on as long as lines begin in lower case or with a comma.

    >>> mend(["The minister told", "Reuters", "that talks were over."])
    ['The minister told Reuters that talks were over.']
    """
    mended: list[_Mended] = []
    joining = False
    for line in found:
        last = mended[-1] if mended else None
        joining = last is not None and (last.breaks_off(line) or (joining and last.goes_on(line)))
        if last is not None and joining:
            last.add(line)
        else:
            mended.append(_Mended(line))
    return ["".join(paragraph.pieces) for paragraph in mended]


class _Mended:
    """A paragraph while its lines are joined. What is asked of it is known from its last line and
    counts, so that a page of lines that all go on costs no more than its length."""

    __slots__ = ("_capitals", "_small", "ended", "pieces", "words")

    def __init__(self, line: str) -> None:
        self.pieces = [line]
        self.words = len(line.split())
        self.ended = _ends(line)
        self._capitals = line.isupper()
        self._small = not self._capitals and _cased(line)

    def add(self, line: str) -> None:
        """Joins one more line to it, without a space where the line begins with a stop."""
        glued = line[0] in ",.;:)"
        self.pieces += [line] if glued else [" ", line]
        self.words += len(line.split()) - glued
        # A line of closing marks alone, glued to a full stop, ends what the stop ended.
        self.ended = _ends(line) or (self.ended and glued and not _unclosed(line))
        self._capitals = self._capitals or line.isupper()
        self._small = self._small or (not line.isupper() and _cased(line))

    def breaks_off(self, following: str) -> bool:
        """True when it ends in the middle of a sentence that the line that follows may finish."""
        line = self.pieces[-1]
        if (line.endswith(",") or _is_drop_cap(line)) and following[0].islower():
            return True
        unfinished = line.rsplit(maxsplit=1)[-1].lower() in _unfinished()
        whole = following[:1].isupper() and _ends(following) and len(following.split()) >= 8
        shouted = self._capitals and not self._small
        return unfinished and self.words >= 3 and not shouted and not whole

    def goes_on(self, following: str) -> bool:
        return not self.ended and (following[0].islower() or following[0] in ",;)")


def _is_drop_cap(line: str) -> bool:
    """True for a letter alone: the first of the paragraph that follows, set large."""
    return len(line) == 1 and line.isupper()


def _cased(line: str) -> bool:
    """True when a letter of the line is large or small."""
    return any(char.islower() or char.istitle() for char in line)


@cache
def _unfinished() -> frozenset[str]:
    """The words that no sentence ends in."""
    return frozenset(str(ontology.table("function_words")["unfinished"]).split())
