"""The label tables of the network, and what each corpus's names allow in ours."""

import re
from functools import cache

from hearsay.ontology import rows

NAMES = (
    "person",
    "organization",
    "state",
    "nationality",
    "place",
    "facility",
    "weapon",
    "event",
    "other",
)
NAME_TAGS = ("O", *(f"{mark}-{name}" for name in NAMES for mark in "BI"))
ROLES = ("ARG0", "ARG1", "ARG2", "LOC", "TMP", "NEG", "MOD")
ROLE_TAGS = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BI"))
ATTRIBUTION_TAGS = (
    "O",
    *(f"{mark}-{kind}" for kind in ("source", "cue", "content") for mark in "BI"),
)

_FACILITIES = frozenset(
    [
        "airport",
        "airfield",
        "airbase",
        "base",
        "bridge",
        "stadium",
        "arena",
        "hospital",
        "prison",
        "jail",
        "palace",
        "tower",
        "dam",
        "station",
        "refinery",
        "terminal",
        "reactor",
        "barracks",
        "embassy",
        "consulate",
        "mosque",
        "church",
        "cathedral",
        "hotel",
        "museum",
        "library",
        "theater",
        "theatre",
        "courthouse",
        "camp",
        "pipeline",
        "tunnel",
        "mall",
        "center",
        "centre",
        "building",
        "shipyard",
        "harbour",
        "harbor",
        "crossing",
        "checkpoint",
        "pier",
        "plaza",
    ]
)
_EVENTS = frozenset(
    [
        "war",
        "wars",
        "olympics",
        "cup",
        "open",
        "election",
        "elections",
        "revolution",
        "conference",
        "summit",
        "championship",
        "championships",
        "games",
        "festival",
        "uprising",
        "intifada",
        "earthquake",
        "hurricane",
        "massacre",
        "crisis",
        "referendum",
        "primary",
        "caucuses",
        "debate",
        "holocaust",
        "tournament",
        "league-final",
        "operation",
        "battle",
        "offensive",
    ]
)
_BOTH = frozenset({"georgia"})  # a state and a part of one


@cache
def countries() -> tuple[frozenset[str], frozenset[str]]:
    """Names of states, and words for their people, both in lower case without an article."""
    states, people = set(), set()
    for row in rows("countries"):
        for name in (row["name"], *row["aliases"].split("|")):
            states.add(key(name))
        people.update(key(name) for name in row["demonyms"].split("|"))
    return frozenset(states - {""}), frozenset(people - {""})


def key(name: str) -> str:
    """A name in lower case, without article, with spaces around hyphens dropped."""
    plain = re.sub(r"\s*([-.'’])\s*", r"\1", name.strip().lower()).removesuffix(".")
    return plain.removeprefix("the ")


def place_labels(words: list[str]) -> tuple[str, ...]:
    """What a name that a corpus calls a location may be."""
    states, people = countries()
    name = key(" ".join(words))
    if name in _BOTH:
        return ("state", "place")
    if name in states:
        return ("state",)
    if name in people:
        return ("nationality",)
    if words[-1].lower() in _FACILITIES:
        return ("facility",)
    return ("place",)


def other_labels(words: list[str]) -> tuple[str, ...]:
    """What a name that a corpus calls miscellaneous may be."""
    if key(" ".join(words)) in countries()[1]:
        return ("nationality",)
    if words[-1].lower() in _EVENTS or words[0].lower() in {"operation", "battle"}:
        return ("event",)
    if any(character.isdigit() for character in "".join(words)):
        return ("weapon", "other", "event")
    return ("other", "event")


class Allowed:
    """Sets of our name tags, numbered as they come up.

    A set is a tuple of tags; `matrix` has one row for each, true where a tag is allowed.
    """

    def __init__(self) -> None:
        self.sets: dict[tuple[str, ...], int] = {}

    def number(self, *tags: str) -> int:
        return self.sets.setdefault(tags, len(self.sets))

    def matrix(self) -> list[list[bool]]:
        return [[tag in set(tags) for tag in NAME_TAGS] for tags in self.sets]


ALLOWED = Allowed()


def allowed(labels: tuple[str, ...], length: int, *, maybe: bool = False) -> list[int]:
    """Set numbers for the words of one name that may carry any of `labels`.

    With `maybe` it may be no name at all."""
    none = ("O",) if maybe else ()
    first = ALLOWED.number(*none, *(f"B-{label}" for label in labels))
    inner = ALLOWED.number(*none, *(f"I-{label}" for label in labels))
    return [first] + [inner] * (length - 1)


def outside(unlabelled: tuple[str, ...] = ()) -> int:
    """The set number for a word outside every name, in a corpus that does not label some kinds."""
    return ALLOWED.number("O", *(f"{mark}-{kind}" for kind in unlabelled for mark in "BI"))
