"""Carries a library to another machine as one file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from store import manifest, packed, recovery
from store.embed import Embedder, Vectors
from store.errors import CallError, LibraryBrokenError, TransferError
from store.homes import index_call
from store.indexing import Progress, adopt
from store.lock import writing

_SAMPLE = 16  # pieces whose vectors are made again, to see that they are of these texts
_SAME = 0.98  # cosine; another processor's rounding moves it far less


@dataclass(frozen=True, slots=True)
class Transfer:
    """What was carried: how many papers, in a file with this sha256 (hex)."""

    papers: int
    sha256: str


def export_library(
    directory: Path, file: Path, on_wait: Callable[[str], None] | None = None
) -> Transfer:
    """Writes the library in a folder to a new file.

    Raises CallError if the file exists or cannot be written, LibraryMissingError where there is
    no library, LibraryBrokenError where it is not whole.
    """
    manifest.expected(directory)
    if file.exists():
        raise CallError(f"{str(file)!r} is there already; name another file.")
    with writing(directory, on_wait):
        state = manifest.read(directory)
        if state is None or not recovery.is_whole(directory, state):
            raise LibraryBrokenError(
                f"The library in {str(directory)!r} is damaged; run {index_call(directory)} first."
            )
        draft = file.with_name(f"{file.name}.part")
        try:
            packed.pack(draft, directory, state)
            draft.replace(file)
        except OSError as error:
            raise CallError(
                f"{str(file)!r} cannot be written ({error.strerror or error}); name another file."
            ) from error
        finally:
            draft.unlink(missing_ok=True)
    return Transfer(len(state.papers), _sha256(file))


def import_library(
    file: Path,
    directory: Path,
    *,
    embedder: Embedder,
    progress: Progress,
    on_wait: Callable[[str], None] | None = None,
) -> Transfer:
    """Makes a library of an exported file in a folder that has none.

    Vectors of another embedder are made anew. Raises TransferError if the file is not what an
    export wrote, CallError if there is a library in the folder.
    """
    carried = packed.read(file)
    vectors = carried.vectors
    if carried.embedder != (embedder.name, embedder.checksum):
        vectors = {}
    _check_some(file, vectors, embedder)
    adopt(directory, carried, vectors, embedder=embedder, progress=progress, on_wait=on_wait)
    return Transfer(len(carried.papers), _sha256(file))


def _check_some(file: Path, vectors: Mapping[str, Vectors], embedder: Embedder) -> None:
    """Makes a few vectors again, spread over all: a text that was changed has another."""
    texts = list(vectors)[:: max(1, len(vectors) // _SAMPLE)]
    if not texts:
        return
    carried = np.stack([vectors[text] for text in texts])
    if carried.shape[1] != embedder.dimension or np.any(
        np.sum(carried * embedder.embed(texts), axis=1) < _SAME
    ):
        raise TransferError(
            f"{str(file)!r} holds vectors that are not of its texts; nothing of it was taken; "
            "export it again with `footnote library export`."
        )


def _sha256(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
