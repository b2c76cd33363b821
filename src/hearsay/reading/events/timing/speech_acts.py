"""The expressions that date the telling around an act of speech: those of the lead, and the last.

News tells a day once and goes on in the past tense: "The council met on Monday. The minister
demanded an inquiry." What is said so is of the day told of, unless the telling has moved on since.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from hearsay.model import Anchor, Attribution, Timex
from hearsay.rules import rule
from hearsay.syntax import Parse

_LEAD = 3
"""Sentences in which a page's lead names its day."""

_MOST = 8
"""A sentence with more expressions than these tells of many days."""

_FAR = 8  # verbs coordinated with verbs are followed no further
_ONE_DAY = 1
_MAIN = frozenset({"conj", "parataxis"})


@dataclass(frozen=True, slots=True)
class TellingDays:
    """Of a page's expressions in its own voice that are of the past, the tokens they begin with in
    order (`starts`) and their numbers; `lead` is the first that names a day, where the lead does.
    `ends` are the tokens at which sentences end."""

    starts: tuple[int, ...]
    numbers: tuple[int, ...]
    lead: int | None
    ends: tuple[int, ...]


def days_of(
    tree: Parse,
    timexes: Sequence[Timex],
    quoted: Collection[int],
    unread: Mapping[int, str],
) -> TellingDays:
    """The expressions that may date a page's telling.

    `quoted` are tokens of quoted speech, `unread` the expressions that date no event: a dateline
    dates the telling all the same.
    """
    told: list[tuple[int, int]] = []
    for number, timex in enumerate(timexes):
        start = next(iter(tree.inside((timex.span,))), None)
        if start is None or start in quoted or unread.get(number) == "hour":
            continue
        if _of_the_past(timex):
            told.append((start, number))
    told.sort()
    end = tree.bounds[:_LEAD][-1][1] if tree.bounds else 0
    lead = next((number for at, number in told if at < end and _names_a_day(timexes[number])), None)
    return TellingDays(
        tuple(at for at, _ in told),
        tuple(number for _, number in told),
        lead,
        tuple(last for _, last in tree.bounds),
    )


def quoted(tree: Parse, attributions: Sequence[Attribution]) -> frozenset[int]:
    """The tokens inside quotation marks: what is told there has a day of its own."""
    return frozenset(tree.inside(span for each in attributions for span in each.quoted))


def around(tree: Parse, days: TellingDays, verb: int) -> tuple[int, ...]:
    """The numbers of the expressions that date the telling at a verb; none where it is not of the
    telling's past, or the page's lead names no day, or no day is told before it."""
    if days.lead is None or not _is_told(tree, verb):
        return ()
    before = bisect_left(days.starts, verb)
    if not before or days.lead not in days.numbers[:before]:
        return ()
    end = days.ends[bisect_right(days.ends, verb)]
    after = bisect_left(days.starts, end)
    near = days.numbers[before - 1 : after]
    return tuple(sorted({days.lead, *near})) if len(near) <= _MOST else ()


@rule("EVT-001")
def _is_told(tree: Parse, verb: int) -> bool:
    """True for a verb in the simple past of a main clause: not "had asked", "when it asked"."""
    for _ in range(_FAR):
        token = tree.tokens[verb]
        if token.xpos != "VBD":
            return False
        head = tree.head(verb)
        if head is None:
            return True
        if tree.relation(verb) not in _MAIN:
            return False
        verb = head
    return False


@rule("EVT-002")
def _of_the_past(timex: Timex) -> bool:
    dated = timex.type in ("DATE", "TIME") and timex.anchor is not Anchor.NONE
    return dated and timex.direction not in ("future", "nearest") and timex.relation == "on"


@rule("EVT-003")
def _names_a_day(timex: Timex) -> bool:
    """True for a day, not for a week, month or year."""
    if timex.grain not in (None, "day") or timex.until is not None or not timex.certain:
        return False
    if timex.offset is not None:
        return timex.offset[1] - timex.offset[0] <= _ONE_DAY
    return timex.said.day is not None or timex.said.weekday is not None
