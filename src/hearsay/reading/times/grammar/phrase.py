"""What one run of words says of time, before it is joined with its neighbours and anchored."""

from dataclasses import dataclass, replace

from hearsay.model import Anchor, Interval, PartialDate, Span
from hearsay.model.mention_vocabulary import (
    DayMod,
    Direction,
    Grain,
    TimexRelation,
    TimexType,
)
from hearsay.reading.times.grammar.rule_patterns import RuleMatch

NOTHING_SAID = PartialDate()

_UNIT_VALUES: dict[Grain, str] = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
    "minute": "XXXX-XX-XXTXX:XX",
    "hour": "XXXX-XX-XXTXX",
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Atoms `first` to `last` (half-open) of a sentence and what they say.

    The fields up to `certain` mean what they mean in `Timex`; None leaves them open. `kind` is
    what the phrase can be joined as: weekday, monthday, month, year, relday, unit, part, clock,
    months, length, set, ref, mod, trap. `value` is set where the words fix it; otherwise it
    follows from the other fields. A `weak` phrase counts only when it is joined or led by a
    preposition.
    """

    first: int
    last: int
    kind: str
    rule: str
    type: TimexType = "DATE"
    value: str | None = None
    said: PartialDate = NOTHING_SAID
    until: PartialDate | None = None
    months: tuple[int, int] | None = None
    offset: tuple[int, int] | None = None
    grain: Grain | None = None
    shift: int | None = None
    strict: bool = False
    direction: Direction | None = None
    part: str | None = None
    clock: str | None = None
    mod: DayMod | None = None
    feast: str | None = None
    inner: tuple[int, int] | None = None
    fixed: Interval | None = None
    anchor: Anchor | None = None
    relation: TimexRelation | None = None
    anchor_span: Span | None = None
    certain: bool = True
    weak: bool = False

    @property
    def day(self) -> bool:
        """True when it names a day, so that a part or hour of the day can be joined."""
        return self.kind in ("weekday", "monthday", "relday") or (
            self.kind == "unit" and self.grain == "day"
        )


def phrase(match: RuleMatch, kind: str, **fields: object) -> Phrase:
    """The phrase over the matched atoms."""
    return Phrase(match.first, match.last, kind, match.rule.name, **fields)  # type: ignore[arg-type]


def timex_value(found: Phrase) -> str | None:
    """The TIMEX3 value as far as the words give it: "XXXX-04-13TNI", "P2D", "XXXX-Q3"."""
    body = found.value or _body(found)
    if body is None:
        return None
    if found.clock is not None:
        return f"{body}T{found.clock}"
    if found.part is not None:
        return f"{body}T{found.part}"
    return body


def _body(found: Phrase) -> str | None:
    said = found.said
    year = "XXXX" if said.year is None else f"{said.year:04d}"
    if said.month is not None:
        return f"{year}-{said.month:02d}" + ("" if said.day is None else f"-{said.day:02d}")
    if said.day is not None:
        return f"{year}-XX-{said.day:02d}"
    if said.weekday is not None:
        return f"XXXX-WXX-{said.weekday + 1}"
    if said.year is not None:
        return year
    if found.feast is not None:
        return f"{year}-XX-XX"
    if found.grain is not None:
        return _UNIT_VALUES[found.grain]
    if found.offset is not None or found.part is not None or found.clock is not None:
        return "XXXX-XX-XX"
    return None


def said_together(one: PartialDate, other: PartialDate) -> PartialDate:
    """What both say; what is said twice is taken from the first."""
    return PartialDate(
        *(
            a if a is not None else b
            for a, b in (
                (one.year, other.year),
                (one.month, other.month),
                (one.day, other.day),
                (one.weekday, other.weekday),
            )
        )
    )


def widened(found: Phrase, first: int, last: int) -> Phrase:
    return replace(found, first=min(first, found.first), last=max(last, found.last))
