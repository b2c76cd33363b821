"""A sketch and its arrival made a document, or refused."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model import Document, Metadata, Rejected
from hearsay.pages.build_document import Arrival, assemble
from hearsay.pages.input.extract import extract
from hearsay.pages.input.sketch import Sketch, text_sketch
from hearsay.pages.layout.paragraph import Paragraph
from tests.limits import within

BODY = (
    "BRENFORD, May 3 (Reuters) - The old kiln at Brenford was lit on Thursday, the mayor said.",
    "“It will burn for three days and nobody will sleep,” said the master of the guild, who had "
    "laid the bricks with his two daughters.",
)
HEAD = ("Kiln lit again at Brenford", "By Mira Tolland")
ARRIVAL = Arrival("kiln.txt", b"bytes of the page", Metadata())


def page(*lines: str, arrival: Arrival = ARRIVAL, **fields: object) -> Document:
    sketch = Sketch(tuple(Paragraph(line) for line in lines))
    made = assemble(replace(sketch, **fields), arrival)  # type: ignore[arg-type]
    assert isinstance(made, Document), made
    return made


def test_a_page_of_prose_with_its_head() -> None:
    made = page(*HEAD, *BODY)
    assert made.text == "\n\n".join(BODY)
    assert (made.title, made.byline) == (HEAD[0], ("Mira Tolland",))
    assert made.credits == ("Reuters",)
    assert made.dateline is not None and made.dateline.place == "BRENFORD"
    assert made.source == "kiln.txt" and len(made.sha256) == 64


def test_the_id_hangs_on_the_bytes_alone() -> None:
    first = page(*BODY)
    assert page(*HEAD, *BODY).id == first.id
    assert page(*BODY, arrival=replace(ARRIVAL, source="copy.txt")).id == first.id
    assert page(*BODY, arrival=replace(ARRIVAL, data=b"other bytes")).id != first.id


GIVEN = [
    (Metadata(title="Given title"), {"title": "Given title"}),
    (Metadata(outlet="Valley Press"), {"outlet": "Valley Press"}),
    (Metadata(url="https://valley.example/kiln"), {"url": "https://valley.example/kiln"}),
]


@pytest.mark.parametrize(("given_", "told"), GIVEN)
def test_what_is_given_counts_before_what_is_found(given_: Metadata, told: dict[str, str]) -> None:
    arrival = replace(ARRIVAL, given=given_)
    made = page(*HEAD, *BODY, arrival=arrival, title="Sketched", outlet="Found")
    assert {name: getattr(made, name) for name in told} == told


@pytest.mark.parametrize("by", ["given", "feed"])
def test_a_day_given_is_evidence_of_who_gave_it(by: str) -> None:
    made = page(*BODY, arrival=replace(ARRIVAL, given=Metadata(published="2012-05-04"), by=by))
    assert made.dates[0].kind == by
    assert made.dates[0].days is not None and made.dates[0].days.earliest == date(2012, 5, 4)


def test_the_outlets_own_agency_is_no_credit() -> None:
    assert page(*BODY, outlet="Reuters").credits == ()


REFUSED = [
    ((), "No sentence was found"),
    (("Home", "World", "Sport"), "No sentence was found"),
    (("Die Glocke läutete am Montag, und der Bürgermeister sagte, dass niemand schlafen werde.",)
     * 3, "German"),
    (("Le four a été rallumé jeudi, a déclaré le maire, et personne ne dormira avant dimanche.",)
     * 3, "French"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "reason"), REFUSED)
def test_what_is_no_article_in_english_is_refused(lines: tuple[str, ...], reason: str) -> None:
    made = assemble(Sketch(tuple(Paragraph(line) for line in lines)), ARRIVAL)
    assert isinstance(made, Rejected)
    assert reason in made.reason and made.source == "kiln.txt"


def test_characters_that_cannot_be_seen_are_left_out() -> None:
    made = page(f"\u202e{HEAD[0]}\u200b", *BODY, title=None, byline=("Mira\u200b Tolland", " "))
    assert made.title == HEAD[0] and made.byline == ("Mira Tolland",)


def test_the_text_as_a_page_of_its_own_is_the_same_text() -> None:
    made = page(*HEAD, *BODY, "Share", "More news", "By Jon Esk", BODY[1].replace("three", "two"))
    again = assemble(text_sketch(made.text), ARRIVAL)
    assert isinstance(again, Document) and again.text == made.text


_LINES = st.lists(
    st.sampled_from([*HEAD, *BODY, "Share", "May 3, 2012", "“We left,” she said.", "***", "T"]),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(_LINES)
def test_every_line_of_the_text_is_one_of_the_page(lines: list[str]) -> None:
    (made, *_) = extract("\n\n".join(lines).encode(), "page.txt")
    if isinstance(made, Rejected):
        assert made.reason.endswith(".")
        return
    assert made.text and made.text == made.text.strip()
    assert set(made.text.split("\n\n")) <= set(lines) | {f"T{line}" for line in lines}


FORMATS = [
    ("\n\n".join([*HEAD, *BODY]), "plain text"),
    (f"<html><h1>{HEAD[0]}</h1><p>{HEAD[1]}</p><p>{BODY[0]}</p><p>{BODY[1]}</p></html>", "HTML"),
    (f"# {HEAD[0]}\n\n{HEAD[1]}\n\n{BODY[0]}\n\n{BODY[1]}\n", "Markdown"),
]


@pytest.mark.parametrize(("text", "name"), FORMATS, ids=[name for _, name in FORMATS])
def test_one_article_in_every_format(text: str, name: str) -> None:
    (made,) = extract(text.encode(), "page")
    assert isinstance(made, Document), name
    assert (made.title, made.text) == (HEAD[0], "\n\n".join(BODY))


def test_a_number_sign_that_heads_nothing_is_no_markdown() -> None:
    for line in ("#Brenford", "# 1", "#1 kiln"):
        (made,) = extract(f"{line}\n\n{BODY[0]}\n\n{BODY[1]}".encode(), "page")
        assert isinstance(made, Document) and made.text == "\n\n".join(BODY)


def test_bytes_without_end_are_refused_at_once() -> None:
    with within(60):
        (refused,) = extract(b"word " * 500_000, "page.txt")
    assert isinstance(refused, Rejected) and "characters" in refused.reason
