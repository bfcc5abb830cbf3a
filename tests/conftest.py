"""No network but this machine's own, a home of its own for every test, one real library and
one real browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from rag.chain import Chain
from store.indexing import index_library
from store.library import Library

_FLAGS = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-sync --no-first-run"
)


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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Without one the browser's tests are skipped; in CI that is a failure."""
    found = os.environ.get("FOOTNOTE_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    if not Path(found).exists():
        missing = (
            f"the browser tests need Chromium, and there is none at {found}: "
            "apt-get install chromium, or name one in FOOTNOTE_CHROMIUM"
        )
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=_FLAGS.split())
        yield chromium
        chromium.close()
