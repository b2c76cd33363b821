"""Writes the lemmas of common words into the ontology: `python -m training.lexicon`.

From the training parts of EWT and GUM (the documents that may train what ships): words alone, no
sentence. A word's lemma by its tag is the commonest one annotated.
"""

from collections import Counter, defaultdict
from pathlib import Path

from training import corpora

TARGET = Path(__file__).parent.parent / "src/hearsay/ontology/lemmas.tsv"
TAGS = frozenset(
    ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "PART", "PRON", "SCONJ", "VERB"]
)
HEAD = "# Word forms by lemma, read off EWT and GUM (CC BY-SA 4.0; see language/weights/NOTICE)."


def lemmas() -> dict[tuple[str, str], str]:
    """The lemma of each lower-case word by its UPOS tag."""
    told: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for document in corpora.ewt("train") + corpora.gum("train"):
        rows = zip(document.words, document.upos, document.lemmas, strict=True)
        for word, upos, lemma in rows:
            plain = word.isascii() and word.replace("'", "").replace("-", "").isalpha()
            if upos in TAGS and lemma and plain:
                told[word.lower(), upos][lemma] += 1
    return {key: counts.most_common(1)[0][0] for key, counts in told.items()}


def main() -> None:
    forms: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (word, upos), lemma in lemmas().items():
        forms[upos, lemma].append(word)
    lines = [
        f"{upos}\t{lemma}\t{' '.join(sorted(words))}"
        for (upos, lemma), words in sorted(forms.items())
    ]
    TARGET.write_text("\n".join([HEAD, "upos\tlemma\tforms", *lines]) + "\n", "utf-8")


if __name__ == "__main__":
    main()
