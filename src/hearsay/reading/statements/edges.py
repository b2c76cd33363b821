"""The edges of a content: what the parse lost, left apart or took too much of."""

from collections.abc import Sequence

from hearsay.reading.statements.candidate import Candidate, trimmed
from hearsay.reading.statements.cast import phrase
from hearsay.reading.statements.cues import verbs
from hearsay.reading.statements.laid import STOP, Page
from hearsay.reading.statements.marks import Quotation
from hearsay.reading.statements.tree import Range, Tree

_GAP = 80


def bridged(page: Page, candidate: Candidate, contents: tuple[Range, ...]) -> tuple[Range, ...]:
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


def clipped(contents: tuple[Range, ...], frame: Quotation | None) -> tuple[Range, ...]:
    if frame is None:
        return contents
    low, high = frame.inner
    cut = [(max(start, low), min(end, high)) for start, end in contents]
    return tuple((start, end) for start, end in cut if start < end)


def spoken_before(
    page: Page, candidate: Candidate, contents: tuple[Range, ...], level: Sequence[Quotation]
) -> tuple[Range, ...]:
    """All of the sentence before a cue that closes it: "The refinery will open in March, X said".

    Parsers lose the first words and the last ones before the comma. A content that begins with a
    quotation is left alone, as is a sentence with a cue before it.
    """
    tree = page.tree
    if candidate.frame != "clause" or candidate.head is None or not candidate.ruled:
        return contents
    low = clause(page, candidate)[0]
    if contents[-1][1] > low or any(q.start <= contents[0][0] < q.end for q in level):
        return contents
    if tree.child(candidate.head, "nsubj") is None or tree.relation(candidate.head) == "advcl":
        return contents
    first = tree.bounds[tree.sentence[candidate.head]][0]
    start, before = tree.starts[first], tree.text[:low].rstrip()
    if page.dateline and start < page.dateline <= contents[0][0]:
        start = page.dateline
    if not before.endswith((",", "”", '"', "’", "»", "—", "–")) or start >= contents[0][0]:
        start = contents[0][0] if not before.endswith(",") else start
    opening = tree.at(start, contents[0][0])
    if any(_finite_cue(tree, number) for number in range(*opening)):
        return contents
    whole = trimmed(tree.text, start, low)
    if whole is None or ";" in tree.text[start : contents[0][0]]:
        return contents
    return (whole,) if before.endswith(",") else contents


def _finite_cue(tree: Tree, number: int) -> bool:
    return tree.tokens[number].xpos in ("VBD", "VBZ", "VBP") and tree.lemma(number) in verbs()


def without_source(
    page: Page, candidate: Candidate, contents: tuple[Range, ...]
) -> tuple[Range, ...]:
    """Without the words that name the speaker, where the parse took them into the content."""
    tree = page.tree
    if candidate.source is None or candidate.frame not in ("clause", "quote", "tagged"):
        return contents
    reach = tree.reach[candidate.source]
    inside = candidate.head is not None and reach[0] <= candidate.head < reach[1]
    low, high = phrase(tree, candidate.source) if inside else tree.place(reach)
    cut: list[Range] = []
    for start, end in contents:
        if low >= end or high <= start or page.frame(low, high) is not None:
            cut.append((start, end))
            continue
        sides = (trimmed(tree.text, start, low), trimmed(tree.text, high, end))
        cut.extend(part for part in sides if part is not None and part[0] < part[1])
    return tuple(cut) or contents


def unmarked(contents: tuple[Range, ...], text: str) -> tuple[Range, ...]:
    """Without a closing mark whose opening is elsewhere, or an opening one at the very end."""
    fixed = []
    for start, end in contents:
        while end > start and text[end - 1] in "“„‟":
            end -= 1
        words = text[start:end].rstrip()
        end = start + len(words)
        if any(map(str.isalnum, words)) and words.lower() not in ("that", "so", "this", "it"):
            fixed.append((start, end))
    return tuple(fixed)


def clause(page: Page, candidate: Candidate) -> Range:
    """The code points of cue and source, with the words between."""
    tree = page.tree
    assert candidate.cue is not None
    start, end = tree.place(candidate.cue)
    if candidate.source is not None:
        low, high = tree.place((candidate.source, candidate.source + 1))
        if tree.sentence[candidate.source] == tree.sentence[candidate.cue[0]]:
            reach = tree.reach[candidate.source]
            if not reach[0] <= candidate.cue[0] < reach[1]:
                low, high = tree.place(reach)
        start, end = min(start, low), max(end, high)
    return start, end
