"""A small record built by hand: two pages on one strike, one of them quoting a minister."""

from dataclasses import replace
from datetime import date

from hearsay.model import (
    Actor,
    Cite,
    Dated,
    Entity,
    Event,
    EventMentionRef,
    Figure,
    Origin,
    Page,
    Party,
    PlaceRef,
    Relation,
    Resolution,
    SourceLink,
    Span,
    Statement,
    Story,
    Written,
)
from tests.factories import document

ONE = document(
    "Guards fired on strikers in Arden on Monday. “Six men died,” the minister told reporters.",
    source="one.txt",
    title="Guards fire on strikers",
)
TWO = document("Guards shot at strikers in Arden, killing at least nine men.", source="two.txt")
MONDAY = Dated(date(1931, 5, 11), date(1931, 5, 11), "derived", "“Monday” before May 12, 1931.")


def _cite(page: object, words: str) -> Cite:
    start = page.text.index(words)  # type: ignore[attr-defined]
    return Cite(page.id, Span(start, start + len(words), words))  # type: ignore[attr-defined]


def resolution() -> Resolution:
    """Every noun of the record at least once."""
    six, nine = _cite(ONE, "Six men"), _cite(TWO, "at least nine men")
    quote = _cite(ONE, "Six men died")
    return Resolution(
        pages=tuple(
            sorted(
                (
                    Page(ONE, MONDAY, "o1", story="s1", updated=MONDAY),
                    Page(TWO, Dated(why="no date on the page"), "o2", story="s1"),
                ),
                key=lambda page: page.document.id,
            )
        ),
        entities=(
            Entity("n1", "group", "Guards", ("Guards",), Actor("ARD", ("COP",)), (), ()),
            Entity("n2", "person", "Ann Lee", ("Ann Lee",), Actor(), ("minister",), (quote,)),
            Entity("n3", "place", "Arden", ("Arden",)),
        ),
        stories=(
            Story(
                "s1",
                "Guards fire on strikers",
                tuple(sorted((ONE.id, TWO.id))),
                ("e1", "e2"),
                date(1931, 5, 11),
                date(1931, 5, 11),
            ),
        ),
        origins=(
            Origin("o1", (ONE.id,), "single", None, (), "its own words"),
            Origin("o2", (TWO.id,), "single", None, (quote,), "its own words"),
        ),
        events=(
            Event(
                id="e1",
                type="ASSAULT",
                mode="firearms",
                contexts=("military",),
                status="happened",
                summary="Guards fired on strikers in Arden.",
                actors=(Party("n1", "Guards", "source"), Party(None, "strikers", "target")),
                date=MONDAY,
                place=PlaceRef("n3", "Arden"),
                mentions=(
                    EventMentionRef(
                        _cite(ONE, "Guards fired on strikers in Arden on Monday"),
                        "happened",
                        None,
                        _cite(ONE, "fired").span,
                    ),
                    EventMentionRef(
                        _cite(TWO, "Guards shot at strikers in Arden"), "happened", None
                    ),
                ),
                documents=tuple(sorted((ONE.id, TWO.id))),
                origins=2,
            ),
            Event(
                id="e2",
                type="CONSULT",
                mode=None,
                contexts=(),
                status="planned",
                summary="Ann Lee will meet strikers.",
                actors=(Party("n2", "Ann Lee", "participant"),),
                date=Dated(date(1931, 5, 12), None, "inferred", "told as planned on May 11, 1931"),
                place=None,
                mentions=(EventMentionRef(quote, "planned", "t1"),),
                documents=(ONE.id,),
                origins=1,
            ),
        ),
        figures=(
            Figure("f1", six, "men", 6.0, 6.0, None, None, "e1", None, "t1"),
            Figure("f2", nine, "men", 9.0, None, None, "at least", "e1", "f1"),
        ),
        statements=(
            Statement(
                id="t1",
                kind="direct",
                cite=quote,
                contents=(quote.span,),
                cue=_cite(ONE, "told").span,
                quoted=(quote.span,),
                chain=(
                    SourceLink(None, "The Post", "outlet"),
                    SourceLink("n2", "Ann Lee", "person"),
                ),
                medium="press conference",
                addressee=SourceLink(None, "reporters", "anonymous"),
                date=MONDAY,
                event="e1",
                score=0.9,
            ),
        ),
        relations=(Relation("conflicts", ("f1", "f2"), "6 and at least 9 men cannot both be."),),
    )


def further() -> Resolution:
    """The same record with what format 2 adds filled in."""
    record = resolution()
    strike, talks = record.events
    miners = tuple(replace(party, group="both sides") for party in strike.actors)
    six, nine = record.figures
    return replace(
        record,
        pages=tuple(
            replace(page, document=replace(page.document, truncated=page.document.id == TWO.id))
            for page in record.pages
        ),
        events=(replace(strike, actors=miners, effects=("f1", "f2")), talks),
        figures=(
            replace(
                six,
                predicate="die",
                as_of=MONDAY,
                written=Written(0.5, "dozen"),
                source=SourceLink("n2", "Ann Lee", "person"),
            ),
            replace(nine, predicate="kill"),
        ),
        statements=tuple(replace(statement, negated=True) for statement in record.statements),
    )


def entered_on(record: Resolution, day: date | None) -> Resolution:
    """The record as the store gives it back when all of it entered on one day."""
    return replace(
        record,
        pages=tuple(replace(page, entered=day) for page in record.pages),
        events=tuple(replace(event, entered=day) for event in record.events),
        statements=tuple(replace(statement, entered=day) for statement in record.statements),
    )
