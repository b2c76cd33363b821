"""What people may call a page or an event."""

from dataclasses import replace

import pytest

from hearsay.errors import UsageError
from hearsay.model import Event, Page, Resolution
from hearsay.publish.naming import page_named, the_one
from tests.resolutions import ONE, TWO, resolution

RECORD = resolution()
PAGES = {page.document.source: page for page in RECORD.pages}


def with_documents(**changes: dict[str, str]) -> Resolution:
    """The record with fields of its documents changed, by the name of the file."""
    return replace(
        RECORD,
        pages=tuple(
            replace(page, document=replace(page.document, **changes.get(page.document.source, {})))
            for page in RECORD.pages
        ),
    )


ASKED = [
    ONE.id,
    ONE.id[:9],
    "one.txt",
    " one.txt ",
    "one",
    "fire on strikers",
    "FIRE ON",
]


@pytest.mark.parametrize("asked", ASKED)
def test_a_page_by_each_of_its_names(asked: str) -> None:
    assert the_one(asked, RECORD, {}) == page_named(asked, RECORD) == PAGES["one.txt"]


def test_an_event_by_its_id_its_beginning_and_a_former_id() -> None:
    event = RECORD.events[0]
    assert the_one(event.id, RECORD, {}) == event
    assert the_one("long ago", RECORD, {event.id: ("long ago",)}) == event
    assert isinstance(the_one(event.id, RECORD, {}), Event)
    with pytest.raises(UsageError, match="has no page"):
        page_named("long ago", RECORD)


@pytest.mark.parametrize("asked", ["", "  ", "nothing", "txt", "nine men"])
def test_what_names_nothing_says_how_to_see_what_there_is(asked: str) -> None:
    with pytest.raises(UsageError, match="hearsay export"):
        the_one(asked, RECORD, {})
    with pytest.raises(UsageError, match="hearsay pages"):
        page_named(asked, RECORD)


def test_paths_addresses_and_rows() -> None:
    record = with_documents(
        **{"one.txt": {"source": "news/a/one.txt", "url": "https://valley.example/7"}},
        **{"two.txt": {"source": "news/rows.jsonl:2"}},
    )
    for asked in ("news/a/one.txt", "a/one.txt", "one.txt", "https://valley.example/7"):
        assert page_named(asked, record).document.id == ONE.id
    for asked in ("news/rows.jsonl:2", "rows.jsonl:2", "news/rows.jsonl", "rows.jsonl"):
        assert page_named(asked, record).document.id == TWO.id


def test_a_whole_id_counts_before_the_beginning_of_another() -> None:
    page = PAGES["one.txt"]
    pages = tuple(replace(page, document=replace(page.document, id=id)) for id in ("d1", "d12"))
    record = replace(RECORD, pages=pages, events=())
    assert page_named("d1", record).document.id == "d1"
    assert page_named("d12", record).document.id == "d12"


def test_what_names_several_lists_them() -> None:
    record = with_documents(**{"two.txt": {"source": "one-more.txt"}})
    with pytest.raises(UsageError, match="may be 2 things") as caught:
        page_named("one", record)
    assert ONE.id in str(caught.value) and TWO.id in str(caught.value)
    assert page_named("one.txt", record).document.id == ONE.id  # a whole name comes first


def test_a_long_list_is_cut() -> None:
    page: Page = PAGES["one.txt"]
    many = tuple(
        replace(page, document=replace(page.document, id=f"d{n}", source=f"one{n}.txt"))
        for n in range(9)
    )
    with pytest.raises(UsageError, match=r"may be 9 things.*and 4 more"):
        page_named("one", replace(RECORD, pages=many, events=()))
