"""Referents of pages, and pairs of them judged to be one or not."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model import Reading
from hearsay.resolve.entities.pairs import (
    LINKED,
    ReferentNode,
    blocks,
    gather,
    judge,
    keys_of,
    merged,
    met,
)
from hearsay.resolve.entities.referents import Referent, referents_of
from tests.limits import within
from tests.readings import reading


def referents(*texts: str) -> list[Referent]:
    pages = [reading(text, source=str(number)) for number, text in enumerate(texts)]
    return [referent for page in pages for referent in referents_of(page)]


def nodes(*texts: str) -> list[ReferentNode]:
    return gather(referents(*texts))


def test_a_chain_is_one_referent_with_all_that_is_told_of_it() -> None:
    (found,) = referents(
        "[Gen. Ana Ruiz|person 1 CHL MIL office=General canonical=Ana_Ruiz] left. "
        "[She|person 1 form=pronoun] wept. [The general|person 1 CHL GOV form=nominal] left. "
        "[Ruiz|person 1] slept."
    )
    assert (found.kind, found.name, found.country, found.gender) == (
        "person",
        "Ana Ruiz",
        "CHL",
        "female",
    )
    assert found.forms == ("Gen. Ana Ruiz", "Ruiz") and found.offices == ("General",)
    assert set(found.sectors) == {"GOV", "MIL"}
    assert len(found.cites) == 3  # a pronoun is no place to cite


def test_who_is_never_named_has_no_name() -> None:
    (found,) = referents("[The general|person 1 form=nominal] left; [he|person 1 form=pronoun].")
    assert (found.name, found.forms, found.gender) == (None, (), "male")
    assert gather([found]) == []


def test_pronouns_that_disagree_tell_no_gender() -> None:
    (found,) = referents("[Kim|person 1], [he|person 1 form=pronoun], [she|person 1 form=pronoun].")
    assert found.gender is None


def test_a_page_of_nobody_has_no_referents() -> None:
    assert referents("Nothing happened.") == []


def test_the_same_full_name_is_one_node_and_a_surname_alone_is_not() -> None:
    full = nodes("[Ana Ruiz|person 1 CHL] left.", "[Ana Ruiz|person 1 CHL] wept.")
    assert [len(node.members) for node in full] == [2]
    short = nodes("[Ruiz|person 1] left.", "[Ruiz|person 1] wept.")
    assert [len(node.members) for node in short] == [1, 1]
    office = "office=foreign_minister"
    seated = nodes(f"[Ruiz|person 1 CHL {office}] left.", f"[Ruiz|person 1 CHL {office}] wept.")
    assert [len(node.members) for node in seated] == [2]


def test_one_name_in_two_countries_is_two_nodes() -> None:
    found = nodes("[Ana Ruiz|person 1 CHL] left.", "[Ana Ruiz|person 1 PER] wept.")
    assert [node.country for node in found] == ["CHL", "PER"]


def test_a_state_is_one_by_its_code() -> None:
    found = nodes("[Chile|state 1 CHL] left.", "[Santiago|state 1 CHL] wept.")
    assert [len(node.members) for node in found] == [2]


def test_company_is_who_else_is_named_on_the_page() -> None:
    text = "[Ana Ruiz|person 1] met [Jon Esk|person 2] of [Chile|state 3 CHL]."
    (ruiz,) = [node for node in nodes(text) if node.name == "Ana Ruiz"]
    assert ruiz.company == {"jon esk"}


def test_who_stands_on_a_list_of_a_thousand_is_in_nobodys_company() -> None:
    crowd = " ".join(f"[Jon Esk{number}|person {number}]" for number in range(2, 1_000))
    (ruiz,) = [node for node in nodes(f"[Ana Ruiz|person 1] {crowd}") if node.name == "Ana Ruiz"]
    assert ruiz.company == frozenset()


JUDGED = [  # two pages; whether the two are linked
    ("[Ana Ruiz|person 1 CHL] left.", "[Ruiz|person 1 CHL] wept.", False),
    (
        "[Ana Ruiz|person 1 CHL office=foreign_minister] left.",
        "[Ruiz|person 1 CHL office=foreign_minister] wept.",
        True,
    ),
    ("[Ana Ruiz|person 1 CHL] left.", "[Jon Ruiz|person 1 CHL] wept.", False),
    (
        "[Ana Ruiz|person 1 CHL] met [Jon Esk|person 2], [Olu Bako|person 3].",
        "[Ruiz|person 1] met [Jon Esk|person 2], [Olu Bako|person 3].",
        True,
    ),
    ("[Ana Ruiz|person 1 CHL] left; [she|person 1 form=pronoun].",
     "[Ana Ruiz|person 1 CHL] left; [he|person 1 form=pronoun].", False),
    ("[World Bank|organization 1] lent.", "[WB|organization 1] lent.", False),
    ("[Tarnow Relief Union|organization 1 POL] met.", "[TRU|organization 1 POL] met.", True),
]  # fmt: skip


def pair(one: str, other: str) -> tuple[ReferentNode, ReferentNode]:
    first, second = nodes(one), nodes(other)
    return first[-1] if "met [" not in one else _ruiz(first), (
        second[-1] if "met [" not in other else _ruiz(second)
    )


def _ruiz(found: list[ReferentNode]) -> ReferentNode:
    return next(node for node in found if "uiz" in node.name)


@pytest.mark.parametrize(("one", "other", "linked"), JUDGED)
def test_judgements(one: str, other: str, linked: bool) -> None:
    first, second = pair(one, other)
    judgement = judge(first, second, rivals=1)
    assert ((judgement.score or 0.0) >= LINKED) is linked, judgement
    assert judgement.why


def test_rivals_make_a_surname_say_less() -> None:
    first, second = pair(JUDGED[1][0], JUDGED[1][1])
    scores = [judge(first, second, rivals).score for rivals in (1, 2)]
    assert scores[0] is not None and scores[1] is not None and scores[1] < scores[0]


def test_a_veto_says_which_countries() -> None:
    first, second = nodes("[Ana Ruiz|person 1 CHL] left.", "[Ana Ruiz|person 1 PER] wept.")
    judgement = judge(first, second, rivals=1)
    assert judgement.score is None and "CHL" in judgement.why and "PER" in judgement.why


_TEXTS = (
    "[Ana Ruiz|person 1 CHL] left.",
    "[Ruiz|person 1 CHL office=foreign_minister] left.",
    "[Anna Ruis|person 1] met [Jon Esk|person 2].",
    "[Jon Esk|person 1] met [Olu Bako|person 2] of the [World Bank|organization 3].",
    "[WB|organization 1] and the [Tarnow Relief Union|organization 2 POL].",
    "[TRU|organization 1 POL] met in [Tarnow|place 2 POL].",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_TEXTS), min_size=1, max_size=6), st.integers(1, 3))
def test_judging_goes_both_ways_and_scores_are_shares(texts: list[str], rivals: int) -> None:
    found = nodes(*texts)
    for one in found:
        for other in found:
            if one.family != other.family:
                continue
            judgement, turned = judge(one, other, rivals), judge(other, one, rivals)
            assert judgement.score == turned.score
            assert judgement.score is None or -1.0 <= judgement.score <= 1.0


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(_TEXTS), min_size=1, max_size=6), st.randoms())
def test_the_order_of_referents_makes_no_difference_to_who_is_gathered(
    texts: list[str], rng: random.Random
) -> None:
    every = referents(*texts)
    shuffled = list(every)
    rng.shuffle(shuffled)
    groups, others = gather(every), gather(shuffled)
    assert [{r.key for r in node.members} for node in groups] == [
        {r.key for r in node.members} for node in others
    ]


def test_a_node_of_several_has_all_they_have_and_the_fullest_name() -> None:
    first, second = pair(JUDGED[1][0], JUDGED[1][1])
    both = merged([second, first])
    assert both.name == "Ana Ruiz" and len(both.members) == 2
    assert both.forms == first.forms | second.forms and both.country == "CHL"
    assert merged([first]) is first and merged([first, second]) == both


def test_those_who_may_be_one_meet_in_a_block() -> None:
    found = nodes(*_TEXTS)
    keys: dict[str, set[str]] = {}
    for key, number in blocks(found):
        keys.setdefault(found[number].name, set()).add(key)
    assert keys["Ana Ruiz"] & keys["Anna Ruis"] and keys["Ana Ruiz"] & keys["Ruiz"]
    assert keys["Tarnow Relief Union"] & keys["TRU"]
    assert not keys["Ana Ruiz"] & keys["Tarnow"]


def test_company_must_be_two_and_a_good_part() -> None:
    (node, *_) = nodes("[Ana Ruiz|person 1 CHL] left.")

    def among(*names: str) -> ReferentNode:
        return replace(node, company=frozenset(names))

    assert met(among("a", "b"), among("a", "b", "c"))
    assert not met(among("a"), among("a"))
    many = [str(number) for number in range(30)]
    assert not met(among("a", "b", *many), among("a", "b", *(f"x{n}" for n in many)))


def test_offices_held_by_one_at_a_time() -> None:
    found = referents("[Ana Ruiz|person 1 CHL office=foreign_minister,senator] left.")
    assert len(keys_of(found[0])) == 1


def test_a_page_of_five_thousand_names_is_gathered_at_once() -> None:
    text = " ".join(f"[Ana Ruiz{n}|person {n} CHL] left." for n in range(5_000))
    page: Reading = reading(text)
    with within(30):
        assert len(gather(referents_of(page))) == 5_000
