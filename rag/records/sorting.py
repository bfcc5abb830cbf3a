"""Papers in the order that a question wants, cut to the number that it wants of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rag.records.author_counts import by_authors, known_authors
from rag.records.lengths import BY_LENGTH, by_length, size_in
from rag.types import Order, Question
from store.names import levelled
from store.papers import Paper

BY_AUTHORS = (Order.MOST_AUTHORS, Order.FEWEST_AUTHORS)
BY_ONE = (*BY_AUTHORS, *BY_LENGTH)
"""Orders in which named papers are set beside each other."""
_FEW = 3  # papers of an end in the plural, where one alone has the extreme date


def in_time(papers: Iterable[Paper], order: Order) -> list[Paper]:
    """The papers sorted by their dates; those without one come last."""
    papers = list(papers)
    dated = [(p.date, p) for p in papers if p.date]
    dated.sort(key=lambda pair: pair[0], reverse=order is Order.NEWEST)
    return [*(p for _, p in dated), *(p for p in papers if not p.date)]


def cut(papers: Sequence[Paper], question: Question) -> list[Paper]:
    """Papers in order, cut as asked; those that are level with the one paper wanted come with it.

    Of "the oldest papers" are meant all that share the oldest date, or where one alone has it
    that one and the few that follow.
    """
    one = question.limit == 1 or (question.ends and question.limit is None)
    if question.order and one and question.skip < len(papers):
        first = papers[question.skip]
        own = level(first, papers, question.order)
        if len(own) > 1 or not question.ends or question.order in BY_AUTHORS:
            return own
        return list(papers[:_FEW])
    if question.limit:
        return list(papers[question.skip : question.skip + question.limit])
    return list(papers[question.skip :])


def level(paper: Paper, papers: Iterable[Paper], order: Order) -> list[Paper]:
    """The papers that stand at the same place in an order, the paper among them.

    Dates are the same where their sources say the same, be it a day, a month or a year.
    """
    if order in BY_AUTHORS:
        return [p for p in papers if known_authors(p) == known_authors(paper)]
    if order in BY_LENGTH:
        return [p for p in papers if size_in(p, order) == size_in(paper, order)]
    if order is Order.TITLE:
        return [paper]
    return [p for p in papers if p is paper or (p.date and p.day == paper.day)]


def put_in_order(papers: Iterable[Paper], order: Order) -> list[Paper]:
    """The papers sorted; those of which the record says nothing come last."""
    if order in BY_AUTHORS:
        return by_authors(list(papers), order)
    if order in BY_LENGTH:
        return by_length(papers, order)
    if order is Order.TITLE:
        return sorted(papers, key=lambda paper: levelled(paper.title).lstrip("\"'“‘"))
    return in_time(papers, order)
