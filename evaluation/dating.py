"""Days of undated pages against Timeline17: a fixed 30% of publication days hidden.

From a hidden page what dates it outside its text is taken away: the agency's dateline at its head
and every stamp of day and clock. The others are given their day; all are given their outlet. The
pages of all topics make one record, unless each topic is measured `apart`. An answer is an interval
of at most three days, its middle the day answered (of two days the later).

`answered`: hidden pages that have an answer; `exact`, `within_one`: answers whose day is right, and
right within one day; `inside`: answers whose interval holds the day; `certain`: of the intervals
that follow from what is told, with no likelihood in them, those that hold it. All in percent, by
topic, over `all` topics, over those that weights were fitted on (`tuned`) and the others (`held`).

Sets named `headers` are of the same articles as they came, headers and all, with nothing told of
them and each alone. `answered`: pages given a closed interval that follows from what they say;
`certain`: of these those whose interval holds the day; `exact`: those that name that day alone.

`python -m evaluation.dating [--full] [--apart]`: a fixed sample of each topic, or all of it.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from evaluation.corpora import Row, folder, need
from evaluation.syntax import model
from hearsay import pages
from hearsay.model import Dated, Document, Metadata, Reading
from hearsay.reading import read
from hearsay.resolve import resolve

HIDDEN = 0.3
SAMPLE = 85
"""Articles of a topic that are read when not all are."""

_LONGEST_ANSWER = 3

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = (
    rf"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? ?)?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})"
)
_DATE = rf"(?:{_DAY},? \d{{4}}|\d{{4}} \d\d \d\d)"
_CLOCK = r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?:,? ?(?:[A-Z]{2,4}\b|UK time))?"
_STAMP = re.compile(rf"{_CLOCK}[ ,|]*(?:on )?{_DATE}|{_DATE}[ ,|;:-]*(?:at )?{_CLOCK}", re.I)
_AGENCY = re.compile(r".{0,400}?\((?:Reuters|CNN|AP|AFP|Xinhua)[^)]{0,20}\) ?(?:--?|–)?", re.S)
_DATELINE = re.compile(
    rf"(?:^|(?<=[\n)]) *)[A-Z][A-Z .,]+(?:, [A-Z][a-z]+\.?)?,? {_MONTH} \d{{1,2}}(?:, \d{{4}})? *-+"
)
_TOKENS = {"-LRB-": "(", "-RRB-": ")", "``": "“", "''": "”", "\\/": "/", "\\*": "*"}


@dataclass(frozen=True, slots=True)
class Article:
    topic: str
    name: str
    day: date
    text: str
    hidden: bool = False


Answer = tuple[Dated, date]
"""What was found for a page, and the day it came out."""

Told = tuple[Article, Reading | None]
"""An article and its reading, None where no text was found in it."""


def measure(root: Path, *, full: bool = False, apart: bool = False) -> list[Row]:
    """The rows of the benchmark, on a sample of the articles of each topic or on all of them."""
    corpus = need(root, "dating/timeline17")
    topics = {
        path.name: [_read(one) for one in chosen(list(_articles(path)), None if full else SAMPLE)]
        for path in sorted(corpus.iterdir())
        if path.is_dir()
    }
    if apart:
        found = {name: dated(told)[name] for name, told in topics.items()}
    else:
        found = dated([one for told in topics.values() for one in told])
    return [*rows_of(found), *header_rows({n: list(map(alone, t)) for n, t in topics.items()})]


def rows_of(found: Mapping[str, Sequence[Answer]]) -> list[Row]:
    """The rows of each topic, of all, and of the topics tuned on and held out."""
    rows = [row for topic in sorted(found) for row in figures(topic, found[topic])]
    halves = {"all": (True, False), "tuned": (True,), "held": (False,)}
    for name, kept in halves.items():
        parts = [found[topic] for topic in sorted(found) if tuned(topic) in kept]
        rows += figures(name, [answer for part in parts for answer in part])
    return rows


def tuned(topic: str) -> bool:
    """True for the topics that weights were fitted on: those whose hash is even."""
    return int(sha256(topic.encode()).hexdigest(), 16) % 2 == 0


def chosen(articles: Sequence[Article], most: int | None) -> list[Article]:
    """The articles of a topic whose hashes come first, of which the first have their day hidden."""
    ranked = sorted(articles, key=lambda one: sha256(f"{one.topic}/{one.name}".encode()).digest())
    kept = ranked[:most]
    hidden = round(HIDDEN * len(kept))
    return [
        Article(one.topic, one.name, one.day, one.text, hidden=n < hidden)
        for n, one in enumerate(kept)
    ]


def dated(told: Sequence[Told]) -> dict[str, list[Answer]]:
    """What the package finds for the hidden articles of each topic, all in one record."""
    days = {one.document.id: article for article, one in told if article.hidden and one is not None}
    found: dict[str, list[Answer]] = {article.topic: [] for article, _ in told}
    for article, reading in told:
        if article.hidden and reading is None:
            found[article.topic].append((Dated(), article.day))
    for page in resolve(reading for _, reading in told if reading is not None).pages:
        hidden = days.get(page.document.id)
        if hidden is not None:
            found[hidden.topic].append((page.published, hidden.day))
    return found


def alone(told: Told) -> Answer:
    """What an article as it came says of its own day, with nothing else to go by."""
    article, known = told
    document = _page(article, {"text": article.text}, Metadata())
    if document is None:
        return Dated(), article.day
    if known is not None and known.document.text == document.text:
        reading = replace(known, document=document)
    else:
        reading = read(document, model().analyse(document.text))
    return resolve([reading]).pages[0].published, article.day


def _read(article: Article) -> Told:
    row = {"text": stripped(article.text) if article.hidden else article.text}
    row |= {} if article.hidden else {"published": article.day.isoformat()}
    page = _page(article, row, Metadata(outlet=article.topic.rsplit("_", 1)[-1]))
    return article, None if page is None else read(page, model().analyse(page.text))


def _page(article: Article, row: Mapping[str, str], given: Metadata) -> Document | None:
    source = f"{article.topic}/{article.name}"
    found = pages.extract(json.dumps(row).encode(), source, given)
    return next((page for page in found if isinstance(page, Document)), None)


def header_rows(found: Mapping[str, Sequence[Answer]]) -> list[Row]:
    """The rows of pages with their headers, each alone: those of every topic and of all."""
    sets = {f"{topic}-headers": found[topic] for topic in sorted(found)}
    sets["headers"] = [answer for answers in sets.values() for answer in answers]
    return [row for name, answers in sets.items() for row in _header_figures(name, answers)]


def _header_figures(name: str, found: Sequence[Answer]) -> Iterator[Row]:
    told = [(answer, day) for answer, day in found if _certain(answer)]
    values: Mapping[str, tuple[int, int]] = {
        "answered": (len(told), len(found)),
        "certain": (sum(_holds(*one) for one in told), len(told)),
        "exact": (sum(one.earliest == one.latest == day for one, day in told), len(told)),
    }
    for figure, (part, whole) in values.items():
        if whole:
            yield Row("dating", name, figure, 100 * part / whole)


def figures(name: str, found: Sequence[Answer]) -> list[Row]:
    """The rows of one set."""
    errors = [error for answer, day in found if (error := _error(answer, day)) is not None]
    known = len(errors)
    certain = [_holds(answer, day) for answer, day in found if _certain(answer)]
    inside = sum(_error(answer, day) is not None and _holds(answer, day) for answer, day in found)
    values: Mapping[str, tuple[int, int]] = {
        "exact": (sum(error == 0 for error in errors), known),
        "within_one": (sum(error <= 1 for error in errors), known),
        "inside": (inside, known),
        "answered": (known, len(found)),
        "certain": (sum(certain), len(certain)),
    }
    return [
        Row("dating", name, figure, 100 * part / whole if whole else 0.0)
        for figure, (part, whole) in values.items()
        if whole or figure != "certain"
    ]


def _error(answer: Dated, day: date) -> int | None:
    """Days between the middle of an answer and the day; None when it is no answer."""
    if answer.earliest is None or answer.latest is None:
        return None
    length = (answer.latest - answer.earliest).days + 1
    if length > _LONGEST_ANSWER:
        return None
    return abs((answer.earliest + timedelta(days=length // 2) - day).days)


def _certain(answer: Dated) -> bool:
    """True for days that follow from what is told: closed at both ends, no likelihood in them."""
    closed = answer.earliest is not None and answer.latest is not None
    return closed and answer.basis in ("stated", "derived", "metadata")


def _holds(answer: Dated, day: date) -> bool:
    return (answer.earliest or day) <= day <= (answer.latest or day)


def _articles(topic: Path) -> Iterator[Article]:
    with gzip.open(topic / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            told = json.loads(line)
            day = date.fromisoformat(told["time"][:10])
            yield Article(topic.name, str(told["id"]), day, plain(told["text"]))


def plain(text: str) -> str:
    """The text of a tokenised article, with its marks and spaces as printed.

    >>> plain("He said : `` It 's over -LRB- now -RRB- . ''")
    "He said: “It's over (now).”"
    """
    for token, mark in _TOKENS.items():
        text = text.replace(token, mark)
    text = re.sub(r" ([.,:;?!)”%]|n't\b|'(?:s|re|ve|ll|d|m)\b|')", r"\1", text)
    return re.sub(r"([(“$]) ", r"\1", text)


def stripped(text: str) -> str:
    """The article without stamps of day and clock, and without the dateline or agency at its head.

    >>> stripped("LAGOS | Mon Jan 17, 1966 7:32 pm GMT LAGOS (Reuters) - The army took over.")
    ' The army took over.'
    """
    text = _STAMP.sub(" ", text)
    head = _AGENCY.match(text)
    return _DATELINE.sub(" ", text[head.end() :] if head else text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="all articles, not a sample")
    parser.add_argument("--apart", action="store_true", help="a record of its own for each topic")
    options = parser.parse_args()
    for row in measure(folder(), full=options.full, apart=options.apart):
        print(f"{row.set:24} {row.figure:14} {row.value:6.1f}")


if __name__ == "__main__":
    main()
