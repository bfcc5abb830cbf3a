"""What a question keeps out of the set that it asks for."""

from __future__ import annotations

import pytest

from rag.language.exclusions import each_excepted, split_negation
from rag.language.topic import topic_of


@pytest.mark.parametrize(
    ("text", "topic", "without"),
    [
        ("papers that aren't about language models", "", "language models"),
        ("maths, but not by reinforcement learning", "maths", "reinforcement learning"),
        ("papers about MoE which do not use GPUs", "MoE", "GPUs"),
        ("Isn't there a paper on pruning?", "Isn't pruning", ""),
        ("quantization rather than pruning", "quantization", ""),
        ("papers that have nothing to do with reasoning", "", "reasoning"),
        ("faster training (not inference)", "faster training", "inference"),
        ("work on MoE that isn't purely about inference", "MoE", "inference"),
        ("running on a CPU, not a GPU", "running CPU", ""),
        ("what makes training, not inference, faster", "makes training faster", ""),
        ("AMD hardware (the MI series counts too)", "AMD hardware", ""),
        ("low-bit work that isn't aimed at LLMs", "low-bit", "LLMs"),
        ("numerics not concerned with rounding", "numerics", "rounding"),
        ("the papers with no neural network in them at all", "", "neural network"),
        ("Apart from birds, is there any paper on bees, too?", "bees too", "birds"),
        ("Leaving birds aside, which papers are about bees?", "bees", "birds"),
        ("other than bees and birds, what is there on corals?", "corals", "bees and birds"),
        ("Besides the ones on birds, list papers about bees", "bees", "birds"),
        ("papers about neither sorting nor searching", "", "sorting or searching"),
        ("papers that use neither bees nor birds", "", "bees or birds"),
        ("papers neither about bees nor birds nor owls", "", "bees or birds or owls"),
        ("papers neither on bees, nor on birds, nor on owls", "", "bees or birds or owls"),
        ("papers without birds, bees and corals", "", "birds or bees or corals"),
        ("all but the owl papers", "", "owl"),
        ("anything but owls?", "", "owls"),
        ("everything that isn't owls", "", "owls"),
        ("what besides owl papers is there?", "", "owl"),
        ("nothing but owls", "nothing but owls", ""),
        ("non-LLM papers", "", "LLM"),
        ("papers that involve no sorting", "", "sorting"),
        ("papers that employ no owls", "", "owls"),
        ("which non-llm papers cover owls?", "owls", "llm"),
        ("papers on non-linear solvers", "non-linear solvers", ""),
        ("which papers other than those on bees deal with owls?", "owls", "bees"),
        ("which papers other than those that are on bees cover owls", "", "bees cover owls"),
        ("anything besides Strix that handles mice?", "handles mice", "Strix"),
        ("work on bees that doesn't need owls", "bees", "owls"),
        ("papers on bees but NOT about owls", "bees", "owls"),
        ("any paper but Strix on mice", "mice", "Strix"),
        ("what else besides Strix uses mice?", "mice", "Strix"),
        ("memory (not the hardware kind)", "memory", "hardware"),
        ("tea (not the green sort): taste, price", "tea taste price", "green sort"),
        ("papers on sorting, not the merge sort", "sorting", "merge sort"),
        ("parsing without tables, stacks, and trees", "parsing", "tables or stacks or trees"),
    ],
)
def test_a_negation_parts_the_topic_from_what_is_excluded(
    text: str, topic: str, without: str
) -> None:
    rest, excluded = split_negation(text)
    assert (topic_of(rest), topic_of(excluded)) == (topic, without)


@pytest.mark.parametrize(
    ("text", "rest", "without"),
    [
        ("papers that aren't about owls from 2023", "papers from 2023", "owls"),
        (
            "papers that don't deal with owls, published in 2023",
            "papers , published in 2023",
            "owls",
        ),
        ("work on bees not about owls by Mossad", "work on bees by Mossad", "owls"),
        ("everything but owls, from 2023", "everything , from 2023", "owls"),
        ("everything but the owl papers from 2023", "everything", "the owl papers from 2023"),
        ("papers not by Yang in 2023", "papers in 2023", "by Yang"),
        ("papers not from 2023", "papers", "from 2023"),
        ("owl papers, not by Yang, from 2023", "owl papers , from 2023", "by Yang"),
    ],
)
def test_what_is_said_of_all_papers_is_not_excluded(text: str, rest: str, without: str) -> None:
    found, excluded = split_negation(text)
    assert (" ".join(found.split()), excluded) == (rest, without)


@pytest.mark.parametrize(
    ("text", "rest", "without"),
    [
        ("papers not written by Yang", "papers", "written by Yang"),
        ("how many papers were not published in 2023?", "how many papers", "published in 2023"),
        ("papers that weren't written by Yang", "papers", "written by Yang"),
        ("the papers that aren't from Yale", "the papers", "from Yale"),
        ("which papers did Yang not write?", "which papers", "by Yang"),
        ("which papers hasn't Yang co-authored", "which papers", "by Yang"),
        ("papers that are not in cs.AI", "papers", "cs.AI"),
        ("papers on owls but never with Yang", "papers on owls", "Yang"),
        ("papers on neither owls nor bats but on ants", "papers on on ants", "owls or bats"),
        ("papers not about owls, but about bats", "papers about bats", "owls"),
    ],
)
def test_what_is_denied_of_a_record_is_excluded(text: str, rest: str, without: str) -> None:
    found, excluded = split_negation(text)
    assert (" ".join(found.replace("?", "").split()), excluded.strip()) == (rest, without)


@pytest.mark.parametrize(
    ("text", "excluded", "each"),
    [
        ("papers other than bees and birds", "bees and birds", "bees or birds"),
        ("papers excluding bees, and owls", "bees, and owls", "bees or owls"),
        ("except those on bees and those on owls", "bees and those on owls", "bees or owls"),
        ("except those combining bees and owls", "combining bees and owls", None),
        ("except the trade-off between size and speed", "trade-off between size and speed", None),
        ("papers not about bees and birds", "bees and birds", None),
    ],
)
def test_each_of_what_is_excepted_is_left_out(text: str, excluded: str, each: str | None) -> None:
    assert each_excepted(text, excluded) == (each or excluded)
