"""Features of a cue and what may belong to it."""

import numpy as np

from hearsay.language import Analyser
from hearsay.language.links import COUNT, pair_features


def test_features_have_rows_of_their_own() -> None:
    cues = np.array([[2, 3], [10, 12]])
    others = np.array([[0, 2], [3, 9], [12, 30]])
    words = np.arange(40)
    found = pair_features(
        cues, others, sentence=words // 10, paragraph=words // 20, quotes=words % 4
    )
    assert found.shape == (2, 3, COUNT)
    lows, highs = found.reshape(-1, COUNT).min(0), found.reshape(-1, COUNT).max(0)
    assert all(high < low for high, low in zip(highs[:-1], lows[1:], strict=True))
    assert lows.min() >= 0 and highs.max() < 64


def test_sides_and_neighbours_differ() -> None:
    zero = np.zeros(40, np.int64)
    cues = np.array([[10, 11]])
    others = np.array([[8, 10], [11, 13], [20, 22]])
    before, after, far = pair_features(cues, others, sentence=zero, paragraph=zero, quotes=zero)[0]
    assert before[0] != after[0] != far[0]
    assert far[4] == after[4] + 1


def test_a_quotation_is_the_names_behind_it(analyser: Analyser) -> None:
    lines = [
        ("“The nets came up empty again and nobody told us why.”", "Ivo Brandt"),
        ("“My father would not have believed it if he had lived.”", "Marta Quispe"),
        ("“They promised us a harbour and gave us a fence.”", "Piet Van Wyk"),
    ]
    text = "What the fishermen of Selsa say:\n\n" + "\n".join(
        f"{words}\n― {name}" for words, name in lines
    )
    analysis = analyser.analyse(text)
    tokens = analysis.tokens
    for one in analysis.attributions:
        if tokens[one.cues[0][0]].text == "―":
            said = {text[tokens[a].start : tokens[b - 1].end] for a, b in one.contents}
            (name,) = (text[tokens[a].start : tokens[b - 1].end] for a, b in one.sources)
            assert said == {words for words, who in lines if who == name}
