"""A library carried as one file: whole, verified, and never what a stranger made of it."""

import hashlib
import io
import json
import os
import shutil
import zipfile

import numpy as np
import pytest

from store import ledger, manifest
from store.embed import MiniLM, default_embedder
from store.errors import CallError, LibraryBrokenError, LibraryMissingError, TransferError
from store.indexing import index_library
from store.ledger import State
from store.library import Library, chroma_folder, snapshot_folder
from store.report import IndexReport
from store.transfer import export_library, import_library
from store.vectors import VectorIndex


@pytest.fixture(scope="module")
def packed_once(tmp_path_factory):
    """The bytes of an exported library of two papers."""
    folder = tmp_path_factory.mktemp("packed")
    (folder / "list.txt").write_text(_LIST, "utf-8")
    index_library(folder / "own", [folder / "list.txt"])
    export_library(folder / "own", folder / "own.zip")
    return (folder / "own.zip").read_bytes()


_LIST = """CLAug 12, 2024
PilesAda Lovelace et al.
Piles run on CPUs. They grow.

CLAug 12, 2024
HeapsAda Lovelace et al.
Heaps need GPUs.
"""


@pytest.fixture
def exported(packed_once, tmp_path):
    """A file of its own, for a test to spoil."""
    (tmp_path / "own.zip").write_bytes(packed_once)
    return tmp_path / "own.zip"


def carry(file, folder, embedder=None, steps=None):
    def progress(*step):
        if steps is not None:
            steps.add(step[0])

    return import_library(file, folder, embedder=embedder or default_embedder(), progress=progress)


def repacked(file, **changes):
    """The file with other members; None leaves one out. Sums are made right again."""
    with zipfile.ZipFile(file) as old:
        members = {name: old.read(name) for name in old.namelist()}
    header = json.loads(members["footnote.json"])
    header |= changes.pop("header", {})
    for name, content in changes.items():
        members[name] = content
    for name in header["members"]:
        content = members.get(name) or b""
        sums = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        header["members"][name] = sums
    members["footnote.json"] = json.dumps(header).encode()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in members.items():
            if content is not None:
                new.writestr(name, content)
    return file


def member(file, name):
    with zipfile.ZipFile(file) as packed:
        return packed.read(name)


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


# Refusals


def test_nothing_is_written_over(small, exported):
    with pytest.raises(CallError, match="is there already"):
        export_library(small, exported)
    with pytest.raises(CallError, match="There is a library in"):
        carry(exported, small)


def test_what_is_not_there_or_not_whole_is_not_exported(small, tmp_path):
    with pytest.raises(LibraryMissingError):
        export_library(tmp_path / "nowhere", tmp_path / "new.zip")
    (snapshot_folder(small, manifest.read(small)) / "sentences.npy").write_bytes(b"")
    with pytest.raises(LibraryBrokenError, match="run `footnote index` first"):
        export_library(small, tmp_path / "new.zip")
    assert not list(tmp_path.glob("new.zip*"))


def changed_text(file):
    papers = member(file, "papers.jsonl").replace(b"GPUs", b"CPUs")
    return repacked(file, **{"papers.jsonl": papers})


def changed_text_and_its_hash(file):
    """Consistent in itself, but the vectors are of the old text."""
    papers = member(file, "papers.jsonl").replace(b"Heaps need GPUs.", b"No heaps, ever.")
    from store.papers import Paper

    parsed = [Paper.from_json(json.loads(line)) for line in papers.splitlines()]
    hashes = {paper.id: paper.content_hash for paper in parsed}
    return repacked(file, header={"papers": hashes}, **{"papers.jsonl": papers})


def paper_with(**fields):
    """A file whose first paper has other fields, consistent in itself."""

    def spoil(file):
        from store.papers import Paper

        first, *rest = map(json.loads, member(file, "papers.jsonl").splitlines())
        papers = [{**first, **fields}, *rest]
        hashes = {paper["id"]: Paper.from_json(paper).content_hash for paper in papers}
        lines = "\n".join(map(json.dumps, papers)).encode()
        return repacked(file, header={"papers": hashes}, **{"papers.jsonl": lines})

    return spoil


def entry_without_a_time(file):
    with zipfile.ZipFile(file) as packed:
        files = json.loads(packed.read("footnote.json"))["files"]
    return repacked(file, header={"files": {n: {**e, "time": None} for n, e in files.items()}})


def sources_in_one_text(file):
    return repacked(file, header={"sources": "abc"})


def path_that_climbs(file):
    return repacked(file, **{"../../climbed.txt": b"out"})


def absolute_path(file):
    return repacked(file, **{"/tmp/climbed.txt": b"out"})


def missing_member(file):
    return repacked(file, **{"records.jsonl": None})


def bomb(file):
    return repacked(file, **{"records.jsonl": b"\n" * 50_000_000})


def pickled_vectors(file):
    content = io.BytesIO()
    np.save(content, np.array([print], dtype=object), allow_pickle=True)
    return repacked(file, **{"sentences.npy": content.getvalue()})


def vectors_that_claim_to_be_huge(file):
    content = io.BytesIO()
    np.lib.format.write_array_header_1_0(
        content, {"descr": "<f4", "fortran_order": False, "shape": (10**12, 384)}
    )
    return repacked(file, **{"sentences.npy": content.getvalue()})


def vectors_that_are_no_numbers(file):
    vectors = np.load(io.BytesIO(member(file, "sentences.npy")))
    content = io.BytesIO()
    np.save(content, np.full_like(vectors, np.nan))
    return repacked(file, **{"sentences.npy": content.getvalue()})


def another_schema(file):
    return repacked(file, header={"schema": 99})


def header_that_is_a_list(file):
    with zipfile.ZipFile(file) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(file, "w") as new:
        for name, content in members.items():
            new.writestr(name, b"[]" if name == "footnote.json" else content)
    return file


def cut_short(file):
    file.write_bytes(file.read_bytes()[:-100])
    return file


def flipped_byte(file):
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 255
    file.write_bytes(content)
    return file


def no_zip(file):
    file.write_bytes(b"%PDF-1.7")
    return file


@pytest.mark.parametrize(
    "spoil",
    [
        changed_text,
        changed_text_and_its_hash,
        *(
            pytest.param(paper_with(**fields), id=f"paper with {fields}")
            for fields in (
                {"organisations": [5]},
                {"also_in": [None]},
                {"has_code": "yes"},
                {"sections": [["Method", -5, 10]]},
                {"sections": [["Method", 0, 10**9]]},
                {"fields": {"title": [0, 10**9]}},
                {"lines": [[0, 5, "one", 0, 0, 9, 9]]},
            )
        ),
        entry_without_a_time,
        sources_in_one_text,
        path_that_climbs,
        absolute_path,
        missing_member,
        bomb,
        pickled_vectors,
        vectors_that_claim_to_be_huge,
        vectors_that_are_no_numbers,
        another_schema,
        header_that_is_a_list,
        cut_short,
        flipped_byte,
        no_zip,
    ],
)
def test_a_file_that_no_export_wrote_is_refused_and_leaves_nothing(exported, tmp_path, spoil):
    spoil(exported)
    with pytest.raises(TransferError, match="nothing of it was taken"):
        carry(exported, tmp_path / "new")
    assert not (tmp_path / "new").exists()
    assert not list(tmp_path.rglob("climbed.txt"))


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(TransferError, match="Cannot read"):
        carry(tmp_path / "gone.zip", tmp_path / "new")


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.zip")
    with pytest.raises(TransferError, match="it is no file"):
        carry(tmp_path / "pipe.zip", tmp_path / "new")
