"""Says which papers stand at an end: the oldest, those level with it, the one with most authors."""

from __future__ import annotations

from collections.abc import Sequence

from rag.language.stated import Stated
from rag.records.author_counts import cut_records, is_known_first, known_authors
from rag.records.lengths import BY_LENGTH, said_size
from rag.records.sorting import BY_AUTHORS, level, put_in_order
from rag.shown import byline
from rag.types import Claim, Draft, Order, Question
from rag.writers.lines import record_line, so_many
from store.papers import Paper

NO_DATES = "The records of these papers have no dates."


def not_known(papers: Sequence[Paper], order: Order) -> str:
    """Why the records cannot tell which papers are first in an order; "" where they can."""
    if order is Order.TITLE or order in BY_LENGTH:
        return ""
    if order not in BY_AUTHORS:
        return "" if any(paper.date for paper in papers) else NO_DATES
    if not any(paper.authors for paper in papers):
        return "The records of these papers name no author."
    if is_known_first(put_in_order(papers, order), order):
        return ""
    cut = sum(paper.authors_cut for paper in papers)
    return f"{cut_records(cut, len(papers))}, so which has the {order} is not known."


def end_lead(kept: Sequence[Paper], papers: Sequence[Paper], question: Question) -> str:
    """What the papers left of an order have in common, where more than the order says it."""
    if not question.order or question.order is Order.TITLE or not kept:
        return ""
    first = kept[0]
    own = level(first, papers, question.order)
    if question.order in BY_AUTHORS and question.limit in (None, 1):
        each = " each" if len(own) > 1 else ""
        have = f"{so_many(len(own))} {'has' if len(own) == 1 else 'have'}"
        return f"{have} the {question.order} of {len(papers)}: {known_authors(first)[0]}{each}."
    if question.order in BY_LENGTH and question.limit == 1 and question.skip == 0:
        return _length_lead(first, own, papers, question.order)
    alone = question.limit == 1 or question.limit is None
    if alone and question.skip == 0 and len(own) == len(kept) > 1:
        return f"{so_many(len(own))} share the {question.order} date, {first.day}."
    if alone and question.skip and len(own) > 1:
        return f"{so_many(len(own))} share that date, {first.day}."
    several = question.limit or (question.ends and len(kept) < len(papers))
    if several and question.skip == 0 and len(kept) > 1:
        return _several_lead(len(kept), len(papers), question.order)
    return ""


def _length_lead(first: Paper, own: Sequence[Paper], papers: Sequence[Paper], order: Order) -> str:
    """How long the title or the abstract is that is the longest or shortest of all."""
    size, of = said_size(first, order), so_many(len(papers))
    if " words in " in order.value:
        have = f"{so_many(len(own))} {'has' if len(own) == 1 else 'have'}"
        each = " each" if len(own) > 1 else ""
        return f"{have} the {order} of {len(papers)}: {size.partition(' (')[0]}{each}."
    return f"The {order} of {of} has {size}."


def _several_lead(kept: int, of: int, order: Order) -> str:
    """That these are the first few in an order, and of how many."""
    if order in (*BY_LENGTH, *BY_AUTHORS):
        return f"The {kept} papers with the {order}, of {of}."
    return f"The {kept} {order} of {so_many(of)}."


def figures_lead(stated: Stated, count: int) -> str:
    """That papers give a figure of something, and that they are not measured alike."""
    give = "1 paper gives" if count == 1 else f"{count} papers give"
    if count == 1:
        return f"{give} a figure of that ({stated.of})."
    return (
        f"{give} a figure of that ({stated.of}), the {stated.first} first. They are"
        " measured on different things, so this does not tell which paper is best."
    )


def unranked_lead(what: str, lead: str) -> str:
    """That papers come near to a thing, and which has the largest or smallest is not known."""
    return (
        f"{lead} Which of them has the {what} is not told: figures of this are not set beside"
        " each other."
    )


def end_closing(kept: Sequence[Paper], papers: Sequence[Paper], question: Question) -> str:
    """How many more share the date of the last paper of a number that was asked for."""
    if question.order in (None, Order.TITLE) or not kept or (question.limit or 0) < 2:
        return ""
    own = level(kept[-1], papers, question.order)
    rest = len(own) - sum(paper in own for paper in kept)
    has = "more paper has" if rest == 1 else "more papers have"
    return f"{rest} {has} the date of the last, {kept[-1].day}." if rest > 0 else ""


def write_first(order: Order, papers: Sequence[Paper]) -> Draft:
    """Which of some named papers is the first in an order, with what the records say of all."""
    if why := not_known(papers, order):
        return Draft(why, abstained=True)
    told = [p for p in put_in_order(papers, order) if _is_told(p, order)]
    first, *rest = told
    own = level(first, told, order)
    word = (_COMPARED if len(papers) == 2 else _FIRST_OF)[order]
    name = "authors" if order in BY_AUTHORS else "title" if order in BY_LENGTH else "date"
    if len(own) > 1:
        said = f"{byline(first)} and {byline(own[1])} are level: {_value(first, order)}."
        if len(own) > 2:
            said = f"{byline(first)} and {len(own) - 1} others are level: {_value(first, order)}."
    else:
        said = f"{byline(first)} is the {word}: {_value(first, order)}."
    claims = [Claim(said, tuple(record_line(p, name) for p in own))]
    claims += [Claim(f"{byline(p)}: {_value(p, order)}.", (record_line(p, name),)) for p in rest]
    return Draft("", tuple(claims), listed=True)


_COMPARED = {
    Order.OLDEST: "older",
    Order.NEWEST: "newer",
    Order.MOST_AUTHORS: "one with more authors",
    Order.FEWEST_AUTHORS: "one with fewer authors",
    Order.LONGEST_TITLE: "one with the longer title",
    Order.SHORTEST_TITLE: "one with the shorter title",
    Order.LONGEST_ABSTRACT: "one with the longer abstract",
    Order.SHORTEST_ABSTRACT: "one with the shorter abstract",
    Order.MOST_TITLE_WORDS: "one with more words in the title",
    Order.FEWEST_TITLE_WORDS: "one with fewer words in the title",
    Order.MOST_ABSTRACT_WORDS: "one with more words in the abstract",
    Order.FEWEST_ABSTRACT_WORDS: "one with fewer words in the abstract",
}
_FIRST_OF = {
    Order.OLDEST: "oldest",
    Order.NEWEST: "newest",
    Order.MOST_AUTHORS: "one with the most authors",
    Order.FEWEST_AUTHORS: "one with the fewest authors",
    **{order: f"one with the {order}" for order in BY_LENGTH},
}


def _is_told(paper: Paper, order: Order) -> bool:
    """Whether a record says what an order goes by."""
    return order in BY_LENGTH or bool(paper.authors if order in BY_AUTHORS else paper.date)


def _value(paper: Paper, order: Order) -> str:
    if order in BY_LENGTH:
        return said_size(paper, order)
    if order not in BY_AUTHORS:
        return paper.day
    count = len(paper.authors)
    return f"{count} {'author' if count == 1 else 'authors'}"
