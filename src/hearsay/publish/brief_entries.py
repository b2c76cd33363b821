"""What a brief is made of: the same objects for text, markdown and HTML."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """The number of a source in the brief, and its words."""

    source: int
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """Words and the numbers of the sources that bear them; `more` are pages beyond those named."""

    text: str
    sources: tuple[int, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A line: the day, the thing counted or the speaker; what is said of it; how sure it is.

    `origins` are the independent texts that report it, None where they are not counted. `quotes`
    are the words that prove it. Of two entries of a section the one of higher `rank` is kept."""

    lead: str
    parts: tuple[Part, ...]
    mark: str | None = None
    origins: int | None = None
    quotes: tuple[Quote, ...] = ()
    rank: float = 0.0


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a heading, in the order in which they are read.

    `counts` names what its entries are, in the plural. `most` is how many of them a brief of a
    fixed length shows."""

    name: str
    title: str
    counts: str
    entries: tuple[Entry, ...]
    most: int


@dataclass(frozen=True, slots=True)
class BriefSource:
    """One page of a story, numbered as the lines of its brief cite it."""

    number: int
    name: str
    day: str
    title: str | None
    url: str | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryBrief:
    """A story: its main events, its sections, its sources, and what is not sure.

    `left` counts what was left out to keep it short: by what it is, in the plural."""

    id: str | None
    title: str
    days: str
    pages: int
    origins: int
    main: tuple[Entry, ...]
    sections: tuple[Section, ...]
    sources: tuple[BriefSource, ...]
    unsure: tuple[str, ...]
    left: tuple[tuple[str, int], ...] = ()

    def section(self, name: str) -> tuple[Entry, ...]:
        """The entries of a section; none where the story has no such section."""
        return next((section.entries for section in self.sections if section.name == name), ())


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story that is only named, for want of room."""

    title: str
    days: str
    pages: int


@dataclass(frozen=True, slots=True)
class Brief:
    """The stories, those told on most pages first; `named` are further ones, `unnamed` counts the
    rest."""

    pages: int
    origins: int
    stories: tuple[StoryBrief, ...]
    named: tuple[StoryLine, ...] = ()
    unnamed: int = 0

    def __repr__(self) -> str:
        return f"<Brief: {self.pages} pages, {self.origins} origins, {len(self.stories)} stories>"
