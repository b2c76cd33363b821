"""What every test room shares."""

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from hearsay.language import Analyser

# One model for all tests: pages are read in the program itself, but where processes are the matter.
os.environ.setdefault("HEARSAY_WORKERS", "0")
os.environ.setdefault("HEARSAY_COUNT_RULES", "1")

# A machine that judges a change draws the same examples each time; people's machines draw anew.
settings.register_profile("judge", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("judge")


@pytest.fixture(scope="session")
def analyser() -> "Analyser":
    """The shipped language model, loaded once."""
    from hearsay.language import Analyser

    return Analyser.load()
