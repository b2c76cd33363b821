"""The shipped model on sentences of our own, and on text nobody meant to be read."""

import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearsay.language import Analyser
from hearsay.model import Analysis

_ODD = st.text(
    st.one_of(
        st.sampled_from(list(" \n\t.,“”\"'‘’-—()\x00\ud800\u200b\ufeff🎉é中ع٣")),
        st.characters(),
    ),
    max_size=200,
)


def _check(analysis: Analysis, text: str) -> None:
    """What holds of every analysis."""
    tokens = analysis.tokens
    assert analysis.text == text
    at = 0
    for token in tokens:
        assert at <= token.start < token.end
        assert text[token.start : token.end] == token.text
        assert token.lemma
        at = token.end
    edges = [s.first for s in analysis.sentences] + [len(tokens)]
    assert [s.last for s in analysis.sentences] == edges[1:]
    assert edges[0] == 0
    for sentence in analysis.sentences:
        inside = range(sentence.first, sentence.last)
        assert sum(tokens[number].head == number for number in inside) == 1
        assert all(tokens[number].head in inside for number in inside)
        assert all((tokens[n].deprel == "root") == (tokens[n].head == n) for n in inside)
    for name in analysis.names:
        assert 0 <= name.first < name.last <= len(tokens)
        assert 0 <= name.score <= 1
    for told in analysis.attributions:
        assert told.cues and told.contents
        assert 0 <= told.score <= 1


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_ODD)
def test_any_text_has_an_analysis(analyser: Analyser, text: str) -> None:
    _check(analyser.analyse(text), text)


def test_nothing(analyser: Analyser) -> None:
    for text in ("", " ", "\n\n\n", "\x00", "\u200b"):
        assert analyser.analyse(text).tokens == ()


def test_a_sentence_of_five_thousand_words(analyser: Analyser) -> None:
    text = "the rebels and " * 1667
    analysis = analyser.analyse(text)
    _check(analysis, text)
    assert len(analysis.tokens) == 5001


def test_a_very_long_word(analyser: Analyser) -> None:
    text = "x" * 20_000 + " fell"
    _check(analyser.analyse(text), text)


def test_hostile_runs_take_little_time(analyser: Analyser) -> None:
    started = time.process_time()
    for piece in ("a.", "a-", "'s", "@a", "1,", '"', "(", "..", "U.S."):
        text = piece * 3000
        _check(analyser.analyse(text), text)
    assert time.process_time() - started < 60


def test_company_changes_nothing(analyser: Analyser) -> None:
    """A text has one analysis, whatever it is analysed with and however often."""
    texts = [
        "Strikers shut the port of Gdansk.",
        "“We will stay,” Walesa said.\n\nThe government did not answer.",
        "",
        "Strikers shut the port of Gdansk.",
    ]
    together = analyser.analyse_all(texts)
    alone = [Analyser.load().analyse(text) for text in texts]
    for one, other in zip(together, alone, strict=True):
        assert one.tokens == other.tokens
        assert one.sentences == other.sentences
        assert [(n.first, n.last, n.label) for n in one.names] == [
            (n.first, n.last, n.label) for n in other.names
        ]
        assert [(a.sources, a.cues, a.contents) for a in one.attributions] == [
            (a.sources, a.cues, a.contents) for a in other.attributions
        ]


def test_paragraphs_are_numbered(analyser: Analyser) -> None:
    analysis = analyser.analyse("The dam broke. Water rose.\n\n\nPeople fled.")
    assert [sentence.paragraph for sentence in analysis.sentences] == [0, 0, 1]
