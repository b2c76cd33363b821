"""Lines that are nothing but an address: of a page, a mailbox, an account or a topic."""

import re

# Each takes a stretch without white space whole and never gives a letter back: a page may be one
# stretch of a million marks, which a search from every letter of it would not end on.
_STRETCH = re.compile(r"\S++")
_LINK = re.compile(r"(?:https?://|www\.)\S++", re.IGNORECASE)
_ACCOUNT = re.compile(r"[@#]\w++")
_HOST_END = re.compile(r"\w{2,}+")
_HOST = re.compile(r"\.\w{2,}+(?=[,;|])")
_SECOND = re.compile(r"[\s,;|](?:[\s,;|]*\s)?+\S[^\s@]*+@\S+")


def is_address(text: str) -> bool:
    """True for a line that is one address, or one and a mailbox after it. Linear in its length.

    >>> is_address("www.post.example"), is_address("ana@post.example, roe@post.example")
    (True, True)
    >>> is_address("Write to ana@post.example")
    False
    """
    named = _LINK.match(text) or _ACCOUNT.match(text)
    return (named is not None and _ends(text, named.end())) or _mailboxes(text)


def _ends(text: str, at: int) -> bool:
    """True where the text ends at `at`, or goes on with a mailbox alone."""
    return at == len(text) or _SECOND.fullmatch(text, at) is not None


def _mailboxes(text: str) -> bool:
    """True for a mailbox of any letters, and for two."""
    stretch = _STRETCH.match(text)
    if stretch is None:
        return False
    if stretch.end() < len(text):
        first = stretch.group().rstrip(",;|")
        return _mailbox(first) and _ends(text, len(first))
    return _mailbox(text) or _glued(text)


def _mailbox(stretch: str) -> bool:
    at, dot = stretch.find("@", 1), stretch.rfind(".")
    return 1 <= at <= dot - 2 and _HOST_END.fullmatch(stretch, dot + 1) is not None


def _glued(stretch: str) -> bool:
    """True for two mailboxes with a mark between them and no space."""
    at = stretch.find("@", 1)
    host = _HOST.search(stretch, at + 2) if at >= 1 else None
    return host is not None and stretch.rfind("@", 0, len(stretch) - 1) >= host.end() + 2
