"""Who reads: a name that changes with what makes a reading."""

import os
import subprocess
import sys

import pytest

import hearsay
from hearsay.version import __version__, reader


@pytest.fixture(autouse=True)
def anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is worked out again in each test, and after it."""
    monkeypatch.delenv("HEARSAY_WITHOUT", raising=False)
    reader.cache_clear()


def test_the_reader_names_the_version_and_twelve_digits() -> None:
    told, digits = reader().split(", ")
    assert told == f"hearsay {__version__}" == f"hearsay {hearsay.__version__}"
    assert len(digits) == 12 and int(digits, 16) >= 0


def test_a_rule_held_off_makes_another_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = reader()
    reader.cache_clear()
    monkeypatch.setenv("HEARSAY_WITHOUT", "TIM-001")
    held = reader()
    reader.cache_clear()
    assert held != plain
    monkeypatch.delenv("HEARSAY_WITHOUT")
    assert reader() == plain
    reader.cache_clear()


def test_the_program_says_the_version_whatever_starts_it() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "hearsay", "--version"],
        capture_output=True,
        text=True,
        env={**os.environ},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert __version__ in done.stdout
