"""Tunes how attributions are linked: `python -m training.tune`, after an export.

On PolNeAR's dev part, chooses the bias towards no source that gives the best linked F1, and fits
the line from the evidence for an attribution to the log-odds that it is right. Writes both into
the exported labels.json.
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np

from evaluation.attribution import Told, articles, calibration_error, matched, told
from evaluation.corpora import Tally, folder
from hearsay.language import Analyser
from hearsay.language.attributions import LinkSettings, Segment, SegmentLayout, joined, link
from hearsay.language.chunks import chunks
from hearsay.language.encoding import encode
from hearsay.language.weights_file import FOLDER, HASHES, LABELS
from hearsay.model import Analysis

_SHALLOW = 0.1  # a slope that keeps the probabilities that `link` rounds far from 0 and 1


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", type=Path, default=FOLDER)
    options = parser.parse_args()
    analyser = Analyser.load(options.weights)
    texts = list(articles(folder() / "attribution/polnear/dev"))
    read = [_segments(analyser, text) for text, _ in texts]
    scored = {bias: _score(analyser, texts, read, bias) for bias in np.arange(-3, 3.1, 0.5)}
    best = max(scored, key=lambda bias: scored[bias][0])
    evidence, right = scored[best][1]
    slope, offset = _logistic(evidence, right)
    likely = 1 / (1 + np.exp(-(slope * evidence + offset)))
    error = calibration_error(list(zip(likely.tolist(), right.tolist(), strict=True)))
    print(f"no_source {best:.1f}: linked F1 {scored[best][0]:.2f}, calibration error {error:.3f}")
    path = options.weights / LABELS
    known = json.loads(path.read_text("utf-8"))
    known["settings"] = {
        "no_source": float(best),
        "slope": round(float(slope), 4),
        "offset": round(float(offset), 4),
    }
    path.write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", "utf-8")
    rehash(options.weights)


def rehash(weights: Path) -> None:
    """Writes the hashes of the exported files anew."""
    names = [line.split()[1] for line in (weights / HASHES).read_text("utf-8").splitlines()]
    sums = [
        f"{hashlib.sha256((weights / name).read_bytes()).hexdigest()}  {name}\n" for name in names
    ]
    (weights / HASHES).write_text("".join(sums), "utf-8")


def _segments(analyser: Analyser, text: str) -> tuple[Analysis, list[Segment], SegmentLayout]:
    analysis = analyser.analyse(text)
    encoded = encode(text, analyser._pieces)
    cut = chunks(encoded)
    results = analyser._read([(encoded, chunk) for chunk in cut])
    pieces = [(c.first, c.last, r.segments) for c, r in zip(cut, results, strict=True)]
    starts = np.zeros(len(encoded.words), np.int64)
    starts[[sentence.first for sentence in analysis.sentences]] = 1
    layout = SegmentLayout(starts.cumsum(), np.array(encoded.paragraph), np.array(encoded.quotes))
    return analysis, joined(pieces), layout


def _score(
    analyser: Analyser,
    texts: list[tuple[str, list[Told]]],
    read: list[tuple[Analysis, list[Segment], SegmentLayout]],
    bias: float,
) -> tuple[float, tuple[np.ndarray, np.ndarray]]:  # type: ignore[type-arg]
    """Linked F1 with a bias, and the evidence for each attribution with whether it is right."""
    tally = Tally()
    evidence: list[float] = []
    right: list[bool] = []
    settings = LinkSettings(no_source=float(bias), slope=_SHALLOW)
    for (text, gold), (analysis, segments, layout) in zip(texts, read, strict=True):
        linked = tuple(link(segments, layout, analyser._heads, settings))
        found = told(text, Analysis(text, analysis.tokens, analysis.sentences, attributions=linked))
        pairs = matched(found, gold)
        tally.count(len(pairs), len(found), len(gold))
        hit = {number for number, _ in pairs}
        for number, one in enumerate(found):
            share = min(max(one.score, 1e-4), 1 - 1e-4)
            evidence.append(float(np.log(share / (1 - share))) / _SHALLOW)
            right.append(number in hit)
    return tally.f1, (np.array(evidence), np.array(right))


def _logistic(evidence: np.ndarray, right: np.ndarray) -> tuple[float, float]:  # type: ignore[type-arg]
    """Slope and offset of the logistic line, by Newton's method."""
    x = np.stack([evidence, np.ones_like(evidence)], 1)
    weights = np.zeros(2)
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = x.T @ (x * (p * (1 - p))[:, None]) + 1e-6 * np.eye(2)
        weights = weights + np.linalg.solve(hessian, x.T @ (right - p))
    return float(weights[0]), float(weights[1])


if __name__ == "__main__":
    main()
