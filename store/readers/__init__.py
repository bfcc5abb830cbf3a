"""Readers: one file a format, each turning a source into papers and a list of problems."""

from __future__ import annotations

from dataclasses import dataclass

from store.papers import Paper


@dataclass(frozen=True, slots=True)
class Problem:
    """A record that could not be read: where it begins (1-based line) and why."""

    line: int
    message: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of one source, in the source's order."""

    papers: tuple[Paper, ...]
    problems: tuple[Problem, ...]
