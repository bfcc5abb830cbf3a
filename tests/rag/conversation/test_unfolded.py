"""A question on the papers of an answer before, as one question on the library."""

from __future__ import annotations

from rag.chain import Chain
from rag.conversation.unfolded import unfolded
from rag.types import Answer, Filters
from tests.rag.conversation.test_conversation import converse


def turns(chain: Chain, *questions: str) -> list[Answer]:
    """The answers of a conversation, the last one first."""
    answers: list[Answer] = []
    for question in questions:
        answers.append(chain.ask(question, answers))
    return answers[::-1]


def test_conditions_of_all_turns_are_in_one(chain: Chain) -> None:
    answers = turns(chain, "papers on attention from 2025", "which have code?")
    whole = unfolded(answers[0].question, answers[1:])
    assert whole is not None
    assert (whole.topic, whole.scope, whole.filters.has_code) == ("attention", None, True)
    assert whole.filters.since is not None


def test_two_conditions_of_one_sort_are_not(chain: Chain) -> None:
    answers = turns(chain, "papers on attention", "which of those are about pruning?")
    assert unfolded(answers[0].question, answers[1:]) is None


def test_another_year_keeps_the_other_conditions(chain: Chain) -> None:
    asked = converse(chain, "papers in 2025 with code", "how many are they?", "and in 2024?")
    assert asked.question.filters.has_code is True
    assert asked.markdown.startswith("**3**")


def test_a_year_that_some_have_chooses_from_them(chain: Chain) -> None:
    asked = ("papers on attention with code", "which are from 2025?", "and from 2024?")
    assert converse(chain, *asked).question.scope is not None


def test_a_whole_question_is_none_of_the_set_before(chain: Chain) -> None:
    asked = ("papers in 2025 with code", "how many are they?", "which papers are from 2024?")
    assert converse(chain, *asked).question.filters.has_code is None


def test_the_contrary_keeps_the_topic(chain: Chain) -> None:
    for text in ("without code instead", "without code", "which don't?"):
        asked = converse(chain, "papers on reasoning with code", text).question
        assert (asked.topic, asked.filters) == ("reasoning", Filters(has_code=False))


def test_what_is_not_of_the_year_keeps_the_topic(chain: Chain) -> None:
    asked = converse(chain, "papers on pruning from 2023", "not 2023").question
    assert (asked.topic, asked.filters) == ("pruning", Filters())
    assert asked.unwanted.since is not None


def test_those_without_a_topic_are_of_the_list(chain: Chain) -> None:
    first = chain.ask("papers on reasoning")
    asked = chain.ask("not with RL", [first]).question
    assert set(asked.scope or ()) == {paper.id for paper in first.papers}
