"""The example of 1962, as far as single pages go: its gold says what each page is."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hearsay.model import Document, Rejected
from hearsay.pages import extract, gather

EXAMPLE = Path(__file__).parents[2] / "examples" / "missiles-1962"
GOLD: dict[str, Any] = json.loads((EXAMPLE / "gold.json").read_text("utf-8"))


def read() -> Iterator[Document]:
    for path in gather([EXAMPLE / "pages"]):
        assert not isinstance(path, Rejected)
        for found in extract(path.read_bytes(), str(path.relative_to(EXAMPLE))):
            assert isinstance(found, Document)
            yield found


@cache
def documents() -> dict[str, Document]:
    return {document.source: document for document in read()}


def test_every_page_is_read() -> None:
    assert list(documents()) == [page["source"] for page in GOLD["pages"]]


@pytest.mark.parametrize("page", GOLD["pages"], ids=lambda page: page["source"])
def test_what_a_page_says_of_itself(page: dict[str, Any]) -> None:
    document = documents()[page["source"]]
    assert document.outlet == page["outlet"]
    assert document.title == page["title"]
    assert list(document.byline) == page["byline"]
    assert list(document.credits) == page["credits"]
    line = document.dateline
    place = (line.place, line.agency) if line else None
    told = page["dateline"]
    assert place == ((told["place"], told["agency"]) if told else None)


@pytest.mark.parametrize("page", GOLD["pages"], ids=lambda page: page["source"])
def test_dates_told_around_the_text(page: dict[str, Any]) -> None:
    kinds = ("given", "feed", "markup", "header", "url")
    told = [e.days for e in documents()[page["source"]].dates if e.kind in kinds and e.days]
    if page["undated"]:
        assert told == []
    else:
        assert {str(days.earliest) for days in told} == {page["published"]["earliest"]}


def test_no_furniture_in_any_text() -> None:
    found = [
        (source, crumb)
        for source, document in documents().items()
        for crumb in GOLD["furniture"]
        if crumb in document.text
    ]
    assert found == []


@pytest.mark.parametrize("part", ["statements", "figures"])
def test_gold_quotes_its_pages(part: str) -> None:
    for row in GOLD[part]:
        assert (row.get("has") or row["text"]) in documents()[row["page"]].text
