"""Which texts break off before their article ends."""

import time

import pytest

from hearsay.model import Document
from hearsay.pages import extract
from hearsay.pages.layout.truncation import breaks_off

LEAD = "The harbour of Velden was shut on Monday after a barge hit its lock, the mayor said."
MORE = "Divers went down at noon. They found the gate bent and the water still rising behind it."

WHOLE = [
    MORE,
    f"{MORE}\n\nRead more: Ten storms of the decade\n\nThe barge that came twice",
    f"{MORE}\n\nRead more\n\nWeather\n\nSport",
    "“It may open again in spring, or perhaps …” said the mayor.",
    "“It may open again, she said, but I have heard that before…”",
    f"{MORE}\n\n— With assistance by Ann Lee, Bo Chan and Cleo Dahl",
    f"{MORE}\n\nVelden Harbour News: the news of the harbour for those who live on it and with it "
    "and who would not be without it, on paper and on every other platform",
    f"{MORE}\n\nSubscribe to our newsletter",
    f"{MORE}\n\nVideo shows the barge at the gate of the lock, before it sank. (March 18) AP",
]

BROKEN = [
    f"{MORE} The mayor said that no ship …",
    f"{MORE} The mayor said that no ship...",
    f"{MORE} The mayor said that no ship [...]",
    f"{MORE} The mayor said that no ship… [+1204 chars]",
    f"{MORE} The mayor said on Tuesday that the repairs had begun and that no ship would be let in "
    "before the",
    "Divers went down at noon and found the gate bent, the water still rising behind it, the",
    f"{MORE} The mayor told reporters that the repairs had begun and that no ship would be let "
    "into the harbour before the engineers of the river author",
    f"{MORE}\n\nContinue reading",
    f"{MORE}\n\nRead the full story >",
    f"{MORE}\n\nRead more …",
    f"{MORE}\n\nTo continue reading, subscribe or sign in",
]


def truncated(text: str) -> bool:
    (page,) = extract(f"{LEAD}\n\n{text}\n".encode(), source="page.txt")
    assert isinstance(page, Document)
    return page.truncated


@pytest.mark.parametrize("text", WHOLE)
def test_a_whole_text_is_not_marked(text: str) -> None:
    assert not truncated(text)


@pytest.mark.parametrize("text", BROKEN)
def test_a_text_that_breaks_off_is_marked(text: str) -> None:
    assert truncated(text)


def test_nothing_breaks_off_where_nothing_is() -> None:
    assert not breaks_off([], "")


@pytest.mark.parametrize("text", ["." * 200_000, "a, " * 60_000, "A b. " * 40_000, " …" * 90_000])
def test_it_takes_no_longer_than_the_text_is_long(text: str) -> None:
    begun = time.perf_counter()
    breaks_off([], text)
    assert time.perf_counter() - begun < 2
