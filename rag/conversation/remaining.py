"""What is left of earlier questions and answers once papers have left the library."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from rag.types import Answer, Question


def remaining_answer(answer: Answer, papers: Container[str]) -> Answer:
    """The answer with those of its papers alone that are still there, for a follow-up."""
    if all(paper.id in papers for paper in answer.papers) and _is_whole(answer.question, papers):
        return answer
    return replace(
        answer,
        question=remaining_question(answer.question, papers),
        papers=tuple(paper for paper in answer.papers if paper.id in papers),
    )


def remaining_question(question: Question, papers: Container[str]) -> Question:
    """The question without the papers that it names, or is confined to, and that are gone."""
    if _is_whole(question, papers):
        return question
    scope = question.scope
    return replace(
        question,
        named=tuple(i for i in question.named if i in papers),
        scope=None if scope is None else tuple(i for i in scope if i in papers),
    )


def _is_whole(question: Question, papers: Container[str]) -> bool:
    return all(i in papers for i in (*question.named, *(question.scope or ())))
