"""Exports trained weights for the package: `python -m training.export runs/main/weights.pt`.

Writes model.onnx (int8), heads.npz, labels.json, tokenizer.json and SHA256SUMS into `--out`;
each is replaced in one step. `--half --out FOLDER` writes the same with a model of 16-bit floats,
which `Analyser.load(FOLDER, device="cuda")` runs on a GPU.
"""

import argparse
import hashlib
import json
import shutil
import tempfile
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from onnxruntime.transformers.float16 import convert_float_to_float16
from torch import Tensor, nn

from hearsay.language.weights_file import FOLDER, HASHES, HEADS, LABELS, MODEL, PIECES
from training import labels
from training.network import Network, Sizes
from training.train import encoder_files

INPUTS = ("ids", "shapes", "quotes", "first", "last")
OUTPUTS = (
    "upos",
    "xpos",
    "lemma",
    "start",
    "arcs",
    "roots",
    "rel_dependent",
    "rel_head",
    "names",
    "predicate",
    "role_predicate",
    "role_word",
    "attribution",
    "link_cue",
    "link_source",
    "link_content",
)
SMALL = (
    "rel_root",
    "rel.",
    "role.",
    "transitions",
    "source_gap.",
    "content_gap.",
    "source_link.",
    "content_link.",
    "no_source.",
)


class Flat(nn.Module):
    """The network with a tuple for its result, tags as their best number."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, ids: Tensor, shapes: Tensor, quotes: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, ...]:
        out = self.network(ids, shapes, quotes, torch.ones_like(ids), first, last)
        for name in ("upos", "xpos", "lemma"):
            out[name] = out[name].argmax(-1)
        return tuple(out[name] for name in OUTPUTS)


def read(path: Path) -> tuple[Network, dict]:  # type: ignore[type-arg]
    stored = torch.load(path, weights_only=False)
    network = Network(Sizes(**stored["sizes"]))
    network.load_state_dict(stored["network"])
    return network.eval(), stored


def onnx_file(network: Network, path: Path) -> None:
    one = torch.ones((2, 12), dtype=torch.int64)
    words = torch.arange(1, 8).repeat(2, 1)
    batch = {0: "batch"}
    axes = {name: {**batch, 1: "pieces" if name in INPUTS[:3] else "words"} for name in INPUTS}
    axes |= {name: {**batch, 1: "words"} for name in OUTPUTS}
    axes["arcs"] = {**batch, 1: "words", 2: "words"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Flat(network),
            (one, one, one, words, words),
            str(path),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )


def _quantise(source: Path, target: Path) -> None:
    """Weights in int8, with a scale for every output: queries, keys and values share one matrix.

    The products that are no layer of the encoder or a head (arcs, roots, mixes) stay as they are.
    """
    ready = source.with_name("ready.onnx")
    quant_pre_process(str(source), str(ready), skip_symbolic_shape=True)
    nodes = [node.name for node in onnx.load(str(ready)).graph.node]
    plain = [name for name in nodes if name.startswith("/network/MatMul")]
    quantize_dynamic(
        str(ready),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        nodes_to_exclude=plain,
    )


def _halve(source: Path, target: Path) -> None:
    """Weights and sums in 16-bit floats, for a GPU; what goes in and comes out stays as it is."""
    half = convert_float_to_float16(onnx.load(str(source)), keep_io_types=True)
    onnx.save(half, str(target))


def _keep(source: Path, target: Path) -> None:
    source.rename(target)


def _model(network: Network, made: Path, convert: Callable[[Path, Path], None]) -> None:
    onnx_file(network, made / "float.onnx")
    convert(made / "float.onnx", made / MODEL)


def _heads(network: Network, path: Path) -> None:
    """The small matrices that are used outside the graph."""
    small = {
        name: value.numpy().astype(np.float32)
        for name, value in network.state_dict().items()
        if name.startswith(SMALL)
    }
    np.savez(path, **small)


def _labels(vocabulary: dict[str, dict[str, int]], path: Path) -> None:
    known = {
        **{name: sorted(table, key=table.__getitem__) for name, table in vocabulary.items()},
        "names": labels.NAME_TAGS,
        "roles": labels.ROLE_TAGS,
        "attribution": labels.ATTRIBUTION_TAGS,
    }
    path.write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _hashes(made: Path, parts: Sequence[str]) -> None:
    sums = [f"{hashlib.sha256((made / name).read_bytes()).hexdigest()}  {name}\n" for name in parts]
    (made / HASHES).write_text("".join(sums), "utf-8")


def export(weights: Path, out: Path, convert: Callable[[Path, Path], None] = _quantise) -> int:
    """Writes the files of trained weights into `out`; the epoch they are of."""
    network, stored = read(weights)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out) as folder:
        made = Path(folder)
        _model(network, made, convert)
        _heads(network, made / HEADS)
        _labels(stored["vocabulary"], made / LABELS)
        shutil.copyfile(encoder_files() / "tokenizer.json", made / PIECES)
        parts = (MODEL, HEADS, LABELS, PIECES)
        _hashes(made, parts)
        for name in (*parts, HASHES):
            (made / name).replace(out / name)
    return int(stored["epoch"])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, help="folder to write to; by default the package's own")
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument(
        "--float",
        dest="convert",
        action="store_const",
        const=_keep,
        help="keep 32-bit floats (to see what int8 costs)",
    )
    kinds.add_argument(
        "--half",
        dest="convert",
        action="store_const",
        const=_halve,
        help="16-bit floats, for a GPU: too large for the package, so --out is needed",
    )
    parser.set_defaults(convert=_quantise)
    options = parser.parse_args()
    if options.convert is _halve and options.out is None:
        parser.error("--half needs --out: the package ships the int8 file")
    out = options.out or FOLDER
    epoch = export(options.weights, out, options.convert)
    print(f"{out / MODEL}: {(out / MODEL).stat().st_size / 1e6:.1f} MB, epoch {epoch}")


if __name__ == "__main__":
    main()
