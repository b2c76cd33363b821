"""Which paragraphs of a page are the article, and why the others are not."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from hearsay import ontology
from hearsay.pages.layout.furniture_cues import captions_next
from hearsay.pages.layout.paragraph import KEPT, Paragraph, ParagraphVerdict
from hearsay.pages.layout.paragraph_kind import ends_in_day, kind_alone
from hearsay.pages.layout.repeated import repeated
from hearsay.pages.layout.shape import shape, words
from hearsay.pages.metadata.dateline import find_dateline

_QUESTION_WORDS = 16
_CUT_WORDS = 6
_FOREIGN_WORDS = 8
_ABOVE = 4  # so many paragraphs may stand above the report proper
_ON_DAY = re.compile(r"\b(?:on|since|until|by|of|before|after)\s+(?:\w+day,?\s+)?\S+\s+\S+\s+\S+$")


def judge(
    paragraphs: Sequence[Paragraph], *, title: str | None = None, people: Sequence[str] = ()
) -> list[ParagraphVerdict]:
    """A verdict on every paragraph, in order.

    `title` is the page's headline where markup or the user tells it; `people` its bylines. First
    each paragraph is looked at alone, then copies are found, then the neighbours are asked: a
    short line, a list item or a line ending in a colon belongs to the article when prose stands
    beside it; prose far from all other prose does not.
    """
    texts = [paragraph.text for paragraph in paragraphs]
    titled = frozenset(alike(texts, title) if title is not None and words(title) else ())
    reasons = [
        "title" if number in titled else kind_alone(paragraph)
        for number, paragraph in enumerate(paragraphs)
    ]
    _drop(reasons, _cut_short(reasons, texts), "prose")
    _drop(reasons, _foreign_beside(reasons, texts), "foreign")
    _drop(reasons, _biographies(texts, people), "note")
    _drop(reasons, [n + 1 for n, text in enumerate(texts[:-1]) if captions_next(text)], "caption")
    _drop(reasons, _captions_first(reasons, texts), "caption")
    _drop(reasons, _answers_to_related(reasons, texts), "related")
    _drop(reasons, repeated(texts, [reason in KEPT for reason in reasons]), "copy")
    _ask_neighbours(reasons)
    _drop(reasons, _beyond_end(reasons, texts), "after the end")
    _drop(reasons, _apart(reasons, texts), "apart")
    _ask_neighbours(reasons)
    return [
        ParagraphVerdict(text, reason in KEPT, reason)
        for text, reason in zip(texts, reasons, strict=True)
    ]


def alike(texts: Iterable[str], line: str) -> Iterator[int]:
    """The numbers of the texts that have the words of `line`, whatever case and punctuation.

    >>> list(alike(["Ferry sinks", "FERRY SINKS OFF JAVA."], "Ferry sinks off Java"))
    [1]
    """
    wanted = _lowered(line)
    return (number for number, text in enumerate(texts) if _lowered(text) == wanted)


def _lowered(text: str) -> list[str]:
    return [word.lower() for word in words(text)]


def _drop(reasons: list[str], numbers: Sequence[int] | dict[int, int], reason: str) -> None:
    for number in numbers:
        reasons[number] = reason


def _captions_first(reasons: Sequence[str], texts: Sequence[str]) -> list[int]:
    """Captions above the report that read like sentences: they end in a full day.

    "on" before the day makes it prose, unless the report's dateline follows.
    """
    kept = [number for number, reason in enumerate(reasons) if reason in KEPT][:_ABOVE]
    lines = {n for n in kept if find_dateline(texts[n]) is not None}
    return [
        number
        for place, number in enumerate(kept)
        if number not in lines
        and ends_in_day(texts[number])
        and (any(n > number for n in lines) or (not place and not _ON_DAY.search(texts[number])))
    ]


def _cut_short(reasons: Sequence[str], texts: Sequence[str]) -> list[int]:
    """The last paragraph of the page, where it ends in a word that ends no headline."""
    last = len(texts) - 1
    if last < 1 or reasons[last] != "headline" or reasons[last - 1] not in KEPT:
        return []
    found, ends = words(texts[last]), ontology.table("furniture")["cut"]["ends"].split()
    return [last] if len(found) >= _CUT_WORDS and found[-1].lower() in ends else []


def _foreign_beside(reasons: Sequence[str], texts: Sequence[str]) -> list[int]:
    """Short lines without a word of English grammar under a paragraph in another language."""
    return [
        number
        for number in range(1, len(texts))
        if reasons[number] in ("short", "prose")
        and reasons[number - 1] == "foreign"
        and shape(texts[number]).words <= _FOREIGN_WORDS
        and not shape(texts[number]).function_share
    ]


def _biographies(texts: Sequence[str], people: Sequence[str]) -> list[int]:
    """Paragraphs that introduce the author: "Ana Sol is a correspondent in Jakarta."."""
    names, sizes = frozenset(people), frozenset(map(len, people))
    return [
        number
        for number, text in enumerate(texts)
        if any(text[:size] in names for size in sizes)
        and len(words(text)) < 60
        and _biography().search(text)
    ]


@cache
def _biography() -> re.Pattern[str]:
    callings = "|".join(ontology.table("agencies")["words"]["biography"])
    return re.compile(
        rf"\b(?:is|was) (?:a|an|the|our)\b.*\b(?:{callings})\b"
        r"|\b(?:covers|reports on|writes about|joined)\b",
        re.IGNORECASE,
    )


def _answers_to_related(reasons: Sequence[str], texts: Sequence[str]) -> list[int]:
    """Headlines that end in a question mark, right under a lone "Related"."""
    return [
        number
        for number in range(1, len(texts))
        if reasons[number - 1] == "related"
        and len(words(texts[number - 1])) <= 4
        and texts[number].endswith("?")
        and reasons[number] in KEPT
        and len(words(texts[number])) <= _QUESTION_WORDS
    ]


def _ask_neighbours(reasons: list[str]) -> None:
    """Drop what only neighbours could have kept: short lines, items and lead-ins without prose."""
    for number in reversed(range(len(reasons))):
        following = reasons[number + 1] if number + 1 < len(reasons) else ""
        if reasons[number] == "lead-in" and following not in KEPT - {"dateline"}:
            reasons[number] = "label"
        if reasons[number] == "dateline" and following not in ("prose", "quotation"):
            reasons[number] = "label"
    for number, reason in enumerate(reasons):
        before = reasons[number - 1] if number else ""
        if reason == "item" and before not in ("prose", "lead-in", "item", "quotation", "short"):
            reasons[number] = "headline"
    _without_prose_beside(reasons)


def _without_prose_beside(reasons: list[str]) -> None:
    """Drop each stretch of short lines and quotations that touches no prose."""
    start = 0
    while start < len(reasons):
        if reasons[start] not in ("short", "quotation"):
            start += 1
            continue
        end = start
        while end < len(reasons) and reasons[end] in ("short", "quotation"):
            end += 1
        beside = {reasons[start - 1] if start else "", reasons[end] if end < len(reasons) else ""}
        if not beside & {"prose", "lead-in", "item"}:
            reasons[start:end] = ["label"] * (end - start)
        start = end


def _beyond_end(reasons: Sequence[str], texts: Sequence[str]) -> list[int]:
    """Everything after a comment form under the article, and the little after a paywall's offer."""
    endings = ontology.table("furniture")["endings"]
    sizes = [len(words(t)) if r in KEPT else 0 for r, t in zip(reasons, texts, strict=True)]
    above, every = 0, sum(sizes)
    for number, reason in enumerate(reasons):
        limits = endings.get(reason)
        if limits and above >= limits["above"] and every - above <= limits["below"]:
            return [n for n in range(number + 1, len(reasons)) if reasons[n] in KEPT]
        above += sizes[number]
    return []


def _apart(reasons: Sequence[str], texts: Sequence[str]) -> list[int]:
    """Slight prose far from the article: a site's motto above it, another page's teaser below."""
    limits = ontology.table("furniture")["apart"]
    clusters: list[list[int]] = []
    last = None
    for number, reason in enumerate(reasons):
        if reason not in KEPT:
            continue
        if last is None or number - last > limits["gap"]:
            clusters.append([])
        clusters[-1].append(number)
        last = number
    weights = [sum(len(words(texts[number])) for number in cluster) for cluster in clusters]
    slight = min(limits["words"], limits["share"] * max(weights, default=0))
    return [
        number
        for cluster, weight in zip(clusters, weights, strict=True)
        if weight < slight
        for number in cluster
    ]
