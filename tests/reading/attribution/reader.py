"""Short texts read with the shipped model, their statements in words."""

from dataclasses import dataclass

from hearsay.language import Analyser
from hearsay.reading.attribution import find_attributions
from hearsay.reading.names import find_names
from hearsay.reading.times import find_times
from hearsay.syntax import parse
from tests.factories import document


@dataclass(frozen=True, slots=True)
class Told:
    """One statement: its chain from the outermost teller, its cue, its content, and its act."""

    chain: tuple[str, ...]
    cue: str
    content: str
    act: str
    kind: str
    kinds: tuple[str, ...]


def told(analyser: Analyser, text: str) -> list[Told]:
    """The statements of a text, in order."""
    page, tree = document(text), parse(analyser.analyse(text))
    names, times = find_names(page, tree), find_times(page, tree)
    return [
        Told(
            tuple(link.text for link in one.chain),
            one.cue.text if one.cue else "",
            " / ".join(part.text for part in one.contents),
            one.act,
            one.kind,
            tuple(link.kind for link in one.chain),
        )
        for one in find_attributions(page, tree, names, times)
    ]
