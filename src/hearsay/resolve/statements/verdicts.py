"""What became of an utterance in another telling: repeated, cut, altered, turned round."""

from hearsay.resolve.statements.alignment import Alignment, Change

REPEATED, CUT, ALTERED, OPPOSITE, ANOTHER = "repeated", "cut", "altered", "opposite", "another"

_LEAST_MATCHED, _ENOUGH = 2, 3
_COVERED, _REPORTED_COVERED, _ORDERED = 0.6, 0.7, 0.5
_BRIEF_COVERED, _BRIEF_ORDERED = 0.9, 0.8
_EXACT = 0.6
_MOST_CHANGES = 2
_MOST_CUT = 1
_OPPOSITE_ORDERED = 0.7
_LONGEST_CHANGE = 5


def same_utterance(found: Alignment) -> bool:
    """True when so much of the shorter telling stands in the longer that they are one; a couple of
    words that a longer one also holds are no evidence unless both pages quote them."""
    if found.matched < _LEAST_MATCHED or found.ordered < _ORDERED:
        return False
    if found.matched >= _ENOUGH:
        return found.coverage >= (_COVERED if found.quoted else _REPORTED_COVERED)
    if not found.quoted and found.cut > _MOST_CUT:
        return False
    return found.coverage >= (_COVERED if found.ordered >= _BRIEF_ORDERED else _BRIEF_COVERED)


def fate(found: Alignment) -> str | None:
    """The fate of an utterance told twice by one speaker; None where one may be turned round, but
    too little of it stands in the other to say so."""
    if found.opposite:
        return OPPOSITE if found.ordered >= _OPPOSITE_ORDERED else None
    if any(_matters(change) for change in found.changes):
        return ALTERED
    quoted = [change for change in found.changes if change.quoted and _says(change)]
    if quoted and _verbatim(found):
        return ALTERED
    return CUT if found.cut >= 2 else REPEATED


def _verbatim(found: Alignment) -> bool:
    """True when but a little is changed of words that are otherwise the same to the letter: what
    two translations of one utterance never are."""
    return (
        found.exact >= _EXACT
        and len(found.changes) <= _MOST_CHANGES
        and all(len(side) <= _LONGEST_CHANGE for c in found.changes for side in c.tokens)
    )


def _says(change: Change) -> bool:
    """True when a change touches what is said, not only person, time or grammar."""
    roles = {token.role for side in change.tokens for token in side}
    return bool(roles & {"content", "number", "quantity", "mode"})


def _matters(change: Change) -> bool:
    """True for another number, another name or another quantity: no reporter's licence."""
    for role in ("number", "quantity"):
        before, after = ({t.key for t in side if t.role == role} for side in change.tokens)
        if before and after and before != after:
            return True
    named, renamed = change.names
    return bool(named and renamed and not named & renamed)
