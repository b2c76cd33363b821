"""What agencies and databases send as text: Factiva's fields, wires between marks."""

from pathlib import Path

from hearsay.model import Document, Rejected
from hearsay.pages import Piece, extract, pieces
from hearsay.pages.input.factiva import is_factiva
from hearsay.pages.input.wire import is_wire

FERRY = "The ferry left the harbour at dawn, the ministry said on Monday."
BRIDGE = "“It stays shut,” the mayor told the council on Friday."


def factiva(number: int, *, alone: bool = False) -> str:
    gap = "\n" if alone else " "
    return f"""SE{gap}World
HD{gap}Ferry sails
after storm {number}
BY{gap}By Ana Sol and John Roe
WC{gap}88 words
PD{gap}7 May 2019
SN{gap}Harbour Post
SC{gap}HARPOS
LA{gap}English
CY{gap}(c) 2019 Harbour Post

LP
{FERRY}

TD
IN the upper town, {BRIDGE}

RE said nobody of it, and CO is no code here, he told reporters.

CO{gap}ferryx : Ferries Ltd
IN{gap}i741 : Sea Transport
NS{gap}gdis : Disasters | gcat : General News
RE{gap}nor : Norway
PUB{gap}Harbour Post Ltd
AN{gap}Document HARPOS0020190507e557000{number:02}
"""


def read(text: str) -> Document:
    (found,) = extract(text.encode(), "export.txt")
    assert isinstance(found, Document)
    return found


def test_a_document_of_factiva() -> None:
    for text in (factiva(1), factiva(1, alone=True), factiva(1).replace("\n", "\r\n")):
        found = read(text)
        assert found.text.split("\n\n") == [
            FERRY,
            f"IN the upper town, {BRIDGE}",
            "RE said nobody of it, and CO is no code here, he told reporters.",
        ]
        assert (found.title, found.outlet) == ("Ferry sails after storm 1", "Harbour Post")
        assert found.byline == ("Ana Sol", "John Roe")
        assert [e.days.earliest.isoformat() for e in found.dates if e.days] == ["2019-05-07"]


def test_several_documents_of_factiva_are_pieces_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_text("\n\n".join(map(factiva, (1, 2, 3))) + "\nSearch Summary\nText ferry\n")
    found = [piece for piece in pieces(path) if isinstance(piece, Piece)]
    assert [piece.source for piece in found] == [f"{path}:{number}" for number in (1, 2, 3)]
    titles = [d.title for piece in found for d in extract(piece.data, piece.source)
              if isinstance(d, Document)]  # fmt: skip
    assert titles == [f"Ferry sails after storm {number}" for number in (1, 2, 3)]
    (one,) = extract(found[1].data, found[1].source)
    assert one.source == f"{path}:2"


def test_text_with_words_like_codes_is_no_export() -> None:
    text = f"HD\n\nIN {FERRY}\n\nRE {FERRY}\n\nPD said no.\n\nSN {BRIDGE}\n"
    assert not is_factiva(text)
    assert FERRY in read(text).text


WIRE = f"""a w BC-FerryStorm   2ndLd-Writethru   05-07 0310
^BC-Ferry Storm, 2nd Ld-Writethru,310<
^Eds: UPDATES with mayor. AMs.<
^Ferry sails after storm<
^By ANA SOL=
^Associated Press Writer=
   PORT HALE, Norway (AP) _ {FERRY}
   {BRIDGE}
   ___
   AP-WF-05-07-19 1015GMT<
"""


def test_a_report_of_a_wire() -> None:
    found = read(WIRE)
    assert found.text.split("\n\n") == [f"PORT HALE, Norway (AP) _ {FERRY}", BRIDGE]
    assert (found.title, found.byline) == ("Ferry sails after storm", ("Ana Sol",))
    assert found.dateline is not None and found.dateline.agency == "Associated Press"
    (day,) = [e.days for e in found.dates if e.kind == "header"]
    assert day is not None and day.earliest.isoformat() == "2019-05-07"


def test_a_caret_in_text_makes_no_wire() -> None:
    assert not is_wire(f"^ Back to top\n\n{FERRY}\n\n^ See note.\n")
    assert not is_wire(f"{FERRY}\n\n{BRIDGE}\n\n{FERRY}\n\n{FERRY}\n\n^a<\n^b=\n")


def test_a_stamp_of_no_day_is_no_evidence() -> None:
    found = read(WIRE.replace("05-07-19", "99-99-19"))
    assert [e for e in found.dates if e.kind == "header"] == []


def test_damaged_exports_give_results() -> None:
    for text in (factiva(1)[:400], factiva(1)[60:], WIRE[:200], WIRE[150:], "^" * 9_000):
        for found in extract(text.encode(), "export.txt"):
            assert isinstance(found, Document | Rejected)
