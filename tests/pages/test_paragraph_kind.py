"""Paragraphs judged alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.pages.layout.paragraph import KEPT, Paragraph
from hearsay.pages.layout.paragraph_kind import ends_in_day, kind_alone
from tests.limits import within

PROSE = "The kiln at Brenford was lit again on Thursday, and the guild will keep it burning."

KINDS = [
    # What belongs to an article.
    (PROSE, "", "prose"),
    ("It burns.", "", "short"),
    ("“We had wood for two days and no more than that”", "", "quotation"),
    ("Those who were on the hill say that:", "", "lead-in"),
    ("The bricks came from a mill in the valley", "item", "item"),
    ("• The bricks came from a mill in the valley", "", "item"),
    ("“We are out of wood,” she said", "", "prose"),
    # What does not.
    ("https://brenford.example/kiln/2012", "", "address"),
    ("***", "", "no words"),
    ("12345", "", "no words"),
    ("", "", "no words"),
    ("03/05/2012", "", "date"),
    ("May 3, 2012", "", "date"),
    ("Brenford bakes again", "heading", "headline"),
    ("Brenford bakes its bread again after winter", "", "headline"),
    ("Home", "", "navigation"),
    ("Potters", "", "label"),
    ("NEWS FROM THE HILL", "", "label"),
    ("By Mira Tolland", "", "byline"),
    ("Mira Tolland and Jon Esk reported from Brenford.", "", "credit"),
    ("function () { return kiln.heat(900); }", "", "code"),
    ("The kiln after it was lit, Thursday, May 3, 2012.", "", "caption"),
    ("кузница в городе снова работает с четверга", "", "foreign"),
    ("町の窯に火が入った。", "", "foreign"),
]


@pytest.mark.parametrize(("text", "markup", "kind"), KINDS)
def test_kinds(text: str, markup: str, kind: str) -> None:
    assert kind_alone(Paragraph(text, markup)) == kind


def test_prose_outside_the_article_is_outside_and_furniture_stays_what_it_is() -> None:
    assert kind_alone(Paragraph(PROSE, "outside")) == "outside"
    assert kind_alone(Paragraph("By Mira Tolland", "outside")) == "byline"


def test_a_lead_set_as_a_heading_is_prose_and_a_shouted_one_is_not() -> None:
    assert kind_alone(Paragraph(PROSE, "heading")) == "prose"
    assert kind_alone(Paragraph(PROSE.upper(), "heading")) != "prose"


ENDS = [
    ("The kiln on the hill above Brenford, May 3, 2012", True),
    ("The kiln on the hill above Brenford, May 3, 2012.", True),
    ("The kiln will be lit on May 3, 2012, the mayor said", False),
    ("The mayor said it was lit on May 3, 2012", False),
    ("“The kiln”, May 3, 2012", False),
    ("The kiln on the hill above Brenford in May", False),
    ("", False),
    (f"{'The kiln on the hill ' * 15}on May 3, 2012", False),
]


@pytest.mark.parametrize(("text", "is_so"), ENDS)
def test_a_short_paragraph_that_ends_in_a_day(text: str, is_so: bool) -> None:
    assert ends_in_day(text) is is_so


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.sampled_from(["", "item", "heading"]))
def test_any_text_has_a_kind_and_outside_keeps_none(text: str, markup: str) -> None:
    assert kind_alone(Paragraph(text, markup))
    assert kind_alone(Paragraph(text, "outside")) not in KEPT


@pytest.mark.parametrize("unit", ["{", "a.b(", "“", ", May 3, 2012", "A. ", "(", "x@y ", "\u202e"])
def test_a_paragraph_of_one_mark_again_and_again_is_judged_at_once(unit: str) -> None:
    with within(10):
        assert kind_alone(Paragraph(unit * (60_000 // len(unit))))
