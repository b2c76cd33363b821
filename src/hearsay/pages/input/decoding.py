"""Bytes to text: encodings told by marks, found by trial or guessed, and control characters out."""

import html
import re

from charset_normalizer import from_bytes

from hearsay import ontology
from hearsay.pages.input.mojibake import unspoiled

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SAMPLE = 100_000
_FEW = 0.05  # English has few letters beyond ASCII: names, and quotation marks
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z][\w.:-]{1,30})""")
_PLAIN = rb"A \x41 +AGE-"
# don’t, and ,” in the old encoding of the Mac: in any other these would be capitals or signs
_MAC = re.compile(rb"[a-z]\xd5[a-z]|[a-z][,.?!]\xd3(?=\s)")
# What other programs print for a line end; str.splitlines knows them, regular expressions do not.
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Control characters, lone surrogates, non-characters, and marks that show nothing: soft
# hyphens, zero-width spaces, byte order marks, directions of writing.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)


def decode(data: bytes) -> str:
    """The text of `data`, with "\\n" for every line end and no character that cannot be seen.

    A byte order mark decides, else UTF-8 where it fits, else UTF-16 where every second byte is
    zero, else the charset that HTML declares, as browsers take it, else Mac Roman by its
    quotation marks, else Windows-1252 where its own are most of the odd bytes or those are few,
    else what charset-normalizer finds.

    >>> decode(b"\\x93Never,\\x94 he said.")
    '“Never,” he said.'
    """
    return clean(characters(data))


def clean(text: str) -> str:
    """`text` without unseen characters, its line ends as "\\n", and decoded but once."""
    return _UNSEEN.sub("", _LINE_END.sub("\n", unspoiled(text)))


def one_line(text: str | None) -> str | None:
    """`text` cleaned, each stretch of white space one space; None where nothing is left.

    >>> one_line("Harbour\\u202e  Post\\n")
    'Harbour Post'
    """
    return " ".join(clean(text).split()) or None if text else None


def resolved(text: str) -> str:
    """`text` with its entities of HTML as characters.

    >>> resolved("Tom &amp; Ana&#8217;s")
    'Tom & Ana’s'
    """
    try:
        return html.unescape(text)
    except ValueError:  # a number of more digits than Python reads
        return text


def characters(data: bytes) -> str:
    """The text of `data` by the rules of `decode`, with all its characters."""
    return data.decode(encoding_of(data), "replace")


def encoding_of(data: bytes) -> str:
    """The name of the encoding that `decode` reads `data` by."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    wide = _wide(data)
    if wide is not None:
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _narrow(data)
    return "utf-8"


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: English text then has a zero in every second byte."""
    head = data[:4000]
    if len(head) < 4 or 0 not in head:
        return None
    even, odd = head[::2].count(0) / len(head[::2]), head[1::2].count(0) / len(head[1::2])
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else None


def _narrow(data: bytes) -> str:
    """The encoding of bytes that are no clean UTF-8 and no UTF-16."""
    sample = data[:_SAMPLE]
    if _mostly_utf8(sample):
        return "utf-8"
    declared = _declared(data[:2000])
    if declared is not None:
        return declared
    if _MAC.search(sample):
        return "mac_roman"
    high = [byte for byte in sample if byte >= 0x80]
    typographic = sum(0x80 <= byte <= 0x9F or byte in (0xA0, 0xA3, 0xA9, 0xE9) for byte in high)
    if typographic > 0.5 * len(high) or len(high) < _FEW * len(sample):
        return "cp1252"
    best = from_bytes(sample).best()
    return best.encoding if best is not None and _known(best.encoding) else "cp1252"


def _declared(head: bytes) -> str | None:
    """The encoding that HTML names, as browsers take it; UTF-8 is disbelieved: it does not fit."""
    found = _DECLARED.search(head)
    if found is None:
        return None
    name = found.group(1).decode("ascii").lower()
    name = str(ontology.table("encodings")["browsers"].get(name, name))
    return None if name in ("utf-8", "utf8") or not _known(name) else name


def _mostly_utf8(sample: bytes) -> bool:
    """True for UTF-8 with a few broken bytes: cut off, or with a foreign crumb."""
    odd = [char for char in sample.decode("utf-8", "surrogateescape") if char > "\x7f"]
    broken = sum("\udc80" <= char <= "\udcff" for char in odd)
    return 3 * broken <= len(odd) and bool(odd)


def _known(encoding: str) -> bool:
    """True for an encoding that leaves ASCII as it is. Some of Python's turn plain text into
    something else, or fail on it; no page of the web is in them."""
    try:
        return _PLAIN.decode(encoding, "replace") == _PLAIN.decode("ascii")
    except (LookupError, UnicodeError):
        return False
