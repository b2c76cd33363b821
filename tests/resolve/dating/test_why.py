"""Every day found can be checked: the words, the anchor, the rule, and what was refused."""

from hearsay.resolve.dating import solve
from tests.resolve.dating.cases import Case, solved
from tests.resolve.dating.pages import evidence, page, told


def test_the_words_the_anchor_and_the_day() -> None:
    one = page(
        "report.txt", told("raid", "late on Monday"), dates=[evidence("header", "1986-04-16")]
    )
    why = solve([one]).mention(one.document.id, 0).why
    assert '"late on Monday" on the page "report.txt"' in why
    assert "counted from Wednesday April 16, 1986" in why
    assert why.endswith("Monday April 14, 1986")


def test_the_evidence_that_lost_is_kept() -> None:
    dates = [evidence("header", "1986-04-16"), evidence("url", "1987-02-01")]
    one = page("report.txt", told("raid"), dates=dates)
    found = solve([one]).published(one.document.id)
    assert found.why.startswith('the page itself is dated "1986-04-16"')
    assert any("1987-02-01" in refused for refused in found.refused)


def test_years_passed_over_are_named() -> None:
    pages = [
        page("a.txt", told("call", "on Tuesday"), dates=[evidence("dateline", "BONN, Oct. 1")]),
        page("b.txt", told("visit"), dates=[evidence("given", "1991-11-03")]),
    ]
    found, ids = solved(Case("", pages, {}, kin={"a.txt": ["b.txt"]}))
    dated = found.published(ids["a.txt"])
    assert '"BONN, Oct. 1"' in dated.why
    assert 'the page "b.txt" of Sunday November 3, 1991' in dated.why
    assert any("the year 1992" in refused for refused in dated.refused)


def test_a_length_of_time_has_no_day() -> None:
    one = page("a.txt", told("talks", "for weeks"))
    dated = solve([one]).timex(one.document.id, 0)
    assert dated.earliest is None
    assert "which is unknown" in dated.why


def test_an_updated_line_is_told_apart() -> None:
    one = page("a.txt", told("talks"), dates=[evidence("updated", "1991-10-02")])
    updated = solve([one]).updated(one.document.id)
    assert updated is not None
    assert str(updated.latest) == "1991-10-02"
    plain = page("b.txt", told("talks"))
    assert solve([plain]).updated(plain.document.id) is None
