"""The expressions that date the telling around an act that no words of its own date.

News tells a day once and goes on in the past tense: "The council met on Monday. The minister
demanded an inquiry." What is told so is of the day told of, unless the telling has moved on since.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass

from hearsay.model import Anchor, Attribution, Timex
from hearsay.reading.events.arguments.control import VERBAL
from hearsay.reading.events.candidates.event_lexicon import words
from hearsay.reading.events.timing.event_times import time_head, time_of
from hearsay.rules import rule
from hearsay.syntax import Parse

_LEAD = 3
"""Sentences in which a page's lead names its day."""

_MOST = 8
"""A sentence with more expressions than these tells of many days."""

_NEAR = 5
"""Sentences back that a day told dates the telling; behind them it is of the lead's day again."""

_DEEP = 3
_FAR = 8  # verbs coordinated with verbs are followed no further
_ONE_DAY = 1
_MAIN = frozenset({"conj", "parataxis"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PAST = frozenset({"VBD"})
_ALONG = frozenset({"advcl", "conj", "xcomp"})


@dataclass(frozen=True, slots=True)
class TellingDays:
    """Of a page's expressions in its own voice that are of the past, the tokens they begin with in
    order (`starts`) and their numbers; `lead` is the first that names a day, where the lead does.
    `ends` are the tokens at which sentences end, `asides` those at which expressions of the past
    begin that date something else, and name no day ("in April")."""

    starts: tuple[int, ...]
    numbers: tuple[int, ...]
    lead: int | None
    ends: tuple[int, ...]
    asides: tuple[int, ...] = ()


def days_of(
    tree: Parse,
    timexes: Sequence[Timex],
    quoted: Collection[int],
    unread: Mapping[int, str],
) -> TellingDays:
    """The expressions that may date a page's telling: those that say when its main clauses were.

    "Tuesday" does in "the council met on Tuesday", not in "the council debated Tuesday's raid".
    `quoted` are tokens of quoted speech, `unread` the expressions that date no event: a dateline
    dates the telling all the same.
    """
    told: list[tuple[int, int]] = []
    asides: list[int] = []
    for number, timex in enumerate(timexes):
        start = next(iter(tree.inside((timex.span,))), None)
        if start is None or start in quoted or unread.get(number) == "hour":
            continue
        of_clause = unread.get(number) == "dateline" or _of_a_clause(tree, timex)
        if _of_the_past(timex):
            if of_clause:
                told.append((start, number))
            elif not _names_a_day(timex):
                asides.append(start)
    told.sort()
    end = tree.bounds[:_LEAD][-1][1] if tree.bounds else 0
    lead = next((number for at, number in told if at < end and _names_a_day(timexes[number])), None)
    return TellingDays(
        tuple(at for at, _ in told),
        tuple(number for _, number in told),
        lead,
        tuple(last for _, last in tree.bounds),
        tuple(sorted(asides)),
    )


@rule("EVT-202")
def _of_a_clause(tree: Parse, timex: Timex) -> bool:
    """True where an expression says when a verb of the telling was, or the occasion it was on."""
    head = time_head(tree, timex)
    above = None if head is None else time_of(tree, head)
    for _ in range(_DEEP):
        if above is None:
            return False
        if tree.tokens[above].upos in VERBAL:
            return is_told(tree, above)
        occasion = tree.relation(above) == "obl"
        occasion = occasion and tree.case(above) in words("event_order", "occasions")
        if not occasion and not tree.relation(above).startswith("nsubj"):
            return False
        above = tree.head(above)
    return False


def quoted(tree: Parse, attributions: Sequence[Attribution]) -> frozenset[int]:
    """The tokens inside quotation marks: what is told there has a day of its own."""
    return frozenset(tree.inside(span for each in attributions for span in each.quoted))


def around(tree: Parse, days: TellingDays, verb: int) -> tuple[int, ...] | None:
    """The numbers of the expressions that date the telling at a verb: that of the lead, and those
    of its sentence or the last told before it.

    None where so many are told that none dates it. So too where something else was dated since the
    last one, or the lead's day comes only behind the verb.
    """
    before = bisect_left(days.starts, verb)
    since = days.starts[before - 1] if before else 0
    if bisect_left(days.asides, since) < bisect_left(days.asides, verb):
        return None
    if days.lead is not None and days.lead not in days.numbers[:before]:
        return None
    sentence = bisect_right(days.ends, verb)
    first = _start(days, sentence)
    here = days.numbers[first : bisect_left(days.starts, days.ends[sentence])]
    last = days.numbers[max(first - 1, _start(days, sentence - _NEAR), 0) : first]
    lead = () if days.lead is None else (days.lead,)
    return tuple(sorted({*lead, *(here or last[-1:])})) if len(here) <= _MOST else None


def _start(days: TellingDays, sentence: int) -> int:
    """The place of the first expression told in a sentence or behind it."""
    return bisect_left(days.starts, days.ends[sentence - 1]) if sentence > 0 else 0


@rule("EVT-001")
def is_told(tree: Parse, verb: int, cues: Container[int] = ()) -> bool:
    """True for an act of speech that is news: not "had asked", "has asked", "when it asked"."""
    return _carries_on(tree, verb, cues, _FINITE)


@rule("EVT-290")
def is_narrated(tree: Parse, verb: int, cues: Container[int]) -> bool:
    """True for a deed told as news: in the simple past of a main clause, along with one ("killing
    two"), or in what somebody said of it: "the army said that it shelled the town".

    `cues` are the tokens of the cues of speech.
    """
    return _carries_on(tree, verb, cues, _PAST)


# no rule: part of EVT-001 and EVT-290
def _carries_on(tree: Parse, verb: int, cues: Container[int], tenses: Container[str]) -> bool:
    """True for a verb in one of the tenses that carries the main line of the telling on."""
    for _ in range(_FAR):
        head, relation = tree.head(verb), tree.relation(verb)
        along = relation in _ALONG and _is_bare(tree, verb)
        if not along and _tense(tree, verb) not in tenses:
            return False
        if head is None:
            return True
        spoken = relation == "ccomp" and head in cues
        if not (along or spoken or relation in _MAIN or _is_meanwhile(tree, verb)):
            return False
        verb, tenses = head, _FINITE
    return False


@rule("EVT-293")
def _is_meanwhile(tree: Parse, verb: int) -> bool:
    """True for a clause of the same time as the one above it: "as the king asked for help"."""
    marks = {tree.lemma(kid) for kid in tree.kids(verb, "mark")}
    return tree.relation(verb) == "advcl" and bool(marks) and marks <= {"as", "while"}


@rule("EVT-292")
def is_lapsed(tree: Parse, verb: int, dated: Container[int], cues: Container[int]) -> bool:
    """True for a plan told of an earlier time: "days after he said that they would leave", "the
    decision in May to leave". `dated` are the tokens that expressions say the time of."""
    for _ in range(_FAR):
        head = tree.head(verb)
        if head is None:
            return False
        if tree.tokens[head].upos == "NOUN" and head in dated:
            return True
        if _tense(tree, head) == "VBD":
            return not is_narrated(tree, head, cues)
        verb = head
    return False


def _tense(tree: Parse, verb: int) -> str:
    """The tag of the finite form of a verb: "VBD" in "was hit"; none for a perfect."""
    helpers = [*tree.kids(verb, "aux", "aux:pass", "cop")]
    if any(tree.lemma(each) == "have" for each in helpers):
        return ""
    return tree.tokens[min(helpers, default=verb)].xpos


# no rule: part of EVT-001 and EVT-290
def _is_bare(tree: Parse, verb: int) -> bool:
    """True for a verb form that takes its time from the verb above it: "killing", "to leave"."""
    form = tree.tokens[verb].xpos
    marks = {tree.lemma(kid) for kid in tree.kids(verb, "mark", "case")}
    return (
        form in ("VBG", "VB", "VBN") and not marks - {"to", "while"} and not tree.kids(verb, "aux")
    )


@rule("EVT-200")
def is_said(tree: Parse, verb: int) -> bool:
    """True for a verb of saying, or for what another's word asks for: not "inspected"."""
    lemma = tree.lemma(verb)
    return tree.tokens[verb].xpos in ("MD", "JJ") or lemma in words("event_order", "saying")


@rule("EVT-201")
def is_performed(tree: Parse, verb: int) -> bool:
    """True for what is done in saying it: "we reject it", "they should leave"."""
    auxiliaries = [*tree.kids(verb, "aux", "cop", "aux:pass")]
    finite = min([*auxiliaries, verb], default=verb)
    if any(tree.lemma(each) == "have" for each in auxiliaries):
        return False
    modal = tree.tokens[finite].xpos == "MD"
    return tree.tokens[finite].xpos in ("VBP", "VBZ") or (
        modal and tree.lemma(finite) in words("event_order", "performing")
    )


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
