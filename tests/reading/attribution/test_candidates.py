"""What may be an attribution, by verbs, prepositions, adverbs and nouns, each alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.language import Analyser
from hearsay.ontology import table
from hearsay.reading.attribution.candidate import (
    AttributionCandidate,
    pieces,
    stretch,
    trimmed,
    union,
)
from hearsay.reading.attribution.cues import cue_tables
from hearsay.reading.attribution.cues.complements import bare_judgement, told_apart
from hearsay.reading.attribution.cues.modality import cue_range, hedged, negated, unreal
from hearsay.reading.attribution.cues.phrase_cues import phrase_candidates
from hearsay.reading.attribution.cues.tagged_cues import join, tagged_candidates, top_of
from hearsay.reading.attribution.cues.trailing_cues import trailing
from hearsay.reading.attribution.cues.verb_cues import verb_candidates
from hearsay.reading.attribution.sources.embedded import carrier, citing, quoted, saying
from hearsay.reading.attribution.sources.subjects import added, roles, speaker, teller_above
from hearsay.syntax import Parse, parse
from tests.limits import within

Row = tuple[str, str | None, list[str], str]


def rowed(tree: Parse, one: AttributionCandidate) -> Row:
    """Cue, source, contents and act in words."""
    cue = tree.text[slice(*tree.place(one.cue))] if one.cue else ""
    source = None if one.source is None else tree.tokens[one.source].text
    return cue, source, [tree.text[a:b] for a, b in one.contents], one.act


VERBS: list[tuple[str, list[Row]]] = [
    (
        "The mayor said that the kiln would burn all night.",
        [("said", "mayor", ["that the kiln would burn all night"], "said")],
    ),
    (
        "The kiln would burn all night, the mayor said.",
        [("said", "mayor", ["The kiln would burn all night"], "said")],
    ),
    (
        "The mayor told reporters the kiln was cold.",
        [("told", "mayor", ["the kiln was cold"], "said")],
    ),
    (
        "The mayor denied the charge.",
        [("denied", "mayor", ["the charge"], "denied")],
    ),
    (
        "The mayor demanded that the guild leave the hill.",
        [("demanded", "mayor", ["that the guild leave the hill"], "demanded")],
    ),
    (
        "The mayor asked whether the kiln was cold.",
        [("asked", "mayor", ["whether the kiln was cold"], "asked")],
    ),
    (
        "The mayor promised to light the kiln.",
        [("promised", "mayor", ["to light the kiln"], "promised")],
    ),
    (
        "The mayor believes that the kiln is cold.",
        [("believes", "mayor", ["that the kiln is cold"], "believed")],
    ),
    (
        "The mayor warned of a cold kiln.",
        [("warned", "mayor", ["of a cold kiln"], "warned")],
    ),
    (
        "The mayor called the kiln a disgrace.",
        [("called", "mayor", ["the kiln a disgrace"], "said")],
    ),
    (
        "Reporters were told that the kiln was cold.",
        [("were told", None, ["that the kiln was cold"], "said")],
    ),
    ("The so-called kiln was cold.", []),
    ("He ate bread.", []),
]


@pytest.mark.parametrize(("text", "expected"), VERBS)
def test_verbs(analyser: Analyser, text: str, expected: list[Row]) -> None:
    tree = parse(analyser.analyse(text))
    assert [rowed(tree, one) for one in verb_candidates(tree)] == expected


PHRASES: list[tuple[str, list[Row]]] = [
    (
        "According to the mayor, the kiln was cold.",
        [("According to", "mayor", ["the kiln was cold"], "said")],
    ),
    (
        "The kiln was reportedly cold.",
        [("reportedly", None, ["The kiln was reportedly cold"], "said")],
    ),
    ("The kiln was unbearably cold.", []),
    ("The kiln of the mayor was cold.", []),
]


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_prepositions_adverbs_and_nouns(analyser: Analyser, text: str, expected: list[Row]) -> None:
    tree = parse(analyser.analyse(text))
    assert [rowed(tree, one) for one in phrase_candidates(tree)] == expected


def only_verb(analyser: Analyser, text: str, word: str) -> tuple[Parse, int]:
    tree = parse(analyser.analyse(text))
    return tree, next(n for n, token in enumerate(tree.tokens) if token.text == word)


MODAL = [  # the words of the cue; negated, hedged, unreal
    ("The mayor said it was cold.", "said", "said", False, False, False),
    ("The mayor did not say it was cold.", "say", "did not say", True, False, False),
    ("The mayor never said it was cold.", "said", "never said", True, False, False),
    ("The mayor refused to say it was cold.", "say", "say", True, False, False),
    ("The mayor reportedly said it was cold.", "said", "reportedly said", False, True, False),
    ("The mayor could say it was cold.", "say", "could say", False, False, True),
    ("If the mayor says it is cold, we go.", "says", "says", False, False, True),
]


@pytest.mark.parametrize(("text", "word", "cue", "denied", "doubted", "untrue"), MODAL)
def test_how_a_thing_is_told(
    analyser: Analyser, text: str, word: str, cue: str, denied: bool, doubted: bool, untrue: bool
) -> None:
    tree, verb = only_verb(analyser, text, word)
    assert text[slice(*tree.place(cue_range(tree, verb)))].endswith(cue.split()[-1])
    assert negated(tree, verb) is denied
    assert hedged(tree, verb) is doubted
    assert unreal(tree, verb) is untrue


def word_at(tree: Parse, number: int | None) -> str | None:
    return None if number is None else tree.tokens[number].text


ROLES = [
    ("The mayor told reporters it was cold.", "told", False, "mayor", "reporters"),
    ("Reporters were told it was cold.", "told", True, None, "Reporters"),
    ("It was said by the mayor.", "said", True, "mayor", None),
    ("The mayor said it was cold.", "said", False, "mayor", None),
]


@pytest.mark.parametrize(("text", "word", "passive", "source", "addressee"), ROLES)
def test_who_says_it_and_to_whom(
    analyser: Analyser, text: str, word: str, passive: bool, source: str, addressee: str
) -> None:
    tree, verb = only_verb(analyser, text, word)
    found = roles(tree, verb, passive, None)
    assert tuple(word_at(tree, number) for number in found) == (source, addressee)


SPEAKERS = [
    ("The mayor said it was cold.", "said", "mayor"),
    ("The mayor left, saying it was cold.", "saying", "mayor"),
    ("The mayor rose and said it was cold.", "said", "mayor"),
    ("The mayor wants to say it is cold.", "say", "mayor"),
    ("The mayor, who said it was cold, left.", "said", "mayor"),
]


@pytest.mark.parametrize(("text", "word", "source"), SPEAKERS)
def test_a_speaker_is_found_up_the_tree(
    analyser: Analyser, text: str, word: str, source: str
) -> None:
    tree, verb = only_verb(analyser, text, word)
    assert word_at(tree, speaker(tree, verb)) == source


def test_what_goes_on_telling(analyser: Analyser) -> None:
    text = "The mayor said the kiln was cold, adding that it would burn."
    tree, verb = only_verb(analyser, text, "adding")
    assert added(tree, verb)
    _, said = only_verb(analyser, text, "said")
    assert not added(tree, said)
    cold = next(n for n, token in enumerate(tree.tokens) if token.text == "cold")
    assert teller_above(tree, cold) == said
    assert teller_above(tree, said) is None
    assert verb not in told_apart(tree, said, verb)


EMBEDDED = [
    (
        "The paper quoted the mayor as saying that it was cold.",
        "saying",
        ("paper", "mayor"),
    ),
    (
        "The mayor was quoted by the paper as saying it was cold.",
        "saying",
        ("paper", "mayor"),
    ),
    ("The mayor left, saying it was cold.", "saying", None),
]


@pytest.mark.parametrize(("text", "word", "expected"), EMBEDDED)
def test_who_quotes_and_who_is_quoted(
    analyser: Analyser, text: str, word: str, expected: tuple[str, str] | None
) -> None:
    tree, verb = only_verb(analyser, text, word)
    found = quoted(tree, verb)
    assert (found and tuple(word_at(tree, number) for number in found)) == expected
    above = next((n for n, token in enumerate(tree.tokens) if token.text == "quoted"), None)
    if above is not None:
        assert saying(tree, above) == verb


def test_sources_behind_a_source(analyser: Analyser) -> None:
    tree, said = only_verb(analyser, "The mayor said, citing the guild, that it was cold.", "said")
    assert [word_at(tree, number) for number in citing(tree, said)] == ["guild"]
    tree, envoy = only_verb(analyser, "An envoy quoted by the paper said it was cold.", "envoy")
    assert word_at(tree, carrier(tree, envoy)) == "paper"
    tree, mayor = only_verb(analyser, "The mayor said it was cold.", "mayor")
    assert carrier(tree, mayor) is None and citing(tree, mayor) == []


def test_a_judgement_needs_a_word_for_the_thing(analyser: Analyser) -> None:
    tree, verb = only_verb(analyser, "The mayor called the kiln a disgrace.", "called")
    assert not bare_judgement(tree, verb)
    tree, verb = only_verb(analyser, "The mayor called the guild.", "called")
    assert bare_judgement(tree, verb)


def test_a_sound_tree_has_no_closing_cue_to_mend(analyser: Analyser) -> None:
    for text in ("The kiln was cold, the mayor said.", "The mayor left because he was cold."):
        tree = parse(analyser.analyse(text))
        assert all(trailing(tree, number) is None for number in range(len(tree.tokens)))


def test_what_the_model_tags_and_the_rules_find_is_one(analyser: Analyser) -> None:
    tree = parse(analyser.analyse("The mayor said that the kiln would burn all night."))
    ruled, tagged = list(verb_candidates(tree)), tagged_candidates(tree)
    assert len(ruled) == len(tagged) == 1 and tagged[0].tagged > 0 and not tagged[0].ruled
    (both,) = join(tree, ruled, tagged)
    assert both.ruled and both.tagged == tagged[0].tagged
    assert join(tree, ruled, []) == ruled and join(tree, [], tagged) == tagged
    assert join(tree, [], []) == []


def test_the_head_of_a_phrase(analyser: Analyser) -> None:
    tree = parse(analyser.analyse("The old mayor of Brenford said it."))
    assert word_at(tree, top_of(tree, (0, 5))) == "mayor"
    assert word_at(tree, top_of(tree, (4, 5))) == "Brenford"


# Stretches of text.

EDGES = [
    (", the kiln, ", "the kiln"),
    ("— the kiln.", "the kiln"),
    ("of the U.S.", "of the U.S."),
    ("...", None),
    ("", None),
    (" \n", None),
]


@pytest.mark.parametrize(("text", "expected"), EDGES)
def test_edges_are_trimmed(text: str, expected: str | None) -> None:
    found = trimmed(text, 0, len(text))
    assert (found and text[slice(*found)]) == expected


@given(st.text(alphabet="ab .,;—\n[]", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_what_is_trimmed_lies_inside_and_is_trimmed_once(text: str, low: int, high: int) -> None:
    low, high = sorted((min(low, len(text)), min(high, len(text))))
    found = trimmed(text, low, high)
    if found is None:
        return
    assert low - 1 <= found[0] < found[1] <= high
    assert any(map(str.isalnum, text[slice(*found)]))
    again = trimmed(text, *found)
    assert again == found or text[found[0]] == "["


_RANGES = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda pair: (pair[0], sum(pair))),
    max_size=6,
)


@given(_RANGES)
def test_a_union_is_in_order_and_covers_what_it_joins(ranges: list[tuple[int, int]]) -> None:
    text = "ab, c d\n\n ef. " * 5
    found = union(ranges, text)
    assert list(found) == sorted(found)
    assert all(a[1] < b[0] for a, b in pairwise(found))
    assert all(any(a <= low and high <= b for a, b in found) for low, high in ranges)
    assert union(list(found), text) == found


def test_a_subtree_without_another_in_stretches(analyser: Analyser) -> None:
    tree, burn = only_verb(analyser, "Late at night, the old kiln burned the wood.", "burned")
    kiln = next(n for n, token in enumerate(tree.tokens) if token.text == "kiln")
    told = [tree.text[a:b] for a, b in pieces(tree, burn, (kiln,))]
    assert told == ["Late at night", "burned the wood"]
    whole = "Late at night, the old kiln burned the wood"
    assert [tree.text[a:b] for a, b in pieces(tree, burn)] == [whole]
    assert [tree.text[a:b] for a, b in stretch(tree, 0, 2)] == ["Late at"]
    assert stretch(tree, 3, 3) == () == stretch(tree, 3, 4)


def test_where_a_candidate_begins_and_ends() -> None:
    none = AttributionCandidate(None, None, None, (), "said", "alone")
    some = AttributionCandidate(None, None, None, ((3, 5), (9, 12)), "said", "alone")
    assert none.first > 10**6 and none.last == -1
    assert (some.first, some.start, some.last, some.end) == (3, 3, 12, 12)


# The tables.


def test_every_cue_has_an_act_of_the_record() -> None:
    acts = {"said", "believed", "demanded", "denied", "asked", "promised", "confirmed", "warned"}
    for cue in [*cue_tables.verbs().values(), *cue_tables.phrases().values()]:
        assert set(cue.acts.values()) <= acts and cue.act in acts
        assert cue.shy <= set(cue.acts)
    assert set(cue_tables.nouns().values()) <= acts
    assert cue_tables.first_words() == {verb for verb, _ in cue_tables.phrases()}


def test_cells_are_lists() -> None:
    assert cue_tables.listed(" a, b ,,c,") == {"a", "b", "c"}
    assert cue_tables.listed("") == frozenset()
    assert "not" in cue_tables.words("negation", "words")
    assert table("cues")["verbs"]


def test_a_sentence_of_ten_thousand_cues_is_read_at_once(analyser: Analyser) -> None:
    text = "He said " * 3_000 + "it."
    tree = parse(analyser.analyse(text))
    with within(30):
        found = [*verb_candidates(tree), *phrase_candidates(tree)]
    assert len(found) < 3_000
