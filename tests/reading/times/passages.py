"""The sentences of the tables beside: what is found in them against what is expected."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from hearsay.model import Analysis, Anchor, Timex
from hearsay.model.timex import days
from hearsay.reading import parse_page
from hearsay.reading.times import find_times
from tests import factories

TABLE = Path(__file__).with_name("sentences.tsv")
FRESH = Path(__file__).with_name("sentences_fresh.tsv")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, the day it was written, the words looked at and the days they should allow."""

    day: date
    sentence: str
    words: str
    expected: str
    held: bool


def passages() -> list[Passage]:
    """All rows of the first table; every second is held."""
    return [
        Passage(date.fromisoformat(day), sentence, words, expected, held=number % 2 == 1)
        for number, (day, sentence, words, expected) in enumerate(_rows(TABLE))
    ]


def fresh() -> list[Passage]:
    """All rows of the second table; those whose sentence has an odd hash are held."""
    return [
        Passage(date.fromisoformat(day), sentence, words, expected, held=_odd(sentence))
        for day, sentence, words, expected in _rows(FRESH)
    ]


def _rows(table: Path) -> list[list[str]]:
    lines = [line for line in table.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def _odd(sentence: str) -> bool:
    return sha256(sentence.encode()).digest()[-1] % 2 == 1


def outcome(passage: Passage, analyse: Callable[[str], Analysis]) -> str:
    """What is found over the words, in the form of the table."""
    document = factories.document(passage.sentence)
    found = find_times(document, parse_page(document, analyse(passage.sentence)))
    start = passage.sentence.index(passage.words)
    end = start + len(passage.words)
    over = [i for i, one in enumerate(found) if one.span.start < end and start < one.span.end]
    return told(found, over[-1], passage.day) if over else "none"


def told(found: tuple[Timex, ...], number: int, day: date) -> str:
    one = found[number]
    if one.anchor is Anchor.EVENT:
        low, high = one.offset or (0, 0)
        return f"event {low}..{high} {one.anchor_span.text if one.anchor_span else '?'}"
    interval = days(one, anchor_day(found, number, day))
    if interval is None:
        return "open"
    if interval.earliest == interval.latest:
        return str(interval.earliest)
    return f"{interval.earliest}..{interval.latest}"


def anchor_day(found: tuple[Timex, ...], number: int, day: date) -> date | None:
    one = found[number]
    if one.anchor is not Anchor.TIMEX:
        return day
    if one.anchor_timex is None:
        return None
    named = days(found[one.anchor_timex], anchor_day(found, one.anchor_timex, day))
    return named.earliest if named is not None else None


def agrees(passage: Passage, seen: str) -> bool:
    """True when what is seen is expected; an event may be told in more words than expected."""
    if passage.expected.startswith("event"):
        return seen.startswith(passage.expected)
    return seen == passage.expected
