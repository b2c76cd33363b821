"""What makes news hard, made from clean documents: case, quotes, missing marks, datelines."""

import bisect
import random
from dataclasses import replace

from training import labels
from training.documents import Segment, Training, without

_DOUBLE = {'"', "“", "”", "``", "''"}
_STYLES = (('"', '"'), ("“", "”"), ("``", "''"), ("«", "»"))
_DASHES = ("-", "–", "—", "--")
_MONTHS = (
    "Jan",
    "Feb.",
    "March",
    "Apr",
    "May",
    "June",
    "July",
    "Aug",
    "Sept.",
    "Oct",
    "Nov.",
    "December",
)
_AGENCIES = (
    "Reuters",
    "AP",
    "AFP",
    "Xinhua",
    "UPI",
    "TASS",
    "dpa",
    "EFE",
    "Kyodo",
    "ANSA",
    "IRNA",
    "Interfax",
)
_CITIES = (
    "LONDON",
    "PARIS",
    "MOSCOW",
    "NAIROBI",
    "Buenos Aires",
    "Geneva",
    "TOKYO",
    "CAIRO",
    "New Delhi",
    "BELGRADE",
    "KHARTOUM",
    "Kabul",
    "Lagos",
    "Seoul",
    "MANILA",
    "ATHENS",
    "Stockholm",
    "BRASILIA",
    "UNITED NATIONS",
    "KYIV",
)


def varied(document: Training, rng: random.Random) -> Training:
    """The document, sometimes changed. Labels follow."""
    if document.attribution and not document.heads and rng.random() < 0.2:
        document = _laid_out(document, rng)
    if document.attribution or document.heads:
        if rng.random() < 0.25:
            document = _requoted(document, rng)
        if rng.random() < 0.08:
            document = _unmarked(document, rng)
    if document.paragraphs and document.paragraphs[0] and document.spaced and rng.random() < 0.08:
        document = _datelined(document, rng)
    draw = rng.random()
    if draw < 0.05:
        return replace(document, words=[word.lower() for word in document.words])
    if draw < 0.08:
        return replace(document, words=[word.upper() for word in document.words])
    if draw < 0.11:
        return replace(document, words=[word[:1].upper() + word[1:] for word in document.words])
    if draw < 0.15:
        return _mixed_case(document, rng)
    return document


def _laid_out(document: Training, rng: random.Random) -> Training:
    """Quotations with their speakers as lists of voices print them: "We are tired." ― Rossi.

    Each sentence that is nothing but quoted words, cue and source is set anew, a dash for its cue.
    """
    mark = rng.choice((*_DASHES, "―"))
    ends = dict(document.sentences())
    firsts = sorted(ends)
    edits: dict[int, tuple[int, Segment, int]] = {}
    for number, (sources, cues, contents) in enumerate(document.links):
        if len(sources) != 1 or len(cues) != 1 or not contents:
            continue
        first = firsts[bisect.bisect_right(firsts, cues[0][0]) - 1]
        last, begun, told = ends[first], contents[-1][0], contents[-1][1]
        tail = set(range(told, last)) - set(range(*sources[0])) - set(range(*cues[0]))
        plain = all(not document.words[at][:1].isalnum() for at in tail)
        inside = told <= min(sources[0][0], cues[0][0]) and max(sources[0][1], cues[0][1]) <= last
        if plain and inside and begun <= first and document.words[begun] in _DOUBLE:
            edits[told] = (last, sources[0], number)
    return _with_marks(document, edits, mark) if edits else document


def _with_marks(
    document: Training, edits: dict[int, tuple[int, Segment, int]], mark: str
) -> Training:
    """The document with its edits, (end of sentence, source, link) by the end of a content: from
    there to the end of the sentence stand a mark and the source."""
    order: list[int] = []  # numbers of old words; -1 for a mark
    at = 0
    for told, (last, source, _) in sorted(edits.items()):
        if told < at:
            continue
        order += [*range(at, told), -1, *range(*source)]
        at = last
    order += range(at, len(document.words))
    places = {old: new for new, old in enumerate(order) if old >= 0}
    marks = iter([new for new, old in enumerate(order) if old < 0])
    made = {told: next(marks) for told in sorted(edits) if told - 1 in places}
    new_cues = {edits[told][2]: made[told] for told in made}

    def moved(segments: list[Segment]) -> list[Segment]:
        found = [[places[old] for old in range(*segment) if old in places] for segment in segments]
        return [(inside[0], inside[-1] + 1) for inside in found if inside]

    links = [
        (moved(s), [(new_cues[n], new_cues[n] + 1)] if n in new_cues else moved(c), moved(t))
        for n, (s, c, t) in enumerate(document.links)
    ]

    def taken(values: list, fresh: object) -> list:  # type: ignore[type-arg]
        return [values[old] if old >= 0 else fresh for old in order] if values else []

    return replace(
        document,
        words=taken(document.words, mark),
        spaced=taken(document.spaced, True) if document.spaced else None,
        starts=taken(document.starts, False),
        paragraphs=taken(document.paragraphs, False),
        names=taken(document.names, labels.outside()),
        attribution=taken(document.attribution, "B-cue"),
        links=links,
    )


def _mixed_case(document: Training, rng: random.Random) -> Training:
    """Single sentences in capitals or small letters among others, as headlines and captions are."""
    words = list(document.words)
    for first, last in document.sentences():
        change = rng.choice((str.upper, str.lower, str.title, str, str, str))
        words[first:last] = [change(word) for word in words[first:last]]
    return replace(document, words=words)


def _requoted(document: Training, rng: random.Random) -> Training:
    """Every double mark in one other style."""
    opener, closer = rng.choice(_STYLES)
    words, inside = [], False
    for number, word in enumerate(document.words):
        if document.paragraphs and document.paragraphs[number]:
            inside = False
        if word in _DOUBLE:
            words.append(closer if inside else opener)
            inside = not inside
        else:
            words.append(word)
    return replace(document, words=words)


def _unmarked(document: Training, rng: random.Random) -> Training:
    """Some quotation marks and final stops gone."""
    rate = rng.choice((0.3, 1.0))
    ends = {last - 1 for _, last in document.sentences()}
    gone = {
        number
        for number, word in enumerate(document.words)
        if (word in _DOUBLE or (word == "." and number in ends)) and rng.random() < rate
    }
    return without(document, gone)


def _datelined(document: Training, rng: random.Random) -> Training:
    """A dateline before the first sentence; its own words have no tree."""
    city = rng.choice(_CITIES).split()
    sets = labels.allowed(("organization",) if city[0] == "UNITED" else ("place",), len(city))
    words, outside = list(city), labels.outside()
    if rng.random() < 0.6:
        words += [",", rng.choice(_MONTHS), str(rng.randint(1, 30))]
        sets += [outside] * 3
    if rng.random() < 0.6:
        words += ["(", rng.choice(_AGENCIES), ")"]
        sets += [outside, *labels.allowed(("organization",), 1), outside]
    words.append(rng.choice(_DASHES))
    sets.append(outside)
    n = len(words)

    def shifted(segment: tuple[int, int]) -> tuple[int, int]:
        return segment[0] + n, segment[1] + n

    blank = [""] * n
    return replace(
        document,
        words=words + document.words,
        spaced=[word not in ",)" for word in words] + document.spaced,  # type: ignore[operator]
        starts=[True] + [False] * n + document.starts[1:],
        paragraphs=[True] + [False] * n + document.paragraphs[1:],
        upos=blank + document.upos if document.upos else [],
        xpos=blank + document.xpos if document.upos else [],
        lemmas=blank + document.lemmas if document.upos else [],
        heads=[-1] * n + [head + n for head in document.heads] if document.heads else [],
        deprels=blank + document.deprels if document.heads else [],
        names=sets + document.names if document.names else [],
        frames=None
        if document.frames is None
        else [(p + n, {at + n: tag for at, tag in tags.items()}) for p, tags in document.frames],
        framed=[True] * n + document.framed if document.framed else [],
        attribution=["O"] * n + document.attribution if document.attribution else [],
        links=[tuple([shifted(s) for s in part] for part in link) for link in document.links],  # type: ignore[misc]
    )
