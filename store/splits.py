"""What a person said is not one paper: kept beside the library and heeded by every run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from store.errors import LibraryBrokenError
from store.ledger import replace_json
from store.records import Record

FILE = "splits.json"


@dataclass(frozen=True, slots=True)
class Splits:
    """Pairs of records, by their keys, that must not be merged.

    A key that stands alone in its pair is that of records which differ in their place only.
    """

    pairs: frozenset[frozenset[str]] = frozenset()

    def keep_out(self, record: Record, group: Sequence[Record]) -> bool:
        """Whether a record must stay out of a group."""
        if not self.pairs:
            return False
        return any(frozenset((record.key, other.key)) in self.pairs for other in group)

    def with_all_apart(self, records: Iterable[Record]) -> Splits:
        """These, and every two of the records."""
        keys = [record.key for record in records]
        return Splits(self.pairs | {frozenset(pair) for pair in combinations(keys, 2)})

    def without(self, records: Iterable[Record]) -> Splits:
        """These, save what was said of any of the records."""
        keys = {record.key for record in records}
        return Splits(frozenset(pair for pair in self.pairs if not pair & keys))


NONE = Splits()
"""Whatever looks like one paper is one."""


def read(directory: Path) -> Splits:
    """What was split in the library in this folder.

    Raises LibraryBrokenError for a damaged file: what a person decided is not passed over.
    """
    path = directory / FILE
    try:
        return Splits(frozenset(frozenset(pair) for pair in json.loads(path.read_text("ascii"))))
    except FileNotFoundError:
        return NONE
    except (OSError, ValueError, TypeError) as error:
        raise LibraryBrokenError(
            f"What was split cannot be read from {str(path)!r} ({error}); put the file back, or "
            "delete it to merge everything that looks like one paper."
        ) from error


def write(directory: Path, splits: Splits) -> None:
    """Puts the file in place in one step."""
    replace_json(directory / FILE, sorted(sorted(pair) for pair in splits.pairs))
