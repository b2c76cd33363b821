"""Who said what on one page.

Two evidences are joined: the model's tagged attributions, and what tree, quotation marks and the
cue tables show by themselves. Tables decide what a cue means; see docs/statements.md.
"""

from collections.abc import Sequence
from dataclasses import replace

from hearsay.model import Attribution, Document, Name, Span, Teller, Timex
from hearsay.reading.statements.candidate import Candidate
from hearsay.reading.statements.cast import Cast, cast
from hearsay.reading.statements.chains import Papers, chain, papers
from hearsay.reading.statements.circumstances import medium, times, told_when
from hearsay.reading.statements.fit import fit
from hearsay.reading.statements.joint import together
from hearsay.reading.statements.judge import arranged, parents, stands
from hearsay.reading.statements.kinds import kind_and_quoted, score
from hearsay.reading.statements.laid import Page, page
from hearsay.reading.statements.layouts import lay_out
from hearsay.reading.statements.marks import find_quotations
from hearsay.reading.statements.phrases import phrase_candidates
from hearsay.reading.statements.tagged import join, tagged_candidates
from hearsay.reading.statements.verbs import verb_candidates
from hearsay.reading.statements.voice import one_voice
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
    laid = page(tree, find_quotations(tree.text), dateline)
    everybody = cast(document, tree, names)
    given = papers(everybody)
    statements = arranged(tree, _candidates(laid, everybody, given))
    above = parents(tree, statements)
    chains: list[tuple[Teller, ...]] = []
    for one, parent in zip(statements, above, strict=True):
        chains.append(chain(everybody, given, one, chains[parent] if parent is not None else ()))
    by_token = times(tree, timexes)
    return tuple(
        _attribution(
            laid,
            everybody,
            one,
            together(everybody, given, one, links),
            parent,
            told_when(tree, one, by_token),
        )
        for one, links, parent in zip(statements, chains, above, strict=True)
    )


def _candidates(laid: Page, everybody: Cast, given: Papers) -> list[Candidate]:
    tree = laid.tree
    ruled = [*verb_candidates(tree), *phrase_candidates(tree)]
    joined = join(tree, ruled, tagged_candidates(tree))
    fitted = (_under(fit(laid, one), _text_start(laid)) for one in joined)
    sound = [one for one in fitted if one.contents and stands(laid, everybody, given, one)]
    whole = lay_out(laid, sound)
    return one_voice(tree, [one for one in whole if stands(laid, everybody, given, one)])


def _text_start(laid: Page) -> int:
    """Where the text begins behind its dateline."""
    behind = laid.tree.text[laid.dateline :]
    return laid.dateline + len(behind) - len(behind.lstrip())


def _under(one: Candidate, start: int) -> Candidate:
    """The candidate without what its content has of the dateline, which is nobody's words."""
    contents = tuple((max(a, start), b) for a, b in one.contents if b > start)
    return one if contents == one.contents else replace(one, contents=contents)


def _cue(text: str, start: int, end: int) -> Span:
    """The words of a cue, with the end of one mended in brackets: "discuss[ed]"."""
    close = text.find("]", end, end + _MENDED)
    opened = text.count("[", start, end) > text.count("]", start, end)
    return Span.of(text, start, close + 1 if opened and close >= 0 else end)


def _attribution(
    laid: Page,
    everybody: Cast,
    one: Candidate,
    tellers: tuple[tuple[Teller, ...], tuple[Teller, ...]],
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
