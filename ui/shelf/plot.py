"""The map of a library as SVG: a point a paper, near those that it is like. Pure.

A point is a stroke without length, which stays round and keeps its size however the picture is
stretched; so the map fills a wide window and a narrow one. Names of groups are HTML above it.
"""

from __future__ import annotations

from collections.abc import Collection

from store.atlas import Atlas, Group
from store.papers import Paper
from ui.shelf.charts import papers_of
from ui.shelf.names import asking, short
from ui.shelf.wanted import Wanted
from ui.text import escape, tidy

_EDGE = 4.0  # percent around the outermost points
_APART = 7.0  # percent between two names, from top to top


def plot(papers: Collection[Paper], shown: Collection[str], atlas: Atlas, wanted: Wanted) -> str:
    """All papers as points; those that the filters do not let through are faint and no links.

    `shown` are the ids of the others.
    """
    lit = set(shown)
    faint = "".join(
        f'<path class="faint" d="{_place(paper, atlas)}"/>'
        for paper in papers
        if paper.id not in lit
    )
    points = "".join(_point(paper, atlas, wanted.library) for paper in papers if paper.id in lit)
    names = "".join(
        _name(number, group, top, wanted) for number, group, top in _names(atlas.groups)
    )
    label = f"Map of {papers_of(len(lit))}; those that are alike lie together"
    return (
        f'<div class="map"><svg viewBox="0 0 100 100" preserveAspectRatio="none" role="group" '
        f'aria-label="{label}">{faint}{points}</svg><div class="names">{names}</div></div>'
        '<p class="told-of" aria-hidden="true">Point at a paper to see its title; a press asks '
        "about it in the chat. With the keyboard, arrows go from paper to paper.</p>"
    )


def _place(paper: Paper, atlas: Atlas) -> str:
    spot = atlas.spots[paper.id]
    return f"M{_across(spot.x):.2f} {_across(spot.y):.2f}h0"


def _across(share: float) -> float:
    return _EDGE + share * (100 - 2 * _EDGE)


def _point(paper: Paper, atlas: Atlas, library: str) -> str:
    year = f", {paper.date.year}" if paper.date else ""
    name = escape(f"{short(tidy(paper.title))}{year}")
    return (
        f'<a href="{asking(paper, library)}" aria-label="{name}">'
        f'<path class="g{atlas.spots[paper.id].group}" d="{_place(paper, atlas)}"/></a>'
    )


def _names(groups: tuple[Group, ...]) -> list[tuple[int, Group, float]]:
    """Where each name stands, from the top; names that would cover each other move apart."""
    placed: list[tuple[int, Group, float]] = []
    for number, group in sorted(enumerate(groups), key=lambda pair: pair[1].y):
        top = _across(group.y)
        for _, other, taken in placed:
            if abs(other.x - group.x) < 0.3 and top - taken < _APART:
                top = taken + _APART
        placed.append((number, group, min(top, 97.0)))
    return placed


def _name(number: int, group: Group, top: float, wanted: Wanted) -> str:
    if wanted.group and wanted.group != str(number):
        return ""
    left = min(max(_across(group.x), 14.0), 86.0)
    return (
        f'<span class="g{number}" aria-hidden="true" style="left:{left:.1f}%;top:{top:.1f}%">'
        f"{escape(group.name)}</span>"
    )
