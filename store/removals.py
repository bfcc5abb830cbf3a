"""What a person took out of a library: kept beside it, heeded by every run, and undone at will.

Nothing is deleted: the files stay where they are and go on being read, and a paper that any
removed record belongs to is left out. So a run that finds the same record again, moved in its
file or in a file that was read anew, does not bring it back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from store.errors import LibraryBrokenError
from store.ledger import replace_json
from store.records import Record

FILE = "removed.json"


@dataclass(frozen=True, slots=True)
class Removed:
    """A paper that was taken out: its id and title then, the keys of its records, and when.

    `time` is ISO 8601 in UTC.
    """

    id: str
    title: str
    keys: tuple[str, ...]
    time: str


@dataclass(frozen=True, slots=True)
class Removals:
    """All that was taken out and not put back, the oldest first."""

    papers: tuple[Removed, ...] = ()

    @property
    def titles(self) -> dict[str, str]:
        """Their ids with their titles, so that no other paper gets such an id meanwhile."""
        return {paper.id: paper.title for paper in self.papers}

    def cover(self, group: Sequence[Record]) -> bool:
        """Whether one of the records of a paper was removed."""
        if not self.papers:
            return False
        keys = {key for paper in self.papers for key in paper.keys}
        return any(record.key in keys for record in group)

    def also(self, papers: Iterable[Removed]) -> Removals:
        """These and the papers."""
        return Removals((*self.papers, *papers))

    def without(self, ids: Iterable[str]) -> Removals:
        """These, save the papers of these ids."""
        gone = set(ids)
        return Removals(tuple(paper for paper in self.papers if paper.id not in gone))


NONE = Removals()
"""Every paper that the files hold is in the library."""


def read(directory: Path) -> Removals:
    """What was removed from the library in this folder.

    Raises LibraryBrokenError for a damaged file: what a person decided is not passed over.
    """
    path = directory / FILE
    try:
        return from_json(json.loads(path.read_text("ascii")))
    except FileNotFoundError:
        return NONE
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise LibraryBrokenError(
            f"What was removed cannot be read from {str(path)!r} ({error}); put the file back, "
            "or delete it to have every paper again."
        ) from error


def write(directory: Path, removals: Removals) -> None:
    """Puts the file in place in one step."""
    replace_json(directory / FILE, to_json(removals))


def to_json(removals: Removals) -> list[dict[str, object]]:
    """Plain values that `from_json` turns into equal removals."""
    return [asdict(paper) for paper in removals.papers]


def from_json(data: Iterable[dict[str, object]]) -> Removals:
    """The removals that `to_json` was called on; raises as unpacking does for anything else."""
    return Removals(tuple(_one(**entry) for entry in data))


def _one(id: object, title: object, keys: object, time: object) -> Removed:
    if not isinstance(keys, list | tuple):
        raise TypeError(f"the keys of a removed paper are {keys!r:.100}")
    return Removed(str(id), str(title), tuple(map(str, keys)), str(time))
