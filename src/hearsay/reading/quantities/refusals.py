"""Numbers that are no figures: names, years, ages, scores, addresses, ordinals, sources."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from hearsay import ontology
from hearsay.model import NameSpan, Timex, Token
from hearsay.reading.quantities.amounts import Amount, lowered
from hearsay.rules import rule
from hearsay.syntax import Parse

_GLUED_BEFORE = re.compile(r"[\w/#°.:'’\-]$")
_GLUED_AFTER = re.compile(r"^(?:[/°]|:\d|'?s\b|(?:st|nd|rd|th)\b|[A-Za-z]\w*\b)")
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")
_DEFINITE = frozenset(
    ["the", "these", "those", "both", "his", "her", "its", "their", "our", "my", "your", "'s", "’s"]
)
_SMALL = 9
_STOPS = frozenset(".!?")


@rule("QTY-013")
def refused(amount: Amount, tree: Parse, busy: Sequence[bool]) -> bool:
    """True when the number itself is no figure, whatever follows.

    `busy` marks the tokens of dates and times.
    """
    tokens = tree.tokens
    numbers = range(amount.number, amount.after)
    if any(busy[n] for n in numbers) and not _is_span(amount, tokens):
        return True
    return _is_rate(amount, tokens) or (
        _glued(amount, tree)
        or _names_something(amount, tokens)
        or _in_name(amount, tree.analysis.names, tokens)
        or _score(amount, tokens)
        or _is_place_in_a_row(amount, tokens)
    )


@rule("QTY-014")
def not_counted(amount: Amount, tokens: Sequence[Token], phrase: range) -> bool:
    """True when the noun phrase shows that nothing is counted: years, times, streets, sources."""
    head = tokens[phrase[-1]].text.lower()
    table = _table()
    texts = lowered(tokens, phrase.start, phrase.stop)
    if head in table["uncounted"]:
        return True
    if any(text in table["streets"] for text in texts) and tokens[phrase[0]].upos == "PROPN":
        return True
    return (
        _year(amount, tokens, phrase)
        or _proper(tokens[phrase[-1]])
        or _speaks(amount, tokens, phrase)
    )


# no rule: two rules put together
def told_in_passing(amount: Amount, tokens: Sequence[Token], phrase: range | None) -> bool:
    """True for a small number that is no news unless something befell those counted."""
    return phrase is not None and (_definite(amount, tokens) or _one(amount, tokens, phrase))


def taken(tree: Parse, timexes: Sequence[Timex]) -> list[bool]:
    """For every token, whether it stands in a date, a time or a set of them; durations are free."""
    spans = [t.span for t in timexes if t.type != "DURATION"]
    busy = [False] * len(tree.tokens)
    for span in spans:
        for number in range(*tree.at(span.start, span.end)):
            busy[number] = True
    return busy


@rule("QTY-105")
def _is_span(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for a length of time within a date: "six days later", but not "six days ago"."""
    if amount.unit != "minutes" or amount.last >= len(tokens):
        return False
    return tokens[amount.last].text.lower() in _table()["spanning"]


@rule("QTY-106")
def _is_rate(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for the whole of a rate: the 100 of "30 guns per 100 people"."""
    return amount.first > 0 and tokens[amount.first - 1].text.lower() in ("per", "every")


@rule("QTY-015")
def _glued(amount: Amount, tree: Parse) -> bool:
    """True for F-16, G7, 10:30, 21st, 3/4, 1960s, two-state."""
    text, tokens = tree.text, tree.tokens
    start, end = tokens[amount.number].start, tokens[amount.after - 1].end
    before, after = text[max(0, start - 1) : start], text[end : end + 8]
    if before and _GLUED_BEFORE.match(before) and amount.first == amount.number:
        return True
    if amount.unit is not None or amount.last > amount.after:
        return False
    return bool(_GLUED_AFTER.match(after)) or (after[:1] in "-–" and after[1:2].isalpha())


@rule("QTY-016")
def _names_something(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for Resolution 242, Flight 103, Room 12, Boeing 737."""
    if amount.number == 0 or amount.first != amount.number or amount.unit is not None:
        return False
    before = tokens[amount.number - 1]
    following = tokens[amount.after] if amount.after < len(tokens) else None
    counts = following is not None and tokens[amount.number].head >= amount.after
    if before.text.lower() in _table()["identifiers"]:
        return not counts or before.text[0].isupper()
    hangs = tokens[amount.number].head == amount.number - 1
    return before.upos == "PROPN" and hangs and tokens[amount.number].deprel != "obj"


@rule("QTY-017")
def _in_name(amount: Amount, names: Sequence[NameSpan], tokens: Sequence[Token]) -> bool:
    """True inside a name (Group of Seven, Six Day War); figures may open one (170 UAVs)."""
    at = bisect_right(names, amount.number, key=_first) - 1
    if at < 0 or amount.number >= names[at].last:
        return False
    return names[at].first != amount.number or tokens[amount.number].text.istitle()


def _first(name: NameSpan) -> int:
    return name.first


@rule("QTY-018")
def _score(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for 3-1, and for two numbers with a hyphen beside won, lost, vote."""
    if not amount.score:
        return False
    around = lowered(tokens, max(0, amount.number - 3), min(len(tokens), amount.last + 2))
    return (amount.low == amount.high) or any(word in _table()["scores"] for word in around)


@rule("QTY-114")
def _is_place_in_a_row(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for the numbers of "4 of 12 photos": which of a row one looks at."""
    words = lowered(tokens, max(0, amount.number - 2), min(len(tokens), amount.after + 3))
    numbered = [n for n, word in enumerate(words) if word in _table()["viewed"]]
    return any(
        n >= 3 and words[n - 2] == "of" and words[n - 1].isdigit() and words[n - 3].isdigit()
        for n in numbered
    )


@rule("QTY-019")
def _definite(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for "the two leaders": told already, no news."""
    if amount.first == 0 or amount.wording is not None or amount.unit is not None:
        return False
    before = tokens[amount.first - 1].text.lower()
    return before in _DEFINITE and (amount.high or 0) <= _SMALL


@rule("QTY-020")
def _year(amount: Amount, tokens: Sequence[Token], phrase: range) -> bool:
    """True for "the 1982 invasion": four figures without a comma before a singular noun."""
    number = tokens[amount.number].text
    if amount.after != amount.number + 1 or _YEAR.fullmatch(number) is None or amount.wording:
        return False
    plural = tokens[phrase[-1]].xpos in ("NNS", "NNPS")
    before = tokens[amount.number - 1].text.lower() if amount.number else ""
    return not plural or before in _DEFINITE


@rule("QTY-021")
def _proper(head: Token) -> bool:
    """True for a head that is a name and no plural of one: "10 Downing", but not "30 MPs"."""
    if head.upos != "PROPN":
        return False
    return not (head.xpos == "NNPS" or head.text.endswith("s") or head.text.isupper())


@rule("QTY-022")
def _one(amount: Amount, tokens: Sequence[Token], phrase: range) -> bool:
    if tokens[amount.number].text.lower() != "one" or amount.after != amount.number + 1:
        return False
    if amount.unit is not None:
        return False
    return tokens[phrase[-1]].text.lower() not in _table()["pieces"]


@rule("QTY-023")
def _speaks(amount: Amount, tokens: Sequence[Token], phrase: range) -> bool:
    """True for "two officials said": sources are told with their statements.

    Not so "at least 12 people died", whatever the next sentence says.
    """
    number = amount.low if amount.high is None else amount.high
    if (number or 0) > _SMALL or amount.unit is not None:
        return False
    if tokens[phrase[-1]].text.lower() not in _table()["sources"]:
        return False
    before = lowered(tokens, max(0, amount.first - 2), amount.first)
    after = lowered(tokens, phrase.stop, min(len(tokens), phrase.stop + 8))
    stop = next((at for at, word in enumerate(after) if word in _STOPS), len(after))
    saying = set(_table()["saying"])
    return before == ["according", "to"] or bool(saying & set(after[:stop]))


@cache
def _table() -> dict[str, list[str]]:
    return ontology.table("figure_company")
