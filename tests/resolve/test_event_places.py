"""The place of each event of a page."""

import pytest

from hearsay.language import Analyser
from hearsay.reading import read
from hearsay.resolve.events.event_places import places_of
from tests.factories import document

LOM = "A bomb exploded in Dakar on Monday. Police closed roads in Dakar. Shops near Dakar burned."


def placed(analyser: Analyser, text: str) -> dict[str, tuple[str | None, str | None]]:
    """The words of the place told and of the scene of each event, by its trigger."""
    reading = read(document(text), analyser.analyse(text))
    places = places_of(reading)

    def words(at: int | None) -> str | None:
        return None if at is None else reading.names[at].canonical or reading.names[at].core.text

    return {
        event.trigger.text: (words(told), words(scene))
        for event, told, scene in zip(reading.events, places.told, places.scene, strict=True)
    }


@pytest.mark.parametrize(
    ("text", "trigger", "told", "scene"),
    [
        (LOM, "exploded", "Dakar", None),
        (f"{LOM} Soldiers arrested two men.", "arrested", None, "Dakar"),
        (f"{LOM} Rebels bombed a market in Thies.", "bombed", "Thies", None),
        (f"{LOM} The king of Spain condemned the raid.", "condemned", None, None),
        (f"{LOM} Rebels bombed a market in the city.", "bombed", "Dakar", None),
        (
            f"{LOM}\n\nLater a shell fell in Thies. Rebels bombed a market in the town.",
            "bombed",
            "Thies",
            None,
        ),
        (f"{LOM} Chad was calm. Rebels killed ten people in the country.", "killed", "Chad", None),
        (f"{LOM} Rebels bombed a market in the area.", "bombed", None, "Dakar"),
        (f"{LOM} Officials urged people to stay at home.", "urged", None, "Dakar"),
        (f"{LOM} The Peruvian government urged calm.", "urged", None, None),
        (
            f"{LOM} President Jorge Lema met the mayor in Dakar. Lema praised the police.",
            "praised",
            None,
            "Dakar",
        ),
        (
            f"{LOM} President Jorge Lema met the mayor in Lagos. Lema praised the police.",
            "praised",
            None,
            None,
        ),
        (
            "Rebels bombed a barracks in Thies on Monday. Nine soldiers were killed.",
            "killed",
            None,
            "Thies",
        ),
        (
            "Rebels bombed a barracks in Thies on Monday and a bridge in Dakar on Friday.\n\n"
            "Nine soldiers were killed.",
            "killed",
            None,
            None,
        ),
        (f"{LOM} Many left a summit on Sunday.", "summit", None, None),
        ("A car stopped in Thies at dawn. Two men shot a guard.", "shot", None, "Thies"),
        ("A minister said in Thies that he was sad. Two men shot a guard.", "shot", None, None),
        (
            "A bomb exploded in Thies.\n\nMany mourned.\n\nThe blast was loud.",
            "blast",
            None,
            "Thies",
        ),
    ],
)
def test_an_event_has_its_place(
    analyser: Analyser, text: str, trigger: str, told: str | None, scene: str | None
) -> None:
    assert placed(analyser, text).get(trigger) == (told, scene)
