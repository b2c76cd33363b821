"""What must always hold of the calendar, whatever the pages say."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model import Dated, Reading
from hearsay.resolve.dating import DatingCache, SolvedDays, solve
from tests.resolve.dating.pages import Told, evidence, page

_EVENTS = ("raid", "vote", "march", "strike", "flood", "summit")
_WHEN = (
    "on Monday",
    "on Friday",
    "Saturday night",
    "overnight Tuesday",
    "last Sunday",
    "next Wednesday",
    "yesterday",
    "today",
    "tomorrow",
    "May 3",
    "December 31",
    "February 29",
    "Friday, May 13",
    "June 5, 1967",
    "March 1, 2050",
    "since June 5",
    "until Thursday",
)
_EVIDENCE = tuple(
    evidence(kind, words)
    for kind, words in (
        ("given", "1967-06-09"),
        ("header", "1967-06-08"),
        ("header", "February 30, 1967"),
        ("url", "1967-06-10"),
        ("url", "0001-01-01"),
        ("feed", "9999-12-31"),
        ("updated", "1967-06-12"),
        ("masthead", "2011-01-01"),
        ("dateline", "CAIRO, June 8"),
        ("dateline", "CAIRO, Thursday"),
        ("caption", "1967-06-20"),
        ("copyright", "1966"),
        ("guessed", "1970-01-01"),
        ("related", "1999-09-09"),
        ("unheard of", "1999-09-09"),
    )
)
_orders = st.lists(
    st.tuples(st.integers(-2, 6), st.none() | st.integers(-2, 3), st.none() | st.integers(-2, 9)),
    max_size=1,
).map(tuple)
_told = st.builds(
    Told,
    st.sampled_from(_EVENTS),
    st.lists(st.sampled_from(_WHEN), max_size=2).map(tuple),
    st.sampled_from(("happened", "planned", "denied", "ongoing")),
    _orders,
    _orders,
)
_pages = st.lists(
    st.tuples(
        st.lists(_told, max_size=3),
        st.lists(st.sampled_from(_EVIDENCE), max_size=2),
    ),
    min_size=1,
    max_size=4,
).map(lambda rows: [page(f"{n}.txt", *told, dates=d) for n, (told, d) in enumerate(rows)])


@st.composite
def _stories(draw: st.DrawFn) -> tuple[list[Reading], list[frozenset[tuple[str, int]]]]:
    """Pages, and links between mentions of them; a link may name what is not there."""
    pages = draw(_pages)
    mentions = [(p.document.id, n) for p in pages for n in range(len(p.events))]
    mentions.append(("nowhere", 0))
    links = draw(st.lists(st.frozensets(st.sampled_from(mentions), max_size=4), max_size=3))
    return pages, links


def _everything(days: SolvedDays, pages: list[Reading], links: int) -> dict[object, Dated | None]:
    found: dict[object, Dated | None] = {n: days.events(n) for n in range(links)}
    for one in pages:
        document = one.document.id
        found[document, "published"] = days.published(document)
        found[document, "updated"] = days.updated(document)
        for n in range(len(one.timexes)):
            found[document, "timex", n] = days.timex(document, n)
        for n in range(len(one.events)):
            found[document, "mention", n] = days.mention(document, n)
    return found


def _kin(pages: list[Reading]) -> dict[str, tuple[str, ...]]:
    ids = sorted(one.document.id for one in pages)
    return {document: tuple(o for o in ids if o != document) for document in ids}


@settings(max_examples=120, deadline=None)
@given(_stories(), st.randoms())
def test_order_never_matters(
    story: tuple[list[Reading], list[frozenset[tuple[str, int]]]], rng: random.Random
) -> None:
    pages, links = story
    shuffled = [*pages, pages[0]]
    rng.shuffle(shuffled)
    once = _everything(solve(pages, links, _kin(pages)), pages, len(links))
    again = _everything(solve(shuffled, links, _kin(pages)), pages, len(links))
    assert once == again


@settings(max_examples=80, deadline=None)
@given(_stories(), _stories())
def test_what_was_solved_before_never_matters(
    story: tuple[list[Reading], list[frozenset[tuple[str, int]]]],
    before: tuple[list[Reading], list[frozenset[tuple[str, int]]]],
) -> None:
    (pages, links), memory = story, DatingCache()
    for earlier, others in ((before[0], before[1]), (pages, ()), (pages, links[:1])):
        solve(earlier, others, _kin(earlier), memory)
    once = _everything(solve(pages, links, _kin(pages)), pages, len(links))
    again = _everything(solve(pages, links, _kin(pages), memory), pages, len(links))
    assert once == again


@settings(max_examples=80, deadline=None)
@given(_stories())
def test_an_unrelated_page_changes_nothing(
    story: tuple[list[Reading], list[frozenset[tuple[str, int]]]],
) -> None:
    pages, links = story
    stranger = page("elsewhere.txt", Told("harvest", ("on Monday",)), dates=_EVIDENCE[:1])
    once = _everything(solve(pages, links, _kin(pages)), pages, len(links))
    again = _everything(solve([*pages, stranger], links, _kin(pages)), pages, len(links))
    assert once == again


@settings(max_examples=120, deadline=None)
@given(_stories())
def test_every_answer_is_an_interval_with_a_reason(
    story: tuple[list[Reading], list[frozenset[tuple[str, int]]]],
) -> None:
    pages, links = story
    for dated in _everything(solve(pages, links, _kin(pages)), pages, len(links)).values():
        if dated is None:
            continue
        assert dated.why
        assert dated.basis in ("stated", "derived", "metadata", "inferred", "unknown")
        known = dated.earliest is not None or dated.latest is not None
        assert known == (dated.basis != "unknown")
        if dated.earliest is not None and dated.latest is not None:
            assert dated.earliest <= dated.latest


def test_the_order_of_many_pages_never_matters() -> None:
    pages = _month()
    undated = page("undated.txt", Told("raid", ("on Monday",)), Told("vote", ("on Tuesday",)))
    pages.append(replace(undated, document=replace(undated.document, text=_text(9))))
    forward, backward = solve(pages), solve(pages[::-1])
    for one in pages:
        document = one.document.id
        assert forward.published(document) == backward.published(document)


def test_the_library_of_pages_dated_otherwise_is_another() -> None:
    pages, memory = _month(), DatingCache()
    undated = page("undated.txt", Told("raid", ("on Thursday",)))
    undated = replace(undated, document=replace(undated.document, text=_text(9)))
    solve([*pages[:24], undated], memory=memory)
    found = solve([*pages, undated], memory=memory).published(undated.document.id)
    assert found == solve([*pages, undated]).published(undated.document.id)


def test_an_undated_page_is_dated_by_the_pages_most_alike() -> None:
    pages = _month()
    undated = page("undated.txt", Told("raid", ("on Thursday",)))
    undated = replace(undated, document=replace(undated.document, text=_text(9)))
    found = solve([*pages, undated]).published(undated.document.id)
    assert found.basis == "inferred"
    assert found.earliest is not None and found.latest is not None
    assert str(found.earliest) <= "1967-06-08" <= str(found.latest)
    assert "most alike" in found.why


def _month() -> list[Reading]:
    """A dated page for each day of a month, each telling of its own day in its own words."""
    found = []
    for number in range(30):
        told = Told("raid", ("yesterday",))
        day = evidence("given", f"1967-06-{number + 1:02d}")
        one = page(f"{number}.txt", told, dates=[day])
        found.append(replace(one, document=replace(one.document, text=_text(number + 1))))
    return found


def _text(day: int) -> str:
    """Words of a day, some of them those of the days about it."""
    near = [
        f"ridge{day + shift} crossing{day + shift} column{day + shift}" for shift in (-2, -1, 0)
    ]
    return "The raid yesterday was reported. " + " ".join(
        [*near, *(f"unit{day}n{n}" for n in "abcdef")]
    )
