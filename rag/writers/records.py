"""Answers what the records alone can answer: counts, dates, people, places, categories, code.

Every statement quotes the line of the record that it was read from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.language import wording
from rag.language.weekdays import asks_weekday
from rag.question.asks import ASKS_WHERE, asks_unrecorded
from rag.records.addresses import address_at
from rag.records.allowed import abstract_place, fits
from rag.records.author_counts import has_authors
from rag.records.identifiers import IDENTIFIERS, identified
from rag.records.in_common import IN_COMMON
from rag.records.lengths import BY_LENGTH, LENGTHS, said_length, said_size
from rag.records.overview import OVERVIEW
from rag.records.placed import asked_place
from rag.records.sorting import BY_AUTHORS, cut, put_in_order
from rag.trace import Ordered, note
from rag.types import Claim, Draft, Evidence, Filters, Question
from rag.writers.fields import said_in_full, told_by_the_paper
from rag.writers.lines import people, record_line, said_of
from rag.writers.ordered import end_closing, end_lead, not_known, write_first
from rag.writers.overview import write_overview
from rag.writers.shared import write_shared
from rag.writers.tallies import write_tally
from rag.writers.unsaid import none_of_which
from store.papers import ABSTRACT, Paper

_NOT_RECORDED = "The record does not say: it names the authors that come first, and no more."
_ADDRESS = re.compile(r"\bhttps?://|\bwww\.|\b(?:github|gitlab|huggingface)\.\w+/", re.I)
_OF_CODE = re.compile(r"\bcode\b|\bopen-?sourced?\b|\bgit(?:hub|lab)\b", re.I)
_SHOWN_OF_EACH = frozenset(
    {"authors", "author count", "date", "organisations", "category", "code", "venue"}
)
_TOLD = ("organisations", "category")  # what a line says only where it is asked for


def write_fields(
    question: Question, papers: Sequence[Paper], on_code: Sequence[Evidence] = ()
) -> Draft:
    """What the records of the named papers say of the fields that are asked for.

    `on_code` is what the papers themselves say of where their code is.
    """
    if together := [name for name in question.asks if name in IN_COMMON]:
        return write_shared(together[0], papers, question.text)
    if question.order and len(papers) > 1:
        return write_first(question.order, papers)
    cut = any(paper.authors_cut for paper in papers)
    if "authors" in question.asks and asks_unrecorded(question.whole, cut=cut):
        return Draft(_NOT_RECORDED, abstained=True)
    if question.asks == ("code",) and wording.SAYS_WHICH.search(question.whole):
        papers = [paper for paper in papers if paper.has_code] or papers
    claims, weekday = [], asks_weekday(question.whole)
    for paper in papers:
        verdict = _verdict(question, paper)
        told = [Claim(e.text, (e,), paper.id) for e in on_code if e.paper_id == paper.id]
        linked = any(_ADDRESS.search(claim.text) for claim in told)
        for name in question.asks:
            if linked and name == "link" and not identified(paper, name)[0]:
                continue
            said = said_in_full(paper, name, asked_place(question.whole), weekday=weekday)
            if name == "code" and not paper.has_code and any(_OF_CODE.search(c.text) for c in told):
                said = told_by_the_paper(paper)
            elif "the record names no" not in said and "has no date" not in said:
                said = verdict + said.removeprefix(verdict)
            line = identified(paper, name)[1] if name in IDENTIFIERS else name
            line = "title" if name in LENGTHS else line
            claims.append(Claim(said, (record_line(paper, line),), paper.id))
        claims = [*told, *claims] if ASKS_WHERE.search(question.whole) else [*claims, *told]
    untold = not on_code and all(_is_untold(paper, n) for paper in papers for n in question.asks)
    return Draft("", tuple(claims), listed=len(claims) > 1, abstained=untold)


def _is_untold(paper: Paper, name: str) -> bool:
    """Whether a record leaves out a field; one without code is one that says there is none."""
    told = {
        "authors": bool(paper.authors),
        "date": paper.date is not None,
        "organisations": bool(paper.organisations),
        "category": bool(paper.category),
        "venue": bool(paper.venue),
        **{field: bool(identified(paper, field)[0]) for field in IDENTIFIERS},
    }
    return not told.get(name, True)


def _verdict(question: Question, paper: Paper) -> str:
    """Yes or no, where a question asks whether what it says holds of a named paper."""
    if question.filters == Filters() or not wording.YES_NO.search(question.whole):
        return ""
    wanted = question.filters.author_count
    if wanted and has_authors(paper, wanted) is None:
        return "Not known: "
    if fits(paper, question.filters):
        return "Yes: "
    named_only = question.filters.authors and paper.authors_cut
    return "No, not as far as the record names its authors: " if named_only else "No: "


def write_set(question: Question, papers: Sequence[Paper], total: int) -> Draft:
    """The papers whose records fit, in order; a count where one is asked for."""
    if OVERVIEW in question.asks:
        return write_overview(papers)
    if question.tally:
        return write_tally(question.tally, papers, question.filters)
    if question.order and (why := not_known(papers, question.order)):
        return Draft(why, abstained=True)
    kept = in_order(papers, question)
    lead = end_lead(kept, papers, question) or _counted(question, len(kept), total)
    if question.limit and not question.order and len(kept) < len(papers):
        lead = f"{len(kept)} of the {len(papers)} papers that fit."
    asks = [a for a in question.asks if a in _SHOWN_OF_EACH]
    if asks and (len(kept) == 1 or question.limit == 1 or question.scope is not None):
        fields = write_fields(replace(question, order=None), kept)
        return replace(fields, lead=lead) if len(kept) > 1 and question.limit == 1 else fields
    told = (*question.told, *(a for a in asks if a in _TOLD and a not in question.told))
    claims = [_set_item(paper, replace(question, told=told)) for paper in kept]
    closing = end_closing(kept, papers, question)
    return Draft(lead, tuple(claims), listed=True, closing=closing)


def _counted(question: Question, count: int, total: int) -> str:
    said = f"{count} of {total} papers"
    if question.scope is not None:
        of = len(question.scope)
        said = f"{count} of those {of} papers" if of > 1 else f"{count} of that 1 paper"
    said += none_of_which(question, count)
    shared = wording.IN_PERCENT.search(question.whole if question.portion_of else question.text)
    if question.portion_of and not shared:
        return f"**{'Yes' if count == total else 'No'}**: {count} of {total} papers."
    if question.counted and shared:
        return f"{share(count, total if question.scope is None else len(question.scope))}: {said}."
    return f"**{count}**: {said}." if question.counted else f"{said}."


def share(count: int, total: int) -> str:
    """So many of all, in percent."""
    return f"**{100 * count / max(total, 1):.0f} %**"


def in_order(papers: Sequence[Paper], question: Question) -> list[Paper]:
    """Sorted and cut as asked; papers without a date come last."""
    chosen = put_in_order(papers, question.order) if question.order else list(papers)
    chosen = cut(chosen, question)
    if question.order or question.limit:
        note(lambda: _ordered(question, papers, chosen))
    return chosen


def _ordered(question: Question, papers: Sequence[Paper], kept: Sequence[Paper]) -> Ordered:
    dropped = tuple(paper.id for paper in papers if paper not in kept)
    kept_ids = tuple(paper.id for paper in kept)
    return Ordered(question.order, question.skip, question.limit, kept_ids, dropped)


def _set_item(paper: Paper, question: Question) -> Claim:
    """A paper with the line that shows that it fits."""
    filters = question.filters
    by_authors = filters.author_count or question.order in BY_AUTHORS
    persons = {
        "authors": filters.authors or by_authors,
        "organisations": filters.organisations or filters.organisation_count,
        "title": filters.title_words or filters.titled or question.order in BY_LENGTH,
        "venue": filters.venues or question.unwanted.venues or "venue" in question.asks,
    }
    shown = [name for name, wanted in persons.items() if wanted]
    shown += [name for name in (*filters.lacks, *filters.states) if name not in shown]
    extra = [paper.day]
    if question.order in BY_LENGTH:
        extra = [said_size(paper, question.order)]
    if filters.authors or by_authors:
        extra.append(people(paper) or "no author named")
    if "venue" in shown:
        extra.append(paper.venue or "no journal named")
    if persons["organisations"]:
        extra.append(", ".join(paper.organisations))
    if filters.has_code and paper.has_code:
        extra.append("code available")
    dated = filters.since or filters.until or filters.spells or filters.months or filters.weekdays
    extra += [said for name in question.told if (said := said_of(paper, name)) not in extra]
    shown += [name for name in question.told if name not in shown]
    if not shown or dated or filters.categories or filters.has_code:
        shown.append("date")
    evidence = tuple(dict.fromkeys(record_line(paper, name) for name in shown))
    if filters.weekdays and paper.date:
        extra[0] = f"{paper.date:%A}, {paper.day}"
    if filters.abstracted and filters.abstracted.words:
        extra.append(f"abstract of {said_length(paper, ABSTRACT)}")
    evidence = _in_the_text(paper, filters) or evidence
    said = ", ".join([f"**{paper.title}**", *(e for e in extra if e)])
    return Claim(said, evidence, paper.id)


def _in_the_text(paper: Paper, filters: Filters) -> tuple[Evidence, ...]:
    """Where the text of a paper, and not its record, shows that it fits."""
    if given := address_at(paper, filters.addresses):
        section, start, end = given
    elif filters.abstracted and (place := abstract_place(paper, filters.abstracted)):
        section, (start, end) = ABSTRACT, place
    else:
        return ()
    return (Evidence(paper.id, section, start, end, paper.part(section)[start:end]),)
