"""Whether a disk has room for what a run will write.

Chroma 1.5 never returns from a write for which the disk has no room, so that this has to be
known before.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from store.errors import LibraryUnwritableError

SPARE = 16 * 2**20  # bytes; the database, its journal and the smallest index
A_PIECE = 12_000  # bytes; 5 kB in Chroma, its share of the index while that grows, the snapshot


def has_room(directory: Path, pieces: int = 0) -> bool:
    """Whether the disk has room for so many sentences and passages."""
    return shutil.disk_usage(directory).free >= SPARE + A_PIECE * pieces


def check_room(directory: Path, pieces: int) -> None:
    """Raises LibraryUnwritableError where `has_room` is false."""
    if not has_room(directory, pieces):
        free = shutil.disk_usage(directory).free
        raise LibraryUnwritableError(
            f"The disk of {str(directory)!r} has {free / 2**20:.1f} MiB free, and indexing needs "
            f"up to {(SPARE + A_PIECE * pieces) / 2**20:.0f}; make room there, or name another "
            "folder with --library or FOOTNOTE_HOME."
        )
