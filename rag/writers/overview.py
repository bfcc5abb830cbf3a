"""Says what a collection is: how many papers, of which years, in which fields or journals."""

from __future__ import annotations

from collections.abc import Sequence

from rag.records.tallied import called, values
from rag.records.tally import TallyOf
from rag.types import Claim, Draft
from rag.writers.lines import record_line
from store.papers import Paper

_SHOWN = 60  # papers; of more, an example each year is shown
_NAMED = 6  # of the commonest values


def write_overview(papers: Sequence[Paper]) -> Draft:
    """The count, the years, and the commonest categories, journals and organisations."""
    years = [paper.date.year for paper in papers if paper.date]
    number = "1 paper" if len(papers) == 1 else f"{len(papers):,} papers"
    first, last = (min(years), max(years)) if years else (0, 0)
    span = f" from {first} to {last}" if first != last else f" from {first}" if years else ""
    parts = [f"**{number}**{span}."]
    parts += filter(None, (_commonest(papers, of) for of in _LEADS))
    if code := sum(paper.has_code for paper in papers):
        parts.append(f"With code: {code}.")
    return Draft(" ".join(parts), tuple(_item(paper) for paper in _examples(papers)), listed=True)


_LEADS = {
    TallyOf.CATEGORY: "Categories",
    TallyOf.VENUE: "Journals and conferences",
    TallyOf.ORGANISATION: "Organisations",
}


def _commonest(papers: Sequence[Paper], of: TallyOf) -> str:
    counted = values(papers, of)
    shown = list(counted.items())[:_NAMED]
    said = ", ".join(f"{called(value, of)}: {len(own)}" for value, own in shown)
    more = f", and {len(counted) - len(shown)} more" if len(counted) > len(shown) else ""
    return f"{_LEADS[of]}: {said}{more}." if counted else ""


def _examples(papers: Sequence[Paper]) -> Sequence[Paper]:
    if len(papers) <= _SHOWN:
        return papers
    dated = values(papers, TallyOf.YEAR) or {"": [*papers]}
    return [own[0] for own in dated.values()][-_SHOWN:]


def _item(paper: Paper) -> Claim:
    said = ", ".join(part for part in (f"**{paper.title}**", paper.day) if part)
    return Claim(said, (record_line(paper, "title"),), paper.id)
