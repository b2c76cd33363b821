"""What speaks for and against two acts being one event: one function a feature, from -1 to 1.

The weights are the rows of `ontology/event_pairs.toml`. Sums over sets are exact (`fsum`), so that
the order of a set is nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import fsum

from hearsay.ontology import table
from hearsay.resolve.compared_text import common_shares
from hearsay.resolve.events.date_hints import seasons_meet
from hearsay.resolve.events.page_events import PageEvent, Parties, shared_words
from hearsay.resolve.events.party_likeness import compare

_SHORT_DAYS, _LONG_DAYS, _NIGHT = 2, 9, 1
_NEAR, _FAR = 300, 1500


@dataclass(frozen=True, slots=True)
class PairSetting:
    """Where two acts stand: their stories and origins, and when their pages came out."""

    same_story: bool | None = None
    same_origin: bool = False
    gap: int | None = None


Feature = Callable[[PageEvent, PageEvent, PairSetting], float]


def predicate(one: PageEvent, other: PageEvent, _: PairSetting) -> float:
    """The same word for it, or words of one class; different words speak against.

    What happens in the saying is told by its word: an offer is no agreement.
    """
    if shared_words(one, other):
        return 1.0
    if (one.types | other.types) & _verbal():
        return 0.3 if one.lemmas & other.lemmas else -0.6
    return 0.6 if one.lemmas & other.lemmas else -0.5


def kind(one: PageEvent, other: PageEvent, _: PairSetting) -> float:
    """The types differ: a plan and its act, or a word that was read in two ways."""
    return 0.0 if one.types & other.types else 1.0


def doers(one: PageEvent, other: PageEvent, _: PairSetting) -> float:
    if one.participants or other.participants:
        return _mutual(one, other)
    known = compare(one.sources, other.sources)
    return known or _worded(one.doer_words, other.doer_words)


def _worded(one: frozenset[str], other: frozenset[str]) -> float:
    """Parties nobody knows: like words speak for them, words with nothing in common against."""
    if not one or not other:
        return 0.0
    return 0.4 * len(one & other) / min(len(one), len(other)) if one & other else -0.4


def _mutual(one: PageEvent, other: PageEvent) -> float:
    """How well all parties of the act with fewer find their like in the other."""
    few, many = sorted((one.parties, other.parties), key=len)
    scores = [compare(frozenset({who}), many) or 0.0 for who in few]
    return fsum(scores) / len(scores) if scores else 0.0


def unpeopled(one: PageEvent, other: PageEvent, _: PairSetting) -> float:
    """A meeting or call of nobody in particular beside one of people: many meet on one day."""
    if "CONSULT" not in one.types & other.types:
        return 0.0
    return 1.0 if bool(one.parties) != bool(other.parties) else 0.0


def targets(one: PageEvent, other: PageEvent, _: PairSetting) -> float:
    if one.participants or other.participants:
        return 1.0 if len(one.parties) > 1 and len(other.parties) > 1 else 0.0
    known = compare(one.targets, other.targets)
    if known:
        return known
    by_place = compare(_struck(one), _struck(other))
    return 0.7 * by_place if by_place else _worded(one.target_words, other.target_words)


def _struck(act: PageEvent) -> Parties:
    """The targets; where none are told, the place."""
    return act.targets or frozenset({act.place} if act.place else ())


def day(one: PageEvent, other: PageEvent, _: PairSetting) -> float:
    """How narrow the days are in which both can lie."""
    joint = one.days.meet(other.days)
    length = max(one.days.length or 99, other.days.length or 99)
    if joint is None or not joint.known:
        return 0.0
    return 1.0 if length <= _SHORT_DAYS else 0.5 if length <= _LONG_DAYS else 0.0


def said(one: PageEvent, other: PageEvent, setting: PairSetting) -> float:
    """The same weekday or day of the year in words, where the calendar knows no day."""
    if day(one, other, setting) == 1.0:
        return 0.0
    if same_date(one, other):
        return 1.0
    a, b = one.clue.weekdays, other.clue.weekdays
    if not a & b:
        return 0.0
    return 1.0 if len(a) == len(b) == 1 else 0.5


def same_date(one: PageEvent, other: PageEvent) -> bool:
    """True when both tell the same day of the year."""
    a, b = one.clue.season, other.clue.season
    if a is None or b is None or max(a[1] - a[0], b[1] - b[0]) > _NIGHT:
        return False
    return seasons_meet(a, b)


def redated(one: PageEvent, other: PageEvent, _: PairSetting) -> float:
    """One is told by its weekday and the other by month and day: seldom is one event told both ways
    on a page, unless it is said who did it both times."""
    a, b = one.clue, other.clue
    if compare(one.sources, other.sources):
        return 0.0
    if a.weekdays & b.weekdays or (a.season and b.season):
        return 0.0
    return 1.0 if (a.weekdays and b.season) or (a.season and b.weekdays) else 0.0


def place(one: PageEvent, other: PageEvent, _: PairSetting) -> float:
    """The same place; a whole country says little."""
    a, b = one.place, other.place
    if not a or not b:
        return 0.0
    if a.entity and a.entity == b.entity:
        return 0.4 if a.state else 1.0
    return -0.6 if a.entity and b.entity else 0.3


def mode(one: PageEvent, other: PageEvent, _: PairSetting) -> float:
    if not one.modes or not other.modes:
        return 0.0
    return 1.0 if one.modes & other.modes else -0.5


def story(_: PageEvent, __: PageEvent, setting: PairSetting) -> float:
    """Pages of one story; pages far apart in time tell of one event only when they say its day."""
    if setting.same_story:
        return 1.0
    if setting.gap is None:
        return 0.0
    return -0.3 if setting.gap <= 3 else -1.0


def words(one: PageEvent, other: PageEvent, _: PairSetting) -> float:
    """The share of the rarer words of the shorter clause that the other has too."""
    few, many = sorted((one.words, other.words), key=len)
    total = fsum(map(_rarity, few))
    return fsum(map(_rarity, few & many)) / total if total > 2.0 else 0.0


@lru_cache(maxsize=65536)
def _rarity(word: str) -> float:
    return 1.0 - min(1.0, 3 * common_shares().get(word, 0.0))


def named(one: PageEvent, other: PageEvent, _: PairSetting) -> float:
    """The share of entities named in the clauses that both name."""
    either = one.named | other.named
    return len(one.named & other.named) / len(either) if either else 0.0


def figures(one: PageEvent, other: PageEvent, _: PairSetting) -> float:
    return 1.0 if one.figures & other.figures else 0.0


def plan(one: PageEvent, other: PageEvent, _: PairSetting) -> float:
    """One is planned or imagined where the other happened."""
    return 0.0 if one.statuses & other.statuses else 1.0


def copy(one: PageEvent, other: PageEvent, setting: PairSetting) -> float:
    """The same clause in two copies of one text."""
    if not setting.same_origin or not one.words:
        return 0.0
    return 1.0 if len(one.words & other.words) >= 0.8 * len(one.words | other.words) else 0.0


def indefinite(one: PageEvent, other: PageEvent, _: PairSetting) -> float:
    """The later is brought in as if nothing was told of it: "a call"."""
    return 1.0 if max(one, other, key=_start).indefinite else 0.0


def definite(one: PageEvent, other: PageEvent, _: PairSetting) -> float:
    """The later takes up what was told: "the attack", "this call"."""
    return 1.0 if max(one, other, key=_start).definite else 0.0


def nearness(one: PageEvent, other: PageEvent, _: PairSetting) -> float:
    """1 within a sentence or two, 0 across a long page."""
    gap = abs(one.start - other.start)
    return 1.0 if gap <= _NEAR else max(0.0, 1.0 - (gap - _NEAR) / (_FAR - _NEAR))


def clause(one: PageEvent, other: PageEvent, _: PairSetting) -> float:
    """Two verbs told side by side are two acts."""
    near = abs(one.start - other.start) <= _NEAR // 2
    return 1.0 if near and not one.nominal and not other.nominal else 0.0


def lead(one: PageEvent, other: PageEvent, setting: PairSetting) -> float:
    """Each is what its page tells most of among its kind, in one story: likely the story's own.

    Not so a meeting of nobody in particular, unless the page takes it as known: "the summit".
    """
    leading = one.leads and other.leads and bool(one.types & other.types)
    strange = unpeopled(one, other, setting) and not (one if not one.parties else other).definite
    return 1.0 if leading and setting.same_story and not strange else 0.0


def verbal(one: PageEvent, other: PageEvent, _: PairSetting) -> float:
    """Types that happen in the saying: many alike are told on one day."""
    return 1.0 if (one.types | other.types) & _verbal() else 0.0


def _start(act: PageEvent) -> int:
    return act.start


@cache
def _verbal() -> frozenset[str]:
    return frozenset(table("event_kinship")["verbal"])


FEATURES: Mapping[str, Feature] = {
    "predicate": predicate,
    "kind": kind,
    "doers": doers,
    "unpeopled": unpeopled,
    "targets": targets,
    "day": day,
    "said": said,
    "redated": redated,
    "place": place,
    "mode": mode,
    "story": story,
    "words": words,
    "named": named,
    "figures": figures,
    "plan": plan,
    "copy": copy,
    "indefinite": indefinite,
    "definite": definite,
    "nearness": nearness,
    "clause": clause,
    "verbal": verbal,
    "lead": lead,
}


def values(
    one: PageEvent, other: PageEvent, setting: PairSetting, names: Mapping[str, float]
) -> dict[str, float]:
    """The named features of a pair that are not nought: what a person is shown of a judgement."""
    found = {name: FEATURES[name](one, other, setting) for name in names if name != "bias"}
    return {name: value for name, value in found.items() if value}


def score(
    one: PageEvent, other: PageEvent, setting: PairSetting, weights: Mapping[str, float]
) -> float:
    """The weighted sum of a pair's features, above 0 when they are more likely one event."""
    told = values(one, other, setting, weights)
    return weights["bias"] + sum(weights[name] * value for name, value in told.items())
