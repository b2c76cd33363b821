"""Formats that are no pages are refused with the remedy; texts that look like them are read."""

import io
import tarfile
import zipfile

import pytest

from hearsay.model import Document, Rejected
from hearsay.pages import extract
from hearsay.pages.input.formats import HEAD, refusal

FERRY = "The ferry left the harbour at dawn, the ministry said on Monday."
BRIDGE = "“It stays shut,” the mayor told the council on Friday."
TEXT = f"{FERRY}\n\n{BRIDGE}\n"
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
ITEM = (
    f"<item><title>Ferry sails</title><description>&lt;p&gt;{FERRY}&lt;/p&gt;</description></item>"
)


def archive(kind: str) -> bytes:
    store = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(store, "w") as packed:
            packed.writestr("page.txt", TEXT)
    else:
        with tarfile.open(fileobj=store, mode="w", format=tarfile.GNU_FORMAT) as packed:
            packed.addfile(tarfile.TarInfo("page.txt"))
    return store.getvalue()


REFUSED: list[tuple[str | bytes, str]] = [
    (b"%PDF-1.4\n%\xe2\xe3", "PDF"),
    (archive("zip"), "zip"),
    (archive("tar"), "tar"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "office"),
    (r"{\rtf1\ansi " + TEXT, "rich text"),
    (b"\xff\xd8\xff\xe0" + bytes(60), "picture"),
    (b"\x00\x00\x00\x18ftypmp42" + bytes(60), "recording"),
    (b"BZh91AY&SY", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd\x00", "zstandard"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"SQLite format 3\x00" + bytes(90), "SQLite"),
    (b"PAR1\x15\x04", "Parquet"),
    (f"{XML}<rss version='2.0'><channel>{ITEM}</channel></rss>", "RSS"),
    (f"<rss version='2.0'><channel>{ITEM}{ITEM}</channel></rss>", "RSS"),
    (f"{XML}<!-- a comment -->\n<?xml-stylesheet href='x'?>\n<rdf:RDF>{ITEM}</rdf:RDF>", "RSS"),
    (f"{XML}<feed xmlns='http://www.w3.org/2005/Atom'><entry>{FERRY}</entry></feed>", "Atom"),
    (
        '{"version": "https://jsonfeed.org/version/1.1", "items": [{"content_text": "x"}]}',
        "JSON feed",
    ),
    (f"{XML}<urlset><url><loc>https://post.example/</loc></url></urlset>", "site map"),
    (f"{XML}<newsItem><p>{FERRY}</p><p>{BRIDGE}</p><p>{FERRY}</p></newsItem>", "NewsML"),
    (
        f"{XML}<!DOCTYPE nitf SYSTEM 'nitf.dtd' [<!ENTITY a 'b'>]><nitf><p>{FERRY}</p></nitf>",
        "NITF",
    ),
    (f"{XML}<tei:TEI><p>{FERRY}</p></tei:TEI>", 'begins with "TEI"'),
    (f"WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>{FERRY}</p>", "WARC"),
    (f"From ana@post.example Mon May  6 10:00:00 2019\nSubject: Ferry\n\n{TEXT}", "mailbox"),
    (f"Return-Path: <a@b.example>\nFrom: Ana\n Sol <a@b.example>\nDate: Mon\n\n{TEXT}", "e-mail"),
    (
        f"From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n"
        f"\tboundary=x\n\n--x\n\n<p>{FERRY}</p>",
        "MHTML",
    ),
    (f"WEBVTT\n\n00:01.000 --> 00:04.000\n{FERRY}\n", "WebVTT"),
    (f"1\r\n00:00:01,000 --> 00:00:04,000\r\n{FERRY}\r\n", "SubRip"),
    (f"\n            1 of 12 DOCUMENTS\n\nHarbour Post\n\n{TEXT}", "several articles"),
    (f"TY  - NEWS\nTI  - Ferry sails\nAB  - {FERRY}\nER  -\n", "RIS"),
    (f"20190507101500-7\t20190507101500\t1\tpost.example\tTAX_FERRY;CRISIS\t{FERRY}\n", "GDELT"),
    (f"901234567\t20190507\t201905\t2019\t2019.34\tGOV\t{FERRY}\n", "GDELT"),
    ("version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 12\n", "Git LFS"),
    (f'id,title,text\n1,Ferry sails,"{FERRY}\n\n{BRIDGE}"\n2,Bridge shut,"{BRIDGE}"\n', "comma"),
    (f'title,text\nFerry sails,"{FERRY}"\nBridge shut,"{BRIDGE}"\n', "comma"),
    (f'\ufeff"id";"title";"text"\r\n"1";"Ferry sails";"{FERRY}"\r\n', "semicolon"),
    (f"url\tdate\ttext\nhttps://post.example/7\t2019-05-07\t{FERRY}\n", "tab"),
    (f"event_id,event_place,notes\n7,Harbour,{FERRY.replace(',', '')}\n8,Bridge,Shut\n", "comma"),
    ("\t".join([FERRY, *"abcdefghi"]) + "\n" + "\t".join([BRIDGE, *"abcdefghi"]) + "\n", "tab"),
    (f'id,title,text\n1,Ferry sails,"{FERRY * 200}"\n', "comma"),
]


@pytest.mark.parametrize(("data", "words"), REFUSED)
def test_a_format_is_refused_in_one_sentence(data: str | bytes, words: str) -> None:
    raw = data.encode() if isinstance(data, str) else data
    (found,) = extract(raw, "page.html")
    assert isinstance(found, Rejected)
    assert words in found.reason and "; " in found.reason and found.reason.endswith(".")


def test_text_in_other_encodings_is_recognised_too() -> None:
    feed = f"{XML}<rss version='2.0'><channel>{ITEM}</channel></rss>"
    for encoding in ("utf-16", "utf-8-sig", "utf-16-le"):
        (found,) = extract(feed.encode(encoding), "feed")
        assert isinstance(found, Rejected) and "RSS" in found.reason


PAGES = [
    f"From: the harbour desk\n\nFerry sails\n\n{TEXT}",
    f"From: The desk\nTo: All readers\nDate: 7 May 2019\nSubject: Ferry\n\n{TEXT}",
    f"From Ana Sol in the harbour, Monday\n\n{TEXT}",
    f"Summary: {FERRY}\nDetails: {BRIDGE}\nDate: Monday\n\n{TEXT}",
    f"Ferry, bridge, harbour\n\n{TEXT}",
    f"Rain, wind, snow\n{FERRY[:-1]}, again.\n{BRIDGE}\n",
    f"Date, Place, Time\n\n{TEXT}",
    f"Home | News | Sport\n{FERRY}\n\n{BRIDGE}\n",
    f"Home\tNews\tSport\tWeather\tBusiness\tWorld\tArts\tTravel\tVideo\tMore\n{TEXT}",
    f"1\n\n{TEXT}",
    f"1 of 2 ferries sailed.\n\n{TEXT}",
    f"WEBVTTX is a ferry.\n\n{TEXT}",
    f"PK lost.\n\n{TEXT}",
    f"BM said so.\n\n{TEXT}",
    "x" * 3 + f"{TEXT}\n" + "The crew ate mustard and bread on the way. " * 30,
    f"<p>{FERRY}</p><p>{BRIDGE}</p><p>By Ana Sol</p>",
    f"{XML}<!DOCTYPE html PUBLIC '-//W3C//DTD'>\n<html><body><p>{FERRY}</p></body></html>",
    f"{XML}<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{FERRY}</p></body></html>",
    f"<!-- RSS --><!doctype html><html><body><article><p>{FERRY}</p></article></body></html>",
    f"<article><p>{FERRY}</p><p>{BRIDGE}</p><p>It did.</p></article>",
    f"{{Correction}} {FERRY}\n\n{BRIDGE}",
]


@pytest.mark.parametrize("text", PAGES)
def test_texts_that_look_like_it_are_read(text: str) -> None:
    (found,) = extract(text.encode(), "page.txt")
    assert isinstance(found, Document)
    assert "The ferry left the harbour at dawn" in found.text


ODD = ["<!--", "<!---->", "<?", "a:\n", ",\n", '"', "<!doctype ", "<!doctype [", "{", "\t", "From "]


@pytest.mark.parametrize("crumb", ODD)
def test_recognising_ends_on_odd_heads(crumb: str) -> None:
    refusal((crumb * 9_000 + "x").encode())


def test_only_the_head_is_looked_at() -> None:
    assert refusal((TEXT * HEAD).encode()[:HEAD] + b"\x01" * HEAD) is None
