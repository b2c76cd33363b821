"""Days of undated pages against Timeline17: a random 30% of publication days hidden.

From a hidden page what dates it outside its text is taken away: the agency's dateline at its head
and every stamp of day and clock. The others are given their day; all are given their outlet. An
answer is an interval of at most three days, its middle the day answered (of two days the later).

`answered`: hidden pages that have an answer; `exact`, `within_one`: answers whose day is right, and
right within one day; `inside`: answers whose interval holds the day. All in percent, by topic and
over all hidden pages of all topics.

`python -m evaluation.dating [--sample SHARE] [--seed N]` measures on a share of each topic.
"""

import argparse
import gzip
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from evaluation.corpora import Row, folder, need
from evaluation.syntax import model
from hearsay import pages
from hearsay.model import Dated, Document, Given, Reading
from hearsay.reading import read
from hearsay.resolve import resolve

HIDDEN = 0.3
SEED = 17
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


def measure(root: Path, sample: float = 1.0, seed: int = SEED) -> list[Row]:
    """The rows of the benchmark, on a random share of the articles of each topic."""
    corpus = need(root, "dating/timeline17")
    rows: list[Row] = []
    everything: list[tuple[Dated, date]] = []
    for topic in sorted(path for path in corpus.iterdir() if path.is_dir()):
        articles = list(_articles(topic))
        rng = random.Random(seed)
        articles = rng.sample(articles, max(1, round(sample * len(articles))))
        found = dated(
            articles, set(rng.sample(range(len(articles)), round(HIDDEN * len(articles))))
        )
        rows += figures(topic.name, found)
        everything += found
    return rows + figures("all", everything)


def dated(articles: Sequence[Article], hidden: set[int]) -> list[tuple[Dated, date]]:
    """What the package finds for each hidden article, beside the day it came out."""
    readings: list[Reading] = []
    days: dict[str, date] = {}
    for number, article in enumerate(articles):
        reading = _read(article, hidden=number in hidden)
        if reading is not None:
            readings.append(reading)
            days |= {reading.document.id: article.day} if number in hidden else {}
    found = {page.document.id: page.published for page in resolve(readings).pages}
    answers = [(found[document], day) for document, day in days.items()]
    lost = len(hidden) - len(answers)
    return answers + [(Dated(), date.min)] * lost


def _read(article: Article, *, hidden: bool) -> Reading | None:
    row = {"text": stripped(article.text) if hidden else article.text}
    row |= {} if hidden else {"published": article.day.isoformat()}
    outlet = article.topic.rsplit("_", 1)[-1]
    source = f"{article.topic}/{article.name}"
    for found in pages.extract(json.dumps(row).encode(), source, Given(outlet=outlet)):
        if isinstance(found, Document):
            return read(found, model().analyse(found.text))
    return None


def figures(name: str, found: Sequence[tuple[Dated, date]]) -> list[Row]:
    """The rows of one set."""
    errors = [error for answer, day in found if (error := _error(answer, day)) is not None]
    known = len(errors)
    inside = sum(_holds(answer, day) for answer, day in found)
    values: Mapping[str, tuple[int, int]] = {
        "exact": (sum(error == 0 for error in errors), known),
        "within_one": (sum(error <= 1 for error in errors), known),
        "inside": (inside, known),
        "answered": (known, len(found)),
    }
    return [
        Row("dating", name, figure, 100 * part / whole if whole else 0.0)
        for figure, (part, whole) in values.items()
    ]


def _error(answer: Dated, day: date) -> int | None:
    """Days between the middle of an answer and the day; None when it is no answer."""
    if answer.earliest is None or answer.latest is None:
        return None
    length = (answer.latest - answer.earliest).days + 1
    if length > _LONGEST_ANSWER:
        return None
    return abs((answer.earliest + timedelta(days=length // 2) - day).days)


def _holds(answer: Dated, day: date) -> bool:
    if _error(answer, day) is None or answer.earliest is None or answer.latest is None:
        return False
    return answer.earliest <= day <= answer.latest


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
    parser.add_argument("--sample", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    for row in measure(folder(), options.sample, options.seed):
        print(f"{row.set:24} {row.figure:12} {row.value:6.1f}")


if __name__ == "__main__":
    main()
