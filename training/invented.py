"""News made up from frames, to teach the names that the corpora are short of.

Weapons, ships, facilities and clubs that bear the name of a town are rare in the treebanks or
labelled as towns. Frames and fillings are the project's own (invented.toml); people's given names,
states and nationalities come from the ontology.
"""

import random
import re
import tomllib
from functools import cache
from pathlib import Path

from hearsay.language.tokens import hyphen_parts
from hearsay.ontology import rows
from training import labels
from training.documents import Training

# The label of each slot; of a slot that is no name, none.
_KINDS = {
    "person": "person",
    "surname": "person",
    "organization": "organization",
    "orgname": "organization",
    "club": "organization",
    "clubs": "organization",
    "state": "state",
    "nationality": "nationality",
    "city": "place",
    "region": "place",
    "facility": "facility",
    "weapon": "weapon",
    "ship": "weapon",
    "event": "event",
    "faith": "other",
    "title": None,
}
_SLOT = re.compile(r"\{(\w+)\}|<(\w+)>|(\S+)")


@cache
def _tables() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    stored = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    fill = {name: value.split("|") for name, value in stored["fill"].items()}
    countries = [row for row in rows("countries") if row["name"]]
    fill["state"] = [name for row in countries for name in (row["name"], row["name"])]
    fill["state"] += ["U.S.", "US", "U.K.", "UK", "Britain", "the United States", "Russia", "China"]
    demonyms = [row["demonyms"].split("|") for row in countries if row["demonyms"]]
    fill["nationality"] = [words[0] for words in demonyms]
    fill["given"] = [row["name"] for row in rows("given_names")]
    frames = {name: text.strip().split("\n") for name, text in stored["frames"].items()}
    return fill, frames


def documents(count: int, rng: random.Random) -> list[Training]:
    """So many documents of about fifteen lines, each of one genre."""
    return [_document(number, rng) for number in range(count)]


def _document(number: int, rng: random.Random) -> Training:
    _fill, frames = _tables()
    genre = rng.choices(sorted(frames), weights=[1, 3, 4, 4])[0]
    found = Training(f"invented-{number}", [], None, [], [], name_weight=0.5)
    parted = rng.random() < 0.6
    for _ in range(rng.randint(10, 18)):
        words, sets = _line(rng.choice(frames[genre]), rng, parted)
        if genre == "headlines" and rng.random() < 0.5:
            words = [word.upper() for word in words]
        first = [True] + [False] * (len(words) - 1)
        found.words += words
        found.names += sets
        found.starts += first
        found.paragraphs += first if rng.random() < 0.6 else [False] * len(words)
    return found


def _line(frame: str, rng: random.Random, parted: bool) -> tuple[list[str], list[int]]:
    """Words of a line and their sets of name tags; with `parted`, hyphens stand apart."""
    words: list[str] = []
    sets: list[int] = []
    for name, plain, word in _SLOT.findall(frame):
        own = _cut(_filled(name, rng), parted) if name else [word or _plain(plain, rng)]
        kind = _KINDS.get(name)
        # An article before a name is no part of it.
        article = bool(kind) and own[0] == "the" and len(own) > 1
        words += own
        sets += [labels.outside()] * article
        inside = len(own) - article
        sets += labels.allowed((kind,), inside) if kind else [labels.outside()] * inside
    return words, sets


def _cut(text: str, parted: bool) -> list[str]:
    """Words as the corpora cut them: marks of possession apart."""
    words = text.replace("'s ", " 's ").replace("s' ", "s ' ").split()
    return [word[a:b] for word in words for a, b in hyphen_parts(word)] if parted else words


def _plain(name: str, rng: random.Random) -> str:
    fill, _ = _tables()
    if name == "n":
        return str(rng.choice((rng.randint(0, 9), rng.randint(1, 99), rng.randint(1, 400))))
    if name == "nn":
        return str(rng.randint(200, 700))
    if name == "few":
        return rng.choice(("two", "three", "six", "12", "several", "dozen"))
    return rng.choice(fill[name]) if name != "said" else rng.choice(("said", "announced", "wrote"))


def _filled(name: str, rng: random.Random) -> str:
    fill, _ = _tables()
    match name:
        case "person":
            given, family = rng.choice(fill["given"]), rng.choice(fill["surname"])
            draw = rng.random()
            if draw < 0.1:
                return f"{given[0]}. {family}"
            if draw < 0.15:
                return f"{given} {rng.choice('ABCDEFGHJKLMNPRSTW')}. {family}"
            if draw < 0.2:
                return f"{given} {rng.choice(('al-', 'bin ', 'de ', 'van ', 'Abu '))}{family}"
            return f"{given} {family}"
        case "organization":
            if rng.random() < 0.4:
                return rng.choice(fill["orgname"])
            if rng.random() < 0.2:
                return f"{rng.choice(fill['surname'])} & {rng.choice(fill['surname'])}"
            source = rng.choice(("city", "state", "surname"))
            place = rng.choice(fill[source]).removeprefix("the ")
            return rng.choice(fill["orgword"]).replace("{p}", place)
        case "facility":
            if rng.random() < 0.3:
                return rng.choice(fill["facility"])
            return f"{rng.choice(fill['city'])} {rng.choice(fill['facilityword'])}"
        case "clubs":
            return rng.choice(fill["club"]).upper()
        case _:
            return rng.choice(fill[name])
