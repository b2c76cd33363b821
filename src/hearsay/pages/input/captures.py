"""The address of a page that an archive, a browser or a mirror kept."""

import re
from functools import cache

from hearsay import ontology

_SCHEME = re.compile(r"https?:/+(?=[\w-])", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?=[:/?#]|$)")


def uncaptured(url: str | None) -> str | None:
    """The page's own address where `url` is that of a capture, else `url`.

    >>> uncaptured("https://web.archive.org/web/20220614101500/https://a.example/881")
    'https://a.example/881'
    """
    if url is None:
        return None
    capture = _captures().match(url)
    kept = url[capture.end() :] if capture is not None else ""
    if _SCHEME.match(kept):
        return _SCHEME.sub(lambda scheme: scheme.group().rstrip("/") + "//", kept, count=1)
    return f"http://{kept}" if _HOST.match(kept) else url


def saved_from(text: str) -> str | None:
    """The address that the comment of a saved page names, or None.

    >>> saved_from("<!-- saved from url=(0021)https://a.example/881 --><html>")
    'https://a.example/881'
    """
    found = _comments().search(text, 0, ontology.table("captures")["saved"]["reach"])
    if found is None:
        return None
    address = next(group for group in found.groups() if group)
    if _SCHEME.match(address):
        return uncaptured(address)
    return f"http://{address}" if _HOST.match(address) else None


@cache
def _captures() -> re.Pattern[str]:
    return re.compile("|".join(ontology.table("captures")["archives"]["before"]), re.IGNORECASE)


@cache
def _comments() -> re.Pattern[str]:
    ways = "|".join(ontology.table("captures")["saved"]["comments"])
    return re.compile(rf"<!--\s*(?:{ways})", re.IGNORECASE)
