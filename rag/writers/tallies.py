"""Answers what is counted over the records as a whole: papers a year, the author with the most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from rag.language.bounds import Bounds
from rag.records.author_counts import cut_records
from rag.records.tallied import called, through, values
from rag.records.tally import Tally, TallyOf, Wanted
from rag.types import Claim, Draft, Filters
from rag.writers.averages import write_average
from rag.writers.lines import record_line
from store.papers import Paper

_SHOWN = 60  # values; a long tally is cut, and says so
_PLURALS = {
    TallyOf.YEAR: "years",
    TallyOf.DECADE: "decades",
    TallyOf.QUARTER: "quarters",
    TallyOf.MONTH: "months",
    TallyOf.WEEKDAY: "days of the week",
    TallyOf.DAY: "days",
    TallyOf.CATEGORY: "categories",
    TallyOf.AUTHOR: "authors",
    TallyOf.LEAD: "first authors",
    TallyOf.ORGANISATION: "organisations",
    TallyOf.VENUE: "journals and conferences",
    TallyOf.SIZE: "numbers of authors",
    TallyOf.CODE: "groups",
}
_LINES = {
    TallyOf.YEAR: "date",
    TallyOf.DECADE: "date",
    TallyOf.QUARTER: "date",
    TallyOf.MONTH: "date",
    TallyOf.WEEKDAY: "date",
    TallyOf.DAY: "date",
    TallyOf.CATEGORY: "category",
    TallyOf.AUTHOR: "authors",
    TallyOf.LEAD: "authors",
    TallyOf.ORGANISATION: "organisations",
    TallyOf.VENUE: "venue",
    TallyOf.SIZE: "authors",
    TallyOf.CODE: "code",
}
_ANY = Filters()
_OF_PEOPLE = (TallyOf.AUTHOR, TallyOf.LEAD, TallyOf.SIZE)
_WORKED_OUT = (Wanted.MEAN, Wanted.MEDIAN, Wanted.RATE, Wanted.SPAN)


def write_tally(tally: Tally, papers: Sequence[Paper], asked: Filters = _ANY) -> Draft:
    """The tally in one line, and a line of a record for each value of it.

    `asked` is what the papers had to meet.
    Where lists of authors are cut short those that are left out are not counted, and it says so.
    """
    if tally.wanted in _WORKED_OUT:
        return write_average(tally, papers)
    draft = _write(tally, papers, asked)
    of_all = tally.of in (TallyOf.AUTHOR, TallyOf.SIZE)  # the first author is in every record
    cut = sum(paper.authors_cut for paper in papers) if of_all else 0
    if not cut or draft.abstained:
        return draft
    closing = f"{cut_records(cut, len(papers))}: whom they leave out is not counted."
    return replace(draft, closing=closing)


def _write(tally: Tally, papers: Sequence[Paper], asked: Filters) -> Draft:
    counted = {
        value: own
        for value, own in values(papers, tally.of).items()
        if value not in tally.leaving and (not tally.among or value in tally.among)
    }
    if not counted and tally.leaving:
        of = "1 paper" if len(papers) == 1 else f"{len(papers)} papers"
        return Draft(f"**0**: no other author is named in {of}.")
    if not counted and tally.wanted is Wanted.BEHIND:
        return _write_behind(tally.of, counted, papers)
    if not counted:
        what = "author" if tally.of in _OF_PEOPLE else tally.of.called
        what = "date" if _LINES[tally.of] == "date" else what
        return Draft(f"The records of these papers name no {what}.", abstained=True)
    if tally.bounds:
        return _write_bounded(tally, tally.bounds, _with_gaps(counted, tally, asked))
    if tally.wanted in (Wanted.MOST, Wanted.FEWEST):
        return _write_extreme(tally, counted)
    if tally.wanted is Wanted.BEHIND:
        return _write_behind(tally.of, counted, papers)
    if tally.newest is not None:
        return _write_ends(tally, counted)
    shown = dict(list(counted.items())[:_SHOWN])
    number = f"{len(counted)} {_PLURALS[tally.of] if len(counted) > 1 else tally.of.called}"
    lead = f"**{number}** in {len(papers)} papers: {_counts(shown, tally.of)}."
    if len(shown) < len(counted):
        lead = f"{lead[:-1]}, and {len(counted) - len(shown)} more."
    return Draft(lead, tuple(_examples(shown, tally.of)), listed=True)


def _write_ends(tally: Tally, counted: Mapping[str, Sequence[Paper]]) -> Draft:
    """The newest or the oldest paper of each value."""
    pick = max if tally.newest else min
    ends = {
        value: pick(dated, key=lambda paper: paper.date or date.min)
        for value, own in list(counted.items())[:_SHOWN]
        if (dated := [paper for paper in own if paper.date])
    }
    claims = tuple(
        Claim(
            f"{called(value, tally.of)}: **{paper.title}**, {paper.day}",
            tuple({record_line(paper, name): "" for name in ("date", _LINES[tally.of])}),
            paper.id,
        )
        for value, paper in ends.items()
    )
    end = "newest" if tally.newest else "oldest"
    return Draft(f"The {end} paper of each {tally.of.called}.", claims, listed=True)


def _write_behind(
    of: TallyOf, counted: Mapping[str, Sequence[Paper]], papers: Sequence[Paper]
) -> Draft:
    """Who is behind some papers, those of most first, and all of the papers."""
    fit = "1 paper that fits" if len(papers) == 1 else f"{len(papers)} papers that fit"
    claims = tuple(_item(paper, of) for paper in papers)
    if not counted:
        return Draft(f"No {of.called} is named in {fit}.", claims, listed=True)
    shown = dict(list(counted.items())[:_SHOWN])
    number = f"{len(counted)} {_PLURALS[of] if len(counted) > 1 else of.called}"
    lead = f"**{number}** in {fit}: {_counts(shown, of)}"
    if len(shown) < len(counted):
        lead += f", and {len(counted) - len(shown)} more"
    return Draft(f"{lead}.", claims, listed=True)


def _write_extreme(tally: Tally, counted: Mapping[str, Sequence[Paper]]) -> Draft:
    """The values with the most or fewest papers, several where they are level, and their papers."""
    if tally.limit:
        return _write_first(tally, tally.limit, counted)
    sizes = [len(own) for own in counted.values()]
    best = max(sizes) if tally.wanted is Wanted.MOST else min(sizes)
    level = {value: own for value, own in counted.items() if len(own) == best}
    named = _in_a_row([f"**{called(value, tally.of)}**" for value in list(level)[:_SHOWN]])
    papers = "1 paper" if best == 1 else f"{best} papers"
    word = "most" if tally.wanted is Wanted.MOST else "fewest"
    each = " each" if len(level) > 1 else ""
    lead = f"{named}: {papers}{each}, the {word} of any {tally.of.called}"
    if len(level) < len(counted) <= _SHOWN:
        lead += f" ({_counts(counted, tally.of)})"
    own = {paper.id: paper for papers_of in level.values() for paper in papers_of}
    claims = [_item(paper, tally.of) for paper in list(own.values())[:_SHOWN]]
    return Draft(f"{lead}.", tuple(claims), listed=True)


def _write_first(tally: Tally, limit: int, counted: Mapping[str, Sequence[Paper]]) -> Draft:
    """The first few values of a count, those level with the last one among them."""
    ranked = sorted(counted.items(), key=lambda item: -len(item[1]))
    least = len(ranked[min(limit, len(ranked)) - 1][1])
    shown = dict(item for item in ranked if len(item[1]) >= least)
    lead = f"The {_PLURALS[tally.of]} with the most papers: {_counts(shown, tally.of, bold=True)}."
    if len(shown) > limit:
        lead = f"{lead[:-1]} (some are level, so these are {len(shown)})."
    own = {paper.id: paper for papers_of in shown.values() for paper in papers_of}
    claims = [_item(paper, tally.of) for paper in list(own.values())[:_SHOWN]]
    return Draft(lead, tuple(claims), listed=True)


def _in_a_row(names: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _with_gaps(
    counted: Mapping[str, Sequence[Paper]], tally: Tally, asked: Filters
) -> Mapping[str, Sequence[Paper]]:
    """The years or months with those that have no paper, where such are asked for."""
    none = tally.bounds is not None and tally.bounds.least == 0
    if not none or tally.of not in (TallyOf.YEAR, TallyOf.MONTH):
        return counted
    values_of = through(counted, asked.since, asked.until)
    return {value: counted.get(value, []) for value in values_of}


def _write_bounded(tally: Tally, bounds: Bounds, counted: Mapping[str, Sequence[Paper]]) -> Draft:
    """The values with so many papers, and their papers."""
    of = tally.of
    within = {v: own for v, own in counted.items() if bounds.hold(len(own), len(own))}
    have = f"{bounds} {'paper' if bounds.most in (0, 1) else 'papers'}"
    if not within:
        most = max(counted.values(), key=len)
        return Draft(f"No {of.called} has {have}; the most of any is {len(most)}.")
    number = f"{len(within)} {_PLURALS[of] if len(within) > 1 else of.called}"
    shown = dict(list(within.items())[:_SHOWN])
    one = bounds.least == bounds.most
    told = ", ".join(called(v, of) for v in shown) if one else _counts(shown, of)
    lead = f"**{number}** with {have}: {told}"
    if len(shown) < len(within):
        lead += f", and {len(within) - len(shown)} more"
    own = {paper.id: paper for papers_of in shown.values() for paper in papers_of}
    claims = [_item(paper, of) for paper in list(own.values())[:_SHOWN]]
    return Draft(f"{lead}.", tuple(claims), listed=True)


def _counts(counted: Mapping[str, Sequence[Paper]], of: TallyOf, *, bold: bool = False) -> str:
    mark = "**" if bold else ""
    said = (f"{mark}{called(value, of)}{mark}: {len(own)}" for value, own in counted.items())
    return ", ".join(said)


def _examples(counted: Mapping[str, Sequence[Paper]], of: TallyOf) -> Iterator[Claim]:
    """A paper for each value, to show where it was read."""
    for value, own in counted.items():
        example = f"{called(value, of)}, such as **{own[0].title}**"
        yield Claim(example, (record_line(own[0], _LINES[of]),))


def _item(paper: Paper, of: TallyOf) -> Claim:
    said = {
        TallyOf.CATEGORY: paper.category,
        TallyOf.AUTHOR: ", ".join(paper.authors),
        TallyOf.LEAD: ", ".join(paper.authors),
        TallyOf.SIZE: ", ".join(paper.authors),
        TallyOf.ORGANISATION: ", ".join(paper.organisations),
        TallyOf.VENUE: paper.venue,
    }.get(of, paper.day)
    shown = f"**{paper.title}**, {said}" if said else f"**{paper.title}**"
    return Claim(shown, (record_line(paper, _LINES[of]),), paper.id)
