"""Whether a paper's record meets what a question asks of records."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rag.records.abstract_cues import Abstracted
from rag.records.addresses import gives_address
from rag.records.author_counts import has_authors
from rag.records.lacking import states
from rag.records.placed import LAST
from rag.types import Filters
from store.papers import Paper


def fits(paper: Paper, filters: Filters) -> bool:
    """Whether a paper's record meets every filter; an unknown date meets no date filter."""
    title = paper.title.lower()
    return (
        _is_by(paper, filters)
        and (filters.author_count is None or has_authors(paper, filters.author_count) is True)
        and (not filters.categories or paper.category.removeprefix("cs.") in filters.categories)
        and (not filters.venues or paper.venue in filters.venues)
        and _is_from(paper, filters)
        and _has_organisations(paper, filters)
        and all(re.search(rf"(?<!\w){re.escape(w)}", title) for w in filters.title_words)
        and (filters.titled is None or filters.titled.holds(paper.title))
        and (filters.abstracted is None or bool(abstract_place(paper, filters.abstracted)))
        and (not filters.addresses or gives_address(paper, filters.addresses))
        and _is_of_time(paper, filters)
        and (filters.has_code is None or paper.has_code == filters.has_code)
        and all(states(paper, name) for name in filters.states)
        and not any(states(paper, name) for name in filters.lacks)
    )


def by_their_records(papers: Mapping[str, Paper], filters: Filters) -> list[str] | None:
    """The ids of the papers of the people or journals that filters name; None without either."""
    if not (filters.authors or filters.venues):
        return None
    return [i for i, paper in papers.items() if fits(paper, filters)] or None


def abstract_place(paper: Paper, wanted: Abstracted) -> tuple[int, int] | None:
    """Where a paper's abstract is as wanted, in characters of its text; None where it is not."""
    return wanted.place_in(paper.text[: paper.opening])


def _is_by(paper: Paper, filters: Filters) -> bool:
    if not filters.authors:
        return True
    wanted = {*filters.authors}
    if filters.place:
        there = wanted & {*_at(paper, filters.place)}
        return bool(wanted & {*paper.authors} - there) if filters.elsewhere else bool(there)
    return len(wanted & {*paper.authors}) >= max(1, filters.together)


def _is_from(paper: Paper, filters: Filters) -> bool:
    wanted, own = {*filters.organisations}, {*paper.organisations}
    if filters.at_work:  # "microsoft-research" is called by its first word
        own |= {o for o in wanted if re.search(rf"\b{o.split('-')[0]}\b", paper.text, re.I)}
    return wanted <= own if filters.jointly or not wanted else bool(wanted & own)


def _has_organisations(paper: Paper, filters: Filters) -> bool:
    count, wanted = len(paper.organisations), filters.organisation_count
    return wanted is None or wanted.hold(count, count) is True


def _at(paper: Paper, place: int) -> tuple[str, ...]:
    """Who stands at a place of the list of authors; nobody where the record is cut before it."""
    if place == LAST:
        return () if paper.authors_cut else paper.authors[-1:]
    return paper.authors[place - 1 : place]


def _is_of_time(paper: Paper, filters: Filters) -> bool:
    """Whether the date fits; what says no more than a year is of no month."""
    if (filters.since or filters.until or filters.spells) and paper.date is None:
        return False
    if filters.weekdays and (paper.date is None or paper.date_known != "day"):
        return False
    if filters.months and (paper.date is None or paper.date_known == "year"):
        return False
    day = paper.date
    return day is None or (
        (filters.since is None or day >= filters.since)
        and (filters.until is None or day <= filters.until)
        and (not filters.spells or any(first <= day <= last for first, last in filters.spells))
        and (not filters.months or day.month in filters.months)
        and (not filters.weekdays or day.weekday() in filters.weekdays)
    )
