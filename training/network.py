"""The network: a MiniLM encoder and the heads that share it."""

import math
from dataclasses import dataclass

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from hearsay.language import paths
from hearsay.language.features import QUOTE_STATES, SHAPES
from training.batches import ROLE_GAPS

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
ARC, REL, ROLE, LINK, HIDDEN = 256, 128, 128, 128, 256
GAPS, SIDES = 14, 3  # buckets of distance between segments; places relative to quotes


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many labels each head tells apart."""

    upos: int
    xpos: int
    lemma: int
    deprel: int
    names: int
    roles: int
    attribution: int


def shared_dropout(x: Tensor, rate: float, training: bool) -> Tensor:
    """Drops whole features of a sequence: one mask for all positions, cheap on a CPU."""
    if not training or rate == 0:
        return x
    shape = (x.shape[0], *([1] * (x.dim() - 2)), x.shape[-1])
    mask = (torch.rand(shape) >= rate).to(x.dtype) / (1 - rate)
    return x * mask


def attend(queries: Tensor, keys: Tensor, values: Tensor, bias: Tensor) -> Tensor:
    """Values mixed by attention, [batch, pieces, width]."""
    b, t, _ = queries.shape
    q, k, v = (
        part.view(b, t, HEADS, WIDTH // HEADS).transpose(1, 2) for part in (queries, keys, values)
    )
    weights = torch.softmax(q @ k.transpose(-1, -2) * (1 / math.sqrt(WIDTH // HEADS)) + bias, -1)
    return (weights @ v).transpose(1, 2).reshape(b, t, WIDTH)


class Fused(torch.autograd.Function):
    """`attend` without a mask as one node of the exported graph: at run time nothing is padded."""

    @staticmethod
    def forward(ctx: object, queries: Tensor, keys: Tensor, values: Tensor) -> Tensor:
        return attend(queries, keys, values, torch.zeros(()))

    @staticmethod
    def symbolic(g, queries, keys, values):  # type: ignore[no-untyped-def]
        found = g.op("com.microsoft::MultiHeadAttention", queries, keys, values, num_heads_i=HEADS)
        found.setType(queries.type())
        return found


class Layer(nn.Module):
    """One transformer layer with plain matrix-product attention."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        parts = self.qkv(x).split(WIDTH, dim=-1)
        mixed = Fused.apply(*parts) if torch.onnx.is_in_onnx_export() else attend(*parts, bias)
        x = self.norm1(x + shared_dropout(self.out(mixed), 0.1, self.training))
        return self.norm2(x + shared_dropout(self.down(F.gelu(self.up(x))), 0.1, self.training))


class Encoder(nn.Module):
    """Wordpieces with letter case and quote state to the hidden states of every layer."""

    def __init__(self, vocabulary: int = 30522) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, WIDTH)
        self.pieces.weight.requires_grad = False
        self.positions = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.quotes = nn.Embedding(len(QUOTE_STATES), WIDTH)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.quotes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: Tensor, shapes: Tensor, quotes: Tensor, mask: Tensor) -> list[Tensor]:
        places = torch.arange(ids.shape[1])
        x = self.pieces(ids) + self.positions(places) + self.shapes(shapes) + self.quotes(quotes)
        x = shared_dropout(self.norm(x), 0.1, self.training)
        bias = ((1.0 - mask.to(x.dtype)) * -1e4)[:, None, None, :]
        states = [x]
        for layer in self.layers:
            x = layer(x, bias)
            states.append(x)
        return states

    def load(self, path: str) -> None:
        """Takes over the weights of all-MiniLM-L6-v2."""
        weights = load_file(path)
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        own = {
            "pieces.weight": weights["embeddings.word_embeddings.weight"],
            "positions.weight": weights["embeddings.position_embeddings.weight"] + kind,
            "norm.weight": weights["embeddings.LayerNorm.weight"],
            "norm.bias": weights["embeddings.LayerNorm.bias"],
        }
        for number in range(LAYERS):
            base = f"encoder.layer.{number}."
            for suffix in ("weight", "bias"):
                own[f"layers.{number}.qkv.{suffix}"] = torch.cat(
                    [
                        weights[f"{base}attention.self.{part}.{suffix}"]
                        for part in ("query", "key", "value")
                    ]
                )
                for mine, theirs in _PARTS:
                    own[f"layers.{number}.{mine}.{suffix}"] = weights[f"{base}{theirs}.{suffix}"]
        missing = self.load_state_dict(own, strict=False)
        if (
            set(missing.missing_keys) != {"shapes.weight", "quotes.weight"}
            or missing.unexpected_keys
        ):
            raise ValueError(f"{path} is no MiniLM-L6 encoder: {missing}")


_PARTS = (
    ("out", "attention.output.dense"),
    ("norm1", "attention.output.LayerNorm"),
    ("up", "intermediate.dense"),
    ("down", "output.dense"),
    ("norm2", "output.LayerNorm"),
)


class Pairs(nn.Module):
    """Scores of pairs from two vectors of theirs: product and sum, each through one matrix."""

    def __init__(self, width: int, labels: int) -> None:
        super().__init__()
        self.product = nn.Linear(width, labels)
        self.sum = nn.Linear(width, labels, bias=False)

    def forward(self, one: Tensor, other: Tensor, extra: Tensor | None = None) -> Tensor:
        total = one + other if extra is None else one + other + extra
        return self.product(one * other) + self.sum(F.relu(total))


class RoleScorer(nn.Module):
    """Scores of role tags for pairs of predicate and word, from vectors and places in the tree."""

    def __init__(self, relations: int, tags: int) -> None:
        super().__init__()
        self.gap = nn.Embedding(ROLE_GAPS, ROLE)
        self.path = nn.Embedding(paths.count(relations), ROLE)
        self.edge = nn.Embedding(paths.EDGES, ROLE)
        self.relation = nn.Embedding(relations, ROLE)
        self.hidden = nn.Linear(ROLE, ROLE)
        self.product = nn.Linear(ROLE, tags)
        self.sum = nn.Linear(ROLE, tags, bias=False)
        for table in (self.gap, self.path, self.edge, self.relation):
            nn.init.normal_(table.weight, std=0.1)

    def forward(self, predicates: Tensor, words: Tensor, known: Tensor) -> Tensor:
        """`known` is [pairs, 4]: bucket of distance, path, edge, the predicate's own relation."""
        total = predicates + words + self.gap(known[:, 0]) + self.path(known[:, 1])
        total = total + self.edge(known[:, 2]) + self.relation(known[:, 3])
        return self.product(predicates * words) + self.sum(F.relu(self.hidden(F.relu(total))))


MIXES = ("syntax", "names", "roles", "attribution")


class Network(nn.Module):
    """All heads on one encoder."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.mix = nn.Parameter(torch.zeros(len(MIXES), LAYERS + 1))
        self.tag_hidden = nn.Linear(WIDTH, HIDDEN)
        self.upos = nn.Linear(HIDDEN, sizes.upos)
        self.xpos = nn.Linear(HIDDEN, sizes.xpos)
        self.lemma_hidden = nn.Linear(WIDTH, HIDDEN)
        self.lemma = nn.Linear(HIDDEN, sizes.lemma)
        self.start = nn.Linear(HIDDEN, 1)
        self.arc_dependent = nn.Linear(WIDTH, ARC)
        self.arc_head = nn.Linear(WIDTH, ARC)
        self.arc = nn.Parameter(torch.zeros(ARC, ARC))
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.root = nn.Parameter(torch.zeros(ARC))
        self.rel_dependent = nn.Linear(WIDTH, REL)
        self.rel_head = nn.Linear(WIDTH, REL)
        self.rel_root = nn.Parameter(torch.zeros(REL))
        self.rel = Pairs(REL, sizes.deprel)
        self.name_hidden = nn.Linear(WIDTH, HIDDEN)
        self.name = nn.Linear(HIDDEN, sizes.names)
        self.role_hidden = nn.Linear(WIDTH, HIDDEN)
        self.predicate = nn.Linear(HIDDEN, 1)
        self.role_predicate = nn.Linear(WIDTH, ROLE)
        self.role_word = nn.Linear(WIDTH, ROLE)
        self.role = RoleScorer(sizes.deprel, sizes.roles)
        self.attribution_hidden = nn.Linear(WIDTH, HIDDEN)
        self.attribution = nn.Linear(HIDDEN, sizes.attribution)
        self.transitions = nn.Parameter(torch.zeros(sizes.attribution + 1, sizes.attribution + 1))
        self.link_cue = nn.Linear(WIDTH, LINK)
        self.link_source = nn.Linear(WIDTH, LINK)
        self.link_content = nn.Linear(WIDTH, LINK)
        self.source_gap = nn.Embedding(LINK_FEATURES, LINK)
        self.content_gap = nn.Embedding(LINK_FEATURES, LINK)
        self.source_link = Pairs(LINK, 1)
        self.content_link = Pairs(LINK, 1)
        self.no_source = nn.Linear(LINK, 1)
        nn.init.normal_(self.arc, std=0.02)
        nn.init.normal_(self.rel_root, std=0.1)
        nn.init.normal_(self.root, std=0.02)
        for table in (self.source_gap, self.content_gap):
            nn.init.normal_(table.weight, std=0.1)

    def words(
        self, ids: Tensor, shapes: Tensor, quotes: Tensor, mask: Tensor, first: Tensor, last: Tensor
    ) -> list[Tensor]:
        """One vector a word for each group of heads, [batch, words, width]."""
        states = torch.stack([state.float() for state in self.encoder(ids, shapes, quotes, mask)])
        layers, b, _t, width = states.shape
        rows = torch.arange(b)[:, None]
        mean = (states[:, rows, first] + states[:, rows, last]) * 0.5
        weights = torch.softmax(self.mix, -1)
        mixed = weights @ mean.reshape(layers, -1)
        mixed = mixed.view(len(MIXES), b, first.shape[1], width)
        return [shared_dropout(part, 0.2, self.training) for part in mixed.unbind(0)]

    def forward(
        self, ids: Tensor, shapes: Tensor, quotes: Tensor, mask: Tensor, first: Tensor, last: Tensor
    ) -> dict[str, Tensor]:
        return self.heads(self.words(ids, shapes, quotes, mask, first, last))

    def heads(self, vectors: list[Tensor]) -> dict[str, Tensor]:
        """What each head says of the words' vectors."""
        syntax, names, roles, attribution = vectors
        tags = self._drop(F.gelu(self.tag_hidden(syntax)))
        dependents = self._drop(F.gelu(self.arc_dependent(syntax)))
        heads = self._drop(F.gelu(self.arc_head(syntax)))
        arcs = (dependents @ self.arc + self.arc_bias) @ heads.transpose(1, 2)
        predicate = self._drop(F.gelu(self.role_hidden(roles)))
        return {
            "upos": self.upos(tags),
            "xpos": self.xpos(tags),
            "start": self.start(tags)[..., 0],
            "lemma": self.lemma(self._drop(F.gelu(self.lemma_hidden(syntax)))),
            "arcs": arcs,
            "roots": dependents @ self.root,
            "rel_dependent": self._drop(self.rel_dependent(syntax)),
            "rel_head": self._drop(self.rel_head(syntax)),
            "names": self.name(self._drop(F.gelu(self.name_hidden(names)))),
            "predicate": self.predicate(predicate)[..., 0],
            "role_predicate": self._drop(self.role_predicate(roles)),
            "role_word": self._drop(self.role_word(roles)),
            "attribution": self.attribution(
                self._drop(F.gelu(self.attribution_hidden(attribution)))
            ),
            "link_cue": self._drop(self.link_cue(attribution)),
            "link_source": self._drop(self.link_source(attribution)),
            "link_content": self._drop(self.link_content(attribution)),
        }

    def _drop(self, x: Tensor) -> Tensor:
        return shared_dropout(x, 0.2, self.training)


# Features of a pair of segments (see hearsay.language.links): one bit-free index each.
LINK_FEATURES = 64
