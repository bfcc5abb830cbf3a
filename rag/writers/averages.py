"""Answers what is worked out of numbers in the records, with the papers at both ends of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean, median

from rag.records.author_counts import cut_records
from rag.records.tallied import called, through, values
from rag.records.tally import Tally, TallyOf, Wanted
from rag.types import Claim, Draft
from rag.writers.apart import apart
from rag.writers.lines import record_line, so_many
from store.papers import Paper

_SHOWN = 3  # papers of the value that has most
_OF_TIME = (TallyOf.YEAR, TallyOf.DECADE, TallyOf.QUARTER, TallyOf.MONTH)


def write_average(tally: Tally, papers: Sequence[Paper]) -> Draft:
    """A mean or median over the papers, or of the papers to a value, and how it comes about."""
    if tally.wanted is Wanted.SPAN:
        return _write_span(papers)
    if tally.wanted is Wanted.RATE:
        return _write_rate(tally.of, values(papers, tally.of), len(papers))
    if tally.of is TallyOf.YEAR:
        return _write_middle(tally, papers)
    return _write_sizes(tally, [paper for paper in papers if paper.authors], len(papers))


def _write_sizes(tally: Tally, papers: Sequence[Paper], of: int) -> Draft:
    """How many authors papers have; where lists are cut short, how many the records name."""
    sizes = [len(paper.authors) for paper in papers]
    if not sizes:
        return Draft("The records of these papers name no author.", abstained=True)
    cut = sum(paper.authors_cut for paper in papers)
    whose = f"the {len(papers)} papers that name any" if len(papers) < of else so_many(of)
    mean, middle = _number(fmean(sizes)), _number(median(sizes))
    number, how, other = (
        (middle, "at the median", f"mean {mean}")
        if tally.wanted is Wanted.MEDIAN
        else (mean, "on average", f"median {middle}")
    )
    each = f"author{'' if number == '1' else 's'} {'named ' if cut else ''}per paper"
    lead = f"**{number}** {each} {how} ({other})"
    lead += f", over {whose}: from {min(sizes)} to {max(sizes)}."
    if cut:
        lead += f" {cut_records(cut, len(papers))}, so there are more, and how many is not known."
    ends = [min(papers, key=lambda p: len(p.authors)), max(papers, key=lambda p: len(p.authors))]
    return Draft(lead, _claims(ends, "authors"), listed=True)


def _write_middle(tally: Tally, papers: Sequence[Paper]) -> Draft:
    """The middle of the dates: the day before and after which as many papers came out."""
    dated = sorted(((p.date, p) for p in papers if p.date), key=lambda pair: pair[0])
    if not dated:
        return Draft("The records of these papers have no dates.", abstained=True)
    mean = _number(fmean(day.year for day, _ in dated))
    middle = dated[(len(dated) - 1) // 2][1]
    first, last = dated[0][1], dated[-1][1]
    lead = (
        f"The paper in the middle is dated **{middle.day}** (mean of the years: {mean})"
        if tally.wanted is Wanted.MEDIAN
        else f"The mean of the years is **{mean}** (the paper in the middle: {middle.day})"
    )
    lead += f", over {so_many(len(dated))} from {first.day} to {last.day}."
    return Draft(lead, _claims((first, middle, last), "date"), listed=True)


def _write_rate(of: TallyOf, counted: Mapping[str, Sequence[Paper]], total: int) -> Draft:
    """How many papers there are to a year, an author, a category; years without any count, too."""
    if not counted:
        return Draft("The records do not say enough to count that.", abstained=True)
    names = through(counted) if of in (TallyOf.YEAR, TallyOf.MONTH) else list(counted)
    sizes = [len(counted.get(name, ())) for name in names]
    mean = _number(fmean(sizes))
    lead = (
        f"**{mean}** {'paper' if mean == '1' else 'papers'} per {of.called} on average "
        f"(median {_number(median(sizes))}): {so_many(total)}, {len(names)} "
        f"{_plural(of, len(names))}"
    )
    lead += (
        f" from {called(names[0], of)} to {called(names[-1], of)}"
        if of in _OF_TIME and len(names) > 1
        else ""
    )
    most = max(counted, key=lambda name: len(counted[name]))
    named = {TallyOf.AUTHOR: "authors", TallyOf.ORGANISATION: "organisations"}.get(of, "date")
    named = of.value if of in (TallyOf.CATEGORY, TallyOf.VENUE) else named
    lead += f", the most of any {len(counted[most])} ({called(most, of)})."
    return Draft(lead, _claims(counted[most][:_SHOWN], named), listed=True)


def _write_span(papers: Sequence[Paper]) -> Draft:
    """How far the oldest and the newest paper are apart."""
    dated = sorted(((p.date, p) for p in papers if p.date), key=lambda pair: pair[0])
    if not dated:
        return Draft("The records of these papers have no dates.", abstained=True)
    first, last = dated[0][1], dated[-1][1]
    lead = (
        f"**{apart(first, last)}** lie between the oldest and the newest of {so_many(len(dated))}"
    )
    return Draft(
        f"{lead}: {first.day} and {last.day}.", _claims((first, last), "date"), listed=True
    )


def _claims(papers: Sequence[Paper], name: str) -> tuple[Claim, ...]:
    """A line of each paper's record, each paper once."""
    return tuple(_claim(paper, name) for paper in {p.id: p for p in papers}.values())


def _claim(paper: Paper, name: str) -> Claim:
    said = {
        "authors": ", ".join(paper.authors),
        "organisations": ", ".join(paper.organisations),
        "category": paper.category,
        "venue": paper.venue,
    }.get(name, paper.day)
    shown = f"**{paper.title}**, {said}" if said else f"**{paper.title}**"
    return Claim(shown, (record_line(paper, name),), paper.id)


def _number(value: float) -> str:
    """To two places after the point, and none where there is nothing: "2", "1.7", "1.02"."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _plural(of: TallyOf, count: int) -> str:
    if count == 1:
        return of.called
    return "categories" if of is TallyOf.CATEGORY else f"{of.called}s"
