"""Fits the judge of set questions to the tune half: `python -m eval.calibrate`.

Every (question, paper) pair is one example; optional papers are left out. A logistic
regression with an L2 penalty gives the weights; the cut-off is the one with the best mean F1.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rag.aboutness import FEATURES, Aboutness
from rag.catalog import Catalog
from rag.question import understand
from rag.retrieve import Retriever
from rag.select import GATE, WEIGHTS, alternatives, merely_mentioned
from rag.settings import load_settings
from rag.types import Kind
from store.library import Library

Array = NDArray[np.float64]

QUESTIONS = Path(__file__).parent / "questions.jsonl"
_PENALTY = 0.003
_STEPS = 4_000
_NEAR = 0.4  # near misses begin at this share of the cut-off


def main() -> None:
    """Fits, prints the mean F1 of both halves, and writes the weights."""
    library = Library.open(load_settings().library)
    catalog, retriever = Catalog(library.papers), Retriever(library)
    aboutness = Aboutness(retriever, catalog)
    titles = [library.papers[i].title for i in retriever.ids]
    rows = [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]
    sets: dict[str, list[tuple[Array, Array, Array]]] = {"tune": [], "report": []}
    for row in rows:
        question = understand(row["q"], catalog)
        plain = not (row.get("history") or question.without)
        silent = row["abstain"] and question.kind is Kind.LIST
        if plain and question.kind is Kind.LIST and (row["kind"] == "list" or silent):
            for part in alternatives(question.topic)[:1]:
                features, _ = aboutness.features(part)
                gold = np.array([float(t in row["gold"]) for t in titles])
                counted = np.array([t not in row["optional"] for t in titles])
                if question.filters == type(question.filters)():
                    sets[row["half"]].append((features, gold, counted))
    weights, bias = _fit(sets["tune"])
    cut = _best_cut(sets["tune"], weights, bias)
    for half, examples in sets.items():
        print(half, len(examples), round(_mean_f1(examples, weights, bias, cut), 3))
    data = {
        "weights": dict(zip(FEATURES, np.round(weights, 4).tolist(), strict=True)),
        "bias": round(bias, 4),
        "cut": round(cut, 3),
        "near": round(cut * _NEAR, 3),
    }
    WEIGHTS.write_text(json.dumps(data, indent=1) + "\n", "utf-8")


def _fit(examples: Sequence[tuple[Array, Array, Array]]) -> tuple[Array, float]:
    x = np.concatenate([f[c] for f, _, c in examples])
    y = np.concatenate([g[c] for _, g, c in examples])
    share = np.where(y > 0, 0.5 / y.mean() ** 0.5, 1.0)  # few papers fit; they count more
    weights, bias = np.zeros(x.shape[1]), 0.0
    for _ in range(_STEPS):
        error = share * (1 / (1 + np.exp(-(x @ weights + bias))) - y)
        weights -= 0.3 * (x.T @ error / len(y) + _PENALTY * weights)
        bias -= 0.3 * float(error.mean())
    return weights, bias


def _mean_f1(
    examples: Sequence[tuple[Array, Array, Array]], weights: Array, bias: float, cut: float
) -> float:
    return float(np.mean([_f1(f, g, c, weights, bias, cut) for f, g, c in examples]))


def _f1(f: Array, gold: Array, counted: Array, weights: Array, bias: float, cut: float) -> float:
    odds = f @ weights + bias - GATE * merely_mentioned(f)
    chosen = (1 / (1 + np.exp(-odds)) >= cut) & (counted > 0)
    hits = float((chosen & (gold > 0)).sum())
    if not gold.any():
        return float(not chosen.any())
    return float(2 * hits / (chosen.sum() + gold.sum()))


def _best_cut(examples: Sequence[tuple[Array, Array, Array]], weights: Array, bias: float) -> float:
    cuts = np.linspace(0.1, 0.9, 81)
    values = [_mean_f1(examples, weights, bias, cut) for cut in cuts]
    best = np.flatnonzero(np.isclose(values, max(values)))
    return float(cuts[best[len(best) // 2]])


if __name__ == "__main__":
    main()
