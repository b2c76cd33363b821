"""What forbids two acts to be one event: one function a veto, each with its reason in words."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from hearsay.ontology import table
from hearsay.resolve.events.date_hints import seasons_meet
from hearsay.resolve.events.page_events import PageEvent, shared_words
from hearsay.resolve.events.party_likeness import apart, compare, reversed_roles

Veto = Callable[[PageEvent, PageEvent], bool]

_ONE_DAY = 2  # days, a night included


def days(one: PageEvent, other: PageEvent) -> bool:
    return one.days.meet(other.days) is None


def weekdays(one: PageEvent, other: PageEvent) -> bool:
    a, b = one.clue.weekdays, other.clue.weekdays
    return bool(a and b) and a.isdisjoint(b)


def seasons(one: PageEvent, other: PageEvent) -> bool:
    return not seasons_meet(one.clue.season, other.clue.season)


def ordinals(one: PageEvent, other: PageEvent) -> bool:
    return bool(one.ordinals and other.ordinals) and one.ordinals.isdisjoint(other.ordinals)


def roles_crossed(one: PageEvent, other: PageEvent) -> bool:
    return reversed_roles(one, other)


def doers(one: PageEvent, other: PageEvent) -> bool:
    """Those who act differ; where one page has them as mere participants, any party will do."""
    mutual = bool(one.participants or other.participants)
    ours, theirs = (one.parties, other.parties) if mutual else (one.sources, other.sources)
    return compare(ours, theirs) is None


def targets(one: PageEvent, other: PageEvent) -> bool:
    return compare(one.targets, other.targets) is None


def callers(one: PageEvent, other: PageEvent) -> bool:
    """Meetings and calls are told apart by who takes part."""
    return "CONSULT" in one.types | other.types and apart(one, other)


def places(one: PageEvent, other: PageEvent) -> bool:
    """Places in different countries."""
    a, b = one.place, other.place
    return bool(a and b and a.country and b.country and a.country != b.country)


def doing(one: PageEvent, other: PageEvent) -> bool:
    """What was done is not what is threatened or imagined; what is planned may come about."""
    kinds = [{_doing()[status] for status in act.statuses} for act in (one, other)]
    return any("done" in a and "unreal" in b for a, b in (kinds, kinds[::-1]))


def kinds(one: PageEvent, other: PageEvent) -> bool:
    """No type of one may tell of an event of a type of the other, nor is it one word for both."""
    if one.types & other.types or shared_words(one, other):
        return False
    return not any(kin_types().get(type_, frozenset()) & other.types for type_ in one.types)


def modes(one: PageEvent, other: PageEvent) -> bool:
    """A call is no visit; other modes may be two words for one act."""
    return any(
        "phone" in a and "visit" in b and a.isdisjoint(b)
        for a, b in ((one.modes, other.modes), (other.modes, one.modes))
    )


def sayings(one: PageEvent, other: PageEvent) -> bool:
    """Acts of speech told by different verbs, on days that nobody told to be one: who praised an
    ally and who reaffirmed a promise did two things."""
    verbal = table("event_kinship")["verbal"]
    spoken = all(act.types <= set(verbal) and not act.nominal for act in (one, other))
    near = all(act.days.length is not None and act.days.length <= _ONE_DAY for act in (one, other))
    return spoken and not near and not shared_words(one, other)


VETOES: Sequence[tuple[str, Veto]] = (
    ("different kinds of event", kinds),
    ("different days", days),
    ("different weekdays", weekdays),
    ("different times of year", seasons),
    ("different ordinals", ordinals),
    ("roles the other way round", roles_crossed),
    ("different doers", doers),
    ("different targets", targets),
    ("different participants", callers),
    ("different countries", places),
    ("done and not done", doing),
    ("a call and a visit", modes),
    ("different words of speech", sayings),
)


def veto(one: PageEvent, other: PageEvent) -> str | None:
    """Why the two acts cannot be one event; None when they can."""
    return next((why for why, forbids in VETOES if forbids(one, other)), None)


@cache
def kin_types() -> Mapping[str, frozenset[str]]:
    """For each type the other types that may tell of one event with it."""
    known = table("event_kinship")
    found: dict[str, set[str]] = {}
    for a, b in known["fulfils"] + known["near"]:
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return {type_: frozenset(others) for type_, others in found.items()}


@cache
def _doing() -> dict[str, str]:
    known = table("event_kinship")["doing"]
    return {status: kind for kind, statuses in known.items() for status in statuses}
