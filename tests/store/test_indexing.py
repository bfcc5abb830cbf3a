"""Indexing runs: what they add, change and leave, and what an interruption cannot spoil."""

import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import filelock
import numpy as np
import pytest

from store import manifest
from store.errors import (
    LibraryBrokenError,
    LibraryLockedError,
    LibraryUnwritableError,
    SourceError,
)
from store.indexing import index_library
from store.library import Library, chroma_folder, snapshot_folder
from store.papers import Passage
from store.report import IndexReport
from store.rows import Row
from store.vectors import VectorIndex

PILES, HEAPS = ("Piles", "Piles run on CPUs. They grow."), ("Heaps", "Heaps need GPUs.")


def titles(folder):
    return [paper.title for paper in Library.open(folder).papers.values()]


def contents(folder):
    """Every file below the folder, with what is in it, save Chroma's own and the lock."""
    return {
        path.relative_to(folder): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "chroma" not in path.parts and path.suffix not in (".lock", ".holder")
    }


def rows_in_chroma(folder):
    state = manifest.read(folder)
    return VectorIndex(chroma_folder(folder, state)).count()


# What a run does


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


# Interruptions


def test_rows_that_no_manifest_names_are_swept_by_the_next_run(small, write_list):
    stray = Passage("ghost", "abstract", 0, 5, "Ghost")
    index = VectorIndex(chroma_folder(small, manifest.read(small)))
    vector = Library.open(small).embed("Ghost")
    index.add([Row("ghost", stray, vector.tolist(), {"paper_id": "ghost"})], lambda count: None)
    assert rows_in_chroma(small) == 8
    library = Library.open(small)
    places = [place for place, _ in library.nearest_passages(library.embed("Heaps"), 2)]
    assert places[0] == 1
    assert set(places) <= {0, 1}  # a reader never sees them
    write_list(PILES, HEAPS, ("Stacks", "Stacks fall."))
    index_library(small)
    assert rows_in_chroma(small) == 7 + 3


def test_a_run_that_is_killed_leaves_the_old_library_and_the_next_one_ends_it(small, write_list):
    write_list(PILES, HEAPS, ("Stacks", "Stacks fall."))
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED_BEFORE_THE_MANIFEST, str(small)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    state = manifest.read(small)
    assert len(list((small / state.generation).glob("snapshot-*"))) == 2
    assert titles(small) == ["Piles", "Heaps"]
    assert index_library(small) == IndexReport(added=1, unchanged=2)
    state = manifest.read(small)
    assert rows_in_chroma(small) == state.sentences + state.passages == 10
    assert len(list((small / state.generation).glob("snapshot-*"))) == 1


_KILLED_BEFORE_THE_MANIFEST = """
import os, signal, sys
from pathlib import Path
from store import manifest
from store.indexing import index_library
manifest.write = lambda directory, state: os.kill(os.getpid(), signal.SIGKILL)
index_library(Path(sys.argv[1]))
"""


def test_a_failed_run_leaves_the_old_library_answering(small, tmp_path):
    before = contents(small)
    with pytest.raises(SourceError):
        index_library(small, [tmp_path / "gone.txt"])
    assert contents(small) == before
    library = Library.open(small)
    assert np.argmax(library.sentence_bm25(["cpu"])) == 1


# Reading while a run is under way


def test_a_library_can_be_read_at_every_step_of_a_run(small, write_list):
    write_list(PILES, HEAPS, ("Stacks", "Stacks fall."))
    seen = {}

    def look(step, done, total):
        library = Library.open(small)
        found = library.nearest_passages(library.embed("Heaps"), 5)
        seen.setdefault(step, []).append((titles(small), [place for place, _ in found]))

    index_library(small, progress=look)
    assert list(seen) == ["Reading", "Embedding", "Storing"]
    for what in seen.values():
        assert what == [(["Piles", "Heaps"], [1, 0])] * len(what)
    assert titles(small) == ["Piles", "Heaps", "Stacks"]


@pytest.mark.parametrize("rebuild", [False, True])
def test_a_reader_keeps_the_library_that_it_opened(small, write_list, rebuild):
    library = Library.open(small)
    before = library.nearest_passages(library.embed("Heaps"), 2)
    write_list(("Piles", "All new."), ("Stacks", "Stacks fall."))
    index_library(small, prune=True, rebuild=rebuild)
    after = library.nearest_passages(library.embed("Heaps"), 2)
    assert [place for place, _ in after] == [place for place, _ in before] == [1, 0]
    assert [s for _, s in after] == pytest.approx([s for _, s in before], abs=1e-4)


@pytest.mark.parametrize("change", [{"schema": 1}, {"embedder": "another-model"}])
def test_the_old_generation_serves_until_the_new_one_is_complete(small, change):
    old = manifest.read(small)
    manifest.write(small, replace(old, **change))
    seen = []

    def look(step, done, total):
        seen.append((manifest.read(small).generation, snapshot_folder(small, old).is_dir()))

    assert index_library(small, progress=look) == IndexReport(unchanged=2)
    assert set(seen) == {(old.generation, True)}
    new = manifest.read(small)
    assert (new.schema, new.embedder) == (manifest.SCHEMA, old.embedder)
    assert [folder.name for folder in small.glob("generation-*")] == [new.generation]


def test_papers_of_before_records_were_kept_outlive_their_file(small):
    """A library of schema 2 had no records; its list may be gone by now."""
    state = manifest.read(small)
    manifest.write(small, replace(state, schema=2))
    (snapshot_folder(small, state) / "records.jsonl").unlink()
    (small / "ledger.json").unlink()
    (small.parent / "list.txt").unlink()
    assert index_library(small) == IndexReport(unchanged=2, gone=2)
    assert titles(small) == ["Piles", "Heaps"]


# Refusals


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
