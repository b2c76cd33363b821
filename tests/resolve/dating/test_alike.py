"""Likeness by rare words."""

import numpy as np

from hearsay.resolve.dating.shingles import grams_of, index


def test_the_page_with_the_same_rare_words_is_most_alike() -> None:
    pages = [
        "The frigate Ardent was hit in the sound.",
        "The frigate Coventry was lost north of the islands.",
        "The budget passed its second reading.",
    ]
    found = index([grams_of(text) for text in pages])
    alike = found.likeness(
        grams_of("Survivors of the Coventry, lost north of the islands, came home.")
    )
    assert int(np.argmax(alike)) == 1
    assert alike[2] < alike[1] <= 1


def test_days_and_sentence_ends_make_no_grams() -> None:
    assert set(grams_of("On Monday. May")) == set(grams_of("on"))
    assert len(grams_of("shells. fell")) == 2
    assert len(grams_of("shells fell")) == 3


def test_nothing_is_alike_to_nothing() -> None:
    assert not index([]).likeness(grams_of("one")).size
    assert not index([grams_of("one")]).likeness(grams_of("")).any()
