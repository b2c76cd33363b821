"""An id that went leads to what shares most with it, also in the newer version of a page."""

from hearsay.record.former import Former, Key, Members, moved, succession

E1, E2 = ("event", "e1"), ("event", "e2")
OLD: dict[Key, Members] = {E1: {("d1", 10, 20): "they fired"}}


def test_a_place_leads_to_the_nearest_one_of_the_same_words() -> None:
    new: dict[Key, Members] = {
        E2: {
            ("d2", 90, 100): "they fired",
            ("d2", 14, 24): "they fired",
            ("d2", 11, 20): "it rained",
        }
    }
    assert moved(OLD, {"d1": "d2"}, new) == {E1: {("d2", 14, 24): "they fired"}}


def test_what_has_no_newer_version_or_other_words_stays() -> None:
    new: dict[Key, Members] = {E2: {("d2", 10, 20): "they ran"}, ("statement", "t"): dict(OLD[E1])}
    assert moved(OLD, {"d1": "d2"}, new) == OLD
    assert moved(OLD, {}, {E2: {("d2", 10, 20): "they fired"}}) == OLD


def test_a_story_leads_to_that_of_the_newer_version() -> None:
    before: dict[Key, Members] = {("story", "s1"): {("d1", 0, 0): ""}}
    after: dict[Key, Members] = {("story", "s2"): {("d2", 0, 0): ""}}
    led = moved(before, {"d1": "d2"}, after)
    assert succession(led, after, ()) == (Former("s1", "story", "s2"),)


def test_an_id_is_followed_to_the_heir_of_its_heir() -> None:
    after: dict[Key, Members] = {E2: {("d1", 10, 20): "they fired"}}
    assert succession(OLD, after, [Former("e0", "event", "e1")]) == (
        Former("e0", "event", "e2"),
        Former("e1", "event", "e2"),
    )
