"""The mentions of one page besides times: names, quantities, attributions, events.

A mention refers to another of the same page by its number in the `Reading`'s tuple.
"""

from dataclasses import dataclass

from hearsay.model.mention_vocabulary import NameForm
from hearsay.model.span import Span
from hearsay.model.vocabulary import (
    Act,
    EntityKind,
    EventType,
    PartyRole,
    StatementKind,
    Status,
    TellerKind,
)


@dataclass(frozen=True, slots=True)
class Name:
    """Words that refer to somebody or something: a name, a description or a pronoun.

    `kind` is person, state, organization, group, place, office, weapon, event or other. `form` is
    "name", "nominal" ("the spokesman", "his Israeli counterpart") or "pronoun". `span` is the
    whole phrase that refers, with its title and without its apposition ("U.S. Secretary of Defense
    Lloyd Austin"); `core` the bare name or head noun ("Lloyd Austin"). `canonical` is the best
    name known on the page for what is meant ("Lloyd J. Austin III"), None when unknown.
    `offices` are offices and titles told here, by apposition too ("Secretary of Defense").
    `country` is ISO 3166 alpha-3 as told by the words ("his Israeli counterpart": ISR); `sectors`
    PLOVER actor codes (GOV, MIL …) as told by the words. `chain` numbers the page's referents: two
    mentions with one chain refer to the same one. `plural` marks several persons or things.
    `number` is their count when told ("two US officials": 2).
    """

    span: Span
    core: Span
    kind: EntityKind
    form: NameForm
    chain: int
    canonical: str | None = None
    offices: tuple[str, ...] = ()
    country: str | None = None
    sectors: tuple[str, ...] = ()
    plural: bool = False
    number: int | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something: bounds, the words that make it approximate, what is counted.

    Bounds follow the record format ("nearly 200": None–200; "more than 300": 300–None). `span`
    covers the whole ("nearly 200 ballistic missiles"); `counted` the noun phrase counted without
    the number; `unit` is None, "percent", "minutes", "kilometres" or a currency's ISO code.
    `of` is the number of the quantity this is a part of. `predicate` is the lemma of what befell or
    was done to those counted ("kill", "injure", "launch"), None where nothing is told of them.
    `written` are the amount and unit as printed (34.0, "year"), None where the bounds are in the
    printed unit. `timex` is the number of the expression that says when the figure holds.
    """

    span: Span
    low: float | None
    high: float | None
    wording: str | None
    counted: str | None
    counted_span: Span | None = None
    unit: str | None = None
    of: int | None = None
    attribution: int | None = None
    event: int | None = None
    predicate: str | None = None
    written: tuple[float, str] | None = None
    timex: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One link of a source chain. `kind` is person, office, institution, outlet, document
    or anonymous; `name` the number of the `Name` mention where there is one; `text` its words."""

    kind: TellerKind
    text: str
    span: Span | None = None
    name: int | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A statement as one page tells it.

    `kind` is direct, mixed or indirect. `span` runs from the first to the last character of the
    content; `contents` are its stretches; `quoted` the words inside marks, marks excluded. `chain`
    runs from the outermost teller to the one whose words they are; empty when no source is told.
    `jointly` are others whose words they are too ("Austin and Gallant said").
    `act` is the kind of cue: said, believed, demanded, denied, asked, promised, confirmed, warned.
    `parent` is the number of the attribution this one is nested in.
    """

    kind: StatementKind
    span: Span
    contents: tuple[Span, ...]
    cue: Span | None
    chain: tuple[Source, ...]
    quoted: tuple[Span, ...] = ()
    act: Act = "said"
    negated: bool = False
    hedged: bool = False
    medium: str | None = None
    addressee: int | None = None
    timex: int | None = None
    parent: int | None = None
    score: float = 1.0
    jointly: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """Who or what takes part in an event mention: role source, target or participant.

    `name` is the number of the `Name` mention, None when the words are no known mention. `group`
    are the words of a set ("both countries") that this argument is a member of."""

    role: PartyRole
    span: Span
    name: int | None = None
    group: Span | None = None


@dataclass(frozen=True, slots=True)
class ClausePart:
    """Words of a clause that fill one of its slots.

    `slot` is "subject", "object", "given" (an indirect object), "predicate", "particle",
    "adverb", "complement" (an infinitive or a clause), "noun" (an event noun with what stands
    before it), "relative" (a clause on that noun) or the preposition of a phrase, whose words then
    begin with it. `spans` leave out what may be left out: times, asides, appositions. `needed` is
    False for what the clause is whole without, `plural` True for several. `bare` marks a noun whose
    article went with a time, or stands elsewhere.
    """

    slot: str
    spans: tuple[Span, ...]
    needed: bool = True
    plural: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class ClauseParts:
    """The clause that tells an event, taken apart so that it can be told anew in another tense.

    `verb` is the lemma of its verb, empty for a noun without one. `tense` is past, perfect,
    present, progressive, a modal ("will", "may"), or empty for a verb without tense. `subject` is
    None where the page tells none. `carries` is True where the words of the clause tell
    themselves how real the event is ("vowed to strike", "called off the visit").
    """

    verb: str
    tense: str = ""
    passive: bool = False
    negated: bool = False
    carries: bool = False
    subject: ClausePart | None = None
    parts: tuple[ClausePart, ...] = ()


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words on a page that tell of an event.

    `span` is the clause, `trigger` the word or words that name the event. `type`, `mode` and
    `contexts` are PLOVER's. `status` is happened, ongoing, planned, threatened, denied,
    hypothetical or unconfirmed. `timexes` are the numbers of the expressions that say when;
    `after` and `before` the numbers of event mentions it is told to follow or precede, each with
    the least and most days between (None: open). `attribution` says in whose words it stands.
    `specific` is False for a mention of a kind of event rather than one event ("attacks on
    shipping", "months of airstrikes"). `nominal` marks a noun trigger ("Iran's attack").
    `around` are, for what is told as news and no expression of its own dates, those that date the
    telling around it: of the page's lead, the last told before it, and others of its sentence.
    `moved` are the days from the day told by the clock of universal time to that at the place.
    `clause` is the clause taken apart, None where it was not read.
    `reported` marks what is told as news: where neither words of its own nor `around`
    date it, it is of the day of its page. `lapsed` marks a plan told of an earlier time, which may
    be carried out by the day of the page. `begun` are the days before the day told on which it
    began: one for what goes on "for a second day".
    """

    span: Span
    trigger: Span
    lemma: str
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    status: Status = "happened"
    arguments: tuple[Argument, ...] = ()
    timexes: tuple[int, ...] = ()
    place: int | None = None
    attribution: int | None = None
    after: tuple[tuple[int, int | None, int | None], ...] = ()
    before: tuple[tuple[int, int | None, int | None], ...] = ()
    ordinal: int | None = None
    nominal: bool = False
    specific: bool = True
    score: float = 1.0
    around: tuple[int, ...] = ()
    moved: int = 0
    clause: ClauseParts | None = None
    reported: bool = False
    lapsed: bool = False
    begun: int = 0
