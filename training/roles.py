"""Fits the role scorer on a trained network: `python -m training.roles runs/main/weights.pt`.

The encoder stays as it is; the scorer sees the network's own trees. Writes weights-roles.pt
beside the weights.
"""

import argparse
import itertools
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from hearsay.language import paths, trees
from hearsay.language.sequences import bio_transitions, spans, viterbi
from training import corpora, labels
from training.batches import Batch, Pieces, Vocabulary, chunks, collate
from training.losses import relation_scores
from training.network import MIXES, ROLE_GAPS, Network, Sizes
from training.train import encoder_files


@dataclass(slots=True)
class Part:
    """One chunk: vectors of its words, and its pairs of predicate and word."""

    vectors: Tensor
    predicates: Tensor
    words: Tensor
    known: Tensor
    gold: Tensor


@torch.no_grad()
def parts(network: Network, batches: list[Batch]) -> list[Part]:
    found = []
    total = network.role.relation.num_embeddings
    for batch in batches:
        with torch.autocast("cpu", torch.bfloat16):
            vectors = network.words(
                batch.ids, batch.shapes, batch.quotes, batch.mask, batch.first, batch.last
            )
            out = network.heads(vectors)
        out = {name: value.float() for name, value in out.items()}
        roles = vectors[MIXES.index("roles")].float()
        rows, predicates, words, tags = batch.roles
        for row, part in enumerate(batch.chunks):
            mine = rows == row
            n = len(part.document.words)
            heads, relations = tree(network, out, batch, row, n)
            p, w = predicates[mine], words[mine]
            path, edge = paths.pair_paths(heads, relations, p.numpy(), w.numpy(), total)
            half = ROLE_GAPS // 2
            gap = (w - p).clamp(-half, half) + half
            known = torch.stack(
                [
                    gap,
                    torch.from_numpy(path),
                    torch.from_numpy(edge),
                    torch.from_numpy(relations)[p],
                ],
                1,
            )
            found.append(Part(roles[row, :n].clone(), p, w, known, tags[mine]))
    return [part for part in found if len(part.gold)]


def tree(
    network: Network, out: dict[str, Tensor], batch: Batch, row: int, n: int
) -> tuple[np.ndarray, np.ndarray]:  # type: ignore[type-arg]
    """The network's own tree of one chunk: heads (a root its own) and relations."""
    edges = [*np.flatnonzero(np.diff(batch.sentence[row, :n].numpy(), prepend=-1)).tolist(), n]
    heads = trees.decode(
        out["arcs"][row, :n, :n].numpy(),
        out["roots"][row, :n].numpy(),
        list(itertools.pairwise(edges)),
    )
    words = torch.arange(n)
    last = out["rel_head"].shape[1]
    gold = torch.from_numpy(np.where(heads == np.arange(n), last, heads))
    relations = relation_scores(network, out, torch.full((n,), row), words, gold).argmax(1)
    return heads, relations.numpy()


def scores(network: Network, part: Part, rate: float) -> Tensor:
    vectors = F.dropout(part.vectors, rate, network.training)
    known = part.known
    if network.training:
        # Trees of unseen text are worse than those of the training set: some paths are hidden.
        hidden = torch.rand(len(known)) < 0.1
        known = torch.where(
            hidden[:, None], torch.tensor([0, 1, 0, 0]) + known * torch.tensor([1, 0, 0, 1]), known
        )
    predicates = network.role_predicate(vectors)[part.predicates]
    words = network.role_word(vectors)[part.words]
    return network.role(predicates, words, known)


@torch.no_grad()
def f1(network: Network, found: list[Part]) -> float:
    network.eval()
    right = mine_ = theirs_ = 0
    for part in found:
        logits, gold = scores(network, part, 0.0).numpy(), part.gold.numpy()
        edges = [*np.flatnonzero(np.diff(part.predicates.numpy(), prepend=-1)).tolist(), len(gold)]
        for a, b in itertools.pairwise(edges):
            path = viterbi(
                logits[None, a:b], np.array([b - a]), *bio_transitions(labels.ROLE_TAGS)
            )[0]
            mine, theirs = (
                set(spans([labels.ROLE_TAGS[t] for t in tags])) for tags in (path, gold[a:b])
            )
            right, mine_, theirs_ = (
                right + len(mine & theirs),
                mine_ + len(mine),
                theirs_ + len(theirs),
            )
    return 200 * right / (mine_ + theirs_)


def load(path: Path) -> tuple[Network, dict]:  # type: ignore[type-arg]
    """The network with whatever of the stored weights still fits."""
    stored = torch.load(path, weights_only=False)
    network = Network(Sizes(**stored["sizes"]))
    own = network.state_dict()
    network.load_state_dict(
        {n: v for n, v in stored["network"].items() if n in own and own[n].shape == v.shape},
        strict=False,
    )
    return network.eval(), stored


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("weights", type=Path)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    network, stored = load(options.weights)
    vocabulary = Vocabulary(**stored["vocabulary"])
    pieces = Pieces(encoder_files() / "tokenizer.json")
    sets = {}
    for name in ("train", "dev"):
        cut = sorted(
            (c for d in corpora.ewt(name) for c in chunks(d, pieces, None)), key=lambda c: c.pieces
        )
        sets[name] = parts(
            network, [collate(cut[at : at + 8], pieces, vocabulary) for at in range(0, len(cut), 8)]
        )
    learned = [
        *network.role.parameters(),
        *network.role_predicate.parameters(),
        *network.role_word.parameters(),
    ]
    update = torch.optim.AdamW(learned, lr=2e-3, weight_decay=0.01)
    total, done = options.epochs * len(sets["train"]), 0
    for epoch in range(options.epochs):
        network.train()
        rng.shuffle(sets["train"])
        loss_sum = 0.0
        for at in range(0, len(sets["train"]), 8):
            group = sets["train"][at : at + 8]
            for own in update.param_groups:
                own["lr"] = 2e-3 * (1 - done / total)
            loss = sum(
                F.cross_entropy(scores(network, part, 0.25), part.gold, reduction="sum")
                for part in group
            )
            loss = loss / sum(len(part.gold) for part in group)  # type: ignore[operator]
            update.zero_grad()
            loss.backward()
            update.step()
            done += len(group)
            loss_sum += float(loss.detach())
        print(
            f"epoch {epoch + 1} loss {loss_sum * 8 / len(sets['train']):.4f} "
            f"dev F1 {f1(network, sets['dev']):.2f}",
            flush=True,
        )
    stored["network"] = network.state_dict()
    torch.save(stored, options.weights.with_name("weights-roles.pt"))


if __name__ == "__main__":
    main()
