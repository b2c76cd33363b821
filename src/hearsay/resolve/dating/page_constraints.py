"""What a page says of its own day outside the running text, as claims on its publication."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, get_args

from hearsay.model import DateEvidence, Document, Interval, PartialDate
from hearsay.model.days import unit
from hearsay.model.vocabulary import Basis
from hearsay.ontology import known_word, table
from hearsay.resolve.dating.constraint import Constraint
from hearsay.resolve.dating.daysets import FIRST, LAST, DaySet
from hearsay.resolve.dating.recurring import days_of, every_year

_LONGEST_WORDS = 80
_SURE = 50
"""What is usual and weighs less than this is inferred, not told."""

_WRONG_WEEKDAY = 40
"""What evidence loses in weight when its weekday is not that of its date."""


def page_claims(document: Document) -> list[Constraint]:
    """The claims of the page's evidence on its publication day; weekdays alone make none."""
    return [
        claim
        for place, evidence in enumerate(document.dates)
        for claim in _claims(evidence, f"{place:04d}")
    ]


def told_weekdays(document: Document) -> tuple[int, ...]:
    """Weekdays that datelines name without a date ("LONDON, Tuesday")."""
    return tuple(
        evidence.partial.weekday
        for evidence in document.dates
        if evidence.kind == "dateline"
        and evidence.days is None
        and evidence.partial is not None
        and evidence.partial.weekday is not None
        and evidence.partial == PartialDate(weekday=evidence.partial.weekday)
    )


def updated_claims(document: Document) -> list[Constraint]:
    """The claims on the day the page was last changed."""
    return [
        Constraint(days, 50, "metadata", quoted(evidence), (evidence.kind, evidence.text))
        for evidence in document.dates
        if evidence.kind == "updated" and (days := _told(evidence)) is not None
    ]


def quoted(evidence: DateEvidence) -> str:
    """The clause that tells a reader of this evidence."""
    words = " ".join(evidence.text.split())
    if len(words) > _LONGEST_WORDS:
        words = words[: _LONGEST_WORDS - 1].rstrip() + "…"
    return str(_kind(evidence.kind)["why"]).format(words=words)


def _claims(evidence: DateEvidence, place: str) -> Iterator[Constraint]:
    """The claims of a piece of evidence; of two as heavy the first on the page is heard first."""
    row, told = _kind(evidence.kind), _told(evidence)
    if told is None:
        return
    key, why = (place, evidence.kind, evidence.text), quoted(evidence)
    loss = _WRONG_WEEKDAY if _wrong_weekday(evidence) else 0
    if "least" in row or "most" in row:
        weight = max(row["weight"] - loss, 1)
        yield Constraint(_bounded(told, row), weight, row["basis"], why, key)
    if "usual" in row:
        low, high = row["usual"]
        exact = low == high == 0 and row["usual_weight"] >= _SURE
        basis: Basis = row["basis"] if exact else "inferred"
        yield Constraint(told.moved(low, high), max(row["usual_weight"] - loss, 1), basis, why, key)


def _kind(kind: str) -> dict[str, Any]:
    kinds = _kinds()
    return kinds.get(kind, kinds["related"])


@cache
def _kinds() -> dict[str, dict[str, Any]]:
    """The kinds of evidence; ValueError for one whose basis the record does not know."""
    kinds: dict[str, dict[str, Any]] = table("date_evidence")["kind"]
    for name, row in kinds.items():
        if "basis" in row:
            known_word(row["basis"], get_args(Basis), "date_evidence.toml", name)
    return kinds


def _bounded(told: DaySet, row: dict[str, Any]) -> DaySet:
    if "least" in row and "most" in row:
        return told.moved(row["least"], row["most"])
    if not told.stretches:
        return told
    low = told.low + row["least"] if "least" in row else FIRST
    high = told.high + row["most"] if "most" in row else LAST
    return DaySet.between(low, high)


def _told(evidence: DateEvidence) -> DaySet | None:
    """The days named: an empty set when no calendar has them, None when the evidence names none."""
    if evidence.days is not None:
        return DaySet.of(evidence.days)
    said = evidence.partial
    if said is None or (said.year is None and said.month is None and said.day is None):
        return None
    if said.year is not None:
        return _in_year(said, said.year)
    if said.month is None or said.day is None:
        return None
    return every_year(said)


def _in_year(said: PartialDate, year: int) -> DaySet | None:
    if said.month is not None and said.day is not None:
        return DaySet.union(days_of(said, year))
    whole = _whole(year, said.month)
    return DaySet.of(whole) if whole is not None else None


def _whole(year: int, month: int | None) -> Interval | None:
    try:
        return unit("month" if month else "year", date(year, month or 1, 1))
    except ValueError:
        return None


def _wrong_weekday(evidence: DateEvidence) -> bool:
    if evidence.days is None or evidence.partial is None or evidence.partial.weekday is None:
        return False
    day = evidence.days.earliest if evidence.days.length == 1 else None
    return day is not None and day.weekday() != evidence.partial.weekday
