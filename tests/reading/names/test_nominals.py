"""Mentions by description."""

import pytest

from hearsay.language import Analyser
from hearsay.reading.names.classify.actor_codes import (
    NOTHING,
    NounInfo,
    in_order,
    organisation_sectors,
    tell,
)
from hearsay.reading.names.detect.nominals import nominal_mentions, other_nouns
from hearsay.reading.names.detect.spans import find_spans
from hearsay.reading.names.mention import Mention
from tests.reading.names.sighting import signs_of, words_of


def described(analyser: Analyser, text: str) -> list[tuple[str, Mention]]:
    signs = signs_of(analyser.analyse(text))
    spans = find_spans(signs)
    taken = frozenset(n for span in spans for n in range(span.first, span.last))
    found = nominal_mentions(signs, taken, spans)
    return [(words_of(signs.tree, m.first, m.last), m) for m in found]


PHRASES = [
    (
        "Two Polish officials met the defence minister of France.",
        [
            ("Two Polish officials", "group", 2, None, "POL", ("GOV",)),
            ("the defence minister of France", "person", None, True, "FRA", ("GOV", "MIL")),
        ],
    ),
    (
        "A ministry spokeswoman and hundreds of people waited.",
        [
            ("A ministry spokeswoman", "person", None, False, None, ("GOV",)),
            ("hundreds of people", "group", None, None, None, ("CVL",)),
        ],
    ),
    (
        "Both ministers met Iran's ambassador to France.",
        [
            ("Both ministers", "group", 2, True, None, ("GOV",)),
            ("Iran's ambassador to France", "person", None, True, "IRN", ("GOV",)),
        ],
    ),
    ("An expert on Iran left.", [("An expert on Iran", "person", None, False, None, ("EDU",))]),
    (
        "The police arrested 12 protesters.",
        [
            ("The police", "organization", None, True, None, ("COP",)),
            ("12 protesters", "group", 12, None, None, ("CVL",)),
        ],
    ),
    ("The French fled.", [("The French", "group", None, True, "FRA", ())]),
    ("No official spoke; every minister left.", []),
    ("He worked as minister.", []),
    ("They ate bread.", []),
]


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_descriptions(analyser: Analyser, text: str, expected: list[tuple[object, ...]]) -> None:
    found = [
        (words, m.kind, m.number, m.definite, m.told.country, m.told.sectors)
        for words, m in described(analyser, text)
    ]
    assert found == expected


def test_a_description_knows_its_noun_and_its_owner(analyser: Analyser) -> None:
    ((words, mention),) = described(analyser, "His Israeli counterpart came.")
    assert (words, mention.noun, mention.owner) == ("His Israeli counterpart", "counterpart", 0)


def test_offices_are_told_of_one_and_not_of_several(analyser: Analyser) -> None:
    ((_, minister),) = described(analyser, "The defence minister left.")
    ((_, ministers),) = described(analyser, "The defence ministers left.")
    assert minister.told.offices == ("defence minister",) and minister.told.posts
    assert ministers.told.offices == () and ministers.told.sectors == minister.told.sectors


def test_other_nouns_are_things(analyser: Analyser) -> None:
    signs = signs_of(analyser.analyse("The loaves of bread fell from three carts."))
    found = list(other_nouns(signs.tree, frozenset()))
    words = [(words_of(signs.tree, m.first, m.last), m.plural) for m in found]
    assert words == [("loaves", True), ("bread", False), ("carts", True)]
    assert {m.kind for m in found} == {"thing"}
    everything = frozenset(range(len(signs.tree.tokens)))
    assert list(other_nouns(signs.tree, everything)) == []


COUNTRIES = [
    ("The minister of France left.", "FRA"),
    ("The French minister left.", "FRA"),
    ("France's minister left.", "FRA"),
    ("The ambassador to France left.", None),
    ("The pro-French minister left.", None),
    ("The French-trained minister left.", None),
    ("The minister in France left.", None),
]


@pytest.mark.parametrize(("text", "country"), COUNTRIES)
def test_whose_somebody_is(analyser: Analyser, text: str, country: str | None) -> None:
    ((_, mention),) = described(analyser, text)
    assert mention.told.country == country


def test_of_two_countries_none_is_told(analyser: Analyser) -> None:
    ((_, mention),) = described(analyser, "British and Jordanian officials left.")
    assert mention.told.country is None


def test_an_empty_stretch_tells_nothing(analyser: Analyser) -> None:
    signs = signs_of(analyser.analyse("The minister left."))
    assert tell(signs, 0, 0, signs.tree.text) == NOTHING
    assert organisation_sectors(signs, 0, 0) == ()


def test_what_two_phrases_tell_is_told_once() -> None:
    one = NounInfo(offices=("minister",), country="FRA", sectors=("GOV",))
    more = NounInfo(offices=("minister", "general"), country="POL", sectors=("MIL",), gender="f")
    both = one.joined(more)
    assert both.offices == ("minister", "general")
    assert (both.country, both.gender) == ("FRA", "f")
    assert set(both.sectors) == {"GOV", "MIL"}
    assert both.joined(both) == both and NOTHING.joined(one) == one.joined(NOTHING) == one


def test_sectors_stand_in_one_order() -> None:
    assert in_order(["MIL", "GOV", "MIL"]) == in_order(["GOV", "MIL"])
    assert in_order([]) == in_order(["no sector"]) == ()


def test_of_two_mentions_that_begin_together_the_longer_comes_first() -> None:
    def mention(first: int, last: int) -> Mention:
        return Mention(first, last, first, last, first, "person", "name")

    short, long, later = mention(2, 3), mention(2, 5), mention(3, 4)
    assert sorted([later, short, long], key=lambda m: m.extent) == [long, short, later]
