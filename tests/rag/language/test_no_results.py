"""Figures that tell no result have no digits left."""

from __future__ import annotations

import re

import pytest

from rag.language.no_results import only_results


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("from 1959 to 1962, 202 patients", ["202"]),
        ("In 1962 patients were rare, and 12 were seen", ["12"]),
        ("since May 1961 in 40 cases", ["40"]),
        ("a latency requirement of 1900us, and 3 ms of it used", ["3"]),
        ("within a 20 ms budget", []),
        ("among the top 20% with 53.3%", ["53", "3"]),
        ("runs in 2048 kernels on 2048 GPUs", ["2048", "2048"]),
        ("4.5X over it within memory limits and up to 10.5X", ["4", "5", "10", "5"]),
    ],
)
def test_only_results_keep_their_digits(text: str, left: list[str]) -> None:
    told = only_results(text)
    assert len(told) == len(text)
    assert re.findall(r"\d+", told) == left
