"""What is told before a question is no part of what is asked."""

import pytest

from rag.chain import Chain
from rag.question.lead_ins import after_a_new_subject, without_lead_in
from rag.types import Kind


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("I am a librarian: which papers are on pruning?", "Which papers are on pruning?"),
        ("We have no GPUs. List papers that run on CPUs.", "List papers that run on CPUs."),
        ("Engineer in a hurry: give me the compiler papers", "Give me the compiler papers"),
        ("As a teacher of maths – which papers solve puzzles?", "Which papers solve puzzles?"),
        ("As a green person I want papers that save power", "papers that save power"),
        ("For a planning committee: which works are on owls?", "which works are on owls?"),
        ("For my thesis chapter I need papers on owls", "papers on owls"),
        ("I'm a vision person, which papers are on images?", "Which papers are on images?"),
        ("Our lab does speech. My boss hates it. What is on LUTs?", "What is on LUTs?"),
    ],
)
def test_the_asker_is_left_out(told: str, asked: str) -> None:
    assert without_lead_in(told) == asked


@pytest.mark.parametrize(
    "whole",
    [
        "I like T-MAC. Who wrote it?",
        "I am interested in pruning. Which papers are from 2023?",
        "I must present ZeroRepo. What is that paper's main story?",
        "T-MAC: who wrote it?",
        "For a given wing, which papers compute the drag?",
        "My aunt has gout. Is there a paper about what to eat then?",
        "SPANN beats DiskANN. Which papers say so?",
        "I need papers on pruning. Which have code?",
        "I have a talk on pruning, which papers are about that?",
    ],
)
def test_what_a_question_needs_stays(whole: str) -> None:
    assert without_lead_in(whole) == whole


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("forget that, what is there on pruning instead", "what is there on pruning"),
        (
            "Hmm, forget MoE, I have changed my mind. What is there on LUTs instead?",
            "What is there on LUTs",
        ),
        ("Never mind. Show me papers on owls instead.", "Show me papers on owls"),
        ("forget the MoE ones", ""),
        ("drop that one, which of those use LUTs instead?", ""),
        ("What is used instead?", ""),
    ],
)
def test_a_change_of_mind_begins_a_new_subject(text: str, new: str) -> None:
    assert after_a_new_subject(text) == new


def test_a_reader_of_many_is_given_a_set(chain: Chain) -> None:
    told = "My supervisor told me to read up on long inputs. "
    answer = chain.ask(f"{told}What does this collection have on long context?")
    plain = chain.ask("What does this collection have on long context?")
    assert answer.question.kind is Kind.LIST
    assert [p.id for p in answer.papers] == [p.id for p in plain.papers]
    assert answer.question.text.startswith(told.strip())
    assert len(answer.papers) > 3


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("switching topics: who wrote SPANN?", "who wrote SPANN?"),
        ("Ok, a different question - which papers have code?", "which papers have code?"),
        ("new topic. pruning?", "pruning?"),
        ("which different topics are there?", ""),
        ("Another topic of it?", ""),
    ],
)
def test_a_new_subject_is_announced(text: str, rest: str) -> None:
    assert after_a_new_subject(text) == rest


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (
            "We may only use released code. What from 2024 fits?",
            "What from 2024 fits with code?",
        ),
        ("I write code all day. Which papers are on owls?", "Which papers are on owls?"),
        ("For the annual report: which papers are new?", "which papers are new?"),
        ("For edge devices: which papers are new?", "For edge devices: which papers are new?"),
    ],
)
def test_what_was_demanded_before_holds(told: str, asked: str) -> None:
    assert without_lead_in(told) == asked
