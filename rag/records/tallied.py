"""What papers' records have in the field over which they are counted."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from rag.records.tally import TallyOf
from store.categories import category_name
from store.papers import Paper
from store.venue_names import spellings

_OF_DAYS = (TallyOf.WEEKDAY, TallyOf.DAY)
IN_ORDER = (
    TallyOf.YEAR,
    TallyOf.DECADE,
    TallyOf.QUARTER,
    TallyOf.MONTH,
    TallyOf.DAY,
    TallyOf.SIZE,
)
"""The fields whose values have an order of their own."""


def values(papers: Iterable[Paper], of: TallyOf) -> Mapping[str, list[Paper]]:
    """Value of the field -> the papers that have it; years and months in order, else by number."""
    found: dict[str, list[Paper]] = {}
    papers = list(papers)
    called = spellings(p.venue for p in papers if p.venue) if of is TallyOf.VENUE else {}
    for paper in papers:
        for value in (called.get(one, one) for one in _values(paper, of)):
            found.setdefault(value, []).append(paper)
    if of in IN_ORDER:
        return dict(sorted(found.items(), key=lambda item: (len(item[0]), item[0])))
    counts = Counter({value: len(own) for value, own in found.items()})
    return {value: found[value] for value, _ in counts.most_common()}


def called(value: str, of: TallyOf) -> str:
    """A value as people write it: "March 2023", "Q1 2023", "cs.CL (computation and language)"."""
    if of is TallyOf.SIZE:
        return "1 author" if value == "1" else f"{value} authors"
    if of is TallyOf.CATEGORY:
        usual = category_name(value)
        return f"{value} ({usual})" if usual else value
    if of is TallyOf.QUARTER:
        return " ".join(reversed(value.split("-")))
    if of in (TallyOf.MONTH, TallyOf.DAY):
        year, month, *day = map(int, value.split("-"))
        name = calendar.month_name[month]
        return f"{name} {day[0]}, {year}" if day else f"{name} {year}"
    return value


def through(
    counted: Mapping[str, object], since: date | None = None, until: date | None = None
) -> list[str]:
    """Every year or month from the first of some to the last, or of the time asked of."""
    first, last = min(counted), max(counted)
    written = "%Y" if len(first) == len("1966") else "%Y-%m"
    first = f"{since:{written}}" if since and until else first
    last = f"{until:{written}}" if since and until else last
    if len(first) == len("1966"):
        return [str(year) for year in range(int(first), int(last) + 1)]
    months = [int(value[:4]) * 12 + int(value[5:]) - 1 for value in (first, last)]
    return [f"{m // 12}-{m % 12 + 1:02}" for m in range(months[0], months[1] + 1)]


def _values(paper: Paper, of: TallyOf) -> tuple[str, ...]:
    if of in (TallyOf.AUTHOR, TallyOf.LEAD):
        return paper.authors if of is TallyOf.AUTHOR else paper.authors[:1]
    if of is TallyOf.ORGANISATION:
        return paper.organisations
    if of is TallyOf.CATEGORY:
        return (paper.category,) if paper.category else ()
    if of is TallyOf.VENUE:
        return (paper.venue,) if paper.venue else ()
    if of is TallyOf.CODE:
        return ("with code" if paper.has_code else "without code",)
    if of is TallyOf.SIZE:
        return (str(len(paper.authors)),) if paper.authors else ()
    return _times(paper, of)


def _times(paper: Paper, of: TallyOf) -> tuple[str, ...]:
    """When a paper appeared, as far as its date is known: a decade, a year … a day of the week."""
    if paper.date is None:
        return ()
    if of is TallyOf.DECADE:
        return (f"{paper.date.year // 10}0s",)
    if of is TallyOf.YEAR:
        return (str(paper.date.year),)
    if paper.date_known == "year":
        return ()
    if of in _OF_DAYS:
        written = f"{paper.date:%A}" if of is TallyOf.WEEKDAY else f"{paper.date:%Y-%m-%d}"
        return (written,) if paper.date_known == "day" else ()
    if of is TallyOf.QUARTER:
        return (f"{paper.date.year}-Q{(paper.date.month + 2) // 3}",)
    return (f"{paper.date:%Y-%m}",)
