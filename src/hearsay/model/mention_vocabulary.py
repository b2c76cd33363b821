"""The closed vocabularies of a page's mentions, besides those of the record.

They stay within a reading: what the record keeps of them has the words of `vocabulary`.
"""

from typing import Literal

from hearsay.model.vocabulary import EntityKind, EventType, Status

NameForm = Literal["name", "nominal", "pronoun"]
"""What words refer by: a name, a description, a pronoun."""

NameKind = Literal[EntityKind, "people"]
"""What a proper name stands for; "people" for the words of a people ("Iranian")."""

MentionKind = Literal[EntityKind, "thing"]
"""What words stand for while names are read; a thing is left out of what is read."""

NounKind = Literal["person", "organization", "place", "state", "honorific"]
"""What a common noun of the tables stands for."""

Gender = Literal["m", "f"]
"""The sex of a person, as the words tell it."""

GazetteerSort = Literal["state", "people", "capital", "region", "regional", "institution"]
"""What a table of names says that a name is."""

SenseType = Literal[EventType, "none"]
"""What a word tells of; "none" for one that looks like an event and is none."""

WordStatus = Literal[Status, "transparent"]
"""What a word says of the event beside it; "transparent" where that is as the word itself is."""

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
"""TimeML's types of time expressions."""

Direction = Literal["past", "future", "near", "nearest"]
"""On which side of the anchor day the days of an expression lie."""

Tense = Literal["past", "future"]
"""Whether the words around an expression tell of what was or of what is to come."""

TimexRelation = Literal["on", "since", "until", "by", "before", "after"]
"""How the thing told lies to the days of an expression."""

Grain = Literal[
    "second", "minute", "hour", "day", "week", "fortnight", "weekend", "month", "quarter", "half",
    "year", "decade", "century",
]  # fmt: skip
"""The unit of time that is counted or meant."""

DayMod = Literal["start", "mid", "end", "first half", "second half"]
"""The part of some days that is meant."""

NumeralKind = Literal["number", "plural", "fraction", "rate", "nought"]
"""How a number is written."""

CueFrame = Literal[
    "clause", "quote", "to", "order", "gerund", "thing", "about", "judge", "according", "hedge",
    "noun", "colon", "turn", "dash", "alone", "tagged",
]  # fmt: skip
"""How the content of a statement hangs on its cue, or what else tells of speech."""
