"""What a question wants papers to state, and what of it is left to be their topic."""

from __future__ import annotations

from math import inf, nextafter

import pytest

from rag.language.measures import FIRST, FOLD, PERCENT, gives_figure
from rag.language.stated import Stated, stated_in


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("reports >=5x speedup", Stated(FOLD, 5.0, inf, "speed")),
        ("papers with at least a 2x speedup", Stated(FOLD, 2.0, inf, "speed")),
        ("a speed-up of ten times or more", Stated(FOLD, 10.0, inf, "speed")),
        ("papers that are at least twice as fast", Stated(FOLD, 2.0, inf, "speed")),
        ("a tenfold or greater speedup", Stated(FOLD, 10.0, inf, "speed")),
        ("an order of magnitude speedup or better", Stated(FOLD, 10.0, inf, "speed")),
        ("who reports a 10x speedup or more", Stated(FOLD, 10.0, inf, "speed")),
        ("accuracy above 90 percent", Stated(PERCENT, nextafter(90.0, inf), inf, "accuracy")),
        ("energy reduction of at least 50%", Stated(PERCENT, 50.0, inf, "energy")),
        (
            "works that save over half of the memory",
            Stated(PERCENT, nextafter(50.0, inf), inf, "memory"),
        ),
        ("under 1% accuracy loss", Stated(PERCENT, 0.0, nextafter(1.0, 0.0), "accuracy")),
        ("any that boast of being the first to do something", Stated(FIRST)),
        ("which teams say they are the very first?", Stated(FIRST)),
        ("papers that call themselves pioneering", Stated(FIRST)),
    ],
)
def test_a_figure_within_bounds_or_a_claim(text: str, stated: Stated) -> None:
    assert stated_in(text)[0] == stated


@pytest.mark.parametrize(
    "text",
    [
        "papers with a 2x speedup",
        "papers with more than three authors",
        "over half of the papers",
        "which papers were written more than twice?",
        "which paper was the first to propose LoRA?",
        "which papers say that first impressions matter?",
        "papers from before 2020",
        "the first papers on pruning",
        "more than 4x4 matrices",
    ],
)
def test_what_sets_no_bounds_and_claims_nothing_is_left_as_it_is(text: str) -> None:
    assert stated_in(text) == (None, text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("over 3x faster decoding", "decoding"),
        ("who reports a 10x speedup or more on CPUs", "who reports on CPUs"),
        (
            "papers that claim to be the first to use search for owls",
            "papers that to use search for owls",
        ),
    ],
)
def test_what_else_is_said_stays(text: str, rest: str) -> None:
    assert " ".join(stated_in(text)[1].split()) == rest


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("It is up to $40\\times$ faster than solvers.", True),
        ("It reduces latency ($\\leq$ 6.8x).", True),
        ("It accelerates decoding by up to 7.5x, 4.8x, and 8.9x, respectively.", True),
        ("Throughput grows fivefold.", True),
        ("It gives 4.96x speedup.", False),
        ("It uses 80x fewer tokens at the same performance.", False),
        ("It reduces FLOPs (16x), and latency a little.", False),
        ("It is on average 9.9$\\times$ larger, and fast.", False),
        ("A kernel of 8x8 makes it faster.", False),
        ("It is faster.", False),
    ],
)
def test_a_figure_counts_where_it_is_of_what_is_asked(text: str, given: bool) -> None:
    assert gives_figure(text, FOLD, 5.0, inf, "speed") is given


def test_a_question_tells_how_it_was_read() -> None:
    assert str(Stated(FOLD, 5.0, inf, "speed")) == "stating a figure from 5× (speed)"
    assert str(Stated(FIRST)) == "saying that something is the first"


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Which paper has the largest speedup?", Stated(FOLD, of="speed", first="largest")),
        ("Who reports the highest accuracy?", Stated(PERCENT, of="accuracy", first="largest")),
        ("Which system shows the smallest speedup?", Stated(FOLD, of="speed", first="smallest")),
        ("papers with the best energy savings", Stated(PERCENT, of="energy", first="largest")),
        ("what is the best recall in the papers?", Stated(PERCENT, of="recall", first="largest")),
        ("Which paper has the lowest latency?", None),
        ("Which paper has the largest model?", None),
        ("Which paper has the best performance?", None),
        ("What is the largest speedup that it reaches?", None),
    ],
)
def test_the_largest_figure_of_a_measure(text: str, stated: Stated | None) -> None:
    assert stated_in(text)[0] == stated
