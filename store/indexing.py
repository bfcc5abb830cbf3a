"""Brings a library up to date: reads the files, embeds what is new, swaps the manifest.

The order keeps readers safe at every moment. New rows are added to Chroma beside the old
ones, then a new snapshot is written beside the old one, then the manifest changes over in one
step, and only then is swept away what no manifest names. A run that was cut off leaves rows
and folders without a manifest; the next run sweeps them.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

import numpy as np

from store import ledger, manifest, merging, records, recovery, removals, snapshot, splits
from store.embed import Embedder, Vectors, default_embedder
from store.errors import CallError
from store.followed import Followed
from store.ledger import Ledger
from store.library import chroma_folder, snapshot_folder
from store.lock import writing
from store.manifest import Manifest
from store.packed import Carried
from store.papers import Paper, Sentence
from store.readers.columns import Columns
from store.records import Record
from store.report import IndexReport, compared
from store.room import check_room
from store.rows import rows_of
from store.sources import empty, missing, source_name, walk
from store.vectors import VectorIndex

Progress = Callable[[str, int, int], None]
"""Called with a step's name, how much of it is done, and how much there is."""


def index_library(
    directory: Path,
    sources: Sequence[Path] = (),
    *,
    columns: Columns | None = None,
    rebuild: bool = False,
    prune: bool = False,
    progress: Progress | None = None,
    on_wait: Callable[[str], None] | None = None,
    decide: Callable[[Path], None] | None = None,
    embedder: Embedder | None = None,
) -> IndexReport:
    """Makes or updates the library in a folder from these files and folders of papers.

    They are added to those that the library follows; a new library without any is made of the
    default list. Files that did not change are not read again. Papers whose file is gone, or
    that left it, stay until `prune`. Tables among `sources` are read by the `columns` that are
    given, in later runs, too. `rebuild` reads everything and makes it anew in a new
    generation while the old one serves; so does a change of embedder or schema. `decide` is
    called with the folder under its lock, before the run, to write down what a person decided.

    Raises SourceError if nothing can be read for a new library, ColumnError if a file has no
    column of a name that is given, LibraryLockedError while
    another process writes (unless `on_wait` takes the word and this one waits),
    LibraryUnwritableError if the folder refuses.
    """
    run = _Run(directory, embedder or default_embedder(), progress or _silent)
    with writing(directory, on_wait):
        if decide:
            decide(directory)
        named = [source_name(source) for source in sources]
        return run.bring_up_to_date(named, columns or Columns(), rebuild, prune)


def index_papers(
    directory: Path, papers: Sequence[Paper], *, progress: Progress, embedder: Embedder
) -> None:
    """Makes a new library of papers that are given whole, not read from a file.

    Raises LibraryLockedError and LibraryUnwritableError as `index_library` does.
    """
    with writing(directory):
        _Run(directory, embedder, progress)._change_over(None, papers, Followed(), ())


def adopt(
    directory: Path,
    carried: Carried,
    vectors: Mapping[str, Vectors],
    *,
    progress: Progress,
    embedder: Embedder,
    on_wait: Callable[[str], None] | None = None,
) -> None:
    """Makes a new library of one that was carried here; `vectors` are of the same embedder.

    Raises CallError if there is a library in the folder, else as `index_library` does.
    """
    run = _Run(directory, embedder, progress)
    with writing(directory, on_wait):
        if (directory / manifest.FILE).exists():
            raise CallError(
                f"There is a library in {str(directory)!r} already; name another with --library."
            )
        splits.write(directory, carried.splits)
        removals.write(directory, carried.removed)
        everything = carried.kept.everything
        state = run._change_over(None, carried.papers, carried.followed, everything, vectors)
        ledger.write(directory, Ledger(state.snapshot, carried.kept.entries))


@dataclass(frozen=True, slots=True)
class _Run:
    """One indexing run, under the library's lock."""

    directory: Path
    embedder: Embedder
    progress: Progress

    def bring_up_to_date(
        self, named: Sequence[str], columns: Columns, rebuild: bool, prune: bool
    ) -> IndexReport:
        before = recovery.before(self.directory, rebuild)
        old = before.state
        anew = rebuild or old is None or self._must_be_made_anew(old)
        gone = missing([name for name in named if name not in before.followed.sources])
        if gone and len(gone) == len(named):
            raise gone[0]
        there = [name for name in named if name not in {error.source for error in gone}]
        followed = before.followed.with_more(there, columns)
        now = walk(followed.sources)
        if prune:
            followed = followed.without(now.gone)
        kept = records.in_step(
            before.kept,
            now,
            anew=anew,
            prune=prune,
            read_as=followed.columns_of,
            were_read_as=before.followed.columns_of,
            progress=self.progress,
        )
        known = before.followed.sources if before.papers else ()
        bare = empty([name for name in there if name not in known], now)
        is_new = old is None or (not old.papers and bool(named))
        if wrong := kept.hopeless(bare, is_new=is_new, columns=columns):
            raise wrong
        titles = {paper.id: paper.title for paper in before.papers.values()}
        apart, removed = splits.read(self.directory), removals.read(self.directory)
        papers = merging.papers_of(kept.everything, titles, apart, removed)
        same = papers == before.papers and kept.says_the_same(before.kept)
        if old is None or anew or not same:
            base = None if anew else old
            vectors = recovery.known_vectors(self.directory, base) if base else {}
            own = list(papers.values())
            state = self._change_over(base, own, followed, kept.everything, vectors)
        else:
            state = self._leave_papers(old, followed)
        entries = Ledger(state.snapshot, kept.entries)
        if entries != ledger.read(self.directory):
            ledger.write(self.directory, entries)
        return compared(before.papers, papers, kept, [*gone, *bare])

    def _leave_papers(self, old: Manifest, followed: Followed) -> Manifest:
        """The manifest where no paper changed; leftovers of a run that was cut off are swept."""
        state = replace(old, sources=followed.sources, columns=followed.columns)
        if state != old:
            manifest.write(self.directory, state)
        recovery.sweep(self.directory, state)
        return state

    def _must_be_made_anew(self, old: Manifest) -> bool:
        """Whether another program or embedder made the library, or something of it is lost."""
        made_by = (old.schema, old.embedder, old.embedder_checksum)
        if made_by != (manifest.SCHEMA, self.embedder.name, self.embedder.checksum):
            return True
        return not recovery.is_whole(self.directory, old)

    def _change_over(
        self,
        old: Manifest | None,
        papers: Sequence[Paper],
        followed: Followed,
        everything: Sequence[Record],
        known: Mapping[str, Vectors] = MappingProxyType({}),
    ) -> Manifest:
        """Rows, then the snapshot, then the manifest, then the sweeping; see the module.

        Without `old` this is a new generation. Texts whose vectors are `known` are not embedded.
        """
        by_id = {paper.id: paper for paper in papers}
        all_sentences, all_passages = snapshot.cut(papers)
        pieces: list[Sentence] = [*all_sentences, *all_passages]
        check_room(self.directory, len(pieces))
        vectors = self._vectors(known, by_id, pieces)
        state = Manifest(
            embedder=self.embedder.name,
            embedder_checksum=self.embedder.checksum,
            snapshot=f"snapshot-{uuid.uuid4().hex[:8]}",
            generation=old.generation if old else f"generation-{uuid.uuid4().hex[:8]}",
            sources=followed.sources,
            columns=followed.columns,
            papers={paper.id: paper.content_hash for paper in papers},
            sentences=len(all_sentences),
            passages=len(all_passages),
        )
        try:
            index = VectorIndex(chroma_folder(self.directory, state))
            index.add(rows_of(by_id, pieces, vectors), self._ticks("Storing", len(pieces)))
            folder = snapshot_folder(self.directory, state)
            middle = len(all_sentences)
            snapshot.write(folder, papers, everything, (vectors[:middle], vectors[middle:]))
            manifest.write(self.directory, state)
        except Exception:
            # What this run wrote may be what fills the disk.
            recovery.drop(self.directory, state, old)
            raise
        recovery.sweep(self.directory, state)
        return state

    def _vectors(
        self,
        known: Mapping[str, Vectors],
        papers: Mapping[str, Paper],
        pieces: Sequence[Sentence],
    ) -> Vectors:
        """The vector of every piece, made once for each text that is not known."""
        texts = [snapshot.embedded_text(piece, papers) for piece in pieces]
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        made: dict[str, Vectors] = {}
        if missing:
            vectors = self.embedder.embed(missing, self._ticks("Embedding", len(missing)))
            made = dict(zip(missing, vectors, strict=True))
        if not texts:
            return np.zeros((0, self.embedder.dimension), dtype=np.float32)
        return np.stack([made[text] if text in made else known[text] for text in texts])

    def _ticks(self, step: str, total: int) -> Callable[[int], None]:
        """What turns counts of pieces done into progress of a step."""
        done = 0

        def tick(count: int) -> None:
            nonlocal done
            done += count
            self.progress(step, done, total)

        return tick


def _silent(step: str, done: int, total: int) -> None:
    """No progress is shown."""
