"""Where in a paper a span of its text stands: its section, its pages, and the boxes there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

Sides = tuple[float, float, float, float]
"""Left, top, right and bottom of a rectangle, in points from its page's top left corner."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a paper's text under its heading, such as "3.2 Method"."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LineBox:
    """A span of a paper's text that stands on one line of a page (counted from 1)."""

    start: int
    end: int
    page: int
    sides: Sides


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on a page that a quote stands in."""

    page: int
    box: Sides


def places_of(lines: Sequence[LineBox], start: int, end: int) -> list[Place]:
    """The rectangles of a span, one a line; the first and last are cut where the span is.

    A line's letters are taken to be of one width, so a cut can be off by a letter or two.
    """
    first = bisect_right(lines, start, key=lambda line: line.end)
    found = []
    for line in lines[first:]:
        if line.start >= end:
            break
        left, top, right, bottom = line.sides
        width = (right - left) / (line.end - line.start)
        begin = left + width * (max(start, line.start) - line.start)
        stop = left + width * (min(end, line.end) - line.start)
        found.append(Place(line.page, (round(begin, 1), top, round(stop, 1), bottom)))
    return found


def shown_pages(lines: Sequence[LineBox], start: int, end: int) -> str:
    """The pages of a span: "p. 4", "pp. 4–5", or "" where the paper has none."""
    pages = sorted({place.page for place in places_of(lines, start, end)})
    if not pages:
        return ""
    return f"p. {pages[0]}" if len(pages) == 1 else f"pp. {pages[0]}–{pages[-1]}"
