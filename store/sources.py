"""Where papers come from: reads the lists that a library is made of and compares them with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from store.errors import SourceError
from store.ids import assign_ids
from store.papers import Paper
from store.readers import Problem, read

DEFAULT_LIST = Path(__file__).parent / "data" / "papers.txt"
"""The list of papers that a new library is made from."""

DEFAULT_NAME = "the default list"


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What an indexing run did, counted in papers, and what it could not read."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    problems: tuple[Problem, ...] = ()


def source_name(path: Path) -> str:
    """How the manifest remembers a source; the packaged list may move with the program."""
    path = path.expanduser().resolve()
    return DEFAULT_NAME if path == DEFAULT_LIST.resolve() else str(path)


def read_sources(
    names: Sequence[str], known: Mapping[str, str]
) -> tuple[dict[str, list[Paper]], list[Problem]]:
    """The papers of every source that can be read, and what could not be read.

    Raises SourceError if that is none of them.
    """
    found: dict[str, list[Paper]] = {}
    problems: list[Problem] = []
    titles = dict(known)
    failures: list[SourceError] = []
    for name in names:
        try:
            reading = read(DEFAULT_LIST if name == DEFAULT_NAME else Path(name))
        except SourceError as error:
            failures.append(error)
            problems.append(Problem(0, str(error), name))
            continue
        problems += [replace(problem, source=name) for problem in reading.problems]
        papers = [replace(p, source=f"{name}:{p.source}") for p in reading.papers]
        found[name] = list(assign_ids(papers, titles))
        titles |= {paper.id: paper.title for paper in found[name]}
    if failures and not found:
        raise failures[0]
    return found, problems


def merged(
    stored: Mapping[str, Paper], found: Mapping[str, Sequence[Paper]], *, drop_missing: bool
) -> dict[str, Paper]:
    """The stored papers with the found ones in their places, new ones behind.

    `drop_missing` leaves out stored papers of a source that was read and no longer has them.
    """
    papers = {
        paper.id: paper
        for paper in stored.values()
        if not drop_missing or paper.source.rpartition(":")[0] not in found
    }
    for own in found.values():
        papers |= {paper.id: paper for paper in own}
    return papers


def compared(old: Mapping[str, Paper], new: Mapping[str, Paper]) -> IndexReport:
    """Counts what a run adds, changes, leaves and removes."""
    common = old.keys() & new.keys()
    unchanged = sum(old[i].content_hash == new[i].content_hash for i in common)
    return IndexReport(
        added=len(new.keys() - old.keys()),
        changed=len(common) - unchanged,
        unchanged=unchanged,
        removed=len(old.keys() - new.keys()),
    )
