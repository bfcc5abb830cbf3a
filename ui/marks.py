"""Small pieces of HTML that answers and cards have in common."""

from __future__ import annotations

from rag.types import Citation
from store.papers import Paper
from ui.text import escape


def marker(citation: Citation, turn: int) -> str:
    """The link from a citation to its card."""
    title = escape(f"Source {citation.n}: {citation.title}")
    return f'<a class="marker" href="#src-{turn}-{citation.n}" title="{title}">[{citation.n}]</a>'


def time_of(paper: Paper, *, with_day: bool) -> str:
    """A paper's date as far as its source says it; "" where it says none."""
    if paper.date is None:
        return ""
    length, shown = {
        "year": (4, f"{paper.date.year}"),
        "month": (7, f"{paper.date:%b %Y}"),
        "day": (10, f"{paper.date.day} {paper.date:%b %Y}" if with_day else f"{paper.date:%b %Y}"),
    }[paper.date_known]
    return f'<time datetime="{paper.date.isoformat()[:length]}">{shown}</time>'
