"""Small lists, a library made of one, the file that it is carried in, and what stands in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from store import manifest
from store.embed import Embedder, default_embedder
from store.indexing import index_library
from store.library import Library, chroma_folder
from store.transfer import Transfer, export_library, import_library
from store.vectors import VectorIndex


@pytest.fixture
def write_list(tmp_path: Path) -> Callable[..., Path]:
    """Writes a list of records, each a title and an abstract, and gives its path."""

    def write(*records: tuple[str, str], name: str = "list.txt") -> Path:
        path = tmp_path / name
        blocks = [
            f"CLAug 12, 2024\n{title}Ada Lovelace et al.\n{abstract}\n"
            for title, abstract in records
        ]
        path.write_text("\n".join(blocks), encoding="utf-8")
        return path

    return write


@pytest.fixture
def small(tmp_path: Path, write_list: Callable[..., Path]) -> Path:
    """A library of two papers that a test may spoil."""
    folder = tmp_path / "small"
    papers = (("Piles", "Piles run on CPUs. They grow."), ("Heaps", "Heaps need GPUs."))
    index_library(folder, [write_list(*papers)])
    return folder


def titles(folder: Path) -> list[str]:
    """The titles of a library's papers, in its order."""
    return [paper.title for paper in Library.open(folder).papers.values()]


def contents(folder: Path) -> dict[Path, bytes]:
    """Every file below the folder, with what is in it, save Chroma's own and the lock."""
    return {
        path.relative_to(folder): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "chroma" not in path.parts and path.suffix not in (".lock", ".holder")
    }


def rows_in_chroma(folder: Path) -> int:
    state = manifest.read(folder)
    assert state
    return VectorIndex(chroma_folder(folder, state)).count()


@pytest.fixture(scope="session")
def packed_once(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """An exported library of two papers."""
    folder = tmp_path_factory.mktemp("packed")
    (folder / "list.txt").write_text(_LIST, "utf-8")
    index_library(folder / "own", [folder / "list.txt"])
    export_library(folder / "own", folder / "own.zip")
    return (folder / "own.zip").read_bytes()


_LIST = """CLAug 12, 2024
PilesAda Lovelace et al.
Piles run on CPUs. They grow.

CLAug 12, 2024
HeapsAda Lovelace et al.
Heaps need GPUs.
"""


@pytest.fixture
def exported(packed_once: bytes, tmp_path: Path) -> Path:
    """A file of its own, for a test to spoil."""
    (tmp_path / "own.zip").write_bytes(packed_once)
    return tmp_path / "own.zip"


def carry(
    file: Path, folder: Path, embedder: Embedder | None = None, steps: set[str] | None = None
) -> Transfer:
    """Imports the file; `steps` takes the names of what was done."""

    def progress(step: str, *_: int) -> None:
        if steps is not None:
            steps.add(step)

    return import_library(file, folder, embedder=embedder or default_embedder(), progress=progress)
