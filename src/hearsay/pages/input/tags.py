"""How much markup a page has, and elements with more attributes than any page gives one."""

import re

# The cost of an element grows with the square of its attributes in the parser that all libraries
# for HTML share. Pages give an element dozens; two thousand cost some milliseconds.
_MOST_ATTRIBUTES = 2_000

# Comments, scripts and styles are passed over whole, then tags with their quoted values: each
# character is looked at once, whatever is left open.
_TAG = re.compile(
    r"""<!--(?:[^-]++|-(?!->))*+
    | <(?:script|style)\b(?:[^<]++|<(?!/))*+
    | <(?P<name>[a-z][^\s<>/"'=]*+)(?P<rest>(?:[^<>"']++|"[^"]*+"|'[^']*+')*+)""",
    re.IGNORECASE | re.VERBOSE,
)
_QUOTED = re.compile(r""""[^"]*+"|'[^']*+'""")
_NAME_ENDS = re.compile(r"[\s=/]+")


def tags(text: str) -> int:
    """How many tags `text` has at most, those that close an element and comments among them."""
    return text.count("<")


def with_few_attributes(text: str) -> str:
    """`text` with the attributes left out of each tag that has more than any page gives one.

    >>> many = "".join(f" a{n}=x" for n in range(3000))
    >>> with_few_attributes(f"<p class='story'><b{many}>Ferry</b>")
    "<p class='story'><b>Ferry</b>"
    """
    return _TAG.sub(_plain, text)


def _plain(tag: re.Match[str]) -> str:
    rest = tag["rest"] or ""
    # An attribute is two characters at least.
    if len(rest) < 2 * _MOST_ATTRIBUTES:
        return tag.group()
    attributes = len(_NAME_ENDS.findall(_QUOTED.sub("", rest)))
    return tag.group() if attributes <= _MOST_ATTRIBUTES else f"<{tag['name']}"
