"""Which sentences have the sort of thing that a question asks for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rag.asked_value import expected
from rag.chain import Chain

TOLD = (
    "Results show that marshes halve the waves.",
    "We conclude that breakfast is worth its price.",
    "The analysis revealed no effect of naps.",
    "Naps were found to be useless.",
    "Conclusions: sleep more.",
)
UNTOLD = ("Marshes were planted.", "A study of naps is described.", "We plan to show it.")


@pytest.mark.parametrize(
    "question",
    [
        "What did Cone find?",
        "what was found about naps?",
        "What are the findings of the paper on naps?",
        "What do they conclude?",
        "the results of the trial",
        "what can be learned from it?",
    ],
)
def test_a_finding_is_told_by_a_sentence_that_says_so(question: str) -> None:
    assert all(expected(question, sentence) > 0 for sentence in TOLD)
    assert not any(expected(question, sentence) for sentence in UNTOLD)


@pytest.mark.parametrize(
    "question", ["What is a nap?", "Where did they find the owls?", "Who founded the school?"]
)
def test_other_questions_ask_no_finding(question: str) -> None:
    assert not any(expected(question, sentence) for sentence in TOLD)


def test_a_number_goes_before_a_finding() -> None:
    question = "How much did they find that sleep helps?"
    assert expected(question, "Sleep helped by 7 seconds.") > expected(question, TOLD[0])


def test_what_was_found_comes_first(chained: Callable[..., Chain]) -> None:
    text = (
        "Breakfast was given to 63 pupils on the morning of examinations. Pupils were weighed. "
        "We conclude that breakfast is worth its price."
    )
    other = "Owls were counted. Owls hunt voles."
    school = chained([("Breakfast", text, "", ["Cone, D."]), ("Owls", other, "", ["Dorn, E."])])
    answer = school.ask("What did the paper on breakfast find?")
    assert answer.citations[0].quote == "We conclude that breakfast is worth its price."
