"""Intervals hold the value, narrow with more questions, and are the same in every run."""

from __future__ import annotations

import numpy as np
import pytest

from eval.bootstrap import Figure, figure


def test_nothing_measured_is_no_figure() -> None:
    assert figure([]) is None


def test_values_that_are_all_alike_have_no_width() -> None:
    assert figure([1.0] * 7) == Figure(1.0, 1.0, 1.0, 7)
    assert figure([0.25]) == Figure(0.25, 0.25, 0.25, 1)


def test_a_share_has_about_the_interval_of_the_normal_approximation() -> None:
    found = figure([1.0] * 60 + [0.0] * 40)
    assert found is not None
    # 0.6 with a standard error of sqrt(0.6 * 0.4 / 100) = 0.049, times 1.96.
    assert (found.value, found.count) == (0.6, 100)
    assert found.low == pytest.approx(0.504, abs=0.02)
    assert found.high == pytest.approx(0.696, abs=0.02)


def test_more_questions_make_it_narrower() -> None:
    few, many = figure([0.0, 1.0] * 10), figure([0.0, 1.0] * 1_000)
    assert few is not None
    assert many is not None
    assert few.high - few.low > 5 * (many.high - many.low)


def test_it_is_the_same_in_every_run_and_takes_other_statistics() -> None:
    values = list(range(100))
    assert figure(values) == figure(values)
    median = figure(values, np.median)
    assert median is not None
    assert median.low < median.value == 49.5 < median.high
