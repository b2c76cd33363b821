"""The loss of each head on a batch, summed over its words."""

import torch
from torch import Tensor
from torch.nn import functional as F

from training.batches import Batch
from training.network import Network

WEIGHTS = {
    "upos": 0.5,
    "xpos": 0.5,
    "lemma": 0.5,
    "start": 0.5,
    "arc": 1.0,
    "rel": 1.0,
    "names": 1.0,
    "predicate": 0.5,
    "role": 0.5,
    "attribution": 1.0,
    "source": 1.0,
    "content": 1.0,
}


def _entropy(scores: Tensor, gold: Tensor) -> Tensor:
    return F.cross_entropy(
        scores.flatten(0, -2),
        gold.flatten(),
        ignore_index=-100,
        reduction="sum",
        label_smoothing=0.0,
    )


def losses(network: Network, batch: Batch, allowed: Tensor) -> dict[str, Tensor]:
    """Sums by head. `allowed` is [sets, tags], true where a set of name tags has the tag."""
    with torch.autocast("cpu", torch.bfloat16):
        out = network(batch.ids, batch.shapes, batch.quotes, batch.mask, batch.first, batch.last)
    out = {name: value.float() for name, value in out.items()}
    found = {name: _entropy(out[name], getattr(batch, name)) for name in ("upos", "xpos", "lemma")}
    found["start"] = _binary(out["start"], batch.start)
    found["predicate"] = _binary(out["predicate"], batch.predicate)
    found["arc"] = _entropy(arc_scores(out, batch.sentence), batch.heads)
    found["rel"] = _relations(network, out, batch)
    found["names"] = _names(out["names"], batch, allowed)
    if len(batch.roles[0]):
        found["role"] = F.cross_entropy(
            role_scores(network, out, batch), batch.roles[3], reduction="sum"
        )
    labelled = (batch.attribution >= 0).any(1).nonzero()[:, 0]
    if len(labelled):
        found["attribution"] = crf_loss(
            network.transitions.float(), out["attribution"][labelled], batch.attribution[labelled]
        )
    found.update(_links(network, out, batch))
    return found


def _binary(scores: Tensor, gold: Tensor) -> Tensor:
    known = gold >= 0
    return F.binary_cross_entropy_with_logits(scores[known], gold[known], reduction="sum")


def arc_scores(out: dict[str, Tensor], sentence: Tensor) -> Tensor:
    """Scores of heads, [batch, words, words + 1], the root last; least outside the sentence."""
    same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence >= 0)[:, None, :]
    same &= ~torch.eye(sentence.shape[1], dtype=torch.bool)
    arcs = out["arcs"].masked_fill(~same, -1e9)
    return torch.cat([arcs, out["roots"][..., None]], -1)


def relation_scores(
    network: Network, out: dict[str, Tensor], row: Tensor, word: Tensor, head: Tensor
) -> Tensor:
    """Scores of relations for words with given heads (the root numbered after the last word)."""
    n = out["rel_head"].shape[1]
    root = (head == n)[:, None]
    vectors = torch.where(root, network.rel_root, out["rel_head"][row, head.clamp(max=n - 1)])
    return network.rel(out["rel_dependent"][row, word], vectors).float()


def _relations(network: Network, out: dict[str, Tensor], batch: Batch) -> Tensor:
    row, word = (batch.deprels >= 0).nonzero(as_tuple=True)
    scores = relation_scores(network, out, row, word, batch.heads[row, word])
    return F.cross_entropy(scores, batch.deprels[row, word], reduction="sum")


def _names(scores: Tensor, batch: Batch, allowed: Tensor) -> Tensor:
    known = batch.names >= 0
    logits, sets = scores[known], allowed[batch.names[known]]
    right = torch.logsumexp(logits.masked_fill(~sets, -1e9), -1)
    return ((torch.logsumexp(logits, -1) - right) * batch.name_weight[known]).sum()


def role_scores(network: Network, out: dict[str, Tensor], batch: Batch) -> Tensor:
    """Scores of role tags for pairs of a predicate and a word, given the gold tree."""
    rows, predicates, words, _ = batch.roles
    return network.role(
        out["role_predicate"][rows, predicates], out["role_word"][rows, words], batch.role_known
    )


def crf_loss(transitions: Tensor, scores: Tensor, gold: Tensor) -> Tensor:
    """Negative log-likelihood of tag sequences; words with a negative tag are skipped.

    The last row of `transitions` is the start, its last column the end.
    """
    b, length, tags = scores.shape
    inner, begin, end = (
        transitions[:tags, :tags],
        transitions[tags, :tags],
        transitions[:tags, tags],
    )
    known = gold >= 0
    alpha = torch.zeros(b, tags)
    path = torch.zeros(b)
    before = torch.full((b,), -1)
    for at in range(length):
        here, tag = known[:, at], gold[:, at].clamp(min=0)
        fresh = (before < 0)[:, None]
        step = torch.logsumexp(alpha[:, :, None] + inner, 1)
        new = torch.where(fresh, begin.expand(b, tags), step) + scores[:, at]
        alpha = torch.where(here[:, None], new, alpha)
        move = torch.where(before < 0, begin[tag], inner[before.clamp(min=0), tag])
        path = path + torch.where(
            here, move + scores[:, at].gather(1, tag[:, None])[:, 0], torch.zeros(())
        )
        before = torch.where(here, tag, before)
    total = torch.logsumexp(alpha + end, -1)
    return (total - path - end[before]).sum()


def source_scores(network: Network, vectors: dict[str, Tensor], links: dict) -> Tensor:  # type: ignore[type-arg]
    """Scores of each cue's sources, none last, [cues, sources + 1]."""
    cues = segment_means(vectors["link_cue"], links["cues"])
    none = network.no_source(F.relu(cues)).float()
    if not len(links["sources"]):
        return none
    sources = segment_means(vectors["link_source"], links["sources"])
    extra = network.source_gap(torch.from_numpy(links["source_features"])).sum(2)
    return torch.cat(
        [network.source_link(cues[:, None], sources[None], extra)[..., 0].float(), none], 1
    )


def content_scores(network: Network, vectors: dict[str, Tensor], links: dict) -> Tensor:  # type: ignore[type-arg]
    """Scores of each content's cues, [contents, cues]."""
    cues = segment_means(vectors["link_cue"], links["cues"])
    contents = segment_ends(vectors["link_content"], links["contents"])
    extra = network.content_gap(torch.from_numpy(links["content_features"])).sum(2)
    return network.content_link(cues[:, None], contents[None], extra)[..., 0].float().T


def segment_means(vectors: Tensor, segments) -> Tensor:  # type: ignore[no-untyped-def]
    sums = torch.cat([torch.zeros(1, vectors.shape[1]), vectors.cumsum(0)])
    first, last = torch.from_numpy(segments).unbind(1)
    return (sums[last] - sums[first]) / (last - first)[:, None]


def segment_ends(vectors: Tensor, segments) -> Tensor:  # type: ignore[no-untyped-def]
    first, last = torch.from_numpy(segments).unbind(1)
    return (vectors[first] + vectors[last - 1]) / 2


def _links(network: Network, out: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    source = content = torch.zeros(())
    for links in batch.links:
        vectors = {
            name: out[name][links["row"]] for name in ("link_cue", "link_source", "link_content")
        }
        source = source + F.cross_entropy(
            source_scores(network, vectors, links),
            torch.from_numpy(links["source_of"]),
            reduction="sum",
        )
        gold = torch.from_numpy(links["cue_of"])
        if len(links["cues"]) > 1:
            content = content + F.cross_entropy(
                content_scores(network, vectors, links), gold, ignore_index=-100, reduction="sum"
            )
    return {"source": source, "content": content}
