"""What the markup of an HTML page says of it: JSON-LD, meta elements, title, time."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from hearsay import ontology
from hearsay.model import DateEvidence
from hearsay.pages.input.decoding import resolved
from hearsay.pages.layout.lines import collapse
from hearsay.pages.metadata.bylines import cased
from hearsay.pages.metadata.date_lines import line_evidence
from hearsay.pages.metadata.stated_dates import evidence, find_stated

_MOST_NODES = 500  # JSON-LD nodes looked at; real pages have a dozen
_ADDRESS = re.compile(r"^(?:https?:|www\.|@)|\S+@\S+", re.I)
_JOINED = re.compile(r"\s*(?:,|;|\band\b|&|\|)\s*")
_BY = re.compile(r"^by\b:?\s+", re.IGNORECASE)
_BLOCK = re.compile(r"<(?:/(?:p|div|li|h[1-6]|blockquote)|br\s*/?|p|div|li)\b[^<>]*>", re.I)
_ELEMENT = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Markup:
    """What markup tells; each None or empty where it tells nothing."""

    title: str | None = None
    headings: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    byline: tuple[str, ...] = ()
    dates: tuple[DateEvidence, ...] = ()
    body: str | None = None


def read_markup(tree: HtmlElement) -> Markup:
    """The page's own description of itself. JSON-LD is believed before meta elements."""
    meta, article = _meta(tree), next(_articles(tree), {})
    headings = tuple(collapse(h.text_content()) for h in tree.iter("h1"))
    titles = [_text(article.get("headline")), *_from(meta, "title"), *headings, _page_title(tree)]
    outlets = [_text(_first(article.get("publisher"), "name")), *_from(meta, "outlet")]
    urls = [_link(tree, "canonical"), *_from(meta, "url"), _text(article.get("url"))]
    named = _names(article.get("author")) or [
        n for text in _from(meta, "author") for n in names_in(text)
    ]
    return Markup(
        title=next((title for title in titles if title), None),
        headings=headings,
        outlet=next((outlet for outlet in outlets if outlet and not _ADDRESS.match(outlet)), None),
        url=next((url for url in urls if url and url.startswith("http")), None),
        byline=tuple(dict.fromkeys(named)),
        dates=tuple(dict.fromkeys(_dates(tree, meta, article))),
        body=_prose(article.get("articleBody")),
    )


def names_in(text: str) -> list[str]:
    """The names that a line of authors gives; addresses are none.

    >>> names_in("By Ana Sol and John Roe, ana@post.example")
    ['Ana Sol', 'John Roe']
    """
    names = _JOINED.split(_BY.sub("", collapse(text)))
    return [cased(name) for name in names if name and not _ADDRESS.search(name)]


def _dates(
    tree: HtmlElement, meta: dict[str, list[str]], article: dict[str, Any]
) -> Iterator[DateEvidence]:
    for kind, key, field in (
        ("markup", "published", "datePublished"),
        ("updated", "updated", "dateModified"),
    ):
        stamps = [_text(article.get(field)), *_from(meta, key)]
        yield from (evidence(kind, stamp) for stamp in stamps if stamp and find_stated(stamp))
    if not any(_text(article.get("datePublished")) or _from(meta, "published")):
        yield from _times(tree)


def _times(tree: HtmlElement) -> Iterator[DateEvidence]:
    """The first `time` element with a date: later ones belong to other pages' teasers."""
    for element in tree.iter("time"):
        printed = collapse(element.text_content())
        stamp = element.get("datetime") or printed
        if not find_stated(stamp):
            continue
        if (element.get("itemprop") or "").lower() in ontology.table("markup")["updated"]:
            yield from (e for e in line_evidence(printed, kind="markup") if e.kind == "markup")
            yield evidence("updated", stamp)
        else:
            yield evidence("markup", stamp)
        return


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = collapse(element.get("content") or "")
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, []).append(content)
    return found


def _from(meta: dict[str, list[str]], key: str) -> list[str]:
    names: list[str] = ontology.table("markup")[key]
    return [content for name in names for content in meta.get(name, ())]


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD nodes that describe an article, in order; what is no JSON is passed over."""
    wanted = set(ontology.table("markup")["articles"])
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            loaded = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(loaded):
            kinds = node.get("@type")
            if wanted & set(kinds if isinstance(kinds, list) else [str(kinds)]):
                yield node


def _nodes(loaded: object) -> Iterator[dict[str, Any]]:
    """Every object at the top of a JSON-LD text, or in its lists and @graph."""
    waiting, seen = [loaded], 0
    while waiting and seen < _MOST_NODES:
        seen += 1
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting[:0] = node[:_MOST_NODES]
        elif isinstance(node, dict):
            yield node
            waiting.extend(node[key] for key in ("@graph", "mainEntity") if key in node)


def _names(author: object) -> list[str]:
    """The names of a JSON-LD author: a text, an object, or a list of either."""
    entries: Sequence[object] = author if isinstance(author, list) else [author]
    named: list[str] = []
    for entry in entries[:20]:
        text = _text(_first(entry, "name"))
        named += names_in(text) if text else []
    return named


def _first(value: object, field: str) -> object:
    """The field of an object, or of the first object of a list; a text stands for itself."""
    if isinstance(value, list):
        value = value[0] if value else None
    return value.get(field) if isinstance(value, dict) else value


def _text(value: object) -> str | None:
    """A string of JSON-LD on one line; scripts hold the entities that markup would resolve."""
    return collapse(resolved(value)) or None if isinstance(value, str) else None


def _prose(value: object) -> str | None:
    """The article in a string of JSON-LD, its entities and elements resolved."""
    if not isinstance(value, str) or not value.strip():
        return None
    text = resolved(value)
    return resolved(_ELEMENT.sub("", _BLOCK.sub("\n\n", text)))


def _page_title(tree: HtmlElement) -> str | None:
    for element in tree.iter("title"):
        return collapse(element.text_content()) or None
    return None


def _link(tree: HtmlElement, rel: str) -> str | None:
    for element in tree.iter("link"):
        if rel in (element.get("rel") or "").lower().split():
            return str(element.get("href") or "") or None
    return None
