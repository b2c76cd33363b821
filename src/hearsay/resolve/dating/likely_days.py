"""What is likely of the days that stand: the year by kindred pages, the day by weekdays told."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import exp

from hearsay.ontology import table
from hearsay.resolve.dating.constraint import Constraint, Settled
from hearsay.resolve.dating.day_wording import label, told_days, weekday
from hearsay.resolve.dating.daysets import DaySet, Stretch
from hearsay.resolve.dating.graph import DayGraph
from hearsay.resolve.dating.timex_days import told_weekday
from hearsay.resolve.dating.weekday_rates import Habit, habit_of, log_likelihood, usual_rates

_SEASON = 100
"""Days so far apart belong to different years."""

_MOST_DAYS = 62
_MOST_DAYS_TRIED = 40_000
_MOST_ROUNDS = 4
_FEW = 3
_EQUAL = 1e-9
_GUESSES = (("habit",), ("alike",))
"""Keys of the claims that have taken a page's weekdays into account."""

_MOST_ALTERNATIVES = 2


def choose_years(network: DayGraph, kin: Mapping[str, tuple[str, ...]]) -> None:
    """Gives pages whose year is open the year nearest to their kin, where one stands out.

    First by pages whose own days are no guess, then by any, all pages of a round at once.
    """
    for number in range(_MOST_ROUNDS):
        chosen = _chosen(network, kin, sure=number == 0)
        if not chosen and number:
            return
        network.claim(chosen)


def _chosen(
    network: DayGraph, kin: Mapping[str, tuple[str, ...]], *, sure: bool
) -> dict[str, list[Constraint]]:
    found: dict[str, list[Constraint]] = {}
    for document in sorted(network.pages):
        settled = network.published[document]
        if settled.days.size > _MOST_DAYS_TRIED:
            continue
        seasons = _seasons(settled.days)
        if len(seasons) > 1:
            near = _dated_kin(network, kin.get(document, ()), sure=sure)
            found[document] = _year(network, document, seasons, near) if near else []
    return {document: claims for document, claims in found.items() if claims}


def _seasons(days: DaySet) -> list[list[Stretch]]:
    """The stretches of a set, those of one year together."""
    found: list[list[Stretch]] = []
    for stretch in days.stretches:
        if found and stretch[0] - found[-1][-1][1] < _SEASON:
            found[-1].append(stretch)
        else:
            found.append([stretch])
    return found


def _dated_kin(network: DayGraph, kin: Sequence[str], *, sure: bool) -> dict[str, float]:
    """The middle day of each page of the kin whose days are few; no guesses when `sure`."""
    found: dict[str, float] = {}
    for document in kin:
        settled = network.published.get(document)
        if settled is None or not settled.days.closed:
            continue
        days = settled.days
        guessed = sure and any(claim.basis == "inferred" for claim in settled.used)
        if not guessed and days.high - days.low < _MOST_DAYS:
            found[document] = (days.low + days.high) / 2
    return found


def _year(
    network: DayGraph, document: str, seasons: Sequence[list[Stretch]], near: Mapping[str, float]
) -> list[Constraint]:
    """The season that stands out beside the days of the kin, and the next best ones as refused."""
    rows = table("date_evidence")["likely"]
    habit = habit_of(network.pages[document].reading)
    scores = [_season_score(season, habit, near, rows["kin_days"]) for season in seasons]
    order = sorted(range(len(seasons)), key=lambda n: (-scores[n], n))
    best = order[0]
    closest = min(near, key=lambda d: (_gap(seasons[best], near[d]), d))
    if _gap(seasons[best], near[closest]) > rows["kin_most"]:
        return []
    if scores[best] < rows["year_enough"] * sum(scores):
        return []
    told = told_days(network.published[closest].days)
    page = label(network.pages[closest].reading.document)
    why = f"the year is that nearest to {page} of {told}, on the same people"
    claims = [Constraint(_around(seasons[best]), rows["year_weight"], "inferred", why, ("kin",))]
    for other in order[1 : _MOST_ALTERNATIVES + 1]:
        year = date.fromordinal(seasons[other][0][0]).year
        why = f"the year {year} is further from the pages on the same people"
        claims.append(Constraint(DaySet(tuple(seasons[other])), 1, "inferred", why, ("year",)))
    return claims


def _around(season: Sequence[Stretch]) -> DaySet:
    """The season and the days about it, short of any other season."""
    return DaySet.between(season[0][0] - _SEASON // 2, season[-1][1] + _SEASON // 2 - 1)


def _season_score(
    season: Sequence[Stretch], habit: Habit, near: Mapping[str, float], spread: float
) -> float:
    days = [day for low, high in season for day in range(low, high + 1)]
    rates = usual_rates(habit.close)
    weekday = 0.0
    if len(days) < _MOST_DAYS:
        weekday = max(log_likelihood(habit, rates, day) for day in days)
    return exp(weekday) * sum(exp(-_gap(season, day) / spread) for day in near.values())


def _gap(season: Sequence[Stretch], day: float) -> float:
    return max(season[0][0] - day, day - season[-1][1], 0.0)


def narrow_days(network: DayGraph) -> None:
    """Narrows the days of each page that are few to those that its weekdays make likely.

    First the pages that come out of it with few days, so that others learn from them.
    """
    for most in (*[_FEW] * _MOST_ROUNDS, _MOST_DAYS):
        found: dict[str, list[Constraint]] = {}
        for document in sorted(network.pages):
            settled = network.published[document]
            days = settled.days
            if days.size > 1 and days.closed and days.high - days.low < _MOST_DAYS:
                claim = _narrowed(network, document, settled)
                if claim is not None and claim.days.high - claim.days.low < most:
                    found[document] = [claim]
        network.claim(found)


def _narrowed(network: DayGraph, document: str, settled: Settled) -> Constraint | None:
    if any(claim.key in _GUESSES for claim in network.pages[document].own):
        return None
    rows = table("date_evidence")["likely"]
    habit = habit_of(network.pages[document].reading)
    late, rates = _late(network, document), usual_rates(habit.close)
    scores = {
        day: exp(log_likelihood(habit, rates, day)) * late.get(day, 1.0)
        for day in settled.days.days()
    }
    low, high = likeliest(scores, rows["enough"])
    kept = settled.days.meet(DaySet.between(low, high))
    if kept == settled.days:
        return None
    why = _why(habit, high, bool(late.keys() & scores.keys()))
    return Constraint(kept, rows["weight"], "inferred", why, ("habit",))


def _why(habit: Habit, day: int, night: bool) -> str:
    told = habit.latest(day)
    grounds = [f"the latest weekday it tells is {weekday(told)}"] if told is not None else []
    grounds += ["what it tells as over fell late on a day or in its night"] if night else []
    return f"most likely, since {' and '.join(grounds) or 'nothing speaks for another day'}"


def _late(network: DayGraph, document: str) -> dict[int, float]:
    """Days late on which, or on whose night, an event fell that this page tells as over: what is
    left of each as the day of the page."""
    rows = table("date_evidence")["habit"]
    found: dict[int, float] = {}
    for group in network.pages[document].groups:
        days = network.day(group.event).days
        if not group.happened or not days.closed or days.high - days.low > 1:
            continue
        timexes = [
            teller.clock.timexes[term.timex]
            for teller in network.tellers[group.event]
            for term in teller.terms
        ]
        if any(timex.night for timex in timexes):
            found[days.low] = float(rows["over_night"])
        elif any(timex.mod == "end" and told_weekday(timex) is not None for timex in timexes):
            found[days.low] = min(found.get(days.low, 1.0), float(rows["over_late"]))
    return found | dict.fromkeys(_nights_of_speech(network, document), float(rows["over_night"]))


def _nights_of_speech(network: DayGraph, document: str) -> Iterator[int]:
    """The days on which a page that came out then would tell as over what was said that night."""
    page = network.pages[document]
    told = {a.timex for a in page.reading.attributions if a.timex is not None}
    for number in sorted(told):
        timex = page.clock.timexes[number]
        if timex.night and told_weekday(timex) is not None and timex.direction == "past":
            for day in network.published[document].days.days():
                night = page.clock.days(number, day)
                if night is not None and night[0] == day:
                    yield day


def likeliest(scores: Mapping[int, float], enough: float) -> Stretch:
    """First and last of the likeliest days that together hold so large a share of the scores.

    Days as likely as one that is taken are taken with it.

    >>> likeliest({1: 0.5, 2: 0.4, 3: 0.1}, 0.85)
    (1, 2)
    """
    ranked = sorted(scores, key=lambda day: -scores[day])
    total, held = sum(scores.values()), 0.0
    taken: list[int] = []
    for day in ranked:
        if held >= enough * total and scores[day] < scores[taken[-1]] * (1 - _EQUAL):
            break
        held += scores[day]
        taken.append(day)
    return min(taken), max(taken)
