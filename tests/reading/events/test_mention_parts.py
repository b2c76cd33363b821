"""One mention at a time: its trigger, its parties, its mode, its status, its page."""

from collections.abc import Callable, Iterator

import pytest

from hearsay.language import Analyser
from hearsay.model import Attribution
from hearsay.ontology import table
from hearsay.reading import events as room
from hearsay.reading import parse_page
from hearsay.reading.attribution import find_attributions
from hearsay.reading.events.arguments.locations import Locations
from hearsay.reading.events.arguments.own_side import own_side
from hearsay.reading.events.arguments.roles import arguments, phrase
from hearsay.reading.events.arguments.set_members import Sets
from hearsay.reading.events.candidates.attributed_acts import attributed_acts
from hearsay.reading.events.candidates.merging import alike, beside, consumed, once, weapons
from hearsay.reading.events.candidates.modes import mode_of
from hearsay.reading.events.candidates.trigger import TriggerCandidate
from hearsay.reading.events.event_mentions import mention
from hearsay.reading.events.factuality.mention_status import announced_type, status_of
from hearsay.reading.events.page_context import PageContext, token_range
from hearsay.reading.names import find_names
from hearsay.reading.times import find_times
from hearsay.syntax import Parse
from tests.factories import document

Seen = Callable[[str], list[tuple[PageContext, TriggerCandidate]]]


@pytest.fixture
def seen(analyser: Analyser, monkeypatch: pytest.MonkeyPatch) -> Iterator[Seen]:
    """Reads a text, and gives each candidate with the page as the steps after it see them."""

    def looked_at(text: str) -> list[tuple[PageContext, TriggerCandidate]]:
        kept: list[tuple[PageContext, TriggerCandidate]] = []

        def keeping(page: PageContext, found: TriggerCandidate) -> object:
            kept.append((page, found))
            return mention(page, found)

        monkeypatch.setattr(room, "mention", keeping)
        page = document(text)
        tree = parse_page(page, analyser.analyse(text))
        names, times = find_names(page, tree), find_times(page, tree)
        told: tuple[Attribution, ...] = find_attributions(page, tree, names, times)
        room.find_events(page, tree, names, times, told)
        return kept

    yield looked_at


def only(seen: Seen, text: str, word: str) -> tuple[PageContext, TriggerCandidate]:
    return next(
        (page, found) for page, found in seen(text) if page.tree.tokens[found.trigger].text == word
    )


MENTIONS = [  # the word, its type, its status, who takes part in which role
    (
        "Soldiers attacked the rebels.",
        "attacked",
        "ASSAULT",
        "happened",
        [("source", "Soldiers"), ("target", "the rebels")],
    ),
    (
        "Chile attacked Peru on Monday.",
        "attacked",
        "ASSAULT",
        "happened",
        [("source", "Chile"), ("target", "Peru")],
    ),
    (
        "Rebels did not attack Peru.",
        "attack",
        "ASSAULT",
        "denied",
        [("source", "Rebels"), ("target", "Peru")],
    ),
    (
        "The ministers of Chile and Peru met in Lima.",
        "met",
        "CONSULT",
        "happened",
        None,
    ),
]


@pytest.mark.parametrize(("text", "word", "kind", "status", "parties"), MENTIONS)
def test_a_mention(
    seen: Seen,
    text: str,
    word: str,
    kind: str,
    status: str,
    parties: list[tuple[str, str]] | None,
) -> None:
    page, found = only(seen, text, word)
    made = mention(page, found)
    assert made is not None
    assert (made.type, made.status, made.trigger.text) == (kind, status, word)
    assert made.span.covers(made.trigger)
    told = [(argument.role, argument.span.text) for argument in made.arguments]
    assert told if parties is None else told == parties
    assert status_of(page, found, None, made.timexes) == status


def test_arguments_are_told_once_sources_first(seen: Seen) -> None:
    page, found = only(seen, "Chile and Peru attacked Cuba and Haiti.", "attacked")
    held = arguments(page.document, found.sense, found.valency, page.nouns, page.sets)
    assert [(one.role, one.span.text) for one in held] == [
        ("source", "Chile"),
        ("source", "Peru"),
        ("target", "Cuba"),
        ("target", "Haiti"),
    ]
    assert own_side(held, page.nouns, None, verbal=False) == held


MODES = [
    ("Jets bombed the port of Arden.", "bombed", {"aerial", None}),
    ("Chile spoke to Peru by phone.", "spoke", {"phone"}),
    ("Rebels attacked the port.", "attacked", {None}),
]


@pytest.mark.parametrize(("text", "word", "modes"), MODES)
def test_modes(seen: Seen, text: str, word: str, modes: set[str | None]) -> None:
    page, found = only(seen, text, word)
    assert mode_of(page, found) in modes


def test_what_is_only_announced_is_told_by_another_type(seen: Seen) -> None:
    page, found = only(seen, "Rebels attacked the port.", "attacked")
    assert announced_type(page, found, "happened") == found.sense.type
    assert announced_type(page, found, "planned") in table("plover")


def test_tokens_of_a_span(seen: Seen) -> None:
    page, _ = only(seen, "Rebels attacked the port.", "attacked")
    whole = page.document.span(0, len(page.document.text))
    assert token_range(page, whole) == (0, len(page.tree.tokens))
    assert token_range(page, page.document.span(7, 15)) == (1, 2)
    assert token_range(page, page.document.span(8, 10)) == (1, 2)  # inside a word


PHRASES = [
    ("Two old men of Arden left.", "men", "Two old men of Arden"),
    ("The president left.", "president", "The president"),
    ("Rebels, who left, wept.", "Rebels", "Rebels"),
]


@pytest.mark.parametrize(("text", "word", "expected"), PHRASES)
def test_a_short_noun_phrase(analyser: Analyser, text: str, word: str, expected: str) -> None:
    tree: Parse = parse_page(document(text), analyser.analyse(text))
    head = next(n for n, token in enumerate(tree.tokens) if token.text == word)
    first, last = phrase(tree, head)
    assert tree.text[tree.starts[first] : tree.ends[last - 1]] == expected


# One deed, one candidate.

ONE_DEED = [
    ("Rebels shot and killed a guard.", 1),
    ("Rebels carried out an attack on the port.", 1),
    ("Rebels broke off talks with Chile.", 1),
    ("The raid killed five soldiers.", 1),
    ("Rebels attacked the port. Soldiers attacked the rebels.", 2),
]


@pytest.mark.parametrize(("text", "many"), ONE_DEED)
def test_one_deed_is_one_candidate(seen: Seen, text: str, many: int) -> None:
    found = seen(text)
    assert len(found) == many, [page.tree.tokens[one.trigger].text for page, one in found]


def test_steps_that_merge_only_take_away(seen: Seen) -> None:
    page, found = only(seen, "Rebels attacked the port.", "attacked")
    assert alike([found]) == once(page.tree, [found]) == weapons(page.tree, [found]) == [found]
    assert alike([]) == once(page.tree, []) == weapons(page.tree, []) == beside([]) == []
    assert beside([found]) == [found]
    assert found.trigger not in consumed(found, page.nouns)


def test_no_statement_is_an_act_of_its_own(seen: Seen) -> None:
    page, _ = only(seen, "Rebels attacked the port.", "attacked")
    assert attributed_acts(page.tree, page.nouns, (), frozenset()) == []
    taken = frozenset(range(len(page.tree.tokens)))
    assert attributed_acts(page.tree, page.nouns, page.attributions, taken) == []


def test_who_is_no_set_is_himself_and_a_place_may_be_untold(seen: Seen) -> None:
    page, found = only(seen, "Rebels attacked soldiers.", "attacked")
    assert Sets(page.nouns).members(0) in ((), (0,))
    assert Locations(page.nouns, {}).of(found.sense, found.valency, ()) is None
