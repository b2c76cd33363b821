"""What is likely of the days that stand: the year by kindred pages, the day by weekdays told."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import exp

from hearsay.model import Reading
from hearsay.ontology import table
from hearsay.resolve.dating.constraint import Constraint, Settled
from hearsay.resolve.dating.day_wording import label, told_days, weekday
from hearsay.resolve.dating.daysets import DaySet, Stretch
from hearsay.resolve.dating.graph import DayGraph
from hearsay.resolve.dating.page_features import LEAD
from hearsay.resolve.dating.timex_days import told_weekday
from hearsay.resolve.dating.weekday_rates import (
    MONDAY,
    Habit,
    habit_of,
    log_likelihood,
    past_weekdays,
    usual_rates,
)

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


def date_by_kin(network: DayGraph, kin: Mapping[str, tuple[str, ...]]) -> None:
    """Gives pages that may be of any time a day about those of their kin, where these lie close
    together: pages on the same people in one crisis come out within days of each other.

    What follows from such a day weighs less than any other ground.
    """
    rows = table("date_evidence")["crisis"]
    found: dict[str, list[Constraint]] = {}
    for document in sorted(network.pages):
        days = network.published[document].days
        if days.closed and days.high - days.low < _MOST_DAYS:
            continue
        near = [network.published[d].days for d in kin.get(document, ()) if _is_dated(network, d)]
        if len(near) < rows["least"]:
            continue
        first, last = min(each.low for each in near), max(each.high for each in near)
        window = days.meet(DaySet.between(first - rows["before"], last + rows["after"]))
        if last - first <= rows["days"] and window.stretches:
            found[document] = _in_crisis(network, document, window, near)
    network.claim(found)


def _in_crisis(
    network: DayGraph, document: str, window: DaySet, near: Sequence[DaySet]
) -> list[Constraint]:
    """The days about those of the kin, and of them the likeliest by the weekdays told."""
    rows = table("date_evidence")["crisis"]
    told = told_days(DaySet.between(min(d.low for d in near), max(d.high for d in near)))
    why = f"pages on the same people are of {told}, and it most likely came out about then"
    habit = habit_of(network.pages[document].reading)
    opening = _opening(network.pages[document].reading)
    middles = [(each.low + each.high) / 2 for each in near]
    scores = {
        day: score
        * _after(opening, day)
        * sum(exp(-abs(day - middle) / rows["spread"]) for middle in middles)
        for day, score in _scores(network, document, window).items()
    }
    low, high = likeliest(scores, table("date_evidence")["likely"]["enough"])
    about = Constraint(window, rows["weight"], "inferred", why, ("crisis",))
    late = bool(_late(network, document, window).keys() & scores.keys())
    days = window.meet(DaySet.between(low, high))
    return [
        about,
        Constraint(days, rows["weight"] - 1, "inferred", _why(habit, high, late), ("habit",)),
    ]


def _is_dated(network: DayGraph, document: str) -> bool:
    """True for a page whose day is known to a few, by no guess."""
    settled = network.published.get(document)
    if settled is None or settled.guessed or not settled.days.closed:
        return False
    return settled.days.high - settled.days.low < _FEW


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
    scores = _scores(network, document, settled.days)
    wide = settled.days.size >= _FEW
    opening = _opening(network.pages[document].reading) if wide else None
    by_head = {day: score * _after(opening, day) for day, score in scores.items()}
    # Days that the head makes likely stay open beside those of the habit, and take none away.
    (low, high), (first, last) = (likeliest(each, rows["enough"]) for each in (scores, by_head))
    kept = settled.days.meet(DaySet.between(min(low, first), max(high, last)))
    if kept == settled.days:
        return None
    habit = habit_of(network.pages[document].reading)
    why = _why(habit, high, bool(_late(network, document, settled.days).keys() & scores.keys()))
    return Constraint(kept, rows["weight"], "inferred", why, ("habit",))


def _scores(network: DayGraph, document: str, days: DaySet) -> dict[int, float]:
    """How likely each of some days is by the weekdays told, and by what was told as over."""
    reading = network.pages[document].reading
    habit, late = habit_of(reading), _late(network, document, days)
    rates = usual_rates(habit.close)
    return {day: exp(log_likelihood(habit, rates, day)) * late.get(day, 1.0) for day in days.days()}


def _opening(reading: Reading) -> int | None:
    """The first weekday that the head of a page tells as past; None where it tells a night."""
    told = next(iter(past_weekdays(reading)), None)
    if told is None or told[0] >= LEAD:
        return None
    nights = {timex.span.start for timex in reading.timexes if timex.night}
    return None if told[0] in nights else told[1]


def _after(opening: int | None, day: int) -> float:
    """How often pages come out so many days after the first weekday that their head tells."""
    rows = table("date_evidence")["habit"]
    lag = 1.0 if opening is None else float(rows["lag"][(day - MONDAY - opening) % 7])
    weighted: float = lag ** float(rows["opening"])
    return weighted


def _why(habit: Habit, day: int, night: bool) -> str:
    told = habit.latest(day)
    grounds = [f"the latest weekday it tells is {weekday(told)}"] if told is not None else []
    grounds += ["what it tells as over fell late on a day or in its night"] if night else []
    return f"most likely, since {' and '.join(grounds) or 'nothing speaks for another day'}"


def _late(network: DayGraph, document: str, tried: DaySet) -> dict[int, float]:
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
    return found | dict.fromkeys(
        _nights_of_speech(network, document, tried), float(rows["over_night"])
    )


def _nights_of_speech(network: DayGraph, document: str, tried: DaySet) -> Iterator[int]:
    """The days on which a page that came out then would tell as over what was said that night."""
    page = network.pages[document]
    told = {a.timex for a in page.reading.attributions if a.timex is not None}
    for number in sorted(told):
        timex = page.clock.timexes[number]
        if timex.night and told_weekday(timex) is not None and timex.direction == "past":
            for day in tried.days():
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
