"""Docs and help texts are plain English: short sentences, few semicolons, no private words."""

import re
from pathlib import Path

import click
import pytest

from hearsay.cli import main

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
EXEMPT = {
    "docs/experiments.md": "a laboratory book: each entry is a note of its day",
    "docs/model-card.md": "figures and their conditions, in the form of model cards",
    "docs/reference/rules.md": "made by `hearsay rules`; tests/test_rules.py looks at its lines",
}
PAGES = sorted(
    page
    for page in [
        ROOT / "README.md",
        ROOT / "CHANGELOG.md",
        ROOT / "CONTRIBUTING.md",
        *DOCS.rglob("*.md"),
    ]
    if page.relative_to(ROOT).as_posix() not in EXEMPT
)

WORDS_A_SENTENCE = 17.0
"""The most that a page has on average. Good manuals of libraries have 15 to 18."""
SEMICOLONS = 2.0
"""The most per 1,000 words; a page of fewer than 500 words may have one."""

PRIVATE = {
    "told": "reported, said, given",
    "tellers?": "source",
    "the page itself": "the page, the outlet",
    "by (?:it|them)sel(?:f|ves)": "alone, on its own",
    "h(?:a|u)ng(?:s|ing)? on": "depend on",
    "the calendar": "dating",
}
"""Words of this project alone, each with what to write instead."""

_FENCE = re.compile(r"^ *```.*?^ *```", re.M | re.S)
_INDENTED = re.compile(r"^ {4,}(?![-*\d]).*$", re.M)
_SHOWN = re.compile(r"^ *>.*$", re.M)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
_TABLE = re.compile(r"^ *\|.*$", re.M)
_HEADING = re.compile(r"^#+ .*$", re.M)
_ITEM = re.compile(r"^ *(?:[-*]|\d+\.) +", re.M)
_CODE = re.compile(r"`[^`\n]+`")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"")
_END = re.compile(r"(?<=[.!?])[)\"”*]*\s+(?=[\"“(*]*[A-Z])|\n\s*\n")
_BLOCK = re.compile(r"\n\s*\n|\n(?= *(?:[-*|]|\d+\.))")
"""Where a paragraph, an item or a row of a table ends: no quotation runs over it."""
_WORD = re.compile(r"\w[\w'’.,%–-]*")


def written(page: Path) -> str:
    """A page without its code, its comments, what it shows of others and the addresses of links."""
    text = _SHOWN.sub("", _COMMENT.sub("", _FENCE.sub("", page.read_text("utf-8"))))
    return _LINK.sub(r"\1", _INDENTED.sub("", text))


def helped() -> str:
    """The help of every command: what it does, then its options, each text once."""
    parts = []
    for command in [main, *main.commands.values()]:
        parts.append(re.sub(r"\x08.*?(?:\n\n|\Z)", "", command.help or "", flags=re.S))
        parts.append(command.epilog or "")
        parts.extend(
            option.help
            for option in command.params
            if isinstance(option, click.Option) and option.help
        )
    return "\n\n".join(dict.fromkeys(parts))


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence: of paragraphs and items of lists, not of tables and headings.

    >>> [len(words) for words in sentences("# Head\\n\\nOne is here. Two too.\\n\\n- Three.")]
    [3, 2, 1]
    """
    plain = _CODE.sub("code", _HEADING.sub("\n", _TABLE.sub("\n", text)))
    split = [_WORD.findall(part) for part in _END.split(_ITEM.sub("\n\n", plain))]
    return [words for words in split if words]


def average(text: str) -> float:
    every = sentences(text)
    return sum(map(len, every)) / max(1, len(every))


def own_words(text: str) -> str:
    """A text without code and without what it quotes: examples have words of their own."""
    blocks = [" ".join(block.split()) for block in _BLOCK.split(text)]
    return "\n".join(_QUOTED.sub("", _CODE.sub("", block)) for block in blocks)


def semicolons(text: str) -> float:
    """How many per 1,000 words, tables included."""
    return own_words(text).count(";") / max(500, len(_WORD.findall(text))) * 1000


def private_words(text: str) -> list[str]:
    """The private words of a text, with what to write instead."""
    plain = own_words(text)
    return [
        f"{match.group()!r}: write {instead}"
        for pattern, instead in PRIVATE.items()
        for match in re.finditer(rf"\b{pattern}\b", plain, re.I)
    ]


TEXTS = {
    **{page.relative_to(ROOT).as_posix(): written(page) for page in PAGES},
    "hearsay --help": helped(),
}


@pytest.mark.parametrize("name", TEXTS)
def test_sentences_are_short(name: str) -> None:
    assert average(TEXTS[name]) <= WORDS_A_SENTENCE


@pytest.mark.parametrize("name", TEXTS)
def test_semicolons_are_few(name: str) -> None:
    assert semicolons(TEXTS[name]) <= SEMICOLONS


@pytest.mark.parametrize("name", TEXTS)
def test_private_words_are_kept_out(name: str) -> None:
    assert private_words(TEXTS[name]) == []


def test_what_is_wrong_is_seen() -> None:
    assert average("This is a sentence of seven words. " * 3) == 7
    assert semicolons("a; b " * 250) == 500
    assert private_words("As told; it hangs on `told` and “told”.") == [
        "'told': write reported, said, given",
        "'hangs on': write depend on",
    ]


def test_every_exempt_page_exists() -> None:
    assert all((ROOT / page).exists() for page in EXEMPT)
