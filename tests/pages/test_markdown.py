"""Pages that a proxy or a converter made Markdown of."""

import pytest

from hearsay.model import Document
from hearsay.pages import extract
from hearsay.pages.input.markdown import is_markdown

FERRY = "The ferry left the harbour at dawn, the ministry said on Monday."
BRIDGE = "“It stays shut,” the mayor told the council on Friday."
STORM = "The storm tore off the roofs of forty houses in the upper town and cut the road to it."

PROXIED = f"""Title: Ferry sails after storm

URL Source: https://post.example/2019/05/07/ferry

Published Time: 2019-05-07T10:11:12+02:00

Markdown Content:
*   [Home](https://post.example/)
*   [World](https://post.example/world "World news")

# Ferry sails after storm

[![Image 1: The ferry](https://post.example/a.jpg)](https://post.example/a)

By [Ana Sol](https://post.example/ana)

{FERRY.replace("ministry", "[ministry](https://post.example/m_(government))")}

> {BRIDGE.replace("mayor", "**mayor**")}

* * *

_{STORM}_ It cost 5\\*000 crowns.

[Share](https://x.example/s?u=1)
"""


def read(text: str) -> Document:
    (found,) = extract(text.encode(), "page.md")
    assert isinstance(found, Document)
    return found


def test_a_page_of_a_reader_proxy() -> None:
    found = read(PROXIED)
    assert found.text == f"{FERRY}\n\n{BRIDGE}\n\n{STORM} It cost 5*000 crowns."
    assert found.title == "Ferry sails after storm"
    assert found.url == "https://post.example/2019/05/07/ferry"
    assert found.byline == ("Ana Sol",)
    days = {e.kind: e.days.earliest.isoformat() for e in found.dates if e.days}
    assert days["markup"] == days["url"] == "2019-05-07"


def test_a_page_of_a_converter_without_a_head() -> None:
    found = read(PROXIED.partition("Markdown Content:")[2])
    assert found.text.startswith(FERRY) and "](" not in found.text and "**" not in found.text
    assert found.title == "Ferry sails after storm"


def test_asterisks_and_brackets_of_plain_text_stay() -> None:
    text = f"{FERRY} He paid 3*4*5 crowns [sic] (about 60) for snake_case_names. See [1](a)."
    assert not is_markdown(text)
    assert read(text).text == text
    assert not is_markdown(f"Title: Ferry sails\n\n{FERRY}")


@pytest.mark.parametrize("crumb", ["**a ", "[a](https://", "![", "__a ", "*a _b ", "[](/a b"])
def test_long_lines_of_marks_end(crumb: str) -> None:
    page = f"{PROXIED.partition('Markdown Content:')[0]}Markdown Content:\n{crumb * 8_000}"
    extract(page.encode(), "page.md")
