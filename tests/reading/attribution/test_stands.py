"""What is no statement, where the words of one end, and turns of a transcript."""

import pytest

from hearsay.language import Analyser
from tests.reading.attribution.reader import told


@pytest.mark.parametrize(
    "text",
    [
        "The keeper loves her garden, hates the wind and is normally loath to leave the rock.",
        "The driver, who asked not to be named, spoke for an hour.",
        "The sergeant read the statement. He said it three times.",
        "The dockers called a strike.",
        "Neither the buyer nor the seller disclosed the price.",
    ],
)
def test_attitudes_and_empty_words_are_none(analyser: Analyser, text: str) -> None:
    assert not told(analyser, text)


def test_a_quotation_of_two_words_is_one(analyser: Analyser) -> None:
    found = told(analyser, 'Asked if he would step down, Governor Lamont said: "Not today."')
    assert [one.content for one in found if one.kind == "direct"] == ['"Not today."']


def test_a_quotation_is_its_nearest_cues(analyser: Analyser) -> None:
    text = "A third, who feared reprisals and would give no name, said: “They took my son.”"
    (one,) = [one for one in told(analyser, text) if one.kind == "direct"]
    assert (one.cue, one.kinds) == ("said", ("anonymous",))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The rebels said they held the bridge, a claim the army denied within the hour.",
            "they held the bridge",
        ),
        ("“It is over,” Maud Lacey said, and much of that was the snow's doing.", "“It is over,”"),
        ("The owners said on Friday they would reopen the pit.", "they would reopen the pit"),
        (
            "Port boss: 'We cannot pay' Leaders of the dockers said they would not return.",
            "they would not return",
        ),
    ],
)
def test_the_content_ends_where_another_speaks(analyser: Analyser, text: str, content: str) -> None:
    assert content in [one.content for one in told(analyser, text)]


def test_a_speaker_may_stand_behind_the_cue(analyser: Analyser) -> None:
    text = "“If they come,” warned the abbot, “we will ring the bell.”"
    (one,) = told(analyser, text)
    assert (one.chain, one.kinds) == (("the abbot",), ("office",))
    assert one.content == "“If they come,” / “we will ring the bell.”"


@pytest.mark.parametrize(
    "behind",
    [
        "The words are those of Marta Quispe, a nurse who spent nine days on the ward.",
        "That is how Marta Quispe, 58, a lorry driver, remembers the crossing.",
    ],
)
def test_whose_a_paragraph_was_may_be_told_in_the_next(analyser: Analyser, behind: str) -> None:
    found = told(analyser, f"“We were never asked.”\n\n{behind}")
    (one,) = [one for one in found if one.kind == "direct"]
    assert (one.content, one.chain) == ("“We were never asked.”", ("Marta Quispe",))


def test_a_closing_cue_tells_a_cue_before_it(analyser: Analyser) -> None:
    text = "The bank concluded last year that the notes were forged, two former clerks said."
    _outer, inner = told(analyser, text)
    assert inner.content == "that the notes were forged"
    assert inner.chain == ("two former clerks", "The bank")


def test_a_headline_with_a_colon_ends_with_its_paragraph(analyser: Analyser) -> None:
    text = (
        "Interior Minister Petra Hollis: Border stays\n\n"
        "The border at Kesh will stay until the talks end, Interior Minister Petra Hollis said."
    )
    assert not any("\n" in one.content for one in told(analyser, text))


def test_turns_of_a_transcript_are_direct_and_told_once(analyser: Analyser) -> None:
    text = (
        "SEN. MARIA OKAFOR: Did you sign the order before the ship sailed?\n\n"
        "MR. DELANEY: I signed it the night before. I did not read it.\n\n"
        "SEN. OKAFOR: The committee thanks you for your candour, sir."
    )
    turns = [one for one in told(analyser, text) if one.cue == ":"]
    assert [(one.kind, one.act) for one in turns] == [
        ("direct", "asked"),
        ("direct", "said"),
        ("direct", "said"),
    ]
    assert "DELANEY" in turns[1].chain[-1]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("State media said that the pipeline was safe.", "outlet"),
        ("The Star said that the mayor had resigned.", "outlet"),
        ("Three delegates said that no vote was taken.", "anonymous"),
        ("A pal of the singer said that she was well.", "anonymous"),
        ('"He knew," one muttered.', "anonymous"),
        ("The coast guard said that the boat was empty.", "institution"),
    ],
)
def test_kinds_of_tellers(analyser: Analyser, text: str, kind: str) -> None:
    (one,) = told(analyser, text)
    assert one.kinds == (kind,)
