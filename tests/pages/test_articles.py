"""Where a second article begins, and where it only seems to."""

import pytest

from hearsay.pages.input.sketch import Sketch
from hearsay.pages.layout.articles import first_article
from hearsay.pages.layout.paragraph import Paragraph

HEAD = ("Kiln lit again at Brenford", "By Mira Tolland", "May 3, 2012")
BODY = (
    "The old kiln at Brenford was lit again on Thursday after the potters had waited for nine "
    "years, and the mayor carried the torch up the hill himself while the town looked on.",
    "“It will burn for three days and nobody will sleep,” said the master of the guild, who had "
    "laid the bricks with his two daughters and who expects six hundred bowls from it.",
)
NEXT_HEAD = ("Ferry to Oslet gets new owner", "By Jon Esk", "May 1, 2012")


def sketch(*lines: str) -> Sketch:
    return Sketch(tuple(Paragraph(line) for line in lines))


def texts(cut: Sketch) -> list[str]:
    return [paragraph.text for paragraph in cut.paragraphs]


def test_the_second_of_two_articles_is_cut_at_its_headline() -> None:
    page = sketch(*HEAD, *BODY, *NEXT_HEAD, *BODY)
    cut, second = first_article(page)
    assert second == NEXT_HEAD[0]
    assert texts(cut) == [*HEAD, *BODY]


def test_the_first_article_alone_is_left_as_it_is() -> None:
    cut, _ = first_article(sketch(*HEAD, *BODY, *NEXT_HEAD, *BODY))
    assert first_article(cut) == (cut, None)


ONE_ARTICLE = [
    (),
    HEAD,
    BODY,
    (*HEAD, *BODY),
    (*HEAD, *BODY, *NEXT_HEAD),  # a teaser has a head and no text
    (*HEAD, *BODY, *NEXT_HEAD, "The ferry sails at noon."),
    (*HEAD, *BODY, NEXT_HEAD[0], NEXT_HEAD[2], *BODY),  # a box names no writer
    (*HEAD, *BODY, NEXT_HEAD[0], NEXT_HEAD[1], *BODY),  # or no day
    (*HEAD, BODY[0], *BODY, NEXT_HEAD[1], NEXT_HEAD[2], *BODY),  # or no headline
    (HEAD[0], *BODY, *NEXT_HEAD, *BODY),  # the page's own article has no such head
    (*HEAD, "The kiln was lit again on Thursday.", *NEXT_HEAD, *BODY),  # too little to be one
    (*HEAD, *NEXT_HEAD, *BODY, *BODY),  # nothing stands above the second head
]


@pytest.mark.parametrize("lines", ONE_ARTICLE)
def test_a_page_of_one_article_is_not_cut(lines: tuple[str, ...]) -> None:
    page = sketch(*lines)
    assert first_article(page) == (page, None)


def test_writer_and_day_may_change_places() -> None:
    swapped = (NEXT_HEAD[0], NEXT_HEAD[2], NEXT_HEAD[1])
    _, second = first_article(sketch(*HEAD, *BODY, *swapped, *BODY))
    assert second == NEXT_HEAD[0]


def test_of_three_articles_the_first_is_kept() -> None:
    third = ("Oslet wants a bridge", "By Ada Pell", "May 2, 2012")
    cut, second = first_article(sketch(*HEAD, *BODY, *NEXT_HEAD, *BODY, *third, *BODY))
    assert second == NEXT_HEAD[0] and texts(cut) == [*HEAD, *BODY]
