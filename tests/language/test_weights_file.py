"""Weights that are missing or damaged are named."""

import hashlib
from pathlib import Path

import onnxruntime
import pytest

from hearsay.errors import ModelError
from hearsay.language.weights_file import FOLDER, HASHES, HEADS, LABELS, MODEL, PIECES, load

PARTS = (MODEL, HEADS, LABELS, PIECES)


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


def test_cuda_that_is_not_installed_is_told_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: ["CPUExecutionProvider"])
    with pytest.raises(ModelError, match=r"cuda was asked for.*onnxruntime-gpu.*cpu") as caught:
        load(device="cuda")
    assert "\n" not in str(caught.value)


class _Fallen:
    """A session as onnxruntime-gpu gives it where the libraries of CUDA are missing."""

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def get_providers(self) -> list[str]:
        return ["CPUExecutionProvider"]


def test_cuda_that_does_not_start_is_never_replaced_in_silence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: ["CUDAExecutionProvider"])
    monkeypatch.setattr(onnxruntime, "InferenceSession", _Fallen)
    with pytest.raises(ModelError, match=r"cannot start.*CUDA libraries"):
        load(device="cuda")


def test_a_model_that_is_no_model_is_named(tmp_path: Path) -> None:
    for part in (*PARTS, HASHES):
        (tmp_path / part).write_bytes((FOLDER / part).read_bytes())
    (tmp_path / MODEL).write_bytes(b"no graph")
    digest = hashlib.sha256(b"no graph").hexdigest()
    sums = (tmp_path / HASHES).read_text()
    old = hashlib.sha256((FOLDER / MODEL).read_bytes()).hexdigest()
    (tmp_path / HASHES).write_text(sums.replace(old, digest))
    with pytest.raises(ModelError, match=rf"{MODEL} cannot be opened"):
        load(tmp_path)
