"""A sketch to a document: paragraphs judged, title, byline, credits, dateline, dates, outlet."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hearsay.model import DateEvidence, Document, Metadata, Rejected, content_id
from hearsay.pages.input.captures import uncaptured
from hearsay.pages.input.decoding import one_line
from hearsay.pages.input.sketch import Sketch, without_credit
from hearsay.pages.layout.drop_caps import with_first_letter
from hearsay.pages.layout.furniture import judge
from hearsay.pages.layout.language_id import foreign_language
from hearsay.pages.layout.paragraph import Paragraph, ParagraphVerdict
from hearsay.pages.layout.shape import words
from hearsay.pages.layout.timestamps import split_timestamps
from hearsay.pages.layout.title import asks, find_title
from hearsay.pages.layout.truncation import breaks_off
from hearsay.pages.metadata.bylines import (
    Credits,
    house_of,
    read_byline,
    read_credit,
    read_signature,
)
from hearsay.pages.metadata.date_evidence import furniture_evidence
from hearsay.pages.metadata.dateline import Head, dateline_evidence, find_dateline
from hearsay.pages.metadata.machine_days import told_evidence
from hearsay.pages.metadata.outlet import copyright_holder, domain, masthead, outlet_of, own_address
from hearsay.pages.metadata.stated_dates import url_evidence

_ROUNDS = 4
_ARTICLE = 50  # words that tell more than a caption or a quotation in another language's article
_HEAD = 3  # a dateline stands in one of the first paragraphs: a standfirst may come before


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where a page came from: its source, its own bytes, what was told of it and by whom.

    `by` is the kind of evidence that `given.published` is: "given" by the user, "feed" by a row;
    `site` the address of the outlet, where a row gives no other.
    """

    source: str
    data: bytes
    given: Metadata
    by: str = "given"
    site: str | None = None


def assemble(sketch: Sketch, arrival: Arrival) -> Document | Rejected:
    """The document of a sketched page, or why there is none."""
    sketch, given = _clean(sketch), arrival.given
    title = given.title or sketch.title
    paragraphs = split_timestamps(without_credit(sketch.paragraphs))
    judged = judge(paragraphs, title=title, people=sketch.byline)
    verdicts, title = _with_title(judged, title)
    # A question that heads two lines is their headline, but where they say nothing without it.
    text = _text(verdicts, paragraphs) or _text(judged, paragraphs)
    text = with_first_letter(text, title)
    refusal = _refusal(text, verdicts)
    if refusal is not None:
        return Rejected(arrival.source, refusal)
    lines = [verdict.text for verdict in verdicts]
    url = uncaptured(given.url or sketch.url) or own_address(lines, title)
    host = domain(url)
    told = [v.text for v in verdicts if v.reason == "legal"]
    holder = copyright_holder(told) or masthead(verdicts)
    outlet = given.outlet or sketch.outlet or outlet_of(url or arrival.site, holder)
    head = _head(text)
    hands = _hands(verdicts, sketch.byline)
    sha256 = hashlib.sha256(arrival.data).hexdigest()
    return Document(
        id=content_id("document", sha256),
        source=arrival.source,
        sha256=sha256,
        text=text,
        title=title,
        outlet=outlet,
        url=url,
        byline=hands.people,
        credits=_credits(hands, head, {outlet, house_of(host) if host else None}),
        dateline=head.dateline if head else None,
        truncated=breaks_off(verdicts, text),
        dates=tuple(
            dict.fromkeys(_dates(sketch, arrival, url, furniture_evidence(verdicts, title), head))
        ),
    )


def _clean(sketch: Sketch) -> Sketch:
    """The sketch without characters that cannot be seen: entities of HTML make new ones."""
    paragraphs = [replace(p, text=one_line(p.text) or "") for p in sketch.paragraphs]
    return replace(
        sketch,
        paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph.text),
        title=one_line(sketch.title),
        outlet=one_line(sketch.outlet),
        url=one_line(sketch.url),
        byline=tuple(filter(None, map(one_line, sketch.byline))),
    )


def _with_title(
    verdicts: list[ParagraphVerdict], title: str | None
) -> tuple[list[ParagraphVerdict], str | None]:
    """The verdicts with the headline marked, and the headline: as told, else as found."""
    if title is not None:
        return verdicts, title
    number = find_title(verdicts)
    if number is None:
        number = asks(verdicts)
    if number is None:
        return verdicts, None
    title = verdicts[number].text
    marked = [
        ParagraphVerdict(v.text, False, "title") if n == number else v
        for n, v in enumerate(verdicts)
    ]
    return marked, title


def _text(verdicts: Sequence[ParagraphVerdict], paragraphs: Sequence[Paragraph]) -> str:
    """The kept paragraphs, judged again among themselves until nothing more falls out.

    What remains then stands as it would if it were a page of its own.
    """
    kept = [p for p, verdict in zip(paragraphs, verdicts, strict=True) if verdict.kept]
    for _ in range(_ROUNDS):
        again = [p for p, verdict in zip(kept, judge(kept), strict=True) if verdict.kept]
        if len(again) == len(kept):
            break
        kept = again
    return "\n\n".join(paragraph.text for paragraph in kept)


def _refusal(text: str, verdicts: Sequence[ParagraphVerdict]) -> str | None:
    """Why there is no article in English here, or None."""
    foreign = [verdict.text for verdict in verdicts if verdict.reason == "foreign"]
    kept_words = len(words(text))
    mostly_foreign = sum(len(line) for line in foreign) > len(text)
    language = foreign_language(foreign if mostly_foreign else [text])
    if (foreign and mostly_foreign) or kept_words:
        # Of a page in several languages the English part is read, if it is an article.
        part = kept_words >= _ARTICLE and "\n\n" in text and foreign_language([text]) is None
        if language is not None and not part:
            return f"The page is in {language} and only English is read; give an English version."
        if kept_words:
            return None
    return (
        "No sentence was found on the page: only titles, lists or navigation; "
        "save the article's own page or its text."
    )


def _head(text: str) -> Head | None:
    """The dateline in the first paragraphs of the text; later ones open no report."""
    at = 0
    for _ in range(_HEAD):
        head = find_dateline(text, at)
        if head is not None:
            return head
        at = text.find("\n\n", at) + 2
        if at < 2:
            return None
    return None


def _hands(verdicts: Sequence[ParagraphVerdict], byline: Sequence[str]) -> Credits:
    """Everybody that bylines and credit lines name; markup's authors first."""
    people, outlets = list(byline), list[str]()
    for number, verdict in enumerate(verdicts):
        named: Credits | None = None
        if verdict.reason == "byline":
            named = read_byline(verdict.text)
        elif verdict.reason == "credit":
            named = read_credit(verdict.text)
        elif verdict.reason in ("label", "headline") and number + 1 < len(verdicts):
            named = read_signature(verdict.text, verdicts[number + 1].text)
        if named is not None:
            people += named.people
            outlets += named.outlets
    return Credits(tuple(dict.fromkeys(people)), tuple(dict.fromkeys(outlets)))


def _credits(hands: Credits, head: Head | None, own: set[str | None]) -> tuple[str, ...]:
    """The houses whose copy this is, by credits and dateline, the page's own left out."""
    agency = head.dateline.agency if head else None
    houses = [*([agency] if agency else []), *hands.outlets]
    return tuple(dict.fromkeys(house for house in houses if house not in own))


def _dates(
    sketch: Sketch,
    arrival: Arrival,
    url: str | None,
    furniture: Sequence[DateEvidence],
    head: Head | None,
) -> Iterator[DateEvidence]:
    """All evidence of the page's day, the surest kinds first."""
    if arrival.given.published:
        yield told_evidence(arrival.by, arrival.given.published)
    yield from sketch.dates
    yield from furniture
    in_url = url_evidence(url) if url else None
    if in_url is not None:
        yield in_url
    in_head = dateline_evidence(head.dateline) if head else None
    if in_head is not None:
        yield in_head
