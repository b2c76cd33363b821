"""The text as atoms: words, numbers and signs, each with the letter of the class it belongs to.

Time expressions are found over atoms and not over the model's tokens, since treebanks cut
"mid-1996", "10-year" and "a.m." in more than one way. Offsets are code points in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.ontology import table
from hearsay.rules import rule

_ABBREVIATIONS = frozenset(
    word.removesuffix(".")
    for name in ("MONTH", "MONTH_OR_WORD", "WEEKDAY", "WEEKDAY_OR_WORD", "CURRENCY")
    for word in table("time_words")[name]
    if word.endswith(".")
)
_HYPHENS = ("-", "–", "‑")
_POWERS = ("hundred", "thousand", "million")
_VULGAR = {"¼": 0.25, "½": 0.5, "¾": 0.75}
_TENS = range(20, 100, 10)
_MOST_WORDS = 20  # of one numeral; "hundred hundred hundred …" is none, and soon beyond any float
_CARDINALS = frozenset(table("time_words")["CARDINAL"])
_MARKS = str.maketrans("’‘`", "'''")

_ATOM = re.compile(
    r"(?P<short>[ap]\.m\.?(?!\w))|(?P<odd>9/11\b(?!/\d)|\b[qh][1-4]\b)|(?P<word>[^\W\d_]+)|"
    r"(?P<stamp>\d{4}-\d\d?-\d\d?(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?(?![\w-])"
    r"|\d{4}/\d\d?/\d\d?(?![\w/])|\d\d?/\d\d?/(?:\d{4}|\d\d)(?![\w/])"
    r"|\d\d?\.\d\d?\.\d{4}(?![\w.]))"
    r"|(?P<clock>\d\d?:\d\d(?::\d\d)?(?=$|[^\w:]|[ap]\.?m\b|(?:gmt|utc)\b))"
    r"|(?P<fraction>(?:\d{1,3}[ -])?[1-3]/[2348](?![\w/])|\d{0,3}[¼½¾])"
    r"|(?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+(?!\.?\d)|\d+)"
    r"(?=$|\W|(?:[ap]\.?m|st|nd|rd|th|s|gmt|utc|hrs)\b)(?P<ending>(?:st|nd|rd|th|s)\b)?"
    r"|(?P<rest>\w+)"
    r"|(?P<sign>[^\w\s])",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Atom:
    """One word, number or sign. `kind` is the name of its group in the scanner's pattern.

    `number` is the value of a numeral; `ending` its "th" or "s"; `glued` is True when
    no white space stands before it."""

    start: int
    end: int
    word: str
    kind: str
    number: float | None = None
    ending: str = ""
    glued: bool = False
    capital: bool = False


def atoms(text: str, start: int, end: int) -> list[Atom]:
    """The atoms of `text` from `start` to `end`, number words joined ("twenty-five" is one).

    >>> [atom.word for atom in atoms("On Oct. 1, at 2:30 p.m.", 0, 23)]
    ['on', 'oct.', '1', ',', 'at', '2:30', 'p.m.']
    """
    return list(_joined(_scan(text, start, end)))


def _scan(text: str, start: int, end: int) -> list[Atom]:
    found: list[Atom] = []
    before = -1
    for match in _ATOM.finditer(text, start, end):
        kind = match.lastgroup or "sign"
        low, high = match.span()
        word = match.group().lower()
        if kind == "sign":
            word = word.translate(_MARKS)
            if word == "." and low == before and found[-1].word in _ABBREVIATIONS:
                found[-1].end, found[-1].word, found[-1].kind = high, found[-1].word + ".", "short"
                continue
        atom = Atom(low, high, word, kind, None, "", low == before, text[low].isupper())
        if kind in ("number", "ending"):
            atom.kind = "number"
            atom.number = float(match.group("number").replace(",", "")[:15])
            atom.ending = (match.group("ending") or "").lower()
        elif kind == "fraction":
            atom.number = _mixed(word)
        found.append(atom)
        before = high
    return found


def _mixed(word: str) -> float:
    """The value of a whole number with a fraction: "2 1/2", "5½"."""
    whole, _, part = word.replace("-", " ").rpartition(" ")
    if word[-1] in _VULGAR:
        return float(word[:-1] or 0) + _VULGAR[word[-1]]
    above, below = part.split("/")
    return float(whole or 0) + int(above) / int(below)


def _joined(scanned: list[Atom]) -> Iterator[Atom]:
    """The atoms with runs of number words made one numeral."""
    if not any(atom.word in _CARDINALS for atom in scanned):
        yield from scanned
        return
    cardinals, ordinals = table("time_words")["CARDINAL"], table("time_words")["ORDINAL"]
    at = 0
    while at < len(scanned):
        first = scanned[at]
        led = first.word == "a" and at + 1 < len(scanned) and scanned[at + 1].word in _POWERS
        if first.word not in cardinals and not led:
            yield first
            at += 1
            continue
        run, at = _run(scanned, at + led, cardinals)
        last = scanned[at - 1]
        kind, number, ending = "words", _valued([cardinals[w] for w in run]), ""
        after = at + (at < len(scanned) and scanned[at].word in _HYPHENS)
        if (
            number in _TENS
            and after < len(scanned)
            and 0 < ordinals.get(scanned[after].word, 99) < 10
        ):
            last, number, ending = scanned[after], number + ordinals[scanned[after].word], "th"
            at = after + 1
        yield Atom(
            first.start, last.end, first.word, kind, number, ending, first.glued, first.capital
        )


def _run(scanned: list[Atom], at: int, cardinals: dict[str, int]) -> tuple[list[str], int]:
    """The number words from `at` on that make one numeral, and the place after them."""
    run = [scanned[at].word]
    at += 1
    while at < len(scanned) and len(run) < _MOST_WORDS:
        step = 0
        if scanned[at].word in cardinals:
            step = 1
        elif at + 1 < len(scanned) and scanned[at + 1].word in cardinals:
            joins = scanned[at].word in _HYPHENS and scanned[at + 1].glued
            step = 2 * (joins or (scanned[at].word == "and" and run[-1] in _POWERS))
        following = scanned[at + step - 1].word if step else ""
        if not step or not _goes_on(cardinals[run[-1]], cardinals[following]):
            break
        run.append(following)
        at += step
    return run, at


@rule("TIM-005")
def _goes_on(before: int, after: int) -> bool:
    """True when a numeral may go on so: twenty five, two hundred, hundred five, nineteen ninety."""
    if after >= 100 or before >= 100:
        return True
    return (before in _TENS and 0 < after < 10) or (10 < before <= 20 and after >= 10)


def _valued(numbers: list[int]) -> float:
    """The value of the number words; "nineteen ninety seven" is 1997."""
    if len(numbers) > 1 and 10 < numbers[0] <= 20 and 10 <= numbers[1] < 100:
        return float(100 * numbers[0] + sum(numbers[1:]))
    total = part = 0
    for number in numbers:
        if number >= 1000:
            total, part = total + max(part, 1) * number, 0
        elif number == 100:
            part = max(part, 1) * 100
        else:
            part += number
    return float(total + part)
