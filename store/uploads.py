"""Files that people hand over: checked first, then kept where the library follows them.

They are kept in a folder beside the index, which is a source of the library like any other:
the ledger has their state, a rebuild reads them again, and pruning leaves them alone.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from store import ledger, readers
from store.errors import SourceError
from store.indexing import Progress, index_library
from store.ledger import Entry, State
from store.sources import digest, source_name

FOLDER = "uploads"
_LONGEST_NAME = 200  # bytes; file systems take 255
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was handed over: what it is called, and where its bytes are for now."""

    name: str
    staged: Path


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of an upload: its name in the library, and its entry in the ledger."""

    upload: Upload
    file: str
    entry: Entry


@dataclass(slots=True)
class _Keeping:
    """Where uploads go once the library is locked."""

    uploads: Sequence[Upload]
    files: list[Path] = field(default_factory=list)
    new: list[Path] = field(default_factory=list)

    def keep(self, directory: Path) -> None:
        folder = directory / FOLDER
        folder.mkdir(exist_ok=True)
        for upload in self.uploads:
            target = _place_for(folder, upload)
            if not target.exists():
                draft = folder / f".{len(self.new)}.part"
                shutil.copyfile(upload.staged, draft)
                draft.replace(target)
                self.new.append(target)
            self.files.append(target)

    def take_back(self) -> None:
        for file in self.new:
            with suppress(OSError):
                file.unlink()


def check(upload: Upload) -> None:
    """Raises SourceError, in one sentence, for what holds no paper or has no name to keep it by."""
    check_name(upload.name)
    try:
        readers.read(upload.staged)
    except SourceError as error:
        # The sentence names the file as the person knows it, not where it lies for now.
        said = str(error).replace(repr(str(upload.staged)), repr(upload.name))
        raise SourceError(said) from error


def check_name(name: str) -> None:
    """Raises SourceError for a name that leads out of a folder, hides, or tells no format."""
    if re.search(r"[/\\]", name) or name in ("", ".", ".."):
        raise SourceError(f"{name[:80]!r} is named to leave its folder; rename it.")
    if name.startswith(".") or _CONTROLS.search(name):
        raise SourceError(f"{name[:80]!r} is hidden or holds control characters; rename it.")
    if len(os.fsencode(name)) > _LONGEST_NAME:
        raise SourceError(f"{name[:40] + '…'!r} has too long a name; shorten it.")
    if not readers.may_hold_papers(name):
        raise SourceError(
            f"{name!r} has no ending of a format that is read; give PDF, BibTeX, RIS, CSV, TSV, "
            "JSON, JSON Lines, Atom, Markdown, plain text, or a zip of these."
        )


def index_uploads(
    directory: Path,
    uploads: Sequence[Upload],
    *,
    progress: Progress | None = None,
    on_wait: Callable[[str], None] | None = None,
) -> list[Kept]:
    """Keeps files that were checked, and brings the library in step, as `footnote index` does.

    A file that is there already is not kept twice. Where the run fails, nothing is kept; it
    raises as `index_library` does.
    """
    keeping = _Keeping(uploads)
    try:
        index_library(
            directory,
            [directory / FOLDER],
            progress=progress,
            on_wait=on_wait,
            decide=keeping.keep,
        )
    except Exception:
        keeping.take_back()
        raise
    files = ledger.read(directory).files
    names = [source_name(file) for file in keeping.files]
    lost = Entry(State.FAILED, "", "", reason="it could not be read")
    return [
        Kept(upload, name, files.get(name, lost))
        for upload, name in zip(uploads, names, strict=True)
    ]


def _place_for(folder: Path, upload: Upload) -> Path:
    """Where a file of this name and content stands, or may stand: "name-2.pdf" beside another."""
    stem, suffix = os.path.splitext(upload.name)  # noqa: PTH122, Path drops a trailing dot
    target, number = folder / upload.name, 1
    while target.exists() and digest(str(target)) != digest(str(upload.staged)):
        number += 1
        target = folder / f"{stem}-{number}{suffix}"
    return target
