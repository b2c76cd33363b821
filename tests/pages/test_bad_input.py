"""What is no page: set aside with a reason and a remedy, never an exception."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model import Document, Rejected
from hearsay.pages import extract, gather, pieces

SENTENCE = "The ferry left the harbour at dawn, the ministry said on Monday."

REFUSED = [
    (b"", "empty"),
    (b" \n\t ", "empty"),
    (b"%PDF-1.7 ...", "PDF"),
    (b"PK\x03\x04....", "zip"),
    (b"\x89PNG\r\n", "picture"),
    (bytes(range(256)) * 40, "binary"),
    (b"Home\nNews\nSport\n", "No sentence"),
    (b"<html><body></body></html>", "No sentence"),
    (
        "Der Minister sagte am Montag, die Brücke bleibe bis zum Frühjahr gesperrt.".encode(),
        "German",
    ),
    ("Министр сказал, что мост будет закрыт до весны.".encode(), "Russian"),
    ("大臣は火曜日、橋は春まで閉鎖されると述べた。".encode(), "Japanese"),
    (b'{"title": "no text"}', '"text" or "html"'),
    (b'{"text": "cut', "broken"),
    (b'{"text": "A line."}\n{"text": "cut\n{"text": "Another."}', "no JSON"),
    (b"x" * 20_000_001, "limit"),
]


@pytest.mark.parametrize(("data", "words"), REFUSED)
def test_refused_with_a_reason(data: bytes, words: str) -> None:
    reasons = [item.reason for item in extract(data, "page") if isinstance(item, Rejected)]
    assert any(words in reason for reason in reasons)


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings(encoding: str) -> None:
    line = "“We are cut off,” said José Muñoz, the mayor of the town’s upper part – for now."
    (found,) = extract(line.encode(encoding), "page")
    assert isinstance(found, Document)
    assert found.text == line


def test_declared_encoding_of_html() -> None:
    body = f"<html><head><meta charset='windows-1251'></head><body><p>{SENTENCE} {SENTENCE}</p>"
    (found,) = extract((body + "<p>Привет</p></body></html>").encode("cp1251"), "page")
    assert isinstance(found, Document)
    assert "�" not in found.text


def test_control_characters_and_odd_spaces_go_before_offsets_are_taken() -> None:
    dirty = "The fer\x00ry\u00a0left\u200b the\u2009harbour\x07 at dawn,\x0bthe ministry said."
    (found,) = extract(dirty.encode(), "page")
    assert isinstance(found, Document)
    assert found.text == "The ferry left the harbour at dawn, the ministry said."


def test_words_are_kept_as_typed() -> None:
    typed = "Cafe\u0301 owners ‘said’ so ﬁve times ... and “left”—twice, the report of 1 May said."
    (found,) = extract(typed.encode(), "page")
    assert isinstance(found, Document)
    assert found.text == typed


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_results(data: bytes) -> None:
    for item in extract(data, "page"):
        assert isinstance(item, Rejected) or all(p.strip() for p in item.text.split("\n\n"))


PIECES = st.sampled_from(
    [
        SENTENCE,
        "“No.”",
        "See also: storms",
        "By Ana Sol",
        "Home",
        "He left.",
        "Who won?",
        "It said:",
        "• 61 people died in India",
        "PARIS (AP) — Talks went on.",
        "LONDON, May 3 —",
        "4 May 1999",
        "CONTEXT",
        "Storm hits the northern coast",
        "© 2020 Post",
        "<p>",
        "Lire aussi la suite de la guerre",
        "Image caption",
        "Related",
        "The minister told",
        "Reuters",
        "that talks were over.",
        "...",
        "Leave a reply",
        "The minister and the mayor spoke for an hour about the bridge, and then the mayor left.",
    ]
)


@given(st.lists(st.tuples(PIECES, st.sampled_from(["\n", "\n\n", " "])), max_size=25))
@settings(max_examples=300, deadline=None, derandomize=True)  # rare orders still join two lines
def test_the_text_read_again_is_the_same_text(pieces: list[tuple[str, str]]) -> None:
    page = "".join(piece + end for piece, end in pieces)
    for item in extract(page.encode(), "page"):
        if isinstance(item, Document):
            assert all(paragraph.strip() for paragraph in item.text.split("\n\n"))
            (again,) = extract(item.text.encode(), "page")
            assert isinstance(again, Document)
            # A first line that asks or calls may be a headline as well.
            assert item.text in (again.text, f"{again.title}\n\n{again.text}")


def test_a_question_above_one_short_answer_stays() -> None:
    (found,) = extract("By Ana Sol Who won?\n“No.”\n".encode(), "page")
    assert isinstance(found, Document) and found.text == "By Ana Sol Who won?\n\n“No.”"


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class=x>",
        "<ul><li>",
        "<h1>",
        "<script>",
        "</script>",
        "<!--",
        "<b",
        "&lt;",
        "<table><tr><td>",
        "<article>",
        '<meta property="og:title" content="T">',
        "<br/>",
        "]]>",
        "\x00",
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":[1]}</script>',
        SENTENCE,
        '<script type="application/ld+json">[{"@graph":[{"@type":["Report"],"name":3}]}]</script>',
    ]
)


@given(st.lists(TAGS, max_size=20))
@settings(max_examples=200, deadline=None)
def test_any_markup_gives_results(tags: list[str]) -> None:
    for item in extract(("<html><body>" + " ".join(tags)).encode(), "page"):
        assert isinstance(item, Rejected | Document)


def test_long_and_deep_input_ends() -> None:
    extract(b"<div>" * 50_000 + SENTENCE.encode(), "deep")
    extract(b"word " * 100_000, "long line")
    extract(b"a\n" * 50_000, "many lines")
    extract((SENTENCE + "\n").encode() * 5_000, "one line again and again")


def test_gather_files_folders_and_globs_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", ".hidden", "sub/c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(SENTENCE)
    found = list(gather([tmp_path, tmp_path / "b.txt", str(tmp_path / "*.html")]))
    names = [path.name for path in found if isinstance(path, Path)]
    assert names == ["a.html", "b.txt", "c.txt"]


def test_gather_says_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    long = "a" * 5_000
    asked = ["/nowhere/at/all", tmp_path / "*.pdf", tmp_path / "empty", long]
    reasons = [item.reason for item in gather(asked) if isinstance(item, Rejected)]
    words = ["no such file", "No file matches", "no pages", "no such file"]
    assert all(word in reason for word, reason in zip(words, reasons, strict=True))


def test_a_file_larger_than_any_page_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_text(SENTENCE)
    os.truncate(tmp_path / "large.txt", 200_000_000)
    (found,) = pieces(tmp_path / "large.txt")
    assert isinstance(found, Rejected) and "20 MB" in found.reason


def test_a_pipe_is_no_page(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (found,) = gather([tmp_path / "pipe"])
    assert isinstance(found, Rejected)
