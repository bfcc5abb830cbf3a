"""`footnote eval`: what it prints of questions and verdicts, and what it says of a wrong call."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from eval.questions import read_questions
from store import flags
from store.embed import default_embedder
from store.flags import Flag, Verdict
from store.indexing import index_papers
from store.papers import Paper
from tests.endpoints import Behaviour, Misbehaving, replies, status
from tests.ui.conftest import one_sentence

TITLE = "T-MAC: CPU Renaissance via Table Lookup for Low-Bit LLM Deployment on Edge"
ROW = {
    "id": "fact-900",
    "q": "What does T-MAC do?",
    "kind": "fact",
    "history": [],
    "gold": [TITLE],
    "optional": [],
    "patterns": ["CPU"],
    "abstain": False,
    "half": "tune",
    "why": "its title",
}
LISTED = Flag(
    Verdict.MISSING_PAPER,
    "Which papers are about abaci?",
    "1 paper \x1b[31mfits.",
    "list",
    abstained=False,
    papers=("Loom",),
    right=("Kite",),
)


@pytest.fixture
def questions(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file of rows, each like ROW but for what a test says; texts stand as they are."""

    def write(*rows: object) -> Path:
        file = tmp_path / "questions.jsonl"
        lines = [row if isinstance(row, str) else json.dumps({**ROW, **row}) for row in rows]
        file.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        return file

    return write


# Questions


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


@pytest.fixture
def one_paper(tmp_path: Path) -> Path:
    """A library of a single paper without an abstract."""
    title, record = "Kites Over Sea", "CLAug 12, 2024\nKites Over Sea\nAda Byron"
    paper = Paper("byron2024kites", title, "", record, authors=("Ada Byron",))
    index_papers(tmp_path, [paper], progress=lambda *_: None, embedder=default_embedder())
    return tmp_path


def test_a_library_of_one_paper_can_be_measured(footnote, questions, one_paper):
    file = questions(
        {"q": "Who wrote Kites Over Sea?", "kind": "record", "gold": [], "patterns": ["Byron"]},
        {"id": "list-900", "kind": "list", "q": "papers on kites", "gold": ["Kites Over Sea"]},
    )
    outcome = footnote("eval", "--questions", file, "--library", one_paper)
    assert outcome.status == 0, outcome.err
    assert "BM25 top-5" in outcome.out


# A language model

KITES = "Kites Over Sea"


@pytest.fixture
def kites(tmp_path: Path) -> Path:
    """A library of a single paper, with an abstract."""
    text = "We fly kites over the sea. Kites cross 40 km of open water in two hours."
    record = f"CLAug 12, 2024\n{KITES}\nAda Byron"
    paper = Paper("byron2024kites", KITES, text, record, authors=("Ada Byron",))
    folder = tmp_path / "kites"
    index_papers(folder, [paper], progress=lambda *_: None, embedder=default_embedder())
    return folder


@pytest.fixture
def judge(misbehaving, monkeypatch) -> Callable[..., Misbehaving]:
    """Names an endpoint that does the given things as the model that judges."""

    def name(*behaviours: Behaviour) -> Misbehaving:
        endpoint = misbehaving(*behaviours)
        monkeypatch.setenv("OPENAI_BASE_URL", endpoint.base_url)
        monkeypatch.setenv("FOOTNOTE_CALLS", "1")
        return endpoint

    return name


def test_a_models_opinion_stands_apart_from_the_figures(footnote, questions, one_paper, judge):
    endpoint = judge(replies("Kites fly [1]."), replies('{"answer": "YES"}'))
    file = questions(
        {"q": "Who wrote Kites Over Sea?", "kind": "record", "gold": [], "patterns": ["Byron"]}
    )
    call = ("eval", "--questions", file, "--library", one_paper, "--model", "wise", "--judge")
    record = json.loads(footnote(*call, "--json").out)
    assert "CitationQueryEngine" in record["systems"]
    judges = record["judges"]
    assert judges["engine"] == "openai:wise"
    assert judges["systems"]["Footnote"]["opinions"] == {
        "fact-900": {"faithful": True, "relevant": True}
    }
    assert "faithful" not in record["systems"]["Footnote"]["figures"]
    asked = len(endpoint.asked)
    shown = footnote(*call)
    assert "The opinion of openai:wise" in shown.out
    assert "agrees with supported" in shown.out
    assert len(endpoint.asked) == asked  # the replies are in the cache


def test_a_judge_that_fails_costs_no_figure(footnote, questions, library_dir, judge, tmp_path):
    judge(status(401))
    outcome = footnote(
        *("eval", "--questions", questions({}), "--only", "fact-900", "--library", library_dir),
        *("--model", "wise", "--judge", "--report", tmp_path / "report"),
    )
    assert outcome.status == 3
    assert "fact-900 passed" in outcome.out
    assert "OPENAI_API_KEY" in outcome.err.splitlines()[-1]
    assert (tmp_path / "report" / "eval.json").is_file()


def test_a_replay_measures_from_the_kept_replies_and_fails_loudly_on_a_miss(
    footnote, questions, kites, judge
):
    endpoint = judge(replies('{"claims": []}'))
    file = questions({"q": "How far do kites cross open water?", "gold": [KITES]})
    call = ("eval", "--questions", file, "--library", kites, "--model", "wise", "--json")
    first = json.loads(footnote(*call).out)
    asked = len(endpoint.asked)
    assert asked
    again = json.loads(footnote(*call, "--replay").out)
    answers = [run["systems"]["Footnote"]["answers"]["fact-900"] for run in (first, again)]
    assert answers[0]["answer"] == answers[1]["answer"]
    assert answers[0]["tokens"] == answers[1]["tokens"]
    other = questions({"q": "What do kites fly over?", "gold": [KITES]})
    missed = footnote(*call[:2], other, *call[3:], "--replay")
    assert "leave out --replay" in one_sentence(missed, 3)
    assert len(endpoint.asked) == asked


def test_a_replay_takes_a_model(footnote, questions, library_dir):
    call = ("eval", "--questions", questions({}), "--library", library_dir, "--replay")
    assert "name it with --model" in one_sentence(footnote(*call), 2)


def test_an_endpoint_that_dies_in_mid_run_costs_no_figure(footnote, questions, kites, judge):
    judge(replies('{"claims": []}'), status(401))
    file = questions(
        {"q": "How far do kites cross open water?", "gold": [KITES]},
        {"id": "fact-901", "q": "What do kites fly over?", "gold": [KITES]},
    )
    outcome = footnote("eval", "--questions", file, "--library", kites, "--model", "wise")
    assert outcome.status == 3
    assert "Footnote" in outcome.out
    assert "dense top-5" in outcome.out
    complaints = outcome.err.splitlines()
    (fallen_back,) = [line for line in complaints if "OPENAI_API_KEY" in line and "1 of 2" in line]
    assert fallen_back.startswith("1 of 2 answers: ")
    assert "CitationQueryEngine is left out: its model failed." in complaints
    assert "OPENAI_API_KEY" in complaints[-1]


def test_to_judge_takes_a_model(footnote, questions):
    complaint = one_sentence(footnote("eval", "--questions", questions({}), "--judge"), 2)
    assert "name one with --model" in complaint


# Verdicts


def test_verdicts_are_shown_as_rows_with_what_is_still_open(footnote, tmp_path):
    flags.add(tmp_path, LISTED)
    flags.add(tmp_path, Flag(Verdict.WRONG_FACT, "How old is Kite?", "7", "fact", abstained=False))
    shown = footnote("eval", "flags", "--library", tmp_path)
    assert (shown.status, shown.err) == (0, "")
    assert "Which papers are about abaci?" in shown.out
    assert "missing paper" in shown.out
    assert "to fill in gold, patterns" in " ".join(shown.out.split())
    assert "\x1b" not in shown.out
    assert "Verdicts: 2; rows proposed: 2." in shown.out


def test_rows_of_verdicts_are_written_once_after_they_are_shown(footnote, tmp_path):
    flags.add(tmp_path, LISTED)
    file = tmp_path / "rows.jsonl"
    first = footnote("eval", "--library", tmp_path, "flags", "--write", file)
    assert "abaci" in first.out
    assert f"Rows added to {file}: 1" in first.err
    written = file.read_bytes()
    (row,) = read_questions(file)
    assert (row.q, row.gold) == (LISTED.question, ("Kite",))
    second = footnote("eval", "flags", "--write", file, "--library", tmp_path)
    assert "rows proposed: 0" in second.out
    assert file.read_bytes() == written


def test_a_line_that_is_no_verdict_is_named_and_the_others_shown(footnote, tmp_path):
    (tmp_path / flags.FILE).write_text("no verdict\n", "utf-8")
    flags.add(tmp_path, LISTED)
    shown = footnote("eval", "flags", "--library", tmp_path)
    assert shown.status == 0
    assert "line 1: This is no verdict." in shown.err
    assert "abaci" in shown.out


def test_verdicts_of_no_library_are_a_wrong_call(footnote, tmp_path):
    outcome = footnote("eval", "flags", "--library", tmp_path / "nowhere")
    assert "There is no library in" in one_sentence(outcome, 3)
