"""What befell those counted, and what only might have."""

from typing import TYPE_CHECKING

import pytest

from hearsay.model import Document, Metadata
from hearsay.pages import extract
from hearsay.reading import read
from hearsay.reading.quantity_links import causes_of

if TYPE_CHECKING:
    from hearsay.language import Analyser


@pytest.mark.parametrize(
    ("text", "words", "predicate"),
    [
        ("The general said 150 people would be killed by the strike.", "150 people", None),
        ("A raid could kill 40 villagers.", "40 villagers", None),
        ("The raid killed 40 villagers.", "40 villagers", "kill"),
        ("The ministry will send 40 doctors.", "40 doctors", "send"),
        ("The raid killed and wounded 30 villagers.", "30 villagers", None),
        ("Thirty people were killed and wounded.", "Thirty people", None),
        ("Fifteen men killed the writer.", "Fifteen men", None),
        ("The raid killed at least 12 people.", "at least 12 people", "kill"),
        ("Two hours after the raid, police came.", "Two hours", None),
        ("The floods killed hundreds, wounded thousands and ruined crops.", "thousands", "wound"),
    ],
)
def test_a_harm_that_did_not_come_befell_nobody(
    analyser: "Analyser", text: str, words: str, predicate: str | None
) -> None:
    source = f"{text} The envoy said so on Monday."
    (page,) = extract(source.encode(), "page.txt", Metadata(published="1999-03-02"))
    assert isinstance(page, Document)
    reading = read(page, analyser.analyse(page.text))
    found = {quantity.span.text: quantity.predicate for quantity in reading.quantities}
    assert found[words] == predicate


def test_only_harms_have_causes() -> None:
    assert "ASSAULT" in causes_of("kill")
    assert causes_of(None) == frozenset()


def _placed(analyser: "Analyser", text: str) -> dict[str, tuple[str | None, str | None]]:
    """For each figure the trigger of its event and the words that say when it holds."""
    source = f"{text} The envoy said so in the hall."
    (page,) = extract(source.encode(), "page.txt", Metadata(published="1999-03-02"))
    assert isinstance(page, Document)
    reading = read(page, analyser.analyse(page.text))
    return {
        quantity.span.text: (
            None if quantity.event is None else reading.events[quantity.event].trigger.text,
            None if quantity.timex is None else reading.timexes[quantity.timex].span.text,
        )
        for quantity in reading.quantities
    }


@pytest.mark.parametrize(
    ("text", "words", "event"),
    [
        ("The earthquake killed 40 villagers on Monday.", "40 villagers", "earthquake"),
        ("The earthquake hit Ostow on Monday. Forty people drowned.", "Forty people", "earthquake"),
        ("The earthquake hit Ostow on Monday. The death toll stands at 40.", "40", None),
        ("The king sent 300 soldiers to Ostow.", "300 soldiers", "sent"),
        ("Ostow has 40 mills. The earthquake hit Ostow on Monday.", "40 mills", None),
        ("The earthquake shook Ostow, a city of 90,000 people.", "90,000 people", None),
    ],
)
def test_a_figure_is_of_the_event_of_its_clause_or_its_cause(
    analyser: "Analyser", text: str, words: str, event: str | None
) -> None:
    assert _placed(analyser, text)[words][0] == event


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("As of Friday, 40 people were missing.", "40 people", "Friday"),
        ("By Monday 40 villages were under water.", "40 villages", "Monday"),
        ("On Friday 40 people were missing.", "40 people", None),
        ("Forty people were missing. As of Friday the roads were shut.", "Forty people", None),
    ],
)
def test_the_day_for_which_a_figure_holds(
    analyser: "Analyser", text: str, words: str, day: str | None
) -> None:
    assert _placed(analyser, text)[words][1] == day
