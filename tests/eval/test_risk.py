"""The risk-coverage curve is drawn of the confidences, worked out by hand."""

from __future__ import annotations

from eval.risk import Point, risk_coverage
from eval.run import Outcome, Run
from tests.eval.conftest import Timed


def test_the_surest_answers_come_first_and_a_refusal_ends_the_curve(row, said) -> None:
    def outcome(name: str, confidence: float | None, abstained: bool = False, **values: float):
        response = said("", confidence=confidence, abstained=abstained)
        return Outcome(row(id=name), response, values)

    product = [
        outcome("a", 0.2, passed=0.0),
        outcome("b", 0.9, passed=1.0),
        outcome("c", 0.5, passed=0.0, F1=0.5),
        outcome("d", -0.3, abstained=True, passed=0.0),
        outcome("record", None, passed=1.0),  # nothing was weighed: not on the curve
    ]
    plain = [outcome(name, 1.0, passed=0.0) for name in ("a", "b", "c", "d", "record")]
    found = risk_coverage(Run({"Footnote": product, "plain": plain}))
    assert found["Footnote"] == [Point(0.25, 0.0), Point(0.5, 0.25), Point(0.75, 0.5)]
    assert found["plain"] == [Point(1.0, 1.0)]  # equally sure of all: all or none


def test_on_the_questions_being_surer_means_being_right(whole_run: Timed) -> None:
    curve = risk_coverage(whole_run.run)["Footnote"]
    half = next(point for point in curve if point.coverage >= 0.4)
    assert half.risk < curve[-1].risk
    confidences = {o.response.confidence for o in whole_run.run.outcomes["Footnote"]}
    assert len(confidences) > 100
    assert all(
        (o.response.confidence >= 0) is not o.response.abstained
        for o in whole_run.run.outcomes["Footnote"]
        if o.response.confidence is not None and o.row.kind == "fact"
    )


def test_a_plain_baseline_answers_everything(whole_run: Timed) -> None:
    curves = risk_coverage(whole_run.run)
    assert curves["dense top-5"][-1].coverage == 1.0
    assert curves["dense top-5"][-1].risk > curves["Footnote"][-1].risk
