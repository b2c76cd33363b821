"""What the words of a phrase tell of an actor: offices, country, sectors (PLOVER actor codes)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from hearsay.model.mention_vocabulary import Gender
from hearsay.ontology import table
from hearsay.reading.names.classify.noun_table import NounMatch
from hearsay.reading.names.classify.posts import Post, post_of
from hearsay.reading.names.detect.gazetteer import GazetteerMatch
from hearsay.reading.names.detect.noun_phrases import joined, possessive
from hearsay.reading.names.detect.signs import Signs
from hearsay.rules import rule
from hearsay.syntax import Parse

_BELONGING = frozenset({"of", "from", "at", "with", "for"})  # "a general of/from/at …" tells whose


@dataclass(frozen=True, slots=True)
class NounInfo:
    """What a phrase tells. `posts` are the offices in a form that can be compared."""

    offices: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()
    country: str | None = None
    sectors: tuple[str, ...] = ()
    gender: Gender | None = None

    def joined(self, other: "NounInfo") -> "NounInfo":
        """What both tell; of two countries or genders the first stands."""
        return NounInfo(
            tuple(dict.fromkeys((*self.offices, *other.offices))),
            tuple(dict.fromkeys((*self.posts, *other.posts))),
            self.country or other.country,
            in_order((*self.sectors, *other.sectors)),
            self.gender or other.gender,
        )


NOTHING = NounInfo()


@dataclass(slots=True)
class _Parts:
    """What is gathered on the way through a phrase."""

    offices: list[str] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    sectors: list[str] = field(default_factory=list)
    gender: Gender | None = None


def tell(signs: Signs, first: int, last: int, text: str, head: NounMatch | None = None) -> NounInfo:
    """What tokens first:last say of the actor they describe: the `head` noun, or all titles.

    Country and organisation count where they stand before the noun or belong to it ("minister of
    France", "spokesman for the IDF"), not where they say where or what about ("ambassador to
    France", "expert on Iran").
    """
    nouns = list(_nouns(signs, first, last))
    hits = list(_hits(signs, first, last))
    bodies = _bodies(nouns, hits)
    parts = _Parts()
    for place, match in enumerate(nouns):
        if _describes(signs.tree, match, head):
            after = nouns[place + 1].first if place + 1 < len(nouns) else last
            _add(parts, _Reach(signs, first, after, bodies), match, text)
    return NounInfo(
        tuple(dict.fromkeys(parts.offices)),
        tuple(dict.fromkeys(parts.posts)),
        _country(signs.tree, hits),
        in_order(parts.sectors),
        parts.gender,
    )


def _country(tree: Parse, hits: list[GazetteerMatch]) -> str | None:
    """The first country told; none of "British and Jordanian forces"."""
    told = [hit for hit in hits if hit.known.country is not None]
    for one, other in pairwise(told):
        joint = tree.word(one.last) in ("and", ",", "&", "/") or joined(tree, one.last)
        if joint and one.known.country != other.known.country:
            return None
    return told[0].known.country if told else None


@rule("NAM-008")
def _describes(tree: Parse, match: NounMatch, head: NounMatch | None) -> bool:
    """True for the head; without one for every title but an owner's ("the president's aide")."""
    if head is not None:
        return match == head and match.noun.kind == "person"
    return match.noun.kind in ("person", "honorific") and not possessive(tree, match.last - 1)


def in_order(sectors: Iterable[str]) -> tuple[str, ...]:
    """Each sector once, in the order of the table."""
    order = table("sectors")["order"]
    found = set(sectors)
    return tuple(sector for sector in order if sector in found)


def organisation_sectors(signs: Signs, first: int, last: int) -> tuple[str, ...]:
    """Sectors told by the words of an organisation's name or description."""
    for start in range(first, last):
        hit = signs.hits.get(start)
        if (
            hit is not None
            and hit.known.sort == "institution"
            and (start, last) == (hit.first, hit.last)
        ):
            return hit.known.sectors
    sectors: list[str] = []
    for match in _nouns(signs, first, last):
        if match.noun.kind != "organization":
            continue
        sectors = list(match.noun.sectors)
        before = match.first - 1
        while before >= first:
            _modify(sectors, signs.tree.word(before), firm=match.noun.firm)
            before -= 1
        break
    return in_order(sectors)


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far the words of one office may lie, and the sectors of the organisations beside it."""

    signs: Signs
    first: int
    last: int
    bodies: tuple[str, ...] | None


def _add(parts: _Parts, reach: _Reach, match: NounMatch, text: str) -> None:
    noun = match.noun
    parts.gender = parts.gender or noun.gender
    if noun.kind == "honorific":
        return
    start, end = _office_range(reach, match)
    tree = reach.signs.tree
    before = [tree.word(n).rstrip(".") for n in range(start, match.first)]
    after = [tree.word(n) for n in range(match.last, end)]
    past, sectors = _sectors(reach, match, [*before, *after])
    if not past:
        parts.sectors.extend(sectors)
    if noun.office:
        parts.offices.append(text[tree.tokens[start].start : tree.tokens[end - 1].end])
        marks = table("offices")["qualifiers"]
        which = [word for word in before if marks.get(word) in (None, "rank")]
        parts.posts.append(post_of([*which, *noun.word.split(), *after]))


def _sectors(reach: _Reach, match: NounMatch, words: list[str]) -> tuple[bool, list[str]]:
    """Whether the office is held no more, and its sectors."""
    noun = match.noun
    domains, marks = table("offices")["domains"], table("offices")["qualifiers"]
    sectors = list(noun.sectors)
    if reach.bodies is not None and not noun.firm:
        sectors = list(reach.bodies)
    elif reach.bodies is not None:
        sectors.extend(reach.bodies)
    tree = reach.signs.tree
    before = {tree.word(n) for n in range(reach.first, match.first)}
    for word in words:
        turn, *more = domains.get(word, "").split() or [""]
        if turn == "keep":
            sectors.extend(more)
        elif turn == "turn" and not noun.firm and reach.bodies is None:
            sectors = list(more)
    return any(marks.get(word) == "past" for word in before), sectors


def _office_range(reach: _Reach, match: NounMatch) -> tuple[int, int]:
    """Tokens of the office itself: what it is about before it, or after "of"."""
    tree, offices = reach.signs.tree, table("offices")
    start = match.first
    for number in range(match.first - 1, reach.first - 1, -1):
        if reach.signs.held(number):
            break
        word = tree.word(number).rstrip(".")
        sort = offices["qualifiers"].get(word)
        if word in offices["domains"] or sort in ("mark", "rank", "past"):
            start = number
        elif not (word in ("and", "&") or joined(tree, number)):
            break
    end = match.last
    if tree.word(end) == "of" and end < reach.last and match.noun.office:
        end = _complement(reach, end + 1) or end
    return start, end


def _complement(reach: _Reach, start: int) -> int | None:
    """One past the words after "of" that say which office it is ("of Defense", "of the CIA")."""
    signs, end = reach.signs, start
    domains = table("offices")["domains"]
    for number in range(start, reach.last):
        word = signs.tree.word(number)
        hit = signs.hits.get(number)
        if hit is not None and hit.known.sort == "institution" and number <= start + 1:
            return hit.last
        if word in domains or signs.tree.tokens[number].text == "Staff":
            end = number + 1
        elif word not in ("the", "and", ",", "&"):
            break
    return end if end > start else None


def _bodies(nouns: list[NounMatch], hits: list[GazetteerMatch]) -> tuple[str, ...] | None:
    """Sectors of the organisations named in a phrase; None when none is named."""
    sectors: list[str] | None = None
    for hit in hits:
        if hit.known.sort == "institution":
            sectors = [*(sectors or ()), *hit.known.sectors]
    for match in nouns:
        noun = match.noun
        added = table("offices")["domains"].get(noun.word, "").startswith("keep")
        if noun.kind == "organization" and not noun.named and not added:
            sectors = [*(sectors or ()), *noun.sectors]
    return None if sectors is None else in_order(sectors)


def _modify(sectors: list[str], word: str, *, firm: bool) -> None:
    turn, *more = table("sectors")["modifiers"].get(word, "").split() or [""]
    if turn == "turn" and not firm:
        sectors[:] = more
    elif turn == "keep":
        sectors.extend(more)


def _nouns(signs: Signs, first: int, last: int) -> Iterator[NounMatch]:
    for number in range(first, last):
        match = signs.nouns.get(number)
        if match is not None and match.last <= last:
            yield match


def _hits(signs: Signs, first: int, last: int) -> Iterator[GazetteerMatch]:
    """Known names that belong to the phrase's noun."""
    for number in range(first, last):
        token = signs.tree.tokens[number]
        if token.deprel == "case" and token.xpos != "POS" and token.text.lower() not in _BELONGING:
            return
        hit = signs.hits.get(number)
        if hit is not None and hit.last <= last and _whose(signs.tree, hit):
            yield hit


@rule("NAM-009")
def _whose(tree: Parse, hit: GazetteerMatch) -> bool:
    """False for "pro-Russian", "anti-American", "Iran-backed", "US-based"."""
    before, after = hit.first - 1, hit.last
    if before >= 0 and joined(tree, before):
        return False
    return not (after < len(tree.tokens) - 1 and joined(tree, after))
