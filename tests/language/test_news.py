"""What the shipped model makes of news sentences of our own: most must be read right.

`python -m tests.language.news` prints the shares by category.
"""

import pytest

from hearsay.language import Analyser
from hearsay.model import Analysis
from tests.language.news import (
    HALVES,
    Line,
    Outcome,
    asked_words,
    judgements,
    lines,
    outcomes,
    share,
    table,
)

# Categories by what is asked of the reader. Few checks to a category, so groups have the floors.
GROUPS = {
    "plain": ("plain",),
    "forms of news": (
        "headlines",
        "datelines",
        "scores and captions",
        "lists",
        "questions and live pages",
    ),
    "quotations": ("quotation marks", "paragraphs", "tellers", "who did what"),
    "names": ("appositions", "foreign names", "nationality and state"),
    "things named": ("weapons", "facilities"),
    "odd writing": (
        "translated",
        "lower case",
        "missing spaces",
        "abbreviations",
        "numbers",
        "compounds",
        "dots and brackets",
        "web",
    ),
}
# Percent right at least, open and held: what the shipped weights reach less two or three answers.
# A floor only goes up, or down with a reason. Nothing is tuned or chosen by the held half.
BY_GROUP = {
    "plain": (92.0, None),
    "forms of news": (89.5, 88.0),
    "quotations": (87.5, 89.0),
    "names": (88.5, 87.0),
    "things named": (60.5, 54.5),
    "odd writing": (93.5, 89.0),
}
BY_KIND = {
    "sentences": (95.0, 95.0),
    "names": (83.0, 74.0),
    "tree": (95.5, 90.5),
    "roles": (77.5, 80.5),
    "tellers": (87.0, 82.0),
}


@pytest.fixture(scope="module")
def judged(analyser: Analyser) -> dict[str, list[Outcome]]:
    return {half: list(outcomes(list(lines(half)), analyser)) for half in HALVES}


@pytest.mark.parametrize("group", GROUPS)
def test_groups(group: str, judged: dict[str, list[Outcome]]) -> None:
    for half, floor in zip(HALVES, BY_GROUP[group], strict=True):
        own = [one for one in judged[half] if one.line.category in GROUPS[group]]
        assert floor is None or share(own) >= floor, _wrong(judged, own)


@pytest.mark.parametrize("kind", BY_KIND)
def test_kinds(kind: str, judged: dict[str, list[Outcome]]) -> None:
    for half, floor in zip(HALVES, BY_KIND[kind], strict=True):
        own = [one for one in judged[half] if one.kind == kind]
        assert share(own) >= floor, _wrong(judged, own)


def _wrong(judged: dict[str, list[Outcome]], own: list[Outcome]) -> str:
    """The table, and what was read wrong."""
    wrong = (f"{one.check}  in: {one.line.text}" for one in own if not one.right)
    return "\n".join([table(judged), "", *wrong])


def test_the_set_is_large_and_every_category_has_a_floor() -> None:
    asked = [line for half in HALVES for line in lines(half)]
    assert len(asked) >= 300
    assert len({line.text for line in asked}) == len(asked)
    assert {line.category for line in asked} == {c for own in GROUPS.values() for c in own}


def test_checks_are_of_the_text() -> None:
    for line in [line for half in HALVES for line in lines(half)]:
        for check in line.checks:
            for words in asked_words(check):
                assert words in line.text, (check, line.text)


def test_a_wrong_answer_is_seen() -> None:
    """An analysis that found nothing meets no check but those that ask for nothing."""
    line = Line("plain", "Tonga rebelled.", (0,), ("state: Tonga", "root(rebelled)", "only"))
    nothing = Analysis("Tonga rebelled.", (), ())
    assert [one.right for one in judgements(line, nothing)] == [False, False, False, True]
