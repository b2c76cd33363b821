"""Mentions and their chains, written as the names of the page."""

from collections.abc import Mapping
from dataclasses import dataclass

from hearsay.model import Document, Name
from hearsay.model.vocabulary import EntityKind
from hearsay.reading.names.classify.actor_codes import NounInfo
from hearsay.reading.names.link.mention_chains import Chains
from hearsay.reading.names.mention import Mention
from hearsay.rules import rule
from hearsay.syntax import Parse

_ACTORS = frozenset({"organization", "state"})


@dataclass(frozen=True, slots=True)
class _Chain:
    """What is written of every mention of a chain."""

    number: int
    canonical: str | None
    kind: EntityKind


def write_names(
    document: Document,
    chains: Chains,
    tree: Parse,
    told: Mapping[int, NounInfo],
    sure: Mapping[int, float],
) -> tuple[Name, ...]:
    """The names in the order of the text; nouns for things and pronouns for them are left out."""
    written: dict[int, _Chain] = {}
    actors: dict[int, bool] = {}
    names: list[Name] = []
    for number, mention in enumerate(chains.mentions):
        chain = chains.chain(number)
        if chain not in actors:
            actors[chain] = _acts(chains.members(number))
        if not _refers(mention, acts=actors[chain]):
            continue
        if chain not in written:
            written[chain] = _described(document, chains, tree, (number, len(written)))
        names.append(
            _name(document, tree, mention, (written[chain], told.get(number), sure.get(number)))
        )
    return tuple(names)


@rule("NAM-040")
def _refers(mention: Mention, *, acts: bool) -> bool:
    """False for things, and for "it" and "they" that stand for none who can act."""
    if mention.kind == "thing":
        return False
    return mention.form != "pronoun" or mention.kind == "person" or acts


@rule("NAM-041")
def _acts(members: tuple[Mention, ...]) -> bool:
    """True for a chain of persons, a group, or an organisation, state or named thing."""
    if any(member.kind == "thing" for member in members):
        return False
    return any(
        member.plural
        or (member.form != "pronoun" and (member.kind in _ACTORS or member.form == "name"))
        for member in members
    )


def _described(document: Document, chains: Chains, tree: Parse, where: tuple[int, int]) -> _Chain:
    number, written = where
    members = sorted(chains.members(number), key=lambda mention: mention.extent)
    names = [member for member in members if member.form == "name"]
    leading = (names or [m for m in members if m.form == "nominal"] or members)[0]
    label = next((member.label for member in names if member.label is not None), None)
    if label is None and names:
        forms = [_text(document, tree, member) for member in names]
        label = max(forms, key=lambda form: (len(form.split()), len(form)))
    return _Chain(written, label, "other" if leading.kind == "thing" else leading.kind)


def _text(document: Document, tree: Parse, mention: Mention) -> str:
    start = tree.tokens[mention.core_first].start
    return " ".join(document.text[start : tree.tokens[mention.core_last - 1].end].split())


def _name(
    document: Document,
    tree: Parse,
    mention: Mention,
    known: tuple[_Chain, NounInfo | None, float | None],
) -> Name:
    chain, more, share = known
    told = mention.told if more is None else mention.told.joined(more)
    tokens = tree.tokens
    return Name(
        span=document.span(tokens[mention.first].start, tokens[mention.last - 1].end),
        core=document.span(tokens[mention.core_first].start, tokens[mention.core_last - 1].end),
        kind=chain.kind if mention.form == "pronoun" or mention.kind == "thing" else mention.kind,
        form=mention.form,
        chain=chain.number,
        canonical=chain.canonical,
        offices=told.offices,
        country=told.country,
        sectors=told.sectors,
        plural=mention.plural,
        number=mention.number,
        score=mention.score if share is None else share,
    )
