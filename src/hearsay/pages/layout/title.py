"""The headline of a page that has no markup to name it."""

from collections import Counter
from collections.abc import Sequence

from hearsay.pages.layout.paragraph import ParagraphVerdict
from hearsay.pages.layout.shape import function_words, words

_FEWEST, _MOST = 3, 30
_SHARE = 0.2
_NEAR = 4  # so many lines may stand between a headline and the report
_REACH = 40  # so many paragraphs above the article a headline may stand


def find_title(verdicts: Sequence[ParagraphVerdict]) -> int | None:
    """The number of the paragraph that is the page's headline, or None.

    Among the headlines above the first paragraph of the article, the one that shares most words
    with the article's opening; then the one repeated most; then the nearest. A label, a menu entry
    or another page's headline shares nothing.
    """
    first = next((n for n, verdict in enumerate(verdicts) if verdict.kept), None)
    if first is None:
        return None
    opening = _content(" ".join(v.text for v in verdicts[first : first + 6] if v.kept))
    times = Counter(_key(verdict.text) for verdict in verdicts)
    above = range(max(0, first - _REACH), first)
    candidates = [n for n in above if _headline(verdicts[n])]
    if not candidates:
        return _short_title(verdicts, first, opening)
    shared = {number: len(_content(verdicts[number].text) & opening) for number in candidates}
    again = {number: times[_key(verdicts[number].text)] for number in candidates}
    best = max(candidates, key=lambda number: (shared[number], again[number], number))
    share = shared[best] / max(len(_content(verdicts[best].text)), 1)
    alone = best == first - 1 or (len(candidates) == 1 and _leads(verdicts[best:first]))
    return best if share >= _SHARE or again[best] > 1 or alone else None


def _leads(verdicts: Sequence[ParagraphVerdict]) -> bool:
    """True where between a headline, which is no list of names, and the report stand its outlet,
    writer and day alone."""
    headline, *between = verdicts
    reasons = {verdict.reason for verdict in between}
    told = any(word[0].islower() and word not in function_words() for word in words(headline.text))
    return (
        len(between) <= _NEAR
        and bool(reasons & {"byline", "date"})
        and reasons <= {"label", "byline", "date"}
        and told
    )


def _short_title(
    verdicts: Sequence[ParagraphVerdict], first: int, opening: frozenset[str]
) -> int | None:
    """The number of a headline of few words right above the report that its opening tells again."""
    for number in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        told = _content(verdicts[number].text)
        if verdicts[number].reason == "label" and told and len(told & opening) >= len(told) / 2:
            return number
    return None


def asks(verdicts: Sequence[ParagraphVerdict]) -> int | None:
    """The number of a headline that is a question, and so looked like a sentence, or None."""
    kept = [n for n, verdict in enumerate(verdicts) if verdict.kept]
    if len(kept) < 2:
        return None
    text = verdicts[kept[0]].text
    alone = text.endswith("?") and text.count("?") == 1 and not any(mark in text for mark in '.!“"')
    return kept[0] if alone and _FEWEST <= len(words(text)) <= 18 else None


def _headline(verdict: ParagraphVerdict) -> bool:
    size = len(words(verdict.text))
    shouted = verdict.reason == "label" and verdict.text.isupper()
    return (verdict.reason == "headline" or shouted) and _FEWEST <= size <= _MOST


def _key(text: str) -> str:
    return " ".join(words(text)).lower()


def _content(text: str) -> frozenset[str]:
    """The words of `text` that are not function words, cut to six letters for want of lemmas."""
    found = {word.lower().replace("’", "'").removesuffix("'s") for word in words(text)}
    return frozenset(word[:6] for word in found - function_words())
