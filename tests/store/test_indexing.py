"""Indexing runs: what they add, change and leave, and where they refuse."""

import shutil
from dataclasses import replace
from pathlib import Path

import filelock
import pytest

from store import manifest
from store.errors import (
    LibraryBrokenError,
    LibraryLockedError,
    LibraryUnwritableError,
)
from store.indexing import index_library
from store.library import Library, chroma_folder, snapshot_folder
from store.report import IndexReport
from tests.store.conftest import contents, rows_in_chroma, titles

PILES, HEAPS = ("Piles", "Piles run on CPUs. They grow."), ("Heaps", "Heaps need GPUs.")


def test_a_new_library_is_made_of_the_default_list(library_dir):
    state = manifest.read(library_dir)
    assert len(state.papers) == 50
    assert state.sources == ("the default list",)
    assert state.embedder == "all-MiniLM-L6-v2-int8"
    assert rows_in_chroma(library_dir) == state.sentences + state.passages


def test_a_second_run_changes_nothing(small):
    before = contents(small)
    assert index_library(small) == IndexReport(unchanged=2)
    assert contents(small) == before


def test_a_list_is_added_to_what_is_there(small, write_list):
    other = write_list(("Stacks", "Stacks fall."), name="other.txt")
    assert index_library(small, [other]) == IndexReport(added=1, unchanged=2)
    assert titles(small) == ["Piles", "Heaps", "Stacks"]
    assert len(manifest.read(small).sources) == 2


def test_a_changed_abstract_replaces_the_old_one_everywhere(small, write_list):
    write_list(("Piles", "Piles run on NPUs now."), HEAPS)
    assert index_library(small) == IndexReport(changed=1, unchanged=1)
    library = Library.open(small)
    assert library.papers["lovelace2024piles"].text == "Piles run on NPUs now."
    assert not library.sentence_bm25(["cpu"]).any()
    assert library.sentence_bm25(["npu"]).any()
    assert rows_in_chroma(small) == 2 + 2 + 2  # titles, sentences, passages


def test_only_what_is_new_is_embedded(small, write_list):
    write_list(PILES, ("Heaps", "Heaps need TPUs."))
    steps = []
    index_library(small, progress=lambda *step: steps.append(step))
    embedded = [step for step in steps if step[0] == "Embedding"]
    assert embedded[-1] == ("Embedding", 2, 2)  # the sentence and its passage
    assert [step for step in steps if step[0] == "Storing"][-1][1:] == (7, 7)


def test_a_paper_that_left_its_list_stays_until_it_is_pruned(small, write_list):
    write_list(HEAPS, ("Stacks", "Stacks fall."))
    assert index_library(small) == IndexReport(added=1, unchanged=1 + 1, gone=1)
    assert index_library(small, rebuild=True) == IndexReport(unchanged=3, gone=1)
    assert titles(small) == ["Heaps", "Stacks", "Piles"]
    assert index_library(small, prune=True) == IndexReport(unchanged=2, removed=1)
    assert titles(small) == ["Heaps", "Stacks"]


def test_a_rebuild_is_a_new_generation_and_sweeps_the_old_one(small):
    old = manifest.read(small)
    assert index_library(small, rebuild=True) == IndexReport(unchanged=2)
    new = manifest.read(small)
    assert new.generation != old.generation
    assert [folder.name for folder in small.glob("generation-*")] == [new.generation]
    assert titles(small) == ["Piles", "Heaps"]


def test_a_record_that_cannot_be_read_is_reported_with_its_list_and_line(small, tmp_path):
    bad = tmp_path / "bad.txt"
    bad.write_text("CLMay 2, 2023\n\nLGMay 1, 2023\nOn SandBo Li\nSand.\n")
    report = index_library(small, [bad])
    assert report.added == 1
    assert [(p.source, p.line, p.message) for p in report.problems] == [
        (str(bad), 1, "the record has no title and abstract")
    ]


def test_a_library_of_another_schema_is_made_anew(small):
    manifest.write(small, replace(manifest.read(small), schema=0))
    assert index_library(small) == IndexReport(unchanged=2)
    assert manifest.read(small).schema == manifest.SCHEMA


def test_a_rebuild_mends_a_broken_manifest(small):
    (small / "manifest.json").write_text("{")
    assert index_library(small, rebuild=True) == IndexReport(unchanged=2)
    assert titles(small) == ["Piles", "Heaps"]
    assert manifest.read(small).sources == (str(small.parent / "list.txt"),)


def test_a_rebuild_knows_the_lists_of_a_manifest_that_is_gone(small):
    (small / "manifest.json").unlink()
    assert index_library(small, rebuild=True) == IndexReport(unchanged=2)
    assert titles(small) == ["Piles", "Heaps"]
    assert manifest.read(small).sources == (str(small.parent / "list.txt"),)


def damage_the_text(small, state):
    path = snapshot_folder(small, state) / "papers.jsonl"
    path.write_text(path.read_text("utf-8").replace("Piles run", "Piles ran"), "utf-8")


def damage_the_vectors(small, state):
    (snapshot_folder(small, state) / "sentences.npy").write_bytes(b"")


def lose_the_words(small, state):
    shutil.rmtree(snapshot_folder(small, state) / "passages.bm25")


def lose_the_rows(small, state):
    shutil.rmtree(chroma_folder(small, state))


@pytest.mark.parametrize(
    "damage", [damage_the_text, damage_the_vectors, lose_the_words, lose_the_rows]
)
def test_what_is_damaged_is_made_anew_by_the_next_run(small, damage):
    before = manifest.read(small)
    damage(small, before)
    report = index_library(small)
    assert report.added + report.unchanged == 2
    assert manifest.read(small).papers == before.papers
    assert PILES[1] in [paper.text for paper in Library.open(small).papers.values()]
    assert rows_in_chroma(small) == before.sentences + before.passages


def test_papers_of_before_records_were_kept_outlive_their_file(small):
    """A library of schema 2 had no records; its list may be gone by now."""
    state = manifest.read(small)
    manifest.write(small, replace(state, schema=2))
    (snapshot_folder(small, state) / "records.jsonl").unlink()
    (small / "ledger.json").unlink()
    (small.parent / "list.txt").unlink()
    assert index_library(small) == IndexReport(unchanged=2, gone=2)
    assert titles(small) == ["Piles", "Heaps"]


def test_a_folder_where_the_manifest_should_be_is_not_touched(small):
    (small / "manifest.json").unlink()
    (small / "manifest.json").mkdir()
    (small / "manifest.json" / "precious").touch()
    for rebuild in (False, True):
        with pytest.raises(LibraryBrokenError, match="move it away"):
            index_library(small, rebuild=rebuild)
    assert (small / "manifest.json" / "precious").exists()


def test_a_library_that_is_being_written_is_locked(small):
    with filelock.FileLock(small / "index.lock"):
        with pytest.raises(LibraryLockedError, match="try again when it is done"):
            index_library(small)
        assert titles(small) == ["Piles", "Heaps"]  # but can be read


def test_a_folder_that_is_a_file_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryUnwritableError, match="name another folder with --library"):
        index_library(tmp_path / "file" / "library")
    with pytest.raises(LibraryUnwritableError, match="cannot be written"):
        index_library(tmp_path / "file")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs Linux's /proc")
def test_a_file_system_that_takes_no_folder_cannot_be_written():
    with pytest.raises(LibraryUnwritableError, match="cannot be written"):
        index_library(Path("/proc/library"))
