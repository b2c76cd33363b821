"""How, to whom and when a thing was said: medium, addressee, time of the telling."""

from collections.abc import Mapping, Sequence

from hearsay.model import Timex
from hearsay.ontology import table
from hearsay.reading.attribution.candidate import AttributionCandidate
from hearsay.reading.attribution.cues.cue_tables import words
from hearsay.reading.attribution.mention_index import MentionIndex, phrase
from hearsay.reading.attribution.sources.outlet_names import bare, is_outlet, is_paper, outlet_words
from hearsay.rules import rule
from hearsay.syntax import Parse

_WHERE = frozenset({"in", "on", "at", "by", "via", "during", "through", "over"})


def medium(cast: MentionIndex, candidate: AttributionCandidate, anonymous: bool) -> str | None:
    """What it was said in ("statement", "post on X", "interview with the BBC"), or None."""
    tree = cast.tree
    if candidate.head is None or tree.tokens[candidate.head].upos == "PUNCT":
        return None
    verb = candidate.head
    for kid in _phrases(tree, verb):
        found = _medium_of(cast, kid)
        if found is not None and not _inside(tree, kid, candidate):
            return found
    if candidate.addressee is not None:
        outlet = outlet_of(cast, candidate.addressee)
        if (
            outlet is not None
            and tree.lemma(verb) in words("speech", "interview")
            and not anonymous
        ):
            return f"interview with {_words(cast, outlet)}"
        audience = table("media")["audiences"].get(_compound(tree, candidate.addressee))
        if audience is not None:
            return str(audience)
    found = table("media")["verbs"].get(tree.lemma(verb))
    return str(found) if found is not None else None


def _phrases(tree: Parse, verb: int) -> list[int]:
    """The phrases beside a verb, and beside the verb it is joined to by "and"."""
    beside = tree.dependents(verb, "obl", "nmod", "advcl", "advmod")
    head = tree.tokens[verb].head
    if tree.tokens[verb].deprel == "conj":
        beside += [kid for kid in tree.dependents(head, "obl") if kid < head]
    return beside


def _medium_of(cast: MentionIndex, noun: int) -> str | None:
    tree = cast.tree
    heads = table("media")["heads"]
    if not set(tree.case(noun).split()) & _WHERE:
        return None
    label = heads.get(_compound(tree, noun)) or heads.get(tree.lemma(noun))
    if label is None or (tree.lemma(noun) == "call" and tree.case(noun) == "to"):
        return None
    if tree.lemma(noun) in ("x", "phone", "telephone") and tree.case(noun) not in (
        "on",
        "by",
        "over",
        "via",
    ):
        return None
    if (
        label == "interview"
        and noun + 2 < len(tree.tokens)
        and tree.word(noun + 1) in ("with", "to")
    ):
        return f"interview with {_words(cast, tree.tokens[noun + 1].head)}"
    if noun + 2 < len(tree.tokens) and tree.word(noun + 1) in ("on", "to"):
        two = " ".join(map(tree.word, range(noun + 2, min(noun + 4, len(tree.tokens)))))
        platforms = table("media")["platforms"]
        platform = platforms.get(two) or platforms.get(two.split()[0].rstrip("."))
        if platform is not None:
            return f"{'post' if label in ('statement', 'message') else label} on {platform}"
    return str(label)


def _compound(tree: Parse, noun: int) -> str:
    """The last word before the noun with it: "press conference"."""
    before = [kid for kid in tree.dependents(noun, "compound", "amod") if kid == noun - 1]
    return f"{tree.word(before[0])} {tree.lemma(noun)}" if before else tree.lemma(noun)


def _name(tree: Parse, noun: int) -> str:
    start, end = phrase(tree, noun)
    return tree.text[start:end].casefold()


@rule("ATT-004")
def _inside(tree: Parse, token: int, candidate: AttributionCandidate) -> bool:
    at = tree.starts[token]
    return any(start <= at < end for start, end in candidate.contents)


def outlet_of(cast: MentionIndex, token: int) -> int | None:
    """The head of the outlet that is addressed: "told the BBC", "told CTV's Evan Marsh"."""
    tree = cast.tree
    for number in [token, *tree.dependents(token, "nmod:poss", "appos", "flat", "compound")]:
        name = cast.name_of(number)
        if name is not None:
            face = cast.names[name]
            if own(cast, face.core.text) or is_paper(tree.text, face.core):
                return number
            if face.kind in ("organization", "other", "place", "person") and is_outlet(
                face.core.text
            ):
                return number
        if tree.tokens[number].upos == "PROPN" and is_outlet(_proper(tree, number)):
            return number
        told = tree.dependent(number, "appos", "flat", "compound", "amod", "nmod:poss") is not None
        if told and (tree.lemma(number) in outlet_words("spoken") or _agency(tree, number)):
            return number
    return None


@rule("ATT-005")
def _agency(tree: Parse, number: int) -> bool:
    """True for "the TASS agency", not for any agency."""
    named = tree.dependent(number, "appos", "flat", "compound")
    return (
        tree.lemma(number) == "agency" and named is not None and tree.tokens[named].upos == "PROPN"
    )


def _words(cast: MentionIndex, token: int) -> str:
    """What an outlet is called here, its name where it is known as one."""
    number = cast.name_of(token)
    if number is None or cast.names[number].form != "name":
        return _proper(cast.tree, token)
    start = cast.names[number].span.start
    article = cast.tree.text[max(0, start - 4) : start]
    return (article if article.casefold() == "the " else "") + cast.names[number].span.text


def _proper(tree: Parse, token: int) -> str:
    start, end = phrase(tree, token)
    return tree.text[start:end].removesuffix("'s").removesuffix("’s")


# no rule: look-up of a name among those of the page's own outlet; it says yes only where the page
def own(cast: MentionIndex, words: str) -> bool:
    """True for the outlet that publishes the page."""
    return bare(words) in cast.own


def times(tree: Parse, timexes: Sequence[Timex]) -> Mapping[int, int]:
    """The number of the time expression by each token it covers."""
    found: dict[int, int] = {}
    for number, timex in enumerate(timexes):
        for token in range(*tree.at(timex.span.start, timex.span.end)):
            found.setdefault(token, number)
    return found


def told_when(
    tree: Parse, candidate: AttributionCandidate, by_token: Mapping[int, int]
) -> int | None:
    """The number of the time expression that dates the telling, not the thing told."""
    verb = candidate.head
    if verb is None or tree.tokens[verb].upos != "VERB":
        return None
    for kid in tree.dependents(verb, "obl", "advmod", "nmod"):
        if kid in by_token and not _inside(tree, kid, candidate):
            return by_token[kid]
        for number in tree.children[kid]:
            if number in by_token and not _inside(tree, number, candidate):
                return by_token[number]
    return None
