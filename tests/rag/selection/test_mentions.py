from __future__ import annotations

import pytest

from rag.selection.mentions import introduces, is_of_others, mention_weight, only_inspires, tells


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("It runs on CPUs.", 1.0),
        ("It offloads the cache to CPU memory.", 0.6),
        ("It serves GPUs and CPUs.", 0.95),
        ("It moves the cache between GPUs and CPUs.", 0.7),
        ("It prunes CPU methods.", 1.0),
        ("It is a CPU designed for servers.", 1.0),
        ("It has a CPU based cache.", 0.6),
        ("Unlike CPUs, it is fast.", 0.25),
        ("Previous systems run on CPUs.", 0.5),
        ("We show that previous systems run on CPUs.", 1.0),
    ],
)
def test_a_sentence_counts_by_how_it_speaks_of_the_thing(text: str, weight: float) -> None:
    assert mention_weight(text, ["cpu"], []) == weight


def test_a_pair_that_is_asked_for_whole_is_no_mere_neighbour() -> None:
    text = "It extends reasoning to mathematics and code."
    assert mention_weight(text, ["mathemat", "code"], []) == 1.0
    assert mention_weight(text, ["code"], []) == 0.95


def test_an_adjective_is_an_attribute_by_nature() -> None:
    assert mention_weight("We present a theoretical framework.", ["theoret"], []) == 1.0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We introduce Sigma, an efficient language model for systems.", True),
        ("We introduce a cache for language models.", False),
        ("Quantization shrinks a language model.", False),
        ("We release a language model for owls.", True),
        ("Our 539-query language test is harder.", True),  # it is called their own
        ("We test owls on a new language benchmark.", True),
        ("We find that owls beat our baseline language model.", False),
        ("We test owls on two common language benchmarks.", False),
    ],
)
def test_what_is_brought_in_is_the_object_of_the_verb(text: str, found: bool) -> None:
    assert introduces(text, {"languag"}, []) is found


@pytest.mark.parametrize(
    ("text", "something"),
    [
        ("Code will be available at https://example.org/x.", False),
        ("Code and training recipes are available at https://example.org/x.", False),
        ("It generates code from plans.", True),
        ("Large models are costly.", True),
    ],
)
def test_where_the_code_is_says_nothing_of_the_topic(text: str, something: bool) -> None:
    assert tells(text) is something


@pytest.mark.parametrize(
    ("text", "of_others"),
    [
        ("However, prior methods rely on uniform sampling.", True),
        ("Existing systems prune to a uniform sparsity.", True),
        ("Most systems run on GPUs.", True),
        ("We show that existing systems run on GPUs.", False),
        ("However, an algorithm on trees is presented.", False),
        ("It is faster (1) on GPUs and (2) beside existing systems.", False),
        ("It runs on GPUs.", False),
    ],
)
def test_what_was_there_before_a_paper_is_not_its_own(text: str, of_others: bool) -> None:
    assert is_of_others(text, []) is of_others


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("A pruning method is shown.", 1.0),
        ("The model prunes tokens.", 1.0),
        ("It cuts the pruning cost.", 0.6),
        ("Existing models are large; ours is found by pruning.", 1.0),
        ("Existing models are large; it is found by pruning.", 1.0),
        ("It borrows its gate from pruning.", 0.5),
        ("It works without any need of pruning.", 0.5),
    ],
)
def test_whose_doing_a_thing_is_and_whether_it_only_tells_of_another(
    text: str, weight: float
) -> None:
    assert mention_weight(text, ["prune"], []) == weight


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Inspired by the gate in owls, X sees at night.", True),
        ("Its ears are motivated by owls.", True),
        ("Inspired by bats, X uses owls.", False),
        ("X uses owls.", False),
        ("Inspired by owls, X uses owls.", False),
        ("X has no such thing.", False),
    ],
)
def test_what_only_gave_an_idea_is_not_used(text: str, only: bool) -> None:
    assert only_inspires(text, ["owl"]) is only
