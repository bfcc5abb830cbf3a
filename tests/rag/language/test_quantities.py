from __future__ import annotations

import pytest

from rag.language.quantities import quantities_in


@pytest.mark.parametrize(
    ("thing", "text", "values"),
    [
        ("mach number", "at mach numbers from 1.6 to 2.0 of the interaction", [1.6, 2.0]),
        ("Mach number", "a Mach number of 5", [5.0]),
        ("nests", "success (derived from 785 nests) was high", [785.0]),
        ("number of GPUs", "on 16 and 2048 A100 GPUs, over the rest", [16.0, 2048.0]),
        ("model", "LLaMA2-7B and a 14B model on 10B tokens", [7e9, 14e9]),
        ("context window", "a 128K effective context length", [128e3]),
        ("bits", "at 4-bit and 1-bit", [4.0, 1.0]),
        ("temperature", "cooled to 10 degrees C", [10.0]),
        ("dose", "given at 10 ug/kg and at 2 mg/kg", [1e-5, 2e-3]),
        ("latency", "a latency of 5 ms", [0.005]),
        ("speedup", "up to 10.5x speedup over it", [10.5]),
        ("accuracy", "accuracy from 12.5% to 63.9% for A", [63.9]),
        ("success rate", "reaches a 92% success rate", [92.0]),
        ("patients", "from 1959 to 1962, 202 patients were seen", [202.0]),
        ("patients", "thirteen patients were treated since 1961", [13.0]),
        ("number of GPUs", "deployed on just a single GPU", [1.0]),
        ("GPUs", "over 16 and 2,048 A100 GPUs, respectively", [16.0, 2048.0]),
        ("tokens", "pre-trained on 6T tokens", [6e12]),
        ("latency", "90% recall in just around one millisecond", [0.001]),
    ],
)
def test_figures_of_a_thing_are_found(thing: str, text: str, values: list[float]) -> None:
    assert [q.value for q in quantities_in(text, thing)] == pytest.approx(values)


@pytest.mark.parametrize(
    ("thing", "text"),
    [
        ("dataset", "on 22 varied datasets"),
        ("success rate", "a 7 percent higher success rate"),
        ("accuracy", "improves accuracy by 66% to 92%"),
        ("latency", "a 3x speedup"),
        ("model", "models tuned on SA-1B"),
        ("temperature", "a flap of 58.1 deg"),
        ("nests", "1025 surveys of birds"),
        ("patients", "one of the patients died"),
        ("processors", "in operation since 1966, and processors made by it are fast"),
        ("latency", "under our latency requirement of 1900us on CPU"),
        ("latency", "within a 20 ms latency budget"),
        ("latency", "trained for 30 seconds"),
        ("accuracy", "an accuracy target of 95%"),
        ("accuracy gain", "an accuracy of 80%"),
        ("model", "surpassing a much larger one (671B) in it"),
        ("GPUs", "the behaviors of ten GPU architectures"),
        ("dose", "a level of 16 mg. per 100 ml. of blood"),
    ],
)
def test_figures_of_other_things_are_left(thing: str, text: str) -> None:
    assert quantities_in(text, thing) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("scores of 80.6% on AIME24 and 50.1% on MATH", [80.6]),
        ("On AIME, it solves 53.3% of problems, among the top 20% of students", [53.3]),
    ],
)
def test_scores_on_a_benchmark_are_told_from_others(text: str, values: list[float]) -> None:
    assert [q.value for q in quantities_in(text, "accuracy", "AIME")] == values
