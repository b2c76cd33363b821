"""What an amount counts: the noun phrase after it, after "of", or what goes without saying."""

from collections.abc import Sequence
from functools import cache

from hearsay import ontology
from hearsay.model import Token
from hearsay.reading.quantities.amounts import Amount, lowered
from hearsay.reading.quantities.counted_phrase import after_of, counted_range
from hearsay.reading.quantities.elided import resolve_elided, subject_measured
from hearsay.reading.quantities.numerals import read_numeral
from hearsay.reading.quantities.refusals import not_counted
from hearsay.reading.quantities.wholes import Counted
from hearsay.rules import rule

_NUMBERS = ("number", "plural")
_SHORT = frozenset(["second", "seconds", "minute", "minutes", "hour", "hours"])
_LONG = frozenset(["long", "wide", "high", "deep", "strong", "old", "tall", "thick", "-"])


def count(
    amount: Amount, tokens: Sequence[Token], last: int, sentence: int, before: range | None
) -> Counted | None:
    """The amount with what it counts; None when it is no figure after all.

    `last` is where the sentence ends, `sentence` its number, `before` the phrase that the
    figure before it in the sentence counts.
    """
    of, at = _where(amount, tokens, last)
    phrase, end = _phrase(amount, tokens, last, (of, at))
    if phrase is not None and tokens[phrase[-1]].text.lower() != "others":
        if not_counted(amount, tokens, phrase):
            return None
        return Counted(amount.first, end, sentence, phrase, amount.unit, of)
    if amount.unit is not None:
        return _measure(amount, tokens, last, sentence)
    return _elided(amount, tokens, last, sentence, before)


def _elided(
    amount: Amount, tokens: Sequence[Token], last: int, sentence: int, before: range | None
) -> Counted | None:
    elided = resolve_elided(amount, tokens, last, before)
    if elided is None:
        return None
    of = amount.last if elided.back else None
    return Counted(amount.first, elided.end, sentence, elided.phrase, amount.unit, of, elided.back)


def _where(amount: Amount, tokens: Sequence[Token], last: int) -> tuple[int | None, int]:
    """Where the "of" after an amount stands, if any, and where the noun phrase would begin."""
    at = amount.last
    start = after_of(tokens, at, last)
    if start is not None:
        return at, start
    if amount.kind == "fraction":  # half the missiles
        while at < last and (tokens[at].upos == "DET" or tokens[at].xpos == "PRP$"):
            at += 1
        return amount.last - 1, at
    if amount.hyphen:  # a 40-mile-long convoy
        while at < last and tokens[at].text.lower() in _LONG:
            at += 1
    if _is_money(amount) and lowered(tokens, at, at + 1) in (["in"], ["worth"]):
        worth = after_of(tokens, at + 1, last)
        return None, at + 1 if worth is None else worth
    return None, at


def _phrase(
    amount: Amount, tokens: Sequence[Token], last: int, where: tuple[int | None, int]
) -> tuple[range | None, int]:
    """The noun phrase counted and where the figure ends, or None and where the amount ends."""
    of, at = where
    inner = read_numeral(tokens, at, last) if of is not None and at < last else None
    start = at if inner is None else inner.last  # 10 of the 33 hostages
    number = amount.after - 1 if of is None else start
    root = amount.number if inner is None else inner.first
    if _is_money(amount) and at > amount.last and not _plain_noun(tokens, at, last):
        return None, amount.last
    found = counted_range(tokens, start, last, number, root) if start < last else None
    if found is None or (amount.unit is not None and not _belongs(amount, tokens, found, where)):
        return None, amount.last
    return range(*found), found[1]


@rule("QTY-001")
def _belongs(
    amount: Amount, tokens: Sequence[Token], found: tuple[int, int], where: tuple[int | None, int]
) -> bool:
    """True when a noun after a unit is what is measured: by "of", a hyphen or the tree."""
    of, at = where
    if amount.unit == "minutes":  # a 20-minute call, but no three-day visit
        return tokens[amount.last - 1].text.lower() in _SHORT
    if of is not None or amount.hyphen or at > amount.last:
        return True
    if _is_money(amount):
        return False
    unit = tokens[amount.last - 1]
    if amount.kind == "rate":
        return True
    return unit.head in range(*found) and unit.deprel in ("compound", "nmod", "nummod", "amod")


@rule("QTY-002")
def _plain_noun(tokens: Sequence[Token], at: int, last: int) -> bool:
    """True for "in aid", "in annual losses": no determiner, no name, no date."""
    if at >= last or tokens[at].text.lower() in ontology.table("figure_company")["no_goods"]:
        return False
    return tokens[at].upos in ("NOUN", "ADJ") and tokens[at].text.islower()


# no rule: a property of the amount: its unit has the form of a currency code
def _is_money(amount: Amount) -> bool:
    return amount.unit is not None and amount.unit.isupper() and len(amount.unit) == 3


def _measure(amount: Amount, tokens: Sequence[Token], last: int, sentence: int) -> Counted | None:
    """A measure with no noun: money and lengths stand alone, times where something lasts them."""
    phrase = None
    if amount.unit == "percent":
        phrase = subject_measured(amount, tokens)
        if phrase is None:
            return None
    elif amount.kind in ("fraction", "rate") or _converted(amount, tokens):
        return None
    if amount.unit == "minutes" and not (_lasts(amount, tokens) or _spans(amount, tokens)):
        return None
    return Counted(amount.first, amount.last, sentence, phrase, amount.unit)


@rule("QTY-004")
def _lasts(amount: Amount, tokens: Sequence[Token]) -> bool:
    unit = tokens[amount.last - 1]
    if unit.deprel == "conj" and unit.head in range(amount.first, amount.last):
        unit = tokens[unit.head]  # one hour and 40 minutes
    head = tokens[unit.head]
    return head.text.lower() in _measured() and head.start < tokens[amount.first].start


@rule("QTY-107")
def _spans(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for a length of time that a preposition or the like marks, and that is no age."""
    table = ontology.table("figure_company")
    before = tokens[amount.first - 1].text.lower() if amount.first else ""
    after = lowered(tokens, amount.last, min(len(tokens), amount.last + 2))
    if set(after) & set(table["aging"]):
        return False
    bound = amount.wording in table["spans_bound"]
    return before in table["spans"] or bound or bool(after and after[0] in table["spanning"])


@rule("QTY-005")
def _converted(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for the second of "5 miles (8 km)"."""
    return (
        amount.first > 1
        and tokens[amount.first - 1].text == "("
        and (tokens[amount.first - 2].upos in ("NOUN", "SYM", "NUM"))
    )


@cache
def _measured() -> frozenset[str]:
    return frozenset(ontology.table("figure_company")["measured"])
