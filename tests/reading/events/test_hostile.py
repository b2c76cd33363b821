"""Whatever an analysis looks like, the reading ends, cites exactly and says the same twice."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model import Analysis, Name, Sentence, Span, Token
from hearsay.reading.events import find_events
from hearsay.syntax import parse
from tests.factories import document

WORDS = [
    "attack",
    "attacked",
    "Iran",
    "talks",
    "with",
    "to",
    "meet",
    "said",
    "not",
    "the",
    "missiles",
    "by",
    "will",
]
TAGS = ["VERB", "NOUN", "PROPN", "ADP", "AUX", "PART", "ADJ", "DET", "PRON", "NUM"]
RELATIONS = [
    "nsubj",
    "obj",
    "obl",
    "nmod",
    "xcomp",
    "ccomp",
    "advcl",
    "conj",
    "acl",
    "acl:relcl",
    "case",
    "mark",
    "root",
    "nsubj:pass",
    "aux",
    "cop",
    "compound:prt",
]
XPOS = ["VB", "VBD", "VBN", "VBG", "NN", "NNS", "NNP", "MD", "IN"]


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    count = draw(st.integers(0, 14))
    words = [draw(st.sampled_from(WORDS)) for _ in range(count)]
    text = " ".join(words)
    tokens, at = [], 0
    for word in words:
        head = draw(st.integers(0, count - 1))
        tags = (draw(st.sampled_from(TAGS)), draw(st.sampled_from(XPOS)))
        relation = draw(st.sampled_from(RELATIONS))
        tokens.append(Token(at, at + len(word), word, word, *tags, head, relation))
        at += len(word) + 1
    sentences = (Sentence(0, count, 0),) if count else ()
    return Analysis(text, tuple(tokens), sentences)


@settings(max_examples=300, deadline=None)
@given(analyses(), st.sampled_from(["state", "person", "place", "weapon", "other"]))
def test_any_tree_gives_exact_spans_and_the_same_twice(analysis: Analysis, kind: str) -> None:
    page = document(analysis.text)
    spans = [Span.of(page.text, t.start, t.end) for t in analysis.tokens if t.text == "Iran"]
    names = tuple(Name(s, s, kind, "name", 0) for s in spans)
    events = find_events(page, parse(analysis), names, (), ())
    assert events == find_events(page, parse(analysis), names, (), ())
    assert list(events) == sorted(events, key=lambda event: event.trigger.start)
    for event in events:
        for cited in (event.span, event.trigger, *(a.span for a in event.arguments)):
            assert page.text[cited.start : cited.end] == cited.text
        assert event.span.covers(event.trigger)
        assert all(link[0] < len(events) for link in (*event.after, *event.before))


def test_an_empty_page_has_no_events() -> None:
    assert find_events(document("x"), parse(Analysis("x", (), ())), (), (), ()) == ()


def test_a_long_chain_of_infinitives_ends() -> None:
    count = 3000
    text = " ".join(["attack"] * count)
    tokens = tuple(
        Token(7 * at, 7 * at + 6, "attack", "attack", "VERB", "VB", max(at - 1, 0), "xcomp")
        for at in range(count)
    )
    analysis = Analysis(text, tokens, (Sentence(0, count, 0),))
    assert find_events(document(text), parse(analysis), (), (), ()) == ()
