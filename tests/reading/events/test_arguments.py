"""Who did it to whom, through the shapes a clause takes."""

import pytest

from hearsay.model import EventMention
from tests.reading.events.pages import Built, actors

ACTIVE = Built(
    "Egypt attacked Israel .",
    """Egypt Egypt PROPN NNP 2 nsubj
attacked attack VERB VBD 0 root
Israel Israel PROPN NNP 2 obj
. . PUNCT . 2 punct""",
    {"Egypt": "state", "Israel": "state"},
)
PASSIVE = Built(
    "Israel was attacked by Egypt .",
    """Israel Israel PROPN NNP 3 nsubj:pass
was be AUX VBD 3 aux:pass
attacked attack VERB VBN 0 root
by by ADP IN 5 case
Egypt Egypt PROPN NNP 3 obl:agent
. . PUNCT . 3 punct""",
    {"Egypt": "state", "Israel": "state"},
)
RELATIVE = Built(
    "Egypt , which attacked Israel , mourned .",
    """Egypt Egypt PROPN NNP 7 nsubj
, , PUNCT , 4 punct
which which PRON WDT 4 nsubj
attacked attack VERB VBD 1 acl:relcl
Israel Israel PROPN NNP 4 obj
, , PUNCT , 4 punct
mourned mourn VERB VBD 0 root
. . PUNCT . 7 punct""",
    {"Egypt": "state", "Israel": "state"},
)
NOMINAL = Built(
    "Egypt 's attack on Israel failed .",
    """Egypt Egypt PROPN NNP 3 nmod:poss
's 's PART POS 1 case
attack attack NOUN NN 6 nsubj
on on ADP IN 5 case
Israel Israel PROPN NNP 3 nmod
failed fail VERB VBD 0 root
. . PUNCT . 6 punct""",
    {"Egypt": "state", "Israel": "state"},
)
SUPPORTED = Built(
    "Egypt carried out an attack on Israel .",
    """Egypt Egypt PROPN NNP 2 nsubj
carried carry VERB VBD 0 root
out out ADP RP 2 compound:prt
an a DET DT 5 det
attack attack NOUN NN 2 obj
on on ADP IN 7 case
Israel Israel PROPN NNP 2 obl
. . PUNCT . 2 punct""",
    {"Egypt": "state", "Israel": "state"},
)
PARTICIPLE = Built(
    "The attack launched by Egypt on Israel failed .",
    """The the DET DT 2 det
attack attack NOUN NN 8 nsubj
launched launch VERB VBN 2 acl
by by ADP IN 5 case
Egypt Egypt PROPN NNP 3 obl:agent
on on ADP IN 7 case
Israel Israel PROPN NNP 3 obl
failed fail VERB VBD 0 root
. . PUNCT . 8 punct""",
    {"Egypt": "state", "Israel": "state"},
)
UNDERGONE = Built(
    "Israel came under attack from Egypt .",
    """Israel Israel PROPN NNP 2 nsubj
came come VERB VBD 0 root
under under ADP IN 4 case
attack attack NOUN NN 2 obl
from from ADP IN 6 case
Egypt Egypt PROPN NNP 4 nmod
. . PUNCT . 2 punct""",
    {"Egypt": "state", "Israel": "state"},
)
CLAIMED = Built(
    "Egypt claimed responsibility for the attack on Israel .",
    """Egypt Egypt PROPN NNP 2 nsubj
claimed claim VERB VBD 0 root
responsibility responsibility NOUN NN 2 obj
for for ADP IN 6 case
the the DET DT 6 det
attack attack NOUN NN 3 nmod
on on ADP IN 8 case
Israel Israel PROPN NNP 6 nmod
. . PUNCT . 2 punct""",
    {"Egypt": "state", "Israel": "state"},
)


def only(built: Built, kind: str) -> EventMention:
    (found,) = [event for event in built.events() if event.type == kind]
    return found


@pytest.mark.parametrize(
    "built", [ACTIVE, PASSIVE, RELATIVE, NOMINAL, SUPPORTED, PARTICIPLE, CLAIMED]
)
def test_source_and_target_are_found_in_every_shape(built: Built) -> None:
    event = only(built, "ASSAULT")
    assert actors(event, "source") == ["Egypt"]
    assert actors(event, "target") == ["Israel"]
    assert event.status == "happened"


def test_who_came_under_attack_is_its_target() -> None:
    assert actors(only(UNDERGONE, "ASSAULT"), "target") == ["Israel"]


def test_arguments_carry_the_number_of_their_name() -> None:
    event = only(ACTIVE, "ASSAULT")
    assert [argument.name for argument in event.arguments] == [0, 1]


def test_the_trigger_of_a_noun_is_marked_and_has_its_lemma() -> None:
    event = only(NOMINAL, "ASSAULT")
    assert event.nominal and event.lemma == "attack" and event.trigger.text == "attack"


def test_control_gives_the_infinitive_its_subject() -> None:
    built = Built(
        "Portugal agreed to withdraw its troops from Angola .",
        """Portugal Portugal PROPN NNP 2 nsubj
agreed agree VERB VBD 0 root
to to PART TO 4 mark
withdraw withdraw VERB VB 2 xcomp
its its PRON PRP$ 6 nmod:poss
troops troop NOUN NNS 4 obj
from from ADP IN 8 case
Angola Angola PROPN NNP 4 obl
. . PUNCT . 2 punct""",
        {"Portugal": "state", "Angola": "state"},
    )
    agreement, withdrawal = built.events()
    assert (agreement.type, agreement.status) == ("AGREE", "happened")
    assert (withdrawal.type, withdrawal.mode, withdrawal.status) == (
        "RETREAT",
        "withdraw",
        "planned",
    )
    assert actors(withdrawal, "source") == ["Portugal"]


def test_who_is_accused_is_the_doer_of_the_deed() -> None:
    built = Built(
        "Moscow accused Georgia of shelling Ossetia .",
        """Moscow Moscow PROPN NNP 2 nsubj
accused accuse VERB VBD 0 root
Georgia Georgia PROPN NNP 2 obj
of of SCONJ IN 5 mark
shelling shell VERB VBG 2 advcl
Ossetia Ossetia PROPN NNP 5 obj
. . PUNCT . 2 punct""",
        {"Moscow": "state", "Georgia": "state", "Ossetia": "place"},
    )
    accusation, shelling = built.events()
    assert actors(accusation, "target") == ["Georgia"]
    assert actors(shelling, "source") == ["Georgia"]
    assert shelling.status == "unconfirmed"


def test_weapons_are_no_actors_but_their_owners_are() -> None:
    built = Built(
        "Syrian warplanes bombed Homs .",
        """Syrian Syrian ADJ JJ 2 amod
warplanes warplane NOUN NNS 3 nsubj
bombed bomb VERB VBD 0 root
Homs Homs PROPN NNP 3 obj
. . PUNCT . 3 punct""",
        {"Syrian": "state", "Homs": "place"},
    )
    (event,) = built.events()
    assert actors(event, "source") == ["Syrian"]
    assert (event.mode, event.place) == ("aerial", 1)


def test_coordinated_actors_all_take_part() -> None:
    built = Built(
        "Gorbachev and Reagan met in Reykjavik .",
        """Gorbachev Gorbachev PROPN NNP 4 nsubj
and and CCONJ CC 3 cc
Reagan Reagan PROPN NNP 1 conj
met meet VERB VBD 0 root
in in ADP IN 6 case
Reykjavik Reykjavik PROPN NNP 4 obl
. . PUNCT . 4 punct""",
        {"Gorbachev": "person", "Reagan": "person", "Reykjavik": "place"},
    )
    (event,) = built.events()
    assert event.type == "CONSULT"
    assert actors(event, "participant") == ["Gorbachev", "Reagan"]
    assert event.place == 2


def test_a_call_by_telephone_has_participants_and_no_target() -> None:
    built = Built(
        "Kennedy 's third call with Macmillan ended .",
        """Kennedy Kennedy PROPN NNP 4 nmod:poss
's 's PART POS 1 case
third third ADJ JJ 4 amod
call call NOUN NN 7 nsubj
with with ADP IN 6 case
Macmillan Macmillan PROPN NNP 4 nmod
ended end VERB VBD 0 root
. . PUNCT . 7 punct""",
        {"Kennedy": "person", "Macmillan": "person"},
    )
    (event,) = built.events()
    assert (event.type, event.mode, event.ordinal) == ("CONSULT", "phone", 3)
    assert {argument.role for argument in event.arguments} == {"participant"}


def test_the_raid_that_killed_is_one_event() -> None:
    built = Built(
        "The raid killed five civilians in Aden .",
        """The the DET DT 2 det
raid raid NOUN NN 3 nsubj
killed kill VERB VBD 0 root
five five NUM CD 5 nummod
civilians civilian NOUN NNS 3 obj
in in ADP IN 7 case
Aden Aden PROPN NNP 3 obl
. . PUNCT . 3 punct""",
        {"Aden": "place"},
    )
    (event,) = built.events()
    assert (event.lemma, event.place) == ("raid", 0)
    assert actors(event, "target") == ["five civilians"]
