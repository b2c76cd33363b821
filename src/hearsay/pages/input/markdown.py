"""A page that a reader proxy or a converter made Markdown of, to a sketch.

Proxies put the page's own title, address and day above it: "Title: ...", "URL Source: ...",
"Published Time: ...", "Markdown Content:".
"""

import re
from collections.abc import Iterator

from hearsay.pages.input.sketch import Sketch, without_tail
from hearsay.pages.layout.lines import collapse, mend, paragraphs
from hearsay.pages.layout.paragraph import Paragraph
from hearsay.pages.metadata.machine_days import stamp, told_evidence

_HEAD = 20_000
_LINKS = 3  # so many links make a page Markdown
_TOLD = re.compile(r"^(Title|URL Source|Published Time|Markdown Content):[^\S\n]*(.*)$", re.M)
_PROXY = re.compile(r"(?:Title|URL Source): .+\n+(?:URL Source: |Markdown Content:)")
_HEADED = re.compile(r"\ufeff?\s*#{1,2} [^\n]*[^\W\d_][^\n]*\n[^\S\n]*\n")
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()\s]*(?:\s[^()]*)?\)")
_LINK = re.compile(
    r"\[([^\[\]]*)\]\((?:https?:|/|#|mailto:)[^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s[^()]*)?\)"
)
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
_ITEM = re.compile(r"(?:[*+-]|\d{1,3}[.)])\s+(.*)$")
_QUOTED = re.compile(r"(?:>\s?)+")
_RULE = re.compile(r"(?:[-*_=]\s*){3,}$")
_STRONG = re.compile(
    r"(\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1|(?<![\w*])([*_])(?=\S)([^*_]{1,500}?)(?<=\S)\3(?![\w*])"
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!<>|~-])")


def is_markdown(text: str) -> bool:
    """True for the head of a reader proxy, and for text with links, or a first line that heads it,
    written as Markdown does."""
    head = text[:_HEAD]
    if _PROXY.match(head.lstrip()) or _HEADED.match(head):
        return True
    return head.count("](") >= _LINKS and len(_LINK.findall(head)) >= _LINKS


def markdown_sketch(text: str) -> Sketch:
    """The sketch of a page in Markdown: link targets, pictures and emphasis are no text."""
    told, body = _parted(text)
    published = stamp(told.get("Published Time"))
    return Sketch(
        paragraphs=tuple(_paragraphs(body)),
        title=collapse(told.get("Title", "")) or None,
        url=collapse(told.get("URL Source", "")) or None,
        dates=(told_evidence("markup", published),) if published else (),
    )


def _parted(text: str) -> tuple[dict[str, str], str]:
    """What a proxy's head says, and the page below it; without a head all is page."""
    if not _PROXY.match(text.lstrip()):
        return {}, text
    told: dict[str, str] = {}
    end = 0
    for line in _TOLD.finditer(text[:_HEAD]):
        told.setdefault(line.group(1), line.group(2))
        end = line.end(1) + 1 if line.group(1) == "Markdown Content" else line.end()
        if line.group(1) == "Markdown Content":
            break
    return told, text[end:]


def _paragraphs(body: str) -> Iterator[Paragraph]:
    lines = [_paragraph(line) for line in paragraphs(_IMAGE.sub("", body))]
    kinds = {line.text: line.kind for line in lines if line is not None and line.kind}
    for text in mend([line.text for line in lines if line is not None and line.text]):
        yield Paragraph(without_tail(text), kinds.get(text, ""))


def _paragraph(line: str) -> Paragraph | None:
    """The paragraph of a line of Markdown; None for a rule."""
    line = _QUOTED.sub("", line, count=1) if line.startswith(">") else line
    if _RULE.match(line):
        return None
    heading, item = _HEADING.match(line), _ITEM.match(line)
    kind = "heading" if heading else "item" if item else ""
    text = heading.group(1) if heading else item.group(1) if item else line
    return Paragraph(collapse(_plain(text)), kind)


def _plain(text: str) -> str:
    """The words of a line: links, emphasis and escapes resolved."""
    text = _LINK.sub(r"\1", _LINK.sub(r"\1", text))
    text = _STRONG.sub(lambda found: found.group(2) or found.group(4), text)
    text = _STRONG.sub(lambda found: found.group(2) or found.group(4), text)
    return _ESCAPE.sub(r"\1", text)
