"""A library carried as one file: whole, and verified."""

import hashlib
import shutil

import pytest

from store import ledger, manifest
from store.embed import MiniLM
from store.errors import CallError, LibraryBrokenError, LibraryMissingError
from store.indexing import index_library
from store.ledger import State
from store.library import Library, chroma_folder, snapshot_folder
from store.report import IndexReport
from store.transfer import export_library
from store.vectors import VectorIndex
from tests.store.conftest import carry


def test_what_is_imported_is_what_was_exported(small, tmp_path):
    exported, steps = tmp_path / "small.zip", set()
    export_library(small, exported)
    done = carry(exported, tmp_path / "new", steps=steps)
    assert (done.papers, done.sha256) == (2, hashlib.sha256(exported.read_bytes()).hexdigest())
    assert steps == {"Storing"}  # nothing is embedded again
    old, new = Library.open(small), Library.open(tmp_path / "new")
    assert new.papers == old.papers
    assert new.sentence_vectors.tolist() == old.sentence_vectors.tolist()
    rows = VectorIndex(chroma_folder(tmp_path / "new", new.manifest)).count()
    assert rows == new.manifest.sentences + new.manifest.passages


def test_an_imported_library_goes_on_following_its_files(small, tmp_path, write_list):
    export_library(small, tmp_path / "small.zip")
    carry(tmp_path / "small.zip", tmp_path / "new")
    assert index_library(tmp_path / "new") == IndexReport(unchanged=2)
    write_list(("Piles", "Piles run on CPUs. They grow."), ("Heaps", "Heaps need TPUs."))
    assert index_library(tmp_path / "new") == IndexReport(changed=1, unchanged=1)


def test_files_that_another_machine_has_not_are_out_of_reach_and_stay(tmp_path, write_list):
    (tmp_path / "there").mkdir()
    source = write_list(("Stacks", "Stacks fall."), name="there/list.txt")
    index_library(tmp_path / "own", [source])
    export_library(tmp_path / "own", tmp_path / "own.zip")
    shutil.rmtree(tmp_path / "there")
    carry(tmp_path / "own.zip", tmp_path / "new")
    assert index_library(tmp_path / "new", prune=True) == IndexReport(unchanged=1)
    assert ledger.read(tmp_path / "new").files[str(source)].state == State.OUT_OF_REACH


def test_another_embedder_makes_its_own_vectors(exported, tmp_path):
    class OtherModel(MiniLM):
        name = "another-model"

    steps = set()
    carry(exported, tmp_path / "new", OtherModel(), steps)
    assert "Embedding" in steps
    assert manifest.read(tmp_path / "new").embedder == "another-model"


def test_nothing_is_written_over(small, exported):
    with pytest.raises(CallError, match="is there already"):
        export_library(small, exported)
    with pytest.raises(CallError, match="There is a library in"):
        carry(exported, small)


def test_what_is_not_there_or_not_whole_is_not_exported(small, tmp_path):
    with pytest.raises(LibraryMissingError):
        export_library(tmp_path / "nowhere", tmp_path / "new.zip")
    (snapshot_folder(small, manifest.read(small)) / "sentences.npy").write_bytes(b"")
    with pytest.raises(LibraryBrokenError, match=r"run `footnote index --library .*` first"):
        export_library(small, tmp_path / "new.zip")
    assert not list(tmp_path.glob("new.zip*"))
