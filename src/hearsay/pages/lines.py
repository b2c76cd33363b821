"""Text to paragraphs: each line is one, but for text that was wrapped at a fixed width."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from hearsay import ontology

_SPACE = re.compile(r"\s+")
_WIDEST = 100  # a longer line was not wrapped by any mail program or wire printer
_NARROWEST = 45
_FULL_SHARE = 0.7
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
    if not _NARROWEST <= width <= _WIDEST:
        return False
    pairs = [pair for group in groups for pair in pairwise(group)]
    running = [(a, b) for a, b in pairs if not _ends(a) and not _BULLET.match(b)]
    full = sum(_full(a, b, width) for a, b in running)
    return bool(running) and full >= _FULL_SHARE * len(running)


def _ends(line: str) -> bool:
    return line.rstrip("\"'”’)]").endswith((".", "!", "?", ":"))


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
    mended: list[str] = []
    joining = False
    for line in found:
        broken = bool(mended) and (
            _breaks_off(mended[-1], line) or (joining and _goes_on(mended[-1], line))
        )
        if broken:
            mended[-1] += ("" if line[0] in ",.;:)" else " ") + line
        else:
            mended.append(line)
        joining = broken
    return mended


def _breaks_off(line: str, following: str) -> bool:
    last = line.rsplit(maxsplit=1)[-1].lower()
    if line.endswith(",") and following[0].islower():
        return True
    unfinished = last in set(str(ontology.table("function_words")["unfinished"]).split())
    whole_sentence = following[:1].isupper() and _ends(following) and len(following.split()) >= 8
    return unfinished and len(line.split()) >= 3 and not line.isupper() and not whole_sentence


def _goes_on(line: str, following: str) -> bool:
    return not _ends(line) and (following[0].islower() or following[0] in ",;)")
