"""One screen a story: the weightiest lines, in their own order, and a count of the others."""

from dataclasses import replace

from hearsay.publish.brief import Brief, BriefSource, Line, Quote, StoryBrief, make_brief
from hearsay.publish.render import render
from hearsay.publish.selection import MOST, SCREEN, one_screen
from tests.resolutions import resolution

MANY = 40


def line(number: int, weight: float = 0.0) -> Line:
    text = f"Sentence {number}."
    return Line(f"May {number}", text, None, 1, (Quote(number % 12 + 1, "words"),), weight)


def source(number: int) -> BriefSource:
    return BriefSource(number, f"Page {number}", "outlet", "May 1, 1931", "stated", "", (), None)


def long_story() -> StoryBrief:
    lines = tuple(line(number, float(number % 7)) for number in range(MANY))
    sources = tuple(source(number) for number in range(1, 13))
    return StoryBrief("A strike", "May", 12, 12, lines, lines, lines, (), (), (), sources)


def test_a_long_story_fits_one_screen() -> None:
    brief = one_screen(Brief(12, 12, (long_story(),)))
    assert len(render(brief, width=100, words=False).splitlines()) <= SCREEN + 5
    (story,) = brief.stories
    assert 3 <= len(story.happened) <= MOST["happened"]
    shown = sum(map(len, (story.happened, story.figures, story.said, story.sources)))
    assert story.left_out + shown == 3 * MANY + 12


def test_the_weightiest_lines_stay_in_their_order() -> None:
    (story,) = one_screen(Brief(12, 12, (long_story(),))).stories
    assert {each.weight for each in story.happened} <= {6.0, 5.0}
    places = [long_story().happened.index(each) for each in story.happened]
    assert places == sorted(places)


def test_what_two_copies_say_stands_once() -> None:
    twice = replace(long_story(), happened=(line(1), line(1), line(2)))
    (story,) = one_screen(Brief(12, 12, (twice,))).stories
    assert [each.text for each in story.happened] == ["Sentence 1.", "Sentence 2."]


def test_a_short_brief_loses_nothing() -> None:
    brief = make_brief(resolution())
    assert one_screen(brief) == brief


def test_the_words_are_shown_when_asked_for() -> None:
    brief = make_brief(resolution())
    assert "Guards shot at strikers" in render(brief, words=True)
    assert "“Guards shot at strikers in Arden”" not in render(brief, words=False)
