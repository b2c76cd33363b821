"""What is likely of the days that stand."""

from dataclasses import replace

from hearsay.model import Attribution, Reading
from hearsay.resolve.dating import solve
from tests.resolve.dating.pages import days, evidence, page, told


def _filed_on_sunday(when: str) -> Reading:
    """A page with a dateline of a Sunday on which somebody said something; it tells no event."""
    one = page("a", told("union", when), dates=[evidence("dateline", "June 3, 1984")])
    span = one.events[0].span
    said = Attribution("indirect", span, (span,), None, (), (), timex=0)
    return replace(one, attributions=(said,), events=())


def _published(one: Reading) -> str:
    return days(solve([one]).published(one.document.id))


def test_what_was_said_in_the_night_is_not_over_that_evening() -> None:
    assert _published(_filed_on_sunday("Sunday night")) == "1984-06-04"


def test_what_was_said_by_day_leaves_the_day() -> None:
    assert _published(_filed_on_sunday("Sunday")).startswith("1984-06-03")
