"""What is said on the way: little, and nothing to those who want none."""

import pytest

from hearsay.cli import progress as module
from hearsay.cli.progress import progress


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err.splitlines()


def test_quiet_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(quiet=True) as step:
        assert step is None
    assert said(capsys) == []


def test_where_there_is_no_terminal_the_end_of_a_stage_is_a_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with progress(quiet=False) as step:
        assert step is not None
        for done in range(1, 101):
            step("Reading", done, 100)
        step("Comparing", 3, 3)
    assert said(capsys) == ["Reading: 100 of 100", "Comparing: 3 of 3"]


def test_a_long_stage_says_so_every_few_seconds(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(0, 1_000, 2))
    monkeypatch.setattr(module.time, "monotonic", lambda: float(next(clock)))
    with progress(quiet=False) as step:
        assert step is not None
        for done in range(1, 10):
            step("Reading", done, 100)
    assert said(capsys) == ["Reading: 3 of 100", "Reading: 6 of 100", "Reading: 9 of 100"]


def test_a_terminal_has_a_bar_that_leaves_no_trace(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with progress(quiet=False) as step:
        assert step is not None
        step("Reading", 1, 4)
        step("Comparing", 2, 4)
    assert "Reading: 1 of 4" not in "\n".join(said(capsys))


def test_an_error_inside_goes_on_to_the_one_who_asked() -> None:
    for quiet in (True, False):
        with pytest.raises(KeyError), progress(quiet=quiet):
            raise KeyError
