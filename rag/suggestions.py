"""Questions worth asking after an answer, made from the answer itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from rag.types import Answer, Kind
from store.papers import Paper

_MOST = 3
_LONGEST_NAME = 4  # words of a title's head that people would type


def suggestions(
    answer: Answer, papers: Mapping[str, Paper], asked: Collection[str] = ()
) -> tuple[str, ...]:
    """Up to three questions that go on from an answer, none of which was asked before.

    Each of them can be answered from the records or the texts of the answer's own papers.
    """
    own = [papers[paper.id] for paper in answer.papers if paper.id in papers]
    if answer.abstained or not own:
        return ()
    coded = any(paper.has_code for paper in papers.values())  # else nobody asks for code there
    several = len(own) > 1
    found = _about_several(answer, own) if several else _about_one(answer, own[0], coded=coded)
    return tuple(question for question in found if question not in asked)[:_MOST]


def _about_several(answer: Answer, papers: Sequence[Paper]) -> Iterator[str]:
    filters = answer.question.filters
    with_code = sum(paper.has_code for paper in papers)
    if filters.has_code is None and 0 < with_code < len(papers):
        yield "Which of them have code?"
    if answer.question.order is None and len({p.date for p in papers if p.date}) > 1:
        yield "Which of them is the newest?"
    names = [name for paper in papers if (name := _name(paper))]
    if answer.question.kind is not Kind.COMPARE and len(names) > 1:
        yield f"Compare {names[0]} and {names[1]}"
    yield from (f"What is {name} about?" for name in names)


def _about_one(answer: Answer, paper: Paper, *, coded: bool) -> Iterator[str]:
    name = _name(paper) or paper.title
    if answer.question.kind is not Kind.SUMMARY:
        yield f"What is {name} about?"
    if paper.authors and "authors" not in answer.question.asks:
        yield f"Who wrote {name}?"
    if coded and "code" not in answer.question.asks:
        yield f"Does {name} have code?"
    if paper.date and "date" not in answer.question.asks:
        yield f"When was {name} published?"


def _name(paper: Paper) -> str:
    """What stands before the colon of a title, if that is short enough to be its name."""
    head, colon, _ = paper.title.partition(":")
    return head if colon and len(head.split()) <= _LONGEST_NAME else ""
