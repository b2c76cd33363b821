"""What holds of every analysis, whatever the text."""

from hearsay.model import Analysis


def holds(analysis: Analysis, text: str) -> None:
    """Asserts that words are slices of the text, in order, and that all else points at words."""
    assert analysis.text == text
    _tokens(analysis)
    _sentences(analysis)
    _spans(analysis)


def _tokens(analysis: Analysis) -> None:
    at = 0
    for token in analysis.tokens:
        assert at <= token.start < token.end
        assert analysis.text[token.start : token.end] == token.text
        assert not analysis.text[at : token.start].isalnum()
        assert token.lemma
        at = token.end


def _sentences(analysis: Analysis) -> None:
    """Sentences part the words; each has one tree. Paragraphs are numbered in order."""
    tokens = analysis.tokens
    edges = [s.first for s in analysis.sentences] + [len(tokens)]
    assert [s.last for s in analysis.sentences] == edges[1:]
    assert edges[0] == 0
    for sentence in analysis.sentences:
        inside = range(sentence.first, sentence.last)
        assert sum(tokens[number].head == number for number in inside) == 1
        assert all(tokens[number].head in inside for number in inside)
        assert all((tokens[n].deprel == "root") == (tokens[n].head == n) for n in inside)
    paragraphs = [sentence.paragraph for sentence in analysis.sentences]
    assert paragraphs == sorted(paragraphs)


def _spans(analysis: Analysis) -> None:
    words = len(analysis.tokens)
    spans = [(name.first, name.last) for name in analysis.names]
    assert all(0 <= name.score <= 1 for name in analysis.names)
    for frame in analysis.frames:
        assert 0 <= frame.predicate < words
        spans += [(role.first, role.last) for role in frame.roles]
    for told in analysis.attributions:
        assert told.cues and told.contents
        assert 0 <= told.score <= 1
        spans += [*told.sources, *told.cues, *told.contents]
    assert all(0 <= first < last <= words for first, last in spans)
