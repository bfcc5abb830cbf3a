"""Words that mean nearly what a word means, for a word that no paper has: "kids" and "children".

The packaged embedder's nearest among the common words of English, as `python -m eval.neighbours`
writes them: a table costs nothing where embedding a library's vocabulary would take seconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

NEIGHBOURS = Path(__file__).parent / "neighbours.txt"


@cache
def neighbours() -> Mapping[str, tuple[str, ...]]:
    """Stem -> the stems of its neighbours, nearest first."""
    lines = (line.partition(": ") for line in NEIGHBOURS.read_text("utf-8").splitlines())
    return {stem: tuple(others.split()) for stem, _, others in lines}
