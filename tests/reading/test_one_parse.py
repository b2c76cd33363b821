"""All readers of a page see one parse: what is mended for one is mended for all."""

from hearsay.model import Dateline, NameSpan, Span
from hearsay.reading import read
from tests.factories import analysis, document


def test_a_noun_the_model_gives_a_wrong_lemma_is_somebody() -> None:
    text = "Several aides left the hall."
    rows = """
    Several several ADJ JJ 2 amod
    aides aid NOUN NNS 3 nsubj
    left leave VERB VBD 0 root
    the the DET DT 5 det
    hall hall NOUN NN 3 obj
    . . PUNCT . 3 punct
    """
    names = read(document(text), analysis(text, rows)).names
    assert [(name.span.text, name.kind) for name in names] == [("Several aides", "group")]


def test_a_preposition_of_two_words_is_one() -> None:
    text = "Bulgaria pulled its troops out of Serbia."
    rows = """
    Bulgaria Bulgaria PROPN NNP 2 nsubj
    pulled pull VERB VBD 0 root
    its its PRON PRP$ 4 nmod:poss
    troops troops NOUN NNS 2 obj
    out out ADP IN 7 case
    of of ADP IN 7 case
    Serbia Serbia PROPN NNP 2 obl
    . . PUNCT . 2 punct
    """
    spans = (NameSpan(0, 1, "state", 0.9), NameSpan(6, 7, "state", 0.9))
    (event,) = read(document(text), analysis(text, rows, names=spans)).events
    assert event.trigger.text == "pulled"
    assert ("target", "Serbia") in {(each.role, each.span.text) for each in event.arguments}


def test_who_is_taken_out_of_a_treaty_is_no_target() -> None:
    text = "Petkov pulled Bulgaria out of the treaty."
    rows = """
    Petkov Petkov PROPN NNP 2 nsubj
    pulled pull VERB VBD 0 root
    Bulgaria Bulgaria PROPN NNP 2 obj
    out out ADP IN 7 case
    of of ADP IN 7 case
    the the DET DT 7 det
    treaty treaty NOUN NN 2 obl
    . . PUNCT . 2 punct
    """
    spans = (NameSpan(0, 1, "person", 0.9), NameSpan(2, 3, "state", 0.9))
    (event,) = read(document(text), analysis(text, rows, names=spans)).events
    assert event.mode == "withdraw"
    assert [(each.role, each.span.text) for each in event.arguments] == [("source", "Petkov")]


def test_the_day_of_a_dateline_is_not_the_day_of_what_is_said() -> None:
    text = "BURGAS, March 3 — The mayor said on Monday that the port would open."
    rows = """
    BURGAS BURGAS PROPN NNP 8 nsubj
    , , PUNCT , 3 punct
    March March PROPN NNP 8 obl:unmarked
    3 3 NUM CD 3 nummod
    — — PUNCT : 3 punct
    The the DET DT 7 det
    mayor mayor NOUN NN 8 nsubj
    said say VERB VBD 0 root
    on on ADP IN 10 case
    Monday Monday PROPN NNP 8 obl
    that that SCONJ IN 15 mark
    the the DET DT 13 det
    port port NOUN NN 15 nsubj
    would would AUX MD 15 aux
    open open VERB VB 8 ccomp
    . . PUNCT . 8 punct
    """
    line = Dateline(Span.of(text, 0, 15), "BURGAS", None, None)
    reading = read(document(text, dateline=line), analysis(text, rows))
    (said,) = reading.attributions
    assert said.timex is not None and reading.timexes[said.timex].span.text == "Monday"
