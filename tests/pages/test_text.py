"""The text of a page: what of it is kept, whole, and in one piece."""

import textwrap

import pytest

from hearsay.model import Document, Rejected
from hearsay.pages import extract

PARAGRAPHS = (
    "The river rose above the mark on Monday night and the council told the people of nine "
    "streets to leave their houses before dawn.",
    "“We had no choice,” said Ana Sol, who runs the shelter in the old school. “The water came "
    "through the door at three.”",
    "The ministry of the interior said that soldiers would bring blankets and that the bridge at "
    "Tarn would stay shut until the end of the week.",
)
BODY = "\n\n".join(PARAGRAPHS)
TITLE = "River rises above the mark"


def found(text: str) -> list[Document | Rejected]:
    return extract(text.encode(), "page.txt")


def page(text: str) -> Document:
    (document,) = found(text)
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize("width", [28, 36, 60, 72, 110, 140])
def test_lines_wrapped_at_any_width_are_paragraphs_again(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    assert page(f"River rises\n\n{wrapped}").text == BODY


CREDITS = [
    "(Reporting by Jane Roe; Editing by John Doe)",
    "Additional reporting by Jane Roe in Split.",
    "The Associated Press contributed to this report.",
]


@pytest.mark.parametrize("credit", CREDITS)
def test_a_paragraph_that_ends_in_a_credit_loses_the_credit_alone(credit: str) -> None:
    document = page(f"{TITLE}\n\n{BODY} {credit}")
    assert document.text == BODY
    assert document.byline == ("Jane Roe",) or document.credits == ("Associated Press",)


def test_news_reported_from_a_place_is_no_credit() -> None:
    told = "Floods were reported from three more valleys, and two bridges were lost."
    assert told in page(f"{TITLE}\n\n{BODY}\n\n{told}").text
    by = page(f"{TITLE}\n\n{BODY}\n\nAna Sol reported from Tarn.")
    assert by.text == BODY


def test_a_last_paragraph_that_was_cut_short_is_kept_and_a_headline_is_not() -> None:
    cut = "The mayor said on Tuesday that the pumps had"
    assert page(f"{TITLE}\n\n{BODY}\n\n{cut}").text == f"{BODY}\n\n{cut}"
    other = "Ferry sinks off the coast of Java with forty aboard"
    assert page(f"{TITLE}\n\n{BODY}\n\n{other}").text == BODY


def test_a_lead_set_as_a_heading_is_kept() -> None:
    rest = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[1:])
    html = f"<html><body><article><h1>{TITLE}</h1><h2>{PARAGRAPHS[0]}</h2>{rest}</article></body>"
    assert page(html).text == BODY


def test_notices_of_cookies_and_lines_in_other_languages_go() -> None:
    notice = "This website stores cookies on your computer. They are used to improve your visit."
    foreign = "Une femme traverse le pont de Tarn lundi soir.\n\nLe pont est fermé."
    assert page(f"{TITLE}\n\n{BODY}\n\n{notice}\n\n{foreign}").text == BODY


def test_of_a_page_in_several_languages_the_english_part_is_read() -> None:
    french = (
        "La rivière est montée au-dessus de la marque lundi soir et le conseil a dit aux gens de "
        "neuf rues de quitter leurs maisons.\n\nLe ministère de l’intérieur a dit que des soldats "
        "apporteraient des couvertures et que le pont resterait fermé jusqu’à la fin de la "
        "semaine prochaine.\n\nLes enfants dorment dans les écoles de la vallée, où les voisins "
        "leur portent du pain, du lait et des couvertures chaque matin avant l’aube."
    )
    assert page(f"{french}\n\n{TITLE}\n\n{BODY}").text == BODY
    caption = "The river at Tarn on Monday was above the mark."
    (refused,) = found(f"{french}\n\n{caption}")
    assert isinstance(refused, Rejected) and "French" in refused.reason


TITLES = [
    ("River rises\nMarch 3, 2015", "River rises"),
    ("River rises", "River rises"),
    ("Flooding", None),  # its opening does not tell it again: as well a section
    ("Ten nights in a school\n\nThe Harbour Post\n\nMarch 3, 2015", "Ten nights in a school"),
    ("Jane Roe and John Doe\n\nThe Harbour Post", None),
]


@pytest.mark.parametrize(("head", "title"), TITLES)
def test_short_headlines(head: str, title: str | None) -> None:
    assert page(f"{head}\n\n{BODY}").title == title


LETTERS = [
    ("T\n\nhe river rose above the mark on Monday night.", "The river"),
    ("T he river rose above the mark on Monday night.", "The river"),
    ("resident Sol told nine streets to leave.\n\nAides of President Sol wept.", "President Sol"),
    ("overnment buildings were cleared before dawn on Monday.", "Government buildings"),
    ("he river rose above the mark on Monday night.", "he river"),  # The, or She
    ("A man was led from the roof before dawn.", "A man"),
]


@pytest.mark.parametrize(("opening", "words"), LETTERS)
def test_a_first_letter_that_was_set_large(opening: str, words: str) -> None:
    assert page(f"{TITLE}\n\n{opening}\n\n{BODY}").text.startswith(words)


def test_a_second_article_is_set_aside() -> None:
    first = f"{TITLE}\n\nBy Ana Sol\n\nMarch 3, 2015\n\n{BODY}"
    second = (
        f"Bishop will not go\n\nBy Marc Noel\n\nMarch 1, 2015\n\n{BODY.replace('river', 'sea')}"
    )
    document, aside = found(f"{first}\n\n{second}")
    assert isinstance(document, Document) and isinstance(aside, Rejected)
    assert document.text == BODY and document.byline == ("Ana Sol",)
    assert [str(item.days and item.days.earliest) for item in document.dates] == ["2015-03-03"]
    assert aside.reason == (
        "A second article begins at “Bishop will not go”; give it a file of its own."
    )
    box = f"{first}\n\nBishop will not go\n\nMarch 1, 2015\n\n{PARAGRAPHS[0]}"
    assert len(found(box)) == 1
