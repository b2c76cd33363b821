"""Days that follow from a few pages. These cases were looked at while the rules were made."""

import pytest

from tests.resolve.dating.cases import Case, check
from tests.resolve.dating.pages import evidence, page, told

CASES = [
    Case(
        "a page given its day; yesterday is the day before",
        [page("a", told("landing", "yesterday"), dates=[evidence("given", "1982-05-22")])],
        {"a": "1982-05-22 metadata", ("a", 0): "1982-05-21 derived"},
    ),
    Case(
        "a weekday is the last one before a dated page",
        [page("a", told("sinking", "on Sunday"), dates=[evidence("header", "1982-05-04")])],
        {("a", 0): "1982-05-02 derived"},
    ),
    Case(
        "the weekday of the day itself",
        [page("a", told("vote", "on Thursday"), dates=[evidence("header", "1999-06-10")])],
        {("a", 0): "1999-06-10"},
    ),
    Case(
        "a planned weekday lies ahead",
        [
            page(
                "a",
                told("summit", "on Friday", status="planned"),
                dates=[evidence("header", "1999-06-15")],
            )
        ],
        {("a", 0): "1999-06-18 derived"},
    ),
    Case(
        "a night runs into the morning after",
        [page("a", told("raid", "Saturday night"), dates=[evidence("feed", "1986-04-21")])],
        {("a", 0): "1986-04-19/1986-04-20"},
    ),
    Case(
        "a full date needs no page's day",
        [page("a", told("crossing", "July 26, 1956"))],
        {("a", 0): "1956-07-26 stated", "a": "1956-07-26/"},
    ),
    Case(
        "a dateline leaves the day after open",
        [page("a", told("speech"), dates=[evidence("dateline", "CAIRO, Nov. 6, 1956")])],
        {"a": "1956-11-06/1956-11-07 stated", ("a", 0): "/1956-11-07"},
    ),
    Case(
        "a dateline's weekday settles which of its two days",
        [
            page(
                "a",
                told("speech", "on Wednesday"),
                told("march", "on Tuesday"),
                dates=[evidence("dateline", "CAIRO, Nov. 6, 1956")],
            )
        ],
        {"a": "1956-11-07 inferred", ("a", 0): "1956-11-07", ("a", 1): "1956-11-06"},
    ),
    Case(
        "the year of a dateline by a page on the same people",
        [
            page("a", told("call", "on Tuesday"), dates=[evidence("dateline", "BONN, Oct. 1")]),
            page("b", told("visit"), dates=[evidence("given", "1991-11-03")]),
        ],
        {"a": "1991-10-01/1991-10-02 inferred", ("a", 0): "1991-10-01 inferred"},
        kin={"a": ["b"], "b": ["a"]},
    ),
    Case(
        "two years as near as each other stay open",
        [
            page("a", told("talks"), dates=[evidence("dateline", "BONN, Oct. 1")]),
            page("b", told("visit"), dates=[evidence("given", "1992-04-01")]),
        ],
        {"a": ""},
        kin={"a": ["b"], "b": ["a"]},
    ),
    Case(
        "a year with nobody to ask stays open",
        [page("a", told("talks", "on Tuesday"), dates=[evidence("dateline", "BONN, Oct. 1")])],
        {"a": "", ("a", 0): ""},
    ),
    Case(
        "pages of kin decades away give no year",
        [
            page("a", told("talks"), dates=[evidence("dateline", "BONN, Oct. 1")]),
            page("b", told("visit"), dates=[evidence("given", "1962-10-20")]),
            page("c", told("visit"), dates=[evidence("caption", "1975-01-01")]),
        ],
        {"a": ""},
        kin={"a": ["c"]},
    ),
    Case(
        "a weekday and a month-day of one event fix the years; a kindred page the year",
        [
            page(
                "a",
                told("blast", "on Friday"),
                told("bombing", "May 1"),
                told("denial", "on Saturday"),
            ),
            page("b", told("talks"), dates=[evidence("given", "1982-06-10")]),
        ],
        {"a": "1981-05-02/1981-05-03 inferred", ("a", 1): "1981-05-01 inferred"},
        links=[[("a", 0), ("a", 1)]],
        kin={"a": ["b"]},
    ),
    Case(
        "an undated page by an event that a dated page tells",
        [
            page("a", told("raid", "on Monday"), dates=[evidence("given", "1986-04-16")]),
            page("b", told("strike", "on Monday"), told("protest", "on Tuesday")),
        ],
        {"b": "1986-04-15/1986-04-16 inferred", ("b", 1): "1986-04-15 inferred"},
        links=[[("a", 0), ("b", 0)]],
    ),
    Case(
        "an undated page comes out after what it tells as past",
        [
            page("a", told("raid", "on Monday"), dates=[evidence("given", "1986-04-16")]),
            page("b", told("strike")),
        ],
        {"b": "1986-04-14/ inferred", ("b", 0): "1986-04-14 inferred"},
        links=[[("a", 0), ("b", 0)]],
    ),
    Case(
        "a page that plans what another tells as held came out before",
        [
            page("a", told("strike", "Saturday night"), dates=[evidence("given", "1999-04-26")]),
            page("b", told("strike", "on Saturday"), told("meeting", status="planned")),
            page("c", told("meeting", "on Sunday"), dates=[evidence("given", "1999-04-26")]),
        ],
        {"b": "1999-04-25 inferred", ("b", 1): "1999-04-25"},
        links=[[("a", 0), ("b", 0)], [("c", 0), ("b", 1)]],
    ),
    Case(
        "a crawler's date above the title yields to the header",
        [
            page(
                "a",
                told("flood", "on Monday"),
                dates=[evidence("masthead", "2011-02-11"), evidence("header", "2010-08-17")],
            )
        ],
        {"a": "2010-08-17 metadata", ("a", 0): "2010-08-16"},
    ),
    Case(
        "an address of the day after agrees with the header",
        [
            page(
                "a",
                told("flood"),
                dates=[evidence("url", "2010-08-18"), evidence("header", "2010-08-17")],
            )
        ],
        {"a": "2010-08-17 metadata"},
    ),
    Case(
        "an address alone gives its day",
        [page("a", told("flood"), dates=[evidence("url", "2010-08-18")])],
        {"a": "2010-08-18 metadata"},
    ),
    Case(
        "an updated line bounds the page, weekdays place it",
        [
            page(
                "a",
                told("flood", "on Tuesday"),
                told("appeal", "on Monday"),
                dates=[evidence("updated", "2010-08-18")],
            )
        ],
        {"a": "2010-08-17/2010-08-18 inferred", ("a", 0): "2010-08-17"},
    ),
    Case(
        "hours after an attack is its day or the next",
        [
            page(
                "a",
                told("attack", "on Tuesday"),
                told("call", "hours after the attack"),
                dates=[evidence("given", "1998-08-13")],
            )
        ],
        {("a", 1): "1998-08-11/1998-08-12 derived"},
    ),
    Case(
        "an event told to follow another is not before it",
        [
            page(
                "a",
                told("attack", "on Tuesday"),
                told("reply", after=((0, None, None),)),
                dates=[evidence("given", "1998-08-13")],
            )
        ],
        {("a", 1): "1998-08-11/1998-08-13"},
    ),
    Case(
        "two undated pages on one event of a dated third",
        [
            page("a", told("coup", "on Saturday"), dates=[evidence("given", "1966-01-17")]),
            page("b", told("revolt", "on Saturday"), told("curfew", "on Sunday")),
            page("c", told("curfew", "on Sunday"), told("arrest", "on Monday")),
        ],
        {("b", 1): "1966-01-16 inferred", ("c", 1): "1966-01-17 inferred"},
        links=[[("a", 0), ("b", 0)], [("b", 1), ("c", 0)]],
    ),
    Case(
        "a weekday in the date itself fixes the year with a kindred page",
        [
            page("a", told("vote", "Sunday, December 6"), told("count", "on Monday")),
            page("b", told("talks"), dates=[evidence("given", "1992-11-20")]),
        ],
        {("a", 0): "1992-12-06 inferred"},
        kin={"a": ["b"]},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_days(case: Case) -> None:
    check(case)
