"""Two expressions made the ends of one stretch of days: "between Monday and Wednesday"."""

from dataclasses import replace

from hearsay.model import Anchor, PartialDate, Timex
from hearsay.reading.times.anchor.tense import is_moved
from hearsay.reading.times.grammar.phrase import Phrase
from hearsay.reading.times.sentence_atoms import SentenceAtoms

_RANGED = ("weekday", "monthday", "month", "year")
_UNTIL = (["to"], [",", "to"], ["through"], ["until"], [",", "until"], ["till"])


def close_ranges(
    found: list[Timex], start: int, phrases: list[Phrase], context: SentenceAtoms
) -> None:
    """ "between Monday and Wednesday": the first is closed by the second, which says until when."""
    for i in range(len(phrases) - 1):
        first, second = phrases[i], phrases[i + 1]
        between = [atom.word for atom in context.atoms[first.last : second.first]]
        led = context.word(first.first - 1)
        closes = between in _UNTIL or (between == ["and"] and led == "between")
        alike = second.kind == first.kind in _RANGED
        if closes and alike and first.until is None and not is_moved(context, first.first):
            at = start + i
            found[at] = _closed_by(found[at], second.said)
            if second.kind == "weekday" and found[at].direction == "future" and not second.strict:
                found[at + 1] = replace(found[at + 1], anchor=Anchor.TIMEX, anchor_timex=at)
            found[at + 1] = replace(found[at + 1], relation="until")


def _closed_by(first: Timex, until: PartialDate) -> Timex:
    """The range closed; its year, where only the end tells it ("from March to June 2019")."""
    first = replace(first, until=until, relation="on")
    said = first.said
    if until.year is None or said.year is not None or None in (said.month, until.month):
        return first
    later = (said.month or 0, said.day or 0) > (until.month or 0, until.day or 0)
    year = until.year - later
    value = (first.value or "").replace("XXXX", f"{year:04d}")
    return replace(
        first, said=replace(said, year=year), value=value, anchor=Anchor.ABSOLUTE, anchor_timex=None
    )
