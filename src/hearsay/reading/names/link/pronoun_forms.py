"""What the form of a pronoun tells."""

from dataclasses import dataclass
from functools import cache

from hearsay.ontology import table


@dataclass(frozen=True, slots=True)
class Form:
    """What a pronoun's form tells: gender, number, person, and whether it is reflexive."""

    gender: str
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
    return {word: _form(*told.split()) for word, told in table("pronoun_forms")["forms"].items()}


def _form(gender: str, number: str, person: str, *more: str) -> Form:
    return Form(gender, number == "plural", person == "first", bool(more))
