"""Shows which papers were merged of several records, and undoes it where a person says so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from store import manifest, recovery, splits
from store.errors import CallError, LibraryMissingError
from store.papers import Paper
from store.records import Record


def merged_papers(directory: Path) -> list[tuple[Paper, list[Record]]]:
    """The papers of a library that stand in several places, each with its records.

    Raises LibraryMissingError where there is no library.
    """
    stored = _stored(directory)
    return [(paper, records) for paper, records in stored if len(records) > 1]


def split(directory: Path, paper_id: str) -> None:
    """From the next run on, makes a paper of each record that was merged into this one.

    To be called under the library's lock. Raises CallError if there is no such paper, or if it
    was not merged.
    """
    records = _records_of(directory, paper_id)
    if len(records) == 1:
        raise CallError(
            f"The paper {paper_id!r} was not merged; `footnote library merged` shows which were."
        )
    splits.write(directory, splits.read(directory).with_all_apart(records))


def join(directory: Path, paper_id: str) -> None:
    """From the next run on, lets this paper be merged again with what it was split from.

    To be called under the library's lock. Raises CallError if there is no such paper, or if it
    was not split.
    """
    before = splits.read(directory)
    after = before.without(_records_of(directory, paper_id))
    if after == before:
        raise CallError(f"The paper {paper_id!r} was not split from another one.")
    splits.write(directory, after)


def _records_of(directory: Path, paper_id: str) -> Sequence[Record]:
    for paper, records in _stored(directory):
        if paper.id == paper_id:
            return records
    raise CallError(
        f"There is no paper {paper_id!r} in the library in {str(directory)!r}; "
        "`footnote library merged` shows ids."
    )


def _stored(directory: Path) -> list[tuple[Paper, list[Record]]]:
    """Every paper with the records that it was made of, the leading one first."""
    state = manifest.read(directory)
    if state is None:
        raise LibraryMissingError(
            f"There is no library in {str(directory)!r}; run `footnote index` to make one."
        )
    kept = recovery.kept(directory, state)
    by_place = {record.place: record for own in kept.records.values() for record in own}
    return [
        (paper, [by_place[place] for place in (paper.source, *paper.also_in) if place in by_place])
        for paper in recovery.stored_papers(directory, state).values()
    ]
