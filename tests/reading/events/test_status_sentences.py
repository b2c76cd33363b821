"""Whether a thing took place, and where, read from whole sentences by the model."""

import pytest

from hearsay.language import Analyser
from hearsay.model import Reading
from hearsay.reading import read
from tests.factories import document

UNREAL = "hypothetical"


def page(analyser: Analyser, text: str) -> Reading:
    return read(document(text), analyser.analyse(text))


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Some senators are urging the king to resign.", "urging", "happened"),
        ("The minister is postponing her trip to Chad, an aide said.", "postponing", "happened"),
        ("Envoys of Chad and Niger are meeting in Geneva.", "meeting", "ongoing"),
        ("The mission convinced the rebels to pull back from Lom.", "pull back", "happened"),
        ("The mission tried to convince the rebels to pull back from Lom.", "pull back", UNREAL),
        ("The men were convicted of killing the king.", "killing", "happened"),
        ("The men are accused of killing the king.", "killing", "unconfirmed"),
        ("The gunmen left their car to continue the firefight.", "firefight", "happened"),
        ("The state would punish itself by cancelling the arms deal.", "cancelling", UNREAL),
        ("The president rejected calls to bomb the port of Chad.", "bomb", UNREAL),
        ("The judge saw no evidence that the general ordered the killing.", "killing", UNREAL),
        ("The dispute should not lead to a rupture of the alliance.", "rupture", UNREAL),
        ("Chad must not attack the rebels in the north.", "attack", UNREAL),
        ("Police were worried about the man travelling to Chad.", "travelling", UNREAL),
        ("The men allegedly threw grenades after shooting a guard.", "shooting", "unconfirmed"),
        ("The men threw grenades after shooting a guard.", "shooting", "happened"),
        ("An attack on Lom would be a crime.", "attack", UNREAL),
        ("The envoy flew to Lom ahead of the summit of the two leaders.", "summit", "planned"),
        ("There is evidence that rebels killed the guard.", "killed", "unconfirmed"),
    ],
)
def test_an_event_has_its_status(analyser: Analyser, text: str, trigger: str, status: str) -> None:
    told = {event.trigger.text: event for event in page(analyser, text).events}
    if status == UNREAL:
        assert trigger not in told or told[trigger].status == UNREAL
    else:
        assert told[trigger].status == status


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Rebels fired rockets from Thies on Monday.", "fired", None),
        ("The army pulled back from Thies on Monday.", "pulled back", "Thies"),
        ("The chancellor travelled to Peru on Monday.", "travelled", "Peru"),
        ("Gunmen killed ten people in the Peruvian port of Arica.", "killed", "Arica"),
        ("Chad pressed its assault against rebels near Thies.", "assault", "Thies"),
        ("The council condemned Thursday's raid near Thies.", "condemned", None),
        ("The king threatened Europe with sanctions.", "threatened", None),
        ("The envoy urged restraint, speaking in Thies.", "urged", "Thies"),
        ("Officials in Thies ordered residents to leave.", "ordered", "Thies"),
        ("The Peruvian government banned all rifles.", "banned", None),
    ],
)
def test_an_event_has_its_place(
    analyser: Analyser, text: str, trigger: str, place: str | None
) -> None:
    reading = page(analyser, text)
    told = {event.trigger.text: event.place for event in reading.events}
    at = told.get(trigger)
    name = None if at is None else reading.names[at]
    assert (None if name is None else name.canonical or name.core.text) == place
