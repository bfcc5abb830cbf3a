"""Where papers come from: the files and folders that a library follows."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from store import lock, manifest, readers
from store.errors import SourceError
from store.followed import DEFAULT_NAME, is_under
from store.readers.columns import Columns

DEFAULT_LIST = Path(__file__).parent / "data" / "papers.txt"
"""The list of papers that a new library is made from."""


@dataclass(frozen=True, slots=True)
class Walk:
    """What stands under the sources of a library at one moment.

    `files` are names of files in the sources' order, each once. `gone` are the sources that
    are not there though the folder that held them is; `out_of_reach` those whose folder is
    not there either, such as a disk that is not mounted, and folders that cannot be read.
    """

    files: tuple[str, ...]
    gone: tuple[str, ...]
    out_of_reach: tuple[str, ...]

    def is_gone(self, name: str) -> bool:
        """Whether a file that is not among `files` was deleted, and not just out of reach."""
        return not any(is_under(name, source) for source in self.out_of_reach)


def source_name(path: Path) -> str:
    """How a library remembers a source; the packaged list may move with the program."""
    path = path.expanduser().resolve()
    return DEFAULT_NAME if path == DEFAULT_LIST.resolve() else str(path)


def source_path(name: str) -> Path:
    """Where a source that `source_name` named stands now."""
    return DEFAULT_LIST if name == DEFAULT_NAME else Path(name)


def walk(sources: Sequence[str]) -> Walk:
    """Looks for the files of these sources that may hold papers; libraries are passed over."""
    files: dict[str, None] = {}
    gone: list[str] = []
    out_of_reach: list[str] = []
    for source in sources:
        path = source_path(source)
        try:
            if path.is_dir():
                files |= dict.fromkeys(str(file) for file in _files_below(path, out_of_reach))
            elif path.exists():
                files[source] = None
            else:
                (gone if path.parent.is_dir() else out_of_reach).append(source)
        except OSError:  # a folder above it lets nobody look
            out_of_reach.append(source)
    return Walk(tuple(files), tuple(gone), tuple(out_of_reach))


def missing(names: Sequence[str]) -> list[SourceError]:
    """An error for each of these sources that is not there, or that cannot be looked into."""
    return [error for name in names if (error := _missing(name))]


def _missing(name: str) -> SourceError | None:
    path = source_path(name)
    try:
        if path.is_dir():
            os.scandir(path).close()
        elif not path.exists():
            said = f"There is nothing at {name!r}; name a file or a folder of papers."
            return SourceError(said, name)
    except OSError as error:
        return SourceError(
            f"Cannot read {name!r} ({error.strerror}); make it readable, or name another.", name
        )
    return None


def empty(names: Sequence[str], found: Walk) -> list[SourceError]:
    """An error for each of these folders in which there is no file that may hold papers."""
    return [
        SourceError(
            f"Nothing in the folder {name!r} is a file of papers; name a folder or a file that "
            "holds some, such as a PDF or a BibTeX file.",
            name,
        )
        for name in names
        if source_path(name).is_dir() and not any(is_under(file, name) for file in found.files)
    ]


def _files_below(folder: Path, unreadable: list[str]) -> Iterator[Path]:
    """The regular files below a folder, by name; a folder that links elsewhere is not entered.

    Folders that cannot be read are added to `unreadable`: what was in them is not gone.
    """

    def refused(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            unreadable.append(str(error.filename))

    for place, folders, names in os.walk(folder, onerror=refused):
        here = Path(place)
        try:
            is_library = (here / manifest.FILE).is_file() and (here / lock.FILE).is_file()
            files = [here / name for name in sorted(names) if _may_be_read(here, name)]
        except OSError:  # it lists its files and lets nobody at them
            folders.clear()
            unreadable.append(place)
            continue
        if is_library:
            folders.clear()  # what is in it was made from papers
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from files


def _may_be_read(folder: Path, name: str) -> bool:
    return readers.may_hold_papers(name) and (folder / name).is_file()


def digest(name: str) -> str:
    """The sha256 (hex) of a file's bytes; raises SourceError if it cannot be read."""
    path = source_path(name)
    try:
        if not path.is_file():  # a pipe or a device would never end
            raise SourceError(f"{str(path)!r} is neither a file nor a folder; name one of these.")
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise SourceError(
            f"Cannot read {str(path)!r} ({error.strerror}); make it readable, or name another."
        ) from error


def read(name: str, columns: Columns) -> readers.Reading:
    """The papers of a file and its problems; raises SourceError if there are none to be had."""
    return readers.read(source_path(name), columns)
