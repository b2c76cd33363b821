"""Wordings that news pages seldom have, read from end to end: which events, and if they were."""

import pytest

from hearsay.language import Analyser
from hearsay.reading import read
from tests.factories import document

EMERGENCY = "The state of emergency was lifted in Peru."
PRIVACY = "The tenants filed an invasion of privacy claim."
RECALL = "Chile has not only condemned Peru but recalled its envoy."
CONDITION = "Had Chile bombed the port, Peru would have struck back."

# Rule, text, and the words and statuses of all its events.
RARE = (
    ("EVT-011", "Soldiers beat and stabbed a student.", {"beat": "happened"}),
    ("EVT-016", EMERGENCY, {"state of emergency": "happened", "lifted": "happened"}),
    ("EVT-016", PRIVACY, {}),
    ("EVT-030", "The rebels did not simply attack the town.", {"attack": "happened"}),
    ("EVT-030", RECALL, {"condemned": "happened", "recalled": "happened"}),
    ("EVT-031", CONDITION, {"bombed": "hypothetical", "struck back": "hypothetical"}),
    ("EVT-032", "Did Chile bomb the port of Lom?", {"bomb": "hypothetical"}),
    ("EVT-032", "Has Peru invaded Chile?", {"invaded": "hypothetical"}),
)


@pytest.mark.parametrize(("rule", "text", "told"), RARE)
def test_every_event_is_told_once_and_as_it_was(
    rule: str, text: str, told: dict[str, str], analyser: Analyser
) -> None:
    events = read(document(text), analyser.analyse(text)).events
    assert {each.trigger.text: each.status for each in events} == told, rule
    assert len(events) == len(told)
