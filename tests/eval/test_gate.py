"""The gate: the product stays above the thresholds that are kept, and the gate can fail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.bootstrap import Figure
from eval.gate import GATE, RULE, Miss, misses, read_gate, thresholds, write_gate
from eval.product import Product
from eval.run import figures
from store.errors import EvalError
from tests.eval.conftest import Timed


def test_the_product_passes_the_gate(whole_run: Timed) -> None:
    found = misses(figures(whole_run.run.outcomes[Product.name]), read_gate(GATE))
    assert found == [], "; ".join(f"{m.name} {m.found} < {m.threshold}" for m in found)


def test_the_baselines_would_not(whole_run: Timed) -> None:
    for name in ("dense top-5", "BM25 top-5"):
        missed = {m.name for m in misses(figures(whole_run.run.outcomes[name]), read_gate(GATE))}
        assert {"passed", "F1", "refused rightly"} <= missed


def test_every_gated_figure_has_its_threshold_and_the_rule_stands_beside() -> None:
    kept = json.loads(GATE.read_text("utf-8"))
    assert kept["rule"] == RULE
    assert {"passed", "F1", "verbatim", "supported", "refused wrongly", "nDCG@10"} <= set(
        kept["thresholds"]
    )


def test_thresholds_follow_the_rule() -> None:
    assert thresholds(
        {
            "F1": Figure(0.88, 0.84, 0.92, 69),  # half-way to 0.84 is 0.86
            "passed": Figure(0.882, 0.842, 0.918, 279),  # 0.862, down to 0.86
            "refused wrongly": Figure(0.02, 0.0, 0.041, 200),  # up: 0.0305, to 0.04
            "refused rightly": Figure(1.0, 1.0, 1.0, 30),  # rule of three: 0.9, so 0.95
            "verbatim": Figure(1.0, 1.0, 1.0, 10),
            "latency p50 (ms)": Figure(10, 9, 11, 279),
        }
    ) == {
        "F1": 0.86,
        "passed": 0.86,
        "refused wrongly": 0.04,
        "refused rightly": 0.95,
        "verbatim": 1.0,
    }


def test_falling_below_rising_above_and_missing_are_named(tmp_path: Path) -> None:
    file = tmp_path / "gate.json"
    write_gate(
        {
            "F1": Figure(0.9, 0.8, 1.0, 9),
            "refused wrongly": Figure(0.1, 0.0, 0.2, 9),
            "R@5": Figure(0.5, 0.3, 0.7, 9),
        },
        file,
    )
    good = {
        "F1": Figure(0.85, 0, 1, 9),
        "refused wrongly": Figure(0.15, 0, 1, 9),
        "R@5": Figure(1.0, 1, 1, 9),
    }
    assert misses(good, read_gate(file)) == []
    bad = {"F1": Figure(0.84, 0, 1, 9), "refused wrongly": Figure(0.16, 0, 1, 9)}
    assert misses(bad, read_gate(file)) == [
        Miss("F1", 0.85, 0.84),
        Miss("refused wrongly", 0.15, 0.16),
        Miss("R@5", 0.4, None),
    ]


def test_a_file_without_thresholds_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "gate.json"
    file.write_text("{}", "utf-8")
    with pytest.raises(EvalError, match="name a file that --write-gate wrote"):
        read_gate(file)
    with pytest.raises(EvalError, match="name another file"):
        write_gate({}, tmp_path)
