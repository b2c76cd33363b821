"""Pages of one time: by rare people, and by the offices that these are told to hold."""

from typing import TYPE_CHECKING

import pytest

from hearsay.model import Document, Metadata, Reading
from hearsay.pages import extract
from hearsay.reading import read
from hearsay.resolve import resolve

if TYPE_CHECKING:
    from hearsay.language import Analyser

UNDATED = "Defence Minister Marta Olsson visited the yard in Bergen on Saturday, May 4."
EARLIER = "Defence Minister Marta Olsson opened a yard."
LATER = "Prime Minister Marta Olsson met the king."


def page(analyser: "Analyser", text: str, published: str | None) -> Reading:
    (found,) = extract(text.encode(), f"{published}.txt", Metadata(published=published))
    assert isinstance(found, Document)
    return read(found, analyser.analyse(found.text))


@pytest.mark.parametrize(
    ("dated", "year"),
    [
        ({"1985-05-20": EARLIER}, "1985"),
        ({"1991-05-20": LATER}, None),
        ({"1985-05-20": EARLIER, "1991-05-20": LATER}, "1985"),
    ],
)
def test_the_year_is_that_of_pages_which_tell_the_same_office(
    analyser: "Analyser", dated: dict[str, str], year: str | None
) -> None:
    readings = [page(analyser, UNDATED, None)]
    readings += [page(analyser, text, day) for day, text in dated.items()]
    record = resolve(readings)
    (found,) = (p.published for p in record.pages if p.document.text.startswith(UNDATED))
    assert (str(found.latest)[:4] if found.latest else None) == year
