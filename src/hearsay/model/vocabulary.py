"""The closed vocabularies of the record: the words that a field may hold, and no others.

What each word means is told in docs/record-format.md and docs/codebook.md.
"""

from typing import Literal

Basis = Literal["stated", "derived", "metadata", "inferred", "reported", "unknown"]
"""What the days of a date rest on; "reported" is the day on which an undated act was told."""

Status = Literal[
    "happened", "ongoing", "planned", "threatened", "denied", "hypothetical", "unconfirmed"
]
"""How real a page tells an event to be."""

PloverType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
"""PLOVER's sixteen types of event."""

EventType = Literal[
    PloverType, "DISASTER", "ACCIDENT", "RESCUE", "DEATH", "VOTE", "OFFICE", "DECIDE"
]
"""PLOVER's types, and seven for what else news tells."""

PartyRole = Literal["source", "target", "participant"]
"""What a party does in an event."""

EntityKind = Literal[
    "person", "state", "organization", "group", "place", "office", "weapon", "event", "other"
]
"""What a name stands for."""

TellerKind = Literal["person", "office", "institution", "outlet", "document", "anonymous"]
"""What a link of a source chain is."""

StatementKind = Literal["direct", "mixed", "indirect"]
"""How far a statement is in the speaker's own words."""

DocumentKind = Literal[
    "agency", "outlet", "state-media", "press-release", "transcript", "live-blog", "other"
]
"""What publishes a page, or what kind of text it is."""

Act = Literal["said", "believed", "demanded", "denied", "asked", "promised", "confirmed", "warned"]
"""What is done by saying it, as the cue tells."""

OriginKind = Literal["single", "verbatim", "excerpt", "rewrite"]
"""How the pages of one origin are alike."""

RelationKind = Literal[
    "agrees", "refines", "updates", "differs-in-scope", "conflicts", "repeats", "alters"
]
"""How two claims, or two tellings of one utterance, lie to each other."""
