"""Shows what `footnote eval` measured, as tables that are as wide as they must be."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eval.bootstrap import Figure
    from eval.retrieval import Compared

_PLAIN_WIDTH = 160  # columns where no terminal says how wide it is


def show_retrieval(found: Compared) -> None:
    """A row a system, a column a measure, each figure with its interval."""
    measures = list(next(iter(found.systems.values())))
    rows = [
        [name, *(cell(figures.get(measure)) for measure in measures)]
        for name, figures in found.systems.items()
    ]
    title = f"{found.collection}: {found.documents:,} documents, {found.queries} queries"
    show_table(title, ["system", *measures], rows, note="In brackets: 95 % bootstrap intervals.")


def cell(figure: Figure | None, scale: float = 1.0, digits: int = 3) -> str:
    """A figure with its interval; a dash where nothing was measured."""
    if figure is None:
        return "–"
    value, low, high = (f"{x * scale:.{digits}f}" for x in (figure.value, figure.low, figure.high))
    return f"{value} [{low}, {high}]"


def show_table(
    title: str, headings: Sequence[str], rows: Sequence[Sequence[str]], *, note: str = ""
) -> None:
    """One table on standard output; every cell is text, none of it markup."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, title=Text(title, style="bold"), title_justify="left")
    for place, heading in enumerate(headings):
        table.add_column(Text(heading), justify="left" if place == 0 else "right")
    for row in rows:
        table.add_row(*(Text(text) for text in row))
    console = Console(highlight=False, width=None if sys.stdout.isatty() else _PLAIN_WIDTH)
    console.print(table)
    if note:
        console.print(Text(note, style="dim"))
