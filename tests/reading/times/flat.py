"""Analyses with words and sentences but no tree, for tests that need no model."""

import re

from hearsay.model import Analysis, Sentence, Token

_WORD = re.compile(r"\w+|[^\w\s]")
_MODAL = {"will", "would", "may", "must"}


def analyse(text: str) -> Analysis:
    """Every line a sentence; verbs in -ed are past, modal verbs are modal, every head is itself."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for line in re.finditer(r"[^\n]+", text):
        first = len(tokens)
        for word in _WORD.finditer(text, *line.span()):
            upos, xpos = _tags(word.group())
            at = len(tokens)
            start, end = word.span()
            tokens.append(
                Token(start, end, word.group(), word.group().lower(), upos, xpos, at, "dep")
            )
        if len(tokens) > first:
            sentences.append(Sentence(first, len(tokens), 0))
    return Analysis(text, tuple(tokens), tuple(sentences))


def _tags(word: str) -> tuple[str, str]:
    if word.lower() in _MODAL:
        return "AUX", "MD"
    if word.endswith("ed"):
        return "VERB", "VBD"
    if word[0].isdigit():
        return "NUM", "CD"
    return ("X", "FW") if word[0].isalnum() else ("PUNCT", ".")
