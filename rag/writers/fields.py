"""What a paper's record says of one field, in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from rag.records.identifiers import IDENTIFIERS, said_to_identify
from rag.records.lengths import LENGTHS, said_length
from rag.records.placed import LAST
from rag.writers.lines import people
from store.categories import category_name
from store.papers import Paper

_PLACES = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", LAST: "last"}
_FROM = {"organisations": ("is from", "organisation"), "venue": ("appeared in", "journal")}


def said_in_full(paper: Paper, name: str, place: int = 0, *, weekday: bool = False) -> str:
    """The sentence; of authors that on the one at a place, where one is wanted and named there.

    A date is told with its day of the week where `weekday`.
    """
    if name in IDENTIFIERS:
        return said_to_identify(paper, name)
    if name in LENGTHS:
        part = LENGTHS[name]
        return f"The {part} of **{paper.title}** has {said_length(paper, part)}."
    if name in _FROM:
        return _came_from(paper, name)
    if name == "authors" and (one := _placed(paper, place)):
        return one
    if name == "date" and weekday and paper.date:
        return _dated_by_weekday(paper, paper.date)
    said = _SAID.get(name)
    return said(paper) if said else f"The full title is **{paper.title}**."


def _placed(paper: Paper, place: int) -> str:
    index = place - 1 if place > 0 else len(paper.authors) + place
    if not place or place not in _PLACES or not 0 <= index < len(paper.authors):
        return ""
    return f"The {_PLACES[place]} author of **{paper.title}** is {paper.authors[index]}."


def _wrote(paper: Paper) -> str:
    if not paper.authors:
        return f"**{paper.title}**: the record names no author."
    return f"**{paper.title}** was written by {people(paper).removesuffix('.')}."


def _how_many_wrote(paper: Paper) -> str:
    if not paper.authors:
        return f"**{paper.title}**: the record names no author."
    count = f"{len(paper.authors)} {'author' if len(paper.authors) == 1 else 'authors'}"
    more = ", and says that there are more" if paper.authors_cut else ""
    return f"The record of **{paper.title}** lists {count}{more}: {people(paper)}"


def _dated(paper: Paper) -> str:
    said = f"is dated {paper.day}." if paper.date else "has no date."
    return f"**{paper.title}** {said}"


def _dated_by_weekday(paper: Paper, day: date) -> str:
    if paper.date_known != "day":
        return f"**{paper.title}** is dated {paper.day}: the record names no day."
    return f"**{paper.title}** is dated {day:%A}, {paper.day}."


def _filed(paper: Paper) -> str:
    if not paper.category:
        return f"**{paper.title}**: the record names no category."
    usual = category_name(paper.category)
    called = f"{paper.category} ({usual})" if usual else paper.category
    return f"**{paper.title}** is in the category {called}."


def _came_from(paper: Paper, name: str) -> str:
    how, what = _FROM[name]
    place = ", ".join(paper.organisations) if name == "organisations" else paper.venue
    if not place:
        return f"**{paper.title}**: the record names no {what}."
    return f"**{paper.title}** {how} {place}."


def _with_code(paper: Paper) -> str:
    if not paper.has_code:
        return f"No: the record has no code flag for **{paper.title}**."
    return f"Yes: the record says that code is available for **{paper.title}**."


def told_by_the_paper(paper: Paper) -> str:
    """That a paper speaks of its code where its record does not; its words are to follow."""
    return f"The record has no code flag for **{paper.title}**, but the paper speaks of its code:"


_SAID: Mapping[str, Callable[[Paper], str]] = {
    "authors": _wrote,
    "author count": _how_many_wrote,
    "date": _dated,
    "category": _filed,
    "code": _with_code,
}
