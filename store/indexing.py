"""Brings a library up to date: reads the sources, embeds what is new, swaps the manifest.

The order keeps readers safe at every moment. New rows are added to Chroma beside the old
ones, then a new snapshot is written beside the old one, then the manifest changes over in one
step, and only then is swept away what no manifest names. A run that was cut off leaves rows
and folders without a manifest; the next run that has work sweeps them.
"""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import filelock
import numpy as np

from store import manifest, recovery, snapshot
from store.embed import Embedder, Vectors, default_embedder
from store.errors import LibraryBrokenError, LibraryLockedError, LibraryUnwritableError
from store.library import chroma_folder, snapshot_folder
from store.manifest import Manifest
from store.papers import Paper, Sentence
from store.snapshot import Snapshot
from store.sources import (
    DEFAULT_NAME,
    IndexReport,
    compared,
    merged,
    read_sources,
    source_name,
)
from store.vectors import Row, VectorIndex, row_id

Progress = Callable[[str, int, int], None]
"""Called with a step's name, how much of it is done, and how much there is."""

_LOCK = "index.lock"


def index_library(
    directory: Path,
    sources: Sequence[Path] = (),
    *,
    rebuild: bool = False,
    progress: Progress | None = None,
    embedder: Embedder | None = None,
) -> IndexReport:
    """Makes or updates the library in a folder from these lists of papers.

    Without sources, those it was made from are read again (for a new library, the default
    list). Papers that a source no longer holds stay until `rebuild`, which makes everything
    anew in a new generation while the old one serves; so does a change of embedder or schema.

    Raises SourceError if none of the sources can be read, LibraryLockedError while another
    process writes, LibraryUnwritableError if the folder refuses.
    """
    run = _Run(directory, embedder or default_embedder(), progress or _silent)
    with _writing(directory):
        return run.bring_up_to_date([source_name(s) for s in sources], rebuild)


def index_papers(
    directory: Path, papers: Sequence[Paper], *, progress: Progress, embedder: Embedder
) -> None:
    """Makes a new library of papers that are given whole, not read from a list.

    Raises LibraryLockedError and LibraryUnwritableError as `index_library` does.
    """
    with _writing(directory):
        _Run(directory, embedder, progress)._change_over(None, papers, [])


@dataclass(frozen=True, slots=True)
class _Run:
    """One indexing run, under the library's lock."""

    directory: Path
    embedder: Embedder
    progress: Progress

    def bring_up_to_date(self, named: Sequence[str], rebuild: bool) -> IndexReport:
        if rebuild and self._is_broken():
            old, stored = None, recovery.orphaned_papers(self.directory)
            known = recovery.sources_of(stored)
        else:
            old = manifest.read(self.directory)
            stored = recovery.stored_papers(self.directory, old) if old else {}
            known = old.sources if old else ()
        rebuild = rebuild or old is None or self._must_be_made_anew(old)
        sources = list(dict.fromkeys([*known, *named])) or [DEFAULT_NAME]
        read = sources if rebuild else list(named) or sources
        found, problems = read_sources(read, {p.id: p.title for p in stored.values()})
        papers = merged(stored, found, drop_missing=rebuild)
        report = replace(compared(stored, papers), problems=tuple(problems))
        if old is None or rebuild or report.added or report.changed or [*old.sources] != sources:
            self._change_over(None if rebuild else old, list(papers.values()), sources)
        return report

    def _is_broken(self) -> bool:
        try:
            manifest.read(self.directory)
        except LibraryBrokenError:
            return True
        return False

    def _must_be_made_anew(self, old: Manifest) -> bool:
        """Whether another program or embedder made the library, or something of it is lost."""
        made_by = (old.schema, old.embedder, old.embedder_checksum)
        if made_by != (manifest.SCHEMA, self.embedder.name, self.embedder.checksum):
            return True
        return not recovery.is_whole(self.directory, old)

    def _change_over(
        self, old: Manifest | None, papers: Sequence[Paper], sources: Sequence[str]
    ) -> None:
        """Rows, then the snapshot, then the manifest, then the sweeping; see the module."""
        all_sentences, all_passages = snapshot.cut(papers)
        pieces: list[Sentence] = [*all_sentences, *all_passages]
        vectors = self._vectors(old, papers, pieces)
        state = Manifest(
            embedder=self.embedder.name,
            embedder_checksum=self.embedder.checksum,
            snapshot=f"snapshot-{uuid.uuid4().hex[:8]}",
            generation=old.generation if old else f"generation-{uuid.uuid4().hex[:8]}",
            sources=tuple(sources),
            papers={paper.id: paper.content_hash for paper in papers},
            sentences=len(all_sentences),
            passages=len(all_passages),
        )
        rows = _rows(papers, pieces, vectors)
        index = VectorIndex(chroma_folder(self.directory, state))
        done = 0

        def tick(count: int) -> None:
            nonlocal done
            done += count
            self.progress("Storing", done, len(rows))

        index.add(rows, tick)
        middle = len(all_sentences)
        folder = snapshot_folder(self.directory, state)
        snapshot.write(folder, papers, (vectors[:middle], vectors[middle:]))
        manifest.write(self.directory, state)
        if index.count() != len(rows):
            index.keep_only({row.id for row in rows})
        _sweep(self.directory, state)

    def _vectors(
        self, old: Manifest | None, papers: Sequence[Paper], pieces: Sequence[Sentence]
    ) -> Vectors:
        """The vector of every piece; those that the old snapshot has are not made again."""
        known = self._known_vectors(old)
        by_id = {paper.id: paper for paper in papers}
        vectors = np.zeros((len(pieces), self.embedder.dimension), dtype=np.float32)
        missing = []
        for place, piece in enumerate(pieces):
            if (vector := known.get(row_id(piece))) is None:
                missing.append(place)
            else:
                vectors[place] = vector
        done = 0

        def tick(count: int) -> None:
            nonlocal done
            done += count
            self.progress("Embedding", done, len(missing))

        if missing:
            texts = [snapshot.embedded_text(pieces[i], by_id) for i in missing]
            vectors[missing] = self.embedder.embed(texts, tick)
        return vectors

    def _known_vectors(self, old: Manifest | None) -> Mapping[str, Vectors]:
        if old is None:
            return {}
        try:
            content: Snapshot = snapshot.load(snapshot_folder(self.directory, old))
        except snapshot.UNREADABLE:
            return {}
        pieces = [*content.sentences, *content.passages]
        rows = [*content.sentence_vectors, *content.passage_vectors]
        return {row_id(piece): vector for piece, vector in zip(pieces, rows, strict=True)}


def _silent(step: str, done: int, total: int) -> None:
    """No progress is shown."""


@contextmanager
def _writing(directory: Path) -> Iterator[None]:
    """Holds the library's lock; Chroma loses rows for good where two processes write."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(directory / _LOCK, timeout=0):
            yield
    except filelock.Timeout as error:
        raise LibraryLockedError(
            f"Another process is indexing the library in {str(directory)!r}; "
            "try again when it is done."
        ) from error
    except OSError as error:
        raise LibraryUnwritableError(
            f"The library's folder {str(directory)!r} cannot be written "
            f"({error.strerror or error}); name another with --library or FOOTNOTE_HOME."
        ) from error


def _rows(papers: Sequence[Paper], pieces: Sequence[Sentence], vectors: Vectors) -> list[Row]:
    by_id = {paper.id: paper for paper in papers}
    return [
        Row(piece, vector.tolist(), _metadata(by_id[piece.paper_id], piece))
        for piece, vector in zip(pieces, vectors, strict=True)
    ]


def _metadata(paper: Paper, piece: Sentence) -> dict[str, str | int | bool]:
    """Flat values that Chroma can filter by; a date as the number 20240812, 0 if unknown."""
    return {
        "paper_id": paper.id,
        "title": paper.title,
        "section": piece.section,
        "start": piece.start,
        "end": piece.end,
        "category": paper.category,
        "date": int(paper.date.strftime("%Y%m%d")) if paper.date else 0,
        "has_code": paper.has_code,
        "authors": "; ".join(paper.authors),
        "organisations": "; ".join(paper.organisations),
    }


def _sweep(directory: Path, state: Manifest) -> None:
    """Deletes the generations and snapshots that no manifest names any more."""
    for folder in directory.glob("generation-*"):
        if folder.name != state.generation:
            shutil.rmtree(folder, ignore_errors=True)
    for folder in (directory / state.generation).glob("snapshot-*"):
        if folder.name != state.snapshot:
            shutil.rmtree(folder, ignore_errors=True)
