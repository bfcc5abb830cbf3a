"""Libraries side by side, each asked in its own right, and again when it has changed."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from rag.chain import Chain
from rag.settings import Settings
from store.errors import LibraryEmptyError, LibraryMissingError
from store.indexing import index_library
from store.library import Library
from ui.desks import Desks

RECORD = "CLAug 12, 2024\n{title}Ada Lovelace\nWe sort {what} in {n} steps.\n"


def index(folder, title, what, n=3):
    source = folder.parent / f"{folder.name}.txt"
    folder.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(RECORD.format(title=title, what=what, n=n), "utf-8")
    index_library(folder, [source])
    return Library.open(folder)


@pytest.fixture
def piles(home):
    index(home / "stone", "Piles of Stone and Rock", "stone")
    return index(home / "sand", "Piles of Sand and Dust", "sand")


@pytest.fixture
def desks(piles, home):
    return Desks(Chain(piles), piles, Settings(home, piles.directory))


def test_the_libraries_under_home_can_be_chosen_the_chats_own_first(desks):
    assert desks.names() == ["sand", "stone"]


def test_each_answers_from_its_own_papers(desks):
    for name in ("sand", "stone", ""):
        found = desks.desk(name, None).chain.ask("In how many steps do they sort it?")
        assert [ref.title for ref in found.papers] == [
            "Piles of Stone and Rock" if name == "stone" else "Piles of Sand and Dust"
        ]


def test_a_chain_is_made_once(desks):
    assert desks.desk("stone", None).chain is desks.desk("stone", None).chain


def test_a_library_that_was_indexed_again_is_opened_again(desks, home):
    before = desks.desk("stone", None)
    assert not desks.has_changed
    index(home / "stone", "Piles of Stone and Rock", "stone", n=9)
    after = desks.desk("stone", None)
    assert "9 steps" in after.chain.ask("In how many steps is stone sorted?").markdown
    assert "3 steps" in before.chain.ask("In how many steps is stone sorted?").markdown


def test_many_at_once_open_a_changed_library_once(desks, home):
    index(home / "stone", "Piles of Stone and Rock", "stone", n=7)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: desks.desk("stone", None).library, range(8)))
    assert len(set(map(id, found))) == 1


def test_the_chats_own_library_can_change(desks, home):
    index(home / "sand", "Piles of Sand and Dust", "sand", n=5)
    assert desks.has_changed
    assert "5 steps" in desks.desk("", None).chain.ask("In how many steps is it sorted?").markdown


def test_one_whose_folder_is_lost_goes_on_as_it_was(desks, home):
    papers = desks.library("sand").papers
    (home / "sand" / "manifest.json").rename(home / "sand" / "elsewhere.json")
    assert desks.library("sand").papers == papers


@pytest.mark.parametrize("name", ["none", "../home/sand", "/", "sand/../stone", "."])
def test_a_name_is_looked_up_and_never_made_into_a_path(desks, name):
    with pytest.raises(LibraryMissingError, match="choose another in the settings"):
        desks.library(name)


def test_one_that_stands_elsewhere_hides_none_of_its_name(piles, home, tmp_path):
    outside = index(tmp_path / "away" / "stone", "Piles of Salt and Ice", "salt")
    desks = Desks(Chain(outside), outside, Settings(home, outside.directory))
    assert desks.names() == ["stone (elsewhere)", "sand", "stone"]
    assert desks.library("").papers == outside.papers
    assert desks.library("stone").papers != outside.papers


def test_one_that_lost_all_its_papers_says_so(desks, home):
    assert desks.desk("stone", None)
    (home / "stone.txt").unlink()
    index_library(home / "stone", prune=True)
    with pytest.raises(LibraryEmptyError, match="holds no paper; run `footnote index FILE --lib"):
        desks.desk("stone", None)
    assert desks.desk("", None).chain.ask("How many papers?").markdown.startswith("**1**")
