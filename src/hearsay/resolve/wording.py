"""Two tellings of one utterance laid side by side, word for word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise

from hearsay.ontology import table
from hearsay.resolve.words import fold, grammar, stem

_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)|…|\.\.\.")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the first telling and what stands for them in the second; either may be empty."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """How much of the shorter telling stands in the longer, and what is changed between.

    `coverage` is a share of words; `matched` counts the words that stand in both and say
    something. Words cut off either end are no change.
    """

    coverage: float
    matched: int
    changes: tuple[Change, ...]

    @property
    def opposite(self) -> bool:
        """True when a change turns the utterance round: a dropped "not", "never" for "always"."""
        return any(_turns(change) for change in self.changes)

    def told(self) -> str:
        """The changes in words.

        >>> align("we can not win", "we can win").told()
        '"not" is left out'
        """
        return "; ".join(_told(change) for change in self.changes)


def spoken(text: str) -> tuple[str, ...]:
    """The words of an utterance, joined forms opened, editors' brackets left out.

    >>> spoken("We can't [ever] win …")
    ('we', 'can', 'not', 'win')
    """
    known = table("wording")
    words: list[str] = []
    for match in _WORD.finditer(_BRACKETS.sub(" ", text)):
        word = fold(match.group())
        opened = known["expand"].get(word)
        if opened is None:
            ending = next((e for e in known["endings"] if word.endswith(e) and word != e), "")
            opened = f"{word.removesuffix(ending)} {known['endings'][ending]}" if ending else word
        words += opened.split()
    return tuple(words)


def align(one: str, other: str) -> Alignment:
    """The two texts laid side by side; words that differ in their ending alone are the same."""
    a, b = spoken(one), spoken(other)
    keys_a, keys_b = [stem(word) for word in a], [stem(word) for word in b]
    blocks = SequenceMatcher(None, keys_a, keys_b, autojunk=False).get_matching_blocks()[:-1]
    count = sum(block.size for block in blocks)
    shorter = min(len(a), len(b))
    changes = []
    for left, right in pairwise(blocks):
        before = a[left.a + left.size : right.a]
        after = b[left.b + left.size : right.b]
        changes.append(Change(before, after))
    matched = sum(
        keys_a[n] not in grammar() for block in blocks for n in range(block.a, block.a + block.size)
    )
    return Alignment(count / shorter if shorter else 0.0, matched, tuple(changes))


def shifts_only(change: Change) -> bool:
    """True for a change of person or tense, as reported speech makes it."""
    shifting = set(table("wording")["shifting"]["words"])
    return set(change.before) | set(change.after) <= shifting


def _turns(change: Change) -> bool:
    known = table("wording")["opposite"]
    before, after = set(change.before), set(change.after)
    if (len(before & set(known["negation"])) + len(after & set(known["negation"]))) % 2:
        return True
    return any((a in before and b in after) or (b in before and a in after) for a, b in _pairs())


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    return tuple((a, b) for a, b in table("wording")["opposite"]["pairs"])


def _told(change: Change) -> str:
    before, after = (f'"{" ".join(words)}"' for words in (change.before, change.after))
    if not change.after:
        return f"{before} is left out"
    return f"{after} is added" if not change.before else f"{before} stands as {after}"
