"""A file that no export wrote is refused, whatever a stranger made of it, and leaves nothing."""

import hashlib
import io
import json
import os
import zipfile

import numpy as np
import pytest

from store.errors import TransferError
from tests.store.conftest import carry


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
