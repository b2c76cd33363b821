"""A cue that closes its sentence behind a comma: "The mine will close in May, the owners said."

Told by order of words alone, since parsers often hang such a clause on the wrong word.
"""

from hearsay.reading.attribution.candidate import stretch
from hearsay.rules import rule
from hearsay.syntax import Parse, Range

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "where", "when"})
_TAIL = 30


def trailing(tree: Parse, verb: int) -> tuple[int, tuple[Range, ...]] | None:
    """The speaker and the content of a closing cue that the tree has hung wrong, else None."""
    if tree.relation(verb) not in ("advcl", "acl", "parataxis", "dep", "conj"):
        return None
    if (
        tree.dependent(verb, "mark", "ccomp", "cc") is not None
        or tree.tokens[verb].xpos not in _FINITE
    ):
        return None
    first, last = tree.sentence_of(verb)
    if not _ends(tree, verb + 1, last):
        return None
    comma = _comma(tree, first, verb)
    if comma is None or not any(tree.tokens[n].xpos in _FINITE for n in range(first, comma)):
        return None
    source = _speaker(tree, comma + 1, verb)
    contents = stretch(tree, first, comma)
    return (source, contents) if source is not None and contents else None


@rule("ATT-065")
def _ends(tree: Parse, first: int, last: int) -> bool:
    """True when nothing but circumstances of the telling follows, relative clauses aside."""
    relative = False
    for number in range(first, last):
        if number - first > _TAIL:
            return False
        relative = relative or tree.word(number) in _RELATIVE
        if tree.tokens[number].xpos in _FINITE and not relative:
            return False
        if tree.tokens[number].upos == "PUNCT" and tree.word(number) in '"“”;':
            return False
    return True


def _comma(tree: Parse, first: int, verb: int) -> int | None:
    """The comma that parts the content from the speaker, an apposition between commas skipped."""
    commas = [n for n in range(max(first, verb - _TAIL), verb) if tree.word(n) == ","]
    if not commas:
        return None
    if commas[-1] == verb - 1:
        commas = commas[:-2]
    if not commas or any(tree.tokens[n].xpos in _FINITE for n in range(commas[-1] + 1, verb)):
        return None
    return commas[-1]


def _speaker(tree: Parse, first: int, last: int) -> int | None:
    """The noun among first:last that hangs on none of the others."""
    for number in range(first, last):
        token = tree.tokens[number]
        if token.upos in _NOMINAL and not (first <= token.head < last and token.head != number):
            return number
    return None
