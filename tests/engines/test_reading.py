"""A page that cannot be read costs itself alone."""

import pytest

from hearsay.engines import Task, in_process
from hearsay.engines.in_process import read_tasks
from hearsay.model import Document, Metadata
from hearsay.pages import Piece

GOOD = b"ARDEN, May 12 (Herald Press) - Guards fired on striking miners in Arden on Monday.\n"


def tasks(*texts: bytes) -> list[Task]:
    return [
        Task(Piece(f"{number}.txt", text, row=False), Metadata())
        for number, text in enumerate(texts)
    ]


def test_readings_and_reasons_come_in_the_order_of_the_tasks() -> None:
    first, second, third = read_tasks(tasks(GOOD, b"", GOOD + b"\n"))
    assert [len(one.readings) for one in (first, second, third)] == [1, 0, 1]
    assert "empty" in second.aside[0].reason


def test_a_fault_of_ours_costs_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = in_process.read

    def faulty(document: Document, analysis: object) -> object:
        if document.source == "0.txt":
            raise KeyError("x")
        return sound(document, analysis)  # type: ignore[arg-type]

    monkeypatch.setattr(in_process, "read", faulty)
    first, second = read_tasks(tasks(GOOD, GOOD + b"\n"))
    assert "a fault in Hearsay (KeyError: 'x')" in first.aside[0].reason
    assert len(second.readings) == 1


def test_want_of_memory_costs_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = in_process.pages.extract

    def greedy(data: bytes, source: str, *rest: object, **named: object) -> object:
        if source == "1.txt":
            raise MemoryError
        return sound(data, source, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(in_process.pages, "extract", greedy)
    first, second = read_tasks(tasks(GOOD, GOOD + b"\n"))
    assert len(first.readings) == 1
    assert "HEARSAY_PAGE_MEGABYTES" in second.aside[0].reason


def test_an_analysis_that_fails_for_all_is_tried_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = in_process.analyser()

    class Choosy:
        def analyse_all(self, texts: list[str]) -> object:
            raise RuntimeError("too much at once")

        def analyse(self, text: str) -> object:
            if text.startswith("The"):
                raise RuntimeError("not this one")
            return sound.analyse(text)

    monkeypatch.setattr(in_process, "analyser", Choosy)
    first, second = read_tasks(tasks(GOOD, b"The guards fired on the miners on Monday.\n"))
    assert len(first.readings) == 1
    assert "not this one" in second.aside[0].reason
