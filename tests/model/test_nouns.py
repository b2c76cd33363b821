"""The nouns that rooms hand to each other: what may be relied on of each."""

from dataclasses import FrozenInstanceError, fields, is_dataclass
from inspect import getmembers, isclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model import analysis as analysis_nouns
from hearsay.model import document as document_nouns
from hearsay.model import mentions as mention_nouns
from hearsay.model import reading as reading_nouns
from hearsay.model.document import Document, Metadata, Rejected
from hearsay.model.ids import content_id
from hearsay.model.mentions import Argument, Attribution, Quantity
from hearsay.model.reading import Reading
from hearsay.model.span import Span
from tests import factories

MODULES = (analysis_nouns, document_nouns, mention_nouns, reading_nouns)
NOUNS = sorted(
    {
        noun
        for module in MODULES
        for _, noun in getmembers(module, isclass)
        if noun.__module__ == module.__name__
    },
    key=lambda noun: noun.__name__,
)
TEXT = "The kiln at Brenford was lit."


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_a_noun_cannot_be_changed_once_made(noun: type) -> None:
    assert is_dataclass(noun)
    made = noun(**{field.name: () for field in fields(noun)})
    with pytest.raises(FrozenInstanceError):
        setattr(made, fields(noun)[0].name, None)
    assert not hasattr(made, "__dict__")
    assert made == noun(**{field.name: () for field in fields(noun)}) and hash(made) is not None


def test_a_documents_span_is_its_words() -> None:
    page = factories.document(TEXT)
    assert page.span(4, 8) == Span(4, 8, "kiln")
    for start, end in ((4, 4), (8, 4), (-1, 4), (0, len(TEXT) + 1)):
        with pytest.raises(ValueError, match="no span"):
            page.span(start, end)


def test_what_is_not_known_of_a_page_is_none_or_empty() -> None:
    page = Document("d1", "a.txt", "0", TEXT)
    unknown = (page.title, page.outlet, page.url, page.dateline)
    assert unknown == (None, None, None, None)
    assert page.byline == page.credits == page.dates == ()
    assert page.language == "en" and not page.truncated
    assert Metadata() == Metadata(None, None, None, None)
    assert Rejected("a.txt", "It is empty.").reason == "It is empty."


def test_a_reading_of_nothing_has_no_mentions() -> None:
    read = Reading(factories.document(TEXT))
    assert read.names == read.timexes == read.quantities == read.attributions == read.events == ()


def test_defaults_of_mentions_claim_nothing() -> None:
    span = Span.of(TEXT, 4, 8)
    told = Attribution("indirect", span, (span,), None, ())
    assert (told.negated, told.hedged, told.addressee, told.timex, told.parent) == (
        False,
        False,
        None,
        None,
        None,
    )
    counted = Quantity(span, 1.0, None, None, None)
    assert (counted.event, counted.attribution, counted.predicate, counted.unit) == (None,) * 4
    assert Argument("source", span).name is None


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_spans_that_cover_overlap_and_overlapping_goes_both_ways(
    first: int, size: int, second: int, length: int
) -> None:
    text = "x" * 62
    one = Span.of(text, first, first + size + 1)
    another = Span.of(text, second, second + length + 1)
    assert one.overlaps(another) == another.overlaps(one)
    assert one.overlaps(one) and one.covers(one)
    if one.covers(another):
        assert one.overlaps(another)
        assert another.covers(one) == (one == another)


def test_parts_of_an_id_are_kept_apart() -> None:
    ids = {
        content_id("event", "ab", "c"),
        content_id("event", "a", "bc"),
        content_id("event", "abc"),
        content_id("event", "abc", None),
        content_id("entity", "abc"),
        content_id("event", "\ud800"),
    }
    assert len(ids) == 6
    assert all(len(id) == 17 and id.startswith("e") for id in ids)
    assert content_id("statement").startswith("s")
