"""Who said what on one page.

Two evidences are joined: the model's tagged attributions, and what tree, quotation marks and the
cue tables show by themselves. Tables decide what a cue means; see docs/statements.md.
"""

from collections.abc import Sequence
from dataclasses import replace

from hearsay.model import Attribution, Document, Name, Source, Span, Timex
from hearsay.reading.attribution.candidate import AttributionCandidate
from hearsay.reading.attribution.circumstances import medium, times, told_when
from hearsay.reading.attribution.cues.phrase_cues import phrase_candidates
from hearsay.reading.attribution.cues.tagged_cues import join, tagged_candidates
from hearsay.reading.attribution.cues.verb_cues import verb_candidates
from hearsay.reading.attribution.filters import arranged, is_statement, parents, without_repeats
from hearsay.reading.attribution.mention_index import MentionIndex, index_mentions
from hearsay.reading.attribution.quotations.assign_quotations import assign_quotations
from hearsay.reading.attribution.quotations.assign_unattributed import assign_unattributed
from hearsay.reading.attribution.quotations.directness import kind_and_quoted, score
from hearsay.reading.attribution.quotations.one_speaker import one_voice
from hearsay.reading.attribution.quotations.quotation_index import (
    QuotationIndex,
    quotation_index,
    without_titles,
)
from hearsay.reading.attribution.quotations.quotation_marks import find_quotations
from hearsay.reading.attribution.sources.described_outlets import with_outlets
from hearsay.reading.attribution.sources.joint_sources import together
from hearsay.reading.attribution.sources.source_chains import (
    SourceDocuments,
    chain,
    source_documents,
)
from hearsay.syntax import Parse

__all__ = ["find_attributions"]

_MENDED = 6  # characters that a quoting hand may put into a cue


def find_attributions(
    document: Document, tree: Parse, names: Sequence[Name], timexes: Sequence[Timex]
) -> tuple[Attribution, ...]:
    """The statements of a page in the order of the text, an outer one before those nested in it.

    `names` and `timexes` are the page's, whose numbers the result refers to.
    """
    if not tree.tokens:
        return ()
    dateline = document.dateline.span.end if document.dateline is not None else 0
    laid = quotation_index(tree, without_titles(tree, find_quotations(tree.text)), dateline)
    everybody = index_mentions(document, tree, names)
    given = source_documents(everybody)
    statements = arranged(tree, _candidates(laid, everybody, given))
    statements = without_repeats(tree, everybody, statements)
    above = parents(tree, statements)
    chains: list[tuple[Source, ...]] = []
    for one, parent in zip(statements, above, strict=True):
        chains.append(chain(everybody, given, one, chains[parent] if parent is not None else ()))
    by_token = times(tree, timexes)
    told = [
        _attribution(
            laid,
            everybody,
            one,
            together(everybody, given, one, links),
            parent,
            told_when(tree, one, by_token),
        )
        for one, links, parent in zip(statements, chains, above, strict=True)
    ]
    return with_outlets(told, names)


def _candidates(
    laid: QuotationIndex, everybody: MentionIndex, given: SourceDocuments
) -> list[AttributionCandidate]:
    tree = laid.tree
    ruled = [*verb_candidates(tree), *phrase_candidates(tree)]
    joined = join(tree, ruled, tagged_candidates(tree))
    fitted = (_under(assign_quotations(laid, one), _text_start(laid)) for one in joined)
    sound = [one for one in fitted if one.contents and is_statement(laid, everybody, given, one)]
    whole = assign_unattributed(laid, sound)
    return one_voice(tree, [one for one in whole if is_statement(laid, everybody, given, one)])


def _text_start(laid: QuotationIndex) -> int:
    """Where the text begins behind its dateline."""
    behind = laid.tree.text[laid.dateline :]
    return laid.dateline + len(behind) - len(behind.lstrip())


def _under(one: AttributionCandidate, start: int) -> AttributionCandidate:
    """The candidate without what its content has of the dateline, which is nobody's words."""
    contents = tuple((max(a, start), b) for a, b in one.contents if b > start)
    return one if contents == one.contents else replace(one, contents=contents)


def _cue(text: str, start: int, end: int) -> Span:
    """The words of a cue, with the end of one mended in brackets: "discuss[ed]"."""
    close = text.find("]", end, end + _MENDED)
    opened = text.count("[", start, end) > text.count("]", start, end)
    return Span.of(text, start, close + 1 if opened and close >= 0 else end)


def _attribution(
    laid: QuotationIndex,
    everybody: MentionIndex,
    one: AttributionCandidate,
    tellers: tuple[tuple[Source, ...], tuple[Source, ...]],
    parent: int | None,
    timex: int | None,
) -> Attribution:
    text = laid.tree.text
    links, joined = tellers
    kind, quoted = kind_and_quoted(laid, one)
    anonymous = bool(links) and links[-1].kind == "anonymous"
    return Attribution(
        kind=kind,
        span=Span.of(text, one.start, one.end),
        contents=tuple(Span.of(text, start, end) for start, end in one.contents),
        cue=_cue(text, *laid.tree.place(one.cue)) if one.cue is not None else None,
        chain=links,
        quoted=tuple(Span.of(text, start, end) for start, end in quoted),
        act=one.act,
        negated=one.negated,
        hedged=one.hedged,
        medium=medium(everybody, one, anonymous),
        addressee=everybody.name_of(one.addressee) if one.addressee is not None else None,
        timex=timex,
        parent=parent,
        score=score(one, kind, parent is not None),
        jointly=joined,
    )
