"""Days by what pages count: smaller counts before, larger ones after, the same on the same day."""

from math import log

import numpy as np

from hearsay.ontology import table
from hearsay.resolve.dating.growing_counts import Figures, figures, figures_of

ROWS = table("date_evidence")["alike"]["figure"]
DAYS = np.arange(712_000, 712_040)


def _grown(step: int = 40) -> Figures:
    """A page every other day, each with more refugees than the last."""
    days = DAYS[::2]
    told = [(("refugees", log(400 + step * n)),) for n in range(len(days))]
    return figures(told, days, ROWS)


def test_a_count_lies_between_the_days_of_smaller_and_of_larger_ones() -> None:
    between, again = _grown().met((("refugees", log(790)),), DAYS)
    assert abs(int(np.argmax(between)) - 19) <= 1
    assert not again.any()


def test_a_count_told_again_is_most_likely_of_the_same_days() -> None:
    _, again = _grown().met((("refugees", log(800)),), DAYS)
    assert np.argmax(again) == 20


def test_counts_of_another_size_or_of_other_things_say_nothing() -> None:
    for one in (("refugees", log(90_000)), ("refugees", log(20)), ("tanks", log(790))):
        between, again = _grown().met((one,), DAYS)
        assert not between.any()
        assert not again.any()


def test_what_few_pages_count_is_not_heard() -> None:
    few = figures([(("tents", log(n)),) for n in (40, 50, 60)], DAYS[:3], ROWS)
    assert not few.told


def test_the_order_of_pages_does_not_matter() -> None:
    days = DAYS[::2]
    told = [(("refugees", log(400 + 40 * n)),) for n in range(len(days))]
    turned = figures(told[::-1], days[::-1], ROWS)
    for one, other in zip(_grown().met(told[7], DAYS), turned.met(told[7], DAYS), strict=True):
        assert np.allclose(one, other)


def test_the_words_after_a_number_say_what_it_counts() -> None:
    found = figures_of("Some 1,200 refugees and 3 million displaced, 14 years on; $40 fines")
    assert found == (("displaced", log(3e6)), ("refugees", log(1200)))


def test_numbers_no_page_would_count_are_left_out() -> None:
    assert figures_of("9" * 500 + " sheep, 1 lamb, 0 goats") == ()
    assert figures_of("") == ()
