"""How well the words of marked passages are told to refer: right, wrong, or left open."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from hearsay.model import Name
from hearsay.reading.names.link.pronoun_forms import form_of

_MARK = re.compile(r"\{([^{}=]*)=([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a passage and whom they mean: a name, several with "&", "-" or "?" for none."""

    start: int
    end: int
    words: str
    gold: str

    @property
    def sort(self) -> str:
        form = form_of(self.words)
        if form is None:
            return "described" if self.words.lower().startswith("the ") else "short"
        if form.first:
            return "first"
        return "joint" if "&" in self.gold else "third"


@dataclass(frozen=True, slots=True)
class Passage:
    id: str
    text: str
    marks: tuple[Mark, ...]

    @property
    def held(self) -> bool:
        """True for the half that is only ever looked at in sum."""
        return blake2b(self.id.encode(), digest_size=2).digest()[0] % 2 == 1


def passages(path: Path) -> list[Passage]:
    blocks = re.split(r"^== ", path.read_text("utf-8"), flags=re.M)[1:]
    return [_passage(*block.partition("\n")[::2]) for block in blocks]


def _passage(name: str, marked: str) -> Passage:
    text, at, marks = "", 0, []
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        marks.append(Mark(len(text), len(text) + len(match[1]), match[1], match[2]))
        text, at = text + match[1], match.end()
    return Passage(name, (text + marked[at:]).strip(), tuple(marks))


def judge(passage: Passage, names: tuple[Name, ...]) -> Iterator[tuple[Mark, str, str | None]]:
    """Each mark with its verdict, and the name given to it: "right", "wrong", "open" (a name was
    to be found), "invented" (none was), "rest" (none was, and none is given)."""
    for mark in passage.marks:
        found = _at(names, mark)
        given = None if found is None else found.canonical
        if mark.gold in ("-", "?"):
            yield mark, "rest" if given is None else "invented", given
        elif found is not None and any(n.chain == found.chain and _means(n, mark) for n in names):
            yield mark, "right", given
        else:
            yield mark, "open" if given is None else "wrong", given


def _means(name: Name, mark: Mark) -> bool:
    """True for a mention that goes by the name or names wanted."""
    if name.form == "pronoun":
        return False
    if "&" in mark.gold:
        return all(part.strip() in name.span.text for part in mark.gold.split("&"))
    if mark.gold.islower():
        return mark.gold in name.span.text.lower()
    words = name.core.text
    short = mark.gold in words and len(words) < len(mark.gold) + 12
    return short or name.span.text == mark.gold


def _at(names: tuple[Name, ...], mark: Mark) -> Name | None:
    """The mention that these words are: as its phrase or core, else the longest inside them."""
    for name in names:
        if (mark.start, mark.end) in (
            (name.span.start, name.span.end),
            (name.core.start, name.core.end),
        ):
            return name
    inside = [n for n in names if mark.start <= n.core.start and n.core.end <= mark.end]
    return max(inside, key=lambda n: (n.core.end, n.span.end - n.span.start), default=None)


def shares(verdicts: Counter[str]) -> tuple[float, float]:
    """Precision (right of what was given a name) and recall (right of what has one)."""
    right, wrong = verdicts["right"], verdicts["wrong"]
    given = right + wrong + verdicts["invented"]
    return right / max(given, 1), right / max(right + wrong + verdicts["open"], 1)
