"""Whose side "we" is: the speaker of a quotation, or the state or body the speaker acts for."""

from collections.abc import Sequence
from dataclasses import replace

from hearsay.model import Argument, Attribution, Name
from hearsay.ontology import table
from hearsay.reading.events.arguments.party_nouns import Nouns
from hearsay.rules import rule

_BODIES = ("organization", "state", "group")
_LONGEST = 3  # words of "our armed forces"


def own_side(
    held: Sequence[Argument], nouns: Nouns, voice: Attribution | None, *, verbal: bool
) -> tuple[Argument, ...]:
    """The arguments, those in the first person as the speaker's; `group` holds the word "we".

    An act of speech is the speaker's own. Of a deed a person among "we" is no doer: it is done by
    the state the speaker holds office in, and by nobody known where there is none.
    """
    speaker = voice.chain[-1].name if voice is not None and voice.chain else None
    if speaker is None:
        return tuple(held)
    return tuple(_resolved(argument, nouns, speaker, verbal=verbal) for argument in held)


def _resolved(argument: Argument, nouns: Nouns, speaker: int, *, verbal: bool) -> Argument:
    """The argument as the speaker's, where it is in the first person."""
    if argument.name is not None and nouns.is_known(nouns.names[argument.name].chain):
        return argument
    owned = _is_own_body(argument.span.text)
    person, number = _form(argument.span.text)
    if not owned and person != "first":
        return argument
    alone = not owned and (number == "singular" or (verbal and argument.role != "target"))
    side = speaker if alone else _body(nouns, speaker)
    if side is None and argument.role == "target" and not owned:
        side = speaker
    side = _spoken_for(nouns, speaker) if number == "plural" and alone else side
    if side is None or side == argument.name:
        return argument
    return replace(argument, name=side, group=None if number == "singular" else argument.span)


def _form(word: str) -> tuple[str, str]:
    """Person and number of a pronoun; empty for other words."""
    told = table("pronoun_forms")["forms"].get(word.lower())
    return ("", "") if told is None else (told.split()[2], told.split()[1])


@rule("EVT-153")
def _is_own_body(words: str) -> bool:
    """True for a phrase of the speaker's own state: "our forces", "my government"."""
    parts, sets = words.lower().split(), table("groups")["sets"]
    if not 1 < len(parts) <= _LONGEST or parts[0] not in sets["own"]:
        return False
    return parts[-1] in sets["own_bodies" if parts[0] != "this" else "this_bodies"]


def _spoken_for(nouns: Nouns, speaker: int) -> int:
    """The body in "a spokesman for the ministry", else the speaker."""
    voices = table("groups")["sets"]["voices"]
    inside = [head for name in nouns.told(speaker) for head in nouns.within(name.span)]
    if not any(nouns.tree.lemma(head) in voices for head in inside):
        return speaker
    bodies = (nouns.name_at[head] for head in inside)
    return next((name for name in bodies if nouns.names[name].kind in _BODIES[:2]), speaker)


def _body(nouns: Nouns, speaker: int) -> int | None:
    """The body a speaker is, or the state a speaker in office acts for."""
    spoken_for = _spoken_for(nouns, speaker)
    own = nouns.names[spoken_for]
    if own.kind in _BODIES:
        return spoken_for
    told = nouns.told(spoken_for)
    country = next((name.country for name in told if name.country), None)
    return nouns.state(country) if country and any(map(_in_office, told)) else None


# no rule: a look-up of sectors
def _in_office(name: Name) -> bool:
    """True for one who speaks for a state: in its government or forces."""
    return not set(name.sectors).isdisjoint(table("groups")["sets"]["of_state"])
