"""Two reports are compared question by question, with a test that knows chance from change."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.compare import Change, compared
from eval.record import read_record
from store.errors import EvalError


def report(**scores: float) -> dict:
    """A record of the product alone; a question with a fraction is a set's F1."""
    values = {i: {"passed": float(s == 1), "F1": s} for i, s in scores.items()}
    answers = {i: {"values": own} for i, own in values.items()}
    return {
        "format": 1,
        "questions": {i: {"q": f"Question {i}?"} for i in scores},
        "systems": {"Footnote": {"figures": {}, "answers": answers}},
    }


def test_what_became_better_and_worse_is_named() -> None:
    found = compared(report(a=0, b=1, c=0.5, gone=1), report(a=1, b=1, c=0.25, fresh=1))
    assert found.better == (Change("a", "Question a?", 0, 1),)
    assert found.worse == (Change("c", "Question c?", 0.5, 0.25),)
    assert found.common == 3
    assert found.difference == pytest.approx((1 - 0.25) / 3)


def test_chance_is_told_from_change() -> None:
    old = report(**{f"q{n}": 0 for n in range(20)})
    # All of ten flips the same way: 2 of the 2^10 ways are as extreme.
    better = report(**{f"q{n}": int(n < 10) for n in range(20)})
    assert compared(old, better).p_value == pytest.approx(2 / 2**10)
    mixed = report(**{f"q{n}": n % 2 for n in range(20)})
    undone = report(**{f"q{n}": 1 - n % 2 for n in range(20)})
    assert compared(mixed, undone).p_value == 1.0
    assert compared(old, old).p_value == 1.0


def test_reports_without_a_common_question_are_refused() -> None:
    with pytest.raises(EvalError, match="no question in common"):
        compared(report(a=1), report(b=1))


@pytest.mark.parametrize(
    "text",
    [
        "no json",
        "{}",
        "[]",
        '{"format": 0, "systems": {}}',
        '{"format": 1, "systems": {"Footnote": {}}}',
        '{"format": 1, "systems": {"Footnote": {"figures": {"F1": 1}, "answers": {}}}}',
        '{"format": 1, "questions": {}, "systems": '
        '{"Footnote": {"figures": {}, "answers": {"a": 1}}}}',
    ],
)
def test_what_is_no_report_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "old.json"
    file.write_text(text, "utf-8")
    for path in (file, tmp_path, tmp_path / "nowhere"):
        with pytest.raises(EvalError, match=r"name the eval\.json of one"):
            read_record(path)
