"""Pages of one thing a hundred thousand times over: judged in seconds, as their length asks."""

import pytest

from hearsay.model import Document, Rejected
from hearsay.pages import extract
from hearsay.pages.input.html import html_sketch
from hearsay.pages.input.tags import with_few_attributes
from hearsay.pages.layout.address import is_address
from hearsay.pages.layout.furniture import judge
from hearsay.pages.layout.furniture_cues import plain
from hearsay.pages.layout.lines import mend
from hearsay.pages.layout.paragraph import Paragraph, ParagraphVerdict
from hearsay.pages.metadata.date_evidence import furniture_evidence
from tests.limits import within

SENTENCE = "The ferry left the harbour at dawn, the ministry said on Monday."
LIMIT = 15  # seconds; each takes about one

SENTENCES = ["8", "1999-", "1 ", ", ", "a", "_", "a@b ", "aaaa@", "a@b.cc,", "(", "{}", "*", "| "]


@pytest.mark.parametrize("piece", SENTENCES)
def test_a_sentence_of_one_thing(piece: str) -> None:
    core = piece * (200_000 // len(piece))
    page = f"The ministry said that {core} and the minister left for the city."
    with within(LIMIT):
        (found,) = extract(page.encode(), "page.txt")
    assert isinstance(found, Document | Rejected)


ADDRESSES = [
    ("www.post.example", True),
    ("HTTPS://post.example/a?b=c, ana@post.example", True),
    ("ana@post.example", True),
    ("ana@post.example,roe@post", True),
    ("ana@post.example | roe@post", True),
    ("@post", True),
    ("#storm, @@post", True),
    ("ana@post", False),
    ("ana@.example", False),
    ("@post says", False),
    ("www.post.example is down", False),
    ("ana@post.example or roe@post", False),
    ("", False),
]


@pytest.mark.parametrize(("line", "address"), ADDRESSES)
def test_what_is_an_address(line: str, address: bool) -> None:
    assert is_address(line) is address


@pytest.mark.parametrize("piece", ["a@b ", "aaaa@", "a@b.cc,", "@", "www.a@b,", "#a,"])
def test_a_line_that_may_be_an_address(piece: str) -> None:
    with within(LIMIT):
        is_address(piece * 100_000)


def test_marks_behind_a_cue_are_looked_at_once() -> None:
    assert plain("• Read more: Ten storms (12) 5!") == "read more: ten storms (12) 5!"
    with within(LIMIT):
        (found,) = extract(("Share " + "5 (" * 60_000 + "storms").encode(), "page.txt")
    assert isinstance(found, Rejected)


def test_lines_that_all_go_on() -> None:
    with within(LIMIT):
        (joined,) = mend(["the men and the"] * 100_000 + ["town fell."])
    assert joined == "the men and the " * 100_000 + "town fell."


def test_closing_marks_on_a_line_of_their_own() -> None:
    assert mend(["He left the", "town.", ")", "and so on"]) == [
        "He left the town.",
        ")",
        "and so on",
    ]
    assert mend(["the men of the", ") town", ",and so on"]) == ["the men of the) town,and so on"]


def test_thousands_of_lines_that_are_no_article() -> None:
    lines = [ParagraphVerdict("Home", False, "navigation")] * 50_000
    article = [ParagraphVerdict(SENTENCE, True, "prose")] * 10
    with within(LIMIT):
        assert furniture_evidence([*article, *lines], "Home Page") == []


def test_a_long_title_is_compared_once_with_each_line() -> None:
    lines = [Paragraph(SENTENCE)] * 10_000
    with within(LIMIT):
        verdicts = judge(lines, title="storm " * 50_000)
    assert not any(verdict.reason == "title" for verdict in verdicts)


def test_many_writers_and_many_lines() -> None:
    writers = [f"Ana Sol {number}" for number in range(100_000)]
    lines = [Paragraph("Ana Sol 7 is a correspondent in Jakarta.")] * 20_000
    with within(LIMIT):
        verdicts = judge(lines, people=writers)
    assert {verdict.reason for verdict in verdicts} == {"note"}


def test_a_headline_of_many_days_dates_nothing() -> None:
    days = " ".join(f"MAY {day % 28 + 1}, {1900 + day // 28}" for day in range(2000))
    (found,) = extract(f"UPDATED {days}\n{SENTENCE}\n{SENTENCE}".encode(), "page.txt")
    assert isinstance(found, Document) and found.dates == ()


MARKUP = ["<li>the ferry left", "<h1>Ferry</h1>", "x<br>", "<p>fell", "<b>x</b>", "<!-- x -->", "<"]


@pytest.mark.parametrize("piece", MARKUP)
def test_markup_of_one_thing(piece: str) -> None:
    page = f"<html><body>{piece * (100_000 // len(piece))}<p>{SENTENCE} {SENTENCE} {SENTENCE}</p>"
    with within(LIMIT):
        found = html_sketch(page)
    assert any(SENTENCE in paragraph.text for paragraph in found.paragraphs)


def test_more_tags_than_any_page_has_are_not_parsed() -> None:
    with within(LIMIT):
        assert html_sketch("<html>" + "<b>x</b>" * 1_000_000).paragraphs == ()


def test_a_tag_of_two_hundred_thousand_attributes_keeps_its_text() -> None:
    many = " ".join(f"a{number}=x" for number in range(200_000))
    with within(LIMIT):
        found = html_sketch(f"<html><body><div {many}><p>{SENTENCE * 3}</p></div></body></html>")
    assert any(SENTENCE in paragraph.text for paragraph in found.paragraphs)


def test_attributes_that_only_seem_many() -> None:
    """Words inside quotation marks, scripts and comments have no attributes."""
    words = "x = y " * 3000
    for page in (
        f"<b title='{words}'>",
        f"<script>if (a <b {words}</script>",
        f"<!-- <b {words}-->",
    ):
        assert with_few_attributes(page) == page


@pytest.mark.parametrize("piece", ["<a \"'", "<b title=\"<b title='", "<!-- ", "<script>", "<a/"])
def test_tags_never_closed(piece: str) -> None:
    with within(LIMIT):
        with_few_attributes(piece * 200_000)
