"""The day of an undated page as its neighbours make it likely."""

from dataclasses import replace

import numpy as np

from hearsay.model import Dated, DateEvidence, Reading
from hearsay.ontology import table
from hearsay.resolve.dating import solve
from hearsay.resolve.dating.similar_pages import shares
from tests.resolve.dating.pages import evidence, page, told

MONTH = range(1, 31)


def _text(number: int) -> str:
    """Words of a day of a strike, some of them those of the days before."""
    near = [f"pithead{n} ballot{n} picket{n}" for n in (number - 2, number - 1, number)]
    return "The march yesterday was reported. " + " ".join(
        [*near, *(f"colliery{number}n{n}" for n in "abcdef")]
    )


def _dated() -> list[Reading]:
    return [
        _worded(page(f"{n}.txt", told("march", "yesterday"), dates=[_of(n)]), _text(n))
        for n in MONTH
    ]


def _of(number: int) -> DateEvidence:
    return evidence("given", f"1984-06-{number:02d}")


def _worded(one: Reading, text: str) -> Reading:
    return replace(one, document=replace(one.document, text=text))


def _solved(undated: Reading, dated: list[Reading]) -> Dated:
    return solve([*dated, undated]).published(undated.document.id)


def test_the_day_of_the_pages_most_alike_is_likely_and_says_so() -> None:
    found = _solved(_worded(page("u.txt", told("march", "yesterday")), _text(14)), _dated())
    assert str(found.earliest) <= "1984-06-14" <= str(found.latest)
    assert found.basis == "inferred"
    assert "most likely" in found.why
    assert "in ten come out within a day" in found.why


def test_what_the_page_itself_says_is_never_outweighed() -> None:
    dates = [evidence("dateline", "June 3, 1984")]
    one = _worded(page("u.txt", told("march", "yesterday"), dates=dates), _text(14))
    found = _solved(one, _dated())
    assert (str(found.earliest), found.basis) == ("1984-06-03", "stated")


def test_a_page_of_another_time_is_left_open() -> None:
    other = "The march yesterday was reported. " + " ".join(f"regatta{n} bunting{n}" for n in MONTH)
    found = _solved(_worded(page("u.txt", told("march", "yesterday")), other), _dated())
    assert found.earliest is None
    assert found.latest is None


def test_a_few_dated_pages_are_no_ground() -> None:
    one = _worded(page("u.txt", told("march", "yesterday")), _text(5))
    assert _solved(one, _dated()[:8]).earliest is None


def test_probabilities_add_up_and_follow_the_weights() -> None:
    grounds = {"near": np.log(np.array([0.8, 0.1, 0.1])), "week": np.zeros(3)}
    found = shares(grounds, {"near": 1.0, "week": 0.5})
    assert np.allclose(found, [0.8, 0.1, 0.1])
    assert shares(grounds, {"near": 2.0, "week": 0.5})[0] > 0.9


def test_every_weight_has_its_ground_and_every_likeness_its_weight() -> None:
    rows = table("date_evidence")["alike"]
    assert set(rows["likeness"]) <= set(rows["weight"])
    assert rows["alone"] < 1
    assert rows["claim"] <= 15
