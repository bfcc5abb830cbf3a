"""What a library has that can be used again, whether it is whole, and what may be swept away."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from store import ledger, manifest, snapshot
from store.embed import Vectors
from store.errors import FootnoteError, LibraryBrokenError
from store.followed import Followed
from store.ledger import Entry, State
from store.library import chroma_folder, snapshot_folder
from store.manifest import Manifest
from store.papers import Paper
from store.records import Kept, Record
from store.room import has_room
from store.rows import row_ids
from store.vectors import VectorIndex


@dataclass(frozen=True, slots=True)
class Before:
    """A library as an indexing run finds it; `state` is None where there is none, or it is lost."""

    state: Manifest | None = None
    papers: Mapping[str, Paper] = field(default_factory=dict)
    kept: Kept = Kept({}, {})  # noqa: RUF009, it is frozen
    followed: Followed = field(default_factory=Followed)


def before(directory: Path, rebuild: bool) -> Before:
    """What stands in a folder. With `rebuild` a lost manifest's lists are those of its papers.

    Raises LibraryBrokenError for a damaged manifest otherwise.
    """
    if rebuild and _manifest_is_lost(directory):
        papers, found = _orphaned(directory)
        return Before(None, papers, found, Followed(tuple(found.records)))
    state = manifest.read(directory)
    if state is None:
        return Before()
    followed = Followed(state.sources, state.columns)
    return Before(state, stored_papers(directory, state), kept(directory, state), followed)


def is_whole(directory: Path, state: Manifest) -> bool:
    """Whether all that the manifest names is there: papers to the letter, vectors, words, rows."""
    try:
        content = snapshot.load(snapshot_folder(directory, state))
    except snapshot.UNREADABLE:
        return False
    if {p.id: p.content_hash for p in content.papers.values()} != dict(state.papers):
        return False
    folder = chroma_folder(directory, state)
    if not folder.is_dir() or not any(folder.iterdir()):
        return False
    try:
        return VectorIndex(folder).count() >= state.sentences + state.passages
    except FootnoteError:
        return False


def stored_papers(directory: Path, state: Manifest) -> dict[str, Paper]:
    """The papers of a library that are still what its manifest says they are."""
    try:
        papers = snapshot.read_papers(snapshot_folder(directory, state))
    except snapshot.UNREADABLE:
        return {}  # everything is read from the sources again
    return {p.id: p for p in papers if state.papers.get(p.id) == p.content_hash}


def kept(directory: Path, state: Manifest) -> Kept:
    """What the files of a library said when they were read.

    Where that is lost, or was never kept (before schema 3), it is what the papers say.
    """
    try:
        records = snapshot.read_records(snapshot_folder(directory, state))
    except snapshot.UNREADABLE:
        return _unread(_records_of(stored_papers(directory, state).values()), "it was lost")
    known = ledger.read(directory)
    if known.snapshot == state.snapshot:
        return Kept({name: records.get(name, []) for name in known.files}, known.files)
    # The run that made this snapshot was cut off before its ledger: all is read once more.
    return _unread(records, "an indexing run was cut off")


def _unread(records: Mapping[str, Sequence[Record]], why: str) -> Kept:
    """Records whose files are to be read again."""
    return Kept(records, dict.fromkeys(records, Entry(State.FAILED, "", "", reason=why)))


def _records_of(papers: Iterable[Paper]) -> dict[str, list[Record]]:
    """A record for each paper, by the file that it came from."""
    found: dict[str, list[Record]] = {}
    for paper in papers:
        file, _, place = paper.source.rpartition(":")
        if file:
            own = replace(paper, id="", source=place, also_in=())
            found.setdefault(file, []).append(Record(file, own))
    return found


def known_vectors(directory: Path, state: Manifest) -> dict[str, Vectors]:
    """The vectors that a library has, by the text that each was made of."""
    try:
        content = snapshot.load(snapshot_folder(directory, state))
    except snapshot.UNREADABLE:
        return {}
    pieces = [*content.sentences, *content.passages]
    vectors = [*content.sentence_vectors, *content.passage_vectors]
    texts = (snapshot.embedded_text(piece, content.papers) for piece in pieces)
    return dict(zip(texts, vectors, strict=True))


def _manifest_is_lost(directory: Path) -> bool:
    """Whether the manifest cannot be read, or is gone; a folder in its place is not touched."""
    try:
        return manifest.read(directory) is None
    except LibraryBrokenError:
        if (directory / manifest.FILE).is_dir():
            raise
        return True


def _orphaned(directory: Path) -> tuple[dict[str, Paper], Kept]:
    """The papers, and what the files said, of the newest snapshot where the manifest is lost."""
    folders = directory.glob("generation-*/snapshot-*")
    for folder in sorted(folders, key=lambda f: f.stat().st_mtime, reverse=True):
        try:
            papers, records = snapshot.read_papers(folder), snapshot.read_records(folder)
        except snapshot.UNREADABLE:
            continue
        return {paper.id: paper for paper in papers}, _unread(records, "the manifest was lost")
    return {}, Kept({}, {})


def sweep(directory: Path, state: Manifest) -> None:
    """Deletes the generations, snapshots and rows that the manifest does not name."""
    for folder in directory.glob("generation-*"):
        if folder.name != state.generation:
            shutil.rmtree(folder, ignore_errors=True)
    for folder in (directory / state.generation).glob("snapshot-*"):
        if folder.name != state.snapshot:
            shutil.rmtree(folder, ignore_errors=True)
    index = VectorIndex(chroma_folder(directory, state))
    if index.count() != state.sentences + state.passages and has_room(directory):
        content = snapshot.load(snapshot_folder(directory, state))
        pieces = [*content.sentences, *content.passages]
        index.keep_only(set(row_ids(content.papers, pieces)))


def drop(directory: Path, failed: Manifest, old: Manifest | None) -> None:
    """Deletes what a run that failed has written: its generation, or its snapshot and rows."""
    if old is None:
        shutil.rmtree(directory / failed.generation, ignore_errors=True)
        return
    with suppress(FootnoteError, *snapshot.UNREADABLE):
        sweep(directory, old)
