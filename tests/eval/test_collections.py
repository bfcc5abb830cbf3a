"""Collections in BEIR's format are read whole or refused with the place and the cure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.collections import read_collection
from store.errors import EvalError

CORPUS = [
    {
        "_id": "d1",
        "title": "Steam engines",
        "text": "Boilers make steam.",
        "metadata": {"authors": ["Watt, J.", "Carnot, S."]},
    },
    {"_id": "d2", "title": "", "text": "A text without a title."},
    {"_id": "d3", "title": "A title without a text", "text": ""},
]
QUERIES = [{"_id": "q1", "text": "steam"}, {"_id": "q2", "text": "never judged"}]
HEAD = "query-id\tcorpus-id\tscore\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "tiny"
    (made / "qrels").mkdir(parents=True)
    for name, rows in (("corpus", CORPUS), ("queries", QUERIES)):
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (made / f"{name}.jsonl").write_text(text, "utf-8")
    (made / "qrels" / "test.tsv").write_text(f"{HEAD}q1\td1\t2\nq1\td3\t0\n", "utf-8")
    (made / "qrels" / "train.tsv").write_text(f"{HEAD}q2\td2\t1\n", "utf-8")
    return made


def test_documents_become_papers_with_their_authors_in_the_record(folder: Path) -> None:
    papers = read_collection(folder).documents
    assert list(papers) == ["d1", "d2", "d3"]
    assert papers["d1"].authors == ("Watt, J.", "Carnot, S.")
    assert papers["d1"].record == "Steam engines\nWatt, J.; Carnot, S."
    assert (papers["d2"].title, papers["d3"].text) == ("", "")


@pytest.mark.parametrize(
    ("metadata", "authors"),
    [
        (None, ()),
        ("of no use", ()),
        ({"authors": "Watt, J."}, ("Watt, J.",)),
        ({"authors": 7}, ("7",)),
        ({"authors": [None, "\ud800"]}, ("None", "?")),
    ],
)
def test_odd_metadata_and_half_characters_are_borne(
    folder: Path, metadata: object, authors: tuple[str, ...]
) -> None:
    row = {"_id": "d1", "title": None, "text": "half a \ud800 pair", "metadata": metadata}
    (folder / "corpus.jsonl").write_text(json.dumps(row), "utf-8")
    paper = read_collection(folder).documents["d1"]
    assert (paper.title, paper.text, paper.authors) == ("", "half a ? pair", authors)


def test_only_judged_queries_are_asked_and_test_is_the_usual_split(folder: Path) -> None:
    collection = read_collection(folder)
    assert collection.queries == {"q1": "steam"}
    assert collection.qrels == {"q1": {"d1": 2, "d3": 0}}
    assert read_collection(folder, "train").queries == {"q2": "never judged"}


def test_without_a_test_split_every_judgement_counts(folder: Path) -> None:
    (folder / "qrels" / "test.tsv").rename(folder / "qrels" / "dev.tsv")
    assert list(read_collection(folder).queries) == ["q1", "q2"]


@pytest.mark.parametrize(
    ("file", "text", "why"),
    [
        ("corpus.jsonl", '{"_id": "d1"}\nno json\n', r"Line 2 of '.*corpus\.jsonl' is no JSON"),
        ("queries.jsonl", '{"text": "no id"}\n', r"Line 1 of '.*queries\.jsonl'"),
        ("corpus.jsonl", '"_id"\n', r"Line 1 of '.*corpus\.jsonl'"),
        ("corpus.jsonl", "[" * 100_000, r"Line 1 of '.*corpus\.jsonl'"),
        ("queries.jsonl", '{"_id": "q1"}\n', "no document or no judged query"),
        ("queries.jsonl", '{"_id": "q1", "text": " "}\n', "no document or no judged query"),
        ("qrels/test.tsv", f"{HEAD}q1\td1\n", r"Line 2 of '.*test\.tsv' is not a query"),
        ("qrels/test.tsv", f"{HEAD}q1\td1\t0\n", "no document or no judged query"),
    ],
)
def test_what_is_not_of_the_format_is_named(folder: Path, file: str, text: str, why: str) -> None:
    (folder / file).write_text(text, "utf-8")
    with pytest.raises(EvalError, match=why):
        read_collection(folder)


def test_a_folder_without_a_collection_and_an_unknown_split_are_refused(folder: Path) -> None:
    with pytest.raises(EvalError, match="name the folder of a collection"):
        read_collection(folder / "nowhere")
    with pytest.raises(EvalError, match="split 'dev': there are test, train"):
        read_collection(folder, "dev")
