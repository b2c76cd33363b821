"""Text that was decoded twice."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model import Document
from hearsay.pages import extract
from hearsay.pages.input.mojibake import unspoiled

LINE = "“We’re cut off,” said José Muñoz of Göteborg’s café – for now. It’s −4°, and a bed is £5."


def spoiled(text: str) -> str:
    data = text.encode()
    return "".join(
        chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([byte]).decode("cp1252")
        for byte in data
    )


def test_text_decoded_twice_is_mended() -> None:
    assert unspoiled(spoiled(LINE)) == LINE
    assert unspoiled(spoiled(spoiled(LINE))) == LINE
    assert unspoiled(f"{LINE} {spoiled(LINE)}") == f"{LINE} {LINE}"


def test_a_closing_mark_that_lost_its_last_byte_is_mended() -> None:
    assert unspoiled("â€œNo,â€ he said.") == "“No,” he said."


@pytest.mark.parametrize(
    "text",
    [LINE, "CAFÉ… at 25°", "MANHÃ… “É”", "“SÃO PAULO”", "Â la carte", "â € 5", "naïve Ãngström"],
)
def test_text_decoded_once_stays(text: str) -> None:
    assert unspoiled(text) == text


def test_pages_and_rows_are_mended() -> None:
    row = json.dumps({"text": spoiled(LINE), "title": spoiled("Muñoz’s town")}).encode()
    html = f"<html><body><p>{spoiled(LINE)}</p></body></html>".encode()
    for data in (spoiled(LINE).encode(), html, row):
        (found,) = extract(data, "page")
        assert isinstance(found, Document) and LINE in found.text
    assert found.title == "Muñoz’s town"


@given(st.text())
def test_any_text_gives_a_text(text: str) -> None:
    unspoiled(f"â€œ{text}Ã©")
