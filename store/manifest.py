"""What a library holds and what made it: one small file, written last and all at once.

Whatever is not in the manifest does not exist for a reader; so an indexing run that is cut
off at any moment leaves the library as it was, and the next run finds what is missing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from store.errors import LibraryBrokenError, LibraryMissingError
from store.homes import index_call
from store.ledger import replace_json

SCHEMA = 6
"""Raised with every change of what the folder holds; another number is rebuilt."""

FILE = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The state of a library.

    `papers` maps ids to content hashes, in the library's order; `sources` are the files they
    came from, and `columns` says of some which column holds which field; `snapshot` and
    `generation` name the folder of derived files and the Chroma collections that belong to
    this state.
    """

    embedder: str
    embedder_checksum: str
    snapshot: str
    generation: str
    sources: tuple[str, ...]
    papers: Mapping[str, str]
    sentences: int
    passages: int
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    schema: int = SCHEMA


def read(directory: Path) -> Manifest | None:
    """The manifest of the library in this folder; None where there is none.

    Raises LibraryBrokenError if it cannot be read or is not one.
    """
    path = directory / FILE
    if path.is_dir():
        raise LibraryBrokenError(
            f"{str(path)!r} is a folder where the library's manifest should be; move it away "
            f"and run {index_call(directory, '--rebuild')}."
        )
    try:
        data = json.loads(path.read_text("utf-8"))
        return Manifest(**{**data, "sources": tuple(data["sources"])})
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise LibraryBrokenError(
            f"The library's manifest {str(path)!r} cannot be read ({error}); "
            f"run {index_call(directory, '--rebuild')} to make it anew from its sources."
        ) from error


def expected(directory: Path) -> Manifest:
    """The manifest of the library in this folder.

    Raises LibraryMissingError where there is none, and as `read` does.
    """
    state = read(directory)
    if state is None:
        raise LibraryMissingError(
            f"There is no library in {str(directory)!r}; run {index_call(directory)} to make one."
        )
    return state


def libraries_in(home: Path) -> list[Path]:
    """The folders of the libraries that live side by side, damaged ones too, by name."""
    return sorted(file.parent for file in home.glob(f"*/{FILE}"))


def write(directory: Path, manifest: Manifest) -> None:
    """Puts the manifest in place in one step, so that a reader sees the old or the new one."""
    replace_json(directory / FILE, asdict(manifest))
