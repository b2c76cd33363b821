"""What the form of a pronoun tells."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from hearsay.model.mention_vocabulary import Gender
from hearsay.ontology import known_word, table

PronounGender = Literal[Gender, "n", "any"]


@dataclass(frozen=True, slots=True)
class Form:
    """What a pronoun's form tells: gender, number, person, and whether it is reflexive."""

    gender: PronounGender
    plural: bool
    first: bool
    reflexive: bool

    @property
    def sort(self) -> str:
        """The part of the table of weights that it is weighed by."""
        if self.plural:
            return "several"
        return "thing" if self.gender == "n" else "person"


def form_of(word: str) -> Form | None:
    """What the tables say of a pronoun; None for other words."""
    return _forms().get(word.lower())


@cache
def _forms() -> dict[str, Form]:
    forms = table("pronoun_forms")["forms"]
    return {word: _form(word, *told.split()) for word, told in forms.items()}


def _form(word: str, gender: str, number: str, person: str, *more: str) -> Form:
    told: PronounGender = known_word(gender, get_args(PronounGender), "pronoun_forms.toml", word)
    return Form(told, number == "plural", person == "first", bool(more))
