"""What words say of days, where no calendar knows them; and which links may carry a day."""

from datetime import date

import pytest

from hearsay.model import Interval
from hearsay.resolve.events.date_hints import DateHint, hint_of_days, hints_of, seasons_meet
from hearsay.resolve.events.page_events import article_of, lemmas_of
from tests.readings import reading
from tests.resolve.stub import resolve


def clue(timex: str, options: str = "") -> DateHint:
    page = reading(f"Troops {{marched|MOBILIZE on=0 {options}}} <{timex}>.")
    return hints_of(page)[0]


def test_weekdays_and_nights() -> None:
    assert clue("on Friday|weekday=4").weekdays == {4}
    assert clue("overnight Sunday|weekday=6 night=1").weekdays == {6, 0}
    assert clue("on March 3|month=3 date=3").weekdays == frozenset()


def test_days_of_the_year() -> None:
    first = clue("on March 1|month=3 date=1").season
    assert first is not None
    assert first[0] == first[1] == 61
    month = clue("in March|month=3").season
    assert month == (61, 91)


def test_known_days_say_both() -> None:
    days = hint_of_days(Interval.day(date(1936, 3, 7)))
    assert days.weekdays == {5}
    assert days.season == (67, 67)
    assert hint_of_days(Interval(date(1936, 1, 1), date(1936, 12, 1))) == DateHint()


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ((61, 61), (61, 61), True),
        ((61, 61), (70, 80), False),
        ((360, 368), (1, 3), True),
        (None, (1, 3), True),
    ],
)
def test_times_of_year(
    one: tuple[int, int] | None, other: tuple[int, int] | None, meet: bool
) -> None:
    assert seasons_meet(one, other) is meet
    assert seasons_meet(other, one) is meet


@pytest.mark.parametrize(
    ("before", "article"),
    [
        ("He left. The ", "definite"),
        ("They heard of the long naval ", "definite"),
        ("It was a ", "indefinite"),
        ("after yet another ", "fresh"),
        ("Victims of ", None),
        ("He came. Heavy ", None),
    ],
)
def test_articles(before: str, article: str | None) -> None:
    assert article_of(before) == article


def test_words_of_one_class_meet_and_particles_part_them() -> None:
    assert lemmas_of("raid") & lemmas_of("bombard")
    assert not lemmas_of("shoot down") & lemmas_of("bombard")
    assert not lemmas_of("embrace") & lemmas_of("embargo")


HAIG, PYM = "[Haig Ames|person 1 USA GOV]", "[Pym Dale|person 2 GBR GOV]"


def test_one_call_on_a_like_weekday_dates_no_page() -> None:
    call = (
        f"{HAIG} {{called|CONSULT/phone p=1,2 on=0 lemma=call}} {PYM} <on Monday|weekday=0> about "
        "the convoy and the harbour blockade at the port."
    )
    dated = reading(call, published="1982-05-11", source="a")
    undated = reading("More was said of it. " + call, source="b")
    pages = {page.document.source: page for page in resolve(dated, undated).pages}
    assert pages["b"].published.earliest is None
