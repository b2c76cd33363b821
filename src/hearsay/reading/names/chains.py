"""The chains of a page while they are being linked: sets of mentions, and what is known of each."""

from collections.abc import Iterable

from hearsay.reading.names.codes import Post, Told
from hearsay.reading.names.mention import Mention


class Chains:
    """Mentions by number, joined into chains. The mentions stand in the order of the text."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.mentions = tuple(mentions)
        self._chain = list(range(len(self.mentions)))
        self._members = [[number] for number in self._chain]
        self._genders: list[str | None] = [mention.told.gender for mention in self.mentions]
        self._by_head: dict[int, int] = {}
        for number, mention in enumerate(self.mentions):
            self._by_head.setdefault(mention.head, number)

    def at(self, head: int) -> int | None:
        """The longest mention that hangs in the tree by this token."""
        return self._by_head.get(head)

    def chain(self, number: int) -> int:
        return self._chain[number]

    def members(self, number: int) -> tuple[Mention, ...]:
        """All mentions of the chain that this mention is in, in no promised order."""
        return tuple(self.mentions[member] for member in self._members[self._chain[number]])

    def alone(self, number: int) -> bool:
        return len(self._members[self._chain[number]]) == 1

    def gender(self, number: int) -> str | None:
        """The gender told of the chain: m, f or nothing."""
        return self._genders[self._chain[number]]

    def tell_gender(self, number: int, gender: str) -> None:
        self._genders[self._chain[number]] = gender

    def posts(self, number: int) -> tuple[Post, ...]:
        return tuple(post for mention in self.members(number) for post in mention.told.posts)

    def country(self, number: int) -> str | None:
        told = (mention.told.country for mention in self.members(number))
        return next((country for country in told if country is not None), None)

    def named(self, number: int) -> bool:
        return any(mention.form == "name" for mention in self.members(number))

    def clash(self, one: int, other: int) -> bool:
        """True when the genders or countries told of two chains cannot be of one referent."""
        genders = {self.gender(one), self.gender(other)} - {None}
        countries = {self.country(one), self.country(other)} - {None}
        return len(genders) > 1 or len(countries) > 1

    def join(self, one: int, other: int) -> None:
        """One chain of two; the lower number stays."""
        keep, gone = sorted((self._chain[one], self._chain[other]))
        if keep == gone:
            return
        for member in self._members[gone]:
            self._chain[member] = keep
        self._members[keep].extend(self._members[gone])
        self._members[gone] = []
        self._genders[keep] = self._genders[keep] or self._genders[gone]


def joined_told(mentions: Iterable[Mention]) -> Told:
    """What all these mentions tell."""
    told = Told()
    for mention in mentions:
        told = told.joined(mention.told)
    return told
