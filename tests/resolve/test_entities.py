"""Names of many pages become the persons, bodies and states they mean."""

import random

from hearsay.model import Entity, Interval, Reading
from hearsay.resolve.entities.find_entities import Entities, find_entities, link_names
from tests.readings import reading


def found(*readings: Reading) -> Entities:
    return find_entities(link_names(sorted(readings, key=lambda r: r.document.id)), {})


def by_name(entities: Entities, name: str) -> Entity:
    (entity,) = [e for e in entities.all if e.name == name]
    return entity


FALKLANDS = [
    reading(
        "[Francis Pym|person 1 GBR GOV office=Foreign_Secretary] met "
        "[Alexander Haig|person 2 USA GOV office=Secretary_of_State] in [London|place 3 GBR].",
        source="a",
    ),
    reading(
        "[Pym|person 1 GBR GOV office=Foreign_Secretary] and "
        "[the US secretary of state|person 2 USA GOV form=nominal office=secretary_of_state] "
        "spoke of [Argentina|state 3 ARG].",
        source="b",
    ),
    reading(
        "[Al Haig|person 1 USA GOV] flew to [Buenos Aires|place 2 ARG]. "
        "[The Argentine foreign minister|office 3 ARG form=nominal office=foreign_minister] "
        "waited. [Argentina|state 4 ARG] and [the Argentines|state 4 ARG form=nominal].",
        source="c",
    ),
]


def test_a_surname_with_an_office_finds_its_full_name() -> None:
    entities = found(*FALKLANDS)
    pym = by_name(entities, "Francis Pym")
    assert set(pym.names) == {"Francis Pym", "Pym"}
    assert len({cite.document for cite in pym.mentions}) == 2


def test_an_office_nobody_is_named_for_on_the_page_goes_to_its_holder() -> None:
    entities = found(*FALKLANDS)
    haig = by_name(entities, "Alexander Haig")
    assert {cite.document for cite in haig.mentions} == {r.document.id for r in FALKLANDS}
    assert "whom other pages name" in entities.why[FALKLANDS[1].document.id, 2]


def test_an_office_without_a_known_holder_is_an_entity_of_its_own() -> None:
    office = [entity for entity in found(*FALKLANDS).all if entity.kind == "office"]
    assert [(e.name, e.actor.country) for e in office] == [
        ("The Argentine foreign minister", "ARG")
    ]


def test_states_are_one_by_their_code() -> None:
    states = [entity for entity in found(*FALKLANDS).all if entity.kind == "state"]
    assert [(state.name, state.actor.country) for state in states] == [("Argentina", "ARG")]
    assert len({cite.document for cite in states[0].mentions}) == 2


def test_spellings_meet_with_a_shared_given_name_and_country_only() -> None:
    one = reading("[Muammar Gaddafi|person 1 LBY GOV] spoke.", source="a")
    other = reading("[Moammar Qaddafi|person 1 LBY] spoke.", source="b")
    apart = reading("[Saif Qaddafi|person 1 LBY] spoke.", source="c")
    people = found(one, other, apart).all
    assert sorted(len(person.names) for person in people) == [1, 2]


def test_a_spelling_alone_proves_nothing() -> None:
    one = reading("[Jon Hansen|person 1] spoke.", source="a")
    other = reading("[John Hanson|person 1] spoke.", source="b")
    assert len(found(one, other).all) == 2


def test_one_surname_of_two_persons_stays_apart() -> None:
    pages = [
        reading("[George Bush|person 1 USA office=president] spoke.", source="a"),
        reading("[Laura Bush|person 1 USA] spoke.", source="b"),
        reading("[Bush|person 1 USA] spoke.", source="c"),
    ]
    assert len(found(*pages).all) == 3


def test_pronouns_keep_two_namesakes_apart() -> None:
    pages = [
        reading("[Kim Park|person 1 KOR] spoke. [He|person 1 form=pronoun] left.", source="a"),
        reading("[Kim Park|person 1 KOR] spoke. [She|person 1 form=pronoun] left.", source="b"),
    ]
    assert len(found(*pages).all) == 2


def test_a_given_name_tells_whose_the_surname_is_not() -> None:
    entities = found(
        reading("[Laura Hale|person 1] met [Ann Poe|person 2] in [Lindau|place 3].", source="a"),
        reading("[Peter Hale|person 1] met [Ann Poe|person 2] in [Lindau|place 3].", source="b"),
        reading(
            "[Hale|person 1] met [Ann Poe|person 2] in [Lindau|place 3]. "
            "[He|person 1 form=pronoun] left.",
            source="c",
        ),
    )
    assert len(by_name(entities, "Peter Hale").mentions) == 2
    assert len(by_name(entities, "Laura Hale").mentions) == 1


def test_nobody_without_a_name_is_shared_between_pages() -> None:
    pages = [
        reading("[two officials|group 1 USA form=nominal plural=1 number=2] spoke.", source=s)
        for s in "ab"
    ]
    assert found(*pages).all == ()


def test_an_office_of_another_time_is_not_the_holder_of_today() -> None:
    named = reading("[Anthony Eden|person 1 GBR office=Prime_Minister] spoke.", source="a")
    later = reading(
        "[the British prime minister|person 1 GBR form=nominal office=prime_minister] spoke.",
        source="b",
    )
    pages = sorted((named, later), key=lambda r: r.document.id)
    days = {named.document.id: _day("1956-11-05"), later.document.id: _day("1982-05-01")}
    entities = find_entities(link_names(pages), days)
    assert {entity.kind for entity in entities.all} == {"person", "office"}
    near = find_entities(link_names(pages), days | {later.document.id: _day("1956-10-30")})
    assert {entity.kind for entity in near.all} == {"person"}


def _day(day: str) -> Interval:
    from datetime import date

    return Interval.day(date.fromisoformat(day))


def test_a_former_holder_does_not_hold_the_office() -> None:
    pages = [
        reading("[Jimmy Carter|person 1 USA office=former_president] spoke.", source="a"),
        reading(
            "[the American president|person 1 USA form=nominal office=president] spoke.", source="b"
        ),
    ]
    assert {entity.kind for entity in found(*pages).all} == {"person", "office"}


def test_bodies_of_two_countries_with_one_name_stay_apart() -> None:
    pages = [
        reading("[Defence Ministry|organization 1 SDN GOV] spoke.", source="a"),
        reading("[Defence Ministry|organization 1 RUS GOV] spoke.", source="b"),
        reading("[Defence Ministry|organization 1] spoke.", source="c"),
        reading("[the Defence Ministry|organization 1 RUS] spoke.", source="d"),
    ]
    assert sorted(len(e.mentions) for e in found(*pages).all) == [1, 1, 2]


def test_initials_meet_the_full_name_a_page_tells_with_them() -> None:
    pages = [
        reading(
            "[World Food Programme|organization 1 canonical=World_Food_Programme] "
            "([WFP|organization 1]) warned.",
            source="a",
        ),
        reading(
            "[WFP|organization 1 canonical=WFP] warned. [WFP|organization 1] left.", source="b"
        ),
        reading("[Red Cross|organization 1] warned.", source="c"),
    ]
    assert sorted(e.name for e in found(*pages).all) == ["Red Cross", "World Food Programme"]


def test_the_order_of_pages_is_nothing() -> None:
    pages = [*FALKLANDS]
    first = found(*pages)
    random.Random(4).shuffle(pages)
    assert found(*pages) == first
