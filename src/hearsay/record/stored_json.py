"""What is kept as JSON or text: readings and sources, there and back.

Lone surrogates (the name of a file that is no UTF-8, a broken escape in a row) can be kept neither
in JSON nor as text of SQLite.
"""

import json
import re
from dataclasses import dataclass

import msgspec

from hearsay.model import Document, Metadata, Reading

_LONE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")


@dataclass(frozen=True, slots=True)
class _Paged:
    """A reading as far as its document: the rest is passed over."""

    document: Document


_ENCODER = msgspec.json.Encoder()
_READINGS = msgspec.json.Decoder(Reading)
_DOCUMENTS = msgspec.json.Decoder(_Paged)
_GIVEN = msgspec.json.Decoder(Metadata)


def encoded(noun: Reading | Metadata) -> bytes:
    """The noun as JSON in UTF-8. A lone surrogate becomes U+FFFD, so that offsets hold."""
    try:
        return _ENCODER.encode(noun)
    except UnicodeEncodeError:
        text = json.dumps(msgspec.to_builtins(noun), ensure_ascii=False)
        return _LONE.sub("\ufffd".encode(), text.encode("utf-8", "surrogatepass"))


def reading_of(data: bytes) -> Reading:
    """The reading that was encoded; msgspec.DecodeError where the bytes are none."""
    return _READINGS.decode(data)


def document_of(data: bytes) -> Document:
    """The document of an encoded reading, without its mentions, which is much faster."""
    return _DOCUMENTS.decode(data).document


def given_of(text: str) -> Metadata:
    return _GIVEN.decode(text)


def spelled(text: str) -> str:
    """The text with each lone surrogate spelled out, so that two names stay two.

    >>> spelled("caf\\udce9.txt")
    'caf\\\\udce9.txt'
    """
    return text.encode("utf-8", "backslashreplace").decode()
