"""Who takes part and where it happened, through the shipped model: sets, "we", things, places."""

import pytest

from hearsay.language import Analyser
from hearsay.model import EventMention, Reading
from hearsay.reading import read
from tests.factories import document


def reading(analyser: Analyser, text: str) -> Reading:
    return read(document(text), analyser.analyse(text))


def told(page: Reading, trigger: str) -> EventMention:
    """The event told by these words."""
    return next(event for event in page.events if event.trigger.text == trigger)


def parties(page: Reading, event: EventMention, role: str) -> list[str]:
    """The best names of those who play a role, else their words."""
    names = (None if a.name is None else page.names[a.name].canonical for a in event.arguments)
    pairs = zip(event.arguments, names, strict=True)
    return [name or a.span.text for a, name in pairs if a.role == role]


PARTIES = [
    # a set is its members, where they are certain
    ("Chad and Niger met on Monday. Both countries accused France.", "accused", "source",
     ["Chad", "Niger"]),
    ("Chad fought Niger for years. The warring parties signed a truce.", "signed", "participant",
     ["Chad", "Niger"]),
    ("Chad, Niger and Mali met on Monday. Both countries accused France.", "accused", "source",
     ["Both countries"]),
    ("Aid groups met on Monday. The two sides accused France.", "accused", "source",
     ["The two sides"]),
    # "we" and "I" are the speaker's side
    ("“We condemn the raid,” Interior Minister Hans Vogel said.", "condemn", "source",
     ["Hans Vogel"]),
    ("“We welcome the plan,” a spokesman for the State Department said.", "welcome", "source",
     ["State Department"]),
    # who speaks in a call takes part in it
    ("In a call with Hans Vogel, President Ana Petrov promised aid.", "call", "participant",
     ["Hans Vogel", "Ana Petrov"]),
    ("During Hans Vogel's visit to Oslo, Ana Petrov criticized Chad.", "visit", "participant",
     ["Hans Vogel"]),
    # a clause keeps its own subject, and takes no other's
    ("Ana Petrov on Monday met rebels in Chad, the palace said.", "met", "participant",
     ["Ana Petrov", "rebels"]),
    ("Chad shot down a drone, days after accusing Chad of raids.", "accusing", "source", []),
    ("Hans Vogel was one of the officials urging the president to resign.", "urging", "source",
     ["Hans Vogel"]),
    ("The minister ordered the men deported.", "deported", "source", ["The minister"]),
    # a coordinated verb goes with one of its own form; "or" goes on with what is told
    ("After insisting that Petrov had left, and then slamming the claims, the kingdom relented.",
     "slamming", "source", ["the kingdom"]),
    ("Lim said she saw no sign that the prince knew of the raid or ordered the killing.",
     "killing", "source", ["the prince"]),
    # what is asked, backed or foiled is done by others
    ("Ana Lim rejected calls to attack the port.", "rejected", "source", ["Ana Lim"]),
    ("The envoy backed a plan to attack the port.", "attack", "source", []),
    ("The envoy foiled a plot to attack the port.", "attack", "source", []),
    # the tag of a party is no subject, and who tells it at the end goes nowhere
    ("Senator Ivan Petrov, R-S.C., said Peru should sanction Chad and slammed the president.",
     "slammed", "source", ["Ivan Petrov"]),
    ("“Lim will hold talks on the dam.” After meeting Ivan Petrov in Chad, the agency said.",
     "meeting", "participant", ["Ivan Petrov"]),
    ("At least six civilians were killed in the raid.", "raid", "target",
     ["At least six civilians"]),
    # who is hurt by it, and what did it
    ("A small aircraft crashed near Lom on Monday, killing ten people.", "crashed", "target",
     ["ten people"]),
    ("Two passengers were killed when a flight to Tarn crashed into a river.", "crashed",
     "target", ["Two passengers"]),
    ("A small aircraft crashed near Lom on Monday.", "crashed", "source", ["A small aircraft"]),
    ("The storm inundated the cities of Lom and Tarn.", "inundated", "target", ["Lom", "Tarn"]),
    # what is banned with other things is a thing; what is denied is no party
    ("Chad is banning all rifles, high-capacity magazines and knives.", "banning", "target",
     ["all rifles", "high-capacity magazines", "knives"]),
    ("Chad has denied any involvement.", "denied", "target", []),
    ("Police opened a probe into the cause of the crash.", "opened", "target", ["the crash"]),
    ("The airline canceled several flights to Lom.", "canceled", "target", ["several flights"]),
    ("Ana Lim is postponing her trip to the Middle East.", "postponing", "target", []),
    # whom words of support are for
    ("The envoy stood in solidarity with Chad.", "stood", "target", ["Chad"]),
    ("The envoy expressed condolences to those hurt in the fire.", "expressed", "target",
     ["those hurt in the fire"]),
    ("President Lim withdrew Chad from a nuclear deal with Peru.", "withdrew", "target",
     ["a nuclear deal"]),
    ("President Ana Lim will fly to Chad to meet with Ivan Petrov.", "fly", "participant",
     ["Ana Lim", "Chad", "Ivan Petrov"]),
    ("Talks between Chad and Peru collapsed on Monday.", "collapsed", "participant",
     ["Chad", "Peru"]),
    ("Ivan Petrov died alongside Ana Lim.", "died", "target", ["Ivan Petrov", "Ana Lim"]),
    ("Twenty mariners from the Orla were rescued on Friday.", "rescued", "target",
     ["Twenty mariners"]),
    ("Floods killed ten people in Lom.", "Floods", "source", ["Floods"]),
    ("The storm made its second landfall in Chad.", "landfall", "target", ["Chad"]),
    ("Chad requested a closed-door UN Security Council meeting.", "requested", "target",
     ["UN Security Council"]),
    # a land is no killer
    ("It was Chile's deadliest attack in years.", "attack", "source", []),
    # things that deeds are done to, and those without a name
    ("Rebels attacked two tankers near Aden.", "attacked", "target", ["two tankers"]),
    ("The White House condemned the raid in Oslo.", "condemned", "target", ["the raid"]),
    ("Australia banned all semi-automatic rifles.", "banned", "target",
     ["all semi-automatic rifles"]),
    ("Chad-backed militias attacked the rebels.", "attacked", "source", ["Chad-backed militias"]),
    ("Rebels who had fled Chad attacked the army.", "attacked", "source", ["Rebels"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "role", "wanted"), PARTIES)
def test_who_takes_part(
    analyser: Analyser, text: str, trigger: str, role: str, wanted: list[str]
) -> None:
    page = reading(analyser, text)
    assert parties(page, told(page, trigger), role) == wanted


def test_members_carry_the_words_of_their_set(analyser: Analyser) -> None:
    page = reading(analyser, "Chad and Niger met on Monday. Both countries accused France.")
    groups = [each.group for each in told(page, "accused").arguments if each.role == "source"]
    assert [group and group.text for group in groups] == ["Both countries", "Both countries"]


def test_a_speaker_is_no_killer_for_saying_we(analyser: Analyser) -> None:
    text = "“We killed two hundred rebels,” Prime Minister Ana Petrov said in Oslo."
    page = reading(analyser, text)
    assert "Ana Petrov" not in parties(page, told(page, "killed"), "source")


PLACES = [
    ("A gunman killed 13 people in the small town of Lomas.", "killed", "Lomas"),
    ("Agents arrested a woman in a Texas courthouse.", "arrested", "Texas"),
    ("In Dakar, Moussa Diop used his boat to rescue people.", "rescue", "Dakar"),
    ("Two depots of the U.S. Army in Iraq were attacked.", "attacked", "Iraq"),
    ("At the White House, Ana Petrov rejected the plan.", "rejected", "White House"),
    ("Paris police arrested two men on Monday.", "arrested", "Paris"),
    ("A man killed 16 children at a school in Dublin.", "killed", "Dublin"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "wanted"), PLACES)
def test_where_it_happened(analyser: Analyser, text: str, trigger: str, wanted: str) -> None:
    page = reading(analyser, text)
    place = told(page, trigger).place
    assert place is not None
    assert page.names[place].span.text == wanted
