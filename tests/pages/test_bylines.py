"""Bylines and credit lines."""

import pytest

from hearsay.pages.metadata.bylines import Credits, read_byline, read_credit, read_signature

BYLINES = [
    ("By Ana Sol and John Roe in Jakarta", ("Ana Sol", "John Roe"), ()),
    ("BY JANE DOE", ("Jane Doe",), ()),
    ("By JANE DOE, Associated Press", ("Jane Doe",), ("Associated Press",)),
    ("By The Associated Press", (), ("Associated Press",)),
    ("By Our Own Correspondent", (), ()),
    ("By Reuters Staff", (), ("Reuters",)),
    ("By Jane Doe | October 5, 2023", ("Jane Doe",), ()),
    ("Written by Kofi Mensah", ("Kofi Mensah",), ()),
    (
        "By Robert de la Cruz and Fatima al-Sayed for CNN",
        ("Robert de la Cruz", "Fatima al-Sayed"),
        ("CNN",),
    ),
    ("By Jane Doe, Political Editor | Published 4 March 2009 06:30", ("Jane Doe",), ()),
]


@pytest.mark.parametrize(("text", "people", "outlets"), BYLINES)
def test_byline(text: str, people: tuple[str, ...], outlets: tuple[str, ...]) -> None:
    assert read_byline(text) == Credits(people, outlets)


@pytest.mark.parametrize(
    "text", ["By Monday evening", "By Friday Night", "by ana", "Bypass closed", ""]
)
def test_no_byline(text: str) -> None:
    assert read_byline(text) is None


CREDITS = [
    ("Reporting by Ana Sol and Li Wei in Beijing; Editing by John Roe", ("Ana Sol", "Li Wei"), ()),
    (
        "ABC News' Ana Sol, Li Wei and Jo Roe contributed to this report.",
        ("Ana Sol", "Li Wei", "Jo Roe"),
        ("ABC News",),
    ),
    (
        "Associated Press writers Jane Doe in Cairo and John Q. Roe contributed to this report.",
        ("Jane Doe", "John Q. Roe"),
        ("Associated Press",),
    ),
    ("The Associated Press contributed to this report.", (), ("Associated Press",)),
    ("(With inputs from AFP and PTI)", (), ("Agence France-Presse", "Press Trust of India")),
    ("Harbour Post's Ana Sol contributed to this story.", ("Ana Sol",), ("Harbour Post",)),
    ("This article was originally published by The Conversation.", (), ("The Conversation",)),
    ("Source: AFP", (), ("Agence France-Presse",)),
    ("Source: ministry of health", (), ()),
    (
        "(Reporting by Ali Haider in Baghdad; Writing by Tom Perry; Editing by Al Wills)",
        ("Ali Haider", "Tom Perry"),
        (),
    ),
]


@pytest.mark.parametrize(("text", "people", "outlets"), CREDITS)
def test_credit(text: str, people: tuple[str, ...], outlets: tuple[str, ...]) -> None:
    assert read_credit(text) == Credits(people, outlets)


def test_signature_over_a_role() -> None:
    assert read_signature("Ana Sol", "Political correspondent") == Credits(("Ana Sol",))
    assert read_signature("ANA SOL", "Associated Press") == Credits(
        ("Ana Sol",), ("Associated Press",)
    )
    assert read_signature("Gaza City", "Israel") is None


def test_a_byline_run_into_the_report_is_no_byline() -> None:
    glued = (
        "By Ana Sol Example News, Lima The poet Juan Ruiz was found dead at his home "
        "on 25 June, 1989 by a neighbour."
    )
    assert read_byline(glued) is None
    assert read_byline("By Ana Sol, our chief correspondent for the south, in Lima.") is not None
