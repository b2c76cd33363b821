"""Whether a capital stands for the government that sits there: "Tehran said", not "in Tehran"."""

from functools import cache

from hearsay.ontology import table
from hearsay.rules import rule
from hearsay.syntax import Parse

_AFTER_PLACE = frozenset({",", "(", "-", "–", "—", "--", "/", ":"})


@cache
def _words(part: str, key: str) -> frozenset[str]:
    return frozenset(
        word.strip() for word in table("metonyms")[part][key].replace("\n", " ").split(",")
    )


@rule("NAM-014")
def governs(tree: Parse, number: int) -> bool:
    """True when the capital that hangs by token `number` acts or is dealt with as a state."""
    case = tree.case(number)
    if not case:
        number = next(
            (step for step in tree.climb(number) if tree.relation(step) != "conj"), number
        )
        case = tree.case(number)
    token = tree.tokens[number]
    relation = token.deprel
    if case:
        return _after_preposition(tree, number, case)
    lemma = tree.lemma(token.head)
    if relation == "nsubj":
        return _acts(tree, token.head)
    objects = [kid for kid in tree.children[token.head] if tree.tokens[kid].deprel == "obj"]
    if relation == "iobj" or (relation == "obj" and objects[0] == number < objects[-1]):
        return True  # "left London no choice"
    if relation in ("nsubj:pass", "obj"):
        return lemma in _words("object", "government")
    if relation == "nmod:poss":
        return lemma in _words("possessor", "government")
    return False


@rule("NAM-015")
def _acts(tree: Parse, verb: int) -> bool:
    """True when the verb is one of deeds or words, not of what cities do."""
    if tree.kid(verb, "cop") is not None:
        return tree.tokens[verb].upos == "ADJ"
    return tree.tokens[verb].upos == "VERB" and (tree.lemma(verb) not in _words("subject", "place"))


@rule("NAM-016")
def _after_preposition(tree: Parse, number: int, case: str) -> bool:
    if case in _words("preposition", "place"):
        return False
    if case in _words("preposition", "government"):
        return case != "by" or tree.tokens[number].deprel in ("obl:agent", "obl", "nmod")
    if case in _words("preposition", "by_word"):
        return tree.lemma(tree.tokens[number].head) in _words("preposition", "words")
    return False


@rule("NAM-017")
def datelined(tree: Parse, number: int) -> bool:
    """True for the place in capitals at the head of "NAIROBI, March 3 (AP) -"."""
    text = tree.tokens[number].text
    opens = tree.opening(number) == number
    return opens and text.isupper() and tree.word(number + 1) in _AFTER_PLACE
