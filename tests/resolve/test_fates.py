"""What becomes of words told twice: sentence by sentence, and statement by statement."""

import random
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model import Resolution, Span
from hearsay.resolve.entities.find_entities import Entities
from hearsay.resolve.statements.alignment import Alignment, align
from hearsay.resolve.statements.find_statements import find_statements
from hearsay.resolve.statements.normalise import wording
from hearsay.resolve.statements.relate_statements import find_fates, relate_statements
from hearsay.resolve.statements.verdicts import (
    ALTERED,
    ANOTHER,
    CUT,
    OPPOSITE,
    REPEATED,
    fate,
    same_utterance,
)
from tests.readings import reading
from tests.resolve.stub import StubDays, resolve


def laid(one: str, other: str, *, quoted: bool = True) -> Alignment:
    def worded(text: str):  # type: ignore[no-untyped-def]
        return wording(text, (Span(0, len(text), text),) if quoted else ())

    return align(worded(one), worded(other))


TWICE = [
    ("The kiln will burn all night", "The kiln will burn all night", REPEATED),
    ("The kiln will burn all night", "the kiln would burn all night", REPEATED),
    ("We lost four boats in the harbour", "They lost four boats in the harbour", REPEATED),
    ("We lost four boats in the harbour", "We lost nine boats in the harbour", ALTERED),
    ("All boats left the harbour of Oslet", "Some boats left the harbour of Oslet", ALTERED),
    ("We cannot win this war", "We can win this war", OPPOSITE),
    ("We met Esk in the harbour at dawn", "We met Bako in the harbour at dawn", ALTERED),
    (
        "The kiln will burn all night and the potters will keep watch until Sunday morning",
        "The kiln will burn all night",
        CUT,
    ),
]


@pytest.mark.parametrize(("one", "other", "kind"), TWICE)
def test_what_became_of_words(one: str, other: str, kind: str) -> None:
    found = laid(one, other)
    assert same_utterance(found)
    assert fate(found) == kind
    assert fate(laid(other, one)) == kind


OTHERS = [
    ("The kiln will burn all night", "The ferry sails at noon"),
    ("The kiln", "The kiln will burn all night"),
    ("", "The kiln will burn all night"),
    ("", ""),
    ("of the and", "of the and"),
]


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_other_words_are_another_utterance(one: str, other: str) -> None:
    assert not same_utterance(laid(one, other))


def test_a_couple_of_reported_words_inside_longer_ones_are_no_evidence() -> None:
    few, many = "burn nightly", "The kiln would burn nightly until the council pays the potters"
    assert not same_utterance(laid(few, many, quoted=False))


_SOME = ("the", "kiln", "boats", "not", "four", "nine", "harbour", "burn", "all", "cannot", "will")
_WORDS = st.lists(st.sampled_from(_SOME), max_size=12).map(" ".join)


@settings(max_examples=100, deadline=None)
@given(_WORDS, _WORDS, st.booleans())
def test_any_two_tellings_are_laid_side_by_side(one: str, other: str, quoted: bool) -> None:
    found, turned = laid(one, other, quoted=quoted), laid(other, one, quoted=quoted)
    assert 0.0 <= found.coverage <= 1.0 + 1e-9 and 0.0 <= found.ordered <= 1.0
    assert 0.0 <= found.exact <= found.ordered
    assert found.quoted == turned.quoted and (found.coverage > 0) == (turned.coverage > 0)
    assert fate(found) in (None, REPEATED, CUT, ALTERED, OPPOSITE)


@settings(max_examples=100, deadline=None)
@given(_WORDS)
def test_words_told_again_are_repeated(one: str) -> None:
    found = laid(one, one)
    assert not found.changes and not found.opposite
    if found.matched >= 2:
        assert same_utterance(found) and fate(found) == REPEATED


NASSER = "[Ana Ruiz|person 1 CHL]"
DAY = "1962-10-02"


def record(*texts: str) -> Resolution:
    return resolve(*(reading(text, published=DAY, source=str(n)) for n, text in enumerate(texts)))


def told(words: str, speaker: str = NASSER) -> str:
    return f"“~{words}|direct 1 cue=said~,” {speaker} said."


def fates(*texts: str) -> set[str]:
    found = record(*texts)
    pages = {page.document.id: page.document.id for page in found.pages}
    return {one.kind for one in find_fates(found.statements, pages, {})}


LONG = "The kiln of Brenford will burn all night and the potters will keep watch"


def test_fates_of_statements() -> None:
    assert fates(told(LONG), told(LONG)) == {REPEATED}
    assert fates(told(LONG), told(LONG.replace("will burn", "will not burn"))) == {OPPOSITE}
    assert fates(told(LONG), told(LONG, "[Jon Esk|person 1 CHL]")) == {ANOTHER}
    assert fates(told(LONG), told("The ferry sails at noon")) == set()
    assert fates() == fates(told(LONG)) == set()


def test_copies_of_one_text_say_a_thing_once() -> None:
    found = record(told(LONG), told(LONG) + " It rained.")
    apart = {page.document.id: page.document.id for page in found.pages}
    one = dict.fromkeys(apart, "text")
    assert len(relate_statements(found.statements, apart, {})) == 1
    assert relate_statements(found.statements, one, {}) == ()


def test_the_order_of_statements_makes_no_difference() -> None:
    found = record(told(LONG), told(LONG[:40]), told(LONG.replace("all", "one")), told("No"))
    pages = {page.document.id: page.document.id for page in found.pages}
    ways = {relate_statements(order, pages, {}) for order in permutations(found.statements)}
    assert len(ways) == 1


def test_each_relation_names_two_statements_in_order() -> None:
    rng = random.Random(4)
    texts = [told(" ".join(rng.sample(LONG.split(), 9))) for _ in range(12)]
    found = record(*texts)
    pages = {page.document.id: page.document.id for page in found.pages}
    ids = {statement.id for statement in found.statements}
    for relation in relate_statements(found.statements, pages, {}):
        assert relation.between[0] < relation.between[1] and set(relation.between) <= ids
        assert relation.kind in ("repeats", "alters") and relation.why


def test_nothing_is_found_on_no_pages() -> None:
    found = find_statements([], Entities(), StubDays([], ()), {})
    assert found.all == () and found.ids == {}


def test_the_first_telling_stands_for_those_after_it() -> None:
    found = record(f"{told(LONG)} {told(LONG)} {told('The ferry sails')}")
    assert len(found.statements) == 2
    assert len({statement.id for statement in found.statements}) == 2
