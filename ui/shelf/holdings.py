"""A library's papers, prepared to be searched, filtered, counted and put in order."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from store.atlas import Atlas
from store.papers import Paper
from ui.shelf.wanted import NONE, Wanted


@dataclass(frozen=True, slots=True)
class Holding:
    """One paper, with what it is found by.

    `year` and `category` are NONE where the paper has none; `text` and `organisations` are
    folded: small letters without accents.
    """

    paper: Paper
    year: str
    category: str
    text: str
    organisations: str


def holdings(papers: Iterable[Paper]) -> list[Holding]:
    """The papers, each prepared."""
    return [_holding(paper) for paper in papers]


def _holding(paper: Paper) -> Holding:
    said = (
        *(paper.title, *paper.authors, *paper.organisations, paper.venue, *paper.keywords),
        *(paper.doi, paper.arxiv, paper.day, paper.text[: paper.opening]),
    )
    return Holding(
        paper,
        str(paper.date.year) if paper.date else NONE,
        paper.category or NONE,
        folded("\n".join(said)),
        folded("\n".join(paper.organisations)),
    )


def folded(text: str) -> str:
    """Small letters without accents, so that "zurich" finds "Zürich"."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def found(among: Iterable[Holding], wanted: Wanted, atlas: Atlas | None) -> list[Holding]:
    """Those that every filter lets through, in the order that is wanted.

    All words of the search must be in a paper. Without a map no paper is in a group.
    """
    return in_order(_fitting(among, wanted, atlas), wanted.sort)


def _fitting(among: Iterable[Holding], wanted: Wanted, atlas: Atlas | None) -> list[Holding]:
    words, organisation = folded(wanted.q).split(), folded(wanted.org)

    def fits(one: Holding) -> bool:
        return (
            all(word in one.text for word in words)
            and (not wanted.category or one.category == wanted.category)
            and (not wanted.year or one.year == wanted.year)
            and (not wanted.code or one.paper.has_code == (wanted.code == "yes"))
            and (not organisation or organisation in one.organisations)
            and (not wanted.group or _group(one, atlas) == wanted.group)
        )

    return [one for one in among if fits(one)]


def _group(one: Holding, atlas: Atlas | None) -> str:
    spot = atlas.spots.get(one.paper.id) if atlas else None
    return str(spot.group) if spot else ""


def in_order(some: Sequence[Holding], sort: str) -> list[Holding]:
    """Sorted by a column; what has nothing there comes last, whichever way."""
    name, falls = sort.removeprefix("-"), sort.startswith("-")
    key = _KEYS[name]
    by_title = sorted(some, key=_KEYS["title"])
    have = [one for one in by_title if not _lacks(one, name)]
    have.sort(key=key, reverse=falls)
    return [*have, *(one for one in by_title if _lacks(one, name))]


def _lacks(one: Holding, name: str) -> bool:
    paper = one.paper
    return {
        "date": paper.date is None,
        "authors": not paper.authors,
        "category": not paper.category,
    }.get(name, False)


_KEYS: dict[str, Callable[[Holding], str | date | bool]] = {
    "title": lambda one: folded(one.paper.title),
    "date": lambda one: one.paper.date or date.min,
    "authors": lambda one: folded(", ".join(one.paper.authors)),
    "category": lambda one: one.category,
    "code": lambda one: not one.paper.has_code,
}


def counted(
    among: Iterable[Holding], wanted: Wanted, atlas: Atlas | None, name: str
) -> Counter[str]:
    """How many papers have each value of a filter, all the other filters being as they are."""
    others = wanted.but(**{name: ""})
    return Counter(
        _group(one, atlas) if name == "group" else str(getattr(one, name))
        for one in _fitting(among, others, atlas)
    )
