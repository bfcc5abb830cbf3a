"""Asks every system every question, once, and measures what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from eval.bootstrap import Figure, figure
from eval.measures import Papers, measure
from eval.questions import Row
from eval.responses import Response, System
from store.errors import ModelError
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
    """All outcomes: system -> one for each row, in the rows' order; the product comes first.

    `failures` names the systems whose language model was not to be had in the midst of it:
    they have no outcomes.
    """

    outcomes: Mapping[str, Sequence[Outcome]]
    failures: Mapping[str, ModelError] = field(default_factory=dict)

    @property
    def rows(self) -> list[Row]:
        """The questions that were asked."""
        return [outcome.row for outcome in next(iter(self.outcomes.values()))]


def run(systems: Sequence[System], rows: Sequence[Row], papers: Papers, progress: Progress) -> Run:
    """Every outcome; the systems are asked one after the other, so that none slows another."""
    outcomes, failures = {}, {}
    for system in systems:
        try:
            outcomes[system.name] = _asked(system, rows, papers, progress)
        except ModelError as error:  # what the others said is worth as much without this one
            failures[system.name] = error
    return Run(outcomes, failures)


def _asked(
    system: System, rows: Sequence[Row], papers: Papers, progress: Progress
) -> list[Outcome]:
    own = []
    for done, row in enumerate(rows, start=1):
        response = system.answer(row)
        own.append(Outcome(row, response, measure(row, response, papers)))
        progress(f"Asking {system.name}", done, len(rows))
    return own


def notes(outcomes: Sequence[Outcome]) -> list[tuple[str, int]]:
    """What a language model did not do, and for how many questions; the commonest first."""
    return Counter(o.response.note for o in outcomes if o.response.note).most_common()


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
