"""Who can speak, and what is said of it: kinds of tellers, papers, places in the page."""

import pytest

from hearsay.language import Analyser
from hearsay.model import Attribution
from hearsay.reading import parse_page
from hearsay.reading.attribution import find_attributions
from hearsay.reading.attribution.boundaries import (
    bridged,
    clause,
    clipped,
    unmarked,
    without_day,
    without_source,
    without_verdict,
)
from hearsay.reading.attribution.candidate import AttributionCandidate
from hearsay.reading.attribution.circumstances import medium, own, times, told_when
from hearsay.reading.attribution.cues.verb_cues import verb_candidates
from hearsay.reading.attribution.filters import arranged, parents, without_repeats
from hearsay.reading.attribution.mention_index import (
    MentionIndex,
    index_mentions,
    mention_of,
    phrase,
)
from hearsay.reading.attribution.quotations.assign_quotations import assign_quotations
from hearsay.reading.attribution.quotations.assign_unattributed import assign_unattributed
from hearsay.reading.attribution.quotations.directness import kind_and_quoted, score
from hearsay.reading.attribution.quotations.one_speaker import one_voice
from hearsay.reading.attribution.quotations.quotation_index import QuotationIndex, quotation_index
from hearsay.reading.attribution.quotations.quotation_marks import find_quotations
from hearsay.reading.attribution.sources.joint_sources import together
from hearsay.reading.attribution.sources.source_chains import chain, source_documents
from hearsay.reading.attribution.sources.source_types import guessed, kind_of, teller
from hearsay.reading.attribution.sources.speaking_documents import (
    gives_document,
    is_document,
    issuer,
)
from hearsay.reading.names import find_names
from hearsay.reading.times import find_times
from hearsay.syntax import Parse
from tests.factories import document


def known(analyser: Analyser, text: str, **fields: object) -> tuple[Parse, MentionIndex]:
    page = document(text, **fields)
    tree = parse_page(page, analyser.analyse(text))
    return tree, index_mentions(page, tree, find_names(page, tree))


def at(tree: Parse, word: str) -> int:
    return next(n for n, token in enumerate(tree.tokens) if token.text == word)


KINDS = [
    ("The mayor said it.", "mayor", "office"),
    ("Anna Ruiz said it.", "Anna", "person"),
    ("He said it.", "He", "person"),
    ("Two officials said it.", "officials", "anonymous"),
    ("The ministry said it.", "ministry", "institution"),
    ("The report said it.", "report", "document"),
    ("The kiln said it.", "kiln", None),
    ("We said it.", "We", None),
]


@pytest.mark.parametrize(("text", "word", "kind"), KINDS)
def test_kinds_of_tellers(analyser: Analyser, text: str, word: str, kind: str | None) -> None:
    tree, cast = known(analyser, text)
    assert kind_of(cast, at(tree, word)) == kind
    link = teller(cast, at(tree, word))
    assert (link and link.kind) == kind
    if link is not None and link.span is not None:
        assert text[link.span.start : link.span.end] == link.span.text


def test_a_kind_may_be_given_where_tables_know_none(analyser: Analyser) -> None:
    tree, cast = known(analyser, "The kiln said it.")
    link = teller(cast, at(tree, "kiln"), "institution")
    assert link is not None and (link.kind, link.text) == ("institution", "The kiln")


GUESSES = [
    ("They left.", "They", "anonymous"),
    ("It left.", "It", "institution"),
    ("Anna left.", "Anna", None),
]


@pytest.mark.parametrize(("text", "word", "kind"), GUESSES)
def test_guesses(analyser: Analyser, text: str, word: str, kind: str | None) -> None:
    tree, cast = known(analyser, text)
    assert guessed(cast, at(tree, word)) == kind


ISSUERS = [
    ("The report, issued by the ministry, said it.", "report", "ministry"),
    ("A Pentagon readout said it.", "readout", "Pentagon"),
    ("The ministry's report said it.", "report", "ministry"),
    ("The report said it.", "report", None),
    ("A report on the ministry said it.", "report", None),
]


@pytest.mark.parametrize(("text", "word", "who"), ISSUERS)
def test_who_gave_a_paper_out(analyser: Analyser, text: str, word: str, who: str | None) -> None:
    tree, cast = known(analyser, text)
    found = issuer(cast, at(tree, word))
    assert (None if found is None else tree.tokens[found].text) == who


def test_papers_are_given_out(analyser: Analyser) -> None:
    tree, _ = known(analyser, "The ministry issued a statement. The ministry burned a statement.")
    first, second = (n for n, token in enumerate(tree.tokens) if token.text == "statement")
    given = gives_document(tree, first)
    assert given is not None and tree.tokens[given].text == "issued"
    assert gives_document(tree, second) is None
    assert is_document("statement") and not is_document("kiln")


def test_a_mention_is_found_by_any_of_its_words(analyser: Analyser) -> None:
    text = "General Anna Ruiz of the Brenford Guild left. The general, Anna Ruiz, wept."
    tree, cast = known(analyser, text)
    ruiz = cast.name_of(at(tree, "Ruiz"))
    assert ruiz is not None and cast.names[ruiz].core.text == "Anna Ruiz"
    assert cast.whole(at(tree, "General")) == ruiz
    assert cast.face(ruiz).form == "name"
    assert cast.name_of(at(tree, "left")) is None and cast.whole(at(tree, "left")) is None
    apposed = mention_of(cast, at(tree, "general"))
    assert apposed is not None and cast.names[apposed].core.text == "Anna Ruiz"


PHRASES = [
    ("The old mayor of Brenford, who wept, said it.", "mayor", "The old mayor of Brenford"),
    ("Two senior officials said it.", "officials", "Two senior officials"),
    ("Iran's minister said it.", "minister", "Iran's minister"),
]


@pytest.mark.parametrize(("text", "word", "words"), PHRASES)
def test_the_phrase_of_a_source(analyser: Analyser, text: str, word: str, words: str) -> None:
    tree, _ = known(analyser, text)
    assert text[slice(*phrase(tree, at(tree, word)))] == words


def found(analyser: Analyser, text: str, **fields: object) -> list[Attribution]:
    page = document(text, **fields)
    tree = parse_page(page, analyser.analyse(text))
    return list(find_attributions(page, tree, find_names(page, tree), find_times(page, tree)))


MEDIA = [
    ("The mayor said in a statement that it was cold.", "statement"),
    ("The mayor tweeted that it was cold.", "post on Twitter"),
    ("The mayor said in an interview that it was cold.", "interview"),
    ("The mayor told reporters it was cold.", None),
    ("The mayor said the statement was cold.", None),
]


@pytest.mark.parametrize(("text", "expected"), MEDIA)
def test_what_it_was_said_in(analyser: Analyser, text: str, expected: str | None) -> None:
    tree, cast = known(analyser, text)
    told = {medium(cast, one, anonymous=False) for one in verb_candidates(tree)}
    assert told == {expected}


def test_the_day_of_the_telling_is_not_that_of_what_is_told(analyser: Analyser) -> None:
    text = "The mayor said on Monday that it would burn on Friday."
    page = document(text)
    tree = parse_page(page, analyser.analyse(text))
    by_token = times(tree, find_times(page, tree))
    (one,) = verb_candidates(tree)
    assert told_when(tree, one, by_token) == by_token[at(tree, "Monday")] == 0
    assert told_when(tree, one, {}) is None


def test_a_page_knows_its_own_outlet(analyser: Analyser) -> None:
    _, cast = known(analyser, "The Valley Press left.", outlet="The Valley Press")
    assert own(cast, "The Valley Press") and own(cast, "Valley Press")
    assert not own(cast, "Reuters") and not own(cast, "")


def indexed(analyser: Analyser, text: str) -> QuotationIndex:
    tree, _ = known(analyser, text)
    return quotation_index(tree, find_quotations(text), 0)


def assigned(analyser: Analyser, text: str) -> list[tuple[str, str, list[str]]]:
    """Each candidate with its quotations: cue, kind, contents."""
    page = indexed(analyser, text)
    rows = []
    for one in (assign_quotations(page, one) for one in verb_candidates(page.tree)):
        if one.contents and one.cue:
            kind, _ = kind_and_quoted(page, one)
            rows.append(
                (
                    text[slice(*page.tree.place(one.cue))],
                    kind,
                    [text[a:b] for a, b in one.contents],
                )
            )
    return rows


QUOTED = [
    ("“It is cold,” the mayor said.", [("said", "direct", ["“It is cold,”"])]),
    ("The mayor said: “It is cold.”", [("said", "direct", ["“It is cold.”"])]),
    (
        "The mayor said the kiln was “very cold”.",
        [("said", "mixed", ["the kiln was “very cold”"])],
    ),
    ("The mayor said the kiln was cold.", [("said", "indirect", ["the kiln was cold"])]),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_quotations_go_to_their_cues(
    analyser: Analyser, text: str, expected: list[tuple[str, str, list[str]]]
) -> None:
    assert assigned(analyser, text) == expected


def test_a_quotation_alone_goes_on_from_the_one_before(analyser: Analyser) -> None:
    text = "“It is cold,” the mayor said. “It will not burn.”"
    page = indexed(analyser, text)
    sound = [assign_quotations(page, one) for one in verb_candidates(page.tree)]
    whole = assign_unattributed(page, [one for one in sound if one.contents])
    assert [[text[a:b] for a, b in one.contents] for one in whole][-1][-1] == "“It will not burn.”"
    assert assign_unattributed(indexed(analyser, "Nobody spoke."), []) == []


def test_quotations_with_nothing_between_have_one_speaker(analyser: Analyser) -> None:
    text = "He added: “We hold on.” “We always will,” said Anna Ruiz."
    page = indexed(analyser, text)
    sound = [assign_quotations(page, one) for one in verb_candidates(page.tree)]
    statements = sorted((one for one in sound if one.contents), key=lambda one: one.start)
    sources = {one.source for one in one_voice(page.tree, statements)}
    assert len(statements) == 2 and len(sources) == 1
    assert one_voice(page.tree, []) == []


SCORES = [
    (AttributionCandidate(0, (0, 1), 0, ((0, 1),), "said", "clause"), "direct", False),
    (AttributionCandidate(0, (0, 1), 0, ((0, 1),), "said", "clause"), "indirect", True),
    (AttributionCandidate(0, (0, 1), 0, ((0, 1),), "said", "clause", tagged=0.5), "mixed", False),
    (
        AttributionCandidate(0, (0, 1), 0, ((0, 1),), "said", "tagged", ruled=False, tagged=1.5),
        "direct",
        False,
    ),
]


@pytest.mark.parametrize(("one", "kind", "nested"), SCORES)
def test_scores_are_probabilities(one: AttributionCandidate, kind: str, nested: bool) -> None:
    assert 0.0 <= score(one, kind, nested) <= 1.0
    assert score(one, kind, True) >= score(one, kind, False)


def test_surer_tags_and_agreeing_rules_make_it_likelier() -> None:
    def one(tagged: float, *, ruled: bool) -> AttributionCandidate:
        return AttributionCandidate(
            0, (0, 1), 0, ((0, 1),), "said", "clause", tagged=tagged, ruled=ruled
        )

    scores = [score(one(share, ruled=True), "mixed", False) for share in (0.2, 0.5, 0.9)]
    assert scores == sorted(scores)
    alone = score(one(0.5, ruled=False), "mixed", False)
    assert score(one(0.5, ruled=True), "mixed", False) > alone


# Edges of contents.


def test_words_outside_a_frame_are_cut(analyser: Analyser) -> None:
    page = indexed(analyser, "“It is cold,” the mayor said.")
    (quotation,) = find_quotations(page.tree.text)
    low, high = quotation.inner
    assert clipped(((low - 5, high + 5),), quotation) == ((low, high),)
    assert clipped(((high + 1, high + 5),), quotation) == ()
    assert clipped(((1, 2),), None) == ((1, 2),)


MARKS = [
    ("It is cold“", ["It is cold"]),
    ("that", []),
    ("’s", []),
    ("It is cold ", ["It is cold"]),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_marks_and_words_that_say_nothing_fall(text: str, expected: list[str]) -> None:
    kept = unmarked(((0, len(text)),), text)
    assert [text[a:b] for a, b in kept] == expected


CONTENTS = [
    (
        "The owners said on Friday they would reopen the pit.",
        without_day,
        "they would reopen the pit",
    ),
    (
        "The rebels said they held the bridge, a claim the army denied.",
        without_verdict,
        "they held the bridge",
    ),
]


@pytest.mark.parametrize(("text", "step", "expected"), CONTENTS)
def test_what_is_no_part_of_the_content(
    analyser: Analyser, text: str, step: object, expected: str
) -> None:
    page = indexed(analyser, text)
    one = next(c for c in verb_candidates(page.tree) if c.contents and c.act == "said")
    start = text.index(expected if step is without_verdict else "on Friday")
    cut = step(page, one, ((start, len(text) - 1),))  # type: ignore[operator]
    assert [text[a:b] for a, b in cut] == [expected]
    assert step(page, one, cut) == cut  # type: ignore[operator]


def test_the_clause_of_a_cue_is_no_part_of_what_is_told(analyser: Analyser) -> None:
    text = "The kiln, the mayor said, would burn."
    page = indexed(analyser, text)
    (one,) = verb_candidates(page.tree)
    assert text[slice(*clause(page, one))] == "the mayor said"
    assert without_source(page, one, ((0, len(text)),)) != ((0, len(text)),)
    assert bridged(page, one, one.contents) == one.contents


# Together.


def test_an_outer_statement_comes_before_those_in_it(analyser: Analyser) -> None:
    text = "The paper reported that the mayor had said that the kiln was cold."
    tree, cast = known(analyser, text)
    statements = arranged(tree, list(verb_candidates(tree)))
    above = parents(tree, statements)
    assert above[0] is None and all(p is None or p < n for n, p in enumerate(above))
    assert arranged(tree, statements) == statements
    kept = without_repeats(tree, cast, statements)
    assert kept and set(map(id, kept)) <= set(map(id, statements))
    assert arranged(tree, []) == parents(tree, []) == []


def test_two_who_say_a_thing_together(analyser: Analyser) -> None:
    tree, cast = known(analyser, "Anna Ruiz and Jon Esk said it was cold.")
    papers = source_documents(cast)
    (one,) = verb_candidates(tree)
    links = chain(cast, papers, one, ())
    last, joint = together(cast, papers, one, links)
    assert [link.text for link in (*last, *joint)] == ["Anna Ruiz", "Jon Esk"]


@pytest.mark.parametrize(
    "text",
    ["", "“", "””““", "said said said", "“” said", "He said “", "— said the.", "\n\n“a”\n\nHe"],
)
def test_any_text_is_read(analyser: Analyser, text: str) -> None:
    for one in found(analyser, text):
        assert text[one.span.start : one.span.end] == one.span.text
        assert one.contents and 0.0 <= one.score <= 1.0
