"""What answers now: the chain over the library as it is on the disk."""

import threading

import pytest

from rag.chain import Chain
from store.indexing import index_library
from store.library import Library
from ui.current import Current

LIST = "CLAug 12, 2024\nPilesAda Lovelace\nPiles run on CPUs.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "list.txt").write_text(LIST, "utf-8")
    index_library(tmp_path / "own", [tmp_path / "list.txt"])
    return tmp_path / "own"


@pytest.fixture
def current(folder):
    library = Library.open(folder)
    chain = Chain(library)
    return Current(chain, library, chain.over)


def add(folder, title):
    other = folder.parent / f"{title}.txt"
    other.write_text(LIST.replace("Piles", title), "utf-8")
    index_library(folder, [other])


def test_an_unchanged_library_is_opened_once(current, folder):
    first = current.look()
    assert current.look() is first
    index_library(folder)
    assert current.look() is first


def test_a_changed_library_is_opened_anew_and_the_old_one_goes_on(current, folder):
    before = current.look()
    add(folder, "Heaps")
    after = current.look()
    assert len(after.library.papers) == 2
    assert after.chain.library is after.library
    assert len(before.library.papers) == 1
    assert before.chain.ask("What do piles run on?").citations


def test_nobody_waits_for_another_who_opens_it(folder):
    opening, opened = threading.Event(), threading.Event()

    def chain_over(library):
        opening.set()
        assert opened.wait(60)
        return Chain(library)

    library = Library.open(folder)
    current = Current(Chain(library), library, chain_over)
    add(folder, "Heaps")
    other = threading.Thread(target=lambda: current.look(wait=True))
    other.start()
    assert opening.wait(60)
    assert current.look().library is library
    opened.set()
    other.join()
    assert len(current.look().library.papers) == 2


def test_a_library_that_cannot_be_opened_leaves_the_one_before(current, folder, caplog):
    before = current.look()
    (folder / "manifest.json").unlink()
    (folder / "manifest.json").write_text("{", "utf-8")
    assert current.look() is before
    assert "cannot be opened" in caplog.text
