"""Small documents and analyses built by hand, for tests that need no model."""

from hearsay.model import (
    Analysis,
    AttributionSpan,
    Document,
    Frame,
    NameSpan,
    Sentence,
    Token,
    content_id,
)


def document(text: str, **fields: object) -> Document:
    """A page with this text; its id depends on the text and the source alone."""
    source = str(fields.pop("source", "page.txt"))
    sha = content_id("bytes", source, text)
    return Document(id=content_id("document", sha), source=source, sha256=sha, text=text, **fields)  # type: ignore[arg-type]


def analysis(
    text: str,
    rows: str,
    *,
    names: tuple[NameSpan, ...] = (),
    frames: tuple[Frame, ...] = (),
    attributions: tuple[AttributionSpan, ...] = (),
) -> Analysis:
    """An analysis of `text` from rows of "word lemma UPOS XPOS head deprel".

    Sentences are parted by blank lines; `head` counts from 1 within the sentence, 0 for the root;
    words are looked up in the text one after the other.
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    at = 0
    for block in rows.strip().split("\n\n"):
        first = len(tokens)
        for line in block.strip().splitlines():
            word, lemma, upos, xpos, head, deprel = line.split()
            start = text.index(word, at)
            at = start + len(word)
            number = first + int(head) - 1 if int(head) else len(tokens)
            tokens.append(Token(start, at, word, lemma, upos, xpos, number, deprel))
        paragraph = text.count("\n\n", 0, tokens[first].start)
        sentences.append(Sentence(first, len(tokens), paragraph))
    return Analysis(text, tuple(tokens), tuple(sentences), names, frames, attributions)
