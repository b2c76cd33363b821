"""Whole pages of several layouts, all invented: what is the article, and what is said around it."""

from pathlib import Path

import pytest

from hearsay.model import Document, Metadata, Rejected
from hearsay.pages import extract

LAYOUTS = Path(__file__).parent / "layouts"


def page(name: str, given: Metadata = Metadata()) -> Document:  # noqa: B008
    found = extract((LAYOUTS / name).read_bytes(), name, given)[0]
    assert isinstance(found, Document)
    return found


def kinds(document: Document) -> dict[str, list[str]]:
    """The days of each kind of evidence, as ISO intervals."""
    told: dict[str, list[str]] = {}
    for item in document.dates:
        days = item.days
        shown = "" if days is None else f"{days.earliest}/{days.latest}"
        told.setdefault(item.kind, []).append(shown)
    return told


ARTICLES = {
    "bbc.txt": ("At least 54 people", "have been killed.", 8),
    "wire.txt": ("LONDON, June 14 (UPI) --", "to discuss terms.", 4),
    "blog.txt": ("British and French", "is a fortress.”".replace("”", '"'), 5),
    "list.txt": ("KATHMANDU, April 26, 2015", "teacher, Bhaktapur", 11),
    "broken.html": ("ROME — Trains", "outside Milan.", 4),
    "ferry.html": ("JAKARTA, March 4 (AFP) —", "minister said.", 7),
    "dam.html": ("BANGKOK (AP) —", "left homeless.", 3),
    "gorge.txt": ("At least 28 people", "ordered an inquiry.", 3),
    "mukden.txt": ("PEKING, SEPT. 19.", "reported killed.", 3),
    "tanker.txt": ("DUBAI, May 12 (Gulf Press) -", "an inquiry.", 4),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_article_begins_and_ends_where_it_should(name: str) -> None:
    begins, ends, paragraphs = ARTICLES[name]
    text = page(name).text
    assert text.startswith(begins)
    assert text.endswith(ends)
    assert len(text.split("\n\n")) == paragraphs


FURNITURE = {
    "bbc.txt": [
        "Image",
        "Smoke over",
        "Published",
        "Omdurman market",
        "By Amina",
        "Elsewhere",
        "©",
        "baker",
    ],
    "wire.txt": ["(more)", "LEAD"],
    "blog.txt": ["admin", "Like", "Related", "Rubbish", "Tagged", "email", "Share"],
    "list.txt": ["ALSO READ", "Follow us", "what we know so far"],
    "broken.html": ["Advertisement", "Neri", "high-speed", "var a", "Copyright", "Updated", "Home"],
    "ferry.html": ["By Ana", "Read more", "Plane crash", "©", "4 March 2009", "Overloaded"],
    "dam.html": [
        "Menu",
        "1 of 6",
        "Villagers sit",
        "PANU",
        "___",
        "Kim Soo",
        "Most read",
        "Manila",
    ],
    "gorge.txt": ["Home /", "HP", "HT Photo", "ALSO READ", "PTI", "Cricket"],
    "mukden.txt": ["LEDGER", "CLASH", "CORRESPONDENT"],
    "tanker.txt": ["Summary", "Companies", "crew of 23 is", "newsletter", "Licensing", "Oil edges"],
}


@pytest.mark.parametrize("name", FURNITURE)
def test_no_furniture_in_the_text(name: str) -> None:
    text = page(name).text
    assert [crumb for crumb in FURNITURE[name] if crumb in text] == []


TITLES = {
    "bbc.txt": "Sudan: Shelling kills dozens at Omdurman market",
    "wire.txt": "LEAD: Argentine garrison surrenders in Port Stanley",
    "blog.txt": "Paratroopers land at Port Said",
    "list.txt": "Quake in Nepal: what we know so far",
    "broken.html": "Strike halts trains across Italy",
    "ferry.html": "Ferry sinks off Java, dozens missing",
    "dam.html": "Dam bursts in Laos, hundreds missing",
    "gorge.txt": "Bus falls into gorge in Himachal; 28 feared dead",
    "mukden.txt": "JAPANESE TROOPS SEIZE MUKDEN.",
    "tanker.txt": "Exclusive: Oil tanker seized off Fujairah, owner says",
}


@pytest.mark.parametrize("name", TITLES)
def test_title(name: str) -> None:
    assert page(name).title == TITLES[name]


def test_lines_wrapped_at_a_width_are_joined() -> None:
    assert "shortly after 10 p.m.\n\nAbout 9,800" in page("wire.txt").text


def test_bullet_facts_questions_and_signed_quotations_are_prose() -> None:
    text = page("list.txt").text
    for line in ("• 61 people died in India", "Q: Why was", "“We need tents.”\n\n– Bina Thapa"):
        assert line in text


def test_a_quotation_alone_is_prose() -> None:
    assert "\n\n“It went down in ten minutes.”\n\n" in page("ferry.html").text


def test_list_items_of_markup_are_prose() -> None:
    assert (
        "\n\nBuilt in 1984\n\nCertified for 200 passengers and no cars\n\n"
        in page("ferry.html").text
    )


def test_outlets_by_copyright_line_and_markup() -> None:
    assert page("bbc.txt").outlet == "Harbour Times"
    assert page("ferry.html").outlet == "Harbour Post"
    assert page("broken.html").outlet == "The Daily Rail"
    assert page("wire.txt").outlet is None
    assert page("wire.txt", Metadata(outlet="Example Herald")).outlet == "Example Herald"


def test_bylines_and_credits() -> None:
    assert page("bbc.txt").byline == ("Amina Idris",)
    assert page("broken.html").byline == ("Giulia Conti", "Marco Neri")
    assert page("ferry.html").credits == ("Agence France-Presse",)
    assert page("wire.txt").credits == ("United Press International",)


def test_a_byline_is_no_place_and_a_glued_date_is_read() -> None:
    assert page("dam.html").byline == ("Panu Wong", "Kim Soo")
    assert kinds(page("tanker.txt"))["header"] == ["2019-05-12/2019-05-12"]
    assert kinds(page("mukden.txt"))["header"] == ["1931-09-19/1931-09-19"]


def test_dates_of_html() -> None:
    assert kinds(page("ferry.html")) == {
        "markup": ["2009-03-04/2009-03-05"],  # a stamp in universal time at ten in the evening
        "header": ["2009-03-04/2009-03-04"],
        "copyright": [""],
        "dateline": [""],
    }
    broken = kinds(page("broken.html"))
    assert broken["header"] == ["2019-05-17/2019-05-17"]
    assert broken["updated"] == ["2019-05-18/2019-05-18"]
    assert broken["url"] == ["2019-05-17/2019-05-17"]


def test_dates_of_text_around_the_article() -> None:
    blog = kinds(page("blog.txt"))
    assert blog["header"] == ["1956-11-06/1956-11-06"]
    assert blog["related"] == ["1956-10-31/1956-10-31", "1956-11-07/1956-11-07"]


def test_given_dates_and_addresses_are_evidence() -> None:
    given = Metadata(published="14 June 1982", url="https://a.example/1982/06/15/stanley")
    told = kinds(page("wire.txt", given))
    assert told["given"] == ["1982-06-14/1982-06-14"]
    assert told["url"] == ["1982-06-15/1982-06-15"]


def test_json_lines() -> None:
    found = extract((LAYOUTS / "rows.jsonl").read_bytes(), "rows.jsonl")
    read = {item.source: item for item in found}
    first, last = read["rows.jsonl:1"], read["rows.jsonl:6"]
    assert isinstance(first, Document) and isinstance(last, Document)
    assert (first.outlet, first.title) == ("Example Post", "Quake and tsunami hit Japan")
    assert kinds(first)["feed"] == ["2011-03-11/2011-03-12"]
    assert first.credits == ("Kyodo News",)
    assert last.text.startswith("Voters in Lagos") and last.outlet == "Lagos Dispatch"
    reasons = {s: i.reason for s, i in read.items() if isinstance(i, Rejected)}
    assert "no JSON" in reasons["rows.jsonl:2"]
    assert "French" in reasons["rows.jsonl:5"]
    assert '"text" or "html"' in reasons["rows.jsonl:7"]


def test_the_same_bytes_under_two_names_are_one_document() -> None:
    data = (LAYOUTS / "bbc.txt").read_bytes()
    one, two = extract(data, "a.txt")[0], extract(data, "b.html")[0]
    assert isinstance(one, Document) and isinstance(two, Document)
    assert one.id == two.id and one.source != two.source
