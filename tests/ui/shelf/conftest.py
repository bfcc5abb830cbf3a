"""Papers and maps said in a line, a library to change, and the library's page on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from rag.chain import Chain
from store.atlas import Atlas, Group, Spot
from store.indexing import index_library
from store.library import Library
from store.papers import Paper
from ui.shelf.holdings import Holding, holdings

RECORDS = """\
CLAug 12, 2024Code
Piles of SandAda Lovelace, Bo Li · pku
Sand runs down the piles on CPUs.

LGMay 2, 2023
Heaps of StonesGrace Hopper · eth
Stones are heaped on GPUs.

CLMar 1, 2023
Stacks of PapersMaria Rossi
Papers are stacked in offices.
"""


def paper(title: str, year: int | None = None, **fields: object) -> Paper:
    """A paper whose id is its title's first word."""
    day = date(year, 1, 1) if year else None
    values = {"text": "", "record": title, "date": day, **fields}
    return Paper(title.split()[0].lower(), title, **values)


@pytest.fixture(scope="session")
def papers() -> list[Holding]:
    """Four papers: two of a category and a year, one with code, one that says nothing of itself."""
    return holdings(
        [
            paper(
                "Piles", 2024, category="CL", has_code=True, authors=("Zoë Ng",),
                organisations=("ETH Zürich",), text="They run on CPUs.",
            ),
            paper("heaps", 2023, category="LG", authors=("Ada Byron",)),
            paper("Stacks", 2023, category="CL", authors=("Bo Li",), organisations=("PKU",)),
            paper("Unknown"),
        ]
    )  # fmt: skip


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """A map of the four papers, in two groups."""
    spots = {
        "piles": Spot(0.0, 0.0, 0),
        "heaps": Spot(0.1, 0.1, 0),
        "stacks": Spot(1.0, 1.0, 1),
        "unknown": Spot(0.9, 0.9, 1),
    }
    return Atlas(spots, (Group(("sand", "stones"), 2, 0.05, 0.05), Group((), 2, 0.95, 0.95)))


@pytest.fixture(scope="session")
def three_papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of three papers, indexed once. To be read only."""
    folder = tmp_path_factory.mktemp("three")
    (folder / "list.txt").write_text(RECORDS, "utf-8")
    index_library(folder / "own", [folder / "list.txt"])
    return folder / "own"


@pytest.fixture
def own(three_papers: Path, tmp_path: Path) -> Path:
    """A copy of it for a test to change."""
    return shutil.copytree(three_papers, tmp_path / "own")


@pytest.fixture
def serve_own(browser: Browser, own: Path, serving: Callable[..., str]) -> str:
    """The address of a chat over it that notices its changes.

    The browser comes first: Gradio makes an event loop for each component where none runs.
    """
    library = Library.open(own)
    return serving(Chain(library), library)


@pytest.fixture
def shelf(serve_own: str, open_page: Callable[..., Page]) -> Iterator[Page]:
    """The library's page of it; no script of the page may fail."""
    failed: list[str] = []
    page = open_page(f"{serve_own}library")
    page.on("pageerror", lambda error: failed.append(str(error)))
    expect(page.locator("#count")).to_have_text("3 papers")
    yield page
    assert failed == []
