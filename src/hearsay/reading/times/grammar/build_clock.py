"""What hours and parts of the day say: builders named by `time_rules.toml`."""

from hearsay.model import Anchor
from hearsay.reading.times.grammar.phrase import Phrase, phrase
from hearsay.reading.times.grammar.rule_patterns import RuleMatch


def clock(match: RuleMatch) -> Phrase | None:
    """ "2:30 a.m. local time", "0614 GMT", "six o'clock", "half past six"."""
    told = match.value("POINT")
    hour, minute = _told(match) if told is None else _point(told)
    after_noon = match.value("MERIDIEM")
    if after_noon is not None:
        if hour > 12:
            return None
        hour = hour % 12 + after_noon  # "00:40 a.m." is written too
    part = match.value("PART")
    if part is not None:
        if not 1 <= hour <= 12:
            return None
        hour += 12 * (hour < 12 and part in ("AF", "EV", "NI") and (hour > 3 or part != "NI"))
    if hour > 24 or minute > 59:
        return None
    zone = match.value("ZONE") or ""
    value = f"{hour:02d}:{minute:02d}{zone if match.has('gmt', 'utc') else ''}"
    weak = part is not None and not match.has("clock")
    return phrase(match, "clock", type="TIME", clock=value, certain=False, weak=weak)


def _point(told: str) -> tuple[int, int]:
    return {"24:00": (0, 0)}.get(told, (12, 0))


def _told(match: RuleMatch) -> tuple[int, int]:
    """Hour and minute as the words tell them, before a.m. and p.m."""
    for atom in match.atoms[match.first : match.last]:
        if atom.kind == "clock":
            hour, minute = atom.word.split(":")[:2]
            return int(hour), int(minute)
        if atom.number is not None:
            return _from_number(atom.word, atom.number, half=match.has("half"))
    return 99, 0


def _from_number(word: str, number: float, *, half: bool) -> tuple[int, int]:
    if "." in word:
        hour, minute = word.split(".")[:2]
        return int(hour[:3]), int(minute[:3]) if len(minute) == 2 else 99
    if len(word) == 4 and word.isdigit():
        return int(number) // 100, int(number) % 100
    return int(min(number, 99)), 30 * half


def part(match: RuleMatch) -> Phrase:
    """ "the morning", "dawn", "mid-afternoon": counts only with a day or a preposition."""
    name = match.value("PART", "POINT") or "MO"
    if name[0].isdigit():
        return phrase(match, "clock", type="TIME", clock=name, weak=True, certain=False)
    return phrase(match, "part", type="TIME", part=name, weak=True)


def overnight(match: RuleMatch) -> Phrase:
    """ "overnight": the night before the telling, unless a day is joined."""
    return phrase(match, "part", type="TIME", part="NI", offset=(-1, -1))


def part_near(match: RuleMatch) -> Phrase:
    """ "this morning", "last night", "tonight", "that evening", "the night before last"."""
    name = match.value("PART", "POINT") or "NI"
    step = 0
    anchor = Anchor.PUBLICATION
    if match.has("last"):
        step = -2 if match.has("before") else -1
    elif (known := match.value("BEFORE_IT", "AFTER_IT", "NEXT")) is not None:
        step, anchor = known, Anchor.TIMEX
    elif match.has("that", "same", "very"):
        anchor = Anchor.TIMEX
    fields = {"clock": name} if name[0].isdigit() else {"part": name}
    return phrase(match, "relday", type="TIME", offset=(step, step), anchor=anchor, **fields)
