"""Mentions and chains on small analyses built by hand."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model import Analysis, Name, NameSpan, Sentence, Token
from hearsay.reading.names import find_names
from hearsay.reading.names.classify.noun_table import _nouns
from hearsay.syntax import parse
from tests.factories import analysis, document


def read(text: str, rows: str, *spans: NameSpan) -> tuple[Name, ...]:
    return find_names(document(text), parse(analysis(text, rows, names=spans)))


def by_span(names: tuple[Name, ...], words: str) -> Name:
    return next(name for name in names if name.span.text == words)


MINISTER_TEXT = (
    "U.S. Secretary of Defense Robert McNamara met Iran's foreign minister. "
    "The secretary said he agreed."
)
MINISTER = """
U.S. U.S. PROPN NNP 2 compound
Secretary Secretary PROPN NNP 5 nmod:desc
of of ADP IN 4 case
Defense Defense PROPN NNP 2 nmod
Robert Robert PROPN NNP 7 nsubj
McNamara McNamara PROPN NNP 5 flat
met meet VERB VBD 7 root
Iran Iran PROPN NNP 11 nmod:poss
's 's PART POS 8 case
foreign foreign ADJ JJ 11 amod
minister minister NOUN NN 7 obj
. . PUNCT . 7 punct

The the DET DT 2 det
secretary secretary NOUN NN 3 nsubj
said say VERB VBD 3 root
he he PRON PRP 5 nsubj
agreed agree VERB VBD 3 ccomp
. . PUNCT . 3 punct
"""


def test_title_core_and_code_of_a_person() -> None:
    names = read(MINISTER_TEXT, MINISTER, NameSpan(4, 6, "person", 0.9))
    person = by_span(names, "U.S. Secretary of Defense Robert McNamara")
    assert person.core.text == "Robert McNamara"
    assert person.canonical == "Robert McNamara"
    assert (person.country, person.sectors) == ("USA", ("GOV", "MIL"))
    assert person.offices == ("Secretary of Defense",)


def test_office_and_pronoun_lead_back_to_the_person() -> None:
    names = read(MINISTER_TEXT, MINISTER, NameSpan(4, 6, "person", 0.9))
    chain = by_span(names, "U.S. Secretary of Defense Robert McNamara").chain
    assert by_span(names, "The secretary").chain == chain
    assert by_span(names, "he").chain == chain
    minister = by_span(names, "Iran's foreign minister")
    assert minister.chain != chain
    assert (minister.country, minister.sectors) == ("IRN", ("GOV",))
    assert by_span(names, "Iran").kind == "state"


METONYM = """
Havana Havana PROPN NNP 2 nsubj
accused accuse VERB VBD 2 root
Washington Washington PROPN NNP 2 obj
of of SCONJ IN 5 mark
piracy piracy NOUN NN 2 obl
; ; PUNCT : 2 punct
crowds crowd NOUN NNS 8 nsubj
marched march VERB VBD 2 parataxis
in in ADP IN 10 case
Havana Havana PROPN NNP 8 obl
. . PUNCT . 2 punct
"""


def test_a_capital_is_a_government_where_it_acts_and_a_place_after_in() -> None:
    names = read("Havana accused Washington of piracy; crowds marched in Havana.", METONYM)
    cities = [name for name in names if name.span.text in ("Havana", "Washington")]
    assert [name.kind for name in cities] == ["state", "state", "place"]
    assert [name.canonical for name in cities] == ["Cuba", "United States", "Havana"]
    assert cities[0].chain != cities[2].chain


SOURCES = """
Two two NUM CD 3 nummod
Polish polish ADJ JJ 3 amod
officials official NOUN NNS 4 nsubj
told tell VERB VBD 4 root
Reuters Reuters PROPN NNP 4 obj
that that SCONJ IN 8 mark
they they PRON PRP 8 nsubj
knew know VERB VBD 4 ccomp
nothing nothing PRON NN 8 obj
. . PUNCT . 4 punct
"""


def test_a_description_tells_number_country_and_sector() -> None:
    names = read("Two Polish officials told Reuters that they knew nothing.", SOURCES)
    officials = by_span(names, "Two Polish officials")
    assert (officials.kind, officials.number, officials.plural) == ("group", 2, True)
    assert (officials.country, officials.sectors) == ("POL", ("GOV",))
    assert by_span(names, "they").chain == officials.chain
    assert by_span(names, "Reuters").sectors == ("MED",)


COUPLE = """
Mr. Mr. PROPN NNP 2 nmod:desc
Brandt Brandt PROPN NNP 4 nmod:poss
's 's PART POS 2 case
wife wife NOUN NN 6 nsubj
was be AUX VBD 6 cop
absent absent ADJ JJ 6 root
. . PUNCT . 6 punct

She she PRON PRP 2 nsubj
sent send VERB VBD 2 root
him he PRON PRP 2 iobj
a a DET DT 5 det
letter letter NOUN NN 2 obj
. . PUNCT . 2 punct
"""


def test_pronouns_keep_to_gender() -> None:
    text = "Mr. Brandt's wife was absent. She sent him a letter."
    names = read(text, COUPLE, NameSpan(1, 2, "person", 0.9))
    man, wife = by_span(names, "Mr. Brandt"), by_span(names, "Mr. Brandt's wife")
    assert man.chain != wife.chain
    assert by_span(names, "She").chain == wife.chain
    assert by_span(names, "him").chain == man.chain


def test_a_fixed_it_is_no_mention() -> None:
    rows = """
It it PRON PRP 3 expl
was be AUX VBD 3 cop
clear clear ADJ JJ 3 root
that that SCONJ IN 6 mark
Iraq Iraq PROPN NNP 6 nsubj
lost lose VERB VBD 3 csubj
. . PUNCT . 3 punct
"""
    assert [name.span.text for name in read("It was clear that Iraq lost.", rows)] == ["Iraq"]


def test_an_empty_page_has_no_names() -> None:
    assert find_names(document(""), parse(Analysis("", (), ()))) == ()


KINDS = {"person", "state", "organization", "group", "place", "weapon", "event", "other"}
WORDS = st.sampled_from(
    ["Iran", "'s", "minister", "the", "The", "Lloyd", "Austin", "he", "his", "it", "they", ",", "(",
     ")", "of", "and", "Lt.", "Gen.", "two", "officials", "“", "”", '"', "said", "U.S.", "Tehran",
     "IDF", "-", "group", "people", "Mr.", "counterpart", "is", "not", "Labour", "Palestinian",
     "Hamas", "\ud800"]
) | st.sampled_from(sorted({word for noun in _nouns() for word in noun.word.split()}))  # fmt: skip
TAGS = st.sampled_from(
    [("PROPN", "NNP"), ("NOUN", "NN"), ("NOUN", "NNS"), ("PRON", "PRP"), ("PUNCT", ","),
     ("ADP", "IN"), ("DET", "DT"), ("PART", "POS"), ("VERB", "VBD"), ("CCONJ", "CC"),
     ("NUM", "CD"), ("ADJ", "JJ")]
)  # fmt: skip
RELATIONS = st.sampled_from(
    ["nsubj", "obj", "nmod", "nmod:poss", "compound", "flat", "appos", "det", "case", "conj", "cc",
     "punct", "amod", "acl:relcl", "nmod:desc", "cop", "nummod", "obl", "parataxis", "ccomp"]
)  # fmt: skip
LABELS = st.sampled_from(["person", "organization", "state", "nationality", "place", "other"])


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """Any words under any tags in any proper tree, with any name spans."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    text = ""
    for number in range(draw(st.integers(1, 3))):
        first = len(tokens)
        length = draw(st.integers(1, 14))
        order = draw(st.permutations(range(length)))
        heads = {order[0]: order[0]}
        for place, word in enumerate(order[1:], start=1):
            heads[word] = order[draw(st.integers(0, place - 1))]
        for word in range(length):
            form, (upos, xpos) = draw(WORDS), draw(TAGS)
            start = len(text)
            text += form + draw(st.sampled_from([" ", " ", ""]))
            relation = "root" if heads[word] == word else draw(RELATIONS)
            tokens.append(
                Token(
                    start,
                    start + len(form),
                    form,
                    form.lower(),
                    upos,
                    xpos,
                    first + heads[word],
                    relation,
                )
            )
        sentences.append(Sentence(first, len(tokens), number // 2))
    spans = []
    for _ in range(draw(st.integers(0, 4))):
        first = draw(st.integers(0, len(tokens) - 1))
        last = min(len(tokens), first + draw(st.integers(1, 4)))
        spans.append(NameSpan(first, last, draw(LABELS), draw(st.floats(0.1, 1.0))))
    return Analysis(text, tuple(tokens), tuple(sentences), tuple(spans))


@settings(max_examples=150, deadline=None)
@given(analyses())
def test_whatever_the_analysis_names_are_sound(analysed: Analysis) -> None:
    page = document(analysed.text)
    names = find_names(page, parse(analysed))
    for name in names:
        assert page.text[name.span.start : name.span.end] == name.span.text
        assert name.span.covers(name.core)
        assert name.kind in (
            "person",
            "state",
            "organization",
            "group",
            "place",
            "weapon",
            "event",
            "other",
        )
    assert [name.span.start for name in names] == sorted(name.span.start for name in names)
    first = list(dict.fromkeys(name.chain for name in names))
    assert first == list(range(len(first)))
    assert names == find_names(page, parse(analysed))
