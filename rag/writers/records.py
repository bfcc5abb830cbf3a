"""Answers what the records alone can answer: counts, dates, people, places, categories, code.

Every statement quotes the line of the record that it was read from.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag import wording
from rag.asks import asks_unrecorded
from rag.filters import fits
from rag.order import in_time
from rag.trace import Ordered, note
from rag.types import Claim, Draft, Evidence, Filters, Order, Question
from rag.writers.extractive import byline
from rag.writers.lines import record_line
from rag.writers.tallies import write_tally
from store.categories import category_name
from store.papers import Paper

_NOT_RECORDED = "The record does not say: it names the authors that come first, and no more."
_NO_DATES = "The records of these papers have no dates."
_SHOWN_OF_EACH = frozenset({"authors", "date", "organisations", "category", "code"})


def write_fields(
    question: Question, papers: Sequence[Paper], on_code: Sequence[Evidence] = ()
) -> Draft:
    """What the records of the named papers say of the fields that are asked for.

    `on_code` is what the papers themselves say of where their code is.
    """
    if question.order and len(papers) > 1:
        return _write_first(question.order, papers)
    cut = any(paper.authors_cut for paper in papers)
    if "authors" in question.asks and asks_unrecorded(question.whole, cut=cut):
        return Draft(_NOT_RECORDED, abstained=True)
    if question.asks == ("code",) and wording.SAYS_WHICH.search(question.whole):
        papers = [paper for paper in papers if paper.has_code] or papers
    claims = []
    for paper in papers:
        verdict = ""
        if question.filters != Filters() and len(question.named) == 1:
            verdict = "Yes: " if fits(paper, question.filters) else "No: "
        for name in question.asks:
            said = _said(paper, name)
            if "the record names no" not in said and "has no date" not in said:
                said = verdict + said.removeprefix(verdict)
            claims.append(Claim(said, (record_line(paper, name),), paper.id))
        told = [e for e in on_code if e.paper_id == paper.id]
        claims += [Claim(e.text, (e,), paper.id) for e in told]
    return Draft("", tuple(claims), listed=len(claims) > 1)


def write_set(question: Question, papers: Sequence[Paper], total: int) -> Draft:
    """The papers whose records fit, in order; a count where one is asked for."""
    if question.tally:
        return write_tally(question.tally, papers)
    if question.order and not any(paper.date for paper in papers):
        return Draft(_NO_DATES, abstained=True)
    ordered = in_order(papers, question)
    count = f"{len(ordered)} of {total} papers"
    if question.scope is not None:
        count = f"{len(ordered)} of those {len(question.scope)} papers"
    lead = f"**{len(ordered)}**: {count}." if question.counted else f"{count}."
    asks = [a for a in question.asks if a in _SHOWN_OF_EACH]
    if asks and (len(ordered) == 1 or question.scope is not None):
        return write_fields(question, ordered)
    claims = [_set_item(paper, question.filters) for paper in ordered]
    return Draft(lead, tuple(claims), listed=True)


def in_order(papers: Sequence[Paper], question: Question) -> list[Paper]:
    """Sorted and cut as asked; papers without a date come last."""
    chosen = list(papers)
    if question.order:
        chosen = in_time(chosen, question.order)
    if question.limit:
        chosen = chosen[question.skip : question.skip + question.limit]
    if question.order or question.limit:
        note(lambda: _ordered(question, papers, chosen))
    return chosen


def _ordered(question: Question, papers: Sequence[Paper], kept: Sequence[Paper]) -> Ordered:
    dropped = tuple(paper.id for paper in papers if paper not in kept)
    kept_ids = tuple(paper.id for paper in kept)
    return Ordered(question.order, question.skip, question.limit, kept_ids, dropped)


def _write_first(order: Order, papers: Sequence[Paper]) -> Draft:
    """Which of some named papers is the older or newer, with the dates of all."""
    dated = [p for p in in_time(papers, order) if p.date]
    word = "older" if order is Order.OLDEST else "newer"
    if not dated:
        return Draft(_NO_DATES, abstained=True)
    first, *rest = dated
    claims = [
        Claim(
            f"{byline(first)} is the {word}: {first.day}.", (record_line(first, "date"),), first.id
        )
    ]
    claims += [Claim(f"{byline(p)}: {p.day}.", (record_line(p, "date"),)) for p in rest]
    return Draft("", tuple(claims), listed=True)


def _set_item(paper: Paper, filters: Filters) -> Claim:
    """A paper with the line that shows that it fits."""
    people = {
        "authors": filters.authors,
        "organisations": filters.organisations,
        "title": filters.title_words,
    }
    shown = [name for name, wanted in people.items() if wanted]
    extra = [paper.day]
    if filters.authors:
        extra.append(_people(paper))
    if filters.organisations:
        extra.append(", ".join(paper.organisations))
    if filters.has_code and paper.has_code:
        extra.append("code available")
    if not shown or filters.since or filters.until or filters.categories or filters.has_code:
        shown.append("date")
    evidence = tuple(dict.fromkeys(record_line(paper, name) for name in shown))
    said = ", ".join([f"**{paper.title}**", *(e for e in extra if e)])
    return Claim(said, evidence, paper.id)


def _said(paper: Paper, name: str) -> str:
    title = f"**{paper.title}**"
    if name == "authors":
        if not paper.authors:
            return f"{title}: the record names no author."
        return f"{title} was written by {_people(paper).removesuffix('.')}."
    if name == "author count":
        more = ", and says that there are more" if paper.authors_cut else ""
        return f"The record of {title} lists {len(paper.authors)} authors{more}: {_people(paper)}"
    if name == "date":
        return f"{title} is dated {paper.day}." if paper.date else f"{title} has no date."
    if name == "category":
        if not paper.category:
            return f"{title}: the record names no category."
        usual = category_name(paper.category)
        return f"{title} is in the category {paper.category}{f' ({usual})' if usual else ''}."
    if name == "organisations":
        places = ", ".join(paper.organisations)
        return (
            f"{title} is from {places}."
            if places
            else f"{title}: the record names no organisation."
        )
    if name == "code":
        yes = "Yes: the record says that code is available for"
        return (
            f"{yes} {title}." if paper.has_code else f"No: the record has no code flag for {title}."
        )
    return f"The full title is {title}."


def _people(paper: Paper) -> str:
    return ", ".join(paper.authors) + (" et al." if paper.authors_cut else "")
