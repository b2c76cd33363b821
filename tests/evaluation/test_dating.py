"""What the benchmark of undated pages counts, and what it takes from a page."""

from datetime import date

from evaluation.dating import (
    Article,
    chosen,
    figures,
    header_rows,
    plain,
    rows_of,
    stripped,
    tuned,
)
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


def test_only_days_that_follow_from_what_is_told_are_certain() -> None:
    likely, wrong = (
        Dated(DAY, DAY, "inferred"),
        Dated(date(1956, 11, 7), date(1956, 11, 9), "stated"),
    )
    assert "certain" not in _figures(likely, Dated(DAY, None, "stated"))
    assert _figures(likely, wrong, Dated(date(1956, 11, 1), DAY, "derived"))["certain"] == 50.0


def test_a_sample_is_fixed_and_part_of_it_hidden() -> None:
    articles = [Article("Suez_courier", str(n), DAY, "") for n in range(200)]
    found = chosen(articles, 60)
    assert found == chosen(articles[::-1], 60)
    assert len(found) == 60
    assert sum(article.hidden for article in found) == 18
    assert len(chosen(articles, None)) == 200


def test_topics_fall_into_those_tuned_on_and_those_held_out() -> None:
    names = [f"topic{n}" for n in range(20)]
    rows = rows_of({name: [(Dated(DAY, DAY), DAY)] for name in names})
    assert 5 < sum(tuned(name) for name in names) < 15
    assert {row.set for row in rows} == {*names, "all", "tuned", "held"}
    assert {row.value for row in rows} == {100.0}


def test_pages_with_their_headers_are_measured_by_topic_and_together() -> None:
    wide = Dated(date(1956, 11, 5), date(1956, 11, 6), "stated")
    wrong = Dated(date(1956, 11, 7), date(1956, 11, 7), "metadata")
    found = header_rows(
        {
            "one": [(Dated(DAY, DAY, "metadata"), DAY), (wide, DAY)],
            "other": [(wrong, DAY), (Dated(DAY, DAY, "inferred"), DAY)],
            "silent": [(Dated(), DAY)],
        }
    )
    values = {(row.set, row.figure): round(row.value, 1) for row in found}
    assert values["one-headers", "answered"] == 100.0
    assert values["one-headers", "exact"] == 50.0
    assert values["other-headers", "certain"] == 0.0
    assert values["silent-headers", "answered"] == 0.0
    assert ("silent-headers", "certain") not in values
    assert values["headers", "certain"] == 66.7
    assert values["headers", "answered"] == 60.0
