"""Fits what tells questions put to all papers from those put to one: `python -m eval.intent`.

It learns from every question whose answers have been read, and from `wordings.tsv`. Prints how
many it gets right of each file when it has learnt from the others alone, then writes the weights.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack

from eval.questions import read_questions
from rag.question.intent import EMBEDDING_SCALE, WEIGHTS, words_of
from store.embed import default_embedder

HERE = Path(__file__).parent
FILES = (HERE / "questions.jsonl", HERE / "natural.jsonl", HERE / "strangers.jsonl")
WORDINGS = HERE / "wordings.tsv"
# What `why` says of a question to be refused that is of one paper, or of none.
OF_NO_SET = re.compile(r"\b(?:says?|said|stated|given)\b|not a question|not about papers", re.I)
HELD_OUT = "9"  # the lot of wordings that nothing is fitted to
PENALTY = 1 / 0.3
LEAST = 5  # questions that a word or a pair of words must stand in

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A question, whether it asks for a set, and the lot that it is of."""

    text: str
    is_set: bool
    lot: str


@dataclass(frozen=True, slots=True)
class Model:
    """The words that count, and the weights: of words, of dimensions, and last the bias."""

    words: Sequence[str]
    weights: Array

    def odds(self, examples: Sequence[Example], vectors: Array) -> Array:
        """The log-odds of each example; shape (examples,)."""
        return np.asarray(design(examples, vectors, self.words) @ self.weights)


def main() -> None:
    """Prints the shares, each lot by what the others taught, and writes the weights."""
    examples = [*of_files(), *of_wordings()]
    vectors = default_embedder().embed([e.text for e in examples]).astype(np.float64)
    lots = np.array([e.lot for e in examples])
    for lot in dict.fromkeys(lots):
        own = lots == lot
        model = fit(_where(examples, ~own), vectors[~own])
        right = _right(model.odds(_where(examples, own), vectors[own]), _where(examples, own))
        print(f"{lot}: {right:.3f} of {own.sum()}")
    model = fit(examples, vectors)
    count = len(model.words)
    data = {
        "words": dict(zip(model.words, np.round(model.weights[:count], 3).tolist(), strict=True)),
        "vector": np.round(model.weights[count:-1], 3).tolist(),
        "bias": round(float(model.weights[-1]), 3),
    }
    WEIGHTS.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", "utf-8")


def of_files() -> Iterator[Example]:
    """The questions of the files that stand by themselves and ask for a set, a fact or no paper."""
    for path in (*FILES, *sorted((HERE / "elsewhere").glob("*.jsonl"))):
        for row in read_questions(path):
            of_no_set = row.kind == "none" and OF_NO_SET.search(row.why)
            if (of_no_set or row.kind in ("list", "fact")) and not row.history:
                yield Example(row.q, row.kind == "list", path.stem)


def of_wordings() -> Iterator[Example]:
    """The questions of which no more is known than whether they ask for a set."""
    for line in WORDINGS.read_text("utf-8").splitlines():
        lot, kind, text = line.split("\t")
        if lot != HELD_OUT:
            yield Example(text, kind == "set", f"wordings {lot}")


def fit(examples: Sequence[Example], vectors: Array) -> Model:
    """A logistic regression with an L2 penalty, over the words of at least `LEAST` examples."""
    counts = Counter(word for e in examples for word in set(words_of(e.text)))
    words = sorted(word for word, count in counts.items() if count >= LEAST)
    x = design(examples, vectors, words)
    signs = np.where([e.is_set for e in examples], 1.0, -1.0)

    def loss(weights: Array) -> tuple[float, Array]:
        margins = signs * (x @ weights)
        penalised = PENALTY * np.append(weights[:-1], 0.0)
        value = np.logaddexp(0, -margins).sum() + weights @ penalised / 2
        return float(value), x.T @ (-signs / (1 + np.exp(margins))) + penalised

    found = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B")
    return Model(words, np.asarray(found.x))


def design(examples: Sequence[Example], vectors: Array, words: Sequence[str]) -> csr_matrix:
    """Words that an example has, its vector, and a one; shape (examples, words + dimension + 1)."""
    places = {word: place for place, word in enumerate(words)}
    held = [
        (row, places[word])
        for row, example in enumerate(examples)
        for word in set(words_of(example.text))
        if word in places
    ]
    rows, columns = zip(*held, strict=True)
    told = csr_matrix((np.ones(len(held)), (rows, columns)), shape=(len(examples), len(words)))
    return csr_matrix(hstack([told, vectors * EMBEDDING_SCALE, np.ones((len(examples), 1))]))


def _where(examples: Sequence[Example], chosen: NDArray[np.bool_]) -> list[Example]:
    return [example for example, is_chosen in zip(examples, chosen, strict=True) if is_chosen]


def _right(odds: Array, examples: Sequence[Example]) -> float:
    return float(np.mean((odds > 0) == np.array([e.is_set for e in examples])))


if __name__ == "__main__":
    main()
