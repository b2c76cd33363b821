"""What the form of a pronoun tells."""

from dataclasses import dataclass

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
    told = table("pronoun_forms")["forms"].get(word.lower())
    if told is None:
        return None
    gender, number, person, *more = told.split()
    return Form(gender, number == "plural", person == "first", bool(more))
