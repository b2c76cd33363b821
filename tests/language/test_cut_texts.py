"""The analyser on words that were cut before, and on chunks it has read before."""

from hearsay.language import Analyser
from hearsay.language.analyser import _KEPT
from hearsay.language.encoding import Cut
from tests.language.holding import holds

WORDS = ("The", "kiln", "was", "lit", ".", "Potters", "said", "it", "will", "burn", ".")
STARTS = tuple(number in (0, 5) for number in range(len(WORDS)))
CUT = Cut(WORDS, None, STARTS, STARTS)


def test_words_and_sentences_that_are_given_are_kept(analyser: Analyser) -> None:
    (found,) = analyser.analyse_words([CUT])
    holds(found, "The kiln was lit . Potters said it will burn .")
    assert tuple(token.text for token in found.tokens) == WORDS
    assert [(s.first, s.last, s.paragraph) for s in found.sentences] == [(0, 5, 0), (5, 11, 1)]


def test_predicates_that_are_given_are_those_that_are_asked(analyser: Analyser) -> None:
    for predicates in ((), (3,), (3, 9)):
        (found,) = analyser.analyse_words([Cut(WORDS, None, STARTS, STARTS, predicates)])
        assert tuple(frame.predicate for frame in found.frames) == predicates


def test_every_word_has_a_tag_of_attribution(analyser: Analyser) -> None:
    (tags,) = analyser.attribution_tags([CUT])
    assert len(tags) == len(WORDS)
    assert tags[6] == "B-cue" and tags[5].endswith("source") and tags[0] == "O"
    assert all(tag == "O" or tag[:2] in ("B-", "I-") for tag in tags)


def test_a_text_of_no_words_has_no_analysis_to_speak_of(analyser: Analyser) -> None:
    for text in ("", " ", "\n\n \t\n"):
        found = analyser.analyse(text)
        holds(found, text)
        assert found.tokens == found.sentences == found.names == ()
    assert analyser.analyse_all([]) == []


def test_what_is_remembered_stays_bounded(analyser: Analyser) -> None:
    before = analyser.analyse("The kiln was lit.")
    analyser._kept.update({("filler", number): None for number in range(2 * _KEPT)})  # type: ignore[misc]
    assert analyser.analyse("The kiln was lit.") == before
    assert len(analyser._kept) <= _KEPT
    analyser._kept.clear()
    assert analyser.analyse("The kiln was lit.") == before
