"""The brief as text for a terminal, as markdown, or as one self-contained HTML page; the ground of
a day as text."""

import re
import textwrap
from functools import cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined

from hearsay.publish.brief import Brief, Line
from hearsay.publish.why import Why

FORMATS = ("text", "markdown", "html")
WIDTH = 80
LONGEST_QUOTE = 240


def render(brief: Brief, form: str = "text", width: int = WIDTH, *, words: bool = True) -> str:
    """The brief in one of `FORMATS`, ending in a line break; text is folded to `width` columns.

    `words` puts under each line the words of its sources, and under each source why it has its day.
    HTML always has them, folded away.
    """
    template = _environment(form == "html", width).get_template(f"brief.{form}.jinja")
    return template.render(brief=brief, width=width, words=words)


def render_why(why: Why, width: int = WIDTH) -> str:
    """The ground of a day as text folded to `width` columns, ending in a line break."""
    return _environment(False, width).get_template("why.text.jinja").render(why=why)


@cache
def _environment(escape: bool, width: int) -> Environment:
    environment = Environment(
        loader=PackageLoader("hearsay.publish"),
        autoescape=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "folded": partial(folded, width=width),
        "escaped": escaped,
        "shortened": shortened,
        "numbers": numbers,
        "origins": origins,
    }
    return environment


def folded(text: str, indent: int = 0, hanging: int = 0, width: int = WIDTH) -> str:
    """Folded to `width`, the first line indented by `indent`, the others by `hanging` more."""
    return textwrap.fill(
        text,
        width,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hanging),
        break_long_words=False,
        break_on_hyphens=False,
    )


def escaped(text: str) -> str:
    """Safe in a line of markdown: the words stay words."""
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", text)


def shortened(words: str, longest: int = LONGEST_QUOTE) -> str:
    """On one line, at most so many characters, cut between words and marked where cut."""
    return textwrap.shorten(words, longest, placeholder=" …")


def numbers(line: Line) -> str:
    """The source numbers of a line: "[1] [3]"."""
    return " ".join(f"[{number}]" for number in sorted({quote.source for quote in line.quotes}))


def origins(count: int) -> str:
    return f"{count} origin" + ("" if count == 1 else "s")
