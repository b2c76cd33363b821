"""Tags and trees on gold words of EWT and GUM; words and sentences on their raw text."""

from functools import cache
from pathlib import Path

from evaluation.corpora import Row, Tally, need, one_of
from evaluation.treebanks import TreebankDocument, documents
from hearsay.language import Analyser
from hearsay.model import Analysis


def measure(root: Path) -> list[Row]:
    analyser = model()
    sets: dict[str, list[TreebankDocument]] = {}
    for name in ("ewt", "gum"):
        path = need(root, f"syntax/ud-english-{name}")
        sets[name] = list(documents(one_of(path, "*-dev.conllu", "*-test.conllu")))
    sets["gum-news"] = [d for d in sets["gum"] if "_news" in d.name]
    rows: list[Row] = []
    for name, own in sets.items():
        if own:
            rows += _gold_words(name, own, analyser) + _raw(name, own, analyser)
    return rows


@cache
def model() -> Analyser:
    return Analyser.load()


def _gold_words(name: str, own: list[TreebankDocument], analyser: Analyser) -> list[Row]:
    right = dict.fromkeys(("upos", "xpos", "lemma", "uas", "las"), 0)
    total = 0
    for document, analysis in zip(own, analyser.analyse_words(d.cut() for d in own), strict=True):
        total += len(document.words)
        for figure, count in _compare(document, analysis).items():
            right[figure] += count
    return [Row("syntax", name, figure, 100 * count / total) for figure, count in right.items()]


def _compare(document: TreebankDocument, analysis: Analysis) -> dict[str, int]:
    pairs = list(zip(analysis.tokens, document.words, strict=True))
    headed = [(token, word) for token, word in pairs if token.head == word.head]
    return {
        "upos": sum(token.upos == word.upos for token, word in pairs),
        "xpos": sum(token.xpos == word.xpos for token, word in pairs),
        "lemma": sum(token.lemma == word.lemma for token, word in pairs),
        "uas": len(headed),
        "las": sum(token.deprel == word.deprel for token, word in headed),
    }


def _raw(name: str, own: list[TreebankDocument], analyser: Analyser) -> list[Row]:
    words, sentences = Tally(), Tally()
    raws = [document.raw() for document in own]
    for (_, places, begins), analysis in zip(
        raws, analyser.analyse_all(text for text, _, _ in raws), strict=True
    ):
        tokens = analysis.tokens
        words.add({(token.start, token.end) for token in tokens}, set(places))
        sentences.add({tokens[s.first].start for s in analysis.sentences}, set(begins))
    return [
        Row("syntax", name, "token_f1", words.f1),
        Row("syntax", name, "sentence_f1", sentences.f1),
    ]
