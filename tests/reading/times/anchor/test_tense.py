"""Whether the words around an expression tell of what was or of what is to come."""

import pytest

from hearsay.language import Analyser
from hearsay.reading.times.anchor import tense
from hearsay.reading.times.anchor.tense import awaits, defers, is_moved, outlook, sets_out, upwards
from hearsay.reading.times.sentence_atoms import SentenceAtoms
from tests.reading.times import flat
from tests.reading.times.building import marked, place, sentence

OUTLOOKS = [
    ("The potters met the mayor on [Friday].", "past"),
    ("The potters will meet the mayor on [Friday].", "future"),
    ("The potters plan to meet the mayor on [Friday].", "future"),
    ("The potters meet the mayor on [Friday].", "future"),
    ("The mayor wants to see the kiln on [Friday].", "future"),
    ("The vote is on [Sunday].", "future"),
    ("The vote was on [Sunday].", "past"),
    ("The fee has been due since [Sunday].", "past"),
    ("The court is expected to rule on [Tuesday].", "future"),
    ("A strike is scheduled for [Tuesday].", "future"),
    ("The mayor could not be reached on [Tuesday].", "past"),
    ("Guests arriving [Tuesday] will find the kiln cold.", "future"),
    ("The first ships to arrive on [Tuesday] were empty.", "past"),
]


def at(analyser: Analyser, text: str) -> tuple[SentenceAtoms, int]:
    plain, words = marked(text)
    context = sentence(analyser.analyse(plain))
    return context, place(context, words)


@pytest.mark.parametrize(("text", "expected"), OUTLOOKS)
def test_the_outlook_is_that_of_the_governing_verb(
    analyser: Analyser, text: str, expected: str
) -> None:
    assert outlook(*at(analyser, text)) == (expected, True)


def test_what_hangs_on_a_noun_is_not_told_of_directly(analyser: Analyser) -> None:
    assert outlook(*at(analyser, "[Sunday]'s bombing ruined the kiln.")) == ("past", False)


def test_a_sentence_without_a_verb_tells_nothing(analyser: Analyser) -> None:
    assert outlook(*at(analyser, "The kiln of [Friday]."))[0] is None


FLAT = [
    ("They landed on Friday", "past"),
    ("They will land on Friday", "future"),
    ("They may land on Friday", None),
    ("A landing planned for Friday", "future"),
    ("The landing of Friday", None),
]


@pytest.mark.parametrize(("text", "expected"), FLAT)
def test_without_a_tree_the_last_verb_before_it_decides(text: str, expected: str | None) -> None:
    context = sentence(flat.analyse(text))
    told, direct = outlook(context, place(context, "Friday"))
    assert direct and (told == expected or (expected is None and "may" in text))


ASKED = [
    (defers, "The match was postponed until [Tuesday].", "The match was played on [Tuesday]."),
    (sets_out, "The guild announced a strike from [Monday].", "The guild ended a strike [Monday]."),
    (awaits, "Both sides campaigned ahead of [Sunday]'s vote.", "Both sides lost [Sunday]'s vote."),
    (
        awaits,
        "The town braced for [Thursday]'s ruling.",
        "The town laughed at [Thursday]'s ruling.",
    ),
    (
        is_moved,
        "The fair was moved from [May 1] to June 3.",
        "The fair ran from [May 1] to June 3.",
    ),
]


@pytest.mark.parametrize(("asked", "yes", "no"), ASKED, ids=lambda value: str(value)[:20])
def test_verbs_that_put_off_plan_and_await(
    analyser: Analyser, asked: object, yes: str, no: str
) -> None:
    assert asked(*at(analyser, yes))  # type: ignore[operator]
    assert not asked(*at(analyser, no))  # type: ignore[operator]


def test_the_way_up_ends_at_a_root_or_after_some_steps(
    analyser: Analyser, monkeypatch: pytest.MonkeyPatch
) -> None:
    context, atom = at(analyser, "The mayor said the guild wanted to light the kiln on [Friday].")
    above = [token.text for token, _ in upwards(context, context.token(atom))]
    assert above == ["Friday", "light", "wanted", "said"]
    monkeypatch.setattr(tense, "_STEPS", 2)
    assert [token.text for token, _ in upwards(context, context.token(atom))] == ["Friday", "light"]
