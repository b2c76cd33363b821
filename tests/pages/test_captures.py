"""Pages that somebody else kept: their own addresses, and text that only scripts would show."""

import json

import pytest

from hearsay.model import Document, Metadata
from hearsay.pages import extract
from hearsay.pages.input.captures import saved_from, uncaptured

FERRY = "The ferry left the harbour at dawn, the ministry said on Monday."
BRIDGE = "“It stays shut,” the mayor told the council on Friday."
OWN = "https://post.example/2019/05/07/ferry"


@pytest.mark.parametrize(
    "capture",
    [
        f"https://web.archive.org/web/20220614101500/{OWN}",
        f"http://web.archive.org/web/20220614101500id_/{OWN}",
        f"https://web.archive.org/web/2022*/{OWN}".replace("2022*", "*"),
        "https://web.archive.org/web/20220614101500/https:/post.example/2019/05/07/ferry",
        f"https://archive.ph/20220614101500/{OWN}",
        f"https://webcache.googleusercontent.com/search?q=cache:Ab3x:{OWN}",
        f"https://r.jina.ai/{OWN}",
        OWN,
    ],
)
def test_the_address_inside_a_capture(capture: str) -> None:
    assert uncaptured(capture) == OWN


def test_addresses_that_are_no_captures_stay() -> None:
    for url in (
        "https://web.archive.org/",
        "https://archive.ph/AbCdE",
        "https://archive.org/x",
        "",
    ):
        assert uncaptured(url) == url
    assert uncaptured("https://web.archive.org/web/2019/post.example/a") == "http://post.example/a"
    assert uncaptured(None) is None


def page(head: str) -> Document:
    body = f"<article><h1>Ferry sails</h1><p>{FERRY}</p><p>{BRIDGE}</p></article>"
    html = f"<!DOCTYPE html>\n{head}<body>{body}</body></html>"
    (found,) = extract(html.encode(), "page.html")
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize(
    "comment",
    [
        f"<!-- saved from url=(0037){OWN} -->",
        f"<!--\n Page saved with SingleFile \n url: {OWN} \n saved date: Tue May 07 2024\n-->",
        f"<!-- Mirrored from {OWN} by HTTrack Website Copier/3.x, Tue, 07 May 2024 -->",
    ],
)
def test_the_address_in_the_comment_of_a_saved_page(comment: str) -> None:
    found = page(f"{comment}<html>")
    assert found.url == OWN
    assert [e.days.earliest.isoformat() for e in found.dates if e.days and e.kind == "url"] == [
        "2019-05-07"
    ]


def test_a_page_saved_from_a_disk_has_no_address() -> None:
    assert saved_from("<!-- saved from url=(0014)about:internet --><html>") is None
    assert saved_from("<!-- saved from url=(0021)file:///C:/ferry.html --><html>") is None


def test_a_capture_is_not_the_outlet() -> None:
    link = f"<link rel='canonical' href='https://web.archive.org/web/20220614101500/{OWN}'>"
    found = page(f"<html><head>{link}</head>")
    assert (found.url, found.outlet) == (OWN, "post.example")
    (given,) = extract(FERRY.encode(), "page.txt", Metadata(url=f"https://archive.ph/2022/{OWN}"))
    assert isinstance(given, Document) and given.url == OWN


def structured(**fields: object) -> Document:
    data = json.dumps({"@type": "NewsArticle", **fields})
    return page(f'<html><head><script type="application/ld+json">{data}</script></head>')


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{FERRY}</p><p>{BRIDGE} It is <b>one</b> of two.</p>",
        f"&lt;p&gt;{FERRY}&lt;/p&gt;&lt;p&gt;{BRIDGE} It is &lt;b&gt;one&lt;/b&gt; of two.",
        f"{FERRY}<br/>{BRIDGE.replace('“', '&ldquo;').replace('”', '&#8221;')} It is one of two.",
    ],
)
def test_entities_and_elements_of_an_article_body_are_resolved(body: str) -> None:
    data = json.dumps({"@type": "NewsArticle", "articleBody": body})
    html = f'<html><head><script type="application/ld+json">{data}</script></head></html>'
    (found,) = extract(html.encode(), "page.html")
    assert isinstance(found, Document)
    assert found.text == f"{FERRY}\n\n{BRIDGE} It is one of two."


def test_what_markup_tells_is_resolved_and_cleaned() -> None:
    found = structured(
        headline="Ferry&#8217;s crew\u202e safe",
        author={"name": "By Ana Sol"},
        publisher={"name": "Post &amp; Mail\u200b"},
    )
    assert (found.title, found.outlet) == ("Ferry’s crew safe", "Post & Mail")
    assert found.byline == ("Ana Sol",)


def test_entities_that_show_nothing_are_no_text() -> None:
    html = f"<html><body><article><p>{FERRY.replace('harbour', 'har&shy;bour&#8238;')}</p>"
    (found,) = extract(f"{html}<p>{BRIDGE}</p></article></body></html>".encode(), "page.html")
    assert isinstance(found, Document)
    assert found.text == f"{FERRY}\n\n{BRIDGE}"
