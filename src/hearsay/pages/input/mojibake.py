"""Text that was UTF-8, was read as Windows-1252, and was kept so: "â€œNoâ€\\x9d" for “No”."""

import re

_ONCE_MORE = 3  # some programs do it again and again
# Pairs that no language writes; each is how one sign or accented letter of UTF-8 then looks.
_SIGNS = re.compile("â€[\x80-\xbf™œ˜“”¦¢]|Ã[\xa0-\xbfƒ‰‡]|Â[\xa0-\xbf]")
_BYTES = {
    ord(bytes([byte]).decode("cp1252")): byte
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_ENCODED = re.compile(
    "[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
    "|\xe2\x80(?![\x80-\xbf])"
)


def unspoiled(text: str) -> str:
    """`text` with the characters it had before it was decoded twice; others stay as they are.

    >>> unspoiled("â€œNo,â€\\x9d said JosÃ© MuÃ±oz.")
    '“No,” said José Muñoz.'
    """
    for _ in range(_ONCE_MORE):
        if not any(first in text for first in "âÃÂ") or _SIGNS.search(text) is None:
            break
        text = _decoded(text)
    return text


def _decoded(text: str) -> str:
    parts: list[str] = []
    done = 0
    for found in _ENCODED.finditer(text.translate(_BYTES)):
        parts += text[done : found.start()], _character(found.group().encode("latin-1"))
        done = found.end()
    return "".join([*parts, text[done:]])


def _character(data: bytes) -> str:
    """The character of one sequence of UTF-8; a quotation mark that lost its last byte is ”."""
    return "”" if len(data) == 2 and data[0] == 0xE2 else data.decode("utf-8", "replace")
