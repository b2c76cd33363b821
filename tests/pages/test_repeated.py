"""Paragraphs that stand twice: one copy always stays."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.pages.layout.repeated import repeated
from tests.limits import within

KILN = "The kiln at Brenford was lit again on Thursday by the mayor and two potters."
FERRY = "A ferry from Oslet brought four hundred visitors who slept in the school that night."
BRIDGE = "Nobody knows yet who will pay for the bridge that the council wants to build."
GUILD = "The guild asked for quiet on the hill until the last bowl has been taken out."
MENU = "Home"


def dropped(*lines: str) -> dict[int, int]:
    return repeated(lines, [line != MENU for line in lines])


def test_nothing_is_dropped_from_a_page_that_says_everything_once() -> None:
    assert dropped() == dropped(KILN) == dropped(KILN, FERRY, BRIDGE) == {}


def test_of_two_copies_in_one_run_the_first_stays() -> None:
    assert dropped(KILN, FERRY, KILN) == {2: 0}


def test_letters_and_marks_make_no_difference() -> None:
    shouted = KILN.upper().replace(" ", "  ").replace(".", "!")
    assert dropped(KILN, FERRY, shouted) == {2: 0}


def test_the_copy_in_the_fuller_run_stays() -> None:
    away = [MENU] * 6
    assert dropped(KILN, *away, KILN, FERRY, BRIDGE) == {0: 7}
    assert dropped(KILN, FERRY, BRIDGE, *away, KILN) == {9: 0}


def test_a_short_sentence_may_stand_twice() -> None:
    assert dropped("He did not say why.", KILN, "He did not say why.") == {}


def test_what_is_no_prose_is_never_compared() -> None:
    assert repeated([KILN, KILN, KILN], [True, False, False]) == {}


def test_a_teaser_yields_to_the_paragraph_it_opens() -> None:
    teaser = " ".join(KILN.split()[:9]) + "..."
    assert dropped(teaser, FERRY, KILN) == {0: 2}
    assert dropped(teaser.replace("...", " …"), FERRY, KILN) == {0: 2}
    assert dropped(teaser, FERRY, BRIDGE) == {}


def test_an_article_in_one_piece_yields_to_its_paragraphs() -> None:
    whole = f"{KILN} {FERRY} {BRIDGE}"
    gone = dropped(whole, KILN, FERRY, BRIDGE)
    assert set(gone) == {0} and gone[0] in (1, 2, 3)


def test_a_second_copy_of_the_whole_article_goes_as_one() -> None:
    page = [KILN, FERRY, BRIDGE, MENU, KILN, FERRY, BRIDGE, GUILD]
    gone = dropped(*page)
    assert set(gone) == {0, 1, 2}, "the copy that goes on with the guild is the fuller one"


_LINES = st.lists(st.sampled_from([KILN, FERRY, BRIDGE, GUILD, MENU, f"{KILN} {FERRY}"]))


@settings(max_examples=200, deadline=None)
@given(_LINES)
def test_every_paragraph_dropped_is_told_by_one_that_stays(lines: list[str]) -> None:
    gone = dropped(*lines)
    for number, kept in gone.items():
        assert number != kept and lines[number] != MENU != lines[kept]
    told = " ".join(line for number, line in enumerate(lines) if number not in gone)
    for line in lines:
        assert line in told or (line == f"{KILN} {FERRY}" and KILN in told and FERRY in told)


@settings(max_examples=100, deadline=None)
@given(_LINES)
def test_what_stays_has_nothing_more_to_drop(lines: list[str]) -> None:
    gone = dropped(*lines)
    kept = [line for number, line in enumerate(lines) if number not in gone]
    assert dropped(*kept) == {}


def test_a_page_of_one_sentence_a_thousand_times_is_judged_at_once() -> None:
    with within(10):
        assert len(dropped(*[KILN] * 5_000)) == 4_999
        numbered = [f"{KILN} It was number {n}." for n in range(3_000)]
        dropped(*numbered)
