"""Who relays whom, and which verb goes on with the telling."""

import pytest

from hearsay.language import Analyser
from tests.reading.attribution.reader import told


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "The Evening Post quoted a customs officer as saying that the crates were empty.",
            ("Evening Post", "a customs officer"),
        ),
        (
            "Captain Ellis Moran was quoted by the Harbour Gazette as saying fog hid the reef.",
            ("Harbour Gazette", "Captain Ellis Moran"),
        ),
        (
            "The consul, quoted by the Harbour Gazette, said that the visas were valid.",
            ("Harbour Gazette", "The consul"),
        ),
        (
            "The Sun quoted a stable boy saying the horse was lame.",
            ("The Sun", "a stable boy"),
        ),
    ],
)
def test_who_quotes_stands_before_who_is_quoted(
    analyser: Analyser, text: str, chain: tuple[str, ...]
) -> None:
    (one,) = told(analyser, text)
    assert one.chain == chain


def test_what_is_cited_is_a_source_and_no_content(analyser: Analyser) -> None:
    text = (
        "The news agency Baltika reported, citing the Board of Trade, that one of the mills had "
        "burned and that the other was shut."
    )
    (one,) = told(analyser, text)
    assert one.cue == "reported"
    assert one.kinds == ("outlet", "institution")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The surveyor told councillors the bridge was sinking and urged them to close it.",
            "The surveyor",
        ),
        (
            "The study finds that the river flooded twice and recommends that the wall be raised.",
            "The study",
        ),
        (
            "The admiral said the harbour was closed and warned that mines had been laid.",
            "The admiral",
        ),
    ],
)
def test_a_verb_that_goes_on_with_the_telling_is_the_tellers(
    analyser: Analyser, text: str, speaker: str
) -> None:
    first, second = told(analyser, text)
    assert first.chain == second.chain == (speaker,)
    assert second.cue not in first.content


def test_a_verb_of_one_who_is_told_of_stays_with_him(analyser: Analyser) -> None:
    text = "Detectives said that the clerk met the couriers and told them to burn the ledgers."
    first, second = told(analyser, text)
    assert "burn the ledgers" in first.content
    assert second.chain == ("Detectives", "the clerk")
