"""The example of 1962, from end to end: how much of its gold the record holds.

Each floor is a percentage of the gold's entries; it only goes up, or goes down with a reason.
"""

from pathlib import Path

import pytest

from hearsay import Record
from tests.golden import EXAMPLE, Example, gold

FLOORS = {
    "published": 100,
    "events": 60,
    "dated": 20,
    "not_misdated": 97,
    "distinct": 100,
    "statements": 93,
    "wrong_speakers": 93,
    "figures": 100,
    "figure_givers": 70,
}


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    record = Record(tmp_path_factory.mktemp("example") / "record.db")
    report = record.read(EXAMPLE / "pages")
    assert not report.aside
    return Example(record.export())


@pytest.mark.parametrize("part", FLOORS)
def test_the_record_holds_the_gold(example: Example, part: str) -> None:
    found = getattr(example, part)()
    assert found.share >= FLOORS[part], "\n".join(found.missed)


def test_no_furniture_stands_in_any_text(example: Example) -> None:
    for document in example.record.documents:
        for words in gold()["furniture"]:
            assert words not in document.text, document.source


def test_the_two_printings_of_the_agency_report_count_once(example: Example) -> None:
    printed = [
        example.pages[f"pages/{name}"].origin
        for name in ("05-harbour-courier-marucla.txt", "06-lakeland-tribune-marucla.html")
    ]
    assert printed[0] == printed[1]


def test_every_span_is_its_slice(example: Example) -> None:
    texts = {document.id: document.text for document in example.record.documents}
    spans = [*example.record.figures, *example.record.statements]
    spans += [mention for event in example.record.events for mention in event.mentions]
    for span in spans:
        assert texts[span.document][span.start : span.end] == span.text


def test_one_by_one_backwards_gives_the_same_record(example: Example, tmp_path: Path) -> None:
    record = Record(tmp_path / "record.db")
    for path in sorted((EXAMPLE / "pages").iterdir(), reverse=True):
        record.read(path)
    exported = record.export()
    for name in ("documents", "entities", "origins", "figures", "statements", "relations"):
        assert getattr(exported, name) == getattr(example.record, name)
    for name in ("events", "stories"):
        ours, theirs = (getattr(record, name) for record in (exported, example.record))
        assert [noun.id for noun in ours] == [noun.id for noun in theirs]
