"""What a clause says of whether a thing took place."""

import pytest

from tests.reading.events.pages import Built

NAMES = {"Iraq": "state", "Kuwait": "state"}


def told(words: str, rows: str) -> list[tuple[str, str]]:
    events = Built(words, rows, NAMES).events()
    return [(event.type, event.status) for event in events]


NEGATED = """Iraq Iraq PROPN NNP 4 nsubj
did do AUX VBD 4 aux
not not PART RB 4 advmod
attack attack VERB VB 0 root
Kuwait Kuwait PROPN NNP 4 obj"""
MODAL = """Iraq Iraq PROPN NNP 3 nsubj
{0} {0} AUX MD 3 aux
attack attack VERB VB 0 root
Kuwait Kuwait PROPN NNP 3 obj"""
PROGRESSIVE = """Iraq Iraq PROPN NNP 3 nsubj
is be AUX VBZ 3 aux
attacking attack VERB VBG 0 root
Kuwait Kuwait PROPN NNP 3 obj"""
CONTROLLED = """Iraq Iraq PROPN NNP 2 nsubj
{0} {1} VERB VBD 0 root
to to PART TO 4 mark
attack attack VERB VB 2 xcomp
Kuwait Kuwait PROPN NNP 4 obj"""
ADVERB = """Iraq Iraq PROPN NNP 3 nsubj
{0} {0} ADV RB 3 advmod
attacked attack VERB VBD 0 root
Kuwait Kuwait PROPN NNP 3 obj"""


def test_a_negated_attack_is_denied() -> None:
    assert told("Iraq did not attack Kuwait", NEGATED) == [("ASSAULT", "denied")]


@pytest.mark.parametrize(
    ("modal", "status"),
    [
        ("may", "hypothetical"),
        ("could", "hypothetical"),
        ("would", "hypothetical"),
        ("will", "planned"),
    ],
)
def test_auxiliaries(modal: str, status: str) -> None:
    assert told(f"Iraq {modal} attack Kuwait", MODAL.format(modal)) == [("ASSAULT", status)]


def test_the_present_progressive_goes_on() -> None:
    assert told("Iraq is attacking Kuwait", PROGRESSIVE) == [("ASSAULT", "ongoing")]


@pytest.mark.parametrize(
    ("verb", "lemma", "status"),
    [
        ("planned", "plan", "planned"),
        ("wanted", "want", "hypothetical"),
        ("tried", "try", "hypothetical"),
        ("failed", "fail", "denied"),
        ("began", "begin", "happened"),
        ("threatened", "threaten", "threatened"),
    ],
)
def test_governing_verbs(verb: str, lemma: str, status: str) -> None:
    found = told(f"Iraq {verb} to attack Kuwait", CONTROLLED.format(verb, lemma))
    assert found[-1] == ("ASSAULT", status)


@pytest.mark.parametrize("adverb", ["allegedly", "reportedly"])
def test_doubt_in_an_adverb(adverb: str) -> None:
    found = told(f"Iraq {adverb} attacked Kuwait", ADVERB.format(adverb))
    assert found == [("ASSAULT", "unconfirmed")]


def test_a_condition_says_nothing_happened() -> None:
    rows = """If if SCONJ IN 3 mark
Iraq Iraq PROPN NNP 3 nsubj
attacks attack VERB VBZ 7 advcl
Kuwait Kuwait PROPN NNP 3 obj
prices price NOUN NNS 7 nsubj
will will AUX MD 7 aux
rise rise VERB VB 0 root"""
    assert told("If Iraq attacks Kuwait prices will rise", rows) == [("ASSAULT", "hypothetical")]


def test_what_somebody_will_not_do_is_refused() -> None:
    rows = """Iraq Iraq PROPN NNP 4 nsubj
will will AUX MD 4 aux
not not PART RB 4 advmod
meet meet VERB VB 0 root
Kuwait Kuwait PROPN NNP 4 obj"""
    assert told("Iraq will not meet Kuwait", rows) == [("REJECT", "happened")]


def test_what_is_only_announced_has_the_type_of_a_promise() -> None:
    rows = """Iraq Iraq PROPN NNP 3 nsubj
will will AUX MD 3 aux
meet meet VERB VB 0 root
Kuwait Kuwait PROPN NNP 3 obj"""
    assert told("Iraq will meet Kuwait", rows) == [("AGREE", "planned")]


def test_a_ceasefire_called_for_has_not_begun() -> None:
    rows = """Iraq Iraq PROPN NNP 2 nsubj
called call VERB VBD 0 root
for for ADP IN 5 case
a a DET DT 5 det
ceasefire ceasefire NOUN NN 2 obl
with with ADP IN 7 case
Kuwait Kuwait PROPN NNP 5 nmod"""
    found = dict(told("Iraq called for a ceasefire with Kuwait", rows))
    assert found == {"REQUEST": "happened", "RETREAT": "hypothetical"}
