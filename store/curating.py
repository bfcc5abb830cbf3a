"""What a person decides about papers: that two are one, that one is two, that one is to go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from store import manifest, recovery, removals, splits
from store.errors import CallError
from store.papers import Paper
from store.records import Record
from store.removals import Removed


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


def remove(directory: Path, paper_ids: Iterable[str]) -> None:
    """From the next run on, leaves these papers out; their files stay as they are.

    To be called under the library's lock. Raises CallError if one of them is not there, or if
    none would be left.
    """
    stored = {paper.id: (paper, records) for paper, records in _stored(directory)}
    wanted = list(dict.fromkeys(paper_ids))
    if unknown := [i for i in wanted if i not in stored]:
        raise CallError(
            f"There is no paper {unknown[0]!r} in the library in {str(directory)!r}; nothing was "
            "removed; `footnote ask QUESTION --json` gives the ids of an answer's papers, and the "
            "library's page in the chat shows them all."
        )
    if len(wanted) == len(stored):
        raise CallError("That would remove every paper; add another one first.")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    taken = [
        Removed(i, stored[i][0].title, tuple(dict.fromkeys(r.key for r in stored[i][1])), now)
        for i in wanted
    ]
    removals.write(directory, removals.read(directory).also(taken))


def restore(directory: Path, paper_ids: Iterable[str]) -> None:
    """From the next run on, has these papers again.

    To be called under the library's lock. Raises CallError if one of them was not removed.
    """
    before, wanted = removals.read(directory), list(paper_ids)
    if unknown := [i for i in wanted if i not in before.titles]:
        raise CallError(
            f"No paper {unknown[0]!r} was removed; `footnote library removed` shows which were."
        )
    removals.write(directory, before.without(wanted))


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
    state = manifest.expected(directory)
    kept = recovery.kept(directory, state)
    by_place = {record.place: record for own in kept.records.values() for record in own}
    return [
        (paper, [by_place[place] for place in (paper.source, *paper.also_in) if place in by_place])
        for paper in recovery.stored_papers(directory, state).values()
    ]
