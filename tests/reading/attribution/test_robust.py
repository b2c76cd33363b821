"""Whatever the analysis says, statements keep to the text, point backwards and end in time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.language import Analyser
from hearsay.model import Analysis, AttributionSpan, Name, Sentence, Span, Token
from hearsay.reading.attribution import find_attributions
from hearsay.syntax import parse
from tests.factories import document
from tests.reading.attribution.reader import told

WORDS = tuple(
    """
said told According to reportedly he she It the minister and officials Reuters claim that not was is
believed urged mine statement citing who “We in a post on X , . : — “ ” ‘ ’ " ' [ ]
""".split()  # noqa: SIM905
)
RELATIONS = tuple(
    """
nsubj obj ccomp xcomp parataxis advcl obl conj acl acl:relcl mark case punct root advmod dep expl
nsubj:pass aux:pass nmod nmod:poss appos flat det fixed
""".split()  # noqa: SIM905
)
TAGS = (
    ("VERB", "VBD"),
    ("NOUN", "NN"),
    ("PROPN", "NNP"),
    ("PRON", "PRP"),
    ("PUNCT", "."),
    ("ADV", "RB"),
    ("VERB", "VBG"),
)


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=24))
    gaps = draw(
        st.lists(
            st.sampled_from([" ", " ", " ", "", "\n\n"]), min_size=len(words), max_size=len(words)
        )
    )
    tokens, at, size = [], 0, len(words)
    for word, gap in zip(words, gaps, strict=True):
        upos, xpos = draw(st.sampled_from(TAGS))
        head = draw(st.integers(0, size - 1))
        relation = draw(st.sampled_from(RELATIONS))
        tokens.append(Token(at, at + len(word), word, word.lower(), upos, xpos, head, relation))
        at += len(word) + len(gap)
    text = "".join(word + gap for word, gap in zip(words, gaps, strict=True))
    cut = draw(st.integers(1, size))
    sentences = [Sentence(0, cut, 0)] + ([Sentence(cut, size, 0)] if cut < size else [])
    spans = st.tuples(st.integers(0, size - 1), st.integers(1, 6)).map(
        lambda p: (p[0], min(size, p[0] + p[1]))
    )
    tags = draw(
        st.lists(
            st.builds(
                AttributionSpan,
                st.tuples(spans),
                st.tuples(spans),
                st.tuples(spans),
                st.floats(0, 1),
            ),
            max_size=3,
        )
    )
    return Analysis(text, tuple(tokens), tuple(sentences), attributions=tuple(tags))


@settings(max_examples=400, deadline=None)
@given(analyses())
def test_spans_are_slices_and_parents_come_first(analysis: Analysis) -> None:
    text = analysis.text
    names = tuple(
        Name(
            Span.of(text, t.start, t.end), Span.of(text, t.start, t.end), "person", "name", t.start
        )
        for t in analysis.tokens
        if t.upos == "PROPN"
    )
    found = find_attributions(document(text), parse(analysis), names, ())
    for number, one in enumerate(found):
        spans = [one.span, *one.contents, *one.quoted, *([one.cue] if one.cue else [])]
        spans += [link.span for link in one.chain if link.span]
        assert all(text[span.start : span.end] == span.text for span in spans)
        assert one.contents and one.span.start == one.contents[0].start
        assert all(a.end <= b.start for a, b in zip(one.contents, one.contents[1:], strict=False))
        assert one.parent is None or one.parent < number
        assert 0 <= one.score <= 1
        assert one.kind in ("direct", "mixed", "indirect")


@pytest.mark.parametrize("relation", ["ccomp", "conj", "xcomp", "advcl", "parataxis"])
@pytest.mark.parametrize("verb", ["said", "citing", "refused"])
def test_a_sentence_of_cues_without_end(verb: str, relation: str) -> None:
    size = 3000
    words = [(verb, "VERB", "VBD"), ("she", "PRON", "PRP")] * (size // 2)
    text = " ".join(word for word, _, _ in words)
    tokens, at = [], 0
    for number, (word, upos, xpos) in enumerate(words):
        head = max(0, number - 2) if upos == "VERB" else number - 1
        deprel = "root" if number == 0 else relation if upos == "VERB" else "nsubj"
        tokens.append(Token(at, at + len(word), word, word, upos, xpos, head, deprel))
        at += len(word) + 1
    found = find_attributions(
        document(text), parse(Analysis(text, tuple(tokens), (Sentence(0, size, 0),))), (), ()
    )
    assert all(one.span.end <= len(text) for one in found)


LINE = "The river rose in the night and the men of the village carried sacks to the wall."
SAID = "\n\nThe bishop said that he would pray."


@pytest.mark.parametrize(
    ("text", "longest"),
    [
        (f'The mayor said the wall would hold.\n\n"{LINE} {LINE}{SAID}', 30),
        (
            f'The mayor said the wall was 5" thick. {LINE}\n\nShe said “it will hold. {LINE}{SAID}',
            30,
        ),
        ("\n\n".join(["“The river rose in the night.”"] * 60), 0),
        ("\n\n".join(["““It rose,”” said Anna Varga. “‘“It fell,”’” she said."] * 20), 20),
        (
            "\n\n".join(
                ["“It rose,\" said Anna Varga. 'It fell,” she said. «It rose', she said."] * 9
            ),
            20,
        ),
        (
            "\n\n".join(["'Twas the men's boats' oars,' Anna Varga said. 'The boats' oars.'"] * 9),
            30,
        ),
        ("\" “ ” ' ’ « » " * 200, 0),
    ],
)
def test_marks_of_every_sort_swallow_nothing(analyser: Analyser, text: str, longest: int) -> None:
    found = told(analyser, text)
    parts = [part for one in found for part in one.content.split(" / ")]
    assert max(map(len, parts), default=0) <= longest
    if SAID in text:
        assert found[-1].content == "that he would pray"


@pytest.mark.parametrize("gap", [" ", "\n\n“"])
def test_ten_thousand_words_in_marks_are_one_statement(analyser: Analyser, gap: str) -> None:
    text = f"Anna Varga said: “{gap.join([LINE] * 600)}”{SAID}"
    first, last = told(analyser, text)
    assert first.content.count("sacks") == 600
    assert (first.kind, last.content) == ("direct", "that he would pray")
