"""Names of newspapers, agencies, stations and sites, and which one publishes the page."""

from collections.abc import Mapping
from functools import cache

from hearsay.model import Document, Span
from hearsay.ontology import table
from hearsay.reading.attribution.cues.cue_tables import listed
from hearsay.rules import rule


def own_outlet(document: Document) -> frozenset[str]:
    """The names by which the page's outlet calls itself; its agency where no outlet is known."""
    name = document.outlet
    if name is None and document.dateline is not None:
        name = document.dateline.agency
    if name is None:
        return frozenset()
    same = _agency_forms().get(bare(name), ())
    return frozenset({bare(name), *same})


def bare(name: str) -> str:
    """An outlet's name without article, case, points and a possessive."""
    name = name.casefold().replace(".", "").replace("’", "'").strip()
    for cut in ("the ", "israel's ", "britain's ", "russia's "):
        name = name.removeprefix(cut)
    return name.removesuffix("'s").removesuffix("'").strip()


@cache
def _agency_forms() -> Mapping[str, tuple[str, ...]]:
    """All names of an agency by each of them."""
    found: dict[str, tuple[str, ...]] = {}
    for row in table("agencies")["agency"]:
        forms = tuple(dict.fromkeys(bare(form) for form in [row["name"], *row["forms"]]))
        for form in forms:
            found.setdefault(form, forms)
    return found


@cache
def _outlet_names() -> frozenset[str]:
    return frozenset(
        bare(name) for name in listed(table("media")["outlets"]["names"].replace("\n", " "))
    )


@cache
def outlet_words(cell: str) -> frozenset[str]:
    return listed(table("media")["outlets"][cell].replace("\n", " "))


@rule("ATT-048")
def is_paper(text: str, name: Span) -> bool:
    """True for a paper called by one word behind its article: "the Star"."""
    article, _, word = name.text.rpartition(" ")
    before = article or text[max(0, name.start - 4) : name.start].strip()
    return before.lower() == "the" and word in outlet_words("alone")


# no rule: a look-up in the table of agencies
def is_agency(name: str) -> bool:
    """True for the name of a news agency.

    >>> is_agency("Reuters"), is_agency("Haaretz")
    (True, False)
    """
    return bare(name) in _agency_forms()


@rule("ATT-049")
def is_outlet(words_: str, head: str = "") -> bool:
    """True when a name is that of a newspaper, agency, station or site.

    >>> is_outlet("Kan News"), is_outlet("the Washington Post"), is_outlet("Pentagon")
    (True, True, False)
    """
    plain = bare(words_)
    if plain in _outlet_names() or plain in _agency_forms():
        return True
    if head in outlet_words("nouns"):
        return True
    if head in outlet_words("some") and outlet_words("of") & set(plain.split()):
        return True
    last = plain.rpartition(" ")[2]
    if outlet_words("nouns") | outlet_words("some") & set(plain.split()) and (
        last in _outlet_names() or last in _agency_forms()
    ):
        return True
    parts = words_.replace("’s", "").replace("'s", "").split()
    return len(parts) > 1 and parts[-1] in outlet_words("endings") and parts[-1][0].isupper()
