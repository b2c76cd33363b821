"""What the benchmark of undated pages counts, and what it takes from a page."""

from datetime import date

from evaluation.dating import figures, plain, stripped
from hearsay.model import Dated

DAY = date(1956, 11, 5)


def _figures(*answers: Dated) -> dict[str, float]:
    return {row.figure: row.value for row in figures("set", [(one, DAY) for one in answers])}


def test_an_open_or_long_interval_is_no_answer() -> None:
    found = _figures(Dated(), Dated(DAY, None), Dated(date(1956, 11, 1), date(1956, 11, 30)))
    assert found == {"exact": 0.0, "within_one": 0.0, "inside": 0.0, "answered": 0.0}


def test_the_middle_day_is_the_day_answered() -> None:
    found = _figures(
        Dated(DAY, DAY),
        Dated(date(1956, 11, 4), date(1956, 11, 6)),
        Dated(date(1956, 11, 5), date(1956, 11, 6)),
        Dated(date(1956, 11, 8), date(1956, 11, 8)),
    )
    assert found == {"exact": 50.0, "within_one": 75.0, "inside": 75.0, "answered": 100.0}


def test_what_dates_a_page_outside_its_text_is_taken_away() -> None:
    assert stripped("PARIS, Nov. 5 -- Troops landed.").strip() == "Troops landed."
    assert stripped("Monday, 5 November 1956 14:07 GMT Troops landed.").strip() == "Troops landed."
    assert stripped("CAIRO (Reuters) - Troops landed on Monday.") == " Troops landed on Monday."
    kept = "Troops landed on Monday, November 5."
    assert stripped(kept) == kept


def test_tokenised_text_is_made_plain() -> None:
    assert plain("`` No , '' he said -LRB- twice -RRB- .") == "“No,” he said (twice)."
