"""Readings built by hand from short annotated text, for tests that need no model.

Markup, which may be nested, and is taken out of the text:

    [Lloyd Austin|person 1 USA GOV,MIL office=Secretary_of_Defense]   a name: kind, chain, country…
    [his|person 1 form=pronoun]      form=nominal, canonical=…, plural=1, number=2
    {spoke|CONSULT/phone p=1,2 on=0 by=0}   an event: type/mode; s=, t=, p= chains; on= timexes;
                                     at= chain of the place; by= attribution; status=, lemma=,
                                     ordinal=, nominal=1, specific=0
    <on Tuesday|weekday=1>           a time: day=2024-10-01 or year=, month=, date=, weekday=,
                                     until day= with to=, offset=-1, night=1
    #nearly 200 missiles|-200 missiles e=0 by=0#   a quantity: low-high counted words, unit=, of=
    ~we are ready|direct 1 cue=said~ an attribution: kind, chains outermost first (0 for none);
                                     to= chain of the addressee, medium=, when= timex, act=,
                                     teller kinds by kinds=outlet,anonymous

A name's, event's or attribution's number is its order of appearance; chains may be any number.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from hearsay.model import (
    Anchor,
    Argument,
    Attribution,
    DateEvidence,
    Dateline,
    EventMention,
    Interval,
    Name,
    PartialDate,
    Quantity,
    Reading,
    Source,
    Span,
    Timex,
)
from tests.factories import document

_PAIRS = {"[": "]", "{": "}", "<": ">", "#": "#", "~": "~"}


@dataclass
class _Mark:
    sign: str
    start: int
    end: int
    spec: list[str]

    def options(self) -> dict[str, str]:
        return dict(part.split("=", 1) for part in self.spec if "=" in part)

    def plain(self) -> list[str]:
        return [part for part in self.spec if "=" not in part]


@dataclass
class _Page:
    text: str
    marks: list[_Mark]
    names: list[Name] = field(default_factory=list)

    def span(self, mark: _Mark) -> Span:
        return Span.of(self.text, mark.start, mark.end)

    def of(self, sign: str) -> Iterator[_Mark]:
        return (mark for mark in self.marks if mark.sign == sign)

    def name_of(self, chain: str, near: int) -> int | None:
        """The number of the chain's mention that stands nearest."""
        found = [n for n, name in enumerate(self.names) if name.chain == int(chain)]
        return min(found, key=lambda n: abs(self.names[n].span.start - near), default=None)


def reading(
    marked: str,
    *,
    published: str | None = None,
    agency: str | None = None,
    **fields: object,
) -> Reading:
    """The reading of an annotated text; `published` is an ISO day given with the page."""
    text, marks = _unmark(marked)
    page = _Page(text, sorted(marks, key=lambda mark: (mark.start, -mark.end)))
    if published:
        day = Interval.day(date.fromisoformat(published))
        fields["dates"] = (DateEvidence("given", published, day),)
    if agency:
        fields["dateline"] = Dateline(Span.of(text, 0, 1), None, None, agency)
    page.names += [_name(page, mark) for mark in page.of("[")]
    return Reading(
        document=document(text, **fields),
        names=tuple(page.names),
        timexes=tuple(_timex(page, mark) for mark in page.of("<")),
        quantities=tuple(_quantity(page, mark) for mark in page.of("#")),
        attributions=tuple(_attribution(page, mark) for mark in page.of("~")),
        events=tuple(_event(page, mark) for mark in page.of("{")),
    )


def _unmark(marked: str) -> tuple[str, list[_Mark]]:
    text, marks, open_ = "", [], []
    at = 0
    while at < len(marked):
        sign = marked[at]
        if sign == "|" and open_:
            opener, start = open_.pop()
            close = marked.index(_PAIRS[opener], at)
            marks.append(_Mark(opener, start, len(text), marked[at + 1 : close].split()))
            at = close + 1
        elif sign in _PAIRS:
            open_.append((sign, len(text)))
            at += 1
        else:
            text += sign
            at += 1
    return text, marks


def _words(value: str | None) -> str | None:
    return value.replace("_", " ") if value else None


def _name(page: _Page, mark: _Mark) -> Name:
    kind, chain, *codes = mark.plain()
    options = mark.options()
    country = next((code for code in codes if len(code) == 3 and "," not in code), None)
    sectors = [code for code in codes if code != country]
    span = page.span(mark)
    return Name(
        span=span,
        core=span,
        kind=kind,
        form=options.get("form", "name"),
        chain=int(chain),
        canonical=_words(options.get("canonical")),
        offices=tuple(str(_words(o)) for o in options.get("office", "").split(",") if o),
        country=country,
        sectors=tuple(sectors[0].split(",")) if sectors else (),
        plural="plural" in options,
        number=int(options["number"]) if "number" in options else None,
    )


def _timex(page: _Page, mark: _Mark) -> Timex:
    options = mark.options()
    fixed = None
    if "day" in options:
        first = date.fromisoformat(options["day"])
        fixed = Interval(first, date.fromisoformat(options.get("to", options["day"])))
    said = PartialDate(
        **{
            key: int(options[name])
            for key, name in (
                ("year", "year"),
                ("month", "month"),
                ("day", "date"),
                ("weekday", "weekday"),
            )
            if name in options
        }
    )
    offset = (int(options["offset"]),) * 2 if "offset" in options else None
    anchor = Anchor.ABSOLUTE if fixed else Anchor.PUBLICATION
    return Timex(
        span=page.span(mark),
        type="DATE",
        value=options.get("day"),
        anchor=anchor,
        said=said,
        offset=offset,
        night="night" in options,
        fixed=fixed,
        rule="test",
    )


def _quantity(page: _Page, mark: _Mark) -> Quantity:
    bounds, *counted = mark.plain()
    low, high = bounds.split("-") if "-" in bounds else (bounds, bounds)
    options = mark.options()
    return Quantity(
        span=page.span(mark),
        low=float(low) if low else None,
        high=float(high) if high else None,
        wording=_words(options.get("wording")),
        counted=" ".join(counted) or None,
        unit=options.get("unit"),
        of=int(options["of"]) if "of" in options else None,
        attribution=int(options["by"]) if "by" in options else None,
        event=int(options["e"]) if "e" in options else None,
    )


def _attribution(page: _Page, mark: _Mark) -> Attribution:
    kind, *chains = mark.plain()
    options = mark.options()
    span = page.span(mark)
    kinds = options.get("kinds", "").split(",")
    tellers = [
        _teller(page, chain, teller or "person", span.start)
        for chain, teller in zip(chains, kinds + ["person"] * len(chains), strict=False)
        if chain != "0"
    ]
    to = options.get("to")
    return Attribution(
        kind=kind,
        span=span,
        contents=(span,),
        cue=_find(page.text, options["cue"], span) if "cue" in options else None,
        chain=tuple(tellers),
        quoted=(span,) if kind == "direct" else (),
        act=options.get("act", "said"),
        negated="negated" in options,
        medium=_words(options.get("medium")),
        addressee=page.name_of(to, span.start) if to else None,
        timex=int(options["when"]) if "when" in options else None,
    )


def _teller(page: _Page, chain: str, kind: str, near: int) -> Source:
    number = page.name_of(chain, near)
    assert number is not None, f"no name of chain {chain}"
    span = page.names[number].span
    return Source(kind, span.text, span, number)


def _find(text: str, words: str, near: Span) -> Span:
    words = words.replace("_", " ")
    after = text.find(words, near.end)
    start = after if after >= 0 else text.index(words)
    return Span.of(text, start, start + len(words))


def _event(page: _Page, mark: _Mark) -> EventMention:
    type_, *_ = mark.plain()
    type_, _, mode = type_.partition("/")
    options = mark.options()
    trigger = page.span(mark)
    place = options.get("at")
    arguments = [
        _argument(page, role, chain, trigger.start)
        for role, key in (("source", "s"), ("target", "t"), ("participant", "p"))
        for chain in options.get(key, "").split(",")
        if chain
    ]
    return EventMention(
        span=_sentence(page.text, trigger),
        trigger=trigger,
        lemma=options.get("lemma", trigger.text.lower()),
        type=type_,
        mode=mode or None,
        status=options.get("status", "happened"),
        arguments=tuple(arguments),
        timexes=tuple(int(n) for n in options.get("on", "").split(",") if n),
        place=page.name_of(place, trigger.start) if place else None,
        attribution=int(options["by"]) if "by" in options else None,
        ordinal=int(options["ordinal"]) if "ordinal" in options else None,
        nominal="nominal" in options,
        specific=options.get("specific") != "0",
    )


def _argument(page: _Page, role: str, chain: str, near: int) -> Argument:
    number = page.name_of(chain, near)
    assert number is not None, f"no name of chain {chain}"
    return Argument(role, page.names[number].span, number)


def _sentence(text: str, trigger: Span) -> Span:
    """The sentence around a trigger, by full stops."""
    stops = (". ", "\n", "? ")
    starts = [at + len(s) for s in stops if (at := text.rfind(s, 0, trigger.start)) >= 0]
    ends = [at for s in stops if (at := text.find(s, trigger.end)) >= 0]
    end = min(ends, default=len(text.rstrip(".")))
    return Span.of(text, max(starts, default=0), max(end, trigger.end))
