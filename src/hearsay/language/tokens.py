"""Words of a text as the English treebanks cut them, with their places.

Clitics ("do|n't", "Iran|'s"), hyphens ("state|-|run", but "anti-war"), currency, quotation marks
and brackets are words of their own; abbreviations keep their stop ("U.S.", "Gen.").
"""

import itertools
import re
from functools import cache

from hearsay.ontology import table

Place = tuple[int, int]

# White space, and characters that show nothing: controls, zero-width and direction marks.
_CHUNK = re.compile(
    r"[^\s\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff\ufff9-\ufffb]+"
)
_LONGEST = 400  # characters of one run without white space that are looked at as a whole
# Characters of a run that is no language: the longest addresses have some 2,000. Such runs
# are cut by length alone, as a word of the model costs the same whatever it is.
_NO_LANGUAGE = 4_000


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Place]:
    """Half-open places of the words of `text` between two offsets, in order.

    >>> text = "The U.S. can't say."
    >>> [text[a:b] for a, b in tokenise(text)]
    ['The', 'U.S.', 'ca', "n't", 'say', '.']
    """
    places: list[Place] = []
    for chunk in _CHUNK.finditer(text, start, len(text) if end is None else end):
        read = chunk.end() - chunk.start() <= _NO_LANGUAGE
        for first in range(chunk.start(), chunk.end(), _LONGEST):
            last = min(first + _LONGEST, chunk.end())
            if read:
                _cut(text, first, last, places)
            else:
                places.append((first, last))
    return places


def _cut(text: str, start: int, end: int, places: list[Place]) -> None:
    """Adds the words of one run of characters without white space."""
    run = text[start:end]
    if run.isalpha():
        cut = _contracted().get(run.lower())
        places.extend([(start, start + cut), (start + cut, end)] if cut else [(start, end)])
        return
    if end - start == 1:
        places.append((start, end))
        return
    # What follows the run is looked at ("No. 10"), but no word runs over its end.
    bound = len(text) if end == len(text) or text[end].isspace() else end
    for match in _words().finditer(text, start, bound):
        if match.start() >= end:
            break
        if match.lastgroup == "word":
            _word(text, match.start(), match.end(), places)
        else:
            places.append(match.span())


@cache
def _words() -> re.Pattern[str]:
    """The kinds of word, the first that matches wins."""
    known = table("abbreviations")
    domains = "|".join(re.escape(name) for name in known["domains"].split())
    listed = {
        word for kind in ("before_name", "calendar", "either") for word in known[kind].split()
    }
    short = "|".join(re.escape(word) for word in sorted(listed, key=len, reverse=True))
    units = "|".join(known["units"].split())
    numbered = "|".join(re.escape(word) for word in known["before_number"].split())
    return re.compile(
        rf"""(?P<url>(?:https?://|www\.)[^\s<>"“”«»]*[^\s<>"“”«».,;:!?'’)\]}}]
            | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
            | (?<![\w.])[A-Za-z0-9][\w-]*(?:\.[\w-]+)*\.(?:{domains})\b(?![\w@])
              (?:/[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]])?
            | [@\#]\w+)
        | (?P<mark>\.\.+ | … | `` | '' | --+ | —+ | –+ | [!?]+ | \*+ | _{{2,}} | ={{2,}})
        | (?P<money>[A-Z]{{1,3}}\$ | [$£€¥₹₪₽¢%‰])
        | (?P<clitic>(?<=[\w.])['’](?:s|re|ve|ll|d|m)\b)
        | (?P<decade>['’]\d\ds?\b)
        | (?P<short>(?<![\w.])(?:{short})(?!\w)
            | (?<![\w.])(?:{numbered})(?=\s*\d) | (?<![\w])(?:[A-Za-z]\.){{2,}}
            | (?<![\w.])[A-Z]\.(?=\s+[A-Z]|[A-Z]))
        | (?P<ordinal>\d+(?:,\d+)*(?:st|nd|rd|th|s)\b | \d+/\d+(?:/\d+)?\b)
        | (?P<number>[+±]?\d+(?:[.,:]\d+)*(?:(?!(?:{units})\b)[A-Za-z][A-Za-z\d]*\b)?)
        | (?P<word>[^\W\d_](?:[\w&+]|['’](?=[^\W_])|[-‐‑](?=\w))*)
        | (?P<other>.)""",
        re.VERBOSE,
    )


@cache
def _whole() -> re.Pattern[str]:
    prefixes = "|".join(table("abbreviations")["prefixes"].split())
    return re.compile(rf"(?:{prefixes})[-‐‑]", re.IGNORECASE)


_HYPHEN = re.compile(r"[-‐‑]")


def hyphen_parts(word: str) -> list[Place]:
    """Where a word is cut at its hyphens: "state-run" in three, "anti-war" not at all.

    >>> hyphen_parts("state-run"), hyphen_parts("anti-war")
    ([(0, 5), (5, 6), (6, 9)], [(0, 8)])
    """
    match = _whole().match(word)
    cuts = [0]
    for found in _HYPHEN.finditer(word, len(match[0]) if match else 0):
        if found.start() > 0 and found.end() < len(word):
            cuts += [found.start(), found.end()]
    cuts.append(len(word))
    return [(a, b) for a, b in itertools.pairwise(cuts) if a < b]


def _word(text: str, start: int, end: int, places: list[Place]) -> None:
    for first, last in hyphen_parts(text[start:end]):
        places.extend(_clitics(text, start + first, start + last))


@cache
def _contracted() -> dict[str, int]:
    """Where words written as one are cut ("cannot")."""
    found: dict[str, int] = table("abbreviations")["contracted"]
    return found


_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)


def _clitics(text: str, start: int, end: int) -> list[Place]:
    """A word with its clitics cut off, from the right ("would|n't|'ve")."""
    word = text[start:end]
    cut = _contracted().get(word.lower())
    if cut:
        return [(start, start + cut), (start + cut, end)]
    tail: list[Place] = []
    while (match := _CLITIC.search(word)) and match.start() > 0:
        tail.append((start + match.start(), start + len(word)))
        word = word[: match.start()]
    return [(start, start + len(word)), *reversed(tail)]
