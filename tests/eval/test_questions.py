"""The development questions are well-formed and speak of papers that exist."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from eval.questions import read_questions
from eval.subset import DOCUMENTS, subset
from rag.types import Kind
from store.library import Library

EVAL = Path(__file__).parents[2] / "eval"
QUESTIONS = EVAL / "questions.jsonl"
MORE = sorted({*EVAL.glob("*.jsonl"), *EVAL.glob("elsewhere/*.jsonl")} - {EVAL / "claims.jsonl"})
FIELDS = {
    "id": str,
    "q": str,
    "kind": str,
    "history": list,
    "gold": list,
    "optional": list,
    "patterns": list,
    "abstain": bool,
    "half": str,
    "why": str,
}


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]


def test_there_are_enough(rows: list[dict[str, Any]]) -> None:
    assert len(rows) >= 200


def test_ids_and_questions_are_unique(rows: list[dict[str, Any]]) -> None:
    assert [i for i, n in Counter(row["id"] for row in rows).items() if n > 1] == []
    asked = Counter((row["q"], *row["history"]) for row in rows)
    assert [q for q, n in asked.items() if n > 1] == []


def test_every_row_has_every_field_and_no_other(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        assert {name: type(value) for name, value in row.items()} == FIELDS, row["id"]


def test_values_are_of_their_kinds(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        assert row["kind"] in {kind.value for kind in Kind}, row["id"]
        assert row["half"] in {"tune", "report"}, row["id"]
        assert row["q"].strip(), row["id"]
        assert row["why"].strip(), row["id"]
        strings = row["history"] + row["gold"] + row["optional"] + row["patterns"]
        assert all(isinstance(value, str) and value for value in strings), row["id"]


def test_what_is_to_be_refused_is_of_no_kind(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        assert row["abstain"] is (row["kind"] == "none"), row["id"]


def test_follow_ups_have_a_history(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        if not row["abstain"]:
            assert bool(row["history"]) is row["id"].startswith("fu-"), row["id"]


def test_titles_exist(rows: list[dict[str, Any]], library: Library) -> None:
    titles = {paper.title for paper in library.papers.values()}
    unknown = [(r["id"], t) for r in rows for t in r["gold"] + r["optional"] if t not in titles]
    assert unknown == []


def test_no_paper_is_both_wanted_and_optional(rows: list[dict[str, Any]]) -> None:
    assert [row["id"] for row in rows if set(row["gold"]) & set(row["optional"])] == []


def test_each_paper_has_a_question_about_its_figure(
    rows: list[dict[str, Any]], library: Library
) -> None:
    figures = [row for row in rows if row["id"].startswith("fig-")]
    assert [row["gold"][0] for row in figures] == [p.title for p in library.papers.values()]
    assert all(row["patterns"] for row in figures)


def test_the_halves_are_balanced_within_each_group(rows: list[dict[str, Any]]) -> None:
    halves = Counter((row["id"].partition("-")[0], row["half"]) for row in rows)
    for group in {group for group, _ in halves}:
        assert abs(halves[group, "tune"] - halves[group, "report"]) <= 1, group


@pytest.mark.parametrize("file", MORE, ids=lambda file: file.stem)
def test_every_file_of_questions_can_be_asked(file: Path) -> None:
    assert len(read_questions(file)) >= 85


def test_the_documents_of_other_libraries_are_known() -> None:
    known = json.loads(DOCUMENTS.read_text("utf-8"))
    assert known.keys() - {"rewordings"} == {file.stem for file in EVAL.glob("elsewhere/*.jsonl")}
    assert all(len(set(ids)) == len(ids) >= 60 for ids in known.values())


def test_a_subset_is_its_documents_in_their_order(tmp_path: Path) -> None:
    ids = json.loads(DOCUMENTS.read_text("utf-8"))["cacm60"]
    lines = [json.dumps({"_id": one, "title": f"T{one}", "text": ""}) for one in sorted(ids)]
    (tmp_path / "corpus.jsonl").write_text("\n".join([*lines, json.dumps({"_id": "0"})]))
    assert [json.loads(line)["_id"] for line in subset(tmp_path, "cacm60")] == ids
