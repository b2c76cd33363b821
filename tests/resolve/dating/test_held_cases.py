"""Days that follow from a few pages. No rule was made or changed for one of these cases."""

import pytest

from tests.resolve.dating.cases import Case, check
from tests.resolve.dating.pages import evidence, page, told

CASES = [
    Case(
        "today on a dated page",
        [page("a", told("surrender", "today"), dates=[evidence("feed", "1982-06-14")])],
        {("a", 0): "1982-06-14 derived"},
    ),
    Case(
        "last Monday on a Monday is a week before",
        [page("a", told("ruling", "last Monday"), dates=[evidence("markup", "2000-12-11")])],
        {("a", 0): "2000-12-04"},
    ),
    Case(
        "a month-day near the turn of the year",
        [page("a", told("crash", "December 21"), dates=[evidence("header", "1989-01-04")])],
        {("a", 0): "1988-12-21 derived"},
    ),
    Case(
        "a month-day still to come",
        [
            page(
                "a",
                told("election", "February 25", status="planned"),
                dates=[evidence("header", "1989-12-20")],
            )
        ],
        {("a", 0): "1990-02-25"},
    ),
    Case(
        "since a day: from then to the page's own",
        [page("a", told("siege", "since April 6"), dates=[evidence("header", "1992-04-20")])],
        {("a", 0): "1992-04-06/1992-04-20"},
    ),
    Case(
        "overnight Monday",
        [page("a", told("shelling", "overnight Monday"), dates=[evidence("given", "1992-05-27")])],
        {("a", 0): "1992-05-25/1992-05-26"},
    ),
    Case(
        "a mention with no time is before the page",
        [page("a", told("betrayal"), dates=[evidence("given", "1992-05-27")])],
        {("a", 0): "/1992-05-27 derived"},
    ),
    Case(
        "a mention of a plan with no time is after the page",
        [page("a", told("parade", status="planned"), dates=[evidence("given", "1992-05-27")])],
        {("a", 0): "1992-05-27/"},
    ),
    Case(
        "a denied thing has no day",
        [page("a", told("ambush", status="denied"), dates=[evidence("given", "1992-05-27")])],
        {("a", 0): ""},
    ),
    Case(
        "nothing at all is known of a page",
        [page("a", told("ambush", "on Friday"))],
        {"a": "", ("a", 0): ""},
    ),
    Case(
        "a picture bounds the page from below",
        [page("a", told("quake"), dates=[evidence("caption", "1985-09-20")])],
        {"a": "1985-09-20/"},
    ),
    Case(
        "a copyright year is the latest year",
        [page("a", told("quake"), dates=[evidence("copyright", "1985")])],
        {"a": "/1985-12-31"},
    ),
    Case(
        "a day no calendar has is refused, not repaired",
        [page("a", told("quake"), dates=[evidence("header", "February 30, 1985")])],
        {"a": ""},
    ),
    Case(
        "the user is believed against the page",
        [
            page(
                "a",
                told("quake", "on Thursday"),
                dates=[evidence("header", "1986-09-21"), evidence("given", "1985-09-21")],
            )
        ],
        {"a": "1985-09-21 metadata", ("a", 0): "1985-09-19"},
    ),
    Case(
        "a dateline against the address: the day both allow",
        [
            page(
                "a",
                told("coup"),
                dates=[evidence("dateline", "LAGOS, Jan. 15, 1966"), evidence("url", "1966-01-16")],
            )
        ],
        {"a": "1966-01-16"},
    ),
    Case(
        "a link takes the days on which its pages agree",
        [
            page("a", told("blast", "Saturday night"), dates=[evidence("given", "1983-10-24")]),
            page("b", told("bombing", "on Sunday"), dates=[evidence("given", "1983-10-24")]),
        ],
        {0: "1983-10-23"},
        links=[[("a", 0), ("b", 0)]],
    ),
    Case(
        "pages that contradict each other both keep their words",
        [
            page("a", told("blast", "on Saturday"), dates=[evidence("given", "1983-10-24")]),
            page("b", told("bombing", "on Sunday"), dates=[evidence("given", "1983-10-24")]),
        ],
        {("a", 0): "1983-10-22", ("b", 0): "1983-10-23"},
        links=[[("a", 0), ("b", 0)]],
    ),
    Case(
        "a full date outweighs a weekday of another page",
        [
            page("a", told("blast", "on Saturday"), dates=[evidence("given", "1983-10-24")]),
            page("b", told("bombing", "October 23, 1983"), dates=[evidence("given", "1983-10-30")]),
        ],
        {0: "1983-10-23 stated"},
        links=[[("a", 0), ("b", 0)]],
    ),
    Case(
        "an event in a planned week is not taken for a past one",
        [
            page("a", told("summit", "on Friday", status="planned")),
            page("b", told("summit", "on Friday"), dates=[evidence("given", "1985-11-23")]),
        ],
        {"a": "1985-11-16/1985-11-22"},
        links=[[("a", 0), ("b", 0)]],
    ),
    Case(
        "days after an event of another page",
        [
            page("a", told("quake", "on Thursday"), dates=[evidence("given", "1985-09-20")]),
            page(
                "b",
                told("quake", "on Thursday"),
                told("rescue", "days after the quake"),
                dates=[evidence("given", "1985-09-24")],
            ),
        ],
        {("b", 1): "1985-09-21/1985-09-24"},
        links=[[("a", 0), ("b", 0)]],
    ),
    Case(
        "a date told beside its weekday agrees with the page's day",
        [page("a", told("vote", "Sunday, December 6"), dates=[evidence("given", "1992-12-09")])],
        {("a", 0): "1992-12-06 derived"},
    ),
    Case(
        "a page learns its day through two others",
        [
            page("a", told("launch", "on Sunday"), dates=[evidence("given", "1957-11-05")]),
            page("b", told("launch", "on Sunday"), told("parade", "on Thursday", status="planned")),
            page("c", told("parade", "on Thursday"), dates=[evidence("given", "1957-11-08")]),
        ],
        {"b": "1957-11-03/1957-11-07", ("b", 1): "1957-11-07"},
        links=[[("a", 0), ("b", 0)], [("b", 1), ("c", 0)]],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_days(case: Case) -> None:
    check(case)
