"""Statements of the record that were asked for: by whom, to whom, about what, when."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import partial

from hearsay.model import Entity, Interval, Page, Relation, Resolution, SourceLink, Statement
from hearsay.publish.typed_names import Names, Way, keys_of, nearest

_FATES = {"repeats", "alters"}
_NAMED = {"by", "through", "to", "about"}

Links = Callable[[Statement], Sequence[SourceLink]]


@dataclass(frozen=True, slots=True)
class Query:
    """What statements are asked for; None where anything will do.

    `by` is whose words they are, `through` a teller between them and the page, `to` whom they were
    said to, `about` a name or words of the content. `since` and `until` are days; `kind` is direct,
    mixed or indirect, `act` the kind of cue (said, denied, warned …).
    """

    by: str | None = None
    through: str | None = None
    to: str | None = None
    about: str | None = None
    since: date | None = None
    until: date | None = None
    kind: str | None = None
    act: str | None = None


@dataclass(frozen=True, slots=True)
class StatementHit:
    """A statement, the pages that carry it in one text, and what became of it in others.

    `fates` names for each the relation and the page at its other end."""

    statement: Statement
    pages: tuple[Page, ...]
    fates: tuple[tuple[Relation, Page], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The hits by day, then in the order of the pages; when there are none, `why` says it."""

    hits: tuple[StatementHit, ...]
    why: str = ""


def search(resolution: Resolution, asked: Query) -> Found:
    """The statements asked for; of copies of one text the first speaks for all."""
    index = _SearchIndex.of(resolution)
    chosen = index.chosen(asked)
    if not chosen:
        return Found((), _why(index, asked))
    gathered: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for statement in sorted(chosen, key=index.order):
        gathered[index.sameness(statement)].append(statement)
    return Found(tuple(index.hit(group) for group in gathered.values()))


@dataclass(frozen=True, slots=True)
class _SearchIndex:
    """The record by id, as a search needs it."""

    resolution: Resolution
    names: Names
    pages: Mapping[str, Page]
    statements: Mapping[str, Statement]
    fates: Mapping[str, Sequence[tuple[Relation, Statement]]]
    mentioned: Mapping[str, Sequence[tuple[int, int, str]]]

    @classmethod
    def of(cls, resolution: Resolution) -> "_SearchIndex":
        statements = {statement.id: statement for statement in resolution.statements}
        return cls(
            resolution=resolution,
            names=Names.of(resolution.entities),
            pages={page.document.id: page for page in resolution.pages},
            statements=statements,
            fates=_fates(resolution.relations, statements),
            mentioned=_mentioned(resolution.entities),
        )

    def chosen(self, asked: Query) -> list[Statement]:
        """The statements for which everything asked holds."""
        left = [s for s in self.resolution.statements if self._plainly(s, asked)]
        for value, links in (
            (asked.by, _last),
            (asked.through, _between),
            (asked.to, _addressee),
        ):
            if value is not None:
                left = self._meant(left, value, partial(_among, links))
        if asked.about is not None:
            left = self._meant(left, asked.about, self._about)
        return left

    def _plainly(self, statement: Statement, asked: Query) -> bool:
        """True when kind, act and days are as asked."""
        if asked.kind not in (None, statement.kind) or asked.act not in (None, statement.act):
            return False
        if asked.since is None and asked.until is None:
            return True
        days = self.days(statement)
        if days.latest is None:
            return False
        early = days.earliest or days.latest
        return (asked.since or days.latest) <= days.latest and early <= (asked.until or early)

    def _meant(
        self,
        statements: Sequence[Statement],
        value: str,
        holds: Callable[[Way, Statement], bool],
    ) -> list[Statement]:
        """Those that hold for the name in the surest of its ways that holds for any."""
        for way in self.names.ways(value):
            found = [statement for statement in statements if way.keys and holds(way, statement)]
            if found:
                return found
        return []

    def _about(self, way: Way, statement: Statement) -> bool:
        """True when the content names whom the way means, or holds all the words."""
        span = statement.cite.span
        if any(
            span.start <= start and end <= span.end and entity in way.entities
            for start, end, entity in self.mentioned.get(statement.cite.document, ())
        ):
            return True
        return way.keys <= keys_of(span.text)

    def days(self, statement: Statement) -> Interval:
        """When it was said as far as is known, an open end closed by when its page came out."""
        published = self.pages[statement.cite.document].published
        first = statement.date.earliest or published.earliest
        last = statement.date.latest or published.latest
        return Interval(last if first and last and last < first else first, last)

    def order(self, statement: Statement) -> tuple[object, ...]:
        """By day, then in the order of the pages, then in the order of the text."""
        page = self.pages[statement.cite.document]
        days = self.days(statement)
        return (
            days.latest or date.max,
            page.published.earliest or date.max,
            page.document.source,
            page.document.id,
            statement.cite.span.start,
            statement.id,
        )

    def sameness(self, statement: Statement) -> tuple[object, ...]:
        """The same for statements that copies of one text share."""
        words = " ".join(statement.cite.span.text.split())
        speakers = tuple((link.entity or link.name) for link in _everybody(statement))
        return (self.pages[statement.cite.document].origin, words, speakers, statement.act)

    def hit(self, group: Sequence[Statement]) -> StatementHit:
        pages = {statement.cite.document: None for statement in group}
        fates = {
            (relation.kind, relation.why, page): (relation, self.pages[page])
            for statement in group
            for relation, other in self.fates.get(statement.id, ())
            for page in (other.cite.document,)
        }
        return StatementHit(
            group[0], tuple(self.pages[page] for page in pages), tuple(fates.values())
        )


def _fates(
    relations: Sequence[Relation], statements: Mapping[str, Statement]
) -> dict[str, list[tuple[Relation, Statement]]]:
    found: dict[str, list[tuple[Relation, Statement]]] = defaultdict(list)
    for relation in relations:
        one, other = relation.between
        if relation.kind in _FATES and one in statements and other in statements:
            found[one].append((relation, statements[other]))
            found[other].append((relation, statements[one]))
    return found


def _mentioned(entities: Sequence[Entity]) -> dict[str, list[tuple[int, int, str]]]:
    """Where each page names whom."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for entity in entities:
        for cite in entity.mentions:
            found[cite.document].append((cite.span.start, cite.span.end, entity.id))
    return found


def _among(links: Links, way: Way, statement: Statement) -> bool:
    return any(map(way.means, links(statement)))


def _last(statement: Statement) -> Sequence[SourceLink]:
    return (*statement.chain[-1:], *statement.jointly)


def _everybody(statement: Statement) -> Sequence[SourceLink]:
    return (*statement.chain, *statement.jointly)


def _between(statement: Statement) -> Sequence[SourceLink]:
    return statement.chain[:-1]


def _addressee(statement: Statement) -> Sequence[SourceLink]:
    return () if statement.addressee is None else (statement.addressee,)


def _why(index: _SearchIndex, asked: Query) -> str:
    """How many statements each condition finds alone, and the names nearest to one unknown."""
    if not index.statements:
        return "the record holds no statements"
    told: list[str] = []
    near: list[str] = []
    for name, value in _conditions(asked):
        alone = len(index.chosen(Query(**{name: value})))  # type: ignore[arg-type]
        told.append(f'--{name} "{value}" alone finds {alone or "none"}')
        if not alone and name in _NAMED:
            names = nearest(str(value), index.resolution)
            near += [f'the names nearest to "{value}" are {", ".join(names)}'] if names else []
    return "; ".join(("no statement is as asked", *told, *near))


def _conditions(asked: Query) -> Iterator[tuple[str, object]]:
    for field in fields(asked):
        value = getattr(asked, field.name)
        if value is not None:
            yield field.name, value
