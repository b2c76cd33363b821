"""The words that mentions may hold are those that the tables give, and an unknown one is named."""

from typing import get_args, get_origin

import pytest

from hearsay.model import mention_vocabulary
from hearsay.model.mention_vocabulary import CueFrame
from hearsay.ontology import known_word, rows, table
from hearsay.reading.attribution.cues.cue_tables import verbs
from hearsay.reading.events.candidates.event_lexicon import lexicon, retyped

VOCABULARIES = {
    name: get_args(kind) for name, kind in vars(mention_vocabulary).items() if get_origin(kind)
}


@pytest.mark.parametrize("name", VOCABULARIES)
def test_no_word_stands_twice(name: str) -> None:
    assert len(set(VOCABULARIES[name])) == len(VOCABULARIES[name]) > 1


def test_the_frames_of_cues_are_words_of_the_vocabulary() -> None:
    frames = {frame for cue in verbs().values() for frame in cue.acts}
    assert frames < set(get_args(CueFrame))


def test_an_unknown_word_is_named_with_its_file_its_row_and_what_is_allowed() -> None:
    with pytest.raises(ValueError, match=r'cues\.toml, "hum": .hummed. is none .*said, asked'):
        known_word("hummed", ("said", "asked"), "cues.toml", "hum")


def test_an_unknown_type_in_the_lexicon_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {**rows("lexicon")[0], "type": "SING", "roles": ""}
    types = {**table("plover"), "SING": table("plover")["AGREE"]}
    monkeypatch.setitem(lexicon.__wrapped__.__globals__, "rows", lambda name: (row,))
    monkeypatch.setitem(lexicon.__wrapped__.__globals__, "table", lambda name: types)
    with pytest.raises(ValueError, match=r"lexicon\.tsv.*SING.*AGREE, CONSULT"):
        lexicon.__wrapped__()


def test_an_act_told_by_another_type_has_one_of_the_record() -> None:
    assert retyped("planned_as")["CONSULT"] == "AGREE"
    assert retyped("refused_as")["SUPPORT"] == "REJECT"
