"""Weights that are missing or damaged are named."""

import hashlib
from pathlib import Path

import pytest

from hearsay.errors import ModelError
from hearsay.language.weights_file import HASHES, load


def test_no_weights(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=HASHES):
        load(tmp_path)


def test_a_missing_file_is_named_with_its_hash(tmp_path: Path) -> None:
    (tmp_path / HASHES).write_text("ab12  model.onnx\n")
    with pytest.raises(ModelError, match=r"model\.onnx.*ab12"):
        load(tmp_path)


def test_a_damaged_file_is_named_with_both_hashes(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"other")
    (tmp_path / HASHES).write_text("ab12  model.onnx\n")
    digest = hashlib.sha256(b"other").hexdigest()
    with pytest.raises(ModelError, match=rf"model\.onnx.*{digest}.*ab12"):
        load(tmp_path)


def test_an_unknown_device() -> None:
    with pytest.raises(ModelError, match="tpu"):
        load(device="tpu")
