"""Writes the largest or smallest figure that papers give of a thing, and the next ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rag.language.quantities import Quantity, called
from rag.question.extremes import Extreme
from rag.shown import byline, clipped
from rag.types import Claim, Draft, Evidence
from rag.writers.lines import so_many
from store.papers import Paper

_NO_ADJECTIVE = ("most", "best", "top", "max", "maximum", "maximal", "least", "min", "minimum")


def write_extreme(
    extreme: Extreme,
    first: Sequence[tuple[Quantity, Evidence]],
    count: int,
    papers: Mapping[str, Paper],
    among: int = 0,
) -> Draft:
    """The first of the `count` papers that give such a figure, each with its sentence.

    They were looked for `among` so many papers, where not among all.
    """
    end = "largest" if extreme.largest else "smallest"
    word = end if extreme.word in _NO_ADJECTIVE else extreme.word
    rest = "" if count == len(first) else f" (the first {len(first)} are shown)"
    of_them = f" of the {among} that are meant" if among > count else ""
    lead = (
        f"{so_many(count)}{of_them} give a figure of “{called(extreme.thing)}”,"
        f" the {word} first{rest}. They are measured on different things."
    )
    if count == 1:
        lead = f"Only one paper{of_them} gives a figure of “{called(extreme.thing)}”."
    claims = tuple(
        Claim(f"{byline(papers[e.paper_id])}: **{quantity.shown}** – {clipped(e.text)}", (e,))
        for quantity, e in first
    )
    return Draft(lead, claims, listed=True)
