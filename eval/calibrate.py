"""Fits the judge of set questions to the tune half: `python -m eval.calibrate`.

Every (question, paper) pair is one example; optional papers are left out. A logistic
regression with an L2 penalty gives the weights. A second one tells questions that the library
has something on from those it has nothing on, by odds from weights fitted to other questions;
those odds also give the floor with the best mean F1.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.retrieve import Retriever
from rag.selection.aboutness import FEATURES, Aboutness
from rag.selection.alternatives import alternatives
from rag.selection.fitted import PRESENT, SIGNS, WEIGHTS, best_count, raised, signs_of
from rag.selection.meanings import essence
from rag.settings import load_settings
from rag.types import Filters, Kind
from store.library import Library

Array = NDArray[np.float64]

QUESTIONS = tuple(Path(__file__).parent / f"{name}.jsonl" for name in ("questions", "strangers"))
PENALTY = 0.01
GATE = -5.0  # log-odds of a mere mention: what is meant by it, not what few examples make of it
_STEPS = 12  # of Newton's method; it has settled after eight
_FOLDS = 10
_FLOORS = np.linspace(0.05, 0.5, 46)
_SMOOTH = 11  # neighbouring floors averaged, so that no single question decides
_SIGN_PENALTY = 0.03  # few questions that no paper answers: weights of their own would run high


@dataclass(frozen=True, slots=True)
class Example:
    """A set question: features (papers, FEATURES), gold (papers,), which papers count, the
    share of the topic that no paper speaks of, and the cosine of the nearest sentence.
    """

    half: str
    features: Array
    gold: Array
    counted: NDArray[np.bool_]
    unspoken: float
    nearest: float

    def odds(self, weights: Array) -> Array:
        """The log-odds of each paper, by weights with the bias last; shape (papers,)."""
        return np.asarray(self.features @ weights[:-1] + weights[-1], dtype=np.float64)

    def signs(self, weights: Array) -> list[float]:
        """What tells whether the library has anything on the topic."""
        return signs_of(self.odds(weights), self.unspoken, self.nearest)


def main() -> None:
    """Fits, prints the mean F1 of both halves, and writes the weights."""
    library = Library.open(load_settings().library)
    examples = list(examples_of(library))
    tune = [e for e in examples if e.half == "tune"]
    report = [e for e in examples if e.half == "report"]
    weights, others = fit(tune), fitted_to_others(tune)
    signs = fit_signs([e.signs(w) for e, w in zip(tune, others, strict=True)], tune)
    floor, mean = best_floor(tune, others, signs)
    print(f"tune, each question by others: {mean:.3f} of {len(tune)}, floor {floor:.2f}")
    same = [weights] * len(report)
    print(f"report: {mean_f1(report, same, signs, floor):.3f} of {len(report)}")
    data = {
        "weights": dict(zip(FEATURES, np.round(weights[:-1], 4).tolist(), strict=True)),
        "bias": round(float(weights[-1]), 4),
        "floor": round(floor, 3),
        "signs": dict(zip(SIGNS, np.round(signs[:-1], 4).tolist(), strict=True)),
        "sign bias": round(float(signs[-1]), 4),
    }
    WEIGHTS.write_text(json.dumps(data, indent=1) + "\n", "utf-8")


def examples_of(library: Library) -> Iterator[Example]:
    """The set questions that have a topic and nothing else, with their papers' features."""
    catalog, retriever = Catalog(library.papers), Retriever(library)
    aboutness = Aboutness(retriever, catalog)
    titles = [library.papers[i].title for i in retriever.ids]
    for line in "".join(path.read_text("utf-8") for path in QUESTIONS).splitlines():
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
                aboutness.unspoken(question.topic),
                retriever.nearest(essence(question.topic)),
            )


def fit(examples: Sequence[Example]) -> Array:
    """Weights and, last, the bias; shape (len(FEATURES) + 1,).

    The weight of a mere mention is `GATE`, not fitted. Questions that no paper fits have no
    part: whether a library has a topic is judged apart, by `fit_signs`.
    """
    examples = [e for e in examples if e.gold.any()]
    x = np.concatenate([e.features[e.counted] for e in examples])
    y = np.concatenate([e.gold[e.counted] for e in examples])
    *weights, bias = _regression(x[:, :-1], y, PENALTY, GATE * x[:, -1])
    return np.array([*weights, GATE, bias])


def fit_signs(signs: Sequence[Sequence[float]], examples: Sequence[Example]) -> Array:
    """Weights of the `SIGNS` and, last, the bias."""
    present = np.array([float(e.gold.any()) for e in examples])
    return _regression(np.array(signs), present, _SIGN_PENALTY, np.zeros(len(present)))


def _regression(x: Array, y: Array, penalty: float, given: Array) -> Array:
    """A logistic regression by Newton's method: weights and, last, the bias.

    The penalty is on the weights of standardised features, the result for those as they are;
    `given` are log-odds known beforehand.
    """
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    x = np.column_stack([(x - mean) / spread, np.ones(len(x))])
    penalties = np.r_[np.full(x.shape[1] - 1, penalty), 1e-9]
    weights = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        p = _sigmoid(x @ weights + given)
        gradient = x.T @ (p - y) / len(y) + penalties * weights
        curvature = (x * (p * (1 - p))[:, None]).T @ x / len(y) + np.diag(penalties)
        weights -= np.linalg.solve(curvature, gradient)
    plain = weights[:-1] / spread
    return np.array([*plain, weights[-1] - plain @ mean])


def fitted_to_others(examples: Sequence[Example]) -> list[Array]:
    """For each question weights that it had no part in."""
    parts = [
        fit([e for i, e in enumerate(examples) if i % _FOLDS != fold]) for fold in range(_FOLDS)
    ]
    return [parts[i % _FOLDS] for i in range(len(examples))]


def best_floor(
    examples: Sequence[Example], fitted: Sequence[Array], signs: Array
) -> tuple[float, float]:
    """The floor with the best mean F1, and that F1, each question judged by its own weights."""
    values = np.array([mean_f1(examples, fitted, signs, floor) for floor in _FLOORS])
    padded = np.pad(values, _SMOOTH // 2, mode="edge")
    smooth = np.convolve(padded, np.ones(_SMOOTH) / _SMOOTH, mode="valid")
    best = int(np.argmax(smooth))
    return float(_FLOORS[best]), float(values[best])


def mean_f1(
    examples: Sequence[Example], fitted: Sequence[Array], signs: Array, floor: float
) -> float:
    """The mean F1 over questions, each with weights of its own."""
    pairs = zip(examples, fitted, strict=True)
    return float(np.mean([_f1(e, w, signs, floor) for e, w in pairs]))


def _f1(example: Example, weights: Array, signs: Array, floor: float) -> float:
    p = _sigmoid(example.odds(weights)) * example.counted
    order = np.argsort(-p)
    chosen = np.zeros(len(p), dtype=bool)
    present = np.dot(signs[:-1], example.signs(weights)) + signs[-1] >= PRESENT
    if present and p.max() >= floor:
        chosen[order[: best_count(raised(p[order].tolist()))]] = True
    if not example.gold.any():
        return float(not chosen.any())
    hits = float((chosen & (example.gold > 0)).sum())
    return 2 * hits / float(chosen.sum() + example.gold[example.counted].sum())


def _sigmoid(odds: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float64)


if __name__ == "__main__":
    main()
