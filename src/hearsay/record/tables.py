"""The tables of the record, under names that read well in any database browser.

`readings` holds what was read from each page (the input of resolution), `arrivals` when it came.
`sources`, `set_aside` and `forgotten` say what became of what was given to read; `former_ids` and
`entered` are the history of ids; `state` counts changes. Every other table holds the resolved
record and is rewritten from the readings.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

HISTORY = frozenset(
    {
        "state",
        "readings",
        "arrivals",
        "sources",
        "set_aside",
        "forgotten",
        "former_ids",
        "entered",
    }
)
"""The tables that are not rewritten with the resolved record."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[str]:
    return Column("id", String(40), primary_key=True)


def _of(name: str, target: str, *, key: bool = False, null: bool = False) -> Column[str]:
    return Column(
        name,
        String(40),
        ForeignKey(f"{target}.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED"),
        primary_key=key,
        nullable=null,
        index=not key,
    )


def _position() -> Column[int]:
    return Column("position", Integer, primary_key=True)


def _span() -> tuple[Column[int], Column[int], Column[str]]:
    return (
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("text", Text, nullable=False),
    )


def _date(prefix: str) -> tuple[Column[object], ...]:
    return (
        Column(f"{prefix}_earliest", Date),
        Column(f"{prefix}_latest", Date),
        Column(f"{prefix}_basis", String(16)),
        Column(f"{prefix}_why", Text),
        Column(f"{prefix}_refused", Text),
    )


state = Table(
    "state",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("document", String(40), primary_key=True),
    Column("reader", String(40), nullable=False),
    Column("given", Text, nullable=False),
    Column("reading", LargeBinary, nullable=False),
)

# Beside the readings, not in them: what stands behind a large value is slow to reach.
arrivals = Table(
    "arrivals",
    metadata,
    Column("document", String(40), ForeignKey("readings.document"), primary_key=True),
    Column("arrival", Integer, nullable=False),
    Column("entered", Date, comment="null where it was not noted"),
    Column("url", Text),
    Column("dated", Date, comment="the latest day that the page gives itself"),
)

sources = Table(
    "sources",
    metadata,
    Column("source", Text, primary_key=True),
    Column("document", String(40), ForeignKey("readings.document"), primary_key=True, index=True),
    Column("file", Text, index=True, comment="null for a row of a file of many"),
    Column("arrival", Integer, nullable=False, server_default="0"),
)

set_aside = Table(
    "set_aside",
    metadata,
    Column("source", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("sha256", String(64)),
)

forgotten = Table(
    "forgotten",
    metadata,
    Column("document", String(40), primary_key=True),
    Column("day", Date, nullable=False),
)

former_ids = Table(
    "former_ids",
    metadata,
    Column("former", String(40), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("current", String(40), index=True),
)

entered = Table(
    "entered",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("kind", String(16), primary_key=True, comment="event or statement"),
    Column("day", Date, comment="null where it was not noted"),
)

origins = Table(
    "origins",
    metadata,
    _id(),
    Column("kind", String(16), nullable=False),
    Column("credit", Text),
    Column("why", Text, nullable=False),
)

stories = Table(
    "stories",
    metadata,
    _id(),
    Column("title", Text, nullable=False),
    Column("first", Date),
    Column("last", Date),
)

documents = Table(
    "documents",
    metadata,
    _id(),
    Column("source", Text, nullable=False),
    Column("url", Text),
    Column("outlet", Text),
    Column("title", Text),
    *_date("published"),
    *_date("updated"),
    *_date("dateline"),
    _of("origin", "origins"),
    _of("story", "stories", null=True),
    Column("text", Text, nullable=False),
)

origin_evidence = Table(
    "origin_evidence",
    metadata,
    _of("origin", "origins", key=True),
    _position(),
    _of("document", "documents"),
    *_span(),
)

entities = Table(
    "entities",
    metadata,
    _id(),
    Column("kind", String(16), nullable=False),
    Column("name", Text, nullable=False, index=True),
    Column("country", String(3)),
    Column("sectors", Text, nullable=False, default=""),
    Column("offices", Text, nullable=False, default="[]"),
)

entity_names = Table(
    "entity_names",
    metadata,
    _of("entity", "entities", key=True),
    _position(),
    Column("name", Text, nullable=False),
)

entity_mentions = Table(
    "entity_mentions",
    metadata,
    _of("entity", "entities", key=True),
    _position(),
    _of("document", "documents"),
    *_span(),
)

events = Table(
    "events",
    metadata,
    _id(),
    Column("type", String(16), nullable=False, index=True),
    Column("mode", String(24)),
    Column("contexts", Text, nullable=False, default=""),
    Column("status", String(16), nullable=False),
    Column("summary", Text, nullable=False),
    *_date("date"),
    _of("place", "entities", null=True),
    Column("place_name", Text),
    Column("origins", Integer, nullable=False),
)

story_events = Table(
    "story_events",
    metadata,
    _of("story", "stories", key=True),
    _position(),
    _of("event", "events"),
)

event_actors = Table(
    "event_actors",
    metadata,
    _of("event", "events", key=True),
    _position(),
    _of("entity", "entities", null=True),
    Column("name", Text, nullable=False),
    Column("role", String(16), nullable=False),
)

statements = Table(
    "statements",
    metadata,
    _id(),
    Column("kind", String(16), nullable=False),
    Column("act", String(16), nullable=False),
    _of("document", "documents"),
    *_span(),
    Column("cue_start", Integer),
    Column("cue_end", Integer),
    Column("cue", Text),
    Column("medium", Text),
    *_date("date"),
    _of("event", "events", null=True),
    _of("parent", "statements", null=True),
    Column("hedged", Boolean, nullable=False),
    Column("score", Float, nullable=False),
)

statement_chain = Table(
    "statement_chain",
    metadata,
    _of("statement", "statements", key=True),
    _position(),
    _of("entity", "entities", null=True),
    Column("name", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("role", String(16), nullable=False, comment="teller, jointly or addressee"),
)

statement_quotes = Table(
    "statement_quotes", metadata, _of("statement", "statements", key=True), _position(), *_span()
)

statement_contents = Table(
    "statement_contents", metadata, _of("statement", "statements", key=True), _position(), *_span()
)

event_mentions = Table(
    "event_mentions",
    metadata,
    _of("event", "events", key=True),
    _position(),
    _of("document", "documents"),
    *_span(),
    Column("trigger_start", Integer),
    Column("trigger_end", Integer),
    Column("trigger", Text),
    Column("status", String(16), nullable=False),
    _of("statement", "statements", null=True),
)

figures = Table(
    "figures",
    metadata,
    _id(),
    _of("event", "events", null=True),
    Column("counted", Text),
    Column("low", Float),
    Column("high", Float),
    Column("unit", String(24)),
    Column("wording", Text),
    _of("of", "figures", null=True),
    _of("statement", "statements", null=True),
    _of("document", "documents"),
    *_span(),
)

relations = Table(
    "relations",
    metadata,
    Column("kind", String(24), primary_key=True),
    Column("one", String(40), primary_key=True),
    Column("other", String(40), primary_key=True, index=True),
    Column("why", Text, nullable=False),
)
