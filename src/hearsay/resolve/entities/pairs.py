"""Referents of the same printed name gathered, and pairs of such nodes judged to be one or not.

A node is a set of pages' referents that nothing told sets apart: same name, same country, same
family. Persons told by a surname alone are gathered only where an office is told with it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from hearsay.ontology import rows
from hearsay.resolve.compared_text import fold
from hearsay.resolve.entities.name_likeness import (
    Likeness,
    body_key,
    compare_persons,
    initials,
    is_generic,
    person_parts,
    skeleton,
    spelled_alike,
)
from hearsay.resolve.entities.offices import office_key
from hearsay.resolve.entities.referents import Referent

FAMILIES = {
    "person": "person",
    "organization": "body",
    "group": "body",
    "place": "place",
    "state": "state",
}
"""Kinds of name that become entities, and the families that are compared among themselves."""

LINKED = 0.6
"""The least score that makes two nodes one."""

_MOST_COMPANY = 400
"""A page of more names is a list, and who stands on it is in nobody's company."""


@dataclass(frozen=True, slots=True)
class ReferentNode:
    """Referents under one printed name. `company` is the folded names met on the same pages."""

    members: tuple[Referent, ...]
    family: str
    name: str
    parts: tuple[str, ...]
    forms: frozenset[str]
    country: str | None
    genders: frozenset[str]
    offices: frozenset[str]
    company: frozenset[str]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The score of a pair, None where it is vetoed, and the reason in words."""

    score: float | None
    why: str


def gather(referents: Iterable[Referent]) -> list[ReferentNode]:
    """The nodes of all named referents, in an order that hangs on their content alone."""
    groups: dict[tuple[str, ...], list[Referent]] = defaultdict(list)
    company: dict[str, set[str]] = defaultdict(set)
    for referent in referents:
        if referent.name and referent.kind in FAMILIES:
            groups[_group(referent)].append(referent)
            if FAMILIES[referent.kind] != "state":
                company[referent.key[0]].add(body_key(referent.name))
    small = {page: names for page, names in company.items() if len(names) <= _MOST_COMPANY}
    nodes = (_node(members, small) for _, members in sorted(groups.items()))
    return list(nodes)


def keys_of(referent: Referent) -> frozenset[str]:
    """The offices told of a referent that one person holds at a time."""
    found = (office_key(office, referent.country) for office in referent.offices)
    return frozenset(key for key in found if key)


def _group(referent: Referent) -> tuple[str, ...]:
    family, name = FAMILIES[referent.kind], body_key(referent.name or "")
    country, apart = referent.country or "", ""
    if family == "state":
        return (family, country or name)
    if family == "person":
        name = " ".join(person_parts(referent.name or ""))
        offices = sorted(keys_of(referent)) if country else []
        if " " not in name:
            apart = " ".join(offices) or referent.key[0]
    elif is_generic(name) and not country:
        apart = referent.key[0]
    return (family, name, country, referent.gender or "", apart)


def _node(members: list[Referent], company: Mapping[str, set[str]]) -> ReferentNode:
    first = members[0]
    name = first.name or ""
    forms = {body_key(form) for referent in members for form in (*referent.forms, name)}
    pages = {referent.key[0] for referent in members}
    met = set().union(*(company.get(document, ()) for document in pages))
    return ReferentNode(
        members=tuple(members),
        family=FAMILIES[first.kind],
        name=name,
        parts=person_parts(name) if first.kind == "person" else (),
        forms=frozenset(forms),
        country=first.country,
        genders=_genders(members, name),
        offices=frozenset().union(*(keys_of(r) for r in members)),
        company=frozenset(met - forms),
    )


def _genders(members: Iterable[Referent], name: str) -> frozenset[str]:
    """What the pronouns tell, else the given name of a full name."""
    told = frozenset(referent.gender for referent in members if referent.gender)
    parts = person_parts(name)
    given = _given_names().get(parts[0]) if len(parts) > 1 else None
    return told or (frozenset({given}) if given else frozenset())


@cache
def _given_names() -> dict[str, str]:
    """The gender that a given name tells, by the folded name."""
    genders = {"m": "male", "f": "female"}
    told = {fold(row["name"]): row["gender"] for row in rows("given_names")}
    return {name: genders[gender] for name, gender in told.items() if gender}


def merged(nodes: Iterable[ReferentNode]) -> ReferentNode:
    """One node of several, under the fullest of their names."""
    ordered = sorted(nodes, key=lambda node: (-len(node.parts), -len(node.members), node.name))
    if len(ordered) == 1:
        return ordered[0]
    countries = Counter(r.country for node in ordered for r in node.members if r.country)
    forms = frozenset().union(*(node.forms for node in ordered))
    return replace(
        ordered[0],
        members=tuple(referent for node in ordered for referent in node.members),
        forms=forms,
        country=min(countries, key=lambda c: (-countries[c], c)) if countries else None,
        genders=frozenset().union(*(node.genders for node in ordered)),
        offices=frozenset().union(*(node.offices for node in ordered)),
        company=frozenset().union(*(node.company for node in ordered)) - forms,
    )


def blocks(nodes: list[ReferentNode]) -> Iterator[tuple[str, int]]:
    """The keys under which nodes may meet: family and a spelling-proof form of a name."""
    for number, node in enumerate(nodes):
        for key in _block_keys(node):
            yield f"{node.family} {key}", number


def _block_keys(node: ReferentNode) -> set[str]:
    if node.family == "person":
        return {skeleton(part) for part in (node.parts[:1] + node.parts[-1:])}
    keys = {form for form in node.forms if _telling(form)}
    keys |= {initials(node.name)} if " " in node.name else set()
    return keys | {skeleton(node.name.lower().replace(" ", ""))}


def _telling(form: str) -> bool:
    """True for a form that is enough to find a body or place by."""
    return len(form) >= 2 and not is_generic(form)


def judge(one: ReferentNode, other: ReferentNode, rivals: int) -> Judgement:
    """Whether two nodes of one block are one entity.

    `rivals` is how many full names, all different, bear the surname of a node told by its surname
    alone: with several, the surname says little.
    """
    if one.family == "person":
        return _judge_persons(one, other, rivals)
    if one.country and other.country and one.country != other.country:
        return Judgement(None, f"one is of {one.country}, the other of {other.country}")
    return _judge_bodies(one, other)


def _judge_persons(one: ReferentNode, other: ReferentNode, rivals: int) -> Judgement:
    likeness = compare_persons(one.parts, other.parts)
    countries = _same(one.country, other.country)
    offices = bool(one.offices & other.offices) and countries is not False
    if likeness is Likeness.APART:
        return Judgement(None, likeness.value)
    if apart_by_gender(one, other):
        return Judgement(None, "one is male by pronouns or given name, the other female")
    if countries is False and not (likeness is Likeness.FULL and met(one, other)):
        return Judgement(None, f"one is of {one.country}, the other of {other.country}")
    full = min(len(one.parts), len(other.parts)) > 1
    score = {Likeness.FULL: 0.8, Likeness.SPELLING: 0.45 if full else 0.25}.get(likeness, 0.3)
    grounds = [likeness.value]
    for holds, weight, ground in (
        (offices, 0.35, "the same office"),
        (countries, 0.2, "the same country"),
        (met(one, other), 0.3, "told of in the same company"),
    ):
        if holds:
            score += weight
            grounds.append(ground)
    if likeness is Likeness.SHORT and _out_of_office(one, other):
        score -= 0.25
        grounds.append("the full name holds no office that is told")
    if rivals > 1 and not full:
        score -= 0.25
        grounds.append(f"{rivals} others bear the surname")
    return Judgement(min(score, 1.0), "; ".join(grounds))


def apart_by_gender(one: ReferentNode, other: ReferentNode) -> bool:
    """True when a gender is told of both, and none is the same."""
    return bool(one.genders and other.genders and not one.genders & other.genders)


def _out_of_office(one: ReferentNode, other: ReferentNode) -> bool:
    """True when the one told by surname holds an office, and nothing like is told of the other."""
    short, full = sorted((one, other), key=lambda node: len(node.parts))
    sectors = {sector for referent in full.members for sector in referent.sectors}
    return bool(short.offices and not full.offices and not sectors)


def _judge_bodies(one: ReferentNode, other: ReferentNode) -> Judgement:
    same_country = _same(one.country, other.country)
    near = 0.2 * bool(same_country) + 0.3 * met(one, other)
    ground = "; the same country" if same_country else ""
    if body_key(one.name) == body_key(other.name):
        if is_generic(body_key(one.name)) and not same_country:
            return Judgement(0.2 + near, "a name that many bodies bear")
        return Judgement(0.7 + near, "the same name" + ground)
    shared = sorted(form for form in one.forms & other.forms if _telling(form))
    if shared and (same_country or any(" " in form or form.isupper() for form in shared)):
        return Judgement(0.6 + near, f"both are called {shared[0]!r}{ground}")
    if _acronym(one.name, other.name) or _acronym(other.name, one.name):
        return Judgement(0.4 + near, "one is the initials of the other" + ground)
    if spelled_alike(one.name.lower(), other.name.lower()) and " " not in one.name:
        return Judgement(0.4 + near, "the names differ in spelling only" + ground)
    return Judgement(0.0, "the names differ")


def _acronym(short: str, long: str) -> bool:
    return len(short) >= 3 and short.replace(".", "") == initials(long)


def met(one: ReferentNode, other: ReferentNode) -> bool:
    """True when the pages of both name at least two others in common, a good part of the fewer."""
    shared = len(one.company & other.company)
    return shared >= 2 and shared >= 0.25 * min(len(one.company), len(other.company))


def _same(one: str | None, other: str | None) -> bool | None:
    """Whether two told values agree; None when one of them is not told."""
    return None if one is None or other is None else one == other
