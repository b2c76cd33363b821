"""The headline found among the lines above the report."""

import pytest

from hearsay.pages.layout.paragraph import ParagraphVerdict
from hearsay.pages.layout.title import asks, find_title

OPENING = "The kiln at Brenford was lit again on Thursday, and the potters kept watch all night."


def verdicts(*lines: tuple[str, str]) -> list[ParagraphVerdict]:
    return [ParagraphVerdict(text, reason == "prose", reason) for text, reason in lines]


PROSE = (OPENING, "prose")
HEADLINE = ("Potters light the old kiln again", "headline")
STRANGE = ("Ferry owner sells three ships", "headline")

FOUND = [
    ((), None),
    ((HEADLINE,), None),  # no article, no headline of it
    ((PROSE,), None),
    ((HEADLINE, PROSE), 0),
    ((STRANGE, PROSE), 0),  # it stands right above
    ((HEADLINE, STRANGE, PROSE), 0),  # it shares most words
    ((STRANGE, HEADLINE, ("Brenford", "label"), PROSE), 1),
    ((STRANGE, ("Home", "label"), ("World", "label"), PROSE), None),
    ((STRANGE, ("By Mira Tolland", "byline"), ("May 3, 2012", "date"), PROSE), 0),
    ((("Mira Tolland Jon Esk", "headline"), ("May 3, 2012", "date"), PROSE), None),  # names
    ((STRANGE, ("Share", "label"), STRANGE, ("Share", "label"), PROSE), 2),  # told twice
    ((PROSE, HEADLINE), None),  # below the report
    ((("POTTERS LIGHT KILN", "label"), PROSE), 0),
    ((("Kiln lit", "label"), PROSE), 0),  # short, and told again
    ((("Weather", "label"), PROSE), None),
    ((("Kiln " * 31, "headline"), ("Share", "label"), PROSE), None),  # too long for one
]


@pytest.mark.parametrize(("lines", "number"), FOUND)
def test_the_headline(lines: tuple[tuple[str, str], ...], number: int | None) -> None:
    assert find_title(verdicts(*lines)) == number


def test_a_headline_far_above_is_another_pages() -> None:
    menu = [("Share", "label")] * 41
    assert find_title(verdicts(HEADLINE, *menu, PROSE)) is None
    assert find_title(verdicts(HEADLINE, *menu[:39], PROSE)) == 0


SECOND = ("They will know on Sunday.", "prose")
QUESTIONS = [
    ((("Who lit the kiln at Brenford?", "prose"), PROSE), 0),
    ((("Home", "label"), ("Who lit the kiln at Brenford?", "prose"), PROSE), 1),
    ((("Who lit the kiln at Brenford?", "prose"),), None),  # nothing would be left
    ((("Who lit it? Nobody knows?", "prose"), PROSE), None),
    ((("It burns. Who lit it?", "prose"), PROSE), None),
    ((("“Who lit the kiln?”", "prose"), PROSE), None),
    ((("Who did?", "short"), PROSE), None),
    ((PROSE, SECOND), None),
    ((), None),
]


@pytest.mark.parametrize(("lines", "number"), QUESTIONS)
def test_a_question_that_heads_the_page(
    lines: tuple[tuple[str, str], ...], number: int | None
) -> None:
    assert asks(verdicts(*lines)) == number
