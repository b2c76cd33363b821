"""Which newspaper "the paper" is: the outlet that the page named last."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from hearsay.model import Attribution, Name, Source
from hearsay.reading.attribution.sources.outlet_names import is_agency, is_outlet, outlet_words
from hearsay.rules import rule

_REACH = 1000
"""Characters back in which an outlet that a description means is named."""


def with_outlets(told: Sequence[Attribution], names: Sequence[Name]) -> tuple[Attribution, ...]:
    """The attributions, with the outlet in place of a description that means it."""
    outlets = [n for n, name in enumerate(names) if name.form == "name" and _is_medium(name)]
    starts = [names[number].span.start for number in outlets]

    def known(link: Source) -> Source:
        at = bisect_left(starts, link.span.start) if link.span is not None else 0
        if not at or link.span is None or not _is_description(link):
            return link
        number = outlets[at - 1]
        far = link.span.start - names[number].span.end > _REACH
        if far or _is_other(link, names[number]):
            return link
        return replace(link, kind="outlet", text=names[number].core.text, name=number)

    return tuple(replace(each, chain=tuple(map(known, each.chain))) for each in told)


@rule("ATT-135")
def _is_description(link: Source) -> bool:
    """True for "the paper" and "the broadcaster", which mean an outlet named before."""
    article, _, words = link.text.lower().partition(" ")
    return article == "the" and words in outlet_words("described")


@rule("ATT-136")
def _is_other(link: Source, outlet: Name) -> bool:
    """True for a paper beside an agency: neither is called as the other is."""
    described = link.text.lower().removeprefix("the ")
    return (described in outlet_words("agencies")) != is_agency(outlet.core.text)


# no rule: ATT-048 and ATT-049 decide what is an outlet
def _is_medium(name: Name) -> bool:
    return is_outlet(name.core.text)
