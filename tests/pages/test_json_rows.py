"""Rows of JSON looked at alone: which field wins, and what is no row."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.pages.input.json_rows import Row, read_row, unknown_fields

TOLD = "The kiln at Brenford was lit again on Thursday."


def line(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()


def row(**fields: object) -> Row:
    read = read_row(line(**fields))
    assert isinstance(read, Row)
    return read


REFUSED = [
    (b"", "no JSON"),
    (b"{", "no JSON"),
    (b"kiln", "no JSON"),
    (b"\xff\xfe\x00", "no JSON"),
    (b"[" * 50_000, "no JSON"),
    (b"[]", "no object"),
    (b'"kiln"', "no object"),
    (b"7", "no object"),
    (b"{}", "is empty"),
    (b'{"text": ""}', 'has the fields "text" and no text'),
    (b'{"kiln": 1, "clay": 2}', 'has the fields "kiln", "clay" and no text'),
]


@pytest.mark.parametrize(("data", "words"), REFUSED)
def test_what_is_no_row_has_a_reason_that_says_what_to_do(data: bytes, words: str) -> None:
    reason = read_row(data)
    assert isinstance(reason, str)
    assert words in reason and reason.endswith(".")
    assert "write one object a line" in reason or 'as "text" or "html"' in reason


def test_a_text_alone_is_a_row_of_which_nothing_else_is_known() -> None:
    alone = row(text=TOLD)
    assert alone.text == TOLD and alone.site is None and alone.byline == ()
    told = alone.told
    assert (told.outlet, told.published, told.url, told.title) == (None, None, None, None)


def test_text_counts_before_html_and_an_empty_text_yields() -> None:
    assert row(html=f"<p>{TOLD}</p>", text="The kiln.").text == "The kiln."
    assert row(html=f"<p>{TOLD}</p>", text=" \n").text == f"<p>{TOLD}</p>"


ADDRESSES = [
    ({"url": "https://brenford.example/kiln"}, "https://brenford.example/kiln"),
    ({"url": "brenford.example/kiln"}, "brenford.example/kiln"),
    ({"url": "kiln"}, None),
    ({"url": ""}, None),
    ({"url": 12}, None),
    ({"url": ["https://brenford.example"]}, None),
]


@pytest.mark.parametrize(("fields", "url"), ADDRESSES)
def test_an_address_is_what_looks_like_one(fields: dict[str, object], url: str | None) -> None:
    assert row(text=TOLD, **fields).told.url == url


def test_an_outlet_that_is_an_address_is_none() -> None:
    for name in ("https://brenford.example", "www.brenford.example", "@brenford"):
        assert row(text=TOLD, outlet=name).told.outlet is None
    assert row(text=TOLD, outlet="Brenford Herald").told.outlet == "Brenford Herald"


def test_the_site_is_an_address_or_names_the_outlet() -> None:
    by_address = row(text=TOLD, source="brenford.example")
    assert (by_address.site, by_address.told.outlet) == ("brenford.example", None)
    by_name = row(text=TOLD, source="Brenford Herald")
    assert (by_name.site, by_name.told.outlet) == (None, "Brenford Herald")


WRITERS: list[tuple[object, tuple[str, ...]]] = [
    ("Mira Tolland", ("Mira Tolland",)),
    ("By Mira Tolland and Jon Esk", ("Mira Tolland", "Jon Esk")),
    (["Mira Tolland", "Jon Esk", "Mira Tolland"], ("Mira Tolland", "Jon Esk")),
    ([{"name": "Mira Tolland"}, {"id": 4}, None], ("Mira Tolland",)),
    ({"name": "Mira Tolland"}, ("Mira Tolland",)),
    ("desk@brenford.example", ()),
    ([], ()),
    (7, ()),
]


@pytest.mark.parametrize(("author", "names"), WRITERS)
def test_writers_in_every_shape(author: object, names: tuple[str, ...]) -> None:
    assert row(text=TOLD, author=author).byline == names


def test_fields_that_nobody_knows_are_named_as_they_can_be_shown() -> None:
    strange = line(text=TOLD, url="https://brenford.example", kiln_heat=900, **{"z" * 60: 1})
    names = unknown_fields(strange)
    assert "kiln_heat" in names and not names & {"text", "url"}
    assert all(len(name) <= 40 for name in names) and len(names) == 2
    assert unknown_fields(b"[1]") == unknown_fields(b"no json") == frozenset()


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)
_FIELDS = st.sampled_from(["text", "html", "body", "title", "url", "author", "source", "date"])


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(_FIELDS, _JSON, max_size=6))
def test_whatever_the_values_a_row_has_text_or_a_reason(fields: dict[str, object]) -> None:
    read = read_row(json.dumps(fields).encode())
    if isinstance(read, str):
        assert read.endswith(".")
        return
    assert read.text.strip()
    told = (read.told.title, read.told.outlet, read.told.url, read.site, *read.byline)
    assert all("\n" not in words and words.strip() for words in told if words is not None)
