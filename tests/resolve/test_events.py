"""Mentions become events: what belongs together, and what must stay apart."""

import pytest

from hearsay.model import Event, Reading
from tests.readings import reading
from tests.resolve.stub import resolve

HAIG, PYM = "[Alexander Haig|person 1 USA GOV]", "[Francis Pym|person 2 GBR GOV]"


def groups(*pages: Reading) -> list[list[str]]:
    """The trigger words of each event, sorted."""
    events = resolve(*pages).events
    return sorted(sorted(told.trigger.text for told in e.mentions if told.trigger) for e in events)


def only(*pages: Reading) -> Event:
    (event,) = resolve(*pages).events
    return event


def call(day: str, verb: str = "spoke", **fields: str) -> Reading:
    text = f"{HAIG} {{{verb}|CONSULT/phone p=1,2 on=0 lemma=speak}} to {PYM} on <{day}|day={day}>."
    return reading(text, published=day, **fields)


def test_three_calls_of_two_ministers_in_three_months_are_three_events() -> None:
    calls = [call("1982-04-09"), call("1982-05-10"), call("1982-06-11")]
    assert len(resolve(*calls).events) == 3


def test_two_calls_a_day_apart_are_two() -> None:
    assert len(resolve(call("1982-05-10"), call("1982-05-11")).events) == 2


def test_one_call_on_two_pages_is_one_event_of_two_origins() -> None:
    event = only(call("1982-05-10", source="a"), call("1982-05-10", "talked", source="b"))
    assert (event.type, event.mode, event.status, event.origins) == (
        "CONSULT",
        "phone",
        "happened",
        2,
    )
    assert [(actor.name, actor.role) for actor in event.actors] == [
        (name, "participant") for name in sorted_names(event)
    ]
    assert event.date.earliest is not None
    assert event.date.earliest.isoformat() == "1982-05-10"


def sorted_names(event: Event) -> list[str]:
    names = {actor.entity: actor.name for actor in event.actors}
    assert set(names.values()) == {"Alexander Haig", "Francis Pym"}
    return [names[entity] for entity in sorted(names, key=str)]


def test_calls_of_other_people_on_one_day_stay_apart() -> None:
    other = reading(
        f"{HAIG} {{spoke|CONSULT/phone p=1,3 on=0 lemma=speak}} to "
        "[Nicanor Costa Mendez|person 3 ARG GOV] on <Monday|day=1982-05-10>.",
        published="1982-05-10",
    )
    assert len(resolve(call("1982-05-10"), other).events) == 2


RAIDS = [
    (
        "[Argentine jets|group 1 ARG MIL form=nominal plural=1] {bombed|ASSAULT/aerial s=1 t=2 on=0"
        " lemma=bomb} [British landing ships|group 2 GBR MIL form=nominal] at [Bluff Cove|place 3] "
        "<on Tuesday|weekday=1>. {The attack|ASSAULT s=1 nominal=1 lemma=attack} set two ships "
        "ablaze."
    ),
    (
        "[Britain|state 2 GBR] lost two landing ships when [Argentina|state 1 ARG] {raided|"
        "ASSAULT/aerial s=1 t=2 on=0 lemma=raid} [Bluff Cove|place 3] <on Tuesday|weekday=1>, "
        "setting ships ablaze."
    ),
    (
        "[Argentina|state 1 ARG]'s air {attack|ASSAULT/aerial s=1 t=2 at=3 on=0 nominal=1} on "
        "[the British fleet|group 2 GBR MIL form=nominal] at [Bluff Cove|place 3] <Tuesday|"
        "weekday=1> set two landing ships ablaze."
    ),
]


def test_three_pages_on_one_attack_are_one_event() -> None:
    pages = [reading(text, published="1982-06-09", source=str(n)) for n, text in enumerate(RAIDS)]
    event = only(*pages)
    assert len(event.mentions) == 4
    assert event.origins == 3
    assert {actor.role for actor in event.actors} == {"source", "target"}


def test_an_attack_and_the_answer_to_it_are_two() -> None:
    page = reading(
        "[Iraq|state 1 IRQ] {shelled|ASSAULT s=1 t=2 lemma=shell} [Iran|state 2 IRN]. "
        "[Iran|state 2 IRN] {shelled|ASSAULT s=2 t=1 lemma=shell} [Iraq|state 1 IRQ] in return."
    )
    assert len(resolve(page).events) == 2


def test_another_strike_is_new() -> None:
    page = reading(
        "A {strike|ASSAULT/aerial t=1 nominal=1} hit [Sarajevo|place 1 BIH]. Hours later another "
        "{strike|ASSAULT/aerial t=1 nominal=1} hit [Sarajevo|place 1 BIH]."
    )
    assert len(resolve(page).events) == 2


@pytest.mark.parametrize(
    ("first", "second", "events"),
    [
        ("status=planned", "status=happened", 1),
        ("status=happened", "status=denied", 1),
        ("status=threatened", "status=happened", 2),
        ("status=hypothetical", "status=happened", 2),
    ],
)
def test_what_was_planned_may_come_about_and_what_is_imagined_not(
    first: str, second: str, events: int
) -> None:
    text = (
        "[Egypt|state 1 EGY] {seized|COERCE/seize s=1 t=2 on=0 lemma=seize STATUS} [the Suez Canal "
        "Company|organization 2] <on Thursday|day=1956-07-26>, ending foreign control of the canal."
    )
    pages = [
        reading(text.replace("STATUS", status), published="1956-07-26", source=status)
        for status in (first, second)
    ]
    assert len(resolve(*pages).events) == events


def test_an_event_some_deny_is_unconfirmed() -> None:
    text = (
        "[Sudan|state 1 SDN] {shelled|ASSAULT s=1 t=2 on=0 lemma=shell STATUS} [Chad|state 2 TCD] "
        "<on Friday|day=2023-05-05>."
    )
    pages = [
        reading(text.replace("STATUS", s), published="2023-05-06", source=s)
        for s in ("status=happened", "status=denied")
    ]
    event = only(*pages)
    assert event.status == "unconfirmed"
    assert {told.status for told in event.mentions} == {"happened", "denied"}


def test_kinds_of_event_are_no_events() -> None:
    page = reading("{Attacks|ASSAULT nominal=1 specific=0} on shipping went on.")
    assert resolve(page).events == ()


def test_weekdays_keep_undated_pages_apart() -> None:
    text = (
        "[Iran|state 1 IRN] {fired|ASSAULT s=1 t=2 on=0 lemma=fire} missiles at "
        "[Israel|state 2 ISR] <late on DAY|weekday=NUMBER>, in its first direct attack."
    )
    pages = [
        reading(text.replace("DAY", d).replace("NUMBER", n), source=d)
        for d, n in (("Saturday", "5"), ("Tuesday", "1"), ("the sixth", "5"))
    ]
    assert [len(group) for group in groups(*pages)] == [2, 1] or [
        len(group) for group in groups(*pages)
    ] == [1, 2]


def test_a_summary_names_who_acts_and_uses_the_words_of_a_page() -> None:
    page = reading(
        "[Fidel Castro|person 1 CUB GOV] spoke. But [he|person 1 form=pronoun] {freed|RETREAT/"
        "release s=1 t=2 lemma=free} [the prisoners|group 2 form=nominal plural=1]."
    )
    assert only(page).summary == "Fidel Castro freed the prisoners."


def test_the_id_comes_from_the_first_page() -> None:
    first, second = call("1982-05-10", source="a"), call("1982-05-10", source="b")
    later = reading(
        f"{HAIG} {{spoke|CONSULT/phone p=1,2 on=0 lemma=speak}} to {PYM} on <Monday|"
        "day=1982-05-10>.",
        published="1982-05-12",
        source="c",
    )
    assert only(first, second).id == only(first, second, later).id


def test_the_attack_is_the_one_told_before() -> None:
    page = reading(
        "[Serb guns|group 1 form=nominal] {shelled|ASSAULT s=1 t=2 lemma=shell} [Tuzla|place 2 BIH]"
        ". [Bosnia|state 3 BIH] condemned the {attack|ASSAULT nominal=1}."
    )
    assert groups(page) == [["attack", "shelled"]]


def test_a_noun_with_a_day_of_its_own_takes_up_nothing() -> None:
    page = reading(
        "[Hamas|organization 1] {attacked|ASSAULT s=1 t=2 on=0 lemma=attack} [Sderot|place 2 ISR] "
        "<on Saturday|weekday=5>. It was a year since the <May 4|month=5 date=4> {attacks|ASSAULT "
        "on=1 nominal=1 lemma=attack}."
    )
    assert len(groups(page)) == 2


def test_two_verbs_side_by_side_are_two_acts() -> None:
    page = reading(
        "[Police|organization 1 FRA] {beat|ASSAULT/beat s=1 lemma=beat} marchers and {shot|"
        "ASSAULT/firearms s=1 lemma=shoot} at cars."
    )
    assert len(groups(page)) == 2


def test_an_offer_is_no_agreement() -> None:
    pages = [
        reading(
            f"[Josip Broz|person 1 YUG GOV] {{{verb}|AGREE s=1 lemma={lemma}}} to draw back his "
            "troops from Trieste under a plan of the allies.",
            published="1945-06-09",
            source=verb,
        )
        for verb, lemma in (("offered", "offer"), ("agreed", "agree"))
    ]
    assert len(groups(*pages)) == 2


def test_a_meeting_of_nobody_is_not_one_of_somebody() -> None:
    pages = [
        reading(text, published="1938-09-29", source=text)
        for text in (
            "[Neville Chamberlain|person 1 GBR GOV] {met|CONSULT p=1 on=0 lemma=meet} his cabinet "
            "<on Thursday|day=1938-09-29> over the Sudeten lands.",
            "Envoys in Bern were gloomy after a {meeting|CONSULT on=0 nominal=1} <on Thursday|"
            "day=1938-09-29>, when the Sudeten lands were given up.",
        )
    ]
    assert len(groups(*pages)) == 2


def test_two_verbs_of_speech_are_two_acts() -> None:
    told = (
        "[Fidel Castro|person 1 CUB GOV] {VERB|SUPPORT s=1 t=2 lemma=LEMMA} the defence of "
        "[Chile|state 2 CHL] against the northern raiders."
    )
    pages = [
        reading(told.replace("VERB", verb).replace("LEMMA", lemma), source=verb)
        for verb, lemma in (("praised", "praise"), ("supported", "support"))
    ]
    assert groups(*pages) == [["praised"], ["supported"]]
