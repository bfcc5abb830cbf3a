"""Files that people hand over: what is refused, where the rest is kept, and that it stays."""

import os
import re

import pytest

from store import ledger, manifest, readers
from store.errors import LibraryUnwritableError, SourceError
from store.indexing import index_library
from store.ledger import State
from store.report import IndexReport
from store.uploads import Upload, check, index_uploads
from store.vectors import VectorIndex
from tests.store.conftest import titles

BIB = "@article{a, title = {Sand in Motion}, author = {Bo Li}, year = 2020, abstract = {Sand.}}"


@pytest.fixture
def staged(tmp_path):
    """Makes an upload of a name and a content."""

    def stage(name, content=BIB):
        folder = tmp_path / "staged"
        folder.mkdir(exist_ok=True)
        path = folder / str(len(list(folder.iterdir())))
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return Upload(name, path)

    return stage


def uploads_in(library):
    return sorted(path.name for path in (library / "uploads").iterdir())


# What is refused


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("empty.pdf", "", "No paper could be read from 'empty.pdf': it is empty"),
        ("a.txt", "\x00\x01", "'a.txt': it is neither a text nor a PDF"),
        ("a.bib", "@misc{b}", "No paper could be read from 'a.bib'"),
        ("../a.bib", BIB, "'../a.bib' is named to leave its folder; rename it."),
        ("..", BIB, "is named to leave its folder"),
        ("", BIB, "is named to leave its folder"),
        ("b\\a.bib", BIB, "is named to leave its folder"),
        (".a.bib", BIB, "is hidden or holds control characters"),
        ("a\n.bib", BIB, "is hidden or holds control characters"),
        ("bib.\u202efdp.bib", BIB, "is hidden or holds control characters"),
        ("a" * 300 + ".bib", BIB, "has too long a name; shorten it."),
        ("a.exe", BIB, "'a.exe' has no ending of a format that is read"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(name, content, why, staged):
    with pytest.raises(SourceError, match=re.escape(why)) as refused:
        check(staged(name, content))
    assert "staged" not in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_over_the_limit_is_refused_unread(staged):
    upload = staged("large.txt")
    os.truncate(upload.staged, readers.LARGEST_FILE + 1)
    with pytest.raises(SourceError, match=r"'large.txt': it is larger than 512 MB; split it"):
        check(upload)


# What is kept


def test_an_upload_is_kept_and_followed(small, staged):
    (kept,) = index_uploads(small, [staged("sand.bib")])
    assert titles(small) == ["Piles", "Heaps", "Sand in Motion"]
    assert kept.file == str(small / "uploads" / "sand.bib")
    assert (kept.entry.state, kept.entry.papers) == (State.INDEXED, 1)
    assert str(small / "uploads") in manifest.read(small).sources


def test_later_runs_keep_it(small, staged):
    index_uploads(small, [staged("sand.bib")])
    assert index_library(small, prune=True) == IndexReport(unchanged=3)
    index_library(small, rebuild=True)
    assert len(titles(small)) == 3


def test_several_are_indexed_in_one_run(small, staged):
    other = BIB.replace("Sand in Motion", "Water in Motion")
    kept = index_uploads(small, [staged("sand.bib"), staged("water.bib", other)])
    assert [one.upload.name for one in kept] == ["sand.bib", "water.bib"]
    assert len(titles(small)) == 4


def test_the_same_file_is_kept_once_and_another_of_its_name_beside_it(small, staged):
    index_uploads(small, [staged("sand.bib")])
    index_uploads(small, [staged("sand.bib")])
    assert uploads_in(small) == ["sand.bib"]
    other = BIB.replace("Sand in Motion", "Water in Motion")
    (kept,) = index_uploads(small, [staged("sand.bib", other)])
    assert uploads_in(small) == ["sand-2.bib", "sand.bib"]
    assert kept.entry.papers == 1
    assert len(titles(small)) == 4


def test_a_zip_that_climbs_writes_nothing_but_itself(small, staged, tmp_path):
    import io
    import zipfile

    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("../../climbed.bib", BIB)
    before = set(tmp_path.rglob("*.bib"))
    index_uploads(small, [staged("papers.zip", content.getvalue())])
    assert set(tmp_path.rglob("*.bib")) == before
    assert uploads_in(small) == ["papers.zip"]


def test_where_the_run_fails_nothing_is_kept(small, staged, monkeypatch):
    before = ledger.read(small), manifest.read(small)

    def refuse(*args):
        raise LibraryUnwritableError("The disk is full; make room.")

    monkeypatch.setattr(VectorIndex, "add", refuse)
    with pytest.raises(LibraryUnwritableError):
        index_uploads(small, [staged("sand.bib")])
    assert uploads_in(small) == []
    assert (ledger.read(small), manifest.read(small)) == before
