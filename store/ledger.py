"""The ledger: for every file that a library follows, what became of it, why, and when.

It belongs to one snapshot and says so. A ledger that was written for another one (the run was
cut off between the two) is not believed: its files are read again, which costs time and
nothing else.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path

FILE = "ledger.json"


class State(StrEnum):
    """What became of a file."""

    INDEXED = "indexed"
    FAILED = "failed"  # tried again by every run; papers of an earlier reading stay
    GONE = "gone"  # deleted; its papers stay until `--prune`
    OUT_OF_REACH = "out of reach"  # so is the folder that held it; its papers stay


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: its content's sha256 when it was last read, and how that went.

    `reason` says what could not be read of it; `time` (ISO 8601, UTC) is when it came into
    this state; `papers` counts the records that the library has from it.
    """

    state: State
    sha256: str
    time: str
    papers: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The entries of a library's files, in the order of the library."""

    snapshot: str = ""
    files: Mapping[str, Entry] = field(default_factory=dict)


def read(directory: Path) -> Ledger:
    """The ledger of the library in this folder; an empty one where none can be read."""
    try:
        data = json.loads((directory / FILE).read_text("utf-8"))
        files = {
            name: Entry(**{**entry, "state": State(entry["state"])})
            for name, entry in data["files"].items()
        }
        return Ledger(str(data["snapshot"]), files)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return Ledger()


def write(directory: Path, ledger: Ledger) -> None:
    """Puts the ledger in place in one step."""
    replace_json(directory / FILE, asdict(ledger))


def replace_json(path: Path, data: object) -> None:
    """Writes a JSON file anew so that a reader sees the old one or the new one, whole.

    ASCII: a file's name need not be UTF-8, and JSON's escapes carry what UTF-8 cannot.
    """
    draft = path.with_suffix(".new")
    with draft.open("w", encoding="ascii") as file:
        json.dump(data, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
