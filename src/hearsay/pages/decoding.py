"""Bytes to text: encodings told by marks, found by trial or guessed, and control characters out."""

import re

from charset_normalizer import from_bytes

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SAMPLE = 100_000
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z][\w.:-]{1,30})""")
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
    zero, else the charset that HTML declares, else Windows-1252 where its
    typographic quotes are the only odd bytes, else what charset-normalizer finds.

    >>> decode(b"\\x93Never,\\x94 he said.")
    '“Never,” he said.'
    """
    return clean(_decoded(data))


def clean(text: str) -> str:
    """`text` without unseen characters, its line ends as "\\n"."""
    return _UNSEEN.sub("", _LINE_END.sub("\n", text))


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    wide = _wide(data)
    if wide is not None:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_encoding(data), "replace")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: English text then has a zero in every second byte."""
    head = data[:4000]
    if len(head) < 4 or 0 not in head:
        return None
    even, odd = head[::2].count(0) / len(head[::2]), head[1::2].count(0) / len(head[1::2])
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else None


def _encoding(data: bytes) -> str:
    """The encoding of bytes that are no clean UTF-8."""
    if _mostly_utf8(data):
        return "utf-8"
    declared = _DECLARED.search(data[:2000])
    if declared is not None and _known(declared.group(1).decode("ascii")):
        return declared.group(1).decode("ascii")
    high = [byte for byte in data[:_SAMPLE] if byte >= 0x80]
    typographic = sum(0x80 <= byte <= 0x9F or byte in (0xA0, 0xA3, 0xA9, 0xE9) for byte in high)
    if typographic > 0.5 * len(high):
        return "cp1252"
    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best is not None and _known(best.encoding) else "cp1252"


def _mostly_utf8(data: bytes) -> bool:
    """True for UTF-8 with a few broken bytes: cut off, or with a foreign crumb."""
    sample = data[:_SAMPLE]
    broken = sample.decode("utf-8", "replace").count("\ufffd")
    whole = sum(0xC2 <= byte <= 0xF4 for byte in sample)
    return broken <= 1 or broken * 10 < whole


def _known(encoding: str) -> bool:
    try:
        # utf-7 and the like turn plain text into something else; no page of the web is in them.
        return bool("A".encode(encoding) == b"A")
    except (LookupError, UnicodeError):
        return False
