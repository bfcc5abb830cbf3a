"""The command line: what it prints where, and with which exit status."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.conftest import one_sentence

CPU = "Which papers target CPUs?"


@pytest.fixture
def batch(tmp_path) -> Callable[..., Path]:
    """Writes a batch file of lines; values that are no strings become JSON."""

    def write(*lines: object) -> Path:
        file = tmp_path / "batch.jsonl"
        texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
        file.write_text("\n".join(texts) + "\n", "utf-8")
        return file

    return write


def test_an_answer_is_read_by_a_person(footnote, library_dir):
    outcome = footnote("ask", CPU, "--library", library_dir)
    assert outcome.status == 0
    assert "T-MAC" in outcome.out
    assert "[1]" in outcome.out
    assert "50 of 50 papers considered" in outcome.out
    assert "\x1b" not in outcome.out
    assert outcome.err == ""


def test_an_answer_is_read_by_a_program(footnote, library_dir, library):
    outcome = footnote("ask", CPU, "--json", "--library", library_dir)
    answer = json.loads(outcome.out)
    assert outcome.status == 0
    assert outcome.out.count("\n") == 1
    assert len(answer["papers"]) == 4
    for citation in answer["citations"]:
        text = library.papers[citation["paper_id"]].part(citation["section"])
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_an_abstention_is_a_success(footnote, library_dir):
    question = "How do I prune roses in spring?"
    outcome = footnote("ask", question, "--json", "--library", library_dir)
    assert outcome.status == 0
    assert json.loads(outcome.out)["abstained"]


def test_a_batch_is_answered_in_order(footnote, batch, library_dir):
    lines = (
        {"id": "b", "q": CPU, "more": 1},
        {"id": 7, "q": "And which of them have code?", "history": [CPU]},
        {"q": "What is T-MAC?"},
    )
    outcome = footnote("ask", "--batch", batch(*lines), "--json", "--library", library_dir)
    answers = [json.loads(line) for line in outcome.out.splitlines()]
    assert outcome.status == 0
    assert [answer["id"] for answer in answers] == ["b", 7, None]
    assert [answer["question"] for answer in answers] == [line["q"] for line in lines]


def test_history_makes_a_follow_up_whole(footnote, batch, library_dir):
    follow_up = {"q": "And which of them have code?", "history": [CPU]}
    outcome = footnote("ask", "--batch", batch(follow_up), "--library", library_dir)
    answer = json.loads(outcome.out)
    of_cpus = footnote("ask", CPU, "--json", "--library", library_dir)
    all_four = {paper["id"] for paper in json.loads(of_cpus.out)["papers"]}
    assert {paper["id"] for paper in answer["papers"]} <= all_four


@pytest.mark.parametrize(
    "bad",
    [
        "this is no JSON",
        "[]",
        "[" * 100_000,
        '{"id": 1}',
        '{"q": 5}',
        '{"q": ""}',
        '{"q": "a\\u0000b"}',
        '{"q": "half a \\ud800 character"}',
        '{"q": "What?", "history": "What?"}',
        '{"q": "What?", "history": [""]}',
        '{"q": "What?", "id": []}',
        json.dumps({"q": "x" * 100_000}),
    ],
    ids=lambda line: line[:40],
)
def test_a_bad_line_is_named_and_the_others_are_answered(footnote, batch, library_dir, bad):
    file = batch({"id": 1, "q": CPU}, "", bad, {"id": 4, "q": "What is T-MAC?"})
    outcome = footnote("ask", "--batch", file, "--library", library_dir)
    assert outcome.status == 2
    assert outcome.err.startswith("Line 3: ")
    assert outcome.err.count("\n") == 1
    assert [json.loads(line)["id"] for line in outcome.out.splitlines()] == [1, 4]


def test_a_line_may_hold_what_only_looks_like_its_end(footnote, batch, library_dir):
    file = batch('{"id": "a\u2028b\x85c", "q": "What is T-MAC?"}')
    outcome = footnote("ask", "--batch", file, "--library", library_dir)
    assert json.loads(outcome.out)["id"] == "a\u2028b\x85c"


def test_an_id_is_given_back_as_it_was(library_dir, batch):
    line = '{"id": "\\ud800", "q": "What is T-MAC?"}'
    call = [sys.executable, "-c", "from ui.cli import main; main()", "ask", "--batch", batch(line)]
    done = subprocess.run(
        [*call, "--library", library_dir],
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout)["id"] == "\ud800"


def test_a_batch_is_read_from_standard_input(footnote, library_dir, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"q": "What is T-MAC?"}')))
    outcome = footnote("ask", "--batch", "-", "--library", library_dir)
    assert json.loads(outcome.out)["question"] == "What is T-MAC?"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("", "empty"),
        (" \n ", "empty"),
        ("x" * 100_000, "100,000 characters"),
        ("a\x1b[31mb", "control character"),
        ("not \udcff text", "character"),
    ],
    ids=["nothing", "blank", "long", "control", "undecodable"],
)
def test_a_question_that_cannot_be_asked(footnote, home, question, said):
    assert said in one_sentence(footnote("ask", question), 2)
    assert not home.exists()  # known before a library is made


@pytest.mark.parametrize(
    "call",
    [
        (),
        ("sing",),
        ("ask",),
        ("ask", "What?", "--jsn"),
        ("ask", "What?", "--batch", "file"),
        ("ask", "--batch", "/nowhere/at.all"),
        ("ask", "--batch", "/"),
        ("ask", "--batch", "/dev/null"),
        ("index", "add"),
        ("index", "add", "/nowhere/at.all"),
        ("index", "add", "/"),
        ("index", "add", "/dev/null"),
        ("chat", "--port", "65536"),
        ("chat", "--port", "http"),
    ],
    ids=" ".join,
)
def test_a_wrong_call(footnote, call):
    one_sentence(footnote(*call), 2)


def test_a_batch_that_is_not_utf8(footnote, tmp_path):
    file = tmp_path / "latin1.jsonl"
    file.write_bytes('{"q": "Où?"}'.encode("latin-1"))
    assert "UTF-8" in one_sentence(footnote("ask", "--batch", file), 2)


@pytest.mark.parametrize("command", ["ask", "chat", "index status"])
def test_a_library_that_is_not_there_is_not_made(footnote, tmp_path, command):
    arguments = ["ask", "What?"] if command == "ask" else command.split()
    folder = tmp_path / "no such"
    said = one_sentence(footnote(*arguments, "--library", folder), 3)
    assert "run `footnote index" in said
    assert not folder.exists()


def test_a_library_that_cannot_be_written(footnote, tmp_path, monkeypatch):
    file = tmp_path / "a file"
    file.write_text("precious")
    assert "cannot be written" in one_sentence(footnote("index", "--library", file / "x"), 3)
    monkeypatch.setenv("FOOTNOTE_HOME", str(file))
    outcome = footnote("ask", "What?")
    assert (outcome.status, outcome.out) == (3, "")
    assert "cannot be written" in outcome.err.splitlines()[-1]
    assert file.read_text() == "precious"


def test_the_default_library_is_made_by_the_first_question(footnote, home):
    outcome = footnote("ask", CPU, "--json")
    assert outcome.status == 0
    assert len(json.loads(outcome.out)["papers"]) == 4
    assert "50 added" in outcome.err
    again = footnote("ask", CPU, "--json")
    assert again.err == ""
    assert "default" in footnote("index", "status").out
    assert "50 unchanged" in footnote("index").out


def test_the_state_is_read_by_a_program(footnote, library_dir):
    state = json.loads(footnote("index", "status", "--json", "--library", library_dir).out)
    assert len(state["papers"]) == 50


def test_an_unknown_log_level(footnote, monkeypatch):
    monkeypatch.setenv("FOOTNOTE_LOG", "loud")
    assert "'LOUD'" in one_sentence(footnote("doctor"), 2)


def test_a_mistake_of_ours_is_one_sentence(footnote, monkeypatch):
    monkeypatch.setattr("rag.settings.load_settings", lambda _: 1 / 0)
    assert "FOOTNOTE_LOG=debug" in one_sentence(footnote("doctor"), 1)


def test_an_interruption_is_not_a_failure(footnote, monkeypatch):
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("rag.settings.load_settings", interrupted)
    one_sentence(footnote("doctor"), 130)


def test_help_and_version(footnote):
    assert "doctor" in footnote("--help").out
    assert footnote("--version").out == "footnote 0.1.0\n"


@pytest.mark.parametrize("call", [("--help",), ("--version",), ("index", "status")], ids=" ".join)
def test_what_is_not_needed_is_not_imported(call, library_dir):
    code = (
        "import sys\nfrom ui.cli import main\ntry: main()\nexcept SystemExit: pass\n"
        "heavy = {'chromadb', 'gradio', 'llama_index', 'onnxruntime', 'pandas'}\n"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    subprocess.run([sys.executable, "-c", code, *call], check=True, stdout=subprocess.DEVNULL)


def test_a_reader_who_leaves_early_hears_nothing_more(library_dir):
    call = [sys.executable, "-c", "from ui.cli import main; main()", "index", "status", "--json"]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*call, "--library", str(library_dir)],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert done.returncode == 128 + signal.SIGPIPE
    assert done.stderr == b""
