"""The figures of a story as rows: what befell whom, how many, who gives it.

Figures of one event that count one thing share a row, in the order of their days. A figure whose
record does not say what befell those counted is of no use to a reader without its sentence, so it
stands in the whole brief only, with that sentence.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from hearsay.model import Event, Figure
from hearsay.ontology import table
from hearsay.publish import wording
from hearsay.publish.brief_entries import Entry, Part, Quote
from hearsay.publish.brief_index import BriefIndex

_REAL = {"happened", "ongoing", "unconfirmed"}
_EVERYBODY = re.compile(
    r"^(?:(?:other )?(?:people|persons?|victims|others|lives|dead|fatalities|deaths))?$"
)
_PART = re.compile(r"\b(?:one|\w+) of (?:the|its|his|her|their|our|\d)", re.I)
_STEPS = 4  # amounts in a row; of more the first and the last are given
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’)]*\s+|\n\n")
_LONGEST = 200


def figure_entries(
    figures: Sequence[Figure], ranks: dict[str, float], index: BriefIndex
) -> list[Entry]:
    """The rows, those of the events of highest rank first; then the figures without a predicate."""
    groups: dict[tuple[str | None, str, str], list[Figure]] = defaultdict(list)
    bare: list[Figure] = []
    for figure in figures:
        event = index.events.get(figure.event or "")
        if _family(figure) is None or (event is not None and event.status not in _REAL):
            bare.append(figure)
        else:
            groups[_key(figure)].append(figure)
    joined = _joined(groups)
    several = {event for event, _, _ in joined}
    rows = [_row(group, ranks, index, len(several) > 1) for group in joined.values()]
    rows.sort(key=lambda entry: -entry.rank)
    return rows + [_bare(figure, index) for figure in bare]


def _family(figure: Figure) -> str | None:
    """What the figure counts the victims or objects of; None where nothing befell them."""
    effect = table("salience")["effects"].get(figure.predicate or "")
    return None if effect is None or figure.unit else str(effect["family"])


def _key(figure: Figure) -> tuple[str | None, str, str]:
    counted = (figure.counted or "").casefold()
    part = _PART.search(figure.cite.span.text)
    whom = figure.cite.span.text.casefold() if part else counted
    return figure.event, _family(figure) or "", "" if _EVERYBODY.match(whom) else whom


def _joined(
    groups: dict[tuple[str | None, str, str], list[Figure]],
) -> dict[tuple[str | None, str, str], list[Figure]]:
    """The groups, those of one event, one family and one number joined under their commonest name:
    "10 Americans" and "10 U.S. citizens"."""
    joined: dict[tuple[str | None, str, str], list[Figure]] = defaultdict(list)
    homes: dict[tuple[str | None, str, float | None], tuple[str | None, str, str]] = {}
    for key, group in sorted(groups.items(), key=lambda item: (-len(item[1]), str(item[0]))):
        numbers = {figure.low if figure.low is not None else figure.high for figure in group}
        alone = key[2] and len(numbers) == 1
        number = next(iter(numbers))
        home = homes.setdefault((key[0], key[1], number), key) if alone else key
        joined[home] += group
    return joined


def _row(
    group: list[Figure], ranks: dict[str, float], index: BriefIndex, several: bool
) -> Entry:
    group.sort(key=lambda figure: (index.day(figure.cite.document), figure.cite.span.start))
    steps = _steps(group)
    event = index.events.get(group[0].event or "")
    origins = {index.pages[figure.cite.document].origin for figure in group}
    weight = table("salience")["effects"][group[0].predicate]["weight"]
    rank = ranks.get(group[0].event or "", 0.0) + 2 * weight + 0.5 * len(origins)
    if event is None:
        rank -= 1.5
    parts = [
        index.part(_amount(step), (figure.cite.document for figure in step)) for step in steps
    ]
    if len(parts) > _STEPS:
        parts = [parts[0], Part(f"… {len(parts) - 2} more …"), parts[-1]]
    link = " → " if _grows(steps, index) else " · "
    joined = [
        Part(part.text if number == 0 else f"{link.lstrip()}{part.text}", part.sources, part.more)
        for number, part in enumerate(parts)
    ]
    return Entry(
        lead=_label(group),
        parts=tuple(joined),
        mark="; ".join(filter(None, (_of(event) if several else None, _givers(group, index))))
        or None,
        quotes=_proofs(group, index),
        rank=rank,
    )


def _steps(group: Iterable[Figure]) -> list[list[Figure]]:
    """The figures by amount, in the order in which each amount was first given."""
    steps: dict[float | None, list[Figure]] = {}
    for figure in group:
        steps.setdefault(figure.low if figure.low is not None else figure.high, []).append(figure)
    return list(steps.values())


def _grows(steps: Sequence[Sequence[Figure]], index: BriefIndex) -> bool:
    """True where each amount is higher than the one before, and was given on a later day."""
    days = [index.day(step[0].cite.document) for step in steps]
    amounts = [step[0].low or step[0].high or 0.0 for step in steps]
    later = all(one < other for one, other in zip(days, days[1:], strict=False))
    return later and all(one < other for one, other in zip(amounts, amounts[1:], strict=False))


def _amount(step: Sequence[Figure]) -> str:
    """The amount in figures, as most pages give it; words such as "dozens" stay words."""
    forms = Counter(amount(figure) for figure in step)
    return max(forms, key=lambda form: (forms[form], -len(form)))


def amount(figure: Figure) -> str:
    """
    >>> from hearsay.model import Cite, Span
    >>> cite = Cite("d", Span(0, 13, "dozens of men"))
    >>> amount(Figure("f", cite, "men", 24.0, 99.0, None, "dozens"))
    'dozens'
    >>> amount(Figure("f", cite, "men", 49.0, None, None, "at least"))
    'at least 49'
    """
    if figure.unit or (figure.low is None and figure.high is None):
        return " ".join(figure.cite.span.text.split())
    if figure.low is None or figure.high is None:
        bound = "up to" if figure.low is None else "at least"
        return f"{bound} {wording.number(figure.high if figure.low is None else figure.low)}"
    if figure.low != figure.high:
        return figure.wording or wording.bounds(figure)
    number = wording.number(figure.low) or ""
    return f"{figure.wording} {number}" if figure.wording in _ROUGH else number


_ROUGH = {"about", "around", "roughly", "nearly", "almost", "approximately", "some"}


def _label(group: Sequence[Figure]) -> str:
    """Those counted and what befell them: "people killed"."""
    counted = Counter((figure.counted or "people").strip() for figure in group)
    whom = max(counted, key=lambda name: (counted[name], -len(name)))
    said = Counter(
        table("figure_words")["said"].get(figure.predicate or "", "") for figure in group
    ).most_common(1)[0][0]
    words = whom.casefold().split()
    if any(word in words for word in ("dead", "deaths", "fatalities", "wounded", "survivors")):
        return whom
    return f"{whom} {said}".strip()


def _of(event: Event | None) -> str | None:
    """Where the event of a row took place, to tell it from others."""
    return None if event is None or event.place is None else event.place.name


def _givers(group: Sequence[Figure], index: BriefIndex) -> str | None:
    """Who gives the figure, where it is not only the pages; three are named."""
    names = dict.fromkeys(
        giver for figure in group if (giver := wording.giver(figure, index.statements)) is not None
    )
    shown = list(names)[:2]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "") or None


def _proofs(group: Sequence[Figure], index: BriefIndex) -> tuple[Quote, ...]:
    quotes: dict[int, Quote] = {}
    for figure in group:
        quote = Quote(index.numbers[figure.cite.document], _sentence(figure, index))
        quotes.setdefault(quote.source, quote)
    return tuple(quotes.values())


def _sentence(figure: Figure, index: BriefIndex) -> str:
    """The sentence that the figure stands in, on one line."""
    text = index.pages[figure.cite.document].document.text
    span = figure.cite.span
    start = max(0, span.start - _LONGEST)
    before = [match.end() for match in _SENTENCE_END.finditer(text, start, span.start)]
    after = _SENTENCE_END.search(text, span.end, span.end + _LONGEST)
    begin = before[-1] if before else start
    end = after.start() if after else min(len(text), span.end + _LONGEST)
    words = " ".join(text[begin:end].split())
    dots = "… " if begin == start and start > 0 and not before else ""
    return f"{dots}{words}" + ("" if after or end == len(text) else " …")


def _bare(figure: Figure, index: BriefIndex) -> Entry:
    return Entry(
        lead=" ".join(figure.cite.span.text.split()),
        parts=(index.part(wording.shortened(_sentence(figure, index)), (figure.cite.document,)),),
        mark=wording.giver(figure, index.statements),
        quotes=_proofs((figure,), index),
        rank=-1.0,
    )
