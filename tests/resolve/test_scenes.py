"""Where a page is set."""

from hearsay.language import Analyser
from hearsay.model import Reading
from hearsay.reading import read
from hearsay.resolve.events.scenes import is_deed, is_land, is_town, scenes_of
from tests.factories import document

TOLD = (
    "A bomb exploded in Dakar on Monday. Police closed roads in Dakar. Shops near Dakar burned. "
    "Fire crews came from all over Dakar, and people in Dakar brought water. "
    "Soldiers arrested two men. Rebels bombed a market in Thies. The minister condemned the raid."
)


def page(analyser: Analyser, text: str) -> Reading:
    return read(document(text), analyser.analyse(text))


def set_in(analyser: Analyser, text: str) -> str | None:
    reading = page(analyser, text)
    scene = scenes_of(reading).page
    return None if scene is None else reading.names[scene].core.text


def test_a_page_is_set_where_most_of_it_happens(analyser: Analyser) -> None:
    assert set_in(analyser, TOLD) == "Dakar"


def test_a_page_of_many_places_is_set_nowhere(analyser: Analyser) -> None:
    text = "Bombs exploded in Dakar and in Thies. Police closed roads in Dakar and in Thies."
    assert set_in(analyser, text) is None


def test_a_page_of_a_whole_land_is_set_in_it(analyser: Analyser) -> None:
    text = (
        "Rebels killed nine soldiers in Chad on Monday. Bombs fell across Chad. "
        "Villages burned in Chad. Many fled to Niger."
    )
    assert set_in(analyser, text) == "Chad"


def test_a_land_where_things_are_only_said_is_no_scene(analyser: Analyser) -> None:
    text = (
        "A cleric in Chad praised the attack on Monday. Officials in Chad said nothing. "
        "Papers in Chad wrote of it. Many in Chad were angry."
    )
    assert set_in(analyser, text) is None


def test_a_land_told_more_than_a_town_that_lies_elsewhere_leaves_a_page_unset(
    analyser: Analyser,
) -> None:
    text = (
        "Reporters watched from Arica. Shells fell in Peru. Troops fought in Peru. "
        "People fled to shelters in Arica. Planes bombed a depot in Peru. A child died in Arica."
    )
    assert set_in(analyser, text) is None


def test_the_page_knows_its_town_and_state(analyser: Analyser) -> None:
    reading = page(analyser, TOLD + " The president of Senegal spoke.")
    scenes = scenes_of(reading)
    assert scenes.town is not None
    assert scenes.state is not None
    assert reading.names[scenes.town].core.text == "Dakar"
    assert reading.names[scenes.state].core.text == "Senegal"


def test_towns_are_no_lands(analyser: Analyser) -> None:
    reading = page(analyser, "Fires burned in Dakar, in Kolda Province and in Texas.")
    places = [name for name in reading.names if name.kind in ("place", "state")]
    assert [name.core.text for name in places if is_town(name)] == ["Dakar"]
    assert [name.core.text for name in places if is_land(name)] == ["Kolda Province", "Texas"]


def test_deeds_are_done_by_bodies(analyser: Analyser) -> None:
    reading = page(analyser, TOLD)
    deeds = {event.trigger.text for event in reading.events if is_deed(event)}
    assert {"exploded", "arrested", "bombed"} <= deeds
    assert "condemned" not in deeds
