"""The day of the last post that a page sets into its text."""

from hearsay.model import Document, Metadata
from hearsay.pages.input.extract import extract

REPORT = (
    "The harbour of Kerrow was shut on Monday after a ferry ran aground, its master said.\n\n"
    "Forty people were taken ashore in boats, and none was hurt, the coast guard said.\n\n"
)


def posts(body: str) -> list[str]:
    document = extract((REPORT + body).encode(), "page.txt", Metadata())[0]
    assert isinstance(document, Document)
    return [str(e.days and e.days.latest) for e in document.dates if e.kind == "post"]


def test_the_last_post_is_kept() -> None:
    first = "We are on our way to the ferry. — Kerrow Lifeboat (@kerrowboat) March 3, 2014\n\n"
    last = "All are ashore, thank you. — Kerrow Lifeboat (@kerrowboat) March 4, 2014\n\n"
    assert posts(first + last) == ["2014-03-04"]


def test_a_name_with_a_handle_and_no_day_is_no_post() -> None:
    assert posts("Follow Jane Orme (@janeorme) for more on the ferry and the harbour.") == []
    assert posts("Jane Orme (@janeorme) in March 2014 wrote that the ferry was old.") == []
