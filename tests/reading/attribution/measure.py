"""What was found on a passage against what an editor would take from it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.model import Attribution, Name, Source, Span, Timex
from tests.reading.attribution.gold import Expected, Passage

OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """One passage read."""

    names: Sequence[Name]
    timexes: Sequence[Timex]
    attributions: Sequence[Attribution]


def compare(passage: Passage, found: Found) -> tuple[Counter[str], list[str]]:
    """Counts ("found", "missed", "extra", "kind right", "kind all" …) and the faults in words."""
    counts: Counter[str] = Counter()
    faults: list[str] = []
    match = _matched(passage, found)
    for number, expected in enumerate(passage.statements):
        at = match.get(number)
        if at is None:
            if not expected.open("") and not expected.fields.get("optional"):
                counts["missed"] += 1
                faults.append(f"missed: {expected.cue!r} {_words(passage, expected)}")
            continue
        counts["optional" if expected.fields.get("optional") else "found"] += 1
        _fields(passage, found, expected, found.attributions[at], match, counts, faults)
    for at, one in enumerate(found.attributions):
        if at not in match.values():
            counts["extra"] += 1
            faults.append(f"extra: {one.cue and one.cue.text!r} {[s.text for s in one.contents]}")
    return counts, faults


def _words(passage: Passage, expected: Expected) -> list[str]:
    return [passage.text[start:end] for start, end in expected.contents]


def _matched(passage: Passage, found: Found) -> dict[int, int]:
    """The number of the attribution for each expected statement, best overlaps first."""
    pairs = []
    for number, expected in enumerate(passage.statements):
        for at, one in enumerate(found.attributions):
            share = _share(expected.contents, one.contents)
            if share >= OVERLAP and _same_cue(expected, one):
                pairs.append((-share, number, at))
    match: dict[int, int] = {}
    for _, number, at in sorted(pairs):
        if number not in match and at not in match.values():
            match[number] = at
    return match


def _same_cue(expected: Expected, one: Attribution) -> bool:
    if not any(map(str.isalpha, expected.cue)):
        return True
    if one.cue is None:
        return False
    words = one.cue.text.lower().split()
    wanted = expected.cue.lower().split() + str(expected.fields.get("cueany", "")).lower().split()
    return any(word in words for word in wanted)


def _share(some: Sequence[tuple[int, int]], others: Sequence[Span]) -> float:
    left = {at for start, end in some for at in range(start, end)}
    right = {at for span in others for at in range(span.start, span.end)}
    return len(left & right) / len(left | right)


def _fields(
    passage: Passage,
    found: Found,
    expected: Expected,
    one: Attribution,
    match: dict[int, int],
    counts: Counter[str],
    faults: list[str],
) -> None:
    def judge(field: str, right: bool, got: object) -> None:
        if expected.open(field):
            return
        counts[f"{field} all"] += 1
        counts[f"{field} right"] += right
        if not right:
            faults.append(f"{field}: {got!r} for {expected.cue!r} {_words(passage, expected)}")

    fields = expected.fields
    judge(
        "content", _share(expected.contents, one.contents) >= 0.85, [s.text for s in one.contents]
    )
    judge("kind", one.kind == expected.kind, one.kind)
    judge("act", one.act == expected.act, one.act)
    judge("negated", one.negated == fields.get("negated", False), one.negated)
    judge("hedge", one.hedged == fields.get("hedged", False), one.hedged)
    judge("medium", one.medium == fields.get("medium"), one.medium)
    links = [(link.kind, link.text) for link in one.chain]
    if expected.chain:
        speaker = bool(one.chain) and _is_speaker(found, one.chain[-1], expected.chain[-1])
        judge("speaker", speaker, links)
        if not expected.open("chainkind"):
            judge("anonymity", _anonymous(one) == (expected.chain[-1][0] == "anonymous"), links)
    judge("chain", _same_chain(found, one.chain, expected), links)
    if fields.get("to") is not None:
        name = found.names[one.addressee].span.text if one.addressee is not None else ""
        judge("to", bool(name) and _alike(name, fields["to"]), name)
    if fields.get("when"):
        when = found.timexes[one.timex].span.text if one.timex is not None else ""
        judge("when", fields["when"] in when, when)
    parent = fields.get("parent")
    judge("parent", one.parent == (match.get(parent) if parent is not None else None), one.parent)


def _anonymous(one: Attribution) -> bool:
    return bool(one.chain) and one.chain[-1].kind == "anonymous"


def _same_chain(found: Found, chain: Sequence[Source], expected: Expected) -> bool:
    if len(chain) != len(expected.chain):
        return False
    for link, (kind, words, entity) in zip(chain, expected.chain, strict=True):
        if link.kind != kind and not expected.open("chainkind"):
            return False
        if not _is_speaker(found, link, (kind, words, entity)):
            return False
    return True


def _is_speaker(found: Found, link: Source, wanted: tuple[str, str, str | None]) -> bool:
    """True when the words are those wanted and lead to the entity, where one is named."""
    _, words, entity = wanted
    if not _alike(link.text, words):
        return False
    if entity is None:
        return True
    if link.name is None:
        return False
    chain = found.names[link.name].chain
    return any(
        entity.split()[-1] in f"{name.core.text} {name.canonical or ''}"
        for name in found.names
        if name.chain == chain and name.form != "pronoun"
    )


def _alike(some: str, other: str) -> bool:
    left, right = _bag(some), _bag(other)
    return bool(left & right) and len(left & right) >= 0.5 * min(len(left), len(right))


def _bag(words: str) -> set[str]:
    plain = words.lower().replace("’s", "").replace("'s", "").replace(",", " ")
    return {word for word in plain.split() if word not in ("the", "a", "an", "of")}
