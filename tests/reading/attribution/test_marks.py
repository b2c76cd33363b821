"""Quotations by their marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.attribution.quotations.quotation_marks import Quotation, find_quotations


def inner(text: str, depth: int | None = 0) -> list[str]:
    found = find_quotations(text)
    return [text[slice(*q.inner)] for q in found if depth is None or q.depth == depth]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Go home,” the colonel said. “Now.”", ["Go home,", "Now."]),
        ('"Go home," the colonel said. "Now."', ["Go home,", "Now."]),
        ('""Go home,"" he said. ""Now.""', ["Go home,", "Now."]),
        ("``Go home,'' he said.", ["Go home,"]),
        ("«Go home,» he said.", ["Go home,"]),
        ("„Go home,“ he said.", ["Go home,"]),
        ("”Go home,“ he said. “Now,“ he added.", ["Go home,", "Now,"]),
        ("He said:“Go.”“Why?”", ["Go.", "Why?"]),
        (
            "The two “discuss[ed] grain and agree[d] prices.”",
            ["discuss[ed] grain and agree[d] prices."],
        ),
        ("“[The king] was never told,” she said.", ["[The king] was never told,"]),
        (' " We go , " he said .', ["We go ,"]),
    ],
)
def test_shapes(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'It's the miners' hall, not yours,' he said.", ["It's the miners' hall, not yours,"]),
        ("‘We didn’t sell,’ she said. ‘We won’t.’", ["We didn’t sell,", "We won’t."]),
        ("the dogs' bowl and the cat's", []),
        ("rock 'n' roll in the '60s", []),
        ("They chanted 'no more' and left.", ["no more"]),
    ],
)
def test_apostrophes(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_nested() -> None:
    text = "“He told me, ‘You are late,’ and left,” she said."
    assert inner(text, 0) == ["He told me, ‘You are late,’ and left,"]
    assert inner(text, 1) == ["You are late,"]
    assert inner("“She said “no” to me,” he said.", 1) == ["no"]


def test_runs_over_paragraphs() -> None:
    text = "“One.\n\n“Two.\n\n“Three.”\n\n“Four,” he said."
    found = find_quotations(text)
    assert [q.run == found[0].run for q in found] == [True, True, True, False]
    assert [q.closed for q in found] == [False, False, True, True]


def test_never_closed_ends_with_its_paragraph() -> None:
    text = "“The dam broke at noon, he said.\n\nThe river fell by evening."
    (quotation,) = find_quotations(text)
    assert not quotation.closed
    assert text[quotation.end - 8 : quotation.end] == "he said."


def test_inches_and_stray_marks() -> None:
    assert inner('A 6\'2" guard said "no".') == ["no"]
    assert inner('a word"word here') == []
    assert inner("” “ ” \"\" '' ''") == []


def test_ten_thousand_words_in_marks_end_where_they_end() -> None:
    text = f"“{'word ' * 10_000}end,” he said. The road is open.\n\n“Yes,” she said."
    found = find_quotations(text)
    assert [text[q.inner[1] - 4 : q.inner[1]] for q in found] == ["end,", "Yes,"]


@given(st.text(alphabet="“”\"'‘’«»`a. ,\n[s", max_size=60))
def test_any_text_gives_quotations_inside_it(text: str) -> None:
    for q in find_quotations(text):
        assert 0 <= q.start <= q.inner[0] < q.inner[1] <= q.end <= len(text)
        assert "\n" not in text[q.start : q.end]


def _no_crossing(quotations: tuple[Quotation, ...]) -> bool:
    return all(
        not (one.start < other.start < one.end < other.end)
        for one in quotations
        for other in quotations
    )


@given(st.text(alphabet='“”"‘’a. ', max_size=40))
def test_quotations_nest_or_stand_apart(text: str) -> None:
    assert _no_crossing(find_quotations(text))


@pytest.mark.parametrize("piece", ['"', "“", "”", "'", "‘a", '" a', "“a ”", "'a' "])
def test_long_runs_of_marks_are_read(piece: str) -> None:
    text = piece * 20_000
    assert all(q.end <= len(text) for q in find_quotations(text))
