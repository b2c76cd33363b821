"""Support verbs: "carried out an attack", "talks were held", "claimed responsibility for"."""

from hearsay.reading.events.arguments.control import VERBAL, gapped, is_passive, particles
from hearsay.reading.events.candidates.event_lexicon import lexicon, words
from hearsay.rules import rule
from hearsay.syntax import Parse

_BEFALLING = ("support_verbs", "befalling")


def support(tree: Parse, noun: int) -> list[tuple[int, str]]:
    """Support verbs of a noun with what their subject is: perform, undergo or occur."""
    token = tree.tokens[noun]
    found: list[tuple[int, str]] = []
    head = tree.head(noun)
    if head is not None:
        at = _round(tree, _conjunct_head(tree, noun))
        role = _support_role(tree, tree.tokens[at].head, at, noun)
        if role:
            found.append((tree.tokens[at].head, role))
        elif _strikes(tree, head, noun):
            found.append((head, "occur"))
        elif token.deprel == "nmod" and tree.case(noun) == "for":
            found += _responsible(tree, head)
    for kid in tree.kids(noun, "acl", "acl:relcl"):
        lemma = tree.lemma(kid)
        if _struck(tree, kid, noun):
            found.append((kid, "occur"))
        elif is_passive(tree, kid) and _listed(tree, kid, lemma, "perform"):
            found.append((kid, "perform"))
        elif not is_passive(tree, kid) and _listed(tree, kid, lemma, "occur"):
            found.append((kid, "occur"))
        elif _whose_object(tree, kid) and _listed(tree, kid, lemma, "perform"):
            found.append((kid, "perform"))
    return found


@rule("EVT-100")
def _strikes(tree: Parse, verb: int, noun: int) -> bool:
    """True for a verb that says what a disaster did: "the quake killed five", "killed in it"."""
    if not _struck(tree, verb, noun):
        return False
    passive, relation = is_passive(tree, verb), tree.tokens[noun].deprel
    if relation == "nsubj" and not passive:
        return True
    within = tree.case(noun) in words(*_BEFALLING, "within")
    return relation.startswith("obl") and within and (passive or tree.lemma(verb) == "die")


@rule("EVT-101")
def _struck(tree: Parse, verb: int, noun: int) -> bool:
    """True for a noun that may name a disaster or an accident, with a verb for what these do."""
    near = (noun, *tree.kids(noun, "compound", "nmod:desc", "flat"))  # "Hurricane Ada"
    types = {kind for at in near for kind in lexicon().types.get(tree.lemma(at), ())}
    harmful = not types.isdisjoint(words(*_BEFALLING, "types"))
    does = tree.tokens[verb].upos in VERBAL and tree.lemma(verb) in words(*_BEFALLING, "verbs")
    return harmful and does


@rule("EVT-040")
def _whose_object(tree: Parse, verb: int) -> bool:
    """ "the talks that Egypt held": the relative clause lacks its object."""
    relative = tree.tokens[verb].deprel == "acl:relcl" and tree.kid(verb, "nsubj") is not None
    return relative and gapped(tree, verb)


def _conjunct_head(tree: Parse, noun: int) -> int:
    """The first of coordinated nouns: in "attacks and raids" both are carried out."""
    at = noun
    while tree.tokens[at].deprel == "conj" and tree.tokens[tree.tokens[at].head].upos == "NOUN":
        at = tree.tokens[at].head
    return at


def _round(tree: Parse, noun: int) -> int:
    """The noun that stands for it: "round" in "a fifth round of talks"."""
    head = tree.head(noun)
    counted = head is not None and tree.tokens[noun].deprel == "nmod" and tree.case(noun) == "of"
    if (
        head is not None
        and counted
        and tree.lemma(head) in words("event_order", "ordinals", "rounds")
    ):
        return head
    return noun


def _support_role(tree: Parse, verb: int, noun: int, trigger: int) -> str:
    relation, token = tree.tokens[noun].deprel, tree.tokens[verb]
    if token.upos not in VERBAL or verb == noun:
        return ""
    lemma, passive = tree.lemma(verb), is_passive(tree, verb)
    if (relation == "obj" and not passive) or (relation in ("nsubj:pass", "nsubj") and passive):
        for role in ("perform", "undergo"):
            if _listed(tree, verb, lemma, role):
                return role
        return "perform" if _limited(tree, verb, lemma, trigger) else ""
    if relation == "nsubj" and _listed(tree, verb, lemma, "occur"):
        return "occur"
    if relation == "obl":
        case = tree.case(noun)
        with_case = f"{lemma}+{case}"
        if with_case in words("support_verbs", "perform"):
            return "perform"
        if with_case in words("support_verbs", "others", "undergo"):
            return "undergo"
        return "perform" if _limited_phrase(tree, with_case, trigger) else ""
    return ""


@rule("EVT-041")
def _negated(tree: Parse, verb: int) -> bool:
    return any(tree.lemma(kid) in ("not", "n't", "never") for kid in tree.kids(verb, "advmod"))


@rule("EVT-042")
def _limited(tree: Parse, verb: int, lemma: str, noun: int) -> bool:
    return not particles(tree, verb) and _limited_phrase(tree, lemma, noun)


@rule("EVT-043")
def _limited_phrase(tree: Parse, phrase: str, noun: int) -> bool:
    if _negated(tree, tree.tokens[_conjunct_head(tree, noun)].head):
        return False
    allowed = words("support_verbs", "limited", phrase)
    return not allowed.isdisjoint(lexicon().types.get(tree.lemma(noun), frozenset()))


@rule("EVT-044")
def _listed(tree: Parse, verb: int, lemma: str, role: str) -> bool:
    """True when the verb, with its particle or its fixed object, supports nouns in this role."""
    listed = words("support_verbs", role) or words("support_verbs", "others", role)
    told = particles(tree, verb)
    if told:
        return any(f"{lemma}+{particle}" in listed for particle in told)
    held = tree.kid(verb, "obj")
    if role == "occur" and held is not None:
        return f"{lemma}+{tree.lemma(held)}" in listed
    return lemma in listed


def _responsible(tree: Parse, head: int) -> list[tuple[int, str]]:
    """ "claimed responsibility for the attack": the claimant did it."""
    verb = tree.head(head)
    if verb is None or tree.lemma(head) not in words("support_verbs", "others", "responsible"):
        return []
    if tree.lemma(verb) not in words("support_verbs", "others", "responsible_verbs"):
        return []
    return [(verb, "perform")]
