"""What became better and worse between two reports, question by question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from eval.bootstrap import SEED
from eval.measures import score
from eval.product import Product
from store.errors import EvalError

_RESAMPLES = 9_999
_ALIKE = 1e-9  # sums of the same shares may differ by rounding


@dataclass(frozen=True, slots=True)
class Change:
    """One question's score (F1 of a set, else 1 if passed) before and now."""

    id: str
    question: str
    before: float
    now: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """The changes over the questions that both reports have.

    `difference` is the mean of now less before; `p_value` how likely one as large would be,
    either way, if nothing had changed: a paired permutation test (Fisher 1935).
    """

    better: tuple[Change, ...]
    worse: tuple[Change, ...]
    common: int
    before: float
    now: float
    difference: float
    p_value: float


def compared(old: Mapping[str, Any], new: Mapping[str, Any]) -> Comparison:
    """Compares the product's answers of two records; raises EvalError if none is in both."""
    before, now = _scores(old), _scores(new)
    common = [question for question in now if question in before]
    if not common:
        raise EvalError("The two reports have no question in common; compare reports of one set.")
    changes = [
        Change(i, new["questions"][i]["q"], before[i], now[i])
        for i in common
        if abs(now[i] - before[i]) > _ALIKE
    ]
    olds, news = (np.array([scores[i] for i in common]) for scores in (before, now))
    return Comparison(
        better=tuple(change for change in changes if change.now > change.before),
        worse=tuple(change for change in changes if change.now < change.before),
        common=len(common),
        before=float(olds.mean()),
        now=float(news.mean()),
        difference=float((news - olds).mean()),
        p_value=_p_value(news - olds),
    )


def _scores(record: Mapping[str, Any]) -> dict[str, float]:
    answers = record["systems"].get(Product.name, {"answers": {}})["answers"]
    return {question: score(answer["values"]) for question, answer in answers.items()}


def _p_value(differences: Any) -> float:
    """The two-sided chance of as large a mean with the signs of the differences at random."""
    from scipy.stats import permutation_test

    changed = differences[np.abs(differences) > _ALIKE]  # the others have no sign to flip
    if not len(changed):
        return 1.0
    found = permutation_test(
        (changed,),
        np.sum,
        permutation_type="samples",
        n_resamples=_RESAMPLES,
        vectorized=True,
        rng=np.random.default_rng(SEED),
    )
    return float(found.pvalue)
