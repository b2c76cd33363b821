"""Subjects and objects as meant: through passives, relative clauses, control and coordination."""

from hearsay.reading.events.arguments.coordination import coordinated
from hearsay.reading.events.arguments.parallel import goes_with
from hearsay.reading.events.arguments.party_nouns import Nouns
from hearsay.reading.events.candidates.event_lexicon import lexicon, words
from hearsay.rules import rule
from hearsay.syntax import Parse, Word

VERBAL = ("VERB", "AUX")
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_SUBJECT_CONTROL = frozenset({"promise", "vow", "threaten", "swear", "pledge"})
_ADDRESSED = frozenset(
    {"call", "appeal", "plead", "press", "push", "wait", "allow", "order", "ask", "tell"}
)
_OWN_DOING = frozenset({"thank", "win", "face", "take", "lose", "use", "spend", "suffer", "get"})
_CALLED = frozenset({"on", "upon", "for", "to"})  # before whom a call or an order is to
_NAMED = frozenset({"flat", "appos", "compound"})
_NEAR = 4  # tokens of a name before an "and"
_TAG = 8  # tokens of "R-S.C."
_DEEP = 6  # steps of control followed upwards


@rule("EVT-004")
def is_passive(tree: Parse, verb: int) -> bool:
    """True for a passive, for a past participle after a noun ("missiles launched by") and for one
    that completes a verb ("stands accused of")."""
    if Word(tree, verb).passive:
        return True
    token = tree.tokens[verb]
    if token.xpos != "VBN" or tree.kid(verb, "obj", "nsubj") is not None:
        return False
    return token.deprel == "acl" or (token.deprel == "xcomp" and tree.kid(verb, "aux") is None)


def particles(tree: Parse, verb: int) -> frozenset[str]:
    """Particles of a phrasal verb: "down" in "shot down", whatever the parser calls it."""
    found = set()
    for kid in tree.children[verb]:
        token = tree.tokens[kid]
        near = verb < kid <= verb + 4 and token.upos in ("ADP", "ADV")
        if token.deprel == "compound:prt" or (near and token.deprel in ("advmod", "obl", "case")):
            found.add(tree.lemma(kid))
    return frozenset(found & lexicon().particles)


def subjects(tree: Parse, nouns: Nouns, verb: int, depth: int = 0) -> tuple[int, ...]:
    """The heads of who does what the verb says; empty when it is not told."""
    if is_passive(tree, verb):
        agents = _agents(tree, nouns, verb)
        if not agents and depth < _DEEP and _is_caused(tree, verb):
            return subjects(tree, nouns, tree.tokens[verb].head, depth + 1)
        return spread(tree, agents)
    told = [*tree.kids(verb, "nsubj", "nsubj:outer", "csubj")]
    # Of several the nearest before the verb: the first may be a dateline's city.
    own = max((kid for kid in told if kid < verb), default=told[0] if told else seen(tree, verb))
    own = _before_teller(tree, verb) if own is None else _untagged(tree, own)
    if own is not None:
        meant = _antecedent(tree, nouns, verb, own)
        return (*_joined_before(tree, told, own), *spread(tree, (meant,)))
    return () if depth >= _DEEP else _controller(tree, nouns, verb, depth)


def _joined_before(tree: Parse, told: list[int], own: int) -> tuple[int, ...]:
    """The subject right before an "and" that another one stands behind, where the tree makes two
    of them: "Lim and President Petrov left"."""
    first = tree.low[own]
    link = first if tree.tokens[first].upos == "CCONJ" else first - 1
    linked = link > 0 and tree.tokens[link].upos == "CCONJ"
    beside = (kid for kid in told if kid < link <= kid + _NEAR) if linked else ()
    return tuple(k for k in beside if all(tree.tokens[n].upos == "PROPN" for n in range(k, link)))


def seen(tree: Parse, verb: int) -> int | None:
    """Who is seen at it, where the tree calls him the object: "saw soldiers beating a man"."""
    head = tree.head(verb)
    if head is None or tree.tokens[verb].xpos != "VBG" or tree.relation(verb) != "xcomp":
        return None
    return next((kid for kid in tree.kids(verb, "obj") if head < kid < verb), None)


def _before_teller(tree: Parse, verb: int) -> int | None:
    """The subject of a clause that stands before who tells it, where the tree hangs it on the
    telling: "The envoy on Monday met rebels, the palace said"."""
    head = tree.head(verb)
    if head is None or head < verb or tree.relation(verb) != "ccomp":
        return None
    told = list(tree.kids(head, "nsubj"))
    ahead = [kid for kid in told if kid < verb]
    return max(ahead) if ahead and len(ahead) < len(told) else None


def _untagged(tree: Parse, noun: int) -> int:
    """The person behind a tag of party and state that the tree takes for the subject: in
    "Ana Lim, D-N.Y., said" it is Lim."""
    comma = next((at for at in range(noun, max(0, noun - _TAG), -1) if tree.word(at) == ","), 0)
    if not comma or not _is_tag(tree, comma + 1, noun):
        return noun
    at = comma - 1
    while (head := tree.head(at)) is not None and head < at and tree.relation(at) in _NAMED:
        at = head
    return at if tree.tokens[at].upos == "PROPN" else noun


@rule("EVT-212")
def _is_tag(tree: Parse, first: int, last: int) -> bool:
    """True for the letters of a party and a state behind a comma: "R-Texas", "D-N.Y."."""
    hyphen = first + 1 <= last and tree.tokens[first + 1].text in ("-", "–")
    return hyphen and tree.tokens[first].text in words("noun_classes", "party_letters")


def _preposed(tree: Parse, verb: int, head: int) -> int | None:
    """The clause before who tells it, to which an adjunct there belongs: "Visiting the front, Lim
    praised the troops, the agency said"."""
    if tree.relation(verb) != "advcl" or verb > head:
        return None
    return next((kid for kid in tree.kids(head, "ccomp") if kid < head), None)


def _bare(tree: Parse, verb: int) -> int | None:
    """A common noun behind an active verb, owned and with no preposition, that the tree calls
    oblique: "laid down its arms"."""
    found = (
        kid for kid in tree.kids(verb, "obl") if kid > verb and tree.tokens[kid].upos == "NOUN"
    )
    return next(
        (n for n in found if not tree.case(n) and tree.kid(n, "nmod:poss") is not None), None
    )


def objects(tree: Parse, nouns: Nouns, verb: int, depth: int = 0) -> tuple[int, ...]:
    """The heads of whom or what it is done to; empty when it is not told."""
    token = tree.tokens[verb]
    if is_passive(tree, verb):
        own = tree.kid(verb, "nsubj:pass", "nsubj")
        if own is not None:
            return spread(tree, (_antecedent(tree, nouns, verb, own),))
        if token.deprel == "acl":
            return spread(tree, (token.head,))
        return () if depth >= _DEEP else _controller(tree, nouns, verb, depth)
    own = max(tree.kids(verb, "obj"), default=_bare(tree, verb))  # of two the last is given
    if own is not None:
        return spread(tree, (_antecedent(tree, nouns, verb, own),))
    if token.deprel == "acl:relcl" and gapped(tree, verb):
        return spread(tree, (token.head,))
    if token.deprel == "conj":
        shared = tree.kid(token.head, "obj") if tree.tokens[token.head].upos == "VERB" else None
        if shared is not None and shared > verb:
            return spread(tree, (shared,))
    return ()


@rule("EVT-005")
def gapped(tree: Parse, verb: int) -> bool:
    """True when a relative clause lacks its object: "the village (that) rebels attacked"."""
    subject = tree.kid(verb, "nsubj")
    told = subject is not None and tree.lemma(subject) not in _RELATIVE
    return told and tree.kid(verb, "obl", "ccomp", "xcomp") is None


def _antecedent(tree: Parse, nouns: Nouns, verb: int, noun: int) -> int:
    """What a relative pronoun stands for, else the noun itself."""
    if tree.lemma(noun) not in _RELATIVE or tree.tokens[noun].upos not in ("PRON", "DET", "SCONJ"):
        return noun
    for at in tree.climb(verb):
        if tree.tokens[at].deprel == "acl:relcl":
            head = tree.tokens[at].head
            who = _who(tree, nouns, head) if tree.lemma(noun) in ("who", "whom") else head
            return _one_of(tree, who)
    return noun


def _one_of(tree: Parse, noun: int) -> int:
    """Who is said to be one of those a noun names, else the noun: "Lim was one of the officers
    urging a raid"."""
    above = tree.head(noun)
    if above is None or tree.relation(noun) != "nmod" or tree.lemma(above) != "one":
        return noun
    subject = tree.kid(above, "nsubj")
    plain = tree.kid(above, "cop") is not None and tree.kid(above, "aux") is None
    denied = any(tree.lemma(kid) in ("not", "n't", "never") for kid in tree.kids(above, "advmod"))
    return subject if subject is not None and plain and not denied else noun


def _who(tree: Parse, nouns: Nouns, noun: int) -> int:
    """Those a "who" can stand for: after "the miners in that town, who" the miners."""
    at = noun
    for _ in range(_DEEP):
        if nouns.kinds(at).isdisjoint({"place", "state"}) or "person" in nouns.kinds(at):
            return at if nouns.is_agent(at) else noun
        head = tree.head(at)
        if head is None or tree.tokens[at].deprel != "nmod":
            return noun
        at = head
    return noun


def _agents(tree: Parse, nouns: Nouns, verb: int) -> tuple[int, ...]:
    """The by-phrase of a passive; "by Friday" and "by phone" are none."""
    found = [kid for kid in tree.kids(verb, "obl:agent", "obl") if tree.case(kid) == "by"]
    known = [kid for kid in found if tree.tokens[kid].deprel == "obl:agent" or nouns.actors(kid)]
    return tuple(known[:1])


def _controller(tree: Parse, nouns: Nouns, verb: int, depth: int) -> tuple[int, ...]:
    """The subject a verb without one of its own takes from what it hangs on."""
    token = tree.tokens[verb]
    head = tree.head(verb)
    if head is None:
        return ()
    if token.deprel == "conj" and (joined := goes_with(tree, verb)) != head:
        return () if joined is None else _shared(tree, nouns, joined, depth)
    clause = _preposed(tree, verb, head)
    if clause is not None:
        return subjects(tree, nouns, clause, depth + 1)
    above = tree.tokens[head]
    if _is_of_others(tree, verb, head) or _is_before_teller(tree, verb, head):
        return ()
    if token.deprel == "acl" and above.upos in ("NOUN", "PROPN", "PRON", "NUM"):
        return _of_noun(tree, nouns, verb, depth)
    if token.deprel in ("xcomp", "advcl", "conj", "acl") and above.upos in (*VERBAL, "ADJ", "NOUN"):
        passive = is_passive(tree, head)
        if _charged(tree, verb):
            return objects(tree, nouns, head, depth + 1)
        watched = token.xpos == "VBG" and tree.lemma(head) in words("modality", "seeing")
        if watched or (token.deprel == "xcomp" and tree.lemma(head) not in _SUBJECT_CONTROL):
            held = objects(tree, nouns, head, depth + 1) or _indirect(tree, head)
            if held:
                return held
        if passive:
            return objects(tree, nouns, head, depth + 1)
        if token.deprel == "conj" and not _clausal(tree, head):
            return ()
        return subjects(tree, nouns, head, depth + 1)
    if token.deprel == "advcl" or (token.deprel == "ccomp" and token.xpos == "VBG"):
        return subjects(tree, nouns, head, depth + 1)
    return ()


def _shared(tree: Parse, nouns: Nouns, verb: int, depth: int) -> tuple[int, ...]:
    """The subject of a verb as its clause has it, whoever acts."""
    look = objects if is_passive(tree, verb) else subjects
    return look(tree, nouns, verb, depth + 1)


@rule("EVT-156")
def _is_caused(tree: Parse, verb: int) -> bool:
    """True for what somebody has done by others: "ordered the troops pulled out"."""
    head = tree.head(verb)
    if head is None or tree.relation(verb) not in ("xcomp", "ccomp"):
        return False
    return tree.lemma(head) in words("modality", "causing") and tree.kid(verb, "aux") is None


@rule("EVT-006")
def _charged(tree: Parse, verb: int) -> bool:
    """ "accused the army of shelling", "barred him from leaving": who is accused or barred."""
    marks = {tree.lemma(kid) for kid in tree.kids(verb, "mark", "case")}
    if tree.tokens[verb].xpos != "VBG" or marks.isdisjoint({"of", "from", "for", "with"}):
        return False
    head = tree.tokens[verb].head
    return tree.kid(head, "obj", "nsubj:pass") is not None and tree.lemma(head) not in _OWN_DOING


@rule("EVT-007")
def _clausal(tree: Parse, number: int) -> bool:
    return tree.tokens[number].upos in VERBAL or tree.kid(number, "cop") is not None


def _of_noun(tree: Parse, nouns: Nouns, verb: int, depth: int) -> tuple[int, ...]:
    """Whose "plan to attack" it is; who the "militants attacking" are."""
    head = tree.tokens[verb].head
    infinitive = any(tree.lemma(kid) == "to" for kid in tree.kids(verb, "mark"))
    above = tree.head(head)
    if infinitive and tree.lemma(head) in words("modality", "addressing"):
        called = (kid for kid in tree.kids(head, "nmod") if tree.case(kid) in _CALLED)
        return spread(tree, tuple(called)[:1])
    if not infinitive and "policy" not in nouns.kinds(head):  # "signed a decree granting" signs
        return spread(tree, (_one_of(tree, head),))
    if owners := nouns.owners(head):
        return owners
    if nouns.is_agent(head):
        return (head,)
    if above is None or tree.tokens[above].upos != "VERB" or _judges(tree, above):
        return ()
    return subjects(tree, nouns, above, depth + 1)


# no rule: EVT-213 decides, this finds where the tree hangs the infinitive on the verb
def _is_of_others(tree: Parse, verb: int, head: int) -> bool:
    """True for "foiled a plot to attack": whose plot it was is not told."""
    held, mark = tree.kid(head, "obj"), tree.kid(verb, "mark")
    return held is not None and mark == tree.high[held] and _judges(tree, head)


@rule("EVT-214")
def _is_before_teller(tree: Parse, verb: int, head: int) -> bool:
    """True for an adjunct before who tells it, where what is told stands before it as well: after a
    quotation, "before going to Peru, the agency said" nobody but its subject goes."""
    if verb > head or tree.tokens[verb].deprel != "advcl":
        return False
    told = tree.kid(head, "ccomp", "obj", "xcomp", "obl")
    teller = tree.kid(head, "nsubj")
    behind = teller is not None and verb < teller < head
    return (
        behind
        and told is None
        and tree.lemma(head) in words("modality", "future_in_past", "speech")
    )


@rule("EVT-213")
def _judges(tree: Parse, verb: int) -> bool:
    """True for a verb that meets what others mean to do: "backed a plan to", "foiled a plot to"."""
    return tree.lemma(verb) in words("modality", "judging")


def _indirect(tree: Parse, verb: int) -> tuple[int, ...]:
    """Whom the verb addresses: an indirect object, "call on X to"."""
    found = [*tree.kids(verb, "iobj")]
    if tree.lemma(verb) in _ADDRESSED:
        cases = ("on", "upon", "with", "for", "to")
        found += [kid for kid in tree.kids(verb, "obl") if tree.case(kid) in cases]
    return spread(tree, tuple(found[:1]))


def spread(tree: Parse, heads: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(each for head in heads for each in coordinated(tree, head))
