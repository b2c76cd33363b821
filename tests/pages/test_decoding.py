"""Encodings as they are declared and as they are."""

import pytest

from hearsay.pages.input.decoding import decode, one_line, resolved

LINE = "“We’re cut off,” said José Muñoz of Göteborg’s café – for now."


@pytest.mark.parametrize("declared", ["iso-8859-1", "latin1", "US-ASCII", "utf-8", "windows-1252"])
def test_windows_1252_is_read_whatever_the_page_declares(declared: str) -> None:
    page = f"<html><head><meta charset='{declared}'></head><body><p>{LINE}</p></body></html>"
    assert LINE in decode(page.encode("cp1252"))


def test_utf8_is_read_whatever_the_page_declares() -> None:
    page = f"<meta charset='iso-8859-1'><p>{LINE}</p>"
    assert LINE in decode(page.encode())


def test_a_few_odd_letters_in_english_are_windows_1252() -> None:
    for odd in ("Göteborg", "Nuñez", "Škoda", "café"):
        line = f"The mayor of {odd} told the council on Friday that the bridge stays shut."
        assert decode((line * 9).encode("cp1252")) == line * 9


def test_the_old_encoding_of_the_mac_by_its_quotation_marks() -> None:
    text = f"{LINE} The road to the coast stays shut for three weeks, the engineers said. " * 5
    assert decode(text.encode("mac_roman")) == text


def test_utf8_with_a_foreign_crumb_stays_utf8() -> None:
    assert decode(LINE.encode() + b" caf\xe9") == f"{LINE} caf�"
    assert decode(LINE.encode()[:-20] + LINE.encode()[-20:] + "“".encode()[:2]).startswith(LINE)


@pytest.mark.parametrize("declared", ["idna", "unicode_escape", "utf-7", "rot13", "hex", "x" * 30])
def test_encodings_of_no_page_are_not_believed(declared: str) -> None:
    page = f"<meta charset={declared}><p>{LINE} \\u0041 +AGE-</p>"
    assert f"{LINE} \\u0041 +AGE-" in decode(page.encode("cp1252"))


def test_one_line_and_resolved() -> None:
    assert one_line("\u202eFerry\u200b\n sails\x00") == "Ferry sails"
    assert one_line(None) is one_line(" \u200f\n") is None
    assert resolved("&ldquo;No&rdquo; &#" + "9" * 5_000 + ";").endswith("9;")
