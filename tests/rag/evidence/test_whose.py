"""Of whom a sentence of a paper speaks, and which of them answer what is asked of the paper."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.evidence.whose import Whose, asks_of_itself, telling_names, whose, whose_alone
from rag.writers.extractive import BACKGROUND

ABSTRACT = (
    "Owls hunt by night.",
    "However, it takes a large amount of light.",
    "Existing lamps dazzle them.",
    "Such an indirect way costs sleep.",
    "We present OwlLamp, a dim lamp.",
    "It needs no switch.",
    "However, prior dim lamps flicker.",
    "They tire the eyes.",
    "The lamp glows for ten hours.",
    "Experiments show that it outperforms existing lamps.",
)


def test_an_abstract_is_read_in_its_order() -> None:
    up, others, own = Whose.LEADING_UP, Whose.OTHERS, Whose.OWN
    told = [up, up, others, others, own, own, others, others, own, own]
    assert whose(ABSTRACT, ["OwlLamp"]) == told


def test_without_a_word_of_its_own_nothing_leads_up() -> None:
    assert set(whose(ABSTRACT[:2], [])) == {Whose.OPEN}


def test_a_study_may_report_before_it_says_we() -> None:
    told = whose(["Ten owls were fed.", "Lamps were first proposed in 1900.", "We saw them."], [])
    assert told == [Whose.OPEN, Whose.LEADING_UP, Whose.OWN]


@pytest.mark.parametrize(
    "text",
    [
        "Different from existing lamps that glow, we propose a dim one.",
        "OwlLamp is faster than previous lamps.",
        "Beyond current lamps, our model glows.",
        "Results show a gain over state-of-the-art systems.",
        "This recent study was run in a barn.",
    ],
)
def test_a_paper_that_is_held_against_others_speaks_of_itself(text: str) -> None:
    assert not whose_alone(text, ["OwlLamp"]).is_background


def test_what_others_do_is_theirs_though_we_say_so() -> None:
    assert whose_alone("Our challenge is that previous methods dazzle.", []) is Whose.OTHERS
    assert whose_alone("While existing systems glow, they flicker.", []) is Whose.OTHERS


def test_terms_of_a_field_tell_no_own_doing() -> None:
    names = ["OwlLamp: Lamps for PDEs", "OwlLamp", "PDE", "Lamp", "low-WATTs", "OLB"]
    text = "We solve a PDE with a Lamp at low-WATTs. We introduce OLB."
    assert telling_names(names, names[0], text) == ["OwlLamp", "OLB"]


@pytest.mark.parametrize(
    "question",
    [
        "Does @ use simulated data?",
        "Is @ slow?",
        "Why does @ slow down inference?",
        "should I use @?",
        "What are the drawbacks of @?",
        "what does @ do about migration?",
        "@ on phones?",
        "What is @'s overhead?",
    ],
)
def test_what_is_asked_of_a_paper_itself(question: str) -> None:
    assert asks_of_itself(question)


@pytest.mark.parametrize(
    "question",
    [
        "What is wrong with existing systems according to @?",
        "What problem does @ solve?",
        "Why is @ needed?",
        "Why was @ developed?",
        "What does @ say about caches?",
        "How does @ differ from lamps?",
        "Does the @ paper use lamps?",
        "Which papers use lamps?",
    ],
)
def test_what_may_ask_for_others(question: str) -> None:
    assert not asks_of_itself(question)


@pytest.mark.parametrize(
    ("question", "own", "of_others"),
    [
        ("Is SeerAttention quadratic?", "SeerAttention", "Yet its quadratic"),
        ("Is LongRoPE limited to 128k tokens?", "2048k", "However, due to high"),
        ("what does Pre-gated MoE do about expert migration?", "pre-gating", "Previous solutions"),
    ],
)
def test_its_own_sentence_goes_first_and_the_other_is_marked(
    chain: Chain, question: str, own: str, of_others: str
) -> None:
    first, _, rest = chain.ask(question).markdown.partition("[1]")
    assert own in first.partition("): ")[2]
    assert f"{BACKGROUND}: {of_others}" in rest


def test_who_asks_for_the_problem_gets_it(chain: Chain) -> None:
    answer = chain.ask("What problem does T-MAC solve?")
    assert "Existing systems" in answer.markdown.partition("[1]")[0]
    assert BACKGROUND not in answer.markdown


@pytest.mark.parametrize("system", ["LordNet", "WRENCH"])
def test_faults_of_others_are_none_of_its_own(chain: Chain, system: str) -> None:
    assert chain.ask(f"What are the drawbacks of {system}?").abstained
