"""Who wrote a page and whose copy it carries: bylines and credit lines."""

import re
from dataclasses import dataclass
from functools import cache

from hearsay import ontology
from hearsay.pages.metadata.agencies import agency, agency_forms, is_house
from hearsay.pages.metadata.stated_dates import find_stated

_PARTICLE = (
    r"(?:de|da|di|du|del|della|des|dos|la|le|van|von|der|den|ter|bin|bint|ben|al|el|abu|ibn|ul|y|e)"
)
_PART = r"(?:[A-ZÀ-ÖØ-Þ][\w'’-]*\.?|al-[A-ZÀ-ÖØ-Þ][\w'’-]+)"
_PERSON = re.compile(rf"{_PART}(?:\s+(?:{_PARTICLE}\s+)*{_PART}){{1,4}}")
_BY = re.compile(
    r"^(?:(?:written|words|story|report|analysis|posted|reported)\s+by|by)\b:?\s+", re.I
)
_SPLIT = re.compile(r"\s*(?:,|;|&|\||•|·|–|—|\band\b|\bwith\b|\bfor\b)\s*", re.I)
_LIST = re.compile(r"(\s*,\s*(?:and\s+)?|\s*(?:;|&|\||\band\b|\bwith\b|\bfor\b)\s*)", re.I)
_PLACE = re.compile(r"\s+(?:in|at|from|near|on)\s+.*$", re.I)
_PROSE = 8  # so many small words in a line that ends as a sentence does are no byline's
_SEGMENT = re.compile(r"[;.](?=\s|$)(?<![A-Z]\.)")
_DID = re.compile(r"\b(?:contributed|assisted|reported|have|has|also|reporting)\b.*$", re.I)
_REPRINT = re.compile(
    r"(?i:published|appeared|republished)\s+(?i:by|on|in|from|with permission from)\s+"
    r"(?P<outlet>(?:[Tt]he\s+)?[A-Z][\w'’&-]*(?:\s+(?:of|and|the|[A-Z][\w'’&-]*))*)"
)
_OWNER = re.compile(
    rf"^\W*(?:the\s+)?(?P<outlet>{_PART}(?:\s+{_PART}){{0,4}}?)(?:['’]s|(?<=s)['’])\s+(?={_PART})"
)


@dataclass(frozen=True, slots=True)
class Credits:
    """Who had a hand in a page: people by name, agencies and outlets by their own name."""

    people: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()


def read_byline(text: str) -> Credits | None:
    """Who a byline line names, or None when `text` is no byline.

    >>> read_byline("By Ana Sol and John Roe in Jakarta")
    Credits(people=('Ana Sol', 'John Roe'), outlets=())
    """
    match = _BY.match(text)
    if match is None or len(text) > 160 or _runs_on(text):
        return None
    parts = [part for part in _SPLIT.split(_without_dates(text[match.end() :])) if part]
    people, outlets = _sorted_hands([_PLACE.sub("", part).strip(" .:") for part in parts])
    nameless = bool(parts) and not _roles().sub("", parts[0]).strip(" '’s")
    return Credits(people, outlets) if people or outlets or nameless else None


def _runs_on(text: str) -> bool:
    """True for a byline that lost its line end: the report's first sentence follows in it."""
    small = [word for word in re.findall(r"[^\W\d_]+", text) if word.islower()]
    return text.endswith((".", "?", "!", "”")) and len(small) >= _PROSE


def read_signature(text: str, following: str) -> Credits | None:
    """Who signs, where a line is a name and the next says for whom, or as what.

    >>> read_signature("Ana Sol", "Reuters, Jakarta")
    Credits(people=('Ana Sol',), outlets=('Reuters',))
    """
    role = following.split(",")[0].strip()
    known = role in agency_forms() or bool(_role_line().fullmatch(following.strip()))
    if not known or _PERSON.fullmatch(text.strip()) is None or len(following) > 80:
        return None
    return Credits((cased(text.strip()),), (agency(role),) if role in agency_forms() else ())


def read_credit(text: str) -> Credits:
    """Who a credit line names: writers and the houses they wrote for; editors are left out.

    >>> read_credit("Reporting by Ana Sol; Editing by John Roe")
    Credits(people=('Ana Sol',), outlets=())
    """
    people: list[str] = []
    outlets: list[str] = []
    for segment in _SEGMENT.split(text.strip(" ()[]*")):
        if _other().match(segment) or not segment.strip():
            continue
        reprint = _REPRINT.search(segment)
        if reprint is not None:
            outlets.append(agency(reprint["outlet"]))
            continue
        found, rest = _agencies(segment)
        owner = _OWNER.match(segment)
        if owner is not None and not found:
            found, rest = [owner["outlet"]], segment[owner.end() :]
        outlets += found
        parts = _without_places(_writing().sub("", rest))
        named_people, houses = _sorted_hands([part.strip(" .:'’") for part in parts])
        people += named_people
        outlets += houses
    return Credits(tuple(dict.fromkeys(people)), tuple(dict.fromkeys(outlets)))


def _without_places(text: str) -> list[str]:
    """The parts of a credit without where its people were: "Kim Soo in Seoul, South Korea, and".

    After a place, a part between commas that names no place of its own is the place's rest.
    """
    parts: list[str] = []
    after_place = False
    pieces = _LIST.split(text)
    for number in range(0, len(pieces), 2):
        piece = pieces[number]
        placed = _PLACE.search(piece) is not None
        follows = pieces[number + 1] if number + 1 < len(pieces) else ","
        before = pieces[number - 1] if number else ""
        rest = after_place and before.strip() == "," and not placed and "," in follows
        if not rest:
            parts.append(_DID.sub("", _PLACE.sub("", piece)))
        after_place = placed
    return parts


def _sorted_hands(parts: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The people and the known agencies among `parts`; what is neither is left out."""
    people: list[str] = []
    outlets: list[str] = []
    for part in parts:
        house = _roles().sub("", part).strip()
        if part in agency_forms() or house in agency_forms():
            outlets.append(agency(part if part in agency_forms() else house))
        elif is_house(part):
            outlets.append(part)
        elif _PERSON.fullmatch(part) and not _roles().search(part) and not _calendar(part):
            people.append(cased(part))
    return tuple(dict.fromkeys(people)), tuple(dict.fromkeys(outlets))


def _calendar(text: str) -> bool:
    """True when a word of `text` is a weekday or a month's full name: "By Friday Night"."""
    return any(word.lower() in ontology.table("months")["weekdays"] for word in text.split())


def _without_dates(text: str) -> str:
    for stated in reversed(find_stated(text)):
        text = text[: stated.start].rstrip(" ,|•·–—-") + " | " + text[stated.end :]
    return re.sub(r"\d{1,2}:\d{2}.*$", "", text)


def cased(name: str) -> str:
    """JANE DOE as Jane Doe: a byline in capitals is typography, not the name."""
    return name.title() if name.isupper() and len(name) > 4 else name


def _agencies(text: str) -> tuple[list[str], str]:
    """The known agencies in `text` and the text without them."""
    found: list[tuple[int, str]] = []

    def note(match: re.Match[str]) -> str:
        found.append((match.start(), agency(match.group(1))))
        return ", "

    rest = _forms_pattern().sub(note, text)
    return [name for _, name in sorted(found)], rest


@cache
def _forms_pattern() -> re.Pattern[str]:
    forms = sorted(agency_forms(), key=len, reverse=True)
    either = "|".join(map(re.escape, forms))
    hands = rf"(?i:(?:\s+(?:{_either('roles')})\b)*)"
    return re.compile(rf"(?<![\w-])(?:[Tt]he\s+)?({either})(?![\w-])(?:['’]s?)?{hands}")


def _either(key: str) -> str:
    """The words of one row of the table, as alternatives."""
    return "|".join(map(re.escape, ontology.table("agencies")["words"][key]))


@cache
def _roles() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either('roles')})\b", re.I)


@cache
def _role_line() -> re.Pattern[str]:
    return re.compile(rf"(?:[\w'’.&-]+\s+){{0,4}}(?:{_either('signs')})(?:,? .{{0,40}})?", re.I)


@cache
def _other() -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{_either('other')})", re.I)


@cache
def _writing() -> re.Pattern[str]:
    """What opens a credit: "With additional reporting by", "Compiled from"."""
    acts = rf"(?:{_either('writing')})"
    return re.compile(
        rf"^\W*(?:with\s+)?(?:additional\s+|agency\s+)?{acts}\b(?:\s+(?:by|from))?:?\s*", re.I
    )


def house_of(domain: str) -> str | None:
    """The agency or outlet whose own site `domain` is, or None."""
    for row in ontology.table("agencies")["agency"]:
        for own in row.get("domains", ()):
            if domain == own or domain.endswith("." + own):
                return str(row["name"])
    return None
