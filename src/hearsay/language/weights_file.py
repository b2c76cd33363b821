"""The shipped weights: found, checked against their hashes, opened."""

import hashlib
import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from hearsay.errors import ModelError

FOLDER = Path(str(files(__package__) / "weights"))
MODEL, HEADS, LABELS, PIECES, HASHES = (
    "model.onnx",
    "heads.npz",
    "labels.json",
    "tokenizer.json",
    "SHA256SUMS",
)


@dataclass(frozen=True, slots=True)
class Weights:
    """The network's session, the small matrices used outside it, and what its outputs mean."""

    session: onnxruntime.InferenceSession
    heads: dict[str, NDArray[np.float32]]
    labels: dict[str, Any]
    pieces: Path


def load(folder: Path = FOLDER, *, device: str = "cpu") -> Weights:
    """Opens the weights in `folder` for "cpu" or "cuda".

    ModelError when a file is missing or is not the one its hash names, or when the device is not
    to be had.
    """
    for name, expected in _expected(folder).items():
        _check(folder / name, expected)
    with np.load(folder / HEADS) as stored:
        heads = {name: stored[name] for name in stored.files}
    labels = json.loads((folder / LABELS).read_text("utf-8"))
    return Weights(_session(folder / MODEL, device), heads, labels, folder / PIECES)


def _expected(folder: Path) -> dict[str, str]:
    try:
        lines = (folder / HASHES).read_text("utf-8").splitlines()
    except OSError as error:
        raise ModelError(
            f"the language model is missing: no {folder / HASHES}; reinstall hearsay, or export "
            "weights with `python -m training.export`"
        ) from error
    pairs = [line.split(maxsplit=1) for line in lines if line.strip()]
    return {name.strip().lstrip("*"): digest for digest, name in pairs}


def _check(path: Path, expected: str) -> None:
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ModelError(
            f"the language model lacks {path} (expected sha256 {expected}); reinstall hearsay"
        ) from error
    if found != expected:
        raise ModelError(
            f"{path} is damaged: sha256 {found}, expected {expected}; reinstall hearsay"
        )


def _session(path: Path, device: str) -> onnxruntime.InferenceSession:
    """One thread a process, no spinning: pages are spread over processes, not one over threads."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_session_config_entry("session.inter_op.allow_spinning", "0")
    # Processors without VNNI add pairs of int8 products in 16 bits, which overflow in silence: the
    # same page would be read otherwise there. Exact sums cost them an eighth, others nothing.
    options.add_session_config_entry("session.x64quantprecision", "1")
    provider = _provider(device)
    try:
        session = onnxruntime.InferenceSession(
            str(path), sess_options=options, providers=[provider]
        )
    except Exception as error:
        raise ModelError(f"{path} cannot be opened by onnxruntime: {error}") from error
    # Where the libraries of CUDA are missing, onnxruntime goes on with the processor in silence.
    if provider not in session.get_providers():
        raise ModelError(
            f"{device} was asked for, but onnxruntime cannot start it; install the CUDA libraries "
            "that your onnxruntime-gpu names, or choose the device cpu"
        )
    return session


def _provider(device: str) -> str:
    """What onnxruntime calls a device; ModelError when it is unknown or not to be had."""
    providers = {"cpu": "CPUExecutionProvider", "cuda": "CUDAExecutionProvider"}
    if device not in providers:
        raise ModelError(f"no device {device!r}: choose cpu or cuda")
    if providers[device] not in onnxruntime.get_available_providers():
        raise ModelError(
            f"{device} was asked for, but the onnxruntime installed here cannot use it; install "
            "onnxruntime-gpu in place of onnxruntime, or choose the device cpu"
        )
    return providers[device]
