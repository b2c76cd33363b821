"""In which direction from the day of telling the days of an expression lie."""

from hearsay.model import Anchor
from hearsay.model.mention_vocabulary import Direction, Tense
from hearsay.ontology import table
from hearsay.reading.times.anchor.plans import UNTOLD, untold
from hearsay.reading.times.anchor.tense import awaits, defers, is_moved, outlook, sets_out
from hearsay.reading.times.filter.timex_filter import before_its_noun
from hearsay.reading.times.grammar.phrase import Phrase
from hearsay.reading.times.sentence_atoms import SentenceAtoms
from hearsay.rules import rule

_AFTERMATH = ("in the wake of the", "in the aftermath of the")
_FROM_WHEN = ("from", "starting", "beginning")
_UNTIL_WHEN = ("until", "till")
_AHEAD = {
    "month": ("in", "by", "until", "for", "from", "through"),
    "monthday": ("by", "until", "from", "through"),
}
_OVER = frozenset(table("time_company")["tense"]["over"])
_PLANNED = frozenset(table("time_company")["tense"]["planned_nouns"])


def direction(one: Phrase, context: SentenceAtoms) -> Direction:
    """Past or future by tense, which binds weekdays closely and month-days hardly.

    Writers leave out the year of a month-day only when it is near, so that the nearest one is
    meant even in the past tense ("payable Jan. 3, the company said" in November).
    """
    if one.direction not in (None, UNTOLD):
        return one.direction
    if (sign := _moved(one)) != 0:
        return "future" if sign > 0 else "past"
    if context.word(one.first - 1) in _OVER or context.words_before(one.first, 5) in _AFTERMATH:
        return "past"
    if one.direction is not None or _is_season(one):
        return _of_this(one, context)
    tense, direct = outlook(context, one.first)
    if one.months is not None and "Q" in (one.value or ""):
        led = context.word(one.first - 1) in ("in", "by", "during", "through", "until")
        return "future" if tense == "future" and led else "past"
    if one.kind == "weekday" and one.said.day is None:
        return _of_weekday(one, context, tense, direct=direct)
    led = context.word(one.first - 1) in _UNTIL_WHEN
    if tense is not None and (one.grain == "weekend" or (one.kind == "month" and direct)):
        return "near" if led and one.kind == "month" else tense
    if one.said.weekday is not None:
        return "near"
    if direct and (tense == "future" or (tense == "past" and _led_by_on(one, context))):
        return tense
    named = one.kind == "monthday" or (one.kind == "month" and context.word(one.first - 1) != "for")
    if tense == "past" and named and _names_an_event(one, context):
        after = context.tag(one.last)
        planned = after is not None and after.lemma.lower() in _PLANNED
        return "near" if planned else "past"
    led = context.word(one.first - 1) in _AHEAD.get(one.kind, ())
    return "future" if tense == "future" and led else "near"


def _core(one: Phrase, context: SentenceAtoms) -> int:
    """The atom by which the phrase hangs in the tree: "autumn" of "the autumn"."""
    inside = {context.token(at) for at in range(one.first, one.last)}
    tokens = context.tokens
    heads = (
        at for at in range(one.first, one.last) if tokens[context.token(at)].head not in inside
    )
    return next(heads, one.first)


def _of_weekday(
    one: Phrase, context: SentenceAtoms, tense: Tense | None, *, direct: bool
) -> Direction:
    open_still = None if _possessive(one, context) else untold(context, one.first)
    if open_still is not None:
        return open_still
    return "future" if _weekday_to_come(one, context, tense, direct=direct) else "past"


def _of_this(one: Phrase, context: SentenceAtoms) -> Direction:
    """ "this Thursday", "in the winter": the nearest, unless the tense tells which."""
    core = _core(one, context)
    tense, direct = outlook(context, core)
    if tense == "future" or context.word(one.first - 1) == "for":
        return "future"
    if tense == "past" and direct and untold(context, core) is None:
        return "past"
    return one.direction or "near"


# no rule: a property of the phrase: the name of the grammar rule that built it begins with "season
def _is_season(one: Phrase) -> bool:
    return one.rule.startswith("season")


def _moved(one: Phrase) -> int:
    """Which way from the day of telling the words themselves point: "last month", "tomorrow"."""
    if one.anchor not in (None, Anchor.PUBLICATION):
        return 0
    return (one.shift or 0) or sum(one.offset or (0, 0))


@rule("TIM-012")
def in_an_event_name(one: Phrase, context: SentenceAtoms) -> bool:
    """ "the October 7 attacks": a day, but of which year the words do not tell."""
    if one.kind != "monthday" or one.said.year is not None or one.said.weekday is not None:
        return False
    return _names_an_event(one, context)


@rule("TIM-013")
def _names_an_event(one: Phrase, context: SentenceAtoms) -> bool:
    """True for "the October 7 attacks", by the tree or by the article and the noun around it."""
    if before_its_noun(one, context):
        return True
    after = context.tag(one.last)
    if after is None or after.upos != "NOUN":
        return False
    before = [tag.upos for at in (1, 2) if (tag := context.tag(one.first - at)) is not None]
    return before[:1] == ["DET"] or before == ["ADJ", "DET"]


@rule("TIM-014")
def _weekday_to_come(
    one: Phrase, context: SentenceAtoms, tense: Tense | None, *, direct: bool
) -> bool:
    """ "Sunday's election could …" is to come, "Sunday's bombing could …" was."""
    if awaits(context, one.first):
        return True
    if _possessive(one, context):
        named = context.tag(one.last + 2)
        planned = named is not None and named.lemma.lower() in _PLANNED
        return tense == "future" and (direct or planned)
    if context.word(one.first - 1) in _UNTIL_WHEN and defers(context, one.first):
        return True
    if context.word(one.first - 1) == "to" and is_moved(context, one.first):
        return True
    if context.word(one.first - 1) in _FROM_WHEN and sets_out(context, one.first):
        return True
    if tense == "past" and _names_a_thing(one, context) and not sets_out(context, one.first):
        return False  # "thousands gathered for Friday prayers"
    return tense == "future" or context.word(one.first - 1) == "for"


@rule("TIM-015")
def _names_a_thing(one: Phrase, context: SentenceAtoms) -> bool:
    after = context.tag(one.last)
    return after is not None and after.upos == "NOUN" and before_its_noun(one, context)


@rule("TIM-016")
def _led_by_on(one: Phrase, context: SentenceAtoms) -> bool:
    return context.word(one.first - 1) in ("on", "since")


@rule("TIM-017")
def _possessive(one: Phrase, context: SentenceAtoms) -> bool:
    return context.word(one.last) == "'"
