"""Event types against PLV and CASE2021, and who acts on whom against AW.

PLV gives a sentence, a source and a target and asks for the PLOVER root type; YIELD is RETREAT and
CONCEDE. AW asks whether the source acts on the target. CASE2021 gives snippets of conflict reports
with one subtype each; `SUBTYPES` says which of our types and modes it answers to. A sentence in
which nothing is found counts as wrong.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.corpora import Row, need, one_of
from evaluation.syntax import model
from hearsay.model import Analysis, Attribution, Document, EventMention, Name, Span, content_id
from hearsay.reading.attribution import find_attributions
from hearsay.reading.events import find_events
from hearsay.reading.names import find_names
from hearsay.reading.times import find_times
from hearsay.syntax import parse

_MARK = re.compile(r"</?([st])>")
_ALONE = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE", "AID"})
_YIELD = frozenset({"RETREAT", "CONCEDE"})

# CASE2021 subtype: PLOVER types, each with its modes (empty: any). The subtypes are those of ACLED:
# AGREEMENT holds talks, exchanges of prisoners and surrenders too; DIPLO sanctions, expulsions.
SUBTYPES: dict[str, dict[str, frozenset[str]]] = {
    "ABDUCT_DISSAP": {"ASSAULT": frozenset({"abduct"})},
    "AGREEMENT": {
        "AGREE": frozenset(),
        "SUPPORT": frozenset(),
        "CONSULT": frozenset(),
        "RETREAT": frozenset(),
    },
    "AIR_STRIKE": {"ASSAULT": frozenset({"aerial", "drone"})},
    "ARMED_CLASH": {"ASSAULT": frozenset()},
    "ARREST": {"COERCE": frozenset({"arrest"})},
    "ART_MISS_ATTACK": {"ASSAULT": frozenset({"heavy-weapons"})},
    "ATTACK": {"ASSAULT": frozenset()},
    "ATTRIB": {"ACCUSE": frozenset(), "ASSAULT": frozenset()},
    "CHEM_WEAP": {"ASSAULT": frozenset({"unconventional"})},
    "DIPLO": {"SANCTION": frozenset(), "COERCE": frozenset({"restrict"})},
    "DISR_WEAP": {"COERCE": frozenset({"seize"}), "RETREAT": frozenset({"disarm"})},
    "FORCE_AGAINST_PROTEST": {"ASSAULT": frozenset(), "COERCE": frozenset()},
    "GOV_REGAINS_TERIT": {"ASSAULT": frozenset()},
    "GRENADE": {"ASSAULT": frozenset({"explosives"})},
    "MOB_VIOL": {"PROTEST": frozenset({"riot", "vandalize"}), "ASSAULT": frozenset()},
    "NON_STATE_ACTOR_OVERTAKES_TER": {"ASSAULT": frozenset()},
    "NON_VIOL_TERRIT_TRANSFER": {"RETREAT": frozenset()},
    "PEACE_PROTEST": {"PROTEST": frozenset()},
    "PROPERTY_DISTRUCT": {
        "ASSAULT": frozenset({"destroy"}),
        "COERCE": frozenset({"seize"}),
        "PROTEST": frozenset({"riot", "vandalize"}),
    },
    "PROTEST_WITH_INTER": {"PROTEST": frozenset(), "COERCE": frozenset()},
    "REM_EXPLOS": {"ASSAULT": frozenset({"explosives"})},
    "SEX_VIOL": {"ASSAULT": frozenset({"sexual"})},
    "SUIC_BOMB": {"ASSAULT": frozenset({"suicide-attack"})},
    "VIOL_DEMONSTR": {"PROTEST": frozenset()},
}
# Subtypes that are no PLOVER act: right when no event of force is found.
OUTSIDE = frozenset({"NATURAL_DISASTER", "MAN_MADE_DISASTER"})


# PLV knows no status: what is only announced is a promise or a threat.
ANNOUNCED = {
    **dict.fromkeys(("RETREAT", "CONCEDE", "AID", "COOPERATE", "CONSULT", "SUPPORT"), "AGREE"),
    **dict.fromkeys(("ASSAULT", "COERCE", "SANCTION", "PROTEST"), "THREATEN"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence with the spans of its source and target, and what the annotators said."""

    text: str
    sources: tuple[tuple[int, int], ...]
    targets: tuple[tuple[int, int], ...]
    gold: str
    trigger: str = ""


def measure(root: Path) -> list[Row]:
    """Macro-F1 and accuracy on PLV, accuracy on AW and on CASE2021, in percent."""
    events = need(root, "events")
    plv = list(_marked(one_of(events, "PLV_dev.tsv", "PLV_test.tsv"), "gold_root"))
    acts = list(_marked(one_of(events, "AW_dev.tsv", "AW_test.tsv"), "gold_binary"))
    pairs = [(item.gold, root_type(item, found)) for item, found in read(plv)]
    agree = [item.gold == str(int(acts_on(item, found))) for item, found in read(acts)]
    rows = [
        Row("events", "plv", "macro_f1", macro_f1(pairs)),
        Row("events", "plv", "accuracy", _share(gold == mine for gold, mine in pairs)),
        Row("events", "aw", "accuracy", _share(agree)),
    ]
    snippets = list(_snippets(one_of(events / "case2021", "*.tsv")))
    right = [_fits(item.gold, found) for item, found in read(snippets) if _mapped(item.gold)]
    return [*rows, Row("events", "case2021", "accuracy", _share(right))]


def _share(right: Iterator[bool] | list[bool]) -> float:
    told = list(right)
    return 100 * sum(told) / len(told) if told else 0.0


def _marked(path: Path, gold: str) -> Iterator[Item]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            text, spans = unmarked(row["marked_sentence"])
            spans_of = tuple(spans["s"]), tuple(spans["t"])
            yield Item(text, *spans_of, row[gold], row.get("trigger", ""))


def _snippets(path: Path) -> Iterator[Item]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            yield Item(row["EventSnippet"], (), (), row["SubType"])


def unmarked(marked: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """The sentence without its marks, and the spans they enclosed.

    >>> unmarked("<s>France</s> left <t>Oran</t>.")
    ('France left Oran.', {'s': [(0, 6)], 't': [(12, 16)]})
    """
    parts: list[str] = []
    spans: dict[str, list[tuple[int, int]]] = {"s": [], "t": []}
    at = length = start = 0
    for mark in _MARK.finditer(marked):
        parts.append(marked[at : mark.start()])
        length += len(parts[-1])
        at = mark.end()
        if mark[0].startswith("</"):
            spans[mark[1]].append((start, length))
        else:
            start = length
    return "".join([*parts, marked[at:]]), spans


def read(items: list[Item]) -> Iterator[tuple[Item, tuple[EventMention, ...]]]:
    """Each item with the event mentions read from it."""
    for item, analysis in zip(items, model().analyse_all(i.text for i in items), strict=True):
        yield item, _events(item, analysis)


def _events(item: Item, analysis: Analysis) -> tuple[EventMention, ...]:
    key = content_id("sentence", item.text)
    document = Document(id=key, source="sentence", sha256=key, text=item.text)
    tree = parse(analysis)
    names = find_names(document, tree)
    timexes = find_times(document, tree)
    attributions: tuple[Attribution, ...] = find_attributions(document, tree, names, timexes)
    names += _given(document, names, (*item.sources, *item.targets))
    return find_events(document, tree, names, timexes, attributions)


def _given(
    document: Document, names: tuple[Name, ...], spans: tuple[tuple[int, int], ...]
) -> tuple[Name, ...]:
    """Names for the given actors that the page's own names do not have."""
    known = {(name.span.start, name.span.end) for name in names}
    chain = 1 + max((name.chain for name in names), default=0)
    return tuple(
        Name(span, span, "organization", "nominal", chain + number)
        for number, (start, end) in enumerate(spans)
        if (start, end) not in known
        for span in [document.span(start, end)]
    )


def root_type(item: Item, found: tuple[EventMention, ...]) -> str:
    """The root type of the mention that best fits the given source and target; "" when none."""
    ranked = sorted(found, key=lambda event: (-_fit(item, event), event.trigger.start))
    if not ranked:
        return ""
    kind = ranked[0].type
    if ranked[0].status in ("planned", "threatened"):
        kind = ANNOUNCED.get(kind, kind)
    return "YIELD" if kind in _YIELD else kind


def _fit(item: Item, event: EventMention) -> float:
    """Two for each actor in its role, one in another; less for what did not take place."""
    told = 0.0
    for spans, role in ((item.sources, "source"), (item.targets, "target")):
        roles = {a.role for a in event.arguments if _touches(a.span, spans)}
        told += 2.0 if role in roles or "participant" in roles else 1.0 if roles else 0.0
    told += 0.6 if event.status not in ("hypothetical", "denied") else 0.0
    return told + event.score / 2


def _touches(span: Span, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(start < span.end and span.start < end for start, end in spans)


def acts_on(item: Item, found: tuple[EventMention, ...]) -> bool:
    """True when the source acts on the target by the event at the given trigger.

    Who meets, agrees or resigns acts on nobody. Where no event is found at the trigger the answer
    is True, as for most of the set.
    """
    told = [
        event
        for event in found
        if event.trigger.text in item.trigger or item.trigger in event.trigger.text
    ]
    for event in told or found:
        if event.type in _ALONE or event.mode == "resign":
            return False
        if any(a.role == "target" and _touches(a.span, item.sources) for a in event.arguments):
            return False
    return True


def _mapped(subtype: str) -> bool:
    return subtype in SUBTYPES or subtype in OUTSIDE


def _fits(subtype: str, found: tuple[EventMention, ...]) -> bool:
    """True when the snippet's first specific event is of the subtype's type and mode."""
    told = [event for event in found if event.specific] or list(found)
    if subtype in OUTSIDE:
        return all(event.type != "ASSAULT" for event in told)
    wanted = SUBTYPES[subtype]
    return any(
        event.type in wanted and (not wanted[event.type] or event.mode in wanted[event.type])
        for event in told
    )


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    """The mean F1 over the gold types, in percent.

    >>> macro_f1([("A", "A"), ("B", "B"), ("B", "")])
    83.33333333333334
    """
    kinds = sorted({gold for gold, _ in pairs})
    right = Counter(gold for gold, mine in pairs if gold == mine)
    found = Counter(mine for _, mine in pairs)
    wanted = Counter(gold for gold, _ in pairs)
    scores = [200 * right[kind] / (found[kind] + wanted[kind]) for kind in kinds]
    return sum(scores) / len(scores) if scores else 0.0
