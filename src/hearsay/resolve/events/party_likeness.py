"""Whether the parties of two acts can be the same: entities, and the countries they act for."""

from hearsay.resolve.events.page_events import PageEvent, Parties, Who


def likeness(one: Who, other: Who) -> float | None:
    """1 for one entity, 0.6 for one country, 0 for not known, None for parties that differ.

    Two persons of one country differ; a country and its army, or its president, may act as one.
    """
    if one.entity and one.entity == other.entity:
        return 1.0
    if one.person and other.person:
        return None
    if one.country and other.country:
        return 0.6 if one.country == other.country else None
    return None if one.entity and other.entity else 0.0


def compare(one: Parties, other: Parties) -> float | None:
    """The best likeness of any two parties; 0 when a side tells none, None when all differ."""
    if not one or not other:
        return 0.0
    found = [likeness(a, b) for a in one for b in other]
    return max((score for score in found if score is not None), default=None)


def agents(act: PageEvent) -> Parties:
    """Who does it; where all parties take part alike, every one of them."""
    return act.sources | act.participants


def reversed_roles(one: PageEvent, other: PageEvent) -> bool:
    """True when who acts on one page is acted on by the other on the other page."""
    crossed = [compare(one.sources, other.targets), compare(one.targets, other.sources)]
    straight = [compare(one.sources, other.sources), compare(one.targets, other.targets)]
    return any(crossed) and not any(straight)


def persons(parties: Parties) -> frozenset[str]:
    return frozenset(who.entity for who in parties if who.person)


def apart(one: PageEvent, other: PageEvent) -> bool:
    """True when the persons who take part cannot be the same meeting or call.

    One page may leave a party out, so that one set may lie within the other.
    """
    ours, theirs = persons(one.parties), persons(other.parties)
    return bool(ours and theirs) and not (ours <= theirs or theirs <= ours)
