"""Words that a hyphen cuts at a line's end."""

import pytest

from hearsay.model import Document
from hearsay.pages import extract
from hearsay.pages.layout.hyphens import joined


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("dis-\nmissed", "dismissed"),
        ("Govern-\nment", "Government"),
        ("state-\nment", "statement"),
        ("air-\nport", "airport"),
        ("pro-\nposed", "proposed"),
        ("Satur-\nday", "Saturday"),
        ("anti-\ngovernment", "anti-government"),
        ("French-\nled", "French-led"),
        ("two-\nyear", "two-year"),
        ("moor-\ning", "mooring"),
    ],
)
def test_a_cut_word_is_whole_again(cut: str, whole: str) -> None:
    assert joined(f"the {cut} was") == f"the \n{whole} was"


def test_a_page_that_writes_the_word_elsewhere_decides() -> None:
    assert "peace-keepers left" in joined("The peace-keepers came. The peace-\nkeepers left.")
    assert "peacekeepers left" in joined("The peacekeepers came. The peace-\nkeepers left.")


@pytest.mark.parametrize(
    "text", ["at 7 -\nand", "the Rhine-\nMain line", "state-of-\nthe-art", "10-\nyear", "a --\nb"]
)
def test_other_hyphens_stay(text: str) -> None:
    assert joined(text) == text


def test_hard_lines_with_a_cut_word_are_one_paragraph() -> None:
    page = (
        "The ferry left the harbour at dawn, the min-\n"
        "istry said on Monday, and the gov-\n"
        "ernment told the mayor of the upper town to\n"
        "keep the bridge shut until the engineers had\n"
        "looked at it.\n"
    )
    (found,) = extract(page.encode(), "page.txt")
    assert isinstance(found, Document)
    assert found.text == (
        "The ferry left the harbour at dawn, the ministry said on Monday, and the government told "
        "the mayor of the upper town to keep the bridge shut until the engineers had looked at it."
    )
