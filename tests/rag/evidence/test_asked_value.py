"""Which sentences have the sort of thing that a question asks for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rag.chain import Chain
from rag.evidence.asked_value import expected

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


@pytest.mark.parametrize(
    ("question", "has", "has_not"),
    [
        ("Why do owls hoot?", "They hoot because of the moon.", "They hoot at 7 Hz."),
        ("What do they blame for the loss?", "It is due to drought.", "The loss was 7 owls."),
        ("Where do the samples come from?", "Samples were drawn from ponds.", "Samples are 7."),
        ("When should one use naps?", "Use naps if it rains.", "Naps were used in 1975."),
        ("When was it built?", "It was built in 1975.", "It is built if it rains."),
        ("At what granularity is it cut?", "It is cut layer-wise.", "It is cut well."),
        ("Which of them did best?", "Oats outperformed rye.", "Oats and rye were sown."),
        ("What's its name?", "We use a new index, OWL-7, for it.", "We use a new index for it."),
        ("I need the name of the corpus used.", "We use LibriOwl.", "We use recordings."),
        ("As what is it regarded?", "It is cast as a game.", "It is a game."),
        ("Which dangers does it avoid?", "Pruning risks forgetting.", "Pruning is quick."),
        ("Which equations does it solve?", "We solve Cone's equation.", "Equations are solved."),
        ("What role does the moth play?", "The moth acts as a judge.", "The moth is a model."),
        ("Which step is no longer needed?", "It bypasses drying.", "It is an elegant method."),
        ("how does it keep warm?", "It does so via feathers.", "It is warm."),
    ],
)
def test_what_is_asked_for_and_a_sentence_that_has_it(
    question: str, has: str, has_not: str
) -> None:
    assert expected(question, has) > expected(question, has_not)


@pytest.mark.parametrize("question", ["Why is the latency poor?", "Does it cost extra hardware?"])
def test_a_figure_is_not_asked_for_by_what_has_one(question: str) -> None:
    assert expected(question, "It is 7 ms.") == 0


def test_a_number_of_the_things_counted_goes_before_one_of_others() -> None:
    question = "How many datasets does it contain?"
    ours = expected(question, "It has 22 varied real-world datasets.")
    assert ours > expected(question, "It compares 120 variants.") > 0
