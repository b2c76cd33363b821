"""A sample of the corpora is fixed, laid out like the whole, and judged with its tolerance."""

import gzip
import json
from pathlib import Path

import pytest

from evaluation.__main__ import below, main, table
from evaluation.corpora import Row
from evaluation.sample import FILES, FOLDERS, Form, cut, first_hashes, laid_out, tolerance
from evaluation.treebanks import documents

NAMES = [f"page-{number}" for number in range(200)]


def test_the_share_is_kept_whatever_the_order() -> None:
    kept = first_hashes(NAMES, 0.3)
    assert len(kept) == 60
    assert kept == first_hashes(reversed(NAMES), 0.3)
    assert kept < first_hashes(NAMES, 0.5)


def _form(start: str) -> Form:
    return next(form for pattern, _, form in FILES if pattern.startswith(start))


def test_a_treebank_is_cut_by_documents(tmp_path: Path) -> None:
    rows = (
        "1\tAden\tAden\tPROPN\tNNP\t_\t0\troot\t_\t_\n2\tfell\tfall\tVERB\tVBD\t_\t1\tdep\t_\t_\n\n"
    )
    texts = [
        f"# newdoc id = d{n}\n# sent_id = d{n}-1\n# text = Aden fell\n{rows}" for n in range(9)
    ]
    path = tmp_path / "dev.conllu"
    path.write_text(cut("".join(texts), 0.3, _form("syntax")), "utf-8")
    found = list(documents(path))
    assert len(found) == 3
    assert all(len(document.words) == 2 for document in found)


def test_topics_of_mentions_are_never_halved() -> None:
    mentions = [{"doc_id": f"{topic}_{page}.xml"} for topic in range(5) for page in range(4)]
    kept = json.loads(cut(json.dumps(mentions), 0.4, _form("coreference")))
    topics = [one["doc_id"].partition("_")[0] for one in kept]
    assert len(topics) == 8 and len(set(topics)) == 2


def test_texts_and_their_annotations_go_together() -> None:
    text, standoff = (document for pattern, _, document in FOLDERS if "polnear" in pattern)
    assert text("paper_day_title.txt") == standoff("paper_day_title_ann.ann")


def test_the_folder_is_laid_out_like_the_corpora(tmp_path: Path) -> None:
    root, into = tmp_path / "whole", tmp_path / "sample"
    for name in NAMES[:10]:
        for path in (root / f"times/timebank/{name}.tml", root / f"times/aquaint/{name}.tml"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(name, "utf-8")
    packed = root / "coreference/ecbplus-dev.json.gz"
    packed.parent.mkdir()
    packed.write_bytes(gzip.compress(b'[{"doc_id": "1_2ecb.xml"}]'))
    into.mkdir()
    laid_out(root, into)
    kept = sorted(path.name for path in (into / "times/timebank").iterdir())
    assert len(kept) == 3 and (into / "times/timebank" / kept[0]).read_text("utf-8") in NAMES
    assert len(list((into / "times/aquaint").iterdir())) == 10
    packed = into / "coreference/ecbplus-dev.json.gz"
    assert json.loads(gzip.decompress(packed.read_bytes())) == [{"doc_id": "1_2ecb.xml"}]
    assert not (into / "names").exists()


def test_a_sample_is_judged_with_its_tolerance() -> None:
    row = Row("syntax", "ewt", "las", 86.0, 88.3)
    assert below(row) and not below(row, sample=True)
    assert below(Row("syntax", "ewt", "las", 88.2 - tolerance(row), 88.3), sample=True)
    assert "BELOW" in table([row]) and "BELOW" not in table([row], sample=True)


def test_the_best_known_figure_stands_beside_ours() -> None:
    assert "90–92" in table([Row("syntax", "ewt", "las", 88.6, 88.3)])
    assert table([Row("syntax", "ewt", "upos", 96.8)]).endswith("96.80")


def test_without_corpora_nothing_is_measured_and_nothing_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("HEARSAY_CORPORA", str(tmp_path / "none"))
    monkeypatch.setattr("sys.argv", ["evaluation", "--sample", "--json"])
    assert main() == 0
    told = capsys.readouterr()
    assert json.loads(told.out) == [] and "no corpora" in told.err


def test_a_missing_corpus_is_named_where_it_was_sought(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("HEARSAY_CORPORA", str(tmp_path))
    monkeypatch.setattr("sys.argv", ["evaluation", "roles", "--sample", "--json"])
    assert main() == 0
    assert f"no corpus {tmp_path}/roles/propbank-ewt" in capsys.readouterr().err
