"""What was removed stays out of every later run, until it is restored."""

import pytest

from store import removals
from store.curating import remove, restore
from store.errors import CallError, LibraryBrokenError
from store.indexing import index_library
from store.library import Library
from store.report import IndexReport
from store.transfer import export_library, import_library
from tests.store.conftest import titles

PILES, HEAPS = ("Piles", "Piles run on CPUs. They grow."), ("Heaps", "Heaps need GPUs.")
ID = "lovelace2024piles"


@pytest.fixture
def without_piles(small):
    report = index_library(small, decide=lambda folder: remove(folder, [ID]))
    assert (report.removed, report.unchanged) == (1, 1)
    return small


def test_a_removed_paper_stays_out_of_every_later_run(without_piles, write_list):
    for options in ({}, {"prune": True}, {"rebuild": True}):
        index_library(without_piles, **options)
        assert titles(without_piles) == ["Heaps"]
    write_list(("Stacks", "They fall."), ("Piles", "Piles run on NPUs."), HEAPS)
    index_library(without_piles)
    assert titles(without_piles) == ["Stacks", "Heaps"]


def test_another_file_with_the_same_paper_does_not_bring_it_back(without_piles, write_list):
    other = write_list(("Piles", "Piles, again."), ("Sand", "It runs."), name="other.txt")
    assert index_library(without_piles, [other]).added == 1
    assert titles(without_piles) == ["Heaps", "Sand"]


def test_a_restored_paper_is_what_it_was(small):
    before = Library.open(small).papers
    index_library(small, decide=lambda folder: remove(folder, [ID]))
    report = index_library(small, decide=lambda folder: restore(folder, [ID]))
    assert (report.added, report.unchanged) == (1, 1)
    assert Library.open(small).papers == before
    assert removals.read(small) == removals.NONE


def test_the_id_of_a_removed_paper_is_given_to_no_other(without_piles, write_list):
    index_library(without_piles, [write_list(("Piles of Sand", "New."), name="other.txt")])
    index_library(without_piles, decide=lambda folder: restore(folder, [ID]))
    found = {p.title: p.id for p in Library.open(without_piles).papers.values()}
    assert found["Piles"] == ID
    assert found["Piles of Sand"].startswith(f"{ID}-")


def test_the_file_stays_and_the_title_and_time_are_kept(without_piles, tmp_path):
    (taken,) = removals.read(without_piles).papers
    assert (taken.id, taken.title) == (ID, "Piles")
    assert taken.keys == (f"{tmp_path / 'list.txt'}\npiles",)
    assert taken.time.endswith("+00:00")
    assert "Piles" in (tmp_path / "list.txt").read_text()


def test_a_merged_paper_goes_with_all_of_its_records(small, write_list):
    index_library(small, [write_list(("Piles", "The same, elsewhere."), name="other.txt")])
    index_library(small, decide=lambda folder: remove(folder, [ID]))
    assert titles(small) == ["Heaps"]
    (taken,) = removals.read(small).papers
    assert len(taken.keys) == 2


def test_what_is_not_there_can_be_neither_removed_nor_restored(small):
    with pytest.raises(CallError, match="There is no paper 'nobody'"):
        index_library(small, decide=lambda folder: remove(folder, [ID, "nobody"]))
    with pytest.raises(CallError, match=f"No paper '{ID}' was removed"):
        index_library(small, decide=lambda folder: restore(folder, [ID]))
    assert titles(small) == ["Piles", "Heaps"]


def test_the_last_paper_stays(small):
    both = list(Library.open(small).papers)
    with pytest.raises(CallError, match="remove every paper; add another one first"):
        index_library(small, decide=lambda folder: remove(folder, both))
    assert index_library(small) == IndexReport(unchanged=2)


@pytest.mark.parametrize("content", ["{", '[{"id": 1}]', "[3]", '[{"id": "", "keys": 3}]', "3"])
def test_a_damaged_file_is_not_passed_over(without_piles, content):
    (without_piles / "removed.json").write_text(content)
    with pytest.raises(LibraryBrokenError, match="What was removed cannot be read"):
        index_library(without_piles)
    assert titles(without_piles) == ["Heaps"]


def test_what_was_removed_is_carried_along(without_piles, tmp_path):
    from store.embed import default_embedder

    export_library(without_piles, tmp_path / "own.zip")
    import_library(
        tmp_path / "own.zip",
        tmp_path / "there",
        embedder=default_embedder(),
        progress=lambda *step: None,
    )
    index_library(tmp_path / "there")
    assert titles(tmp_path / "there") == ["Heaps"]
    index_library(tmp_path / "there", decide=lambda folder: restore(folder, [ID]))
    assert titles(tmp_path / "there") == ["Piles", "Heaps"]
