"""The hostile pages are what they are called, and their costs come as a table."""

import pytest

from evaluation.hostile import PAGES
from evaluation.stress import STAGES, measure, row


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_about_the_size_asked_for(name: str) -> None:
    assert 0.5 < len(PAGES[name](20_000)) / 20_000 < 2
    assert PAGES[name](20_000) == PAGES[name](20_000)


def test_a_page_is_measured_by_its_stages() -> None:
    found = measure("he said", 2_000)
    assert {*STAGES, "peak"} == set(found)
    assert all(found[stage] > 0 for stage in STAGES)


def test_a_page_that_does_not_end_is_said_to() -> None:
    assert row("sentences", 2_000, 0.01) == f"{'sentences':24} not within 0 s"
