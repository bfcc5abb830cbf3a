"""Fits the judge of set questions to the tune half: `python -m eval.calibrate`.

Every (question, paper) pair is one example; optional papers are left out. A logistic
regression with an L2 penalty gives the weights. The cut-off is the one with the best mean F1
where each question is judged by weights fitted to the others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rag.aboutness import FEATURES, Aboutness
from rag.catalog import Catalog
from rag.question import understand
from rag.retrieve import Retriever
from rag.select import WEIGHTS, alternatives
from rag.settings import load_settings
from rag.types import Filters, Kind
from store.library import Library

Array = NDArray[np.float64]

QUESTIONS = Path(__file__).parent / "questions.jsonl"
PENALTY = 0.01
GATE = -5.0  # log-odds of a mere mention: what is meant by it, not what few examples make of it
_STEPS = 12  # of Newton's method; it has settled after eight
_CUTS = np.linspace(0.2, 0.8, 61)
_SMOOTH = 21  # neighbouring cut-offs averaged, so that no single question decides
_NEAR = 0.75  # near misses begin at this share of the cut-off, and so do the last resorts


@dataclass(frozen=True, slots=True)
class Example:
    """A set question: features (papers, FEATURES), gold (papers,), and which papers count."""

    half: str
    features: Array
    gold: Array
    counted: NDArray[np.bool_]


def main() -> None:
    """Fits, prints the mean F1 of both halves, and writes the weights."""
    library = Library.open(load_settings().library)
    examples = list(examples_of(library))
    tune = [e for e in examples if e.half == "tune"]
    report = [e for e in examples if e.half == "report"]
    cut, mean = best_cut(tune)
    weights = fit(tune)
    print(f"tune, each question by the others: {mean:.3f} of {len(tune)}, cut {cut:.2f}")
    print(f"report: {mean_f1(report, [weights] * len(report), cut):.3f} of {len(report)}")
    data = {
        "weights": dict(zip(FEATURES, np.round(weights[:-1], 4).tolist(), strict=True)),
        "bias": round(float(weights[-1]), 4),
        "cut": round(cut, 3),
        "near": round(cut * _NEAR, 3),
    }
    WEIGHTS.write_text(json.dumps(data, indent=1) + "\n", "utf-8")


def examples_of(library: Library) -> Iterator[Example]:
    """The set questions that have a topic and nothing else, with their papers' features."""
    catalog, retriever = Catalog(library.papers), Retriever(library)
    aboutness = Aboutness(retriever, catalog)
    titles = [library.papers[i].title for i in retriever.ids]
    for line in QUESTIONS.read_text("utf-8").splitlines():
        row = json.loads(line)
        question = understand(row["q"], catalog)
        plain = question.topic and not question.without and question.filters == Filters()
        plain = plain and len(alternatives(question.topic)) == 1
        if row.get("history") or question.kind is not Kind.LIST or not plain:
            continue
        if row["kind"] == "list" or row["abstain"]:
            yield Example(
                row["half"],
                aboutness.features(question.topic, question.relation)[0],
                np.array([float(title in row["gold"]) for title in titles]),
                np.array([title not in row["optional"] for title in titles]),
            )


def fit(examples: Sequence[Example]) -> Array:
    """Weights and, last, the bias, by Newton's method; shape (len(FEATURES) + 1,).

    The penalty is on the weights of standardised features, the result for those as they are.
    The weight of a mere mention is `GATE`, not fitted.
    """
    x = np.concatenate([e.features[e.counted] for e in examples])
    y = np.concatenate([e.gold[e.counted] for e in examples])
    x, given = x[:, :-1], GATE * x[:, -1]
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    x = np.column_stack([(x - mean) / spread, np.ones(len(x))])
    share = np.where(y > 0, 0.5 / y.mean() ** 0.5, 1.0)  # few papers fit; they count more
    penalty = np.r_[np.full(len(FEATURES) - 1, PENALTY), 1e-9]
    weights = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        p = _sigmoid(x @ weights + given)
        gradient = x.T @ (share * (p - y)) / len(y) + penalty * weights
        curvature = (x * (share * p * (1 - p))[:, None]).T @ x / len(y) + np.diag(penalty)
        weights -= np.linalg.solve(curvature, gradient)
    plain = weights[:-1] / spread
    return np.array([*plain, GATE, weights[-1] - plain @ mean])


def best_cut(examples: Sequence[Example]) -> tuple[float, float]:
    """The cut-off with the best mean F1, and that F1, each question judged by the others."""
    fitted = [fit([*examples[:i], *examples[i + 1 :]]) for i in range(len(examples))]
    values = np.array([mean_f1(examples, fitted, cut) for cut in _CUTS])
    padded = np.pad(values, _SMOOTH // 2, mode="edge")
    smooth = np.convolve(padded, np.ones(_SMOOTH) / _SMOOTH, mode="valid")
    best = int(np.argmax(smooth))
    return float(_CUTS[best]), float(values[best])


def mean_f1(examples: Sequence[Example], fitted: Sequence[Array], cut: float) -> float:
    """The mean F1 over questions, each with weights of its own."""
    return float(np.mean([_f1(e, w, cut) for e, w in zip(examples, fitted, strict=True)]))


def _f1(example: Example, weights: Array, cut: float) -> float:
    p = _sigmoid(example.features @ weights[:-1] + weights[-1])
    chosen = (p >= cut) & example.counted
    if not example.gold.any():
        return float(not chosen.any())
    hits = float((chosen & (example.gold > 0)).sum())
    return 2 * hits / float(chosen.sum() + example.gold.sum())


def _sigmoid(odds: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float64)


if __name__ == "__main__":
    main()
