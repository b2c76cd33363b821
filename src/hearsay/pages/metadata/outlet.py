"""Which outlet a page says it comes from, and the page's own address."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from hearsay.pages.layout.paragraph import ParagraphVerdict
from hearsay.pages.layout.shape import words
from hearsay.pages.metadata.agencies import agency_forms, is_house
from hearsay.pages.metadata.bylines import house_of

_URL = re.compile(r"https?://[^\s<>\"']+")
_NAME = r"[A-Z][\w'’&-]*(?:\.\w+)*"
_YEARS = r"(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?,?\s*)?"
_HOLDER = re.compile(
    rf"(?i:©|\(c\)|\bcopyright\b)\s*(?i:©|\(c\))?\s*(?:by\s+)?{_YEARS}(?:by\s+)?"
    rf"(?P<holder>{_NAME}(?:\s+(?:of|the|and|&|{_NAME})){{0,6}})"
)
_COMPANY = re.compile(
    r",?\s+(?:inc|ltd|llc|limited|plc|corp|corporation|company|co|gmbh|pty|media group|all|"
    r"rights|reserved)\b.*$",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|mp4|css|js)\b", re.I)
_MASTHEAD = 12  # lines of a page in which its outlet's name may stand
_SUFFIX = re.compile(r"\s+(?:[|–—·»]|-)\s+")


def own_address(texts: Sequence[str], title: str | None) -> str | None:
    """The address in `texts` whose path spells the page's title, or None.

    >>> own_address(["https://a.example/2009/ferry-sinks-off-java"], "Ferry sinks off Java")
    'https://a.example/2009/ferry-sinks-off-java'
    """
    if title is None:
        return None
    told = {word.lower() for word in words(title)}
    for text in texts:
        for url in _URL.findall(text):
            slug = {word.lower() for word in words(re.sub(r"[-_/.]", " ", _path(url)))}
            if not _IMAGE.search(url) and len(slug & told) >= max(3, 0.5 * len(told)):
                return str(url)
    return None


def _path(url: str) -> str:
    """The path of an address; empty for what is no address."""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def domain(url: str | None) -> str | None:
    """The host of an address without "www.", or None."""
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.").removeprefix("m.") if host and "." in host else None


def copyright_holder(texts: Sequence[str]) -> str | None:
    """The outlet that a copyright line names, but no agency: agencies own what others print."""
    for text in texts:
        for match in _HOLDER.finditer(text):
            holder = _COMPANY.sub("", match["holder"]).strip(" .,")
            if holder[:1].isupper() and holder not in agency_forms() and len(holder) > 2:
                return holder
    return None


def masthead(verdicts: Sequence[ParagraphVerdict]) -> str | None:
    """The name of the outlet that heads the page: a short line above the article.

    It ends as names of papers do, or the article says that somebody told it something.
    """
    prose = " ".join(verdict.text for verdict in verdicts if verdict.kept)
    for verdict in verdicts[:_MASTHEAD]:
        if verdict.kept:
            return None
        name = verdict.text
        if verdict.reason != "label" or not 1 <= len(name.split()) <= 4 or not name[:1].isupper():
            continue
        told = rf"\b(?:told|telling|interview with)\s+(?:the\s+)?{re.escape(name)}\b"
        if is_house(name) or re.search(told, prose, re.IGNORECASE):
            return name
    return None


def outlet_of(url: str | None, holder: str | None) -> str | None:
    """The outlet by address and copyright line: a known house, the holder, or the host."""
    host = domain(url)
    return (house_of(host) if host else None) or holder or host


def without_outlet(title: str, outlet: str | None) -> str:
    """The headline without the site's name after a bar or dash.

    >>> without_outlet("Ferry sinks | Harbour Post", "Harbour Post")
    'Ferry sinks'
    """
    parts = _SUFFIX.split(title)
    if outlet is None or len(parts) < 2:
        return title
    name = {word.lower() for word in words(outlet)}
    last = {word.lower() for word in words(parts[-1])}
    if name and last and (name <= last or last <= name):
        cut = list(_SUFFIX.finditer(title))[-1]
        return title[: cut.start()].strip()
    return title
