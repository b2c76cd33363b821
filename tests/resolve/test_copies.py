"""Outlines of pages: the shingles of their own words, with their places."""

from hearsay.resolve.compared_text import texts_of
from hearsay.resolve.origins.overlap import LONG, Outline, outline
from tests.factories import document

OWN = "The dam above Ribadelago gave way at midnight. Few of the villagers were awake to hear it."
QUOTED = "“There was a wind before the water came, and then there was no street,” one of them said."


def _outline(text: str) -> Outline:
    return outline(document(text))


def _passages(found: Outline) -> list[str]:
    return [found.document.text[start:end] for start, end in found.long.values()]


def test_every_run_of_six_words_has_its_place() -> None:
    passages = _passages(_outline(OWN))
    assert passages[0] == "The dam above Ribadelago gave way"
    assert passages[-1] == "villagers were awake to hear it"
    assert all(len(texts_of(passage)) == LONG for passage in passages)


def test_runs_of_the_same_words_have_one_number_on_every_page() -> None:
    one, other = _outline(OWN), _outline(f"Zamora, Jan 9 - {OWN} Rescuers came at dawn.")
    assert one.long.keys() <= other.long.keys()
    assert {s.shingles for s in one.sentences} & {s.shingles for s in other.sentences}


def test_what_is_quoted_is_not_the_pages_own() -> None:
    found = _outline(f"{OWN} {QUOTED}")
    assert not any("wind" in passage for passage in _passages(found))
    assert [found.document.text[s.start : s.end] for s in found.sentences] == [
        "The dam above Ribadelago gave way at midnight.",
        "Few of the villagers were awake to hear it.",
    ]


def test_a_page_of_few_words_or_none_has_no_shingles() -> None:
    for text in ("", "Fire.", "“All of it was quoted, every word of it, to the end.”"):
        found = _outline(text)
        assert not found.long
        assert not found.sentences
        assert [len(keys) for keys in found.distinct()] == [0, 0]
