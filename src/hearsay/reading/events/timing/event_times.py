"""Which time expression says when an event was, and which event it is told to follow or precede."""

from bisect import bisect_right
from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass

from hearsay.model import Document, Timex
from hearsay.model.timex import Anchor
from hearsay.reading.events.arguments.control import VERBAL
from hearsay.reading.events.candidates.event_lexicon import words
from hearsay.reading.events.candidates.specificity import ordinal
from hearsay.rules import rule
from hearsay.syntax import Parse

_ADVERBIAL = frozenset(
    {"obl", "advmod", "nmod", "nummod", "compound", "amod", "dep", "obj", "appos", "det"}
)

_WAYS = ("after", "before")

_FAR = 8  # verbs coordinated with verbs are followed no further
_WIDE = 60  # tokens of a role that are looked at

Bounds = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Times:
    """The time expressions of a page in its tree.

    `heads` gives a token the expressions it heads, `hung` a token those that say its time,
    `first` a token those it begins, with the token whose time the tree has them say.
    """

    heads: dict[int, tuple[int, ...]]
    hung: dict[int, tuple[int, ...]]
    first: dict[int, tuple[tuple[int, int | None], ...]]


def times_of(tree: Parse, timexes: tuple[Timex, ...], unread: Collection[int] = ()) -> Times:
    """Where each expression stands in the tree; those outside every token are left out, and those
    numbered in `unread`."""
    heads: dict[int, tuple[int, ...]] = {}
    hung: dict[int, tuple[int, ...]] = {}
    first: dict[int, tuple[tuple[int, int | None], ...]] = {}
    topmost = {number: time_head(tree, timex) for number, timex in enumerate(timexes)}
    told = frozenset(head for head in topmost.values() if head is not None)
    for number, timex in enumerate(timexes):
        head = topmost[number]
        if head is not None and number not in unread:
            heads[head] = (*heads.get(head, ()), number)
            above = time_of(tree, _first_in_row(tree, head, told))
            start = next(iter(tree.inside((timex.span,))))
            first[start] = (*first.get(start, ()), (number, above))
            if above is not None:
                hung[above] = (*hung.get(above, ()), number)
    return Times(heads, hung, first)


def undated(document: Document, tree: Parse, timexes: Sequence[Timex]) -> Iterator[tuple[int, str]]:
    """The numbers of expressions that date no event, with the reason.

    A dateline tells when the page was filed; an hour whose day was told sentences ago may be of
    any day.
    """
    starts = [tree.starts[first] for first, _ in tree.bounds]
    for number, timex in enumerate(timexes):
        if document.dateline is not None and document.dateline.span.covers(timex.span):
            yield number, "dateline"
        elif timex.anchor_timex is not None and timex.type == "TIME" and not timex.certain:
            told = timexes[timex.anchor_timex].span
            apart = bisect_right(starts, timex.span.start) - bisect_right(starts, told.start)
            if apart > 1:
                yield number, "hour"


def time_head(tree: Parse, timex: Timex) -> int | None:
    """The token that heads the words of an expression; None for one of prepositions alone."""
    inside = list(tree.inside((timex.span,)))
    for at in inside:
        head = tree.head(at)
        outside = head is None or not inside[0] <= head <= inside[-1]
        if outside and tree.tokens[at].upos not in ("ADP", "PUNCT", "DET"):
            return at
    return None


def owned(tree: Parse, times: Times, carriers: tuple[int, ...]) -> tuple[int, ...]:
    """Numbers of the expressions that hang on one of the carriers, in the order of the text."""
    found = sorted({number for at in carriers for number in times.hung.get(at, ())})
    return tuple(found) or _shared(tree, times, carriers[-1])


def following(tree: Parse, times: Times, noun: int, spoken_for: Container[int]) -> tuple[int, ...]:
    """The expressions right behind a noun that say the time of nothing else in `spoken_for`.

    "They weigh an answer to the assault overnight Saturday": the night is the assault's, whatever
    verb the tree hangs it on.
    """
    at = noun + 1
    if at < len(tree.tokens) and tree.tokens[at].upos == "ADP" and at not in times.first:
        at += 1
    return tuple(number for number, above in times.first.get(at, ()) if above not in spoken_for)


def _first_in_row(tree: Parse, at: int, told: Container[int]) -> int:
    """The head of the first of a row of expressions: what it hangs on they all hang on."""
    for _ in range(_FAR):
        above = tree.head(at)
        if tree.relation(at) != "conj" or above is None or above not in told:
            return at
        at = above
    return at


def time_of(tree: Parse, at: int) -> int | None:
    """What an expression says the time of; None where it is a subject or an object itself."""
    for _ in range(3):
        if tree.relation(at) not in _ADVERBIAL or tree.tokens[at].deprel == "nmod:desc":
            return None
        head = tree.head(at)
        if head is None or tree.tokens[head].upos not in ("ADV", "ADP"):
            return tree.head(head) if head is not None and _measures(tree, at, head) else head
        at = head
    return None


@rule("EVT-045")
def _measures(tree: Parse, at: int, head: int) -> bool:
    """True for "hours" in "hours after the raid": it dates what the phrase hangs on."""
    links = (kid for kid in tree.kids(head, "case", "mark") if kid > at)
    return any(tree.lemma(kid) in ("after", "before", "following") for kid in links)


def _shared(tree: Parse, times: Times, verb: int) -> tuple[int, ...]:
    """What a coordinated verb or a participle takes from the clause it belongs to.

    "On Monday rebels attacked the town and took hostages, killing two": all three on Monday; so
    too both in "stopped or turned back on Monday". A verb with a subject of its own shares nothing.
    """
    for _ in range(_FAR):
        token = tree.tokens[verb]
        head = tree.head(verb)
        if head is None or token.upos not in VERBAL or tree.tokens[head].upos not in VERBAL:
            return ()
        if any(tree.relation(kid) == "nsubj" for kid in tree.children[verb]):
            return ()
        participle = token.deprel == "advcl" and token.xpos == "VBG"
        participle = participle and tree.kid(verb, "mark") is None
        if token.deprel != "conj" and not participle:
            return ()
        told = times.hung.get(head, ())
        outer = (*_before(tree, head), *(kid for kid in tree.children[head] if kid > verb))
        common = {number for at in outer for number in times.heads.get(at, ())}
        if found := tuple(number for number in told if participle or number in common):
            return found
        verb = head
    return ()


def _before(tree: Parse, verb: int) -> Iterator[int]:
    """The tokens right under a verb that stand before it, and what these hang from adverbs."""
    for kid in tree.children[verb]:
        if kid < verb:
            yield kid
            yield from tree.children[kid]


def frame_times(
    times: Times, tree: Parse, predicate: int, stretches: tuple[tuple[int, int], ...]
) -> tuple[int, ...]:
    """Expressions that head the TMP roles of a predicate's frame, where no verb owns them."""
    return tuple(
        number
        for first, last in stretches
        for at in range(first, min(last, first + _WIDE))
        for number in times.heads.get(at, ())
        if _tops(tree, at, first, last)
        and not _clausal(tree, time_of(tree, at))
        and not tree.low[at] <= predicate < tree.high[at]
    )


@rule("EVT-046")
def _clausal(tree: Parse, at: int | None) -> bool:
    """True where an expression hangs on a verb: then the tree has said whose time it is."""
    return at is None or tree.tokens[at].upos in VERBAL


@rule("EVT-047")
def _tops(tree: Parse, at: int, first: int, last: int) -> bool:
    """True for what heads the role: not the date in "before the vote on Monday"."""
    head = tree.head(at)
    return first <= at < last and head is not None and not first <= head < last


def days_running(tree: Parse, times: Times, told: Collection[int]) -> int:
    """The days that what is told of a day had gone on before it: one for "on Thursday, for a second
    straight day"."""
    verbs = (at for at, numbers in times.hung.items() if not set(numbers).isdisjoint(told))
    spans = (kid for verb in verbs for kid in tree.kids(verb, "obl", "nmod"))
    running = (ordinal(tree, kid) for kid in spans if _counts_days(tree, kid))
    return max((number - 1 for number in running if number is not None), default=0)


@rule("EVT-203")
def _counts_days(tree: Parse, at: int) -> bool:
    """True for "day" in "for a second day", which counts how long a thing has gone on."""
    return tree.lemma(at) in ("day", "night") and tree.case(at) == "for"


def beside_subject(
    tree: Parse, times: Times, carriers: tuple[int, ...], events: Container[int]
) -> tuple[int, ...]:
    """The expressions between a verb and its subject that the tree hangs on the subject: "the
    council on Tuesday met". A subject that is an event itself keeps its time."""
    return tuple(
        number
        for verb in carriers
        for subject in tree.kids(verb, "nsubj", "nsubj:pass")
        if subject not in events
        for at in tree.children[subject]
        if at in times.heads and _parts_subject(tree, at, subject, verb)
        for number in times.heads[at]
    )


@rule("EVT-206")
def _parts_subject(tree: Parse, at: int, subject: int, verb: int) -> bool:
    """True for an expression that hangs on a subject and stands right before the verb."""
    return tree.head(at) == subject and subject < at and tree.high[at] == verb


def of_occasion(tree: Parse, times: Times, carriers: tuple[int, ...]) -> tuple[int, ...]:
    """The expressions that say when the occasion of a thing was: "met him at a fair on Monday"."""
    occasions = (kid for at in carriers for kid in tree.kids(at, "obl") if _is_occasion(tree, kid))
    return tuple(sorted({number for kid in occasions for number in times.hung.get(kid, ())}))


@rule("EVT-204")
def _is_occasion(tree: Parse, at: int) -> bool:
    return tree.case(at) in words("event_order", "occasion")


def relation_of(tree: Parse, head: int) -> tuple[int, str, Bounds] | None:
    """What the event at `head` is told to follow or precede: the token of the other one.

    Returns (other, "after" or "before", bounds in days): the other token comes after or before
    the event at `head`, which stands in the phrase ("after the attack").
    """
    for at in (head, tree.head(head)):
        if at is None:
            return None
        above = tree.head(at)
        if above is None or tree.tokens[at].deprel == "acl:relcl":
            return None
        word = _link_word(tree, at)
        if word:
            return above, word, _bounds(tree, at)
        told = _link_noun(tree, at, above)
        if told:
            return told
        inner = tree.relation(at) in ("xcomp", "obj") or tree.case(at) == "of"
        if not inner or at != head:
            return None
    return None


def occasion_of(tree: Parse, head: int) -> int | None:
    """The verb that the noun at `head` is the occasion of: "told him during the call"."""
    above = tree.head(head)
    if above is None or tree.relation(head) != "obl":
        return None
    return above if tree.case(head) in words("event_order", "occasion") else None


def _link_word(tree: Parse, at: int) -> str:
    relation = tree.relation(at)
    if relation in ("obl", "nmod"):
        case = tree.case(at)
        return next((way for way in _WAYS if case in words("event_order", way)), "")
    if relation == "advcl":
        for kid in tree.kids(at, "mark", "case", "advmod"):
            word = tree.lemma(kid)
            if word in ("after", "before"):
                return word
    return ""


def _link_noun(tree: Parse, at: int, noun: int) -> tuple[int, str, Bounds] | None:
    """ "in retaliation for the strike", "in the wake of", "on the eve of"."""
    case, lemma = tree.case(at), tree.lemma(noun)
    word = next((way for way in _WAYS if case in words("event_order", f"{way}_nouns", lemma)), "")
    if not word or tree.case(noun) not in ("in", "on", "as"):
        return None
    subject = tree.kid(noun, "nsubj")
    other = subject if subject is not None else tree.head(noun)
    return None if other is None else (other, word, (0, None))


def _bounds(tree: Parse, at: int) -> Bounds:
    """ "hours after" is the same day or the next; without a measure the end is open."""
    near = [*tree.children[at]]
    for kid in tree.kids(at, "case", "mark"):
        near += tree.children[kid]
    if any(tree.lemma(kid) in words("event_order", "within_a_day") for kid in near):
        return 0, 1
    return 0, None


def event_anchor(timex: Timex) -> tuple[str, Bounds] | None:
    """Direction and bounds of an expression that hangs on an event ("two days after the vote")."""
    if timex.anchor is not Anchor.EVENT or timex.anchor_span is None:
        return None
    low, high = timex.offset if timex.offset is not None else (None, None)
    if high is not None and high < 0 and low is not None:
        return "before", (-high, -low)
    if timex.relation == "before" and low is None:
        return "before", (0, None)
    return "after", (0 if low is None else low, high)
