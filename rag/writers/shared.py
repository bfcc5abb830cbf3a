"""Answers what the records of several papers have in common, and how far their dates are apart."""

from __future__ import annotations

from collections.abc import Sequence

from rag.records.author_counts import cut_records
from rag.records.in_common import APART
from rag.types import Claim, Draft
from rag.writers.apart import apart, unit_in
from rag.writers.lines import record_line
from store.papers import Paper


def write_shared(name: str, papers: Sequence[Paper], text: str) -> Draft:
    """Yes or no, or how far apart in the unit that the question's text asks for.

    Each paper comes with the line of its record that says so.
    """
    field = "date" if name in (APART, "shared date", "shared month") else name.split()[-1]
    field = {"author": "authors"}.get(field, field)
    claims = tuple(
        Claim(f"**{paper.title}**: {_said(paper, field)}", (record_line(paper, field),), paper.id)
        for paper in papers
    )
    if any(not _values(paper, name) for paper in papers):
        return Draft("Not every record says it:", claims, listed=True)
    lead = _apart(papers, unit_in(text)) if name == APART else _in_common(name, papers)
    return Draft(lead, claims, listed=True)


def _in_common(name: str, papers: Sequence[Paper]) -> str:
    first, *rest = papers
    common = [v for v in _values(first, name) if all(v in _values(paper, name) for paper in rest)]
    both = "both" if len(papers) == 2 else f"all {len(papers)}"
    cut = sum(paper.authors_cut for paper in papers) if name == "shared authors" else 0
    if common:
        lead = f"Yes: {both} have **{', '.join(common)}**."
        return f"{lead} {cut_records(cut, len(papers))}: there may be more." if cut else lead
    if cut:
        said = f"No author is named in {both}; {cut_records(cut, len(papers))}"
        return f"{said}, so whether they share one is not known."
    return f"No: {_NOTHING[name]} {'both' if len(papers) == 2 else 'all'}."


_NOTHING = {
    "shared authors": "no author is named in",
    "shared first author": "the first author is not the same in",
    "shared date": "the year is not the same in",
    "shared month": "the month is not the same in",
    "shared category": "the category is not the same in",
    "shared organisations": "no organisation is named in",
}


def _values(paper: Paper, name: str) -> tuple[str, ...]:
    """What of a paper's record can be the same in another's."""
    day = paper.date
    found = {
        "shared authors": paper.authors,
        "shared first author": paper.authors[:1],
        "shared category": (paper.category,) if paper.category else (),
        "shared organisations": paper.organisations,
        "shared date": (str(day.year),) if day else (),
        "shared month": (f"{day:%B %Y}",) if day and paper.date_known != "year" else (),
        APART: (paper.day,) if day else (),
    }
    return found[name]


def _apart(papers: Sequence[Paper], unit: str) -> str:
    dated = sorted((paper.date, n) for n, paper in enumerate(papers) if paper.date)
    first, last = papers[dated[0][1]], papers[dated[-1][1]]
    long = apart(first, last, unit)
    lie = "lies" if long.startswith("1 ") and " and " not in long else "lie"
    return f"**{long}** {lie} between {first.day} and {last.day}."


def _said(paper: Paper, field: str) -> str:
    said = {
        "authors": f"{', '.join(paper.authors)}{' et al.' if paper.authors_cut else ''}",
        "category": paper.category,
        "organisations": ", ".join(paper.organisations),
        "date": paper.day,
    }[field]
    return said or "the record does not say"
