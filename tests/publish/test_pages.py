"""The list of pages, and of what was set aside."""

import json
from dataclasses import replace

from hearsay.model import Rejected
from hearsay.publish.page_lists import list_aside, list_pages
from tests.resolutions import resolution


def test_pages_stand_by_day_with_their_earlier_versions() -> None:
    pages = resolution().pages
    first = pages[0].document
    text = list_pages(pages, {first.id: ("old",)}, "table", 80)
    assert f"{first.source}  {first.id[:8]}; 1 earlier version\n" in text
    assert text.endswith(f"{len(pages)} pages\n")
    assert max(map(len, text.splitlines())) <= 80


def test_pages_as_json() -> None:
    (page, *_) = resolution().pages
    found = json.loads(list_pages([page], {page.document.id: ("old",)}, "json", 80))
    assert found["format"] == 1
    assert found["pages"][0]["id"] == page.document.id
    assert found["pages"][0]["earlier_versions"] == ["old"]


def test_an_undated_page_stands_last() -> None:
    dated = resolution().pages[0]
    undated = replace(dated, published=replace(dated.published, earliest=None, latest=None))
    lines = list_pages([undated, dated], {}, "table", 80).splitlines()
    assert lines[2].startswith("day unknown") or "unknown" in lines[2]


def test_what_was_set_aside_says_why() -> None:
    aside = [Rejected("b.txt", "It is empty."), Rejected("a.txt", "It is binary.")]
    expected = "a.txt: It is binary.\nb.txt: It is empty.\n2 set aside\n"
    assert list_aside(aside, "table", 80) == expected
    assert json.loads(list_aside(aside, "json", 80))["aside"][0]["source"] == "a.txt"
