"""Events across pages against ECB+ and NewsWCL50: the gold mentions, clustered by resolution.

The gold words are analysed, pages are read as ever, and the gold mentions then stand in the place
of the mentions found: with the reading's own judgement where it found one at the same word, else
with what the tree says of subject, object and lemma. All pages are resolved together, no topic
told.
"""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from evaluation.clusterings import b3, clusters, conll
from evaluation.corpora import Row, need, one_of
from evaluation.syntax import model
from hearsay.language.encoding import Cut
from hearsay.model import (
    Analysis,
    Argument,
    Document,
    EventMention,
    Name,
    Reading,
    Span,
    Token,
    content_id,
)
from hearsay.reading import read
from hearsay.resolve import resolve

_ROLES = {"nsubj": "source", "nsubj:pass": "target", "obj": "target", "obl:agent": "source"}
_UNKNOWN = "OTHER"


Key = tuple[str, int]
"""Page and head word of a gold mention, counted through the page."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's words by sentence, and its gold mentions: number of the head word, and chain."""

    name: str
    sentences: Sequence[Sequence[str]]
    mentions: Sequence[tuple[int, str]]


def measure(root: Path) -> list[Row]:
    rows = []
    for name, pages in (("ecbplus", _ecb(root)), ("newswcl50", _newswcl(root))):
        found, gold = cluster(list(pages))
        rows += [
            Row("coreference", name, "conll_f1", conll(found, gold)),
            Row("coreference", name, "b3_f1", b3(found, gold)),
        ]
    return rows


def cluster(
    pages: Sequence[Page],
) -> tuple[list[frozenset[Key]], list[frozenset[Key]]]:
    """Clusters found and gold, over the gold mentions."""
    gold = {(page.name, word): chain for page in pages for word, chain in page.mentions}
    keys: dict[tuple[str, int], Key] = {}
    readings = []
    analyses = model().analyse_words(_cut(page) for page in pages)
    for page, analysis in zip(pages, analyses, strict=True):
        reading, places = _reading(page, analysis)
        readings.append(reading)
        keys |= {(reading.document.id, start): key for start, key in places.items()}
    labels: dict[Key, object] = {key: key for key in gold}
    for event in resolve(readings).events:
        for told in event.mentions:
            if told.trigger:
                labels[keys[told.cite.document, told.trigger.start]] = event.id
    return clusters(labels), clusters(gold)


def _cut(page: Page) -> Cut:
    words = [word for sentence in page.sentences for word in sentence]
    starts = [n == 0 for sentence in page.sentences for n in range(len(sentence))]
    return Cut(tuple(words), None, tuple(starts), tuple(n == 0 for n in range(len(words))))


def _reading(page: Page, analysis: Analysis) -> tuple[Reading, dict[int, Key]]:
    """The reading with the gold mentions for its events, and the key of each by its place."""
    sha = content_id("bytes", page.name)
    document = Document(content_id("document", sha), page.name, sha, analysis.text)
    own = read(document, analysis)
    words = sorted({word for word, _ in page.mentions})
    events = [_mention(own, analysis, word) for word in words]
    places = {analysis.tokens[word].start: (page.name, word) for word in words}
    return replace(own, events=tuple(events), quantities=()), places


def _mention(own: Reading, analysis: Analysis, number: int) -> EventMention:
    """The reading's mention at a word, else one made from the tree."""
    token = analysis.tokens[number]
    trigger = Span(token.start, token.end, token.text)
    for event in own.events:
        if event.trigger.overlaps(trigger):
            return replace(event, trigger=trigger, specific=True, after=(), before=())
    sentence = next(s for s in analysis.sentences if s.first <= number < s.last)
    last = analysis.tokens[sentence.last - 1].end
    span = Span.of(analysis.text, analysis.tokens[sentence.first].start, last)
    return EventMention(
        span=span,
        trigger=trigger,
        lemma=token.lemma,
        type=_UNKNOWN,
        arguments=tuple(_arguments(own, analysis, number)),
        nominal=token.upos in ("NOUN", "PROPN"),
    )


def _arguments(own: Reading, analysis: Analysis, number: int) -> Iterator[Argument]:
    for child in analysis.tokens[analysis.sentences[0].first :]:
        if child.head == number and child.deprel in _ROLES:
            name = _name_at(own.names, child)
            if name is not None:
                yield Argument(_ROLES[child.deprel], own.names[name].span, name)


def _name_at(names: Sequence[Name], token: Token) -> int | None:
    for number, name in enumerate(names):
        if name.span.start <= token.start and token.end <= name.span.end:
            return number
    return None


def _ecb(root: Path) -> Iterator[Page]:
    path = one_of(need(root, "coreference"), "ecbplus-dev.json.gz", "ecbplus-test.json.gz")
    by_page = _by_page(json.loads(gzip.decompress(path.read_bytes())))
    folder = need(root, "coreference/ecbplus-docs")
    for name, mentions in sorted(by_page.items()):
        file = folder / name.partition("_")[0] / name
        yield Page(name, _ecb_words(file), [_head(mention, 0) for mention in mentions])


def _ecb_words(path: Path) -> list[list[str]]:
    """The words by sentence, without the address that heads each page of the "plus" part."""
    sentences: dict[int, list[str]] = defaultdict(list)
    for token in ElementTree.parse(path).getroot().iter("token"):
        sentences[int(token.get("sentence", "0"))].append(token.text or "_")
    first = 1 if path.stem.endswith("plus") else 0
    return [sentences[number] for number in range(first, max(sentences, default=-1) + 1)]


def _newswcl(root: Path) -> Iterator[Page]:
    folder = need(root, "coreference/newswcl50")
    by_page = _by_page(json.loads((folder / "event_mentions.json").read_text("utf-8")))
    words: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for line in (folder / "NewsWCL50.conll").read_text("utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) > 3 and not line.startswith("#"):
            words[cells[0].rpartition("/")[2]][int(cells[1])].append(cells[3] or "_")
    for name, mentions in sorted(by_page.items()):
        own = words[name]
        sentences = [own[number] for number in range(max(own, default=-1) + 1)]
        firsts = [0, *accumulate(map(len, sentences))]
        heads = [_head(mention, firsts[int(mention["sent_id"])]) for mention in mentions]
        yield Page(name, sentences, heads)


def _by_page(mentions: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for mention in mentions:
        found[mention["doc_id"]].append(mention)
    return found


def _head(mention: Mapping[str, Any], first: int) -> tuple[int, str]:
    """Head word and chain of a mention whose token numbers count from `first`."""
    tokens = [int(number) for number in mention["tokens_number"]]
    words = str(mention["tokens_str"]).split()
    head = mention.get("mention_head_id")
    if head is None or int(head) not in tokens:
        at = words.index(mention["mention_head"]) if mention["mention_head"] in words else 0
        head = tokens[min(at, len(tokens) - 1)]
    return first + int(head), str(mention["coref_chain"])
