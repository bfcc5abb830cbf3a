"""The face of the store: opening, searching, and saying what is wrong."""

import shutil
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from store import manifest
from store.embed import MiniLM
from store.errors import EmbedderError, LibraryBrokenError, LibraryMissingError
from store.lexical import terms
from store.library import Library, chroma_folder, snapshot_folder
from store.papers import Passage


class OtherModel(MiniLM):
    """The same model under another name."""

    name = "another-model"


@pytest.fixture
def copy(library_dir, tmp_path):
    """The default library, to be spoilt."""
    return shutil.copytree(library_dir, tmp_path / "copy")


# What is in it


def test_scores_and_vectors_are_in_the_sentences_order(library):
    assert library.sentence_vectors.shape == (len(library.sentences), 384)
    assert np.linalg.norm(library.sentence_vectors, axis=1) == pytest.approx(1, abs=1e-4)
    assert len(library.sentence_bm25(["cpu"])) == len(library.sentences)
    assert len(library.passage_bm25(["cpu"])) == len(library.passages)


@pytest.mark.parametrize(
    ("query", "paper_id"),
    [
        ("CPU renaissance via table lookup", "wei2024tmac"),
        ("geometry theorem proving on CPUs", "duan2025goldmedallevel"),
        ("anti-piracy campaigns", "zhang2021argus"),
        ("anomaly detection in time series", "ren2019timeseries"),
    ],
)
def test_three_searches_agree_on_the_papers_own_words(library, query, paper_id):
    vector = library.embed(query)
    dense = library.sentences[np.argmax(library.sentence_similarity(vector))]
    lexical = library.sentences[np.argmax(library.sentence_bm25(terms(query)))]
    (place, _), *_ = library.nearest_passages(vector, 1)
    assert dense.paper_id == paper_id
    assert lexical.paper_id == paper_id
    assert library.passages[place].paper_id == paper_id


def test_a_passage_is_found_by_its_papers_title_too(library):
    place = np.argmax(library.passage_bm25(terms("WRENCH weak supervision benchmark")))
    assert library.passages[place].paper_id == "zhang2021wrench"


def test_chroma_ranks_passages_as_an_exact_scan_does(library):
    vector = library.embed("low-bit quantization of large language models")
    found = library.nearest_passages(vector, len(library.passages))
    assert len(found) == len(library.passages)
    exact = library._content.passage_vectors @ vector
    assert [place for place, _ in found[:10]] == list(np.argsort(-exact)[:10])
    assert [score for _, score in found] == pytest.approx(sorted(exact, reverse=True), abs=1e-4)


def test_asking_for_more_than_there_is_gives_what_there_is(library):
    assert len(library.nearest_passages(library.embed("x"), 10_000)) == len(library.passages)


# The passage around a span


def test_the_passage_around_a_span_holds_it(library):
    for sentence in library.sentences:
        around = library.passage_around(
            sentence.paper_id, sentence.section, sentence.start, sentence.end
        )
        assert around.start <= sentence.start < sentence.end <= around.end
        text = library.papers[sentence.paper_id].part(sentence.section)
        assert around.text == text[around.start : around.end]


def test_around_a_title_or_a_record_stands_the_whole_of_it(library):
    paper = library.papers["wei2024tmac"]
    title = library.passage_around(paper.id, "title", 0, 5)
    assert title == Passage(paper.id, "title", 0, len(paper.title), paper.title)
    record = library.passage_around(paper.id, "record", 2, 14)
    assert record.text == paper.record
    assert paper.record[2:14] == "Jun 25, 2024"


def test_a_span_over_two_passages_gets_both(library):
    first, second = [p for p in library.passages if p.paper_id == "wei2024tmac"][:2]
    around = library.passage_around("wei2024tmac", "abstract", first.end - 5, second.start + 5)
    assert (around.start, around.end) == (first.start, second.end)


# What can be wrong


def test_no_library(tmp_path):
    with pytest.raises(
        LibraryMissingError, match=r"run `footnote index --library .*nowhere` to make one"
    ):
        Library.open(tmp_path / "nowhere")


def test_a_manifest_that_is_none(copy):
    for content in ("", "{", "[]", '{"papers": {}}'):
        (copy / "manifest.json").write_text(content)
        with pytest.raises(LibraryBrokenError, match="footnote index --rebuild"):
            Library.open(copy)


def test_another_schema(copy):
    manifest.write(copy, replace(manifest.read(copy), schema=99))
    with pytest.raises(LibraryBrokenError, match="has schema 99"):
        Library.open(copy)


def test_another_embedder(copy):
    with pytest.raises(EmbedderError, match="not 'another-model'; run `footnote index --rebuild "):
        Library.open(copy, OtherModel())
    manifest.write(copy, replace(manifest.read(copy), embedder_checksum="0" * 64))
    with pytest.raises(EmbedderError, match="rebuild"):
        Library.open(copy)


@pytest.mark.parametrize(
    "name", ["papers.jsonl", "sentences.npy", "passages.npy", "sentences.bm25", "passages.bm25"]
)
def test_a_file_that_is_missing(copy, name):
    path = snapshot_folder(copy, manifest.read(copy)) / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    with pytest.raises(LibraryBrokenError, match="cannot be read"):
        Library.open(copy)


@pytest.mark.parametrize("name", ["papers.jsonl", "sentences.npy", "passages.npy"])
def test_a_file_that_was_cut_short(copy, name):
    path = snapshot_folder(copy, manifest.read(copy)) / name
    path.write_bytes(path.read_bytes()[:1_000])
    with pytest.raises(LibraryBrokenError, match="cannot be read"):
        Library.open(copy)


def test_a_paper_that_was_taken_out_of_its_file(copy):
    path = snapshot_folder(copy, manifest.read(copy)) / "papers.jsonl"
    path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[1:]), "utf-8")
    with pytest.raises(LibraryBrokenError, match="do not belong to the sentences"):
        Library.open(copy)


def test_where_chroma_cannot_be_opened_passages_are_compared_one_by_one(copy, library, caplog):
    damaged = Library.open(copy)
    (chroma_folder(copy, damaged.manifest) / "chroma.sqlite3").write_bytes(b"nothing" * 1_000)
    query = damaged.embed("inference on CPUs")
    found = damaged.nearest_passages(query, 5)
    whole = library.nearest_passages(query, 5)
    assert [place for place, _ in found] == [place for place, _ in whole]
    assert [s for _, s in found] == pytest.approx([s for _, s in whole], abs=1e-3)
    assert "Chroma cannot open" in caplog.text


def test_what_another_process_wrote_is_found_after_opening_again(small, write_list):
    before = Library.open(small)
    query = before.embed("sand and water")
    assert len(before.nearest_passages(query, 3)) == 2
    other = write_list(("Sand and Water", "Sand and water mix."), name="other.txt")
    code = (
        "import sys; from pathlib import Path; from store.indexing import index_library;"
        "index_library(Path(sys.argv[1]), [Path(sys.argv[2])])"
    )
    subprocess.run([sys.executable, "-c", code, small, other], check=True)
    after = Library.open(small)
    ((place, _),) = after.nearest_passages(query, 1)
    assert after.passages[place].text == "Sand and water mix."


@pytest.mark.parametrize("content", [b"", b"hello", b"\x93NUMPY\x01\x00v\x00{", b"\x80\x04N."])
def test_what_is_no_vector_is_not_to_be_trusted(copy, content):
    (snapshot_folder(copy, manifest.read(copy)) / "passages.npy").write_bytes(content)
    with pytest.raises(LibraryBrokenError, match=r"passages.npy holds no vectors\); run") as raised:
        Library.open(copy)
    assert "pickle" not in str(raised.value)
    assert f"--library {copy}`" in str(raised.value)
