"""The edges of a content: what the parse lost, left apart or took too much of."""

import calendar

from hearsay.ontology import table
from hearsay.reading.attribution.candidate import AttributionCandidate, trimmed
from hearsay.reading.attribution.cues.cue_tables import nouns, verbs, words
from hearsay.reading.attribution.mention_index import phrase
from hearsay.reading.attribution.quotations.quotation_index import STOP, Level, QuotationIndex
from hearsay.reading.attribution.quotations.quotation_marks import Quotation
from hearsay.rules import rule
from hearsay.syntax import Parse, Range

_CONNECTING = frozenset({"now", "then", "also", "instead", "but", "and", "still", "however"})
_GAP = 80
_DASHES = frozenset({"--", "—", "–"})
_DAYS = frozenset(calendar.day_name) | {"yesterday", "today"}
_PARTS = frozenset({"morning", "afternoon", "evening", "night", "noon", "midnight"})


def bridged(
    page: QuotationIndex, candidate: AttributionCandidate, contents: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Content on one side of the cue as one stretch: the parts of a clause with what is between.

    What stands before the cue is none where a clause with "that" follows it.
    """
    if candidate.frame not in ("clause", "tagged") or len(contents) < 2 or candidate.head is None:
        return contents
    text, end = page.tree.text, page.tree.place(candidate.cue or (0, 1))[1]
    after = [part for part in contents if part[0] >= end]
    if any(text[part[0] : part[0] + 5].lower() == "that " for part in after[:1]):
        contents = tuple(after)
    low, high = clause(page, candidate)
    joined: list[Range] = []
    for part in contents:
        if joined and part[0] - joined[-1][1] < _GAP:
            between = (joined[-1][1], part[0])
            apart = between[0] < high and low < between[1]
            cited = any(
                number in verbs() for number in map(page.tree.lemma, range(*page.tree.at(*between)))
            )
            if (
                not apart
                and not cited
                and "\n" not in text[slice(*between)]
                and not STOP.search(text[slice(*between)])
            ):
                joined[-1] = (joined[-1][0], part[1])
                continue
        joined.append(part)
    return tuple(joined)


def without_afterthought(
    page: QuotationIndex, candidate: AttributionCandidate, contents: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Without what follows the cue of a whole quotation unmarked: "“It's over,” she said, and a
    big reason for that was the snow"; what "that" opens is said too."""
    text, end = page.tree.text, page.tree.place(candidate.cue or (0, 1))[1]
    start, stop = contents[0]
    opening = [q for q in page.touching(start, stop) if q.start == start and q.end >= stop]
    if not opening or stop > end or candidate.frame not in ("clause", "tagged"):
        return contents
    return tuple(
        part
        for part in contents
        if part[0] < end or page.touching(*part) or "that" in text[slice(*part)].split()[:2]
    )


def clipped(contents: tuple[Range, ...], frame: Quotation | None) -> tuple[Range, ...]:
    if frame is None:
        return contents
    low, high = frame.inner
    cut = [(max(start, low), min(end, high)) for start, end in contents]
    return tuple((start, end) for start, end in cut if start < end)


def spoken_before(
    page: QuotationIndex, candidate: AttributionCandidate, contents: tuple[Range, ...], level: Level
) -> tuple[Range, ...]:
    """All of the sentence before a cue that closes it: "The refinery will open in March, X said".

    Parsers lose the first words and the last ones before the comma. A content that begins with a
    quotation is left alone.
    """
    tree = page.tree
    if candidate.frame != "clause" or candidate.head is None or not candidate.ruled:
        return contents
    low = clause(page, candidate)[0]
    begun = contents[0][0]
    if contents[-1][1] > low or any(level.between(begun, begun + 1)):
        return contents
    if tree.dependent(candidate.head, "nsubj") is None or tree.relation(candidate.head) == "advcl":
        return contents
    first = tree.opening(candidate.head)
    start, mark = tree.starts[first], _mark_before(tree.text, low)
    if page.dateline and start < page.dateline <= contents[0][0]:
        start = page.dateline
    if mark not in (",", "”", '"', "’", "»", "—", "–") or start >= contents[0][0]:
        start = contents[0][0] if mark != "," else start
    whole = trimmed(tree.text, start, low)
    if whole is None or ";" in tree.text[start : contents[0][0]]:
        return contents
    return (whole,) if mark == "," else contents


def _mark_before(text: str, place: int) -> str:
    """The last character before a place that is no white space; "" at the start of the text."""
    while place and text[place - 1].isspace():
        place -= 1
    return text[max(place - 1, 0) : place]


def without_source(
    page: QuotationIndex, candidate: AttributionCandidate, contents: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Without the words that name the speaker, where the parse took them into the content."""
    if candidate.source is None or candidate.frame not in ("clause", "quote", "tagged"):
        return contents
    for source in (candidate.source, *candidate.cited):
        contents = _without_phrase(page, candidate, contents, source)
    return contents


def _without_phrase(
    page: QuotationIndex,
    candidate: AttributionCandidate,
    contents: tuple[Range, ...],
    source: int,
) -> tuple[Range, ...]:
    tree = page.tree
    reach = tree.reach(source)
    inside = candidate.head is not None and reach[0] <= candidate.head < reach[1]
    low, high = phrase(tree, source) if inside else tree.place(reach)
    cut: list[Range] = []
    for start, end in contents:
        if low >= end or high <= start or page.frame(low, high) is not None:
            cut.append((start, end))
            continue
        sides = (trimmed(tree.text, start, low), trimmed(tree.text, high, end))
        cut.extend(part for part in sides if part is not None and part[0] < part[1])
    return tuple(cut) or contents


def without_day(
    page: QuotationIndex, candidate: AttributionCandidate, contents: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Without the day of the telling right after its cue: "said on Friday they would return"."""
    tree = page.tree
    if candidate.cue is None or candidate.frame not in ("clause", "tagged"):
        return contents
    cue = candidate.cue[1] - 1
    number = next((n for n, part in enumerate(contents) if part[0] > tree.starts[cue]), 0)
    first, last = tree.at(*contents[number])
    if first != cue + 1:
        return contents
    day = first + (tree.word(first) == "on")
    told = day + 1 < last and tree.tokens[day].text in _DAYS
    if not told or tree.tokens[day + 1].upos not in ("PRON", "DET", "NOUN", "PROPN", "NUM", "ADJ"):
        return contents
    if tree.relation(day + 1) in ("flat", "nummod", "obl") or tree.word(day + 1) in _PARTS:
        return contents
    late = (tree.starts[day + 1], contents[number][1])
    return (*contents[:number], late, *contents[number + 1 :])


def without_verdict(
    page: QuotationIndex, candidate: AttributionCandidate, contents: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Without what another says of it behind a comma: "it had taken the bridge, a claim the
    rebels rejected"."""
    tree = page.tree
    if candidate.frame not in ("clause", "tagged") or candidate.cue is None:
        return contents
    start, end = contents[-1]
    if start < tree.place(candidate.cue)[1]:
        return contents
    first, last = tree.at(start, end)
    for number in range(first + 1, last):
        if tree.word(number) == "," and _verdict(tree, number + 1, last):
            cut = trimmed(tree.text, start, tree.starts[number])
            quoted = page.frame(*tree.place((number, number + 1)))
            same = quoted is page.frame(*tree.place(candidate.cue))
            return (*contents[:-1], cut) if cut is not None and same else contents
    return contents


def without_gloss(
    page: QuotationIndex, candidate: AttributionCandidate, contents: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Without what the page explains behind a dash: "it would stop “night runs” -- a scheme that
    keeps ships apart"."""
    tree = page.tree
    start, end = contents[-1]
    if candidate.cue is None or start < tree.place(candidate.cue)[1]:
        return contents
    first, last = tree.at(start, end)
    for number in range(first + 1, last - 1):
        if tree.word(number) in _DASHES and _explains(tree, number + 1, last):
            inside = page.frame(*tree.place((number, number + 1))) is not None
            cut = trimmed(tree.text, start, tree.starts[number])
            return contents if inside or cut is None else (*contents[:-1], cut)
    return contents


@rule("ATT-132")
def _explains(tree: Parse, first: int, last: int) -> bool:
    """True for "a scheme that …", a noun with its clause and nothing else, among first:last."""
    if tree.word(first) not in ("a", "an"):
        return False
    noun = tree.tokens[first].head
    explained = first < noun < last and tree.dependent(noun, "acl") is not None
    return explained and tree.high[noun] >= last


def without_further_act(
    page: QuotationIndex, candidate: AttributionCandidate, contents: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Without what the speaker does besides: in "condemned the raid and offered help" the raid is
    condemned, and nothing else."""
    tree, head = page.tree, candidate.head
    if head is None or candidate.frame not in ("judge", "thing"):
        return contents
    start, end = contents[-1]
    acts = [kid for kid in tree.dependents(head, "conj") if start < tree.starts[kid] < end]
    if not acts:
        return contents
    joining = min([*tree.dependents(acts[0], "cc", "punct"), acts[0]])
    cut = trimmed(tree.text, start, tree.starts[joining]) if tree.starts[joining] > start else None
    return contents if cut is None else (*contents[:-1], cut)


def without_circumstance(
    page: QuotationIndex, candidate: AttributionCandidate, contents: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Without a part that only tells of the telling: "The gate was shut, guards said | over the
    weekend", "she | was quoted | as saying"."""
    said = candidate.frame in ("clause", "quote", "tagged")
    if candidate.head is None or len(contents) < 2 or not said:
        return contents
    kept = tuple(part for part in contents if not _circumstance(page, candidate.head, part))
    return kept or contents


@rule("ATT-134")
def _circumstance(page: QuotationIndex, cue: int, part: Range) -> bool:
    """True for a phrase behind the cue, no comma between and no verb in it, and for a verb of
    quoting that the cue hangs on."""
    tree = page.tree
    first, last = tree.at(*part)
    if first >= last or page.touching(*part):
        return False
    top = next((n for n in range(first, last) if not first <= tree.tokens[n].head < last), first)
    if tree.tokens[cue].head == top:
        return tree.lemma(top) in words("citing", "verbs")
    verbal = any(tree.tokens[n].upos in ("VERB", "AUX") for n in range(first, last))
    aside = tree.relation(top) in ("obl", "advmod") and tree.word(first - 1) != ","
    return aside and first > cue and not verbal


def without_medium(
    page: QuotationIndex, candidate: AttributionCandidate, contents: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Without where a thing was said, at its end: "denied any part in a call with the paper"."""
    tree = page.tree
    start, end = contents[-1]
    first, last = tree.at(start, end)
    if candidate.frame not in ("thing", "gerund") or first >= last:
        return contents
    for number in range(first + 1, last):
        if _is_medium(tree, number) and tree.high[number] >= last:
            cut = trimmed(tree.text, start, tree.starts[tree.low[number]])
            return contents if cut is None else (*contents[:-1], cut)
    return contents


@rule("ATT-133")
def _is_medium(tree: Parse, number: int) -> bool:
    """True for the noun of "in a call", "in an interview"."""
    if tree.lemma(number) not in table("media")["heads"] or tree.case(number) not in (
        "in",
        "during",
    ):
        return False
    return any(tree.word(kid) in ("a", "an") for kid in tree.dependents(number, "det"))


def in_paragraph(
    page: QuotationIndex, candidate: AttributionCandidate, contents: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Words without marks up to the end of their paragraph: a headline's "X: …" ends with it."""
    if candidate.ruled or candidate.cue is None:
        return contents
    text, kept = page.tree.text, []
    low, high = page.line(page.tree.place(candidate.cue)[0])
    for start, end in contents:
        at = text.find("\n", start, end)
        if at < 0 or page.touching(start, end):
            kept.append((start, end))
            continue
        cut = trimmed(text, max(start, low), min(end, high))
        kept += [cut] if cut is not None and cut[0] < cut[1] else []
    return tuple(kept)


@rule("ATT-012")
def _verdict(tree: Parse, first: int, last: int) -> bool:
    """True for "a claim the army denies" and "something it denies" among the tokens first:last."""
    for number in range(first, min(first + 4, last)):
        if tree.tokens[number].upos == "NOUN" or tree.word(number) == "something":
            clause_ = tree.dependent(number, "acl")
            own = clause_ is not None and tree.dependent(clause_, "nsubj") is not None
            told = tree.lemma(number) in nouns() or tree.word(number) == "something"
            return own and told
        if tree.word(number) not in ("a", "an") and tree.tokens[number].upos != "ADJ":
            return False
    return False


def unmarked(contents: tuple[Range, ...], text: str) -> tuple[Range, ...]:
    """Without a closing mark whose opening is elsewhere, or an opening one at the very end."""
    fixed = []
    for start, end in contents:
        while end > start and text[end - 1] in "“„‟":
            end -= 1
        words = text[start:end].rstrip()
        if words[-1:] in '"”' and sum(map(words.count, '"“”„')) == 1:  # closes nothing here
            words = words[:-1].rstrip(" ,")
        end = start + len(words)
        if words in ("'s", "’s") or (len(contents) > 1 and words.lower() in _CONNECTING):
            continue
        if any(map(str.isalnum, words)) and words.lower() not in ("that", "so", "this", "it"):
            fixed.append((start, end))
    return tuple(fixed)


def clause(page: QuotationIndex, candidate: AttributionCandidate) -> Range:
    """The code points of cue and source, with the words between."""
    tree = page.tree
    assert candidate.cue is not None
    start, end = tree.place(candidate.cue)
    if candidate.source is not None:
        low, high = tree.place((candidate.source, candidate.source + 1))
        if tree.sentence[candidate.source] == tree.sentence[candidate.cue[0]]:
            reach = tree.reach(candidate.source)
            if not reach[0] <= candidate.cue[0] < reach[1]:
                low, high = tree.place(reach)
        start, end = min(start, low), max(end, high)
    return start, end
