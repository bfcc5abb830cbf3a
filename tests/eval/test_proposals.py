"""Verdicts become rows: what a person said is gold, everything else is left to one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from eval.proposals import append, known_rows, proposals
from eval.questions import QUESTIONS, read_questions
from store.errors import EvalError
from store.flags import Flag, Verdict

LISTED = Flag(
    Verdict.MISSING_PAPER,
    question="Which papers are about phones?",
    answer="1 paper fits.",
    kind="list",
    abstained=False,
    papers=("Loom",),
    right=("Kite", "Loom"),
    time=datetime(2026, 11, 24, tzinfo=UTC),
)
FACT = Flag(Verdict.WRONG_FACT, "How fast is Kite?", "12 ms [1]", "fact", False, papers=("Kite",))
SILENT = replace(FACT, answer="Nothing is about that.", kind="none", abstained=True, papers=())
KNOWN = [
    {"id": "list-007", "q": "which  papers are about LOOMS?", "history": [], "half": "tune"},
    {"id": "list-008", "q": "more?", "history": ["which papers are about looms?"], "half": "tune"},
    {"id": "abs-01", "q": "Why?", "history": [], "half": "report"},
]


def row_of(*flags: Flag) -> dict[str, object]:
    (proposal,) = proposals(flags, KNOWN)
    return dict(proposal.row)


def test_a_list_with_its_right_papers_is_a_finished_row() -> None:
    (proposal,) = proposals([LISTED], KNOWN)
    assert proposal.unfilled == ()
    assert proposal.row == {
        "id": "list-009",
        "q": "Which papers are about phones?",
        "kind": "list",
        "history": [],
        "gold": ["Kite", "Loom"],
        "optional": [],
        "patterns": [],
        "abstain": False,
        "half": "report",
        "why": "flagged: missing paper",
    }


@pytest.mark.parametrize(
    "verdict", [Verdict.WRONG_PAPER, Verdict.MISSING_PAPER, Verdict.WRONG_FACT]
)
def test_what_a_bad_answer_named_is_never_gold(verdict: Verdict) -> None:
    (proposal,) = proposals([replace(LISTED, verdict=verdict, right=())], KNOWN)
    assert proposal.row["gold"] is None
    assert proposal.unfilled == ("gold",)


def test_the_papers_of_a_good_answer_are_gold() -> None:
    assert row_of(replace(LISTED, verdict=Verdict.GOOD, right=()))["gold"] == ["Loom"]


def test_what_a_right_fact_says_is_left_to_a_person() -> None:
    for flag in (FACT, replace(FACT, verdict=Verdict.GOOD)):
        (proposal,) = proposals([flag], KNOWN)
        assert "patterns" in proposal.unfilled
        assert proposal.row["id"] == "fact-001"


def test_what_should_be_refused_is_a_finished_row() -> None:
    for flag in (
        replace(FACT, verdict=Verdict.SHOULD_HAVE_ABSTAINED, right=("Kite",)),
        replace(SILENT, verdict=Verdict.GOOD),
    ):
        (proposal,) = proposals([flag], KNOWN)
        row = proposal.row
        assert proposal.unfilled == ()
        assert (row["id"], row["kind"], row["abstain"]) == ("abs-002", "none", True)
        assert (row["gold"], row["patterns"], row["half"]) == ([], [], "tune")


def test_a_wrong_silence_leaves_open_what_was_asked_for() -> None:
    (proposal,) = proposals([replace(SILENT, right=("Kite",))], KNOWN)
    assert proposal.row["id"] == "new-001"
    assert proposal.row["gold"] == ["Kite"]
    assert proposal.unfilled == ("kind", "patterns", "abstain")


def test_a_follow_up_is_named_so_and_has_its_history() -> None:
    row = row_of(replace(LISTED, history=("What is Kite?",)))
    assert (row["id"], row["history"]) == ("fu-001", ["What is Kite?"])


def test_the_newest_verdict_on_a_question_counts() -> None:
    first = replace(LISTED, question="which papers  are about phones?", right=("Loom",))
    (proposal,) = proposals([first, LISTED], KNOWN)
    assert proposal.row["gold"] == ["Kite", "Loom"]
    assert proposal.flags == [first, LISTED]


def test_known_questions_are_not_proposed_again() -> None:
    known = replace(LISTED, question="Which papers are about looms?")
    elsewhere = replace(known, history=("What is Kite?",))
    assert proposals([known], KNOWN) == []
    assert len(proposals([known, elsewhere], KNOWN)) == 1


def test_ids_and_halves_go_on_from_one_proposal_to_the_next() -> None:
    found = proposals([replace(LISTED, question=f"Papers on {n}?") for n in range(3)], KNOWN)
    assert [proposal.row["id"] for proposal in found] == ["list-009", "list-010", "list-011"]
    assert [proposal.row["half"] for proposal in found] == ["report", "report", "tune"]


def test_rows_are_added_to_what_a_file_holds(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    kept = json.dumps(row_of(replace(LISTED, question="Papers on 1?")))
    file.write_text(kept, "utf-8")  # its last line is not ended
    append(proposals([LISTED, FACT], KNOWN), file)
    first, *added = file.read_text("utf-8").splitlines()
    assert first == kept
    assert [json.loads(line)["q"] for line in added] == [LISTED.question, FACT.question]
    assert proposals([LISTED, FACT], known_rows(file)) == []


def test_a_finished_row_is_a_question_and_an_open_one_says_what_it_lacks(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    append(proposals([LISTED], KNOWN), file)
    (row,) = read_questions(file)
    assert row.gold == ("Kite", "Loom")
    append(proposals([FACT], KNOWN), file)
    with pytest.raises(EvalError, match=r"Line 2 .*still to be filled in: gold, patterns"):
        read_questions(file)


def test_a_file_is_known_once_and_may_not_be_there_yet(tmp_path: Path) -> None:
    assert len(known_rows(QUESTIONS, QUESTIONS, tmp_path / "new.jsonl")) == len(read_questions())


def test_a_file_of_something_else_is_refused_before_anything_is_added(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("buy milk\n", "utf-8")
    with pytest.raises(EvalError, match=r"Line 1 .* is no question"):
        known_rows(file)


def test_a_file_that_refuses_is_named(tmp_path: Path) -> None:
    with pytest.raises(EvalError, match="name another file"):
        append(proposals([LISTED], KNOWN), tmp_path / "nowhere" / "rows.jsonl")
