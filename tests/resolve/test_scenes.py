"""Where a page is set, and which of its deeds happened there."""

from hearsay.language import Analyser
from hearsay.model import Reading
from hearsay.reading import read
from hearsay.resolve.events.scenes import is_set_there, scene_of
from tests.factories import document

TOLD = (
    "A bomb exploded in Dakar on Monday. Police closed roads in Dakar. Shops near Dakar burned. "
    "Soldiers arrested two men. Rebels attacked a market in Thies. The minister condemned the raid."
)


def page(analyser: Analyser, text: str) -> Reading:
    return read(document(text), analyser.analyse(text))


def test_a_page_is_set_where_most_of_it_happens(analyser: Analyser) -> None:
    scene = scene_of(page(analyser, TOLD))
    assert scene is not None
    assert scene.core.text == "Dakar"


def test_a_page_of_many_places_is_set_nowhere(analyser: Analyser) -> None:
    text = "Bombs exploded in Dakar and in Thies. Police closed roads in Dakar and in Thies."
    assert scene_of(page(analyser, text)) is None


def test_deeds_without_a_place_are_set_there_and_words_are_not(analyser: Analyser) -> None:
    reading = page(analyser, TOLD)
    scene = scene_of(reading)
    assert scene is not None
    there = {e.trigger.text for e in reading.events if is_set_there(reading, e, scene)}
    assert "arrested" in there
    assert there.isdisjoint({"attacked", "condemned"})
