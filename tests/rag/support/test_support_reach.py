"""How far a claim goes and what it exchanges: all for some, clear for unclear, cause for effect."""

from __future__ import annotations

from time import process_time

import pytest

from rag.support.crossing import crossed
from rag.support.direction import turned_round
from rag.support.figures import figures_in, wrong_figure
from rag.support.reach import goes_further


@pytest.mark.parametrize(
    ("claim", "span"),
    [
        ("Kite detects every leak.", "Kite often detects a leak."),
        ("The order is always kept.", "The order is usually kept."),
        ("Kite is guaranteed to end.", "Kite is likely to end."),
        ("The authors prove that birds rest.", "A hypothesis is that birds rest."),
        ("It prunes thousands of nodes.", "It prunes millions of nodes."),
        ("Which is best is clear.", "Which is best remains unclear."),
        ("The market is unstable.", "There is a stable market."),
        ("A skeleton takes far less room than an outline.", "The room is comparable to it."),
        ("Kite flies higher at the cost of weight.", "Kite flies to 90 m."),
    ],
)
def test_a_claim_that_goes_further(claim, span):
    assert goes_further(claim, [span])


@pytest.mark.parametrize(
    ("claim", "span"),
    [
        ("Kite detects every leak.", "Kite detects all leaks."),
        ("Kite handles any order.", "Kite handles arbitrary orders."),
        ("It needs no retraining at all, without any loss.", "It needs no retraining."),
        ("Kite surely ends: that is guaranteed.", "We prove termination."),
        ("It holds millions of rows.", "It holds 7,000,000 rows."),
        ("Which is best is not clear.", "Which is best remains unclear."),
        ("Kite works in the browser.", "Kite works inbrowser."),
    ],
)
def test_a_claim_that_goes_as_far(claim, span):
    assert goes_further(claim, [span]) == ""


@pytest.mark.parametrize(
    ("claim", "span"),
    [
        (
            "Because the plans are vague, the language becomes ambiguous.",
            "The language yields vague plans due to being ambiguous, as a language is.",
        ),
        (
            "Ranks go from the early layers of pruned models to the last of full ones.",
            "Ranks go from the last layer of full models to the early layers of pruned models.",
        ),
        (
            "Small systems are solved during a run, while large systems wait for analysis.",
            "Large systems are solved during a run, while small systems wait for analysis.",
        ),
    ],
)
def test_sides_that_are_exchanged(claim, span):
    assert crossed(claim, [span])
    assert crossed(span, [span]) == ""


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("within half a minute", [(30.0, "time")]),
        ("30 seconds", [(30.0, "time")]),
        ("11 tokens/s", [(11.0, ""), (1.0, "time")]),
        ("11 tokens a second, then a second model", [(11.0, ""), (1.0, "time")]),
        ("half the memory", [(0.5, "part")]),
        ("fourteen rounds", [(14.0, "")]),
    ],
)
def test_durations_and_parts(text, values):
    assert [(figure.value, figure.unit) for figure in figures_in(text)] == values


@pytest.mark.parametrize(
    ("claim", "span"),
    [
        ("It takes half a minute.", "It takes 30 seconds."),
        ("It needs half the memory.", "It needs 50% of the memory."),
        ("It is ten times faster.", "It is an order of magnitude faster."),
        ("It averages 16.15% pass@1.", "It has an average pass@1 accuracy of 16.15%."),
        ("It solves 8 of 15 problems on average.", "It solves 8/15 problems."),
        ("It works in two steps.", "It first picks and then sorts."),
    ],
)
def test_the_same_number_otherwise(claim, span):
    assert wrong_figure(claim, [span]) == ""


@pytest.mark.parametrize(
    ("claim", "span"),
    [
        ("It takes 30 minutes.", "It takes 30 seconds."),
        ("It needs a quarter of the memory.", "It needs half the memory."),
        ("It makes 11 tokens a minute.", "It makes 11 tokens/s."),
        ("It works in two steps.", "It works in three steps."),
    ],
)
def test_another_duration_or_part(claim, span):
    assert wrong_figure(claim, [span])


@pytest.mark.parametrize(
    ("claim", "span"),
    [
        ("It saves memory without hurting accuracy.", "It saves memory while preserving accuracy."),
        ("It extends to tuples without difficulty.", "It is easily extended to tuples."),
        ("The dimensions are not trained enough.", "Training of the dimensions is insufficient."),
        ("It needs no estimates.", "It works without the need for estimates."),
        ("The stage could possibly be skipped.", "It may bypass the stage."),
    ],
)
def test_a_denial_in_other_words(claim, span):
    assert turned_round(claim, [span]) == ""


def test_one_denial_too_many():
    assert turned_round("It never needs no training.", ["It needs no training."])


def test_long_lists_are_compared_in_time() -> None:
    claim = ", ".join(f"ab{n} cd" for n in range(70))
    started = process_time()
    crossed(claim, [", ".join(f"ab{n} and ef" for n in range(300))])
    assert process_time() - started < 2
