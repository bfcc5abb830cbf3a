from __future__ import annotations

import re
from typing import Any

import pytest

from rag.chain import Chain
from rag.types import Answer, Kind, Partial, Progress
from store.errors import QuestionError
from store.library import Library

_MARKER = re.compile(r"\[(\d+)\]")


@pytest.fixture(scope="module")
def answers(chain: Chain, rows: list[dict[str, Any]]) -> dict[str, Answer]:
    """The answers to all development questions, by the questions' ids."""
    found: dict[str, Answer] = {}
    for row in rows:
        history: list[Answer] = []
        for question in row["history"]:
            history.append(chain.ask(question, history))
        found[row["id"]] = chain.ask(row["q"], history)
    return found


def test_progress_then_checked_parts_then_the_answer(chain: Chain) -> None:
    events = list(chain.stream("Which papers target CPUs?"))
    kinds = [type(event) for event in events]
    assert kinds == [Progress, Progress, Partial, Partial, Partial, Answer]


def test_each_part_goes_on_where_the_one_before_ended(chain: Chain) -> None:
    *events, answer = chain.stream("Which papers target CPUs?")
    assert isinstance(answer, Answer)
    parts = [event for event in events if isinstance(event, Partial)]
    for count, part in enumerate(parts, start=1):
        assert part.citations == answer.citations[:count]
        assert answer.markdown.startswith(part.markdown)


def test_the_first_event_says_how_the_question_was_read(chain: Chain) -> None:
    first = next(iter(chain.stream("Which papers target CPUs?")))
    assert isinstance(first, Progress)
    assert "all papers that fit; topic “CPUs”" in first.text


def test_a_question_that_cannot_be_asked_gives_no_event(chain: Chain) -> None:
    with pytest.raises(QuestionError):
        next(iter(chain.stream("")))


def test_the_history_makes_a_follow_up_whole(chain: Chain) -> None:
    before = chain.ask("What is SPANN about?")
    assert [p.id for p in chain.ask("Who wrote it?", [before]).papers] == ["chen2021spann"]


def test_the_same_question_has_the_same_answer(chain: Chain) -> None:
    first, again = (chain.ask("Which papers are about pruning?") for _ in range(2))
    assert (first.markdown, first.citations) == (again.markdown, again.citations)


def test_the_starters_can_all_be_answered(chain: Chain) -> None:
    starters = chain.starters()
    assert "Which papers target CPUs?" in starters
    assert not [q for q in starters if chain.ask(q).abstained]


def test_every_quote_is_verbatim_at_its_place(library: Library, answers: dict[str, Answer]) -> None:
    wrong = [
        (row_id, citation.n)
        for row_id, answer in answers.items()
        for citation in answer.citations
        if library.papers[citation.paper_id].part(citation.section)[citation.start : citation.end]
        != citation.quote
        or not citation.quote.strip()
    ]
    assert wrong == []


def test_markers_and_citations_are_one_to_one(answers: dict[str, Answer]) -> None:
    wrong = [
        row_id
        for row_id, answer in answers.items()
        if list(dict.fromkeys(int(n) for n in _MARKER.findall(answer.markdown)))
        != [citation.n for citation in answer.citations]
    ]
    assert wrong == []


def test_what_is_answered_is_cited(answers: dict[str, Answer]) -> None:
    uncited = [
        i
        for i, a in answers.items()
        if not a.abstained
        and not (a.citations and a.papers)
        # A count of none has no record to show.
        and not (a.question.counted and a.markdown.startswith("**0**"))
    ]
    assert uncited == []


def test_every_paper_of_a_list_is_cited(answers: dict[str, Answer]) -> None:
    wrong = [
        row_id
        for row_id, answer in answers.items()
        if answer.question.kind is Kind.LIST
        and {paper.id for paper in answer.papers} != {c.paper_id for c in answer.citations}
    ]
    assert wrong == []


def test_silence_has_the_kind_none_and_no_papers(answers: dict[str, Answer]) -> None:
    for answer in answers.values():
        assert answer.abstained is (answer.question.kind is Kind.NONE)
        assert not (answer.abstained and answer.papers)


def test_no_answer_needs_a_language_model(answers: dict[str, Answer]) -> None:
    assert {answer.engine for answer in answers.values()} == {"extractive"}
    assert all(answer.tokens == {"prompt": 0, "completion": 0} for answer in answers.values())
