"""Lemmas of the words the tables name, whatever the model makes of them."""

from collections import defaultdict

import pytest

from hearsay.model import Token
from hearsay.ontology import rows
from hearsay.syntax.inflection import (
    _regular,
    _verbs,
    lemma_of,
    noun_forms,
    past,
    singular,
    verb_forms,
)


def token(text: str, lemma: str, upos: str, xpos: str) -> Token:
    return Token(0, len(text), text, lemma, upos, xpos, 0, "root")


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        (token("Shook", "shook", "VERB", "VBD"), "shake"),
        (token("bases", "basis", "NOUN", "NNS"), "base"),
        (token("basis", "basis", "NOUN", "NN"), "basis"),
        (token("aides", "aid", "NOUN", "NNS"), "aide"),
        (token("servicemen", "serviceme", "NOUN", "NNS"), "serviceman"),
        (token("fled", "flead", "VERB", "VBN"), "flee"),
        (token("bemoaned", "bemoane", "VERB", "VBD"), "bemoan"),
        (token("escalated", "escalat", "VERB", "VBN"), "escalate"),
        (token("found", "foun", "VERB", "VBD"), "find"),
        (token("lay", "lai", "VERB", "VBD"), "lie"),
        (token("lay", "lai", "VERB", "VB"), "lay"),
        (token("Times", "Times", "PROPN", "NNP"), "times"),
        (token("minutes", "minute", "NOUN", "NNS"), "minute"),
        (token("authorities", "authoritie", "NOUN", "NNS"), "authority"),
        (token("corps", "corps", "NOUN", "NN"), "corps"),
        (token("Gabrovo", "Gabrovo", "PROPN", "NNP"), "gabrovo"),
        (token("frobbed", "frob", "VERB", "VBD"), "frob"),
    ],
)
def test_the_lemma_of_a_word(word: Token, lemma: str) -> None:
    assert lemma_of(word) == lemma


def test_no_regular_form_is_of_two_verbs() -> None:
    owners = defaultdict(set)
    for verb in _verbs():
        for form in _regular(verb):
            owners[form].add(verb)
    shared = {frozenset(verbs) for verbs in owners.values() if len(verbs) > 1}
    assert shared == {frozenset({"lambast", "lambaste"})}


def test_a_verb_of_each_irregular_form() -> None:
    for row in rows("irregular_verbs"):
        assert {verb_forms()[form] for form in row["forms"].split(",")} == {row["lemma"]}


def test_every_form_leads_to_a_word_that_is_no_form() -> None:
    assert not [lemma for lemma in noun_forms().values() if lemma in noun_forms()]
    assert singular("guidelines") == "guideline" and singular("gabrovos") == "gabrovos"


@pytest.mark.parametrize(
    ("verb", "told"),
    [("commit", "committed"), ("target", "targeted"), ("quip", "quipped"), ("see", "saw")],
)
def test_the_simple_past(verb: str, told: str) -> None:
    assert past(verb) == told
