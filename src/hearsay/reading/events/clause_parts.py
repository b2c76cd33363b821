"""The clause that tells an event, taken apart: who, which verb, and what completes it."""

from collections.abc import Iterator
from dataclasses import replace

from hearsay.model import ClausePart, ClauseParts
from hearsay.model.vocabulary import Status
from hearsay.reading.events.arguments.control import VERBAL, is_passive
from hearsay.reading.events.candidates.event_lexicon import words
from hearsay.reading.events.candidates.trigger import TriggerCandidate
from hearsay.reading.events.clause_words import (
    earlier_words,
    is_absolute,
    is_bare,
    is_gerund,
    is_set_off,
    phrase_words,
)
from hearsay.reading.events.noun_parts import noun_parts
from hearsay.reading.events.page_context import PageContext
from hearsay.reading.events.phrase_parts import (
    NOMINAL,
    head_told,
    is_relative,
    is_several,
    phrase_part,
)
from hearsay.syntax import Parse

_MODALS = {"wo": "will", "'ll": "will", "’ll": "will", "ca": "can", "'d": "would", "’d": "would"}
_NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
_STATUSES = ("planned", "threatened", "denied", "unconfirmed")
_HUNG = frozenset({"xcomp", "obj", "nsubj:pass", "ccomp", "obl"})
_HELD = frozenset({"obj", "obl", "nsubj", "nsubj:pass"})
_SHARED = frozenset({"conj", "advcl"})


def clause_parts(page: PageContext, found: TriggerCandidate, status: Status) -> ClauseParts | None:
    """The parts of the clause that tells the event; None where it has no verb of its own."""
    tree = page.tree
    top, carries = _governed(tree, _predicate(tree, found), status)
    if found.nominal and top == found.trigger:
        return noun_parts(page, found)
    verb, complement = _verb(tree, top)
    # A tagger may take "convicted him" for a participle.
    active = tree.kid(top, "obj") is not None and tree.kid(top, "aux:pass") is None
    passive = is_passive(tree, top) and not active
    tense = _tense(tree, top)
    subject = _subject(page, found, top, passive)
    completing = ((late, _told_whole(page, found, top, part)) for late, part in _parts(page, top))
    told = [*completing, *_taken(page, found, top, passive), *_doubts(page, top)]
    parts = sorted(told, key=lambda part: (part[0], part[1].spans[0].start))
    if any(part.slot in ("object", "given") for _, part in parts):
        parts = [each for each in parts if each[1].slot != "content"]
    rest = _apart([part for _, part in parts])
    if complement:
        inside = ClausePart("predicate", phrase_words(page, top, _without(tree, top)))
        rest = (inside, *rest)
    negated = any(tree.lowered[kid] in _NEGATIONS for kid in tree.kids(top, "advmod"))
    return ClauseParts(verb, tense, passive, negated, carries, subject, rest)


def _told_whole(
    page: PageContext, found: TriggerCandidate, top: int, part: ClausePart
) -> ClausePart:
    """The part; an object of which the page said more before, in the words it used there."""
    head = page.tree.kid(top, "obj") if part.slot == "object" else None
    return part if head is None or head == found.trigger else _named_before(page, part, head)


def _named_before(page: PageContext, part: ClausePart, head: int) -> ClausePart:
    """The part in the words that the page used before for its head: "the flight ban"."""
    spans = earlier_words(page, head)
    return replace(part, spans=spans, bare=True) if spans else part


def _apart(parts: list[ClausePart]) -> tuple[ClausePart, ...]:
    """The parts, those joined whose words stand between one another's: where a parser hangs one
    phrase on two words, its words stay in the order of the page."""
    made: list[ClausePart] = []
    for part in parts:
        last = made[-1] if made else None
        crossed = last is not None and part.spans[0].start < last.spans[-1].start
        if last is None or not crossed or last.spans[0].start > part.spans[0].start:
            made.append(part)
        else:
            spans = sorted((*last.spans, *part.spans), key=lambda span: span.start)
            made[-1] = replace(last, spans=tuple(spans), needed=last.needed or part.needed)
    return tuple(made)


def _predicate(tree: Parse, found: TriggerCandidate) -> int:
    """The verb of the clause: the trigger, the verb it helps, or the verb that carries a noun."""
    top = found.trigger
    above = tree.head(top)
    if above is not None and tree.relation(top) == "aux":
        return above
    held = (at for at in found.valency.carriers[1:] if tree.below(top, at) and at != top)
    carrier = next(held, top)
    if carrier != top and tree.kid(carrier, "expl") is not None:
        return top  # "there was an attack" is told as its noun is
    doing = found.nominal and carrier == top and above is not None
    return above if doing and above is not None and _does(tree, top, above) else carrier


# no rule: a look-up of verbs
def _does(tree: Parse, noun: int, verb: int) -> bool:
    """True for a verb that tells what an event did: "the storm destroyed the harbour"."""
    if tree.tokens[noun].deprel != "nsubj" or tree.tokens[verb].upos not in VERBAL:
        return False
    return tree.lemma(verb) in words("sentences", "effects")


def _governed(tree: Parse, top: int, status: Status) -> tuple[int, bool]:
    """The verb that says how real the event is, where it has words of its own for that: "vowed to
    strike", "called off the visit", "foiled a plot to strike"; and whether it does."""
    if status not in _STATUSES:
        return top, False
    if _says(tree, top, status):
        return top, True
    head = _governor(tree, top, status)
    if head is None or tree.tokens[head].upos not in VERBAL:
        return top, False
    return (head, True) if _says(tree, head, status) else (top, False)


def _governor(tree: Parse, top: int, status: str) -> int | None:
    """The word that governs a verb or a noun, past the noun on which an infinitive hangs."""
    head = tree.head(top)
    if head is None:
        return None
    relation = tree.tokens[top].deprel
    if status == "unconfirmed":
        held = relation == "xcomp" or (relation == "advcl" and tree.kid(top, "mark") is not None)
        return head if held and tree.tokens[top].upos in VERBAL else None
    if relation in _HUNG:
        return head
    infinitive = tree.word(top - 1) == "to"
    if infinitive and relation == "advcl" and tree.kid(head, "obj") is not None:
        return head  # a parser may hang "to strike" on the verb
    if infinitive and tree.relation(top) == "acl" and tree.tokens[head].deprel in _HELD:
        return tree.head(head)
    return None


# no rule: a look-up of governors
def _says(tree: Parse, verb: int, status: Status) -> bool:
    """True for a verb that gives this status to what hangs on it."""
    lemma = tree.lemma(verb)
    listed = words("modality", "governors", status)
    told = {f"{lemma}+{tree.lemma(kid)}" for kid in tree.kids(verb, "compound:prt")}
    told |= {f"{lemma}+passive"} if is_passive(tree, verb) else set()
    return tree.tokens[verb].upos in VERBAL and (lemma in listed or not told.isdisjoint(listed))


def _verb(tree: Parse, top: int) -> tuple[str, bool]:
    """The lemma of the verb; "be" and True where the predicate is none."""
    verbal = tree.tokens[top].upos in VERBAL
    if verbal and (tree.kid(top, "cop") is None or tree.tokens[top].xpos == "VB"):
        return tree.lemma(top), False
    return "be", True


def _tense(tree: Parse, top: int) -> str:
    """The tense of the clause in a word: the modal, "perfect", "progressive", "past", "present"."""
    helpers = [kid for kid in tree.dependents(top, "aux", "cop") if kid < top or kid > top]
    lowered = [_MODALS.get(tree.lowered[kid], tree.lowered[kid]) for kid in helpers]
    modal = next((lowered[i] for i, kid in enumerate(helpers) if tree.tokens[kid].xpos == "MD"), "")
    if modal:
        return modal
    tags = {tree.tokens[kid].xpos for kid in helpers}
    own = tree.tokens[top].xpos
    if any(tree.lemma(kid) == "have" for kid in helpers):
        return "past" if "VBD" in tags else "perfect"
    if not tags.isdisjoint({"VBZ", "VBP"}):
        return "progressive" if own == "VBG" else "present"
    if "VBD" in tags or own == "VBD":
        return "past"
    return "present" if own in ("VBZ", "VBP") and not helpers else ""


def _subject(
    page: PageContext, found: TriggerCandidate, top: int, passive: bool
) -> ClausePart | None:
    """Who stands as the subject: the clause's own, or the noun that the tree leads to."""
    tree = page.tree
    own = tree.kid(top, "nsubj:pass") if passive else None
    own = tree.kid(top, "nsubj", "nsubj:outer") if own is None else own
    heads: tuple[int, ...] = () if own is None else (own,)
    if own is None or is_relative(tree, own):
        heads = _meant(page, found, top, passive)
    if not heads or min(heads) == top:
        return None
    head = min(heads)
    if is_relative(tree, head):
        return None  # "it is unclear who fired"
    spans = phrase_words(page, head, _outside(tree, head, top))
    if not spans:
        return None
    plural = len(heads) > 1 or is_several(tree, head)
    made = ClausePart("subject", spans, plural=plural, bare=is_bare(page, head))
    return _named_before(page, made, head) if passive and head != found.trigger else made


def _outside(tree: Parse, head: int, top: int) -> tuple[int, ...]:
    """The words under a head that are none of it where it stands in another clause than its own:
    "but not of the type" of "but not of the type that was banned"."""
    before = [kid for kid in tree.dependents(head, "case", "cc", "advmod") if kid < head]
    loose = [
        kid
        for kid in before
        if tree.relation(kid) != "advmod"
        or tree.lowered[kid] in _NEGATIONS
        or tree.below(top, head)
    ]
    if not tree.below(top, head):
        return tuple(loose)
    between = [each for each in tree.climb(top) if tree.below(each, head) and each != head]
    clauses = [each for each in between if tree.relation(each) == "acl"]
    return (*loose, (clauses or between)[-1])


def _taken(
    page: PageContext, found: TriggerCandidate, top: int, passive: bool
) -> Iterator[tuple[int, ClausePart]]:
    """The object that a relative clause has in another clause: "the envoy whom they expelled"."""
    tree = page.tree
    head = tree.head(top)
    if passive or head is None or tree.relation(top) != "acl" or tree.kid(top, "mark"):
        return
    relative = tree.kid(top, "obj")
    subject = tree.kid(top, "nsubj")
    if relative is None:
        meant = found.trigger == top and head in found.valency.slots["o"]
        held = meant and subject is not None and not is_relative(tree, subject)
    else:
        held = is_relative(tree, relative)
    predicate = tree.dependent(head, "nsubj", "cop") is not None  # "that is what they want"
    if not held or predicate or tree.tokens[head].upos not in NOMINAL:
        return
    spans = phrase_words(page, head, _outside(tree, head, top))
    if spans:
        yield (
            0,
            ClausePart("object", spans, plural=is_several(tree, head), bare=is_bare(page, head)),
        )


def _doubts(page: PageContext, top: int) -> Iterator[tuple[int, ClausePart]]:
    """The doubt that a verb shares with the one above: "allegedly stole a car and fled"."""
    tree = page.tree
    listed = words("sentences", "doubts")
    own = any(tree.lowered[kid] in listed for kid in tree.children[top])
    for at in tree.climb(top):
        head = tree.head(at)
        if own or head is None or tree.relation(at) not in _SHARED or at < head:
            return
        for kid in tree.kids(head, "advmod"):
            if kid < head and tree.lowered[kid] in listed:
                span = page.document.span(tree.starts[kid], tree.ends[kid])
                yield -1, ClausePart("adverb", (span,))
                return


def _meant(page: PageContext, found: TriggerCandidate, top: int, passive: bool) -> tuple[int, ...]:
    """The subject that a relative or a participle has in another clause."""
    tree = page.tree
    if tree.relation(top) == "acl":  # "troops sent to the border", "the man who fled"
        relative = tree.kid(top, "nsubj", "nsubj:pass")
        own = passive or relative is not None or tree.tokens[top].xpos == "VBG"
        head = tree.head(top)
        if own and head is not None and tree.tokens[head].upos in NOMINAL:
            return (head_told(page, head, top),)
        if passive:
            return ()
    if found.trigger == top:
        slots = found.valency.slots
        return slots["o"][:1] if passive else slots["s"]
    if passive and tree.head(found.trigger) != top:
        return ()
    return found.valency.slots["s"]


def _parts(page: PageContext, top: int) -> Iterator[tuple[int, ClausePart]]:
    """What stands under the verb, each with 0 behind it or 1 before it."""
    tree = page.tree
    first = True
    for kid in tree.children[top]:
        made = _part(page, top, kid)
        if made is None:
            continue
        fronted = kid < top and made.slot != "adverb"
        opening = first and kid > top and made.slot not in ("adverb", "particle")
        if made.slot == "object" or opening:
            first = False
            made = _needed(made)
        clausal = made.slot == "complement" and page.tree.relation(kid) == "ccomp"
        late = 2 if clausal else int(fronted)
        yield (-1 if kid < top and made.slot == "adverb" else late), made


def _needed(part: ClausePart) -> ClausePart:
    """The part as one that its clause is not whole without.

    >>> _needed(ClausePart("object", (), needed=False)).needed
    True
    """
    return replace(part, needed=True)


def _part(page: PageContext, top: int, kid: int) -> ClausePart | None:
    """A part of the clause of a verb, None for what may be left out."""
    tree = page.tree
    relation = tree.tokens[kid].deprel
    bare = tree.relation(kid)
    if relation == "compound:prt":
        slot = "particle" if kid == top + 1 else "adverbial"
        return ClausePart(slot, (page.document.span(tree.starts[kid], tree.ends[kid]),))
    if bare == "obj":
        return phrase_part(page, kid, "object")
    if bare == "iobj":
        return phrase_part(page, kid, "given")
    if bare in ("xcomp", "ccomp"):
        return _complement(page, top, kid)
    if bare == "advmod":
        return _adverb(page, top, kid)
    if bare in ("obl", "nmod"):
        return _oblique(page, top, kid)
    if bare == "advcl":
        return _adverbial(page, top, kid)
    return None


def _complement(page: PageContext, top: int, kid: int) -> ClausePart | None:
    tree = page.tree
    slot = "complement" if kid > top else "content"
    if tree.tokens[kid].upos not in VERBAL and tree.relation(kid) == "xcomp":
        slot = "predicate"
    return phrase_part(page, kid, slot)


def _adverb(page: PageContext, top: int, kid: int) -> ClausePart | None:
    tree = page.tree
    word = tree.lowered[kid]
    if word in words("sentences", "passing") or word in _NEGATIONS or kid in page.nouns.timed:
        return None
    if kid < top and not (word.endswith("ly") or word in ("almost", "nearly")):
        return None
    if kid < top and kid < (tree.kid(top, "nsubj", "nsubj:pass") or 0):
        return None  # "Separately, the court ruled": of the page, not of the deed
    slot = "adverb" if kid < top else "particle" if kid == top + 1 else "adverbial"
    return phrase_part(page, kid, slot, needed=False)


def _oblique(page: PageContext, top: int, kid: int) -> ClausePart | None:
    tree = page.tree
    case = tree.case(kid)
    lasting = case == "to" and tree.lemma(kid) in words("sentences", "terms")
    if (kid in page.nouns.timed and not lasting) or case in words("sentences", "tellers"):
        return None
    if kid < top and (case not in words("sentences", "where") or kid not in page.nouns.name_at):
        return None
    if not case and tree.tokens[kid].deprel != "obl:agent":
        return None
    if is_absolute(tree, kid):
        return None
    return phrase_part(page, kid, case or "by", needed=tree.tokens[kid].deprel == "obl:agent")


def _adverbial(page: PageContext, top: int, kid: int) -> ClausePart | None:
    """An infinitive, gerund or condition right behind that completes the verb."""
    tree = page.tree
    if kid < top:
        return None
    marks = {tree.lowered[mark] for mark in tree.kids(kid, "mark", "case")}
    joined = tree.tokens[tree.low[kid] - 1].upos != "PUNCT"
    if "to" in marks and joined and tree.tokens[kid].xpos == "VB":
        return phrase_part(page, kid, "complement", needed=False)
    gerund = is_gerund(tree, kid) and not marks.isdisjoint(words("sentences", "gerunds"))
    if gerund and joined and tree.kid(kid, "nsubj") is None:
        return phrase_part(page, kid, "complement", needed=False)
    if not marks.isdisjoint(words("sentences", "conditions")):
        return phrase_part(page, kid, "condition")
    if not marks and is_passive(tree, top) and _runs_on(tree, top, kid):
        return phrase_part(page, kid, "complement", needed=False)
    return None


# no rule: a look-up of a form
def _runs_on(tree: Parse, top: int, kid: int) -> bool:
    """True for a participle right behind: "a decree was issued doubling the tax"."""
    if tree.tokens[kid].xpos != "VBG" or tree.kid(kid, "nsubj") is not None:
        return False
    return not is_set_off(tree, top, kid)


def _without(tree: Parse, top: int) -> tuple[int, ...]:
    """The children of a predicate that are no words of it."""
    return tuple(
        kid
        for kid in tree.children[top]
        if tree.relation(kid)
        in (
            "nsubj",
            "cop",
            "aux",
            "csubj",
            "obl",
            "advcl",
            "mark",
            "cc",
            "conj",
            "advmod",
            "expl",
            "ccomp",
            "xcomp",
        )
    )
