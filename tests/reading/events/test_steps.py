"""The steps of event reading, each alone: who acts, what is told of it, whether and when."""

import pytest

from hearsay.language import Analyser
from hearsay.model import Anchor, EventMention, Span, Timex
from hearsay.ontology import table
from hearsay.reading import parse_page, read
from hearsay.reading.attribution import find_attributions
from hearsay.reading.events import find_events
from hearsay.reading.events.arguments.control import (
    gapped,
    is_passive,
    objects,
    particles,
    subjects,
)
from hearsay.reading.events.arguments.coordination import coordinated
from hearsay.reading.events.arguments.parallel import goes_with
from hearsay.reading.events.arguments.party_nouns import Nouns
from hearsay.reading.events.arguments.valency import noun_valency, verb_valency
from hearsay.reading.events.candidates.find_triggers import candidates
from hearsay.reading.events.candidates.implicit_speech import blame, duty
from hearsay.reading.events.candidates.senses import befalls, best, entries
from hearsay.reading.events.candidates.specificity import is_definite, ordinal
from hearsay.reading.events.candidates.support_verbs import support
from hearsay.reading.events.candidates.trigger import TriggerCandidate
from hearsay.reading.events.factuality.nominal_status import noun_status
from hearsay.reading.events.factuality.status import (
    outer_status,
    stronger,
    told_by,
    verb_status,
)
from hearsay.reading.events.mention_contexts import contexts
from hearsay.reading.events.timing.event_times import (
    event_anchor,
    occasion_of,
    relation_of,
    times_of,
    undated,
)
from hearsay.reading.events.timing.narrative_days import quoted
from hearsay.reading.names import find_names
from hearsay.reading.times import find_times
from hearsay.syntax import Parse
from tests.factories import document
from tests.limits import within


def known(analyser: Analyser, text: str) -> tuple[Parse, Nouns]:
    page = document(text)
    tree = parse_page(page, analyser.analyse(text))
    return tree, Nouns(tree, find_names(page, tree), frozenset())


def at(tree: Parse, word: str) -> int:
    return next(n for n, token in enumerate(tree.tokens) if token.text == word)


def words(tree: Parse, numbers: tuple[int, ...]) -> list[str]:
    return [tree.tokens[number].text for number in numbers]


JOINED = [  # the coordinated verb; the verb it goes with
    ("Chad left the talks and slammed the claims.", "slammed", "left"),
    ("After saying that Chad had left, and then slamming it, Peru gave in.", "slamming", "saying"),
]


@pytest.mark.parametrize(("text", "verb", "wanted"), JOINED)
def test_a_coordinated_verb_goes_with_its_like(
    analyser: Analyser, text: str, verb: str, wanted: str
) -> None:
    tree, _ = known(analyser, text)
    assert goes_with(tree, at(tree, verb)) == at(tree, wanted)


VERBS = [  # the verb; who does it, and to what; passive; status
    ("Rebels attacked the port.", "attacked", ["Rebels"], ["port"], False, "happened"),
    (
        "The port was attacked by rebels and bandits.",
        "attacked",
        ["rebels", "bandits"],
        ["port"],
        True,
        "happened",
    ),
    ("The port was attacked.", "attacked", [], ["port"], True, "happened"),
    ("Missiles launched by rebels fell.", "launched", ["rebels"], ["Missiles"], True, "happened"),
    ("Rebels want to attack the port.", "attack", ["Rebels"], ["port"], False, "hypothetical"),
    (
        "The village that rebels attacked is empty.",
        "attacked",
        ["rebels"],
        ["village"],
        False,
        "happened",
    ),
    (
        "Rebels urged soldiers to leave the port.",
        "leave",
        ["soldiers"],
        ["port"],
        False,
        "hypothetical",
    ),
    ("Witnesses saw soldiers beating a man.", "beating", ["soldiers"], ["man"], False, "happened"),
    ("Chile and Peru signed a truce.", "signed", ["Chile", "Peru"], ["truce"], False, "happened"),
    ("Rebels did not attack the port.", "attack", ["Rebels"], ["port"], False, "denied"),
    ("Rebels will attack the port.", "attack", ["Rebels"], ["port"], False, "planned"),
    ("Rebels may attack the port.", "attack", ["Rebels"], ["port"], False, "hypothetical"),
    ("Rebels are attacking the port.", "attacking", ["Rebels"], ["port"], False, "ongoing"),
    ("Rebels threatened to attack the port.", "attack", ["Rebels"], ["port"], False, "threatened"),
    ("Rebels denied attacking the port.", "attacking", ["Rebels"], ["port"], False, "denied"),
    ("If rebels attack the port, we go.", "attack", ["rebels"], ["port"], False, "hypothetical"),
    (
        "The report said rebels had attacked the port.",
        "attacked",
        ["rebels"],
        ["port"],
        False,
        "happened",
    ),
]


@pytest.mark.parametrize(("text", "word", "doers", "struck", "passive", "status"), VERBS)
def test_verbs(
    analyser: Analyser,
    text: str,
    word: str,
    doers: list[str],
    struck: list[str],
    passive: bool,
    status: str,
) -> None:
    tree, nouns = known(analyser, text)
    verb = at(tree, word)
    assert words(tree, subjects(tree, nouns, verb)) == doers
    assert words(tree, objects(tree, nouns, verb)) == struck
    assert is_passive(tree, verb) is passive
    assert verb_status(tree, verb) == status
    valency = verb_valency(tree, nouns, verb)
    assert words(tree, valency.slots["s"]) == doers and ("passive" in valency.flags) is passive


def test_what_a_verb_hangs_on_is_told_without_its_own_negation(analyser: Analyser) -> None:
    tree, _ = known(analyser, "Rebels did not attack the port.")
    assert outer_status(tree, at(tree, "attack")) == "happened"
    tree, _ = known(analyser, "Rebels planned not to attack the port.")
    assert outer_status(tree, at(tree, "attack")) == "planned"


def test_a_relative_clause_lacks_its_object(analyser: Analyser) -> None:
    tree, _ = known(analyser, "The village that rebels attacked is empty.")
    assert gapped(tree, at(tree, "attacked"))
    tree, _ = known(analyser, "The rebels that attacked are gone.")
    assert not gapped(tree, at(tree, "attacked"))


def test_particles_are_those_of_the_lexicon(analyser: Analyser) -> None:
    tree, _ = known(analyser, "Rebels carried out the raid quickly.")
    assert particles(tree, at(tree, "carried")) == {"out"}
    assert particles(tree, at(tree, "raid")) == frozenset()


NOUNS = [  # the noun; its support verbs; definite, ordinal, status
    ("Rebels carried out an attack on the port.", "attack", ["perform"], False, None, "happened"),
    ("Talks were held in Arden.", "Talks", ["perform"], False, None, "happened"),
    (
        "Rebels claimed responsibility for the attack.",
        "attack",
        ["perform"],
        True,
        None,
        "happened",
    ),
    ("The second round of talks began.", "talks", ["occur"], False, 2, "happened"),
    ("The third call was short.", "call", [], True, 3, "happened"),
    ("The 12th call was short.", "call", [], True, 12, "happened"),
    ("An attack took place in Arden.", "attack", ["occur"], False, None, "happened"),
    ("They feared an attack.", "attack", [], False, None, "hypothetical"),
    ("Any attack would be answered.", "attack", [], False, None, "hypothetical"),
    ("Chile's attack on Peru was short.", "attack", [], True, None, "happened"),
]


@pytest.mark.parametrize(("text", "word", "carried", "definite", "number", "status"), NOUNS)
def test_nouns(
    analyser: Analyser,
    text: str,
    word: str,
    carried: list[str],
    definite: bool,
    number: int | None,
    status: str,
) -> None:
    tree, nouns = known(analyser, text)
    noun = at(tree, word)
    supports = support(tree, noun)
    assert [role for _, role in supports] == carried
    assert is_definite(tree, noun) is definite
    assert ordinal(tree, noun) == number
    verbs = tuple(verb for verb, _ in supports)
    assert noun_status(tree, noun, verbs, definite) == status
    assert noun_valency(tree, nouns, noun).carriers == (noun, *verbs)


SLOTS = [
    ("Chile's attack on Peru was short.", "attack", {"poss": ["Chile"], "on": ["Peru"]}),
    ("Rebels carried out an attack on the port.", "attack", {"s": ["Rebels"], "on": ["port"]}),
    ("Talks were held in Arden.", "Talks", {"in": ["Arden"], "s": []}),
]


@pytest.mark.parametrize(("text", "word", "slots"), SLOTS)
def test_what_stands_around_a_noun(
    analyser: Analyser, text: str, word: str, slots: dict[str, list[str]]
) -> None:
    tree, nouns = known(analyser, text)
    found = noun_valency(tree, nouns, at(tree, word)).slots
    assert {slot: words(tree, found.get(slot, ())) for slot in slots} == slots


KINDS = [
    ("rebels", True, {"militant"}),
    ("president", True, {"office"}),
    ("tanks", False, {"vehicle"}),
    ("strait", False, {"place"}),
    ("Chile", True, {"state"}),
]


@pytest.mark.parametrize(("word", "acts", "kinds"), KINDS)
def test_kinds_of_nouns(analyser: Analyser, word: str, acts: bool, kinds: set[str]) -> None:
    tree, nouns = known(analyser, "The president of Chile sent tanks and rebels to the strait.")
    number = at(tree, word)
    assert nouns.is_agent(number) is acts and kinds <= nouns.kinds(number)
    assert nouns.fits(number, frozenset(kinds)) and not nouns.fits(number, frozenset({"no kind"}))


def test_what_is_coordinated_is_told_of_all(analyser: Analyser) -> None:
    tree, _ = known(analyser, "Chile, Peru and Cuba met. The old president left.")
    assert words(tree, coordinated(tree, at(tree, "Chile"))) == ["Chile", "Peru", "Cuba"]
    assert words(tree, coordinated(tree, at(tree, "president"))) == ["president"]


# Senses.


def test_the_sense_that_fits_best_is_chosen(analyser: Analyser) -> None:
    tree, nouns = known(analyser, "Rebels attacked the port.")
    verb = at(tree, "attacked")
    senses, first = entries(tree, verb)
    assert senses and first == verb
    sense = best(senses, verb_valency(tree, nouns, verb), tree, nouns)
    assert sense is not None and sense.type == "ASSAULT"
    assert best((), verb_valency(tree, nouns, verb), tree, nouns) is None
    assert entries(tree, at(tree, "the")) == ((), at(tree, "the"))


def test_a_phrase_begins_before_its_head(analyser: Analyser) -> None:
    tree, _ = known(analyser, "An air strike hit the port.")
    _, first = entries(tree, at(tree, "strike"))
    assert tree.tokens[first].text in ("air", "strike")


def test_what_nobody_need_do() -> None:
    assert befalls("none") and not befalls("ASSAULT")
    assert all(isinstance(befalls(kind), bool) for kind in table("plover"))


FOUND = [
    ("Rebels attacked the port of Arden.", [("attacked", "ASSAULT")]),
    ("Chile and Peru signed a truce.", None),
    ("The mayor ate bread.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_triggers(analyser: Analyser, text: str, expected: list[tuple[str, str]] | None) -> None:
    tree, nouns = known(analyser, text)
    found = candidates(tree, nouns, frozenset(), ())
    told = [(tree.tokens[one.trigger].text, one.sense.type) for one in found]
    assert told == expected if expected is not None else told
    assert all(isinstance(one, TriggerCandidate) and one.first <= one.trigger for one in found)


def test_no_trigger_is_part_of_a_name(analyser: Analyser) -> None:
    tree, nouns = known(analyser, "Rebels carried out an attack on the port.")
    noun = at(tree, "attack")
    assert noun in [one.trigger for one in candidates(tree, nouns, frozenset(), ())]
    assert noun not in [one.trigger for one in candidates(tree, nouns, frozenset({noun}), ())]


SPOKEN = [
    ("The minister said rebels must leave the port.", "must", duty, True),
    ("The minister said it must rain.", "must", duty, False),
    ("The minister did not say rebels must leave.", "must", duty, False),
    ("The minister said rebels were responsible for the attack.", "responsible", blame, True),
    ("The minister said the wind was responsible for the cold.", "responsible", blame, False),
]


@pytest.mark.parametrize(("text", "word", "step", "is_so"), SPOKEN)
def test_acts_of_speech_that_no_verb_names(
    analyser: Analyser, text: str, word: str, step: object, is_so: bool
) -> None:
    tree, nouns = known(analyser, text)
    found = step(tree, nouns, at(tree, word))  # type: ignore[operator]
    assert (found is not None) is is_so
    if found is not None:
        assert words(tree, found.valency.slots["s"]) == ["minister"]


# Status by tables.


def test_the_stronger_status_wins_and_happened_is_what_nothing_denies() -> None:
    assert stronger() == stronger(None, None) == "happened"
    for status in ("denied", "hypothetical", "planned", "threatened", "ongoing"):
        assert stronger(None, "happened", status) == stronger(status, "happened")
        assert stronger(status) == status
    assert told_by("governors", "no such word") is None


# When.

RELATIONS = [
    ("Rebels attacked the port before the vote.", "vote", ("attacked", "before")),
    ("Soldiers fled after the attack.", "attack", ("fled", "after")),
    ("Soldiers fled during the attack.", "attack", None),
]


@pytest.mark.parametrize(("text", "word", "expected"), RELATIONS)
def test_what_comes_before_and_after(
    analyser: Analyser, text: str, word: str, expected: tuple[str, str] | None
) -> None:
    tree, _ = known(analyser, text)
    found = relation_of(tree, at(tree, word))
    told = None if found is None else (tree.tokens[found[0]].text, found[1])
    assert told == expected
    if found is not None:
        assert found[2][0] is not None and found[2][0] >= 0


def test_the_occasion_of_a_saying(analyser: Analyser) -> None:
    tree, _ = known(analyser, "The minister told him during the call that it was over.")
    occasion = occasion_of(tree, at(tree, "call"))
    assert occasion is not None and tree.tokens[occasion].text == "told"
    assert occasion_of(tree, at(tree, "minister")) is None


ANCHORED = [
    ((2, 2), "on", ("after", (2, 2))),
    ((-3, -1), "on", ("before", (1, 3))),
    (None, "before", ("before", (0, None))),
    (None, "after", ("after", (0, None))),
]


@pytest.mark.parametrize(("offset", "relation", "expected"), ANCHORED)
def test_expressions_that_hang_on_an_event(
    offset: tuple[int, int] | None, relation: str, expected: tuple[str, tuple[int, int | None]]
) -> None:
    span = Span(0, 1, "x")
    timex = Timex(
        span, "DATE", None, Anchor.EVENT, offset=offset, relation=relation, anchor_span=span
    )
    assert event_anchor(timex) == expected
    assert event_anchor(Timex(span, "DATE", None, Anchor.PUBLICATION)) is None


def test_expressions_hang_on_what_they_date(analyser: Analyser) -> None:
    text = "Rebels attacked the port on Monday. Soldiers fled on Tuesday."
    page = document(text)
    tree = parse_page(page, analyser.analyse(text))
    found = times_of(tree, find_times(page, tree))
    hung = {tree.tokens[head].text: numbers for head, numbers in found.hung.items()}
    assert hung == {"attacked": (0,), "fled": (1,)}
    assert times_of(tree, find_times(page, tree), unread=(0, 1)).hung == {}
    assert list(undated(page, tree, find_times(page, tree))) == []
    assert quoted(tree, ()) == frozenset()


def test_contexts_are_of_the_table_and_few(analyser: Analyser) -> None:
    tree, _ = known(analyser, "The election, the missile, the oil, the epidemic and the treaty.")
    found = contexts(tree, 0, len(tree.tokens), None)
    assert 0 < len(found) <= 4 and set(found) <= set(table("contexts")["words"])
    assert contexts(tree, 0, 0, None) == ()


# Together.


def events(analyser: Analyser, text: str) -> tuple[EventMention, ...]:
    page = document(text)
    tree = parse_page(page, analyser.analyse(text))
    names, times = find_names(page, tree), find_times(page, tree)
    return find_events(page, tree, names, times, find_attributions(page, tree, names, times))


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "attack attack attack",
        "Attacked.",
        "The the attacked by.",
        "“Attack!” — attack. Attack?",
        "Rebels attacked attacked the attack of attacks.",
        "A\n\nattack\n\non\n\nMonday",
    ],
)
def test_any_text_is_read(analyser: Analyser, text: str) -> None:
    found = events(analyser, text)
    starts = [event.trigger.start for event in found]
    assert starts == sorted(starts)
    for event in found:
        assert event.span.covers(event.trigger) and event.type in table("plover")
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text


def test_reading_a_page_gives_the_same_events(analyser: Analyser) -> None:
    text = "Rebels attacked the port of Arden on Monday. Soldiers fled after the attack."
    page = document(text)
    assert read(page, analyser.analyse(text)).events == read(page, analyser.analyse(text)).events
    triggers = {event.trigger.text for event in events(analyser, text)}
    assert "attacked" in triggers


def test_a_sentence_of_a_thousand_attacks_is_read_at_once(analyser: Analyser) -> None:
    text = "Rebels " + "attacked the port and " * 800 + "left."
    page = document(text)
    tree = parse_page(page, analyser.analyse(text))
    nouns = Nouns(tree, (), frozenset())
    with within(60):
        assert candidates(tree, nouns, frozenset(), ())
