"""Lengths and units that hang on an event: "hours after the attack", "the night of the raid"."""

from dataclasses import replace

from hearsay.model import Anchor, PartialDate
from hearsay.reading.times.anchor.relation import event_after
from hearsay.reading.times.grammar.phrase import Phrase
from hearsay.reading.times.sentence_atoms import SentenceAtoms

_AFTER: dict[tuple[str, ...], int] = {
    ("after",): 1,
    ("following",): 1,
    ("into",): 1,
    ("before",): -1,
    ("prior", "to"): -1,
    ("ahead", "of"): -1,
}
_ENDS = frozenset(
    {"", ",", ".", ";", ":", ")", "?", "!", "and", "but", '"', "'", "”", "-", "–", "—"}
)
_PARTS = ("part",)


def on_event(one: Phrase, context: SentenceAtoms) -> Phrase | None:
    """The phrase counted from the event that follows it; None when none follows.

    "two days after the vote" is the second day after it; "hours after" the day itself or the
    next; "the night of the raid" its own night; "the day after", with nothing to follow, is
    counted from the day spoken of.
    """
    if one.kind in ("length", "rate"):
        return _counted(one, context)
    if one.kind == "nth_day_of":
        return _nth_of(one, context)
    if one.weak and one.kind in ("unit", "part", "months"):
        return _unit_of(one, context)
    return None


def _nth_of(one: Phrase, context: SentenceAtoms) -> Phrase | None:
    """ "the third day of the strike": the words end before "of"."""
    event = event_after(context, one.last)
    if event is None:
        return None
    return replace(
        one, last=one.last - 1, anchor=Anchor.EVENT, anchor_span=event, relation="on", weak=False
    )


def _sign(context: SentenceAtoms, at: int) -> tuple[int, int]:
    """Which way the words at `at` lead, and how many they are; (0, 0) when nowhere."""
    for words, sign in _AFTER.items():
        if tuple(context.word(at + i) for i in range(len(words))) == words:
            return sign, len(words)
    return 0, 0


def _counted(one: Phrase, context: SentenceAtoms) -> Phrase | None:
    sign, many = _sign(context, one.last)
    at = one.last + many
    within = context.word(one.first - 1) == "within" and context.word(one.last) == "of"
    if within:
        sign, at = 1, one.last + 1
    if not sign:
        return None
    low, high = one.offset or (0, 1)
    days = (0 if within else low, high) if sign > 0 else (-high, -low)
    alone = context.word(at) in _ENDS
    if alone and context.word(at - 1) not in ("before", "after"):
        return None
    return replace(
        one,
        kind="counted" if alone else "from_event",
        last=at if alone else one.last,
        type="DATE" if alone else "DURATION",
        value="XXXX-XX-XX" if alone and one.grain == "day" else one.value,
        offset=days,
        grain=None,
        anchor=Anchor.TIMEX if alone else Anchor.EVENT,
        anchor_span=None if alone else event_after(context, at),
        relation="on",
        weak=False,
    )


def _unit_of(one: Phrase, context: SentenceAtoms) -> Phrase | None:
    sign, many = _sign(context, one.last)
    at = one.last + many
    if not sign and context.word(one.last) in ("of", "that", "when"):
        at = one.last + 1
    elif not sign:
        return None
    if not sign and (tag := context.tag(at)) is not None and tag.upos in ("NUM", "SYM"):
        return None  # "a high for the year of $42"
    alone = context.word(at) in _ENDS
    if alone and not sign:
        return None
    if one.kind == "part":
        fields: dict[str, object] = {"offset": (sign, sign)}
    elif one.grain == "day":
        fields = {"offset": (sign, sign), "grain": None, "shift": None}
    else:
        fields = {"shift": sign}
    return replace(
        one,
        kind="from_event",
        last=at if alone else one.last,
        anchor=Anchor.TIMEX if alone else Anchor.EVENT,
        anchor_span=None if alone else event_after(context, at),
        said=PartialDate(),
        relation="on",
        weak=False,
        **fields,  # type: ignore[arg-type]
    )
