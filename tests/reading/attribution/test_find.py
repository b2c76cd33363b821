"""Statements found by tree, marks and tables alone, from analyses built by hand."""

import pytest

from hearsay.model import Analysis, Attribution, AttributionSpan, Name, Span
from hearsay.reading import parse_page
from hearsay.reading.attribution import find_attributions
from hearsay.syntax import parse
from tests.factories import analysis, document

DUARTE = """
Minister Minister PROPN NNP 2 nmod:desc
Ana Ana PROPN NNP 4 nsubj
Duarte Duarte PROPN NNP 2 flat
said say VERB VBD 0 root
the the DET DT 6 det
mine mine NOUN NN 8 nsubj
would would AUX MD 8 aux
close close VERB VB 4 ccomp
. . PUNCT . 4 punct"""

QUOTED = """
“ " PUNCT `` 5 punct
The the DET DT 3 det
mine mine NOUN NN 5 nsubj:pass
is be AUX VBZ 5 aux:pass
flooded flood VERB VBN 10 ccomp
, , PUNCT , 5 punct
” " PUNCT '' 5 punct
Ana Ana PROPN NNP 10 nsubj
Duarte Duarte PROPN NNP 8 flat
told tell VERB VBD 0 root
miners miner NOUN NNS 10 iobj
. . PUNCT . 10 punct"""

MORE = """
“ " PUNCT `` 3 punct
Nobody nobody PRON NN 3 nsubj
died die VERB VBD 0 root
. . PUNCT . 3 punct
” " PUNCT '' 3 punct"""

ACCORDING = """
According accord VERB VBG 3 case
to to ADP IN 1 fixed
police police NOUN NN 7 obl
, , PUNCT , 3 punct
the the DET DT 6 det
driver driver NOUN NN 7 nsubj
fled flee VERB VBD 0 root
. . PUNCT . 7 punct"""

REPORTEDLY = """
The the DET DT 2 det
owners owner NOUN NNS 4 nsubj
reportedly reportedly ADV RB 4 advmod
sold sell VERB VBD 0 root
the the DET DT 6 det
mine mine NOUN NN 4 obj
. . PUNCT . 4 punct"""

CLAIM = """
The the DET DT 2 det
union union NOUN NN 3 nsubj
repeated repeat VERB VBD 0 root
its its PRON PRP$ 5 nmod:poss
claim claim NOUN NN 3 obj
that that SCONJ IN 10 mark
the the DET DT 8 det
mine mine NOUN NN 10 nsubj
was be AUX VBD 10 cop
safe safe ADJ JJ 5 acl
. . PUNCT . 3 punct"""

ADDING = """
Police police NOUN NNS 2 nsubj
urged urge VERB VBD 0 root
miners miner NOUN NNS 2 obj
to to PART TO 5 mark
leave leave VERB VB 2 xcomp
, , PUNCT , 7 punct
adding add VERB VBG 2 advcl
that that SCONJ IN 11 mark
pumps pump NOUN NNS 11 nsubj
had have AUX VBD 11 aux
failed fail VERB VBN 7 ccomp
. . PUNCT . 2 punct"""

UNSAID = """
The the DET DT 2 det
ministry ministry NOUN NN 5 nsubj
did do AUX VBD 5 aux
not not PART RB 5 advmod
say say VERB VB 0 root
when when ADV WRB 9 advmod
work work NOUN NN 9 nsubj
would would AUX MD 9 aux
resume resume VERB VB 5 ccomp
. . PUNCT . 5 punct"""

TOLD_TO_PAY = """
Drivers driver NOUN NNS 3 nsubj:pass
were be AUX VBD 3 aux:pass
told tell VERB VBN 0 root
to to PART TO 5 mark
pay pay VERB VB 3 xcomp
. . PUNCT . 3 punct"""

CONFIRMED = """
Two two NUM CD 2 nummod
officials official NOUN NNS 3 nsubj
confirmed confirm VERB VBD 0 root
to to ADP IN 5 case
Reuters Reuters PROPN NNP 3 obl
that that SCONJ IN 10 mark
the the DET DT 8 det
mine mine NOUN NN 10 nsubj
had have AUX VBD 10 aux
flooded flood VERB VBN 3 ccomp
. . PUNCT . 3 punct"""

NESTED = """
Reuters Reuters PROPN NNP 2 nsubj
reported report VERB VBD 0 root
that that SCONJ IN 6 mark
the the DET DT 5 det
owners owner NOUN NNS 6 nsubj
believed believe VERB VBD 2 ccomp
pumps pump NOUN NNS 8 nsubj
failed fail VERB VBD 6 ccomp
. . PUNCT . 2 punct"""

BELIEVED = """
The the DET DT 2 det
mine mine NOUN NN 4 nsubj:pass
is be AUX VBZ 4 aux:pass
believed believe VERB VBN 0 root
to to PART TO 7 mark
have have AUX VB 7 aux
flooded flood VERB VBN 4 xcomp
. . PUNCT . 4 punct"""

SCARE = """
The the DET DT 4 det
“ " PUNCT `` 4 punct
new new ADJ JJ 4 amod
mine mine NOUN NN 6 nsubj
” " PUNCT '' 4 punct
closed close VERB VBD 0 root
. . PUNCT . 6 punct"""

BLUNT = """
The the DET DT 2 det
minister minister NOUN NN 4 nsubj
was be AUX VBD 4 cop
blunt blunt ADJ JJ 0 root
: : PUNCT : 8 punct
“ " PUNCT `` 8 punct
We we PRON PRP 8 nsubj
lost lose VERB VBD 4 parataxis
. . PUNCT . 8 punct
” " PUNCT '' 8 punct"""


def read(
    text: str, *blocks: str, names: tuple[Name, ...] = (), **given: object
) -> tuple[Attribution, ...]:
    tags = given.pop("tags", ())
    read_ = analysis(text, "\n\n".join(block.strip() for block in blocks), attributions=tags)  # type: ignore[arg-type]
    page = document(text, **given)
    return find_attributions(page, parse_page(page, read_), names, ())


def name(text: str, words: str, kind: str, chain: int, form: str = "name") -> Name:
    start = text.index(words)
    span = Span.of(text, start, start + len(words))
    return Name(span, span, kind, form, chain)


def told(one: Attribution) -> tuple[list[tuple[str, str]], str | None, list[str]]:
    return (
        [(link.kind, link.text) for link in one.chain],
        one.cue.text if one.cue else None,
        [part.text for part in one.contents],
    )


def test_said() -> None:
    text = "Minister Ana Duarte said the mine would close."
    (one,) = read(text, DUARTE, names=(name(text, "Minister Ana Duarte", "person", 0),))
    assert told(one) == ([("person", "Minister Ana Duarte")], "said", ["the mine would close"])
    assert (one.kind, one.act, one.parent) == ("indirect", "said", None)
    assert one.chain[0].name == 0


def test_one_statement_with_two_contents_and_its_addressee() -> None:
    text = "“The mine is flooded,” Ana Duarte told miners. “Nobody died.”"
    names = (name(text, "Ana Duarte", "person", 0), name(text, "miners", "group", 1, "nominal"))
    (one,) = read(text, QUOTED, MORE, names=names)
    assert told(one)[2] == ["“The mine is flooded,”", "“Nobody died.”"]
    assert [part.text for part in one.quoted] == ["The mine is flooded,", "Nobody died."]
    assert (one.kind, one.addressee) == ("direct", 1)


def test_a_quotation_alone_in_its_paragraph_goes_on() -> None:
    text = "“The mine is flooded,” Ana Duarte told miners.\n\n“Nobody died.”"
    (one,) = read(text, QUOTED, MORE, names=(name(text, "Ana Duarte", "person", 0),))
    assert told(one)[2] == ["“The mine is flooded,”", "“Nobody died.”"]


def test_a_quotation_after_a_report_is_a_statement_by_the_same_speaker() -> None:
    text = "Minister Ana Duarte said the mine would close.\n\n“Nobody died.”"
    said, alone = read(text, DUARTE, MORE, names=(name(text, "Minister Ana Duarte", "person", 0),))
    assert alone.cue is None
    assert [link.text for link in alone.chain] == [link.text for link in said.chain]


def test_according_to() -> None:
    (one,) = read("According to police, the driver fled.", ACCORDING)
    assert told(one) == ([("institution", "police")], "According to", ["the driver fled"])


def test_reportedly_has_no_source() -> None:
    (one,) = read("The owners reportedly sold the mine.", REPORTEDLY)
    assert told(one) == ([], "reportedly", ["The owners reportedly sold the mine"])
    assert one.hedged


def test_a_passive_of_belief_has_no_source() -> None:
    (one,) = read("The mine is believed to have flooded.", BELIEVED)
    assert told(one) == ([], "is believed", ["The mine", "to have flooded"])
    assert (one.act, one.hedged) == ("believed", True)


def test_a_noun_is_the_cue_of_what_is_repeated() -> None:
    (one,) = read("The union repeated its claim that the mine was safe.", CLAIM)
    assert told(one) == ([("institution", "The union")], "claim", ["that the mine was safe"])


def test_orders_and_what_is_added() -> None:
    text = "Police urged miners to leave, adding that pumps had failed."
    urged, added = read(text, ADDING)
    assert told(urged)[1:] == ("urged", ["miners to leave"])
    assert urged.act == "demanded"
    assert told(added) == ([("institution", "Police")], "adding", ["that pumps had failed"])


def test_negated() -> None:
    (one,) = read("The ministry did not say when work would resume.", UNSAID)
    assert told(one)[1:] == ("did not say", ["when work would resume"])
    assert one.negated


@pytest.mark.parametrize(
    ("text", "rows"),
    [("Drivers were told to pay.", TOLD_TO_PAY), ("The “new mine” closed.", SCARE)],
)
def test_no_statement(text: str, rows: str) -> None:
    assert read(text, rows) == ()


def test_the_outlet_spoken_to_is_the_outermost_teller_unless_it_is_the_pages_own() -> None:
    text = "Two officials confirmed to Reuters that the mine had flooded."
    names = (
        name(text, "Two officials", "group", 0, "nominal"),
        name(text, "Reuters", "organization", 1),
    )
    (one,) = read(text, CONFIRMED, names=names, outlet="Daily Drum")
    assert told(one)[0] == [("outlet", "Reuters"), ("anonymous", "Two officials")]
    assert one.act == "confirmed"
    (one,) = read(text, CONFIRMED, names=names, outlet="Reuters")
    assert told(one)[0] == [("anonymous", "Two officials")]


def test_a_belief_inside_a_report() -> None:
    text = "Reuters reported that the owners believed pumps failed."
    names = (
        name(text, "Reuters", "organization", 0),
        name(text, "the owners", "group", 1, "nominal"),
    )
    report, belief = read(text, NESTED, names=names, outlet="Daily Drum")
    assert (report.parent, belief.parent) == (None, 0)
    assert told(belief) == (
        [("outlet", "Reuters"), ("anonymous", "the owners")],
        "believed",
        ["pumps failed"],
    )
    assert belief.act == "believed"


def test_a_speaker_before_a_colon() -> None:
    text = "The minister was blunt: “We lost.”"
    (one,) = read(text, BLUNT, names=(name(text, "The minister", "person", 0, "nominal"),))
    assert told(one) == ([("office", "The minister")], ":", ["“We lost.”"])


def test_a_tag_that_agrees_raises_the_score_and_one_alone_counts_when_sure() -> None:
    text = "Minister Ana Duarte said the mine would close."
    agreed = AttributionSpan(((0, 3),), ((3, 4),), ((4, 8),), 0.9)
    (plain,) = read(text, DUARTE)
    (one,) = read(text, DUARTE, tags=(agreed,))
    assert one.score > plain.score
    rows = DUARTE.replace("said say", "said grok")
    assert len(read(text, rows.replace("VERB VBD", "NOUN NN"), tags=(agreed,))) == 1
    doubtful = AttributionSpan(agreed.sources, agreed.cues, agreed.contents, 0.1)
    assert read(text, rows.replace("VERB VBD", "NOUN NN"), tags=(doubtful,)) == ()


def test_what_is_shown_to_the_eye_is_no_statement() -> None:
    rows = """
    The the DET DT 2 det
    officials official NOUN NNS 3 nsubj
    showed show VERB VBD 0 root
    launching launch VERB VBG 3 ccomp
    pads pad NOUN NNS 4 obj
    . . PUNCT . 3 punct
    """
    assert read("The officials showed launching pads.", rows) == ()


def test_nothing_from_nothing() -> None:
    assert find_attributions(document(""), parse(Analysis("", (), ())), (), ()) == ()
