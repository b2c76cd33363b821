"""Quick dev figures on gold words while training; the evaluation measures the shipped model."""

import torch
from torch import Tensor

from training import labels
from training.batches import Batch, Pieces, Vocabulary, chunks, collate
from training.corpora import spans
from training.documents import Training
from training.losses import arc_scores, content_scores, relation_scores, role_scores, source_scores
from training.network import Network

_COARSE = {
    "person": "PER",
    "organization": "ORG",
    "state": "LOC",
    "place": "LOC",
    "facility": "LOC",
}


def batches(
    documents: list[Training], pieces: Pieces, vocabulary: Vocabulary, size: int = 16
) -> list[Batch]:
    parts = sorted((c for d in documents for c in chunks(d, pieces, None)), key=lambda c: c.pieces)
    return [collate(parts[at : at + size], pieces, vocabulary) for at in range(0, len(parts), size)]


class Tally:
    """Precision and recall of spans."""

    def __init__(self) -> None:
        self.right = self.found = self.gold = 0

    def add(self, found: set, gold: set) -> None:  # type: ignore[type-arg]
        self.right += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    @property
    def f1(self) -> float:
        return 200 * self.right / max(1, self.found + self.gold)


@torch.no_grad()
def run(network: Network, batch: Batch) -> dict[str, Tensor]:
    with torch.autocast("cpu", torch.bfloat16):
        out = network(batch.ids, batch.shapes, batch.quotes, batch.mask, batch.first, batch.last)
    return {name: value.float() for name, value in out.items()}


@torch.no_grad()
def syntax(network: Network, found: list[Batch]) -> dict[str, float]:
    total = upos = xpos = lemma = uas = las = 0
    role = Tally()
    predicates = Tally()
    for number, batch in enumerate(found):
        out = run(network, batch)
        known = batch.heads >= 0
        heads = arc_scores(out, batch.sentence).argmax(-1)
        row, word = known.nonzero(as_tuple=True)
        relations = relation_scores(network, out, row, word, heads[row, word]).argmax(-1)
        right = heads[known] == batch.heads[known]
        total += len(row)
        uas += int(right.sum())
        las += int((right & (relations == batch.deprels[known])).sum())
        upos += int((out["upos"].argmax(-1) == batch.upos)[known].sum())
        xpos += int((out["xpos"].argmax(-1) == batch.xpos)[known].sum())
        lemma += int((out["lemma"].argmax(-1) == batch.lemma)[known].sum())
        if len(batch.roles[0]):
            rows, preds, words, gold = batch.roles
            tags = role_scores(network, out, batch).argmax(-1)
            role.add(*(_role_spans(rows, preds, words, tag) for tag in (tags, gold)))
            labelled = batch.predicate >= 0
            predicates.add(
                {(number, int(i)) for i in ((out["predicate"] > 0) & labelled).flatten().nonzero()},
                {(number, int(i)) for i in (batch.predicate > 0).flatten().nonzero()},
            )
    figures = {"upos": upos, "xpos": xpos, "lemma": lemma, "uas": uas, "las": las}
    scores = {name: 100 * value / max(1, total) for name, value in figures.items()}
    return {**scores, "roles": role.f1, "predicates": predicates.f1} if role.gold else scores


def _role_spans(rows: Tensor, preds: Tensor, words: Tensor, tags: Tensor) -> set:  # type: ignore[type-arg]
    found = set()
    open_: tuple | None = None  # type: ignore[type-arg]
    names = labels.ROLE_TAGS
    for row, pred, word, tag in zip(
        rows.tolist(), preds.tolist(), words.tolist(), tags.tolist(), strict=False
    ):
        key = (row, pred)
        label = names[tag]
        if open_ and (open_[0] != key or label != f"I-{open_[1]}"):
            found.add(open_)
            open_ = None
        if open_:
            open_ = (*open_[:3], word + 1)
        elif label != "O":
            open_ = (key, label[2:], word, word + 1)
    return found | ({open_} if open_ else set())


@torch.no_grad()
def names(network: Network, found: list[Batch], gold: dict[str, list[str]]) -> float:
    tally = Tally()
    for number, batch in enumerate(found):
        tags = run(network, batch)["names"].argmax(-1)
        for row, part in enumerate(batch.chunks):
            own = tags[row, part.fresh : len(part.document.words)].tolist()
            mine = [_coarse(labels.NAME_TAGS[tag]) for tag in own]
            theirs = part.document.xpos[part.fresh :]
            tally.add(
                {(number, row, *s) for s in spans(mine)}, {(number, row, *s) for s in spans(theirs)}
            )
    return tally.f1


def _coarse(tag: str) -> str:
    label = _COARSE.get(tag[2:])
    return f"{tag[:2]}{label}" if label else "O"


@torch.no_grad()
def attribution(network: Network, found: list[Batch]) -> dict[str, float]:
    tallies = {kind: Tally() for kind in ("source", "cue", "content")}
    right = {"source_link": [0, 0], "content_link": [0, 0]}
    for number, batch in enumerate(found):
        out = run(network, batch)
        for row, part in enumerate(batch.chunks):
            n = len(part.document.words)
            tags = [
                labels.ATTRIBUTION_TAGS[t]
                for t in viterbi(network, out["attribution"][row, part.fresh : n])
            ]
            gold = part.document.attribution[part.fresh :]
            for kind, tally in tallies.items():
                tally.add(
                    *(
                        {(number, row, a, b) for a, b, k in spans(s) if k == kind}
                        for s in (tags, gold)
                    )
                )
        for links in batch.links:
            vectors = {
                name: out[name][links["row"]]
                for name in ("link_cue", "link_source", "link_content")
            }
            chosen = source_scores(network, vectors, links).argmax(1).numpy()
            right["source_link"][0] += int((chosen == links["source_of"]).sum())
            right["source_link"][1] += len(chosen)
            chosen = content_scores(network, vectors, links).argmax(1).numpy()
            known = links["cue_of"] >= 0
            right["content_link"][0] += int((chosen == links["cue_of"])[known].sum())
            right["content_link"][1] += int(known.sum())
    figures = {kind: tally.f1 for kind, tally in tallies.items()}
    return {**figures, **{name: 100 * a / max(1, b) for name, (a, b) in right.items()}}


def viterbi(network: Network, scores: Tensor) -> list[int]:
    tags = scores.shape[1]
    table = network.transitions.float().numpy()
    best = table[tags, :tags] + scores[0].numpy()
    back = []
    for at in range(1, len(scores)):
        step = best[:, None] + table[:tags, :tags]
        back.append(step.argmax(0))
        best = step.max(0) + scores[at].numpy()
    path = [int((best + table[:tags, tags]).argmax())]
    for choice in reversed(back):
        path.append(int(choice[path[-1]]))
    return path[::-1]
