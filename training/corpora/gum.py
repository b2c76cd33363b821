"""GUM without its non-commercial documents; names from its entities."""

import re

from training import labels
from training.corpora.files import ROOT
from training.corpora.treebanks import conllu
from training.documents import Segment, Training

NONCOMMERCIAL = ("GUM_whow", "GUM_fiction")  # CC BY-NC-SA by the treebank's licence file


def gum(part: str) -> list[Training]:
    """Its documents but for those of the kinds left out."""
    found = []
    for document, _, misc in conllu(ROOT / f"syntax/ud-english-gum/en_gum-ud-{part}.conllu"):
        if not document.name.startswith(NONCOMMERCIAL):
            document.names = _gum_sets(document, misc)
            document.name_weight = 0.5
            found.append(document)
    return found


def _gum_sets(document: Training, misc: list[str]) -> list[int]:
    """Sets of tags from entity mentions: a proper-noun head and what is one name with it."""
    free = labels.ALLOWED.number(*labels.NAME_TAGS)
    sets = [free if tag == "PROPN" else labels.outside(("nationality",)) for tag in document.upos]
    for first, last, kind in sorted(_mentions(misc), key=lambda mention: mention[1] - mention[0]):
        inside = range(first, last)
        heads = [
            at for at in inside if document.heads[at] not in inside or document.heads[at] == at
        ]
        if not heads or document.upos[heads[0]] != "PROPN":
            continue
        core = _core(document, heads[0], inside)
        words = document.words[core[0] : core[1]]
        table = {
            "person": ("person",),
            "organization": ("organization",),
            "event": ("event",),
            "place": labels.place_labels(words),
            "object": ("weapon", "other"),
            "abstract": ("other", "event", "organization", "nationality"),
        }
        if kind in table:
            doubtful = kind in ("abstract", "object")
            sets[core[0] : core[1]] = labels.allowed(table[kind], core[1] - core[0], maybe=doubtful)
        else:
            sets[core[0] : core[1]] = [labels.outside(("other",))] * (core[1] - core[0])
    return sets


def _core(document: Training, head: int, inside: range) -> Segment:
    """The words around a proper-noun head that make up the name itself."""

    def names(at: int) -> bool:
        if at not in inside or document.deprels[at] in ("nmod:desc", "punct", "det"):
            return False
        return document.upos[at] == "PROPN" or (
            document.words[at][:1].isupper()
            and document.upos[at] in ("ADJ", "NOUN", "NUM", "VERB")
            and at > inside[0]
        )

    first = last = head
    while names(first - 1):
        first -= 1
    while names(last + 1) or (
        last + 1 in inside
        and document.words[last + 1] in ("of", "for", "-", "&")
        and names(last + 2)
    ):
        last += 1 if names(last + 1) else 2
    return first, last + 1


def _mentions(misc: list[str]) -> list[tuple[int, int, str]]:
    opened: dict[str, list[tuple[int, str]]] = {}
    found = []
    for number, cell in enumerate(misc):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", cell)
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", match[1]) if match else ():
            if part.startswith("("):
                ident, kind = part[1:].rstrip(")").split("-")[:2]
                if part.endswith(")"):
                    found.append((number, number + 1, kind))
                else:
                    opened.setdefault(ident, []).append((number, kind))
            elif opened.get(part[:-1]):
                start, kind = opened[part[:-1]].pop()
                found.append((start, number + 1, kind))
    return found
