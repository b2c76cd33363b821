"""What every test room shares."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from hearsay.language import Analyser


@pytest.fixture(scope="session")
def analyser() -> "Analyser":
    """The shipped language model, loaded once."""
    from hearsay.language import Analyser

    return Analyser.load()
