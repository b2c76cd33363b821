"""Whom grammar forbids a pronoun to mean, on small trees built by hand."""

import pytest

from hearsay.reading.names import find_mentions
from hearsay.reading.names.link.binding import barred, subject_of
from hearsay.reading.names.link.mention_chains import Chains
from hearsay.reading.names.link.positions import PronounSetting, subject_ahead
from hearsay.syntax import parse
from tests.factories import analysis

COORDINATED = (
    "Nkomo named Sithole and dismissed him.",
    """
Nkomo Nkomo PROPN NNP 2 nsubj
named name VERB VBD 0 root
Sithole Sithole PROPN NNP 2 obj
and and CCONJ CC 5 cc
dismissed dismiss VERB VBD 2 conj
him he PRON PRP 5 obj
. . PUNCT . 2 punct
""",
)
PURPOSE = (
    "Nkomo went out to meet him.",
    """
Nkomo Nkomo PROPN NNP 2 nsubj
went go VERB VBD 0 root
out out ADV RB 2 advmod
to to PART TO 5 mark
meet meet VERB VB 2 advcl
him he PRON PRP 5 obj
. . PUNCT . 2 punct
""",
)
URGED = (
    "Nkomo urged Sithole to see him.",
    """
Nkomo Nkomo PROPN NNP 2 nsubj
urged urge VERB VBD 0 root
Sithole Sithole PROPN NNP 2 obj
to to PART TO 5 mark
see see VERB VB 2 xcomp
him he PRON PRP 5 obj
. . PUNCT . 2 punct
""",
)
FRIEND = (
    "Sithole is his friend.",
    """
Sithole Sithole PROPN NNP 4 nsubj
is be AUX VBZ 4 cop
his his PRON PRP$ 4 nmod:poss
friend friend NOUN NN 0 root
. . PUNCT . 4 punct
""",
)
ALONG = (
    "Nkomo took a rifle with him.",
    """
Nkomo Nkomo PROPN NNP 2 nsubj
took take VERB VBD 0 root
a a DET DT 4 det
rifle rifle NOUN NN 2 obj
with with ADP IN 6 case
him he PRON PRP 2 obl
. . PUNCT . 2 punct
""",
)
WHO = (
    "Nkomo, who praised him, left.",
    """
Nkomo Nkomo PROPN NNP 7 nsubj
, , PUNCT , 4 punct
who who PRON WP 4 nsubj
praised praise VERB VBD 1 acl:relcl
him he PRON PRP 4 obj
, , PUNCT , 1 punct
left leave VERB VBD 0 root
. . PUNCT . 7 punct
""",
)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (COORDINATED, {"Nkomo"}),
        (PURPOSE, {"Nkomo"}),
        (URGED, {"Sithole"}),
        (FRIEND, {"Sithole"}),
        (ALONG, set()),
        (WHO, {"Nkomo"}),
    ],
    ids=["shared subject", "purpose", "object of urging", "predicate", "goes along", "who"],
)
def test_fellow_parties_are_barred(sentence: tuple[str, str], names: set[str]) -> None:
    tree = parse(analysis(*sentence))
    chains = Chains(find_mentions(tree))
    pronoun = next(m for m in chains.mentions if m.form == "pronoun")
    closed = barred(chains, tree, pronoun.head)
    held = {tree.tokens[m.head].text for m in chains.mentions if m.form != "pronoun"}
    found = {
        tree.tokens[mention.head].text
        for number, mention in enumerate(chains.mentions)
        if chains.chain(number) in closed
    }
    assert found & held & {"Nkomo", "Sithole"} == names
    assert tree.text == sentence[0]


def test_a_verb_without_subject_shares_the_one_above() -> None:
    tree = parse(analysis(*COORDINATED))
    assert subject_of(tree, 4) == 0
    assert subject_of(parse(analysis(*URGED)), 4) == 2


AHEAD = """
After after SCONJ IN 3 mark
he he PRON PRP 3 nsubj
left leave VERB VBD 7 advcl
, , PUNCT , 3 punct
Nkomo Nkomo PROPN NNP 7 nsubj
had have AUX VBD 7 aux
said say VERB VBN 0 root
it it PRON PRP 9 nsubj
rained rain VERB VBD 7 ccomp
. . PUNCT . 7 punct
"""


def test_the_subject_ahead_of_a_clause_put_first() -> None:
    tree = parse(analysis("After he left, Nkomo had said it rained.", AHEAD))
    assert subject_ahead(tree, 1) == 4
    assert subject_ahead(tree, 7) is None
    assert PronounSetting.of(tree, 7).reported == 6
    assert PronounSetting.of(tree, 1) == PronounSetting(frozenset({1, 2, 6}), None, 1)
