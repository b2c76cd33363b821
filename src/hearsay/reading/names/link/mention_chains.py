"""The chains of a page while they are being linked: sets of mentions, and what is known of each."""

from collections.abc import Iterable

from hearsay.model.mention_vocabulary import Gender
from hearsay.reading.names.classify.posts import Post
from hearsay.reading.names.mention import Mention
from hearsay.rules import rule


class Chains:
    """Mentions by number, joined into chains. The mentions stand in the order of the text."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.mentions = tuple(mentions)
        self._chain = list(range(len(self.mentions)))
        self._members = [[number] for number in self._chain]
        self._genders = [mention.told.gender for mention in self.mentions]
        self._countries = [mention.told.country for mention in self.mentions]
        self._posts = [mention.told.posts for mention in self.mentions]
        self._named = [mention.form == "name" for mention in self.mentions]
        self._met = [0] * len(self.mentions)
        self.content: dict[int, frozenset[str]] = {}  # words of a mention that say who, as asked
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

    def gender(self, number: int) -> Gender | None:
        """The gender told of the chain: m, f or nothing."""
        return self._genders[self._chain[number]]

    def tell_gender(self, number: int, gender: Gender) -> None:
        self._genders[self._chain[number]] = gender

    def posts(self, number: int) -> tuple[Post, ...]:
        """The offices told of the chain."""
        return self._posts[self._chain[number]]

    def country(self, number: int) -> str | None:
        """The country told of the chain."""
        return self._countries[self._chain[number]]

    def named(self, number: int) -> bool:
        return self._named[self._chain[number]]

    def meet(self, number: int) -> None:
        """Counts one more mention of the chain as met on the way through the page."""
        self._met[self._chain[number]] += 1

    def met(self, number: int) -> int:
        return self._met[self._chain[number]]

    def clash(self, one: int, other: int) -> bool:
        """True when the genders or countries told of two chains cannot be of one referent."""
        return _differ(self.gender(one), self.gender(other)) or _differ(
            self.country(one), self.country(other)
        )

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
        self._countries[keep] = self._countries[keep] or self._countries[gone]
        self._posts[keep] = tuple(dict.fromkeys((*self._posts[keep], *self._posts[gone])))
        self._named[keep] = self._named[keep] or self._named[gone]
        self._met[keep] += self._met[gone]


@rule("NAM-007")
def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other
