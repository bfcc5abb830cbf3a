"""What is asked of persons, organisations and places."""

from __future__ import annotations

import pytest

from rag.evidence.worldly import worldly_in


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Who is the CEO of Microsoft?", "Microsoft"),
        ("who is the current president of the ACM", "ACM"),
        ("When was Microsoft founded?", "Microsoft"),
        ("What is Microsoft's annual revenue?", "Microsoft"),
        ("how many employees does Intel have?", "Intel"),
        ("How old is Li Lyna Zhang?", "Li Lyna Zhang"),
        ("Is Ting Cao a full professor at Tsinghua?", "Ting Cao"),
        ("Where was Ting Cao born?", "Ting Cao"),
        ("What is Ting Cao's nationality?", "Ting Cao"),
        ("Where is Tsinghua University?", "Tsinghua University"),
        ("And what is the capital of France?", "France"),
        ("who won the world cup 2018", "world cup 2018"),
        ("how long is the Nile?", "the Nile"),
    ],
)
def test_whom_or_what_it_is_of(text: str, who: str) -> None:
    asked = worldly_in(text)
    assert asked
    assert asked.who == who


@pytest.mark.parametrize(
    "text",
    [
        "who at Microsoft works on speech?",
        "papers by Microsoft",
        "Which university is Ting Cao from?",
        "Where does Ting Cao work?",
        "Is Li Lyna Zhang an author of T-MAC?",
        "Who leads the list of authors with the most papers?",
        "Where is it evaluated?",
        "When was T-MAC published?",
        "What is the capital cost of a cluster?",
        "Which model won on the benchmark?",
        "How many people wrote T-MAC?",
        "How old are these papers?",
        "What is the largest model they test?",
    ],
)
def test_what_is_asked_of_papers(text: str) -> None:
    assert worldly_in(text) is None


def test_a_sentence_tells_it_that_has_both() -> None:
    asked = worldly_in("Who was the founder of Intel?")
    assert asked
    assert asked.is_told("Robert Noyce, a founder of Intel, held the patent.")
    assert not asked.is_told("We ran it on an Intel processor.")
    assert not asked.is_told("The founders of the field disagree.")
    asked = worldly_in("Where was Ada Lovelace born?")
    assert asked
    assert asked.is_told("Lovelace was born in London.")
    assert not asked.is_told("Lovelace wrote the first program.")
