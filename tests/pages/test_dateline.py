"""Datelines of agencies and papers, and what only looks like one."""

import pytest

from hearsay.model import PartialDate
from hearsay.pages.metadata.dateline import find_dateline

DATELINES = [
    # text, place, date, agency
    ("WASHINGTON, Oct 1 (Reuters) – The", "WASHINGTON", PartialDate(month=10, day=1), "Reuters"),
    ("PARIS (AP) — The", "PARIS", None, "Associated Press"),
    ("KYIV, Ukraine — The", "KYIV, Ukraine", None, None),
    ("BEIRUT, 5 June (AFP) - The", "BEIRUT", PartialDate(month=6, day=5), "Agence France-Presse"),
    ("MOSCOW, June 5. /TASS/. The", "MOSCOW", PartialDate(month=6, day=5), "TASS"),
    ("MOSCOW. June 5 (Interfax) - The", "MOSCOW", PartialDate(month=6, day=5), "Interfax"),
    ("(CNN) -- The", None, None, "CNN"),
    ("Washington (CNN) The US", "Washington", None, "CNN"),
    ("Beirut, Lebanon (CNN) -- A", "Beirut, Lebanon", None, "CNN"),
    ("NEW DELHI: The", "NEW DELHI", None, None),
    ("ST. PETERSBURG, Fla. (AP) — A", "ST. PETERSBURG, Fla.", None, "Associated Press"),
    (
        "JERUSALEM/GAZA, May 3 (Reuters) - A",
        "JERUSALEM/GAZA",
        PartialDate(month=5, day=3),
        "Reuters",
    ),
    ("LONDON, Tuesday: The", "LONDON", PartialDate(weekday=1), None),
    ("Kigali, Jan. 15 — The", "Kigali", PartialDate(month=1, day=15), None),
    ("WASHINGTON, D.C. — The", "WASHINGTON, D.C.", None, None),
    ("KHARTOUM, April 15, 2023 (AP) — A", "KHARTOUM", PartialDate(2023, 4, 15), "Associated Press"),
    ("SEOUL, June 5 /Yonhap/ -- The", "SEOUL", PartialDate(month=6, day=5), "Yonhap"),
    (
        "HAVANA, Oct. 22 (Meridian Press)—The",
        "HAVANA",
        PartialDate(month=10, day=22),
        "Meridian Press",
    ),
    ("AL-QA'IM, Iraq – A", "AL-QA'IM, Iraq", None, None),
    ("KYIV — “We", "KYIV", None, None),
    ("PORT-AU-PRINCE, Haiti (AP) — A", "PORT-AU-PRINCE, Haiti", None, "Associated Press"),
    ("9 Feb. (AFP) – A", None, PartialDate(month=2, day=9), "Agence France-Presse"),
    ("May 18 (Reuters) - A", None, PartialDate(month=5, day=18), "Reuters"),
    ("MAY 18, 2019 (KHARTOUM) - A", "KHARTOUM", PartialDate(2019, 5, 18), None),
    ("18 May 2019, Khartoum - A", "Khartoum", PartialDate(2019, 5, 18), None),
    ("MANAMA, BAHRAIN - AUGUST 05: A", "MANAMA, BAHRAIN", PartialDate(month=8, day=5), None),
    ("Split/Bar, Feb 26 : A", "Split/Bar", PartialDate(month=2, day=26), None),
    ("SPLIT, Croatia/BAR (AP) - A", "SPLIT, Croatia/BAR", None, "Associated Press"),
    ("SUVA,Jan 12(AP)-A", "SUVA", PartialDate(month=1, day=12), "Associated Press"),
    ("(AP) SUVA, Jan 12 - A", "SUVA", PartialDate(month=1, day=12), "Associated Press"),
    ("(MOGADISHU) -- A", "MOGADISHU", None, None),
    ("Tunis (Tunisia): A", "Tunis", None, None),
    ("(CNN) The", None, None, "CNN"),
]


@pytest.mark.parametrize(("text", "place", "date", "agency"), DATELINES)
def test_dateline(
    text: str, place: str | None, date: PartialDate | None, agency: str | None
) -> None:
    head = find_dateline(text)
    assert head is not None
    line = head.dateline
    assert (line.place, line.date, line.agency) == (place, date, agency)
    assert text[line.span.start : line.span.end] == line.span.text


NO_DATELINES = [
    "BREAKING — The ministers met.",
    "EXCLUSIVE: The ministers met.",
    "CONGRESS HAS VOTED — It was close.",
    "NATO said on Monday it would not.",
    "IDF: the troops have left.",
    "The army (IDF) - said little.",
    "Talks (June 5) - No result came.",
    "U.S. — The figures are out.",
    "ROE (voice over): The square is full.",
    "Rep. Ana Sol (R-S.C.): I heard nobody say so.",
    "Ana Sol, May 3: I saw it fall.",
    "Siege of Split, May 3: The gate is shut.",
    "Correction, May 3: The figure was wrong.",
    "2 July 1995 (Day One) - The water fails.",
    "Sen. Ann Smith (D) - The bill died.",
    "LONDON",
    "",
]


@pytest.mark.parametrize("text", NO_DATELINES)
def test_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


def test_a_dateline_on_its_own_line() -> None:
    head = find_dateline("GAZA CITY, Gaza Strip (AP) —")
    assert head is not None and head.own_line
