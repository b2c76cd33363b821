"""What a file holds now, what it held before, and the name of a page."""

from hearsay.record.sightings import Sighting, contents, names, overwritten


def test_a_file_holds_what_came_last() -> None:
    seen = [
        Sighting("a", "d2", "/a", 5),
        Sighting("a", "d1", "/a", 1),
        Sighting("b:1", "d3", None, 2),
    ]
    assert contents(seen) == {"/a": ("d1", "d2")}
    assert list(overwritten(seen)) == [("d1", "d2")]


def test_files_of_one_short_name_are_two_files() -> None:
    seen = [
        Sighting("1.html", "d1", "/monday/1.html", 1),
        Sighting("1.html", "d2", "/tuesday/1.html", 2),
    ]
    assert list(overwritten(seen)) == []


def test_a_page_goes_by_the_first_name_that_still_holds_it() -> None:
    seen = [
        Sighting("a.txt", "d1", "a.txt", 1),
        Sighting("a.txt", "d2", "a.txt", 2),
        Sighting("b.txt", "d1", "b.txt", 3),
        Sighting("c.txt", "d1", "c.txt", 4),
        Sighting("feed:1", "d3", None, 5),
        Sighting("gone.txt", "d4", "gone.txt", 6),
        Sighting("gone.txt", "d5", "gone.txt", 7),
    ]
    assert names(seen) == {
        "d1": "b.txt", "d2": "a.txt", "d3": "feed:1", "d4": "gone.txt", "d5": "gone.txt",
    }  # fmt: skip
