"""Risk against coverage: what answering only where one is sure would save.

El-Yaniv and Wiener 2010; with graded answers as in Geifman and El-Yaniv 2017, arXiv 1705.08500.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval.measures import score
from eval.run import Outcome, Run


@dataclass(frozen=True, slots=True)
class Point:
    """With answers given down to some confidence: the share answered, and their mean loss."""

    coverage: float
    risk: float


def risk_coverage(run: Run) -> dict[str, list[Point]]:
    """A curve for each system, over the questions for which the product weighs its evidence.

    The loss of an answer is 1 less its score. A curve ends where its system stops answering;
    one that refuses nothing reaches a coverage of 1.
    """
    product = next(iter(run.outcomes.values()))
    weighed = {o.row.id for o in product if o.response.confidence is not None}
    return {
        name: _curve([o for o in outcomes if o.row.id in weighed])
        for name, outcomes in run.outcomes.items()
    }


def _curve(outcomes: Sequence[Outcome]) -> list[Point]:
    given = [o for o in outcomes if not o.response.abstained and o.response.confidence is not None]
    given.sort(key=lambda o: -(o.response.confidence or 0.0))
    points, loss = [], 0.0
    for count, outcome in enumerate(given, start=1):
        loss += 1 - score(outcome.values)
        following = given[count].response.confidence if count < len(given) else None
        if following != outcome.response.confidence:  # equally sure: answered together
            points.append(Point(count / len(outcomes), loss / count))
    return points
