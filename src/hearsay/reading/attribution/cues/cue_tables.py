"""The cue tables, arranged for looking up by lemma."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args

from hearsay.model.mention_vocabulary import CueFrame
from hearsay.model.vocabulary import Act
from hearsay.ontology import known_word, table


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue word may govern: the act by frame ("clause" → "said").

    `shy` frames need more than the word itself to count; `shows` is True where documents are
    usual subjects.
    """

    acts: Mapping[CueFrame, Act]
    shy: frozenset[CueFrame]
    shows: bool = False

    @property
    def act(self) -> Act:
        """The act where no frame decides: that of the first row of the table."""
        return next(iter(self.acts.values()))


def listed(words: str) -> frozenset[str]:
    """The words of a comma-separated cell."""
    return frozenset(word.strip() for word in words.split(",") if word.strip())


@cache
def verbs() -> Mapping[str, Cue]:
    """Cue verbs by lemma."""
    return _cues(table("cues")["verbs"], "lemmas")


@cache
def phrases() -> Mapping[tuple[str, str], Cue]:
    """Cues of a verb and a particle or preposition, by both ("call", "on")."""
    found = _cues(table("cues")["phrases"], "words")
    return {
        (verb, rest): cue
        for words, cue in found.items()
        for verb, _, rest in [words.partition(" ")]
    }


@cache
def first_words() -> frozenset[str]:
    """The verbs that begin a cue of two words."""
    return frozenset(verb for verb, _ in phrases())


@cache
def nouns() -> Mapping[str, Act]:
    """The act of each cue noun."""
    acts: tuple[Act, ...] = (
        "warned",
        "promised",
        "denied",
        "demanded",
        "asked",
        "confirmed",
        "believed",
        "said",
    )
    cells = table("cues")["nouns"]
    return {noun: act for act in reversed(acts) for noun in listed(cells[act])}


@cache
def words(section: str, cell: str) -> frozenset[str]:
    """A cell of the cue table as a set of words."""
    return listed(table("cues")[section][cell])


def _cues(rows: Iterable[Mapping[str, object]], cell: str) -> dict[str, Cue]:
    acts: dict[str, dict[CueFrame, Act]] = {}
    shy: dict[str, set[CueFrame]] = {}
    shows: set[str] = set()
    for row in rows:
        takes, act = _frames(row, cell), act_of(row, cell)
        for lemma in sorted(listed(str(row[cell]))):
            for frame in takes:
                if frame not in acts.setdefault(lemma, {}):
                    acts[lemma][frame] = act
                    if row.get("alone") is False:
                        shy.setdefault(lemma, set()).add(frame)
            if row.get("shows"):
                shows.add(lemma)
    return {
        lemma: Cue(frames, frozenset(shy.get(lemma, ())), lemma in shows)
        for lemma, frames in acts.items()
    }


def act_of(row: Mapping[str, object], cell: str) -> Act:
    """The act of a row; ValueError for one that the record does not know."""
    act: Act = known_word(str(row["act"]), get_args(Act), "cues.toml", str(row[cell]))
    return act


def _frames(row: Mapping[str, object], cell: str) -> tuple[CueFrame, ...]:
    takes, allowed = row["takes"], get_args(CueFrame)
    assert isinstance(takes, list)
    return tuple(known_word(frame, allowed, "cues.toml", str(row[cell])) for frame in takes)
