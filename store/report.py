"""What an indexing run did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from store.errors import SourceError
from store.ledger import State
from store.papers import Paper
from store.readers import Problem
from store.records import Kept


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What a run did, counted in papers, and what it could not read.

    `gone` counts records whose file is gone or which left it, and which pruning would drop.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    gone: int = 0
    problems: tuple[Problem, ...] = ()


def compared(
    old: Mapping[str, Paper],
    new: Mapping[str, Paper],
    kept: Kept,
    missing: Sequence[SourceError] = (),
) -> IndexReport:
    """What a run adds, changes, leaves and removes, and what was wrong with its files.

    `missing` are the sources of the call that are not there, or that hold nothing.
    """
    common = old.keys() & new.keys()
    unchanged = sum(old[i].content_hash == new[i].content_hash for i in common)
    return IndexReport(
        added=len(new.keys() - old.keys()),
        changed=len(common) - unchanged,
        unchanged=unchanged,
        removed=len(old.keys() - new.keys()),
        gone=sum(
            record.gone or kept.entries[name].state == State.GONE
            for name, own in kept.records.items()
            for record in own
        ),
        problems=(*(Problem(0, str(error), error.source) for error in missing), *kept.problems),
    )
