"""Small lists, and a library made of one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from store.indexing import index_library


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
