"""Whether the text of a page breaks off before the article ends."""

import re
from collections.abc import Sequence

from hearsay import ontology
from hearsay.pages.layout.furniture_cues import plain
from hearsay.pages.layout.paragraph import ParagraphVerdict
from hearsay.pages.layout.shape import finished, shape, words

# "… [+1204 chars]" and "[…]" are how feeds mark what they left out.
_DOTS = re.compile(r"(?:\.\.\.|…|\. \. \.)[\])]?\s*(?:\[\+?\d+ char(?:acter)?s\])?$")
_WHOLE = re.compile(r"[a-z][.!?][\"”’']?\s+[\"“‘']?[A-Z]")
_TAIL = 40  # characters that hold any mark of what was left out
_PARTED = re.compile(r"[,;(–—]$")


def breaks_off(verdicts: Sequence[ParagraphVerdict], text: str) -> bool:
    """True where the text ends in dots or amid a sentence, or is followed by an offer of the rest.

    Dots before a closing mark are a speaker's.
    """
    last = text.rpartition("\n\n")[2]
    ends_page = bool(verdicts) and verdicts[-1].text == last
    return (
        bool(_DOTS.search(last[-_TAIL:]))
        or _amid_phrase(last)
        or (ends_page and _amid_sentence(last))
        or _is_offered(verdicts)
    )


def _amid_phrase(last: str) -> bool:
    """True for a paragraph that ends in a mark or a word with which no sentence ends."""
    told = words(last)
    if not told or finished(last):
        return False
    ends = ontology.table("furniture")["cut"]["ends"].split()
    return bool(_PARTED.search(last)) or (last.endswith(told[-1]) and told[-1] in ends)


def _amid_sentence(last: str) -> bool:
    """True for running text that ends in a plain word after whole sentences; an outlet's words
    about itself, which often lack their stop, are one sentence and end in a name."""
    table, looks = ontology.table("furniture")["prose"], shape(last)
    if looks.finished or looks.words < int(table["unfinished_words"]):
        return False
    told = looks.function_share >= float(table["unfinished_share"])
    return told and words(last)[-1].islower() and last[-1].isalpha() and bool(_WHOLE.search(last))


def _is_offered(verdicts: Sequence[ParagraphVerdict]) -> bool:
    """True where an offer of the rest stands right below the article, at the end of the page."""
    table = ontology.table("furniture")["cut"]
    below = max((number for number, each in enumerate(verdicts) if each.kept), default=-1) + 1
    if not 0 < below < len(verdicts):
        return False
    following = verdicts[below]
    if following.reason == "paywall":
        return True
    bare = plain(following.text).rstrip(" .…»>→")
    is_last = below == len(verdicts) - 1
    return bare in table["offers"] or (is_last and bare in table["offers_at_end"])
