from __future__ import annotations

import pytest

from rag.language.topic import is_done_without, split_negation, topic_of


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
        ("papers without birds, bees and corals", "", "birds or bees or corals"),
        ("parsing without tables, stacks, and trees", "parsing", "tables or stacks or trees"),
    ],
)
def test_a_negation_parts_the_topic_from_what_is_excluded(
    text: str, topic: str, without: str
) -> None:
    rest, excluded = split_negation(text)
    assert (topic_of(rest), topic_of(excluded)) == (topic, without)


@pytest.mark.parametrize(
    "text",
    [
        "what's in the pile",
        "everything that they had a hand in",
        "what they co-wrote",
        "papers that bear the date",
        "what have they worked on",
        "what they contributed to",
        "which of those concern",
    ],
)
def test_words_about_records_are_no_topic(text: str) -> None:
    assert topic_of(text) == ""


def test_filler_inside_a_compound_is_part_of_the_word() -> None:
    assert topic_of("papers on in-context learning") == "in-context learning"


@pytest.mark.parametrize(
    ("text", "spared"),
    [
        ("speed up inference without retraining", True),
        ("better reasoning without any further training", True),
        ("compression without loss", True),
        ("better reasoning with no further training", True),
        ("compression without touching the KV cache", False),
        ("maths without reinforcement learning", False),
        ("papers without code", False),
    ],
)
def test_an_effort_may_be_spared_and_a_topic_excluded(text: str, spared: bool) -> None:
    assert is_done_without(text) is spared


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("papers on list processing", "list processing"),
        ("anything about list structures?", "list structures"),
        ("a study of list sorting", "list sorting"),
        ("list papers on owls", "owls"),
        ("can you list all papers on owls", "owls"),
        ("papers by et al.", ""),
        ("papers et al. and colleagues on owls", "owls"),
        ("papers on metal", "metal"),
    ],
)
def test_words_that_only_ask_are_no_topic(text: str, topic: str) -> None:
    assert topic_of(text) == topic


def test_concerns_that_papers_are_about_are_their_topic() -> None:
    assert topic_of("papers on privacy concerns") == "privacy concerns"
