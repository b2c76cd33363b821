"""Numbers with what stands right around them: ranges, units, money, and words that make bounds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from hearsay import ontology
from hearsay.model import Token
from hearsay.model.mention_vocabulary import NumeralKind
from hearsay.reading.quantities.numerals import Numeral, read_numeral

_HYPHENS = ("-", "–", "—", "‑", "‐")
Rates = tuple[float, float]
"""The least and the most that one of a unit is in the unit kept."""

_SAME, _PART = (1.0, 1.0), (0.01, 0.01)
_LONGEST = 6  # tokens of an approximating phrase


@dataclass(frozen=True, slots=True)
class Amount:
    """A number over tokens first:last with its bounds.

    `number` and `after` bound the numeral itself; `hyphen` marks "20-minute" and "40-mile".
    `kind` is that of the numeral; `score` marks two numbers joined by a hyphen. `written` is the
    number and the unit as printed, where the bounds are in another.
    """

    first: int
    last: int
    number: int
    after: int
    low: float | None
    high: float | None
    kind: NumeralKind
    unit: str | None = None
    wording: str | None = None
    hyphen: bool = False
    score: bool = False
    written: tuple[float, str] | None = None


def find_amounts(tokens: Sequence[Token], first: int, last: int) -> Iterator[Amount]:
    """The amounts in one sentence, tokens first:last, left to right."""
    at = first
    while at < last:
        amount = _amount(tokens, at, first, last)
        if amount is None:
            at += 1
            continue
        amount = _with_smaller(amount, tokens, first, last)
        yield amount
        at = amount.last


def _with_smaller(amount: Amount, tokens: Sequence[Token], first: int, last: int) -> Amount:
    """The amount with a smaller unit of time that goes on with it: one hour *and 40 minutes*."""
    if amount.unit != "minutes" or amount.written is None or amount.hyphen:
        return amount
    at = amount.last
    if at < last and tokens[at].text.lower() == "and":
        at += 1
    smaller = _amount(tokens, at, at, last) if at < last else None
    if smaller is None or smaller.unit != "minutes" or smaller.low is None or smaller.high is None:
        return amount
    if amount.low is None or amount.high is None or smaller.hyphen or smaller.wording:
        return amount
    if not 0 < smaller.high < amount.low / amount.written[0]:
        return amount
    low, high = amount.low + smaller.low, amount.high + smaller.high
    return replace(amount, last=smaller.last, low=low, high=high, written=None)


def lowered(tokens: Sequence[Token], first: int, last: int) -> list[str]:
    """The words of tokens first:last in lower case, as far as there are any."""
    return [token.text.lower() for token in tokens[first:last]]


def _amount(tokens: Sequence[Token], at: int, first: int, last: int) -> Amount | None:
    symbol = _symbol(tokens, at, last)
    if symbol is None and at + 1 < last and tokens[at].text.lower() in _scales():
        symbol = _scales()[tokens[at].text.lower()], at + 1
    start = at if symbol is None else symbol[1]
    numeral = read_numeral(tokens, start, last)
    if numeral is None:
        return None
    if symbol is not None:
        numeral = _short_scale(tokens, numeral, last)
    numeral, score = _ranged(tokens, numeral, first, last)
    end, unit, rate, hyphen = _unit(tokens, numeral, last)
    written = None if rate == _SAME else (float(numeral.low), tokens[end - 1].lemma.lower())
    if symbol is not None:
        unit, rate, hyphen, end = symbol[0], _SAME, False, numeral.last
    if unit is None and numeral.kind in ("fraction", "rate"):
        unit = "percent"
    end, after_sense, after_words = _after(tokens, end, last)
    begin, sense, words = _before(tokens, at, first)
    sense, words = (sense, words) if sense is not None else (after_sense, after_words)
    low: float | None = round(numeral.low * rate[0], 6)
    high: float | None = round(numeral.high * rate[1], 6)
    return Amount(
        first=begin,
        last=max(end, numeral.last),
        number=numeral.first,
        after=numeral.last,
        low=None if sense == "high" else low,
        high=None if sense == "low" else high,
        kind=numeral.kind,
        unit=unit,
        wording=words or numeral.words,
        hyphen=hyphen,
        score=score,
        written=written if unit is not None and symbol is None else None,
    )


def _symbol(tokens: Sequence[Token], at: int, last: int) -> tuple[str, int] | None:
    """The currency whose sign stands at `at`, and where its number begins."""
    signs: dict[str, str] = ontology.table("units")["currency_symbol"]
    for size in (2, 1):
        if at + size >= last:
            continue
        parts = tokens[at : at + size]
        together = size == 1 or parts[0].end == parts[1].start
        code = signs.get("".join(part.text for part in parts)) if together else None
        if code is not None:
            return code, at + size
    return None


def _short_scale(tokens: Sequence[Token], numeral: Numeral, last: int) -> Numeral:
    """£3m: a letter stands for a scale after a sum of money."""
    if numeral.last >= last or tokens[numeral.last].start != tokens[numeral.last - 1].end:
        return numeral
    scale = ontology.table("number_words")["short_scale"].get(tokens[numeral.last].text.lower())
    if scale is None or numeral.scaled:
        return numeral
    grown = numeral.times(scale)
    return Numeral(grown.first, grown.last + 1, grown.low, grown.high, grown.kind, True)


def _ranged(tokens: Sequence[Token], low: Numeral, first: int, last: int) -> tuple[Numeral, bool]:
    """The range that `low` begins, or itself; and whether a hyphen joins it to a number.

    Between five and six thousand; 5,000 to 6,000; 5-6; five or six; $2 to $3 billion; 3% to 4%.
    """
    at = _past_unit(tokens, low.last, last)
    if at >= last or low.kind != "number":
        return low, False
    joint = tokens[at].text.lower()
    start = at + 1
    if start < last and tokens[start].text in ontology.table("units")["currency_symbol"]:
        start += 1
    high = read_numeral(tokens, start, last) if start < last else None
    if high is None or high.kind != "number":
        return low, False
    before = _word_before(tokens, low.first, first)
    hyphen = joint in _HYPHENS and tokens[at].start == tokens[at - 1].end
    joins = (
        (joint == "and" and before == "between")
        or (joint == "to" and before != "from")
        or (joint == "or" and high.low <= 3 * low.low)
        or hyphen
    )
    if high.scaled and not low.scaled and low.low < 1000 and _base(high) > low.low:
        low = low.times(high.low / _base(high))
    if not joins or high.low <= low.low:
        return low, hyphen
    words = "between" if before == "between" else None
    return Numeral(low.first, high.last, low.low, high.low, "number", True, words), hyphen


def _past_unit(tokens: Sequence[Token], at: int, last: int) -> int:
    """Past a percent sign or word that the second number of a range repeats."""
    return at + 1 if at < last and tokens[at].text.lower() in ("%", "percent", "pct") else at


def _word_before(tokens: Sequence[Token], at: int, first: int) -> str:
    """The word before a number and its currency sign."""
    if at > first and tokens[at - 1].text in ontology.table("units")["currency_symbol"]:
        at -= 1
    return tokens[at - 1].text.lower() if at > first else ""


def _base(numeral: Numeral) -> float:
    """The number before its scale: 6 of six thousand."""
    value = numeral.low
    for scale in (1e12, 1e9, 1e6, 1e3, 1e2):
        if value >= scale and value % scale == 0:
            return value / scale
    return value


def _unit(
    tokens: Sequence[Token], numeral: Numeral, last: int
) -> tuple[int, str | None, Rates, bool]:
    """Where the unit after a number ends, the unit, its rates, and whether a hyphen joins it."""
    at = numeral.last
    hyphen = at < last and tokens[at].text in _HYPHENS and tokens[at].start == tokens[at - 1].end
    start = at + 1 if hyphen else at
    if numeral.kind == "plural" and at < last and tokens[at].text.lower() == "of":
        start = at + 1  # tens of thousands of dollars
    for size in (2, 1):
        words = " ".join(lowered(tokens, start, min(start + size, last)))
        known = _units().get(words)
        if known is not None and start + size <= last:
            return start + size, known[0], known[1], hyphen
    return at, None, _SAME, False


@cache
def _scales() -> dict[str, str]:
    """The words before a number that rates something: category 4, magnitude 7.8."""
    scales: dict[str, str] = ontology.table("units")["scales"]
    return scales


@cache
def _units() -> dict[str, tuple[str, Rates]]:
    """Each word for a unit or a currency, to the unit and its least and most rate."""
    table = ontology.table("units")
    known = {
        word: (unit, _rates(rate))
        for unit, row in table["unit"].items()
        for word, rate in row["words"].items()
        if rate
    }
    for group in ("currency_word", "currency_of"):
        known |= {word: (code, _SAME) for word, code in table[group].items()}
    return known | {word: (code, _PART) for word, code in table["currency_part"].items()}


def _rates(rate: float | Sequence[float]) -> Rates:
    return (rate[0], rate[1]) if isinstance(rate, Sequence) else (float(rate), float(rate))


def _before(tokens: Sequence[Token], at: int, first: int) -> tuple[int, str | None, str | None]:
    """Where the words that bound a number begin, their sense, and the words."""
    phrases = _phrases("before")
    start = at
    if at > first and tokens[at - 1].text.lower() == "between":
        return at - 1, None, None
    for _ in range(2):  # "at least another 20": a word that changes nothing may stand between
        found = _ending_at(tokens, start, first, phrases)
        if found is None:
            break
        begin, sense = found
        if sense != "none":
            return begin, sense, " ".join(lowered(tokens, begin, start))
        start = begin
    return at, None, None


def _ending_at(
    tokens: Sequence[Token], at: int, first: int, phrases: dict[str, str]
) -> tuple[int, str] | None:
    for size in range(min(_LONGEST, at - first), 0, -1):
        sense = phrases.get(" ".join(lowered(tokens, at - size, at)))
        bullet = tokens[at - 1].text == "~" and tokens[at - 1].end < tokens[at].start
        if sense is not None and not bullet:
            return at - size, sense
    return None


def _after(tokens: Sequence[Token], at: int, last: int) -> tuple[int, str | None, str | None]:
    phrases = _phrases("after")
    start = at + 1 if at < last and tokens[at].text in _HYPHENS else at
    for begin in dict.fromkeys((at, start)):
        for size in (3, 2, 1):
            if begin + size > last:
                continue
            words = " ".join(lowered(tokens, begin, begin + size))
            sense = phrases.get(words)
            if sense is not None:
                return begin + size, sense, words
    return at, None, None


@cache
def _phrases(side: str) -> dict[str, str]:
    rows = ontology.table("approximations")[side]
    return {phrase: sense for sense, phrases in rows.items() for phrase in phrases}
