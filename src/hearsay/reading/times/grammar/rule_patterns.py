"""The rules for time expressions, compiled: every atom becomes one letter, every rule one pattern.

A rule of `time_rules.toml` is a row of class names (upper case) and words (lower case) with
`( | )`, `?` and `+`. Each set of classes that some atom can have is one letter of a private
alphabet, so that a sentence is a string and a rule a regular expression over single letters:
matching is linear and no rule looks at text. The longest match at a place wins, then the first
rule.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from hearsay.model.mention_vocabulary import DayMod, Grain
from hearsay.ontology import known_word, table
from hearsay.reading.times.grammar.atoms import Atom
from hearsay.rules import rule

_SYMBOL = re.compile(r"[A-Z_]+[A-Z]|[^\s()|?+*]+|[()|?+*]")
_FIRST_LETTER = 0xE000
_OTHER = "."
_SIGNS = "()|?+*"


@dataclass(frozen=True, slots=True)
class TimeRule:
    """One row: its name, the pattern over letters, the name of what builds it, the row itself."""

    name: str
    pattern: re.Pattern[str]
    build: str
    row: dict[str, Any]


@dataclass(frozen=True, slots=True)
class RuleMatch:
    """A rule that fits the atoms `first` to `last` (half-open) of a sentence."""

    rule: TimeRule
    atoms: list[Atom]
    first: int
    last: int

    def every(self, name: str) -> list[Any]:
        """The values of the matched atoms that stand in a class, in their order."""
        words = table("time_words")[name]
        return [words[a.word] for a in self.atoms[self.first : self.last] if a.word in words]

    def value(self, *names: str) -> Any:
        """The value of the first atom that stands in one of the classes, or None."""
        for name in names:
            for found in self.every(name):
                return found
        return None

    def numbers(self, ending: str | None = "") -> list[Atom]:
        """The numerals matched, those with an ending ("th") or those without."""
        matched = self.atoms[self.first : self.last]
        return [a for a in matched if a.number is not None and (not a.ending) == (not ending)]

    def has(self, *words: str) -> bool:
        return any(a.word in words for a in self.atoms[self.first : self.last])


@dataclass(frozen=True, slots=True)
class Grammar:
    """Letters of class sets and of words (in lower case, and with a capital), and the rules.

    `starts` are the rules by the letter they can start with; `triggers` the words without one of
    which, or a figure, no sentence has a time expression.
    """

    letters: dict[frozenset[str], str]
    classes: dict[str, frozenset[str]]
    small: dict[str, str]
    capital: dict[str, str]
    starts: dict[str, tuple[TimeRule, ...]]
    triggers: frozenset[str]


@cache
def grammar() -> Grammar:
    """The compiled rules, made once."""
    _check_values()
    rows = [(row, _symbols(row["pattern"])) for row in (*table("time_rules")["rule"], *_feasts())]
    words = {s for _, symbols in rows for s in symbols if s not in _SIGNS and not s.isupper()}
    classes = _classes(words)
    sets = sorted({*classes.values(), *_number_sets(), *_written_sets(words)}, key=sorted)
    letters = {names: chr(_FIRST_LETTER + i) for i, names in enumerate(sets)}
    rules = [
        _compiled(row, symbols, letters) for row, whole in rows for symbols in _alternatives(whole)
    ]
    starts = {
        letter: tuple(rule for rule, first in rules if letter in first)
        for letter in letters.values()
    }
    small = {
        word: letters[names]
        for word, names in classes.items()
        if not any(name.endswith("_OR_WORD") for name in names)
    }
    capital = {word: letters[names] for word, names in classes.items()}
    return Grammar(letters, classes, small, capital, starts, _triggers(rows))


def _check_values() -> None:
    """ValueError where a word of the tables has a unit or a part of days that is none."""
    for allowed, names in ((Grain, ("UNIT", "UNITS", "LONG")), (DayMod, ("MOD",))):
        for name in names:
            for word, value in table("time_words")[name].items():
                known_word(value, get_args(allowed), "time_words.toml", f"{name} {word}")


def _triggers(rows: list[tuple[dict[str, Any], list[str]]]) -> frozenset[str]:
    """The words of the classes that name times, and those that are times by themselves."""
    words = table("time_words")
    company = table("time_company")["triggers"]
    found = {word for name in company["classes"] for word in words[name]}
    for row, symbols in rows:
        if row["build"] in company["builds"]:
            found |= {s for s in symbols if s.isalpha() and s.islower() and len(s) > 2}
    return frozenset(found - set(company["never"]))


def _feasts() -> Iterator[dict[str, Any]]:
    """A rule for each named day, with a year or without."""
    for row in table("holidays")["holiday"]:
        for name in row["names"]:
            words = name.replace("-", " - ")
            for pattern in (words, f"{words} (,|of|in)? YEAR", f"(last|this|next) {words}"):
                yield {**row, "name": f"holiday {name}", "pattern": pattern, "build": "feast"}


def _symbols(pattern: str) -> list[str]:
    """The pattern cut into classes, words and signs, its macros written out."""
    macros = table("time_rules")["macro"]
    found: list[str] = []
    for symbol in _SYMBOL.findall(pattern):
        found.extend(_symbols(macros[symbol]) if symbol in macros else [symbol])
    return found


def _alternatives(symbols: list[str]) -> list[list[str]]:
    """The pattern cut at its outer bars, so that the longest of them can be taken."""
    found: list[list[str]] = [[]]
    depth = 0
    for symbol in symbols:
        depth += (symbol == "(") - (symbol == ")")
        if symbol == "|" and depth == 0:
            found.append([])
        else:
            found[-1].append(symbol)
    return found


def _classes(literals: set[str]) -> dict[str, frozenset[str]]:
    """The classes of every word of the tables; a word that a rule names is a class of its own."""
    found: dict[str, set[str]] = {word: {word} for word in literals}
    for name, words in table("time_words").items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _number_sets() -> Iterator[frozenset[str]]:
    for ending in ("", "th", "s"):
        for number in range(2500):
            yield number_classes(str(number), float(number), ending)
            yield number_classes(f"{number:04d}", float(number), ending)
    yield from (frozenset({"NUM"}), frozenset({"NUM", "DOTTED"}))
    yield from (frozenset({"CLOCK"}), frozenset({"STAMP"}), frozenset())


def _written_sets(literals: set[str]) -> Iterator[frozenset[str]]:
    """The classes of the number words that rules name: "a day or two" is not "a day or three"."""
    for word, number in table("time_words")["CARDINAL"].items():
        if word in literals:
            yield number_classes(str(number), float(number), "") | {word}


def number_classes(digits: str, number: float, ending: str) -> frozenset[str]:
    """The classes of a whole number by its value and its digits ("07" is no year, "2007" is)."""
    if ending == "s":
        tens = number % 10 == 0 and len(digits) in (2, 4)
        return frozenset({"DECADE"} if tens else set())
    day = {"DAY"} if 1 <= number <= 31 else set()
    if ending:
        return frozenset({"NTH"} | ({"DAY_TH"} if day else set()))
    four = len(digits) == 4
    return frozenset(
        {"NUM"}
        | day
        | ({"HOUR"} if number <= 24 and len(digits) <= 2 else set())
        | ({"TWO"} if len(digits) == 2 else set())
        | ({"YEAR"} if four and 1000 <= number < 2200 else set())
        | ({"HHMM"} if four and number < 2400 and number % 100 < 60 else set())
    )


def letters(atoms: list[Atom]) -> str:
    """The atoms as a string of letters, one for each."""
    return "".join(_letter(atoms, i) for i in range(len(atoms)))


def _letter(atoms: list[Atom], at: int) -> str:
    known = grammar()
    atom = atoms[at]
    if atom.number is not None:
        return known.letters.get(_numeral(atoms, at), _OTHER)
    if atom.kind in ("clock", "stamp"):
        return known.letters[frozenset({atom.kind.upper()})]
    return (known.capital if atom.capital else known.small).get(atom.word, _OTHER)


def _numeral(atoms: list[Atom], at: int) -> frozenset[str]:
    """The classes of a numeral; none when it is part of a name ("F-16", "MH17")."""
    atom = atoms[at]
    if atom.number is None or _part_of_a_name(atoms, at):
        return frozenset()
    digits = atom.word.removesuffix(atom.ending) if atom.kind == "number" else str(int(atom.number))
    if atom.kind == "fraction" or "," in digits:
        return frozenset({"NUM"})
    if "." in digits:
        return frozenset({"NUM", "DOTTED"})
    classes = number_classes(digits, atom.number, atom.ending)
    alone = atom.kind == "words" and atom.end - atom.start == len(atom.word)
    written = classes | {atom.word}
    return written if alone and written in grammar().letters else classes


@rule("TIM-019")
def _part_of_a_name(atoms: list[Atom], at: int) -> bool:
    if not atoms[at].glued or at == 0:
        return False
    before = atoms[at - 1]
    if before.kind in ("word", "rest"):
        return True
    if before.word != "-" or not before.glued or at < 2:
        return False
    return atoms[at - 2].kind == "word" and atoms[at - 2].word not in grammar().classes


def _compiled(
    row: dict[str, Any], symbols: list[str], letters: dict[frozenset[str], str]
) -> tuple[TimeRule, set[str]]:
    """The rule of a row, and the letters it can start with."""
    members = {
        symbol: "".join(letter for names, letter in letters.items() if symbol in names)
        for symbol in symbols
        if symbol not in _SIGNS
    }
    unknown = [symbol for symbol, found in members.items() if not found]
    if unknown:
        raise ValueError(f"rule {row['name']}: no word stands in {', '.join(unknown)}")
    pattern = "".join(
        f"[{members[symbol]}]" if symbol in members else symbol.replace("(", "(?:")
        for symbol in symbols
    )
    rule = TimeRule(row["name"], re.compile(pattern), row["build"], row)
    return rule, _starting(symbols, members)


def _starting(symbols: list[str], members: dict[str, str]) -> set[str]:
    """The letters a match can start with, read from the symbols."""
    first, _, _ = _starts_of_choice(symbols, 0, members)
    return first


def _starts_of_choice(
    symbols: list[str], at: int, members: dict[str, str]
) -> tuple[set[str], bool, int]:
    """First letters of the choice from `at` on, whether it can be empty, and where it ends."""
    first: set[str] = set()
    empty = False
    while True:
        more, skipped, at = _starts_of_row(symbols, at, members)
        first |= more
        empty |= skipped
        if at >= len(symbols) or symbols[at] != "|":
            return first, empty, at
        at += 1


def _starts_of_row(
    symbols: list[str], at: int, members: dict[str, str]
) -> tuple[set[str], bool, int]:
    first: set[str] = set()
    open_still = True
    while at < len(symbols) and symbols[at] not in "|)":
        if symbols[at] == "(":
            more, empty, at = _starts_of_choice(symbols, at + 1, members)
        else:
            more, empty = set(members[symbols[at]]), False
        at += 1
        while at < len(symbols) and symbols[at] in "?+*":
            empty |= symbols[at] in "?*"
            at += 1
        first |= more if open_still else set()
        open_still &= empty
    return first, open_still, at


def longest(atoms: list[Atom], coded: str, at: int) -> list[RuleMatch]:
    """The rules that fit from `at` on, the longest match first."""
    starting = grammar().starts.get(coded[at])
    if not starting:
        return []
    fits = []
    for pattern in starting:
        found = pattern.pattern.match(coded, at)
        if found and found.end() > at:
            fits.append(RuleMatch(pattern, atoms, at, found.end()))
    return sorted(fits, key=_shortness)


def _shortness(match: RuleMatch) -> int:
    return -match.last
