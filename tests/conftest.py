"""What every test room shares."""

import pytest

from hearsay.language import Analyser


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    """The shipped language model, loaded once."""
    return Analyser.load()
