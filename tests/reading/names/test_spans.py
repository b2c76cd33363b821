"""Proper names: found, cut, of which kind."""

import pytest

from hearsay.language import Analyser
from hearsay.model import NameSpan
from hearsay.reading.names import nouns_in
from hearsay.reading.names.detect.gazetteer import find_known
from hearsay.reading.names.detect.proper import phrase_head, proper_mentions
from hearsay.reading.names.detect.signs import Signs, names_field
from hearsay.reading.names.detect.spans import find_spans
from hearsay.reading.names.detect.trim import given, titled, trimmed
from hearsay.syntax import parse
from tests.factories import analysis
from tests.reading.names.sighting import signs_of, token_at, words_of

SPANS = [
    (
        "Defence Minister Olu Bako met General Ana Ruiz in Tarnow.",
        [("Olu Bako", "person"), ("Ana Ruiz", "person"), ("Tarnow", "place")],
    ),
    (
        "The Ministry of Mines, the Red Cross and Toyota sent help.",
        [
            ("Ministry of Mines", "organization"),
            ("Red Cross", "organization"),
            ("Toyota", "organization"),
        ],
    ),
    (
        "Palestinian Hamas leaders flew to Doha.",
        [("Palestinian", "people"), ("Hamas", "organization"), ("Doha", "place")],
    ),
    ("Gen. Ridgway and Mrs. Bako left.", [("Ridgway", "person"), ("Bako", "person")]),
    ("Labour Minister Kim Lo resigned.", [("Kim Lo", "person")]),
    ("Jean-Marc Roy met the crew.", [("Jean-Marc Roy", "person")]),
    ("The Iran-backed group met rebels.", [("Iran", "state")]),
    ("They met in April.", []),
    ("The men ate bread.", []),
]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_spans(analyser: Analyser, text: str, expected: list[tuple[str, str]]) -> None:
    signs = signs_of(analyser.analyse(text))
    spans = find_spans(signs)
    assert [(words_of(signs.tree, s.first, s.last), s.kind) for s in spans] == expected


NAMED = [  # the whole mention, its core, its kind, the name it goes by
    ("General Ana Ruiz spoke.", "General Ana Ruiz", "Ana Ruiz", "person", None),
    ("Gen. Ridgway left.", "Gen. Ridgway", "Ridgway", "person", None),
    (
        "The Security Council met.",
        "Security Council",
        "Security Council",
        "organization",
        "UN Security Council",
    ),
    ("French envoys met.", "French", "French", "state", "France"),
    ("The destroyer John Roe sank.", "John Roe", "John Roe", "other", None),
    ("They met at the Abraham Lincoln.", "Abraham Lincoln", "Abraham Lincoln", "other", None),
    ("Tehran said it would answer.", "Tehran", "Tehran", "state", "Iran"),
    ("Crowds gathered in Tehran.", "Tehran", "Tehran", "place", None),
]


@pytest.mark.parametrize(("text", "whole", "core", "kind", "label"), NAMED)
def test_mentions_by_name(
    analyser: Analyser, text: str, whole: str, core: str, kind: str, label: str | None
) -> None:
    signs = signs_of(analyser.analyse(text))
    (mention,) = proper_mentions(signs, find_spans(signs))
    tree = signs.tree
    assert words_of(tree, mention.first, mention.last) == whole
    assert words_of(tree, mention.core_first, mention.core_last) == core
    assert (mention.kind, mention.label, mention.form) == (kind, label, "name")


def test_a_people_that_heads_a_phrase_is_left_to_descriptions(analyser: Analyser) -> None:
    signs = signs_of(analyser.analyse("Two Americans were held."))
    assert [span.kind for span in find_spans(signs)] == ["people"]
    assert list(proper_mentions(signs, find_spans(signs))) == []


LIST = "Ministers Bako , Ruiz and Roe left"
ROWS = """
Ministers Ministers PROPN NNPS 2 compound
Bako Bako PROPN NNP 7 nsubj
, , PUNCT , 4 punct
Ruiz Ruiz PROPN NNP 2 conj
and and CCONJ CC 6 cc
Roe Roe PROPN NNP 2 conj
left leave VERB VBD 0 root
"""


def test_a_list_proposed_as_one_name_is_several() -> None:
    signs = signs_of(analysis(LIST, ROWS))
    found = list(trimmed(signs, NameSpan(1, 6, "person", 0.9)))
    assert [words_of(signs.tree, name.first, name.last) for name in found] == [
        "Bako",
        "Ruiz",
        "Roe",
    ]
    assert {name.score for name in found} == {0.9}


CUT = [
    ("the Minister Olu Bako of", NameSpan(0, 5, "person", 0.8), ["Olu Bako"]),
    ("X", NameSpan(0, 1, "person", 0.8), []),
    ("the", NameSpan(0, 1, "organization", 0.8), []),
    ("bank", NameSpan(0, 1, "organization", 0.8), []),
    ("the Bank", NameSpan(0, 2, "organization", 0.8), ["Bank"]),
]


@pytest.mark.parametrize(("text", "raw", "expected"), CUT)
def test_titles_articles_and_marks_are_cut(text: str, raw: NameSpan, expected: list[str]) -> None:
    tags = {"the": "DET DT", "of": "ADP IN", "bank": "NOUN NN"}
    rows = "\n".join(
        f"{word} {word} {tags.get(word, 'PROPN NNP')} {number + 1} dep"
        for number, word in enumerate(text.split())
    )
    signs = signs_of(analysis(text, rows))
    found = trimmed(signs, raw)
    assert [words_of(signs.tree, name.first, name.last) for name in found] == expected


def test_a_title_tells_a_name_that_the_model_missed() -> None:
    rows = """
    Gen. Gen. PROPN NNP 2 nmod:desc
    Ridgway Ridgway PROPN NNP 3 nsubj
    left leave VERB VBD 0 root
    """
    signs = signs_of(analysis("Gen. Ridgway left", rows))
    (name,) = titled(signs, [])
    assert (words_of(signs.tree, name.first, name.last), name.kind) == ("Ridgway", "person")
    assert list(titled(signs, [name])) == []


def test_given_names_are_looked_up_as_written() -> None:
    assert given("John") and given("Maria")
    assert not given("john") and not given("Tarnow") and not given("")


def test_the_words_of_a_page_that_tables_know(analyser: Analyser) -> None:
    tree = parse(analyser.analyse("The foreign minister of France left the Red Cross."))
    signs = signs_of(analyser.analyse(tree.text))
    assert signs.held(token_at(tree, "France")) and signs.held(token_at(tree, "Cross"))
    assert signs.held(token_at(tree, "minister"))
    assert not signs.held(token_at(tree, "left")) and not signs.held(10_000)
    empty = Signs.of(tree, (), ())
    assert not any(empty.held(number) for number in range(len(tree.tokens)))


def test_what_an_office_is_about_is_no_party(analyser: Analyser) -> None:
    for office, is_so in (("Minister", True), ("leader", False)):
        tree = parse(analyser.analyse(f"Labour {office} Kim Lo left."))
        hit = next(hit for hit in find_known(tree) if tree.word(hit.first) == "labour")
        after = {match.first: match for match in nouns_in(tree)}.get(hit.last)
        assert names_field(tree, hit, after) is is_so


def test_the_head_of_a_name_is_the_word_that_hangs_outside() -> None:
    tree = parse(analysis(LIST, ROWS))
    assert phrase_head(tree, 0, 2) == 1 and phrase_head(tree, 3, 4) == 3
    assert phrase_head(tree, 2, 3) == 2  # a mark alone
