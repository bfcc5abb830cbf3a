"""What can be saved of a library that is damaged, and whether one is whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from store import snapshot
from store.errors import FootnoteError
from store.library import chroma_folder, snapshot_folder
from store.manifest import Manifest
from store.papers import Paper
from store.vectors import VectorIndex


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


def orphaned_papers(directory: Path) -> dict[str, Paper]:
    """The papers of the newest snapshot in a folder whose manifest is lost."""
    folders = directory.glob("generation-*/snapshot-*")
    for folder in sorted(folders, key=lambda f: f.stat().st_mtime, reverse=True):
        try:
            return {paper.id: paper for paper in snapshot.read_papers(folder)}
        except snapshot.UNREADABLE:
            continue
    return {}


def sources_of(papers: Mapping[str, Paper]) -> tuple[str, ...]:
    """The lists that papers came from, in their order."""
    names = (paper.source.rpartition(":")[0] for paper in papers.values())
    return tuple(dict.fromkeys(name for name in names if name))
