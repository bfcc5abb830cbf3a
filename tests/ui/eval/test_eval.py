"""`footnote eval`: what it prints of questions, and what it says of a wrong call."""

from __future__ import annotations

import json

import pytest

from tests.ui.conftest import one_sentence
from tests.ui.eval.conftest import TITLE


def test_a_question_is_tried_alone(footnote, questions, library_dir):
    file = questions({}, {"id": "fact-901", "q": "Who wrote T-MAC?"})
    call = ("eval", "--questions", file, "--only", "fact-900", "--library", library_dir)
    outcome = footnote(*call)
    assert outcome.status == 0
    assert "What does T-MAC do?" in outcome.out
    assert "Who wrote T-MAC?" not in outcome.out
    record = json.loads(footnote(*call, "--json").out)
    assert list(record["questions"]) == ["fact-900"]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("no JSON", "is no question"),
        ("[]", "is no question"),
        ("[" * 100_000, "is no question"),
        ('{"id": "x"}', "its fields differ"),
        ({"gold": None, "patterns": None}, "still to be filled in: gold, patterns"),
        ({"gold": TITLE}, "of the wrong sort: gold"),
        ({"patterns": [7]}, "of the wrong sort: patterns"),
        ({"abstain": "no", "q": " "}, "of the wrong sort: q, abstain"),
        ({"patterns": ["("]}, "unterminated subpattern"),
        ({"q": "a\x07b"}, "control character"),
        ({"history": ["x" * 5_000]}, "5,000 characters"),
        ({"kind": "essay"}, "the kind is none of fact, list"),
        ({"half": "third"}, "the half is none of tune, report"),
        ({"abstain": True}, "the kind none and abstain go together"),
        ({"kind": "list", "gold": []}, "there is no paper in gold"),
        ({"optional": [TITLE]}, "is both gold and optional"),
    ],
)
def test_a_bad_row_is_named_with_its_line(footnote, questions, row, why):
    complaint = one_sentence(footnote("eval", "--questions", questions({}, row)), 2)
    assert complaint.startswith("Line 2 of ")
    assert why in complaint


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--only", "fact-7"), "There is no question 'fact-7'; ids are such as 'fact-900'"),
        (("--half", "third"), "There is no half 'third'"),
        (("--half", "report"), "None of these questions is in the half 'report'"),
        (("--compare", "nowhere.json"), "'nowhere.json' is no report"),
        (("--gate", "nowhere.json"), "'nowhere.json' holds no thresholds"),
        (("--report", "/dev/null"), "The report cannot be written into '/dev/null'"),
        (("--only", "fact-900", "--gate", "gate.json"), "A gate is for all questions"),
        (("--only", "fact-900", "--write-gate", "gate.json"), "A gate is for all questions"),
    ],
)
def test_a_wrong_choice_is_named_before_anything_is_asked(footnote, questions, options, why):
    outcome = footnote("eval", "--questions", questions({}), *options)
    assert why in one_sentence(outcome, 2)


def test_files_without_questions_or_with_an_id_twice_are_refused(footnote, questions, tmp_path):
    for file, why in (
        (questions(), "holds no question"),
        (tmp_path, "cannot be read"),
        (tmp_path / "nowhere", "cannot be read"),
    ):
        assert why in one_sentence(footnote("eval", "--questions", file), 2)
    assert "'fact-900' twice" in one_sentence(footnote("eval", "--questions", questions({}, {})), 2)


def test_questions_about_another_library_are_refused(footnote, questions, library_dir):
    file = questions({"gold": ["Nobody Wrote This"]})
    outcome = footnote("eval", "--questions", file, "--library", library_dir)
    complaint = one_sentence(outcome, 2)
    assert "'fact-900' speaks of 'Nobody Wrote This'" in complaint


def test_one_question_has_a_report_and_is_compared_with_an_earlier_one(
    footnote, questions, library_dir, tmp_path
):
    call = ("eval", "--questions", questions({}), "--only", "fact-900", "--library", library_dir)
    first = footnote(*call, "--report", tmp_path / "old")
    assert first.status == 0
    assert "The report is" in first.err
    assert sorted(path.name for path in (tmp_path / "old").iterdir()) == ["eval.html", "eval.json"]
    again = footnote(*call, "--compare", tmp_path / "old" / "eval.json")
    assert again.status == 0
    assert "Mean score of 1 questions: 1.000 → 1.000" in again.out


def test_a_library_of_one_paper_can_be_measured(footnote, questions, one_paper):
    file = questions(
        {"q": "Who wrote Kites Over Sea?", "kind": "record", "gold": [], "patterns": ["Byron"]},
        {"id": "list-900", "kind": "list", "q": "papers on kites", "gold": ["Kites Over Sea"]},
    )
    outcome = footnote("eval", "--questions", file, "--library", one_paper)
    assert outcome.status == 0, outcome.err
    assert "BM25 top-5" in outcome.out
