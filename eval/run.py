"""Asks every system every question, once, and measures what they say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from eval.bootstrap import Figure, figure
from eval.measures import Papers, measure
from eval.questions import Row
from eval.responses import Response, System
from store.indexing import Progress

LATENCIES = {"latency p50 (ms)": 50, "latency p95 (ms)": 95}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One system's answer to one row, measured."""

    row: Row
    response: Response
    values: Mapping[str, float]

    @property
    def is_passed(self) -> bool:
        """Whether the answer is right as a whole."""
        return self.values["passed"] == 1.0


@dataclass(frozen=True, slots=True)
class Run:
    """All outcomes: system -> one for each row, in the rows' order; the product comes first."""

    outcomes: Mapping[str, Sequence[Outcome]]

    @property
    def rows(self) -> list[Row]:
        """The questions that were asked."""
        return [outcome.row for outcome in next(iter(self.outcomes.values()))]


def run(systems: Sequence[System], rows: Sequence[Row], papers: Papers, progress: Progress) -> Run:
    """Every outcome; the systems are asked one after the other, so that none slows another."""
    outcomes = {}
    for system in systems:
        own = []
        for done, row in enumerate(rows, start=1):
            response = system.answer(row)
            own.append(Outcome(row, response, measure(row, response, papers)))
            progress(f"Asking {system.name}", done, len(rows))
        outcomes[system.name] = own
    return Run(outcomes)


def figures(outcomes: Sequence[Outcome]) -> dict[str, Figure]:
    """Every measure over all the questions that it says something about, with its interval."""
    found = {f"passed: {kind}": _shares(outcomes, kind) for kind in _kinds(outcomes)}
    names = dict.fromkeys(name for outcome in outcomes for name in outcome.values)
    for name in names:
        found[name] = figure([o.values[name] for o in outcomes if name in o.values])
    taken = [outcome.response.latency_ms for outcome in outcomes]
    for name, percent in LATENCIES.items():
        found[name] = figure(taken, _percentile(percent))
    found["tokens"] = figure([float(sum(o.response.tokens.values())) for o in outcomes])
    return {name: value for name, value in found.items() if value is not None}


def _kinds(outcomes: Sequence[Outcome]) -> Iterable[str]:
    return dict.fromkeys(outcome.row.kind for outcome in outcomes)


def _shares(outcomes: Sequence[Outcome], kind: str) -> Figure | None:
    return figure([o.values["passed"] for o in outcomes if o.row.kind == kind])


def _percentile(percent: int) -> Any:
    def of(values: Any, axis: int = -1) -> Any:
        return np.percentile(values, percent, axis=axis)

    return of
