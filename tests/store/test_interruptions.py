"""What an interruption cannot spoil, and what readers see while a run is under way."""

import signal
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from store import manifest
from store.errors import (
    SourceError,
)
from store.indexing import index_library
from store.library import Library, chroma_folder, snapshot_folder
from store.papers import Passage
from store.report import IndexReport
from store.rows import Row
from store.vectors import VectorIndex
from tests.store.conftest import contents, rows_in_chroma, titles

PILES, HEAPS = ("Piles", "Piles run on CPUs. They grow."), ("Heaps", "Heaps need GPUs.")


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
