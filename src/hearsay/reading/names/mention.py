"""A mention while it is being worked on: a `Name` in tokens, with what coreference asks of it."""

from dataclasses import dataclass

from hearsay.model.mention_vocabulary import MentionKind, NameForm
from hearsay.reading.names.classify.actor_codes import NOTHING, NounInfo


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first`:`last` refer to somebody or something.

    `core_first`:`core_last` is the bare name or head noun, `head` the token by which the phrase
    hangs in the tree. `label` is the name of the thing where a table has one ("Iran" for
    "Tehran said"), `noun` the table's noun of a description. `definite` is True for "the
    spokesman", False for "a spokesman", None where the words do not tell. `owner` is the head
    token of "his" or "Iran's" before the noun.
    """

    first: int
    last: int
    core_first: int
    core_last: int
    head: int
    kind: MentionKind
    form: NameForm
    told: NounInfo = NOTHING
    label: str | None = None
    noun: str | None = None
    plural: bool = False
    number: int | None = None
    definite: bool | None = None
    owner: int | None = None
    score: float = 1.0

    @property
    def extent(self) -> tuple[int, int]:
        """Sorts mentions by where they begin, the longer first."""
        return (self.first, -self.last)
