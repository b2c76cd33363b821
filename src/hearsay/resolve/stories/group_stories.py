"""Pages of one story: origins clustered in a sliding window of days, by what they are about.

A page is a vector of stems, entities and event types, rare ones weighing most. How rare a stem is
comes from the pages at hand and from the shares of common words in English.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from hearsay.model import Interval, Origin, Reading
from hearsay.resolve.clustering import cluster
from hearsay.resolve.compared_text import common_shares, grammar, stems_told
from hearsay.resolve.dated import Links
from hearsay.resolve.entities.find_entities import Entities

THRESHOLD = 0.2
WINDOW = 4
"""Pages further apart than so many days are not compared."""

_PRIOR = 300
"""How many unseen pages the shares of common words count for."""

_UNDATED = 0.8
"""The weight of a likeness of which no day is known to bear it out."""

_EVENT, _MOST_EVENTS = 0.06, 3
"""What each event told by both adds to a likeness, and how many count."""

_SMALL, _CLOSE, _LASTING = 2, 0.28, 7
"""A story of at most so many origins joins a larger one at this likeness of all their pages, if no
more than so many days lie between them: a page apart is no crisis of its own."""

_WIDE = 31
_RARE_SHARE = 0.01
_ENTITY_WEIGHT = 0.7
_TOP = 24
_CROWD = 30

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Subject:
    """One origin as stories are found by: its pages, the fullest of them, and its stems counted."""

    documents: tuple[str, ...]
    reading: Reading
    stems: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Topic:
    """What one origin is about: its pages, their vector of length 1, and the days they came out."""

    documents: tuple[str, ...]
    vector: Vector
    days: Interval


def subjects_of(readings: Sequence[Reading], origins: Sequence[Origin]) -> list[Subject]:
    """The subjects of all origins, in order of their first pages."""
    by_id = {reading.document.id: reading for reading in readings}
    found = []
    for origin in sorted(origins, key=lambda origin: origin.documents):
        fullest = max((by_id[document] for document in origin.documents), key=_length)
        found.append(Subject(origin.documents, fullest, _stems(fullest)))
    return found


def group_stories(
    subjects: Sequence[Subject],
    entities: Entities,
    published: Mapping[str, Interval],
    shared: Mapping[tuple[int, int], int],
) -> dict[str, tuple[str, ...]]:
    """The pages of each story by the id of its anchor page, every page in one story.

    `shared` counts the events known to be told by both of a pair of subjects: a ground to think
    them of one story. The anchor is the page that came out first, the smallest id among equals.
    """
    topics = _topics(subjects, entities, published)

    def compare(a: int, b: int) -> float:
        one, other = topics[a], topics[b]
        near = likeness(one, other)
        return near + _EVENT * min(shared.get((a, b), 0), _MOST_EVENTS) if near else 0.0

    groups = cluster(len(topics), [*_candidates(topics), *shared], compare, THRESHOLD)
    stories = [
        tuple(sorted(d for n in group for d in topics[n].documents))
        for group in _gathered(groups, topics)
    ]
    return {anchor(documents, published): documents for documents in stories}


def _gathered(groups: Sequence[tuple[int, ...]], topics: Sequence[Topic]) -> list[tuple[int, ...]]:
    """The groups, each small one joined to the larger one that it is most like.

    A page on another side of a crisis looks unlike each of its pages, but not unlike all of them
    together.
    """
    living = dict(enumerate(groups))
    while hosts := _hosts(living, topics):
        for guest, host in hosts.items():
            living[host] = tuple(sorted((*living[host], *living.pop(guest))))
    return list(living.values())


def _hosts(groups: Mapping[int, tuple[int, ...]], topics: Sequence[Topic]) -> dict[int, int]:
    """For each small group the larger one that it is most like, if it is like one at all."""
    numbers = list(groups)
    joint = [_joint([topics[n] for n in groups[number]]) for number in numbers]
    best: dict[int, tuple[float, int]] = {}
    for a, b in _candidates(joint):
        guest, host = sorted((a, b), key=lambda n: len(groups[numbers[n]]))
        if len(groups[numbers[guest]]) <= _SMALL < len(groups[numbers[host]]):
            near = _likeness_of_stories(joint[guest], joint[host])
            if near >= _CLOSE:
                best[guest] = max(best.get(guest, (0.0, 0)), (near, -host))
    return {numbers[guest]: numbers[-host] for guest, (_, host) in best.items()}


def _joint(topics: Sequence[Topic]) -> Topic:
    """What several origins together are about; their days as far as they are known."""
    if len(topics) == 1:
        return topics[0]
    total: dict[str, float] = defaultdict(float)
    for topic in topics:
        for term, weight in topic.vector.items():
            total[term] += weight
    length = math.sqrt(math.fsum(weight**2 for weight in total.values())) or 1.0
    known = [topic.days for topic in topics if topic.days.length is not None]
    return Topic(
        documents=tuple(d for topic in topics for d in topic.documents),
        vector={term: weight / length for term, weight in total.items()},
        days=_span(known) if known else Interval(),
    )


def _likeness_of_stories(one: Topic, other: Topic) -> float:
    """The cosine of two stories; 0 where too many days lie between them."""
    gap = days_between(one.days, other.days)
    if gap is not None and gap > _LASTING:
        return 0.0
    low, high = sorted((one.vector, other.vector), key=len)
    return math.fsum(weight * high.get(term, 0.0) for term, weight in low.items())


def anchor(documents: Sequence[str], published: Mapping[str, Interval]) -> str:
    """The page of several that came out first; undated pages come last."""
    days = {d: (published.get(d) or Interval()).earliest for d in documents}
    return min(documents, key=lambda d: (days[d] is None, str(days[d]), d))


def likeness(one: Topic, other: Topic) -> float:
    """The cosine of two topics, less for each day between them; 0 outside the window.

    A story may so outlast the window, as long as its pages are alike enough on average.
    """
    gap = days_between(one.days, other.days)
    if gap == 0 and max(one.days.length or 0, other.days.length or 0) > _WIDE:
        gap = None
    if gap is not None and gap > WINDOW:
        return 0.0
    low, high = sorted((one.vector, other.vector), key=len)
    cosine = sum(weight * high.get(term, 0.0) for term, weight in low.items())
    return cosine * (_UNDATED if gap is None else 1 - 0.08 * gap)


def days_between(one: Interval, other: Interval) -> int | None:
    """The least number of days between two intervals; None where nothing decides it."""
    gaps = []
    for early, late in ((one, other), (other, one)):
        if early.latest is None or late.earliest is None:
            return None
        gaps.append((late.earliest - early.latest).days)
    return max(0, *gaps)


def _topics(
    subjects: Sequence[Subject], entities: Entities, published: Mapping[str, Interval]
) -> list[Topic]:
    counts = [_terms(subject, entities) for subject in subjects]
    spread = Counter(term for terms in counts for term in terms)
    rarity = {term: _rarity(term, many, len(counts)) for term, many in spread.items()}
    return [
        Topic(
            subject.documents,
            _vector(terms, rarity),
            _span([published.get(d) or Interval() for d in subject.documents]),
        )
        for subject, terms in zip(subjects, counts, strict=True)
    ]


def shared_events(subjects: Sequence[Subject], links: Links) -> Counter[tuple[int, int]]:
    """How many events each pair of subjects is known to share; of a crowd, the neighbours alone."""
    number = {document: n for n, subject in enumerate(subjects) for document in subject.documents}
    found: Counter[tuple[int, int]] = Counter()
    for link in links:
        told = sorted({number[document] for document, _ in link})
        found.update(combinations(told, 2) if len(told) <= _CROWD else pairwise(told))
    return found


def _length(reading: Reading) -> tuple[int, str]:
    return len(reading.document.text), reading.document.id


def _stems(reading: Reading) -> Counter[str]:
    """The stems of title and text that say something."""
    document = reading.document
    counts = stems_told(f"{document.title or ''}\n{document.text}")
    for word in grammar():
        counts.pop(word, None)
    return counts


def _span(days: Sequence[Interval]) -> Interval:
    """From the first day to the last; open where any end is open."""
    firsts = [day.earliest for day in days if day.earliest]
    lasts = [day.latest for day in days if day.latest]
    if len(firsts) < len(days) or len(lasts) < len(days):
        return Interval()
    return Interval(min(firsts), max(lasts))


def _terms(subject: Subject, entities: Entities) -> Counter[str]:
    """Stems, entities named (marked @) and event types with their actors (!), counted."""
    reading, terms = subject.reading, Counter(subject.stems)
    document = reading.document
    for name in reading.names:
        entity = entities.of(document.id, name.chain)
        if entity and name.form == "name":
            terms[f"@{entity}"] += 1
    for event in reading.events:
        for argument in event.arguments:
            chain = None if argument.name is None else reading.names[argument.name].chain
            entity = None if chain is None else entities.of(document.id, chain)
            if entity:
                terms[f"!{event.type} {argument.role} {entity}"] += 1
    return terms


def _rarity(term: str, holders: int, pages: int) -> float:
    """The weight of a term told once: less for one that many pages hold, or many texts do."""
    unknown = _RARE_SHARE if term[0] in "@!" else _RARE_SHARE / 2
    share = common_shares().get(term, unknown)
    return max(math.log((pages + _PRIOR) / (holders + _PRIOR * share)), 0.0)


def _vector(terms: Mapping[str, int], rarity: Mapping[str, float]) -> Vector:
    weights = {}
    for term, count in terms.items():
        weight = (1 + math.log(count)) * rarity[term]
        weights[term] = weight * (_ENTITY_WEIGHT if term[0] in "@!" else 1.0)
    length = math.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}


def _candidates(topics: Sequence[Topic]) -> Iterator[tuple[int, int]]:
    """Pairs that share two of their weightiest terms; a crowd only with neighbours in time."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, topic in enumerate(topics):
        for term in sorted(topic.vector, key=lambda t: (-topic.vector[t], t))[:_TOP]:
            holders[term].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        shared.update(_near(numbers, topics))
    return (pair for pair, count in shared.items() if count >= 2)


def _near(numbers: list[int], topics: Sequence[Topic]) -> Iterator[tuple[int, int]]:
    if len(numbers) <= _CROWD:
        return combinations(numbers, 2)
    by_day = sorted(numbers, key=lambda n: (str(topics[n].days.earliest), n))
    near = [pair for step in range(1, 9) for pair in zip(by_day, by_day[step:], strict=False)]
    return ((min(pair), max(pair)) for pair in near or pairwise(by_day))
