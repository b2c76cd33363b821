"""Which mentions are one: by the words of a sentence, by names, by who speaks."""

import pytest

from hearsay.language import Analyser
from hearsay.model import Analysis, Name
from hearsay.reading.names import find_names
from hearsay.reading.names.link.antecedents import Antecedents
from hearsay.reading.names.link.appositions import link_ties
from hearsay.reading.names.link.bodies import acronyms, initialled, link_bodies
from hearsay.reading.names.link.descriptions import Descriptions
from hearsay.reading.names.link.mention_chains import Chains
from hearsay.reading.names.link.narration import Narration
from hearsay.reading.names.link.pronoun_forms import form_of
from hearsay.reading.names.link.pronouns import Pronouns, pronoun_mentions
from hearsay.reading.names.link.quotation_speakers import Speakers
from hearsay.reading.names.link.turns import Turns
from hearsay.reading.names.write_names import write_names
from hearsay.syntax import Parse, parse
from tests.factories import document
from tests.reading.names.sighting import chains_of, linked, token_at, words_of

TIES = [
    ("Olu Bako, the minister of mines, left.", [["Olu Bako", "the minister of mines"]]),
    ("The minister of mines, Olu Bako, left.", [["The minister of mines", "Olu Bako"]]),
    ("Olu Bako is the minister of mines.", [["Olu Bako", "the minister of mines"]]),
    ("Olu Bako was the minister of mines.", [["Olu Bako", "the minister of mines"]]),
    ("A man named Olu Bako left.", [["A man named Olu Bako", "Olu Bako"]]),
    ("The port of Tarnow was shut.", [["The port of Tarnow", "Tarnow"]]),
    ("Tarnow, a suburb of Lidz, was quiet.", [["Tarnow", "a suburb of Lidz"]]),
    ("The Workers' Relief Union (WRU) met.", [["Workers' Relief Union", "WRU"]]),
    ("The judge, a friend of Olu Bako, left.", [["The judge", "a friend of Olu Bako"]]),
    ("Olu Bako is not the minister of mines.", []),
    ("Olu Bako may become the minister of mines.", []),
    ("Olu Bako and the minister of mines left.", []),
    ("Olu Bako, Ana Ruiz and the minister left.", []),
    ("Olu Bako, 38, left.", []),
]


@pytest.mark.parametrize(("text", "expected"), TIES)
def test_what_a_sentence_says_is_one(
    analyser: Analyser, text: str, expected: list[list[str]]
) -> None:
    chains, tree = chains_of(analyser.analyse(text))
    link_ties(chains, tree, frozenset())
    assert linked(chains, tree) == expected


def test_a_description_tells_of_the_name_what_holds_now(analyser: Analyser) -> None:
    for text, holds in (("Olu Bako is the minister.", True), ("Olu Bako was the minister.", False)):
        chains, tree = chains_of(analyser.analyse(text))
        told = link_ties(chains, tree, frozenset())
        assert [info.offices for info in told.values()] == [("minister",)] * holds


def test_the_label_of_a_turn_is_tied_to_nothing(analyser: Analyser) -> None:
    chains, tree = chains_of(analyser.analyse("Olu Bako is the minister of mines."))
    assert link_ties(chains, tree, frozenset({chains.mentions[0].head})) == {}
    assert linked(chains, tree) == []


BODIES = [
    ("The World Health Organization met. The WHO left.", [["World Health Organization", "WHO"]]),
    (
        "The Ministry of Defence met the Defence Ministry.",
        [["Ministry of Defence", "Defence Ministry"]],
    ),
    (
        "The U.N. Security Council met. The Security Council voted.",
        [["U.N. Security Council", "Security Council"]],
    ),
    (
        "The Tarnow Steel Company sued; Tarnow Steel won.",
        [["Tarnow Steel Company", "Tarnow Steel"]],
    ),
    ("America and the United States voted.", [["America", "United States"]]),
    ("The Dutch Ministry of Defence met the Polish Ministry of Defence.", []),
    ("The Ministry of Mines met the Ministry of Health.", []),
    ("The Council of Europe met the Council of Elders. The Council left.", []),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_names_of_one_body(analyser: Analyser, text: str, expected: list[list[str]]) -> None:
    chains, tree = chains_of(analyser.analyse(text))
    link_bodies(chains, tree)
    assert linked(chains, tree) == expected


def test_initials_with_and_without_small_words(analyser: Analyser) -> None:
    chains, tree = chains_of(analyser.analyse("The Office of Works left."))
    (office,) = [m for m in chains.mentions if m.form == "name"]
    assert acronyms(tree, office) == ("OW", "OOW")
    alone, tree = chains_of(analyser.analyse("Reuters left."))
    assert acronyms(tree, alone.mentions[0]) == ()


def test_initials_that_the_model_left_unread(analyser: Analyser) -> None:
    tree = parse(analyser.analyse("The Tarnow Relief Union met. Nobody asked TRU for bread."))
    named = [m for m in Chains(chains_of(tree.analysis)[0].mentions).mentions if m.form == "name"]
    bodies = [m for m in named if m.kind == "organization" and m.last - m.first > 1]
    found = list(initialled(tree, bodies))
    assert [words_of(tree, m.first, m.last) for m in found] == ["TRU"]
    assert list(initialled(tree, [])) == []


SPEAKERS = [
    ("“We left,” said Olu Bako. “We will be back.”", ["Olu Bako", "Olu Bako"]),
    ("Olu Bako said: “We left.”", ["Olu Bako"]),
    ("“We left. She stayed,” Olu Bako told Ana Ruiz.", ["Olu Bako"]),
    ("“We left.” Nobody knows who said it.", [None]),
    ("“We left,” Olu Bako said.\n\n“We stayed.”", ["Olu Bako", None]),
    ("Olu Bako left.", []),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_whose_words_a_quotation_is(
    analyser: Analyser, text: str, expected: list[str | None]
) -> None:
    chains, tree = chains_of(analyser.analyse(text))
    speakers = Speakers.of(chains, tree, Turns.of(tree))
    opened = [number for number, quote in enumerate(tree.quote) if quote == number]
    told = [speakers.speaker(chains, number) for number in opened]
    mentions = [None if n is None else chains.mentions[n] for n in told]
    assert [m and words_of(tree, m.first, m.last) for m in mentions] == expected


def test_turns_of_a_transcript_have_their_speakers(analyser: Analyser) -> None:
    text = "OLU BAKO: We left.\n\nANA RUIZ: We stayed.\n\nOLU BAKO: Why?"
    chains, tree = chains_of(analyser.analyse(text))
    speakers = Speakers.of(chains, tree, Turns.of(tree))
    stayed = speakers.speaker(chains, tree.starts.index(text.index("stayed")))
    assert stayed is not None and tree.word(chains.mentions[stayed].first) == "ana"
    assert len(speakers.labels) >= 6


PRONOUNS = [
    ("He saw it.", [("He", "person", False, "m"), ("it", "organization", False, None)]),
    ("She saw them.", [("She", "person", False, "f"), ("them", "group", True, None)]),
    ("It seems that nobody knows.", []),
    ("They told US officials about IT firms.", [("They", "group", True, None)]),
    ("Nobody saw each other.", []),
]


@pytest.mark.parametrize(("text", "expected"), PRONOUNS)
def test_pronouns_that_may_refer(
    analyser: Analyser, text: str, expected: list[tuple[object, ...]]
) -> None:
    tree = parse(analyser.analyse(text))
    found = [
        (words_of(tree, m.first, m.last), m.kind, m.plural, m.told.gender)
        for m in pronoun_mentions(tree)
    ]
    assert found == expected


def parts(analyser: Analyser, text: str) -> tuple[Chains, Parse, Turns]:
    chains, tree = chains_of(analyser.analyse(text))
    return chains, tree, Turns.of(tree)


FITTING = [
    ("Ana Ruiz met Jon Esk. She left.", "She", {"Ana Ruiz", "Jon Esk"}),
    ("Mrs. Ruiz met Mr. Esk. She left.", "She", {"Mrs. Ruiz"}),
    ("Mrs. Ruiz met Mr. Esk. He left.", "He", {"Mr. Esk"}),
    ("Mr. Esk saw him.", "him", set()),
    ("Toyota shut a plant. It left.", "It", {"Toyota", "a plant", "plant"}),
]


@pytest.mark.parametrize(("text", "pronoun", "expected"), FITTING)
def test_candidates_agree(analyser: Analyser, text: str, pronoun: str, expected: set[str]) -> None:
    chains, tree, turns = parts(analyser, text)
    antecedents = Antecedents(chains, tree, Speakers.of(chains, tree, turns))
    number = next(
        n
        for n, m in enumerate(chains.mentions)
        if m.form == "pronoun" and words_of(tree, m.first, m.last) == pronoun
    )
    for earlier in range(number):
        antecedents.add(earlier)
    form = form_of(pronoun)
    assert form is not None
    found = {
        words_of(tree, chains.mentions[other].first, chains.mentions[other].last)
        for other, _ in antecedents.candidates(number, form)
    }
    assert found <= expected and bool(found) == bool(expected)


def test_a_pronoun_is_joined_where_one_stands_out_and_the_link_has_a_share(
    analyser: Analyser,
) -> None:
    chains, tree, turns = parts(analyser, "Mrs. Ruiz met the crew. She left.")
    pronouns = Pronouns(chains, tree, turns)
    for number in range(len(chains.mentions)):
        pronouns.link(number)
    assert ["Mrs. Ruiz", "She"] in linked(chains, tree)
    assert all(0 < share <= 1 for share in pronouns.sure.values()) and pronouns.sure


TAKEN_UP = [
    (
        "Defence Minister Olu Bako left. The defence minister wept.",
        ["Defence Minister Olu Bako", "The defence minister"],
    ),
    ("A senior official left. The official wept.", ["A senior official", "The official"]),
    ("The Tarnow court ruled. The court sat late.", ["The Tarnow court", "The court"]),
]


@pytest.mark.parametrize(("text", "expected"), TAKEN_UP)
def test_descriptions_take_up_what_came_before(
    analyser: Analyser, text: str, expected: list[str]
) -> None:
    chains, tree = chains_of(analyser.analyse(text))
    descriptions = Descriptions(chains, tree)
    for number in range(len(chains.mentions)):
        descriptions.link(number)
    assert expected in linked(chains, tree)


COMPETING = [
    "Minister Olu Bako met Minister Jon Esk. The minister wept.",
    "A senior official left. A official of the port wept.",
]


@pytest.mark.parametrize("text", COMPETING)
def test_where_two_compete_none_is_taken(analyser: Analyser, text: str) -> None:
    chains, tree = chains_of(analyser.analyse(text))
    descriptions = Descriptions(chains, tree)
    for number in range(len(chains.mentions)):
        descriptions.link(number)
    assert linked(chains, tree) == []


def names(analyser: Analyser, text: str) -> tuple[Name, ...]:
    return find_names(document(text), parse(analyser.analyse(text)))


def test_things_are_not_written_and_the_best_name_is_that_of_the_chain(
    analyser: Analyser,
) -> None:
    text = "Gen. Ana Ruiz ate bread. Ruiz left with it."
    found = names(analyser, text)
    assert [name.span.text for name in found] == ["Gen. Ana Ruiz", "Ruiz"]
    assert {name.canonical for name in found} == {"Ana Ruiz"}
    assert {name.chain for name in found} == {0}


def test_nothing_is_written_of_nothing() -> None:
    tree = parse(Analysis("x", (), ()))
    assert write_names(document("x"), Chains([]), tree, {}, {}) == ()


def test_the_telling_goes_on_around_what_is_quoted(analyser: Analyser) -> None:
    text = "Olu Bako rose. “It is cold. Nobody slept,” he said. The crowd left."
    _, tree = chains_of(analyser.analyse(text))
    narration = Narration.of(tree)
    bako, he, crowd = (token_at(tree, word) for word in ("Olu", "he", "crowd"))
    assert he in narration.tellers and bako not in narration.tellers
    sentences, words = narration.apart(tree, he, bako)
    assert sentences == 1 and words == 3
    assert narration.apart(tree, crowd, bako)[0] == 2
    cold = token_at(tree, "cold")
    assert narration.apart(tree, cold, bako) == (tree.sentence[cold], cold - bako)
