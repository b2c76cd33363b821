"""How the brief puts days, tellers and figures into words."""

import textwrap
from collections.abc import Iterable, Mapping

from hearsay.model import Dated, Figure, SourceLink, Statement
from hearsay.model.days import day_in_words, days_in_words
from hearsay.ontology import table

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_LISTED = 60

_PLAIN = frozenset({"said", "says", "say", "told", "added", "according to", "stated", "reported"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which", "we", "i"})

_WAYS = {"denied": "denied by", "asked": "asked by"}
"""What a thing's voices do to it, where they do not simply tell it."""

_BASES = {
    "stated": "stated on the page",
    "derived": "derived from the words",
    "metadata": "from the page's markup, address or feed",
    "inferred": "inferred",
    "reported": "the day it was reported",
    "unknown": "unknown",
}


def content(statement: Statement) -> str:
    """What is told, on one line; dots stand for what the page says in between."""
    text, base = statement.cite.span.text, statement.cite.span.start
    parts: list[str] = []
    end = 0
    for span in statement.contents:
        between = text[end : span.start - base]
        told = any(character.isalnum() for character in between)
        parts += [" … " if told else between, span.text]
        end = span.end - base
    return " ".join("".join(parts).split())


def days(dated: Dated) -> str:
    """An interval of days in words.

    >>> from datetime import date
    >>> days(Dated(date(1962, 10, 26), date(1962, 10, 27)))
    'October 26–27, 1962'
    >>> days(Dated(date(1962, 10, 26), None))
    'from October 26, 1962 on'
    >>> days(Dated(date(1962, 10, 26), date(1962, 10, 26), "reported"))
    'reported October 26, 1962'
    """
    return _reported(dated, _days(dated))


def _reported(dated: Dated, told: str) -> str:
    """The days in words; of an act told without a time, as those on which it was told."""
    return f"reported {told}" if dated.basis == "reported" else told


def _days(dated: Dated) -> str:
    first, last = dated.earliest, dated.latest
    if first is None and last is None:
        return "day unknown"
    if last is None:
        return f"from {day_in_words(first)} on" if first else "day unknown"
    if first is None:
        return f"by {day_in_words(last)}"
    return days_in_words(first, last)


def full_days(dated: Dated) -> str:
    """As `days`, a single day with its weekday.

    >>> from datetime import date
    >>> full_days(Dated(date(1962, 10, 22), date(1962, 10, 22)))
    'Monday, October 22, 1962'
    """
    first = dated.earliest
    if first is None or first != dated.latest:
        return days(dated)
    return _reported(dated, f"{_WEEKDAYS[first.weekday()]}, {day_in_words(first)}")


def cut(words: str) -> str:
    """On one line and cut between words when long, for lists."""
    return textwrap.shorten(words, _LISTED, placeholder=" …")


def basis(dated: Dated) -> str:
    return _BASES[dated.basis]


def speaker(statement: Statement) -> str:
    """Whose words they are, "unnamed source" where no page says."""
    if not statement.chain:
        return "no source named"
    *others, last = (statement.chain[-1], *statement.jointly)
    return " and ".join((", ".join(map(named, others)), named(last))) if others else named(last)


def voices(mentions: Iterable[tuple[Statement, str]]) -> str:
    """In whose words a thing stands that no page tells in its own, by the status it has in them:
    who rejects a blockade denies nothing of it, who denies that there is one does."""
    told: dict[str, set[str]] = {}
    for statement, status in mentions:
        denied = statement.act == "denied" and status == "happened"
        way = "according to" if denied else _WAYS.get(statement.act, "according to")
        told.setdefault(way if statement.chain else "", set()).add(speaker(statement))
    return "; ".join(f"{way} {', '.join(sorted(told[way]))}".strip() for way in sorted(told))


def spoke(statement: Statement) -> str:
    """The speaker, and the page's own word for it where it is not plain telling."""
    who = speaker(statement)
    cue = "" if statement.cue is None else " ".join(statement.cue.text.split())
    if not cue or cue.lower() in _PLAIN or not statement.chain or statement.kind == "direct":
        return who
    return f"{who} [{cue}]"


def addressed(statement: Statement) -> str | None:
    """To whom, unless that is who tells it: "to the Post, through the Post"."""
    link = statement.addressee
    if link is None or any(teller.name == link.name for teller in statement.chain):
        return None
    return f"to {link.name}"


def named(link: SourceLink) -> str:
    """A teller as named; of a pronoun that takes up nobody, that it does.

    >>> [named(SourceLink(None, name, "anonymous")) for name in ("two clerks", "they")]
    ['two clerks (unnamed)', 'they (unclear who)']
    """
    if link.entity is None and link.name.lower() in _PRONOUNS:
        return f"{link.name} (unclear who)"
    return f"{link.name} (unnamed)" if link.kind == "anonymous" else link.name


def through(statement: Statement) -> str | None:
    """The tellers between the speaker and the page, nearest to the speaker first; those that are
    a mere pronoun are left out."""
    between = [link for link in statement.chain[:-1] if link.name.lower() not in _PRONOUNS]
    tellers = [named(link) for link in reversed(between)]
    return ", ".join(tellers) or None


def bounds(figure: Figure) -> str:
    """The bounds as a reader would write them.

    >>> from hearsay.model import Cite, Span
    >>> bounds(Figure("f", Cite("d", Span(0, 1, "x")), "missiles", None, 200.0, None, "nearly"))
    'up to 200'
    """
    unit = {None: "", "percent": "%"}.get(figure.unit, f" {figure.unit}")
    low, high = _number(figure.low), _number(figure.high)
    if low is None and high is None:
        return "number not told"
    if low is None:
        return f"up to {high}{unit}"
    if high is None:
        return f"{low}{unit} or more"
    return f"{low}{unit}" if low == high else f"{low}–{high}{unit}"


def befell(figure: Figure) -> str | None:
    """What befell those counted, unless the figure's own words tell it: "12 deaths"."""
    said: str | None = table("figure_words")["said"].get(figure.predicate or "")
    effects = table("effects")
    told = [
        *effects["nouns"].get(figure.predicate, ()),
        *effects["states"].get(figure.predicate, ()),
    ]
    words = figure.cite.span.text.lower().split()
    return None if any(word.startswith(tuple(told)) for word in words) else said


def _number(value: float | None) -> str | None:
    """A whole number in full; one with a fraction, as conversion leaves, to four figures."""
    if value is None:
        return None
    if value.is_integer():
        return f"{int(value):,}"
    return f"{int(float(f'{value:.4g}')):,}" if abs(value) >= 1000 else f"{float(f'{value:.4g}'):,}"


def giver(figure: Figure, statements: Mapping[str, Statement]) -> str:
    """Who gives the figure: its source, who speaks the words it stands in, or nobody named."""
    if figure.source is not None:
        return named(figure.source)
    statement = statements.get(figure.statement or "")
    return "no source named" if statement is None else speaker(statement)
