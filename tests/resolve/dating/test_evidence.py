"""What pages say of their own day outside the running text."""

from datetime import date
from pathlib import Path

import pytest

from hearsay.model import DateEvidence, Interval, PartialDate
from hearsay.ontology import table
from hearsay.resolve.dating import solve
from hearsay.resolve.dating.page_constraints import page_claims, told_weekdays
from tests.resolve.dating.pages import days, evidence, page, told

KINDS = sorted(table("date_evidence")["kind"])
DOCS = Path(__file__).parents[3] / "docs" / "dates.md"


def _published(*found: DateEvidence) -> str:
    one = page("a", told("vote"), dates=found)
    return days(solve([one]).published(one.document.id))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_in_the_docs(kind: str) -> None:
    assert f"| `{kind}`" in DOCS.read_text("utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_tells_its_words(kind: str) -> None:
    one = page("a", told("vote"), dates=[evidence(kind, "1992-05-27")])
    assert all("1992-05-27" in claim.why for claim in page_claims(one.document))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("given", "1992-05-27"),
        ("feed", "1992-05-27"),
        ("markup", "1992-05-27"),
        ("header", "1992-05-27"),
        ("url", "1992-05-27"),
        ("dateline", "1992-05-27/1992-05-28"),
        ("updated", "1992-05-26/1992-05-27"),
        ("masthead", "1992-05-27"),
        ("guessed", "1992-05-26/1992-05-27"),
        ("caption", "1992-05-27/"),
        ("related", ""),
        ("unheard of", ""),
    ],
)
def test_the_days_of_each_kind(kind: str, expected: str) -> None:
    assert _published(evidence(kind, "1992-05-27")) == expected


def test_of_two_headers_the_first_is_the_page_s() -> None:
    first, second = evidence("header", "1992-05-27"), evidence("header", "1992-05-25")
    assert _published(first, second) == "1992-05-27"
    assert _published(second, first) == "1992-05-25"


def test_a_stamp_in_universal_time_may_leave_two_days() -> None:
    two = Interval(date(1992, 5, 27), date(1992, 5, 28))
    assert _published(DateEvidence("markup", "1992-05-27T23:10Z", two)) == "1992-05-27/1992-05-28"
    printed = evidence("header", "1992-05-28")
    stamp = DateEvidence("markup", "1992-05-27T23:10Z", two)
    assert _published(stamp, printed) == "1992-05-28"


def test_a_date_with_a_wrong_weekday_yields_to_one_without() -> None:
    wrong = evidence("header", "Monday, May 27, 1992")
    assert _published(wrong) == "1992-05-27"
    assert _published(wrong, evidence("url", "1992-05-25")) == "1992-05-25"


def test_a_month_or_a_year_alone_bounds_the_page() -> None:
    month = DateEvidence("url", "/1992/05/", None, PartialDate(1992, 5))
    assert _published(month) == "1992-05-01/1992-05-31"


def test_a_weekday_in_a_dateline_claims_nothing_alone() -> None:
    one = page("a", told("vote"), dates=[evidence("dateline", "LAGOS, Wednesday")])
    assert page_claims(one.document) == []
    assert told_weekdays(one.document) == (2,)


def test_words_that_name_no_day_claim_nothing() -> None:
    assert _published(DateEvidence("header", "01/02/1992", None, None)) == ""
    assert _published(DateEvidence("header", "May", None, PartialDate(month=5))) == ""
