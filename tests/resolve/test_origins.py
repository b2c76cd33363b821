"""Copies, excerpts and rewrites are told from pages that merely tell the same."""

import pytest

from hearsay.model import Origin, Reading
from hearsay.resolve.origins.find_origins import find_origins
from tests.readings import reading

REPORT = (
    "A ferry carrying workers home from the islands sank in heavy seas off Zamboanga on Sunday "
    "night, and at least 31 people drowned. The coast guard said the wooden vessel had taken on "
    "water after its engine failed two hours from port. Fishermen pulled 54 survivors from the "
    "sea before dawn and brought them to the pier at Isabela. Among the dead were seven children "
    "who had been travelling with their mothers on the lower deck. The owner of the line has not "
    "answered calls since the accident. A board of inquiry will meet on Wednesday to hear the "
    "captain, who swam ashore and gave himself up to the police. Ferries are the chief means of "
    "travel in the southern islands, and many sail with more people than their papers allow."
)
REWRITE = (
    "At least 31 people have drowned after a ferry carrying workers home from the islands sank in "
    "heavy seas off Zamboanga late on Sunday. The wooden vessel had taken on water after its "
    "engine failed two hours from port, the coast guard said. Before dawn, fishermen pulled 54 "
    "survivors from the sea and took them to the pier at Isabela. Seven children who had been "
    "travelling with their mothers on the lower deck were among the dead. The captain swam ashore "
    "and gave himself up to the police; a board of inquiry will meet to hear him on Wednesday. The "
    "line's owner has not answered calls since the accident."
)
OWN_WORDS = (
    "Relatives waited through the night at Isabela as boats came in with the living and the dead. "
    "More than thirty passengers lost their lives when an overloaded ferry went down off the "
    "southern Philippines, in the worst disaster at sea there this year. It was on its way from "
    "Jolo when the motor stopped, survivors told us, and waves broke over the stern. The skipper "
    "is in custody. Officials promised an investigation this week, as they have after each of the "
    "sinkings of the past decade. 'Nobody counted us when we went on board,' said one woman."
)
STATEMENT = (
    "“The government grieves with the families of those who were lost in the waters off Zamboanga, "
    "and it will find out who let this vessel sail with a broken engine, with no radio and with "
    "more people than it was built for, and bring them before a court without delay.”"
)


def origins(*texts: str, **fields: str) -> list[Origin]:
    pages = [page(text, n, **fields) for n, text in enumerate(texts)]
    return list(find_origins(sorted(pages, key=lambda r: r.document.id)))


def page(text: str, number: int, **fields: str) -> Reading:
    return reading(text, source=f"{number}.txt", **fields)


def test_a_copy_is_one_origin_with_evidence() -> None:
    (origin,) = origins(REPORT, REPORT.replace("drowned", "died") + " More follows soon.")
    assert origin.kind == "verbatim"
    assert len({cite.document for cite in origin.evidence}) == 2
    assert "words" in origin.why


def test_an_excerpt_is_told_from_the_whole() -> None:
    cut = REPORT[: REPORT.index(" The owner")]
    (origin,) = origins(REPORT + " " + OWN_WORDS, cut)
    assert origin.kind == "excerpt"


def test_a_rewrite_keeps_its_origin() -> None:
    (origin,) = origins(REPORT, REWRITE)
    assert origin.kind == "rewrite"


def test_own_words_are_an_origin_of_their_own() -> None:
    assert [origin.kind for origin in origins(REPORT, OWN_WORDS)] == ["single", "single"]


def test_a_statement_quoted_by_both_is_no_copy() -> None:
    one = f"The palace spoke late at night. {STATEMENT} The president flies south today."
    other = f"{STATEMENT} So said the press office in Manila. {OWN_WORDS}"
    assert len(origins(one, other)) == 2


def test_furniture_makes_no_origin() -> None:
    furniture = (
        " Sign up to our morning newsletter for the stories that matter. All rights reserved."
    )
    assert len(origins(REPORT + furniture, OWN_WORDS + furniture)) == 2


@pytest.mark.parametrize("numbers", [("5.1", "12", "40", "3"), ("4.7", "9", "220", "8")])
def test_a_form_filled_in_anew_is_no_copy(numbers: tuple[str, ...]) -> None:
    form = (
        "An earthquake of magnitude {} struck {} kilometres from the town in the early hours. Its "
        "depth was {} kilometres, the geological survey said. There were {} aftershocks in the "
        "hours that followed, and no tsunami warning was given."
    )
    assert len(origins(form.format("6.3", "77", "10", "21"), form.format(*numbers))) == 2


def test_two_reports_in_one_roundup_stay_two() -> None:
    other = (
        "Striking miners and police fought for six hours outside the coking plant at Orgreave on "
        "Monday. Horses were ridden into the crowd after stones were thrown, and 93 men were "
        "arrested. The union said its members had been attacked without cause while they sat in a "
        "field. The chief constable said that his officers had shown great restraint all morning."
    )
    groups = origins(REPORT, other, REPORT + "\n\n" + other)
    assert sorted(len(origin.documents) for origin in groups) == [1, 2]


def test_the_agency_is_credited() -> None:
    (origin,) = find_origins([page(REPORT, 0, agency="Reuters")])
    assert origin.credit == "Reuters"
    assert origin.evidence


def test_no_words_make_no_origin_with_others() -> None:
    assert len(origins("", "", "Yes.", "Yes. No.")) == 4
