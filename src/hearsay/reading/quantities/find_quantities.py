"""The quantities of one page, in the order of the text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from hearsay import ontology
from hearsay.model import Document, Quantity, Span, Timex, Token
from hearsay.reading.quantities.amounts import Amount, find_amounts
from hearsay.reading.quantities.counted import count
from hearsay.reading.quantities.effects import Place, predicate_of
from hearsay.reading.quantities.refusals import refused, taken, told_in_passing
from hearsay.reading.quantities.wholes import Counted, find_wholes
from hearsay.rules import rule
from hearsay.syntax import Parse


def find_quantities(
    document: Document, tree: Parse, timexes: Sequence[Timex]
) -> tuple[Quantity, ...]:
    """Every number of something on the page.

    Bounds follow the record format. Numbers in dates, times, names, scores, ages and addresses
    are no figures; a number without a noun is one only where what it counts is sure. Attribution
    and event are left open.
    """
    busy = taken(tree, timexes)
    figures: list[tuple[Amount, Counted]] = []
    before: range | None = None
    for number in range(len(tree.bounds)):
        found = list(_sentence(tree, number, busy, before))
        before = found[0][1].phrase if len(found) == 1 else None
        figures += found
    wholes = find_wholes([counted for _, counted in figures], tree.tokens)
    return _inherited(
        _quantity(document, tree, figure, whole)
        for figure, whole in zip(figures, wholes, strict=True)
    )


def _inherited(quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """The quantities, those of which nothing is told with the predicate of the one that they are a
    part of, or of the one before that counts the very same words."""
    told: list[Quantity] = []
    counted: dict[Span, str | None] = {}
    found = list(quantities)
    for quantity in found:
        predicate = quantity.predicate
        if predicate is None and quantity.of is not None and found[quantity.of].unit is None:
            predicate = found[quantity.of].predicate
        if predicate is None and quantity.counted_span is not None:
            predicate = counted.get(quantity.counted_span)
        if quantity.counted_span is not None:
            counted.setdefault(quantity.counted_span, predicate)
        told.append(replace(quantity, predicate=predicate))
    return tuple(told)


def _sentence(
    tree: Parse, number: int, busy: Sequence[bool], before: range | None
) -> Iterator[tuple[Amount, Counted]]:
    """The figures of one sentence; `before` is what the only figure of the last one counts."""
    tokens, (first, last) = tree.tokens, tree.bounds[number]
    found = [*find_amounts(tokens, first, last), *_noughts(tokens, first, last)]
    for amount in sorted(found, key=lambda amount: amount.number):
        if refused(amount, tree, busy):
            continue
        counted = count(amount, tokens, last, number, before)
        if counted is None or not _is_news(amount, counted, tree):
            continue
        before = before if counted.phrase is None else counted.phrase
        yield amount, counted


@rule("QTY-109")
def _is_news(amount: Amount, counted: Counted, tree: Parse) -> bool:
    """True unless a small number is told in passing: "the two leaders", "one reason"."""
    if not told_in_passing(amount, tree.tokens, counted.phrase):
        return True
    return predicate_of(tree, _place(amount, counted)) in _tolls()


def _noughts(tokens: Sequence[Token], first: int, last: int) -> Iterator[Amount]:
    """No casualties, no deaths: the figure nought, of what is counted by the piece alone."""
    for at in range(first, last - 1):
        if tokens[at].text.lower() != "no":
            continue
        noun = at + 1
        while noun < last - 1 and tokens[noun].upos in ("ADJ", "NOUN") and noun < at + 3:
            if tokens[noun].text.lower() in _noughted():
                break
            noun += 1
        if tokens[noun].text.lower() in _noughted():
            yield Amount(at, at + 1, at, at + 1, 0.0, 0.0, "nought")


def _quantity(
    document: Document, tree: Parse, figure: tuple[Amount, Counted], whole: int | None
) -> Quantity:
    amount, counted = figure
    tokens, phrase = tree.tokens, counted.phrase
    span = None
    if phrase is not None:
        span = document.span(tokens[phrase[0]].start, tokens[phrase[-1]].end)
    return Quantity(
        span=document.span(tokens[counted.first].start, tokens[counted.last - 1].end),
        low=amount.low,
        high=amount.high,
        wording=amount.wording,
        counted=None if span is None else span.text,
        counted_span=span,
        unit=amount.unit,
        of=whole,
        predicate=predicate_of(tree, _place(amount, counted)),
        written=amount.written,
    )


def _place(amount: Amount, counted: Counted) -> Place:
    """Where the figure stands in the tree."""
    number = amount.after - 1 if amount.unit is None else max(amount.last, amount.after) - 1
    return Place(counted.first, counted.last, number, counted.phrase, amount.unit)


@cache
def _tolls() -> frozenset[str | None]:
    return frozenset(ontology.table("effects")["linking"]["tolls"])


@cache
def _noughted() -> frozenset[str]:
    return frozenset(ontology.table("figure_company")["zero"])
