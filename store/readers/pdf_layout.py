"""Puts the runs of PDF pages into the order in which people read them.

A page is cut at its gutter, where it has one, and at the lines that reach across it; between
two such lines the left column comes before the right one (after the recursive X-Y cut, Nagy
and Seth 1984). Running heads, feet and page numbers are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from store.readers.pdf_text import Box, PageText, Run

_MARGIN = 0.09  # of a page's height, at its top and foot
_PAGE_NUMBER = re.compile(
    r"(?:page\s+)?[-–]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[-–]?(?:\s*(?:of|/)\s*\d+)?", re.I
)
_MIDDLE = (0.3, 0.7)  # of a page's width: where a gutter can be
_A_COLUMN = 0.15  # of a page's characters, at least, on each side
_ACROSS = 0.6  # at most, reaching over the gutter


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column: its page (from 1), its pieces from left to right, and its column."""

    page: int
    pieces: tuple[str, ...]
    box: Box
    size: float
    bold: bool
    column: tuple[float, float]

    @property
    def text(self) -> str:
        """All pieces, a space between them."""
        return " ".join(self.pieces)


def lines_in_order(pages: Sequence[PageText]) -> list[Line]:
    """The lines of all pages in reading order."""
    running = _running(pages)
    found: list[Line] = []
    for number, page in enumerate(pages, start=1):
        runs = [run for run in page.runs if not _is_furniture(run, page, running)]
        for block in _blocks(runs, page.width):
            found += _lines(block, number)
    return found


def _running(pages: Sequence[PageText]) -> set[str]:
    """What stands in the margins of three pages or more, but for its numbers."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_without_numbers(run.text) for run in page.runs if _in_margin(run, page)})
    return {text for text, count in counts.items() if count >= 3}


def _is_furniture(run: Run, page: PageText, running: set[str]) -> bool:
    if not _in_margin(run, page):
        return False
    return bool(_PAGE_NUMBER.fullmatch(run.text)) or _without_numbers(run.text) in running


def _in_margin(run: Run, page: PageText) -> bool:
    edge = _MARGIN * page.height
    return run.box.bottom < edge or run.box.top > page.height - edge


def _without_numbers(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _blocks(runs: Sequence[Run], width: float) -> Iterator[list[Run]]:
    """The runs of a page in blocks of one column each, in reading order."""
    gutter = _gutter(runs, width)
    ordered = sorted(runs, key=lambda run: (run.box.top, run.box.left))
    if gutter is None:
        yield ordered
        return
    waiting: tuple[list[Run], list[Run]] = ([], [])
    for is_across, group in groupby(ordered, key=lambda run: _is_across(run, gutter)):
        if is_across:
            yield waiting[0]
            yield waiting[1]
            waiting = ([], [])
            yield list(group)
        else:
            for run in group:
                waiting[run.box.left >= gutter].append(run)
    yield waiting[0]
    yield waiting[1]


def _gutter(runs: Sequence[Run], width: float) -> float | None:
    """Where the space between two columns is; None on a page of one column."""
    total = sum(len(run.text) for run in runs) or 1
    best: tuple[float, float, float] | None = None
    for step in range(int(_MIDDLE[0] * width), int(_MIDDLE[1] * width), 2):
        across = sum(len(run.text) for run in runs if _is_across(run, step)) / total
        left = sum(len(run.text) for run in runs if run.box.right <= step + 1) / total
        right = 1 - across - left
        if across <= _ACROSS and min(left, right) >= _A_COLUMN:
            best = min(best or (2.0, 0.0, 0.0), (across, abs(step - width / 2), float(step)))
    return best[2] if best else None


def _is_across(run: Run, gutter: float) -> bool:
    return run.box.left < gutter - 1 and run.box.right > gutter + 1


def _lines(block: Sequence[Run], page: int) -> list[Line]:
    """The lines of one column from top to bottom."""
    rows: list[list[Run]] = []
    for run in sorted(block, key=lambda run: run.box.top):
        near = next((row for row in reversed(rows[-4:]) if row[0].box.beside(run.box)), None)
        if near is None:
            rows.append([run])
        else:
            near.append(run)
    if not rows:
        return []
    column = (
        min(run.box.left for run in block),
        median(sorted(run.box.right for run in block)[-max(1, len(block) // 2) :]),
    )
    return [_line(sorted(row, key=lambda run: run.box.left), page, column) for row in rows]


def _line(row: Sequence[Run], page: int, column: tuple[float, float]) -> Line:
    box = row[0].box
    for run in row[1:]:
        box = box.around(run.box)
    longest = max(row, key=lambda run: len(run.text))
    pieces = tuple(run.text for run in row)
    return Line(page, pieces, box, longest.size, all(run.bold for run in row), column)
