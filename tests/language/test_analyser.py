"""The shipped model on texts of our own: a text has one analysis."""

from hearsay.language import Analyser


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
