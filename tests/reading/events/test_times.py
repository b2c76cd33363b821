"""When: which expression belongs to which mention, and what follows what."""

from datetime import date

from hearsay.model import Anchor, Interval, PartialDate, Timex
from tests.reading.events.pages import Built, span


def day(text: str, words: str) -> Timex:
    fixed = Interval.day(date(1973, 10, 6))
    return Timex(span(text, words), "DATE", "1973-10-06", Anchor.ABSOLUTE, fixed=fixed)


SAID = "Egypt said on Monday that Israel bombed Suez"
SAID_ROWS = """Egypt Egypt PROPN NNP 2 nsubj
said say VERB VBD 0 root
on on ADP IN 4 case
Monday Monday PROPN NNP 2 obl
that that SCONJ IN 7 mark
Israel Israel PROPN NNP 7 nsubj
bombed bomb VERB VBD 2 ccomp
Suez Suez PROPN NNP 7 obj"""
NAMES = {"Egypt": "state", "Israel": "state", "Suez": "place"}


def test_the_day_of_the_telling_is_not_the_day_of_the_thing_told() -> None:
    (event,) = Built(SAID, SAID_ROWS, NAMES, (day(SAID, "Monday"),)).events()
    assert event.type == "ASSAULT" and event.timexes == ()


def test_a_day_at_the_verb_is_its_own() -> None:
    text = "On Monday Israel bombed Suez and captured Ismailia"
    rows = """On on ADP IN 2 case
Monday Monday PROPN NNP 4 obl
Israel Israel PROPN NNP 4 nsubj
bombed bomb VERB VBD 0 root
Suez Suez PROPN NNP 4 obj
and and CCONJ CC 7 cc
captured capture VERB VBD 4 conj
Ismailia Ismailia PROPN NNP 7 obj"""
    names = {"Israel": "state", "Suez": "place", "Ismailia": "place"}
    events = Built(text, rows, names, (day(text, "Monday"),)).events()
    assert [event.timexes for event in events] == [(0,), (0,)]


def test_a_second_clause_with_its_own_subject_borrows_no_day() -> None:
    text = "On Monday Israel bombed Suez and Egypt captured Gidi"
    rows = """On on ADP IN 2 case
Monday Monday PROPN NNP 4 obl
Israel Israel PROPN NNP 4 nsubj
bombed bomb VERB VBD 0 root
Suez Suez PROPN NNP 4 obj
and and CCONJ CC 8 cc
Egypt Egypt PROPN NNP 8 nsubj
captured capture VERB VBD 4 conj
Gidi Gidi PROPN NNP 8 obj"""
    names = {"Israel": "state", "Suez": "place", "Egypt": "state", "Gidi": "place"}
    events = Built(text, rows, names, (day(text, "Monday"),)).events()
    assert [event.timexes for event in events] == [(0,), ()]


def test_hours_after_links_two_events() -> None:
    text = "Egypt bombed Suez hours after the raid on Gidi"
    rows = """Egypt Egypt PROPN NNP 2 nsubj
bombed bomb VERB VBD 0 root
Suez Suez PROPN NNP 2 obj
hours hour NOUN NNS 7 obl:unmarked
after after ADP IN 7 case
the the DET DT 7 det
raid raid NOUN NN 2 obl
on on ADP IN 9 case
Gidi Gidi PROPN NNP 7 nmod"""
    names = {"Egypt": "state", "Suez": "place", "Gidi": "place"}
    bombing, raid = Built(text, rows, names).events()
    assert bombing.after == ((1, 0, 1),) and raid.after == ()


def test_before_a_clause() -> None:
    text = "Egypt bombed Suez before Israel attacked Gidi"
    rows = """Egypt Egypt PROPN NNP 2 nsubj
bombed bomb VERB VBD 0 root
Suez Suez PROPN NNP 2 obj
before before SCONJ IN 6 mark
Israel Israel PROPN NNP 6 nsubj
attacked attack VERB VBD 2 advcl
Gidi Gidi PROPN NNP 6 obj"""
    names = {"Egypt": "state", "Suez": "place", "Israel": "state", "Gidi": "place"}
    first, _ = Built(text, rows, names).events()
    assert first.before == ((1, 0, None),)


def test_in_retaliation_for() -> None:
    text = "Egypt bombed Suez in retaliation for a raid on Gidi"
    rows = """Egypt Egypt PROPN NNP 2 nsubj
bombed bomb VERB VBD 0 root
Suez Suez PROPN NNP 2 obj
in in ADP IN 5 case
retaliation retaliation NOUN NN 2 obl
for for ADP IN 8 case
a a DET DT 8 det
raid raid NOUN NN 5 nmod
on on ADP IN 10 case
Gidi Gidi PROPN NNP 8 nmod"""
    names = {"Egypt": "state", "Suez": "place", "Gidi": "place"}
    first, _ = Built(text, rows, names).events()
    assert first.after == ((1, 0, None),)


def test_what_is_said_during_a_call_is_of_its_day() -> None:
    text = "During talks with Syria Egypt accused Israel"
    rows = """During during ADP IN 2 case
talks talks NOUN NNS 6 obl
with with ADP IN 4 case
Syria Syria PROPN NNP 2 nmod
Egypt Egypt PROPN NNP 6 nsubj
accused accuse VERB VBD 0 root
Israel Israel PROPN NNP 6 obj"""
    names = {"Egypt": "state", "Israel": "state", "Syria": "state"}
    events = Built(text, rows, names).events()
    accused = next(event for event in events if event.type == "ACCUSE")
    assert [(events[n].type, *days) for n, *days in accused.after] == [("CONSULT", 0, 0)]


DATES = "On Monday Egypt condemned Israel. Syria urged a truce. Libya had condemned Egypt."
DATES_ROWS = """On on ADP IN 2 case
Monday Monday PROPN NNP 4 obl
Egypt Egypt PROPN NNP 4 nsubj
condemned condemn VERB VBD 0 root
Israel Israel PROPN NNP 4 obj
. . PUNCT . 4 punct

Syria Syria PROPN NNP 2 nsubj
urged urge VERB VBD 0 root
a a DET DT 4 det
truce truce NOUN NN 2 obj
. . PUNCT . 2 punct

Libya Libya PROPN NNP 3 nsubj
had have AUX VBD 3 aux
condemned condemn VERB VBN 0 root
Egypt Egypt PROPN NNP 3 obj
. . PUNCT . 3 punct"""


def test_the_telling_dates_an_act_of_speech_in_its_past_alone() -> None:
    names = {"Egypt": "state", "Israel": "state", "Syria": "state", "Libya": "state"}
    monday = Timex(
        span(DATES, "Monday"),
        "DATE",
        "XXXX-WXX-1",
        Anchor.PUBLICATION,
        said=PartialDate(weekday=0),
    )
    events = Built(DATES, DATES_ROWS, names, (monday,)).events()
    found = {
        (event.lemma, event.arguments[0].span.text): (event.timexes, event.around)
        for event in events
        if event.arguments
    }
    assert found["condemn", "Egypt"] == ((0,), ())
    assert found["urge", "Syria"] == ((), (0,))
    assert found["condemn", "Libya"] == ((), ())
