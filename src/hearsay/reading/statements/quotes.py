"""Which quotation belongs to which cue: beside it, running on, or alone in its paragraph."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hearsay.reading.statements.candidate import Candidate, trimmed, union
from hearsay.reading.statements.cues import verbs
from hearsay.reading.statements.marks import Quotation
from hearsay.reading.statements.tellers import phrase
from hearsay.reading.statements.tree import Range, Tree

_ENDED = re.compile(r"[.!?…:;]|\n")
_GAP = 80
_STOP = re.compile(r"[.!?…][\"”’»')\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Page:
    """A tree with its quotations, and for each the paragraph it stands in."""

    tree: Tree
    quotations: tuple[Quotation, ...]
    outer: tuple[Quotation, ...]
    resumed: frozenset[int]
    dateline: int = 0

    def frame(self, start: int, end: int) -> Quotation | None:
        """The innermost trustworthy quotation around the code points start:end."""
        best: Quotation | None = None
        for q in self.quotations:
            if q.start > start:
                break
            if q.inner[0] <= start and end <= q.inner[1] and self.whole(q):
                best = q if best is None or q.depth > best.depth else best
        return best

    def level(self, frame: Quotation | None) -> Sequence[Quotation]:
        """The quotations right inside `frame`, or those inside none."""
        if frame is None:
            return self.outer
        return [
            q
            for q in self.quotations
            if q.depth == frame.depth + 1 and frame.start <= q.start and q.end <= frame.end
        ]

    def whole(self, quotation: Quotation) -> bool:
        """True when the end of the quotation is known."""
        return quotation.closed or quotation.run in self.resumed


def page(tree: Tree, quotations: tuple[Quotation, ...], dateline: int = 0) -> Page:
    """The quotations laid over the tree; `dateline` is where the text after it begins.

    `resumed`: runs that take up again in a new paragraph."""
    count: dict[int, int] = {}
    for quotation in quotations:
        count[quotation.run] = count.get(quotation.run, 0) + 1
    outer = tuple(q for q in quotations if q.depth == 0)
    resumed = frozenset(run for run, number in count.items() if number > 1)
    return Page(tree, quotations, outer, resumed, dateline)


def fit(page: Page, candidate: Candidate) -> Candidate:
    """The candidate with its content kept inside the quotation its cue stands in, and stretched
    over the quotations that it touches."""
    if candidate.cue is None:
        return candidate
    tree = page.tree
    start, end = tree.place(candidate.cue)
    frame = page.frame(start, end)
    contents = _bridged(page, candidate, _clipped(candidate.contents, frame))
    level = _near(page, page.level(frame), candidate)
    if not contents:
        contents = _beside(page, candidate, level)
        if not contents:
            return replace(candidate, contents=())
    touched = [
        (q.start, q.end)
        for q in level
        if page.whole(q) and not (q.start <= start and end <= q.end) and _overlaps(contents, q)
    ]
    contents = _grown(contents, touched, tree.text)
    contents = _run_on(page, candidate, contents, level)
    contents = _whole_quotation(candidate, contents, level, tree)
    contents = _spoken_before(page, candidate, contents, level)
    contents = _without_source(page, candidate, contents)
    contents = _across(page, candidate, contents, level)
    contents = _led(page, candidate, contents, level)
    return replace(candidate, contents=_unmarked(contents, tree.text))


def _near(page: Page, level: Sequence[Quotation], one: Candidate) -> Sequence[Quotation]:
    """The quotations of a level that touch the paragraphs of the cue and the content."""
    tree = page.tree
    assert one.cue is not None
    start, end = tree.place(one.cue)
    if one.contents:
        start, end = min(start, one.start), max(end, one.end)
    low = tree.text.rfind("\n", 0, start) + 1
    high = tree.text.find("\n", end)
    high = len(tree.text) if high < 0 else high
    return [q for q in level if q.start < high and low < q.end]


def _bridged(page: Page, candidate: Candidate, contents: tuple[Range, ...]) -> tuple[Range, ...]:
    """Content on one side of the cue as one stretch: the parts of a clause with what is between.

    What stands before the cue is none where a clause with "that" follows it.
    """
    if candidate.frame not in ("clause", "tagged") or len(contents) < 2 or candidate.head is None:
        return contents
    text, (start, end) = page.tree.text, page.tree.place(candidate.cue or (0, 1))
    after = [part for part in contents if part[0] >= end]
    if any(text[part[0] : part[0] + 5].lower() == "that " for part in after[:1]):
        contents = tuple(after)
    low, high = _clause(page, candidate)
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
                and not _STOP.search(text[slice(*between)])
            ):
                joined[-1] = (joined[-1][0], part[1])
                continue
        joined.append(part)
    return tuple(joined)


def _clipped(contents: tuple[Range, ...], frame: Quotation | None) -> tuple[Range, ...]:
    if frame is None:
        return contents
    low, high = frame.inner
    cut = [(max(start, low), min(end, high)) for start, end in contents]
    return tuple((start, end) for start, end in cut if start < end)


def _overlaps(contents: Sequence[Range], quotation: Quotation) -> bool:
    low, high = quotation.inner
    return any(start < high and low < end for start, end in contents)


def _run_on(
    page: Page, candidate: Candidate, contents: tuple[Range, ...], level: Sequence[Quotation]
) -> tuple[Range, ...]:
    """With a quotation that goes on right where a content after its cue breaks off."""
    assert candidate.cue is not None
    text, end = page.tree.text, contents[-1][1]
    if contents[0][0] < page.tree.place(candidate.cue)[1] or text[end - 1] in '.!?”"':
        return contents
    following = next((q for q in level if q.start >= end), None)
    between = text[end : following.start].strip() if following is not None else ""
    if following is None or not following.closed or between not in ("", ":"):
        return contents
    return union([*contents, (following.start, following.end)], text)


def _grown(contents: tuple[Range, ...], touched: list[Range], text: str) -> tuple[Range, ...]:
    return union([*contents, *touched], text) if touched else contents


def _whole_quotation(
    candidate: Candidate, contents: tuple[Range, ...], level: Sequence[Quotation], tree: Tree
) -> tuple[Range, ...]:
    """Without what follows a quotation that begins the content and ends its own sentence."""
    assert candidate.cue is not None
    start, end = contents[0]
    if candidate.frame != "clause" or len(contents) > 1 or tree.place(candidate.cue)[1] > start:
        return contents
    opening = next((q for q in level if q.start == start and q.closed), None)
    if opening is None or opening.end >= end or tree.text[opening.inner[1] - 1] not in ",.!?…":
        return contents
    further = [(q.start, q.end) for q in level if opening.end <= q.start < end]
    return union([(opening.start, opening.end), *further], tree.text)


def _spoken_before(
    page: Page, candidate: Candidate, contents: tuple[Range, ...], level: Sequence[Quotation]
) -> tuple[Range, ...]:
    """All of the sentence before a cue that closes it: "The refinery will open in March, X said".

    Parsers lose the first words and the last ones before the comma. A content that begins with a
    quotation is left alone, as is a sentence with a cue before it.
    """
    tree = page.tree
    if candidate.frame != "clause" or candidate.head is None or not candidate.ruled:
        return contents
    low = _clause(page, candidate)[0]
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


def _without_source(
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
        for part in (trimmed(tree.text, start, low), trimmed(tree.text, high, end)):
            if part is not None and part[0] < part[1]:
                cut.append(part)
    return tuple(cut) or contents


def _beside(page: Page, candidate: Candidate, level: Sequence[Quotation]) -> tuple[Range, ...]:
    """The quotation right before or right after a cue that has no content of its own."""
    if candidate.shy or candidate.source is None or candidate.head is None:
        return ()
    before = _right_before(page, candidate, level)
    if before is not None:
        return ((before.start, before.end),)
    after = _right_after(page, candidate, level)
    return ((after.start, after.end),) if after is not None else ()


def _clause(page: Page, candidate: Candidate) -> Range:
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


def _right_before(page: Page, candidate: Candidate, level: Sequence[Quotation]) -> Quotation | None:
    start, _ = _clause(page, candidate)
    for quotation in reversed(level):
        if quotation.end <= start:
            between = page.tree.text[quotation.end : start]
            few = len(between.split()) <= 2 and not _ENDED.search(between)
            last = page.tree.at(quotation.inner[1] - 1, quotation.end)[0]
            same = page.tree.sentence[last] == page.tree.sentence[candidate.head or 0]
            led = same or page.tree.text[quotation.inner[1] - 1] in ",?!—–-…"
            return quotation if few and led and page.whole(quotation) else None
    return None


def _right_after(page: Page, candidate: Candidate, level: Sequence[Quotation]) -> Quotation | None:
    """The quotation after a cue, the words between being its addressee, medium and time."""
    assert candidate.cue is not None
    end = page.tree.place(candidate.cue)[1]
    for quotation in level:
        if quotation.start >= end:
            between = page.tree.text[end : quotation.start].rstrip()
            introduced = between.endswith((",", ":", "that")) or not between
            open_end = between[:-1] if between.endswith(":") else between
            near = len(between.split()) <= 25 and not _ENDED.search(open_end)
            return quotation if near and introduced else None
    return None


def _across(
    page: Page, candidate: Candidate, contents: tuple[Range, ...], level: Sequence[Quotation]
) -> tuple[Range, ...]:
    """With the other half of a quotation that the cue interrupts: “If …,” warned X, “then …”."""
    if candidate.frame not in ("clause", "quote") or candidate.head is None or candidate.shy:
        return contents
    quoted = [q for q in level if _overlaps(contents, q)]
    if not quoted:
        return contents
    start, end = _clause(page, candidate)
    text = page.tree.text
    if quoted[-1].end <= start:
        after = _right_after(page, candidate, level)
        if after is not None and page.whole(after) and text[quoted[-1].inner[1] - 1] in ",-–—;":
            return union([*contents, (after.start, after.end)], text)
    elif quoted[0].start >= end and not any(part[1] <= start for part in contents):
        before = _right_before(page, candidate, level)
        if before is None:
            return contents
        low = page.tree.bounds[page.tree.sentence[candidate.head]][0]
        lead = text[page.tree.starts[low] : before.start]
        if not lead.strip() and text[before.inner[1] - 1] in ",-–—;?!":
            return union([*contents, (before.start, before.end)], text)
    return contents


def _led(
    page: Page, candidate: Candidate, contents: tuple[Range, ...], level: Sequence[Quotation]
) -> tuple[Range, ...]:
    """With the words that lead into a quotation of several sentences: they “met. It …,” X said."""
    tree = page.tree
    start = contents[0][0]
    opening = next((q for q in level if q.start == start), None)
    assert candidate.cue is not None
    if opening is None or opening.end > tree.place(candidate.cue)[0]:
        return contents
    first = tree.at(opening.start, opening.end)[0]
    sentence = tree.sentence[first]
    if sentence == tree.sentence[candidate.cue[0]]:
        return contents
    low = tree.bounds[sentence][0]
    lead = tree.text[tree.starts[low] : opening.start]
    if not lead.strip() or lead.rstrip().endswith((":", ".")) or "\n" in lead:
        return contents
    if any(tree.lemma(number) in verbs() for number in range(low, first)):
        return contents
    return ((tree.starts[low], contents[0][1]), *contents[1:])


def _unmarked(contents: tuple[Range, ...], text: str) -> tuple[Range, ...]:
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


def stopped(text: str, start: int, end: int) -> bool:
    """True when the words start:end close a sentence."""
    return bool(_STOP.search(text, start, end))
