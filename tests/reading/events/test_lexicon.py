"""The tables themselves: every row can be read, and names only what exists."""

from hearsay.ontology import rows, table
from hearsay.reading.events.candidates.event_lexicon import lexicon

ROLES = {"source", "target", "participant", "none"}


def test_the_lexicon_is_broad() -> None:
    events = [s for found in lexicon().senses.values() for s in found if s.type != "none"]
    assert len(events) >= 1200
    assert {sense.type for sense in events} == set(table("plover"))


def test_modes_and_roles_are_those_of_plover() -> None:
    for row in rows("lexicon"):
        assert row["type"] == "none" or row["type"] in table("plover"), row
        if row["mode"]:
            assert row["mode"] in table("plover")[row["type"]]["modes"], row
        for part in row["roles"].split():
            assert part.partition("=")[2] in ROLES, row


def test_scores_are_shares() -> None:
    assert all(0 < sense.score <= 1 for found in lexicon().senses.values() for sense in found)


def test_no_row_stands_twice() -> None:
    seen = [tuple(row.values()) for row in rows("lexicon")]
    assert len(seen) == len(set(seen))


def test_kinds_in_capitals_are_types() -> None:
    for found in lexicon().senses.values():
        for sense in found:
            for condition in sense.conditions:
                capitals = {kind for kind in condition.kinds if kind.isupper()}
                assert capitals <= set(table("plover")), (sense.word, capitals)


def test_means_and_contexts_name_modes_that_exist() -> None:
    plover = table("plover")
    for kind, modes in table("means").items():
        assert set(modes) <= set(plover[kind]["modes"]), kind
    modes = {mode for row in plover.values() for mode in row.get("modes", ())}
    assert set(table("contexts")["modes"]) <= modes
    words = set(table("contexts")["words"])
    assert all(set(told) <= words for told in table("contexts")["modes"].values())


def test_agents_are_classes() -> None:
    classes = table("noun_classes")
    assert set(classes["agents"]) <= set(classes["classes"])
