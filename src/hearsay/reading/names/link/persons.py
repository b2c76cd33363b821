"""Which names on a page are one person's: full names, surnames, initials, short forms."""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import TypeAlias, get_args

from rapidfuzz.distance import OSA

from hearsay.model.mention_vocabulary import Gender
from hearsay.ontology import known_word, rows, table
from hearsay.reading.names.classify.posts import same_post
from hearsay.reading.names.link.mention_chains import Chains
from hearsay.reading.names.mention import Mention
from hearsay.rules import rule
from hearsay.syntax import Parse

Words: TypeAlias = tuple[str, ...]

_ARTICLES = frozenset({"al", "el", "ul", "as", "ash", "an", "ar"})  # dropped inside Arabic names
_LEAST_FOR_VARIANT = 5  # letters of a surname that may be spelt in two ways
_BLOCK = 2  # letters that two spellings share at least
_MOST = 100  # names that a name is compared with: a page of news has fewer of one surname


def link_persons(chains: Chains, tree: Parse) -> None:
    """Joins the names of one person; a word shared by several persons is joined to none."""
    names = {
        number: name_words(tree, mention)
        for number, mention in enumerate(chains.mentions)
        if mention.kind == "person" and mention.form == "name"
    }
    for number, words in names.items():
        if len(words) > 1:
            _tell_gender(chains, tree, number, several=True)
    _link_full(chains, {n: words for n, words in names.items() if len(words) > 1})
    _link_short(chains, names, _relatives(chains, tree, names))
    for number in names:
        _tell_gender(chains, tree, number, several=False)


def _tell_gender(chains: Chains, tree: Parse, number: int, *, several: bool) -> None:
    """Takes the gender of a known given name: at the head of a full name, or, where no full name is
    linked, a woman's alone (a man's is too often a surname: "Howard")."""
    if chains.gender(number) is not None:
        return
    first = chains.mentions[number].core_first
    gender = _genders().get(fold(tree.tokens[first].text))
    if gender is not None and (several or gender == "f"):
        chains.tell_gender(number, gender)


def name_words(tree: Parse, mention: Mention) -> Words:
    """The words of a bare name, folded, without generation, hyphens and Arabic articles.

    "Lloyd J. Austin III" gives lloyd, j, austin.
    """
    suffixes = table("name_forms")["suffixes"]
    words = [fold(tree.tokens[n].text) for n in range(mention.core_first, mention.core_last)]
    kept = [word for word in words if any(c.isalnum() for c in word)]
    plain = [word for word in kept if word not in suffixes and word not in _ARTICLES]
    return _of_descent(plain or kept or words)


def _of_descent(words: list[str]) -> Words:
    """The words with each word of descent tied to the father's name, which alone is the father.

    >>> _of_descent(["omar", "bin", "faisal"])
    ('omar', 'bin faisal')
    """
    descent, made, tied = table("name_forms")["descent"], list[str](), ""
    for word in words:
        if word in descent and len(words) > 1:
            tied += f"{word} "
        else:
            made.append(tied + word)
            tied = ""
    return tuple(made) or tuple(words)


@cache
def fold(word: str) -> str:
    """Lower case, no accents, no dots.

    >>> fold("Élysée")
    'elysee'
    """
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join(c for c in plain if not unicodedata.combining(c) and c != ".")


@cache
def _genders() -> dict[str, Gender]:
    """Genders of given names, and of the short forms of names that all tell the same."""
    told = {fold(row["name"]): _gender_of(row) for row in rows("given_names")}
    more: dict[str, set[Gender]] = defaultdict(set)
    for names in table("name_forms")["short"]:
        for name in names:
            more[name].update(gender for each in names if (gender := told.get(each)))
    short = {name: min(own) for name, own in more.items() if len(own) == 1}
    short = {name: gender for name, gender in short.items() if name not in _ARTICLES}
    return {name: gender for name, gender in {**short, **told}.items() if gender}


def _gender_of(row: Mapping[str, str]) -> Gender | None:
    if not row["gender"]:
        return None
    gender: Gender = known_word(row["gender"], get_args(Gender), "given_names.tsv", row["name"])
    return gender


@cache
def _short_forms() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = defaultdict(set)
    for number, names in enumerate(table("name_forms")["short"]):
        for name in names:
            groups[name].add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


@rule("NAM-024")
def same_given(one: str, other: str) -> bool:
    """True for equal names, initials and short forms.

    >>> same_given("joe", "joseph"), same_given("j", "joseph"), same_given("john", "joseph")
    (True, True, False)
    """
    if one == other or (1 in (len(one), len(other)) and one[0] == other[0]):
        return True
    groups = _short_forms()
    return bool(groups.get(one, frozenset()) & groups.get(other, frozenset()))


@rule("NAM-025")
def same_person(one: Words, other: Words) -> bool:
    """True when two full names may be one person's.

    >>> same_person(("lloyd", "j", "austin"), ("lloyd", "austin"))
    True
    >>> same_person(("george", "h", "w", "bush"), ("george", "w", "bush"))
    False
    """
    short, full = sorted((one, other), key=len)
    if full[-len(short) :] == short:
        return not (len(full) > len(short) == 2 and len(short[0]) == 1)
    if not same_given(one[0], other[0]) or not _same_surname(one[-1], other[-1]):
        return False
    if one[-1] != other[-1] and one[0] != other[0]:
        return False
    middles = (one[1:-1], other[1:-1])
    return not all(middles) or (
        len(middles[0]) == len(middles[1])
        and all(same_given(a, b) for a, b in zip(*middles, strict=True))
    )


@rule("NAM-026")
def _same_surname(one: str, other: str) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) >= _LEAST_FOR_VARIANT and OSA.distance(one, other) == 1


def _link_full(chains: Chains, names: dict[int, Words]) -> None:
    """Joins full names; each is compared with those that share its surname, and with those of the
    same first word whose surname begins alike."""
    equal: dict[tuple[Words, str | None], int] = {}
    place: dict[int, int] = {}  # of each name so far, in the order compared
    heads: dict[Words, list[int]] = defaultdict(list)
    for number, words in sorted(names.items(), key=lambda item: (-len(item[1]), item[0])):
        twin = equal.setdefault((words, chains.gender(number)), number)
        if twin != number:
            chains.join(number, twin)
            continue
        keys = ((words[-1],), (words[0], words[-1][:_BLOCK]))
        block = {head for key in keys for head in heads[key][-_MOST:]}
        found = [
            head
            for head in sorted(block, key=place.__getitem__)
            if same_person(words, names[head]) and not _different(chains, number, head)
        ]
        if len({chains.chain(head) for head in found}) == 1:
            chains.join(number, found[0])
        place[number] = len(place)
        for key in keys:
            heads[key].append(number)


@rule("NAM-027")
def _different(chains: Chains, one: int, other: int) -> bool:
    genders = chains.gender(one), chains.gender(other)
    return None not in genders and genders[0] != genders[1]


class _PersonIndex:
    """Full names of a page by their last and first words, the first of each person by each word."""

    def __init__(self, chains: Chains, names: dict[int, Words]) -> None:
        self.names = names
        self._equal: dict[tuple[int, str], list[int]] = defaultdict(list)
        self._alike: dict[str, list[int]] = defaultdict(list)
        met: set[tuple[int, str, int]] = set()
        for number, words in sorted(names.items()):
            for part in (-1, 0) if len(words) > 1 else ():
                if (part, words[part], chains.chain(number)) in met:
                    continue
                met.add((part, words[part], chains.chain(number)))
                self._equal[part, words[part]].append(number)
                if part == -1:
                    self._alike[words[part][:_BLOCK]].append(number)

    def equal(self, part: int, word: str) -> list[int]:
        """Names of persons whose first (0) or last (-1) word it is."""
        return self._equal[part, word][:_MOST]

    def alike(self, word: str) -> list[int]:
        """Names of persons whose surname begins as it does."""
        return self._alike[word[:_BLOCK]][:_MOST]


def _link_short(chains: Chains, names: dict[int, Words], relatives: frozenset[int]) -> None:
    """Joins single words to the one full name that holds them, or to one another.

    Whom a page knows by an office and a surname is none of that name in another office, and no
    relative; nor is the surname alone, from there on.
    """
    index = _PersonIndex(chains, names)
    lone: dict[str, dict[Gender | None, int]] = defaultdict(dict)
    holders: dict[str, int] = {}
    for number, words in sorted(names.items()):
        if len(words) > 1:
            continue
        if _holds_office(chains, number):
            holders.setdefault(words[0], number)
        holder = holders.get(words[0], number)
        owner = _owner(chains, index, number, words[0], holder, relatives)
        if owner is None:
            owner = _namesake(lone[words[0]], number, chains.mentions[number].told.gender)
        chains.join(number, owner)


def _namesake(met: dict[Gender | None, int], number: int, gender: Gender | None) -> int:
    """The first mention by this single name with this gender, or with none where none is told:
    "King Faisal" and "Faisal" are one, unless a "Queen" of that name is told as well."""
    if gender is None and None not in met and len(met) == 1:
        return next(iter(met.values()))
    return met.setdefault(gender, met.get(None, number))


def _relatives(chains: Chains, tree: Parse, names: Mapping[int, Words]) -> frozenset[int]:
    """The chains of full names that the page calls a relative: "his wife, Anna Reiter"."""
    kin = frozenset(table("groups")["kin"]["words"])
    return frozenset(
        chains.chain(number)
        for number, words in names.items()
        if len(words) > 1 and _is_called(tree, chains.mentions[number], kin)
    )


@rule("NAM-154")
def _is_called(tree: Parse, mention: Mention, kin: frozenset[str]) -> bool:
    """True where a noun of kinship stands in apposition to a name, or right before it."""
    head = mention.head
    above = tree.head(head)
    beside = [kid for kid in tree.children[head] if tree.relation(kid) == "appos"]
    if above is not None and tree.relation(head) in ("appos", "flat"):
        beside.append(above)
    near = [at for at in (mention.core_first - 1,) if at >= 0 and at in tree.children[head]]
    return any(tree.lemmas[at] in kin for at in (*beside, *near))


@rule("NAM-155")
def _holds_office(chains: Chains, number: int) -> bool:
    """True for a mention with an office that one person holds: "President Reiter"."""
    alone = table("unique_offices")["alone"]
    return any(not field and head in alone for head, field in chains.mentions[number].told.posts)


@rule("NAM-156")
def _another_holder(chains: Chains, holder: int, other: int, relatives: frozenset[int]) -> bool:
    """True where the full name has another office than the holder's, or is a relative's."""
    if not _holds_office(chains, holder) or _same_office(chains, holder, other):
        return False
    return bool(chains.posts(other)) or chains.chain(other) in relatives


def _owner(
    chains: Chains,
    index: _PersonIndex,
    number: int,
    word: str,
    holder: int,
    relatives: frozenset[int],
) -> int | None:
    """A mention of the one person on the page who goes by this word; `holder` is the mention, or
    the one before it with this surname and an office."""
    for part in (-1, 0):
        owners = {
            chains.chain(other): other
            for other in reversed(_going_by(chains, index, number, (part, word)))
            if not _different(chains, number, other)
            and not _another_holder(chains, holder, other, relatives)
        }
        if len(owners) > 1:
            owners = _narrowed(chains, number, owners)
        if owners:
            return next(iter(owners.values())) if len(owners) == 1 else None
    return None


def _going_by(
    chains: Chains, index: _PersonIndex, number: int, where: tuple[int, str]
) -> list[int]:
    """Names with the same word, and those of the same office with another spelling of it."""
    part, word = where
    equal = index.equal(part, word)
    if part == 0 or not chains.mentions[number].told.posts:
        return equal
    spelt = [
        other
        for other in index.alike(word)
        if index.names[other][part] != word
        and _same_surname(index.names[other][part], word)
        and _same_office(chains, number, other)
    ]
    return sorted([*equal, *spelt])


@rule("NAM-028")
def _same_office(chains: Chains, one: int, other: int) -> bool:
    posts = chains.mentions[one].told.posts
    return bool(posts) and any(same_post(a, b) for a in posts for b in chains.posts(other))


def _narrowed(chains: Chains, number: int, owners: dict[int, int]) -> dict[int, int]:
    """Of several persons with one surname, those with the office told, else those met before."""
    same = {chain: n for chain, n in owners.items() if _same_office(chains, number, n)}
    return same or {chain: n for chain, n in owners.items() if chain < number}
