"""Rows of JSON by many programs: what is read from each, and what none can break."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model import Document, Metadata, Rejected
from hearsay.pages import extract, unknown_fields

FERRY = "The ferry left the harbour at dawn, the ministry said on Monday."
BRIDGE = "“It stays shut,” the mayor told the council on Friday."
TEXT = f"{FERRY}\n\n{BRIDGE}"
HTML = f"<p>{FERRY}</p><p>{BRIDGE}</p><p>By Ana Sol</p>"
DAY = "2019-05-07"


def read(row: object, told: Metadata = Metadata()) -> Document | Rejected:  # noqa: B008
    data = row if isinstance(row, bytes) else json.dumps(row).encode()
    (found,) = extract(data, "rows.jsonl:1", told, row=True)
    return found


WRITERS: dict[str, dict[str, Any]] = {
    "hearsay": {
        "text": TEXT,
        "title": "Ferry sails",
        "outlet": "Harbour Post",
        "url": "https://post.example/7",
        "published": DAY,
        "byline": "Ana Sol",
    },
    "news-please": {
        "maintext": TEXT,
        "title": "Ferry sails",
        "source_domain": "post.example",
        "url": "https://post.example/7",
        "date_publish": f"{DAY} 10:11:12",
        "date_modify": None,
        "authors": ["Ana Sol"],
        "image_url": None,
    },
    "fundus": {
        "title": "Ferry sails",
        "body": {
            "summary": [FERRY],
            "sections": [{"headline": ["Background"], "paragraphs": [BRIDGE]}],
        },
        "publisher": "Harbour Post",
        "publishing_date": f"{DAY} 10:11:12+02:00",
        "authors": ["Ana Sol"],
        "url": "https://post.example/7",
    },
    "Media Cloud": {
        "text": TEXT,
        "title": "Ferry sails",
        "media_name": "Harbour Post",
        "publish_date": DAY,
        "url": "https://post.example/7",
        "author": "By Ana Sol",
    },
    "newspaper": {
        "text": TEXT,
        "title": "Ferry sails",
        "authors": ["Ana Sol"],
        "publish_date": "Tue, 07 May 2019 10:11:12 +0200",
        "source_url": "https://post.example",
        "url": "https://post.example/7",
    },
    "Event Registry": {
        "body": TEXT,
        "title": "Ferry sails",
        "source": {"uri": "post.example", "title": "Harbour Post"},
        "dateTimePub": f"{DAY}T10:11:12+02:00",
        "authors": [{"name": "Ana Sol", "type": "author"}],
        "uri": "881",
        "url": "https://post.example/7",
    },
    "ninjs 1": {
        "uri": "https://post.example/7",
        "headline": "Ferry sails",
        "body_text": TEXT,
        "byline": "By Ana Sol",
        "versioncreated": f"{DAY}T10:11:12+02:00",
    },
    "ninjs 2": {
        "uri": "https://post.example/7",
        "headlines": [{"role": "main", "value": "Ferry sails"}],
        "bodies": [{"role": "main", "value": HTML}],
        "bylines": [{"value": "By Ana Sol"}],
        "firstcreated": f"{DAY}T10:11:12+02:00",
        "organisations": [{"name": "Harbour Post"}],
    },
    "schema.org": {
        "@type": "NewsArticle",
        "headline": "Ferry sails",
        "articleBody": TEXT,
        "datePublished": DAY,
        "author": {"name": "Ana Sol"},
        "publisher": {"name": "Harbour Post"},
        "url": "https://post.example/7",
    },
    "WordPress": {
        "title": {"rendered": "Ferry &#115;ails"},
        "content": {"rendered": HTML, "protected": False},
        "date": f"{DAY}T10:11:12",
        "link": "https://post.example/7",
    },
}


@pytest.mark.parametrize("writer", WRITERS)
def test_rows_of_many_programs(writer: str) -> None:
    row = WRITERS[writer]
    found = read(row)
    assert isinstance(found, Document)
    assert found.text == TEXT
    assert found.title == "Ferry sails"
    assert found.url == "https://post.example/7"
    assert found.outlet == ("Harbour Post" if "Harbour Post" in str(row) else "post.example")
    assert found.byline == ("Ana Sol",)
    (day,) = [e.days for e in found.dates if e.kind == "feed"]
    assert day is not None and day.earliest.isoformat() == DAY == day.latest.isoformat()
    assert unknown_fields(json.dumps(row).encode()) <= {"protected"}


def test_the_site_names_the_outlet_where_nothing_else_does() -> None:
    found = read({"maintext": TEXT, "source_domain": "post.example"})
    assert isinstance(found, Document) and (found.outlet, found.url) == ("post.example", None)
    found = read({"text": TEXT, "source": "Harbour Post"})
    assert isinstance(found, Document) and found.outlet == "Harbour Post"


def test_what_the_user_gives_counts_before_the_row() -> None:
    row = {"text": TEXT, "outlet": "Harbour Post", "published": DAY}
    found = read(row, Metadata(outlet="Evening Mail", published="20190508"))
    assert isinstance(found, Document) and found.outlet == "Evening Mail"
    told = {e.kind: e.days.earliest.isoformat() for e in found.dates if e.days}
    assert told == {"given": "2019-05-08"}


TEXTLESS: list[tuple[object, str]] = [
    ({"title": "Ferry sails", "quotes": [{"quote": "No"}]}, 'the fields "title", "quotes"'),
    ({f"field{n}": n for n in range(30)}, "and 22 more"),
    ({"x" * 500: 1}, "…"),
    ({"\u202e\ud800odd\n": 1}, '"odd"'),
    ({}, "is empty"),
    ({"text": None, "body": 5, "html": []}, '"text" or "html"'),
    ({"text": " \u200b\n"}, '"text" or "html"'),
    ([1, 2], "no object"),
    (b'{"text": "cut', "no JSON"),
    (b'{"a": ' * 100_000, "no JSON"),
    (b'{"n": ' + b"9" * 5_000 + b"}", "no JSON"),
]


@pytest.mark.parametrize(("row", "words"), TEXTLESS)
def test_rows_without_a_page_have_a_reason(row: object, words: str) -> None:
    found = read(row)
    assert isinstance(found, Rejected) and words in found.reason
    found.reason.encode()


@pytest.mark.parametrize(
    "odd", ["\ud800", None, 5, [], {}, ["\udfff", None, {"name": 3}], "\u202e"]
)
@pytest.mark.parametrize("field", ["title", "outlet", "url", "published", "authors", "source"])
def test_odd_values_are_nobodys_end(field: str, odd: object) -> None:
    found = read({"text": TEXT, field: odd})
    assert isinstance(found, Document)
    assert found == read({"text": TEXT, field: odd})
    assert (found.text, found.outlet, found.url, found.byline) == (TEXT, None, None, ())
    repr(found).encode()


def test_a_lone_surrogate_in_the_text_is_left_out() -> None:
    found = read({"text": f"\ud83d{TEXT}"})
    assert isinstance(found, Document) and found.text == TEXT


def test_fields_are_cleaned() -> None:
    told = "Harbour\u202e Post\n\x07 "
    found = read({"text": TEXT, "title": told, "outlet": told, "authors": ["Ana\u200b Sol"]})
    assert isinstance(found, Document)
    assert (found.title, found.outlet, found.byline) == (
        "Harbour Post",
        "Harbour Post",
        ("Ana Sol",),
    )
    found = read(
        {"text": TEXT}, Metadata(title=told, outlet=told, url="https://post.example/\x007")
    )
    assert isinstance(found, Document)
    assert (found.title, found.outlet) == ("Harbour Post", "Harbour Post")
    assert found.url == "https://post.example/7"


def test_unknown_fields() -> None:
    row = {"text": TEXT, "publishd": DAY, "lang": "en", "\u202eodd": 1}
    assert unknown_fields(json.dumps(row).encode()) == {"publishd", "odd"}
    assert unknown_fields(b"[1]") == unknown_fields(b"{cut") == frozenset()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
NAMES = st.sampled_from(
    [
        "text",
        "html",
        "body",
        "title",
        "url",
        "published",
        "date",
        "authors",
        "source",
        "outlet",
        "x",
    ]
)


@given(st.dictionaries(NAMES, VALUES, max_size=6))
@settings(max_examples=300, deadline=None)
def test_any_row_gives_a_result(row: dict[str, Any]) -> None:
    found = read(row)
    assert isinstance(found, Rejected | Document)
    unknown_fields(json.dumps(row).encode())
