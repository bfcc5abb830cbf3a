"""No network but this machine's own, a home of its own for every test, one real library."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.chain import Chain
from store.indexing import index_library
from store.library import Library


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where libraries live in this test; nobody's own library is ever touched."""
    folder = tmp_path / "home"
    monkeypatch.setenv("FOOTNOTE_HOME", str(folder))
    monkeypatch.delenv("FOOTNOTE_LOG", raising=False)
    return folder


@pytest.fixture(scope="session")
def library_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The default list, indexed for real, once. To be read only."""
    folder = tmp_path_factory.mktemp("session") / "library"
    index_library(folder)
    return folder


@pytest.fixture(scope="session")
def library(library_dir: Path) -> Library:
    return Library.open(library_dir)


@pytest.fixture(scope="session")
def chain(library: Library) -> Chain:
    return Chain(library)
