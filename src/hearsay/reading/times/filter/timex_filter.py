"""Which phrases are time expressions: those that need company must have it."""

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import replace

from hearsay.model import Anchor
from hearsay.ontology import table
from hearsay.reading.times.anchor.event_anchors import on_event
from hearsay.reading.times.anchor.tense import outlook
from hearsay.reading.times.grammar.phrase import Phrase
from hearsay.reading.times.grammar.rule_patterns import grammar
from hearsay.reading.times.sentence_atoms import SentenceAtoms
from hearsay.rules import rule

_ENDING = ("ended", "ending", "to")
_WORDS = ("may", "march", "mar", "jan", "dec", "jun", "jul", "sun", "sat", "mon", "wed", "fri")
_OWNERS = frozenset({"person", "organization"})
_NAMES = _OWNERS | {"place", "facility"}
_OPENS, _CLOSES = frozenset('"“‘'), frozenset('"”’')
_TITLE = 8
"""A title has so many words and marks at most."""
_SMALL = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"}
)


def standing(phrases: list[Phrase], context: SentenceAtoms) -> list[Phrase]:
    """The phrases that stand, a rate told from a length by what leads it."""
    found = (_stood(one, context) for one in phrases)
    return [_extent(one, context) for one in found if one is not None]


def _extent(one: Phrase, context: SentenceAtoms) -> Phrase:
    """ "about 8 p.m." is one expression; "the third-quarter loss" has the article of its noun."""
    if context.word(one.first - 1) in _about(one, context):
        return replace(one, first=one.first - 1)
    if context.word(one.first) not in ("the", "a", "an") or one.last - one.first < 2:
        return one
    owner = context.word(one.last) == "'"
    bare = not owner and before_its_noun(one, context)
    return replace(one, first=one.first + 1) if bare else one


def _about(one: Phrase, context: SentenceAtoms) -> Collection[str]:
    """The words that make the expression a rough one: "about Nov. 1" may be what is spoken of."""
    first = context.atoms[one.first]
    timed = first.number is not None or first.word in table("time_words")["POINT"]
    if one.clock is not None and timed:
        return frozenset(table("time_words")["APPROX"])
    return ("around",) if one.kind in ("monthday", "month", "year") else ()


@rule("TIM-027")
def before_its_noun(one: Phrase, context: SentenceAtoms) -> bool:
    """True when the tree hangs the expression on a noun that follows: "the 1973 war"."""
    if not 0 <= one.last < len(context.atoms):
        return False
    tokens, last = context.tokens, context.token(one.last - 1)
    number = last
    for _ in range(4):
        token = tokens[number]
        if token.deprel.split(":")[0] not in ("compound", "amod", "nummod", "nmod", "punct"):
            return False
        if last < token.head < min(last + 5, context.last):
            return tokens[token.head].upos in ("NOUN", "PROPN")
        if token.head == number:
            return False
        number = token.head
    return False


def _stood(one: Phrase, context: SentenceAtoms) -> Phrase | None:
    if one.kind == "mod":
        return None
    if one.kind == "window" and _begins_with_a_verb(one, context):
        return replace(one, first=one.first + 1, kind="length", offset=None, anchor=Anchor.NONE)
    if _in_quoted_title(one, context):
        return None
    if (hung := on_event(one, context)) is not None:
        return hung
    if one.kind == "some_day":
        to_come = outlook(context, one.first)[0] == "future"
        if to_come and not _led(replace(one, kind="rate"), context):
            return one
        return replace(one, kind="length", type="DURATION", value="P1D")
    if one.kind == "rate":
        return _rate_or_length(one, context)
    if one.kind == "year" and not _year_stands(one, context):
        return None
    if one.kind in ("unit", "relday") and _in_a_title(one, context):
        return None
    if one.kind in ("century", "decade") and _in_a_name(one, context, 3):
        return None
    if one.kind == "relday" and _of_these_times(one, context):
        return replace(one, value="PRESENT_REF", offset=None, anchor=Anchor.NONE)
    if one.rule == "frequency":
        return one if _is_adverb(one, context) else None
    if one.kind in ("month", "weekday") and one.last - one.first <= 2:
        return one if _name_stands(one, context) else None
    if one.kind == "length":
        one = replace(one, anchor=Anchor.NONE)
    if not one.weak:
        return one
    if one.rule == "bare unit" and one.grain == "year" and context.word(one.last) in _ENDING:
        return replace(one, type="DURATION", value="P1Y", anchor=Anchor.NONE)
    if _is_praise(one, context):
        return None
    return one if _led(one, context) or _owns(one, context) else None


@rule("TIM-028")
def _is_praise(one: Phrase, context: SentenceAtoms) -> bool:
    """ "the trial of the century"."""
    great = one.grain in ("century", "decade") and context.word(one.first - 1) == "of"
    return great and context.word(one.first - 2) in table("time_company")["of_an_age"]["nouns"]


@rule("TIM-029")
def _owns(one: Phrase, context: SentenceAtoms) -> bool:
    """ "the week's raids"."""
    return one.kind == "unit" and (context.word(one.last), context.word(one.last + 1)) == ("'", "s")


@rule("TIM-030")
def _of_these_times(one: Phrase, context: SentenceAtoms) -> bool:
    """ "today's world", "many of today's personal computers"."""
    if [context.word(one.last - 1 + i) for i in range(3)] != ["today", "'", "s"]:
        return False
    nouns = table("time_company")["of_today"]["nouns"]
    return any(context.word(one.last + 2 + i) in nouns for i in range(2))


@rule("TIM-031")
def _begins_with_a_verb(one: Phrase, context: SentenceAtoms) -> bool:
    """ "talks are expected to last two days"."""
    tag = context.tag(one.first)
    return context.word(one.first) == "last" and tag is not None and tag.upos == "VERB"


@rule("TIM-032")
def _led(one: Phrase, context: SentenceAtoms) -> bool:
    leads = table("time_company")["lead"]
    known = leads.get(one.rule, leads.get(one.kind, ()))
    return context.word(one.first - 1) in known


def _rate_or_length(one: Phrase, context: SentenceAtoms) -> Phrase | None:
    """ "for a week" is a length, "$5 million a week" and "two flights a week" are rates."""
    if _led(one, context):
        return replace(one, kind="length", type="DURATION", anchor=Anchor.NONE)
    before = context.tag(one.first - 1)
    if before is not None and (before.xpos in ("NNS", "CD") or before.text == "%"):
        return replace(one, kind="set", anchor=Anchor.NONE)
    return None


@rule("TIM-033")
def _is_adverb(one: Phrase, context: SentenceAtoms) -> bool:
    """ "shelled daily", "on a daily basis"; a daily briefing may be that of one day."""
    tag = context.tag(one.first)
    return context.word(one.last) == "basis" or (tag is not None and tag.upos == "ADV")


@rule("TIM-034")
def _in_a_title(one: Phrase, context: SentenceAtoms) -> bool:
    """ "ABC's This Week", "USA Today": capitals where the words around have none."""
    start = one.first - (one.last - one.first == 1)
    if start < 0 or not all(atom.capital for atom in context.atoms[start : one.last]):
        return False
    words = [atom for atom in context.atoms if atom.kind == "word"]
    return 5 * sum(atom.capital for atom in words) < 3 * len(words)


@rule("TIM-035")
def _in_quoted_title(one: Phrase, context: SentenceAtoms) -> bool:
    """ "One Day in August", "60 Minutes": between quotation marks, and all words are capitals."""
    atoms = context.atoms
    opens = [n for n in range(max(one.first - _TITLE, 0), one.first) if atoms[n].word in _OPENS]
    ends = range(one.last, min(one.last + _TITLE, len(atoms)))
    closes = next((n for n in ends if atoms[n].word in _CLOSES), None)
    if not opens or closes is None:
        return False
    inner = atoms[opens[-1] + 1 : closes]
    words = [a for a in inner if a.kind == "word" and a.word not in _SMALL]
    own = any(a in words and not _ever_capital(a.word) for a in inner[1:])
    return own and all(a.capital for a in words)


# no rule: a mere lookup of a word in the tables of months and weekdays
def _ever_capital(word: str) -> bool:
    """True for the names of months and days."""
    words = table("time_words")
    return any(word in words[name] for name in ("MONTH", "MONTH_OR_WORD", "WEEKDAY"))


@rule("TIM-037")
def _year_stands(one: Phrase, context: SentenceAtoms) -> bool:
    """A bare number of four digits is a year unless something is counted with it."""
    if one.rule != "year" or one.last - one.first > 1:
        return True
    number = context.atoms[one.first].number or 0
    if one.first > 1 and _is_name(context, one.first - 1):
        return False
    led = context.word(one.first - 1) in table("time_company")["lead"]["month"]
    if context.word(one.last) in table("time_company")["after_a_year"]["makes"]:
        return False
    streets = table("time_company")["after_a_year"]["streets"]
    if not led and any(context.word(one.last + i) in streets for i in (1, 2)):
        return False
    after = context.tag(one.last)
    counted = after is not None and after.xpos == "NNS" and after.upos == "NOUN"
    if counted and not led:
        return False
    return 1900 <= number < 2040 or (led and not counted)


@rule("TIM-038")
def _name_stands(one: Phrase, context: SentenceAtoms) -> bool:
    """May, March, Sun: as a month or day only where it can be no other word."""
    if context.word(one.last - 1).rstrip(".") not in _WORDS:
        return not _in_a_name(one, context, 2)
    if one.kind == "weekday":
        return False
    if one.last - one.first == 2:
        return True
    led = context.word(one.first - 1) in table("time_company")["lead"]["month"]
    held = led or context.word(one.last) == "'" or _between_article_and_noun(one, context)
    return held and not _in_a_name(one, context, 1)


@rule("TIM-039")
def _between_article_and_noun(one: Phrase, context: SentenceAtoms) -> bool:
    """ "the March vote", "its May congress"."""
    before, after = context.tag(one.first - 1), context.tag(one.last)
    if before is None or after is None:
        return False
    return before.upos in ("DET", "PRON") and before.xpos != "PRP" and after.upos == "NOUN"


@rule("TIM-040")
def _in_a_name(one: Phrase, context: SentenceAtoms, least: int) -> bool:
    """True when the model sees a person or organization there of at least so many tokens.

    A place counts when the word begins it: "June Lake", but not "in Baghdad Friday".
    """
    at = context.token(one.first)
    names = context.tree.analysis.names
    number = bisect_right(names, at, key=lambda name: name.first) - 1
    if number < 0 or not names[number].first <= at < names[number].last:
        return False
    name = names[number]
    if name.last - name.first < least or name.label not in _NAMES:
        return False
    return name.label in _OWNERS or (name.first == at and one.kind == "month")


@rule("TIM-041")
def _is_name(context: SentenceAtoms, at: int) -> bool:
    """True for a capitalised word that no table of times knows: "Expo 1970" is no year."""
    atom = context.atoms[at]
    return atom.capital and atom.kind == "word" and atom.word not in grammar().classes
