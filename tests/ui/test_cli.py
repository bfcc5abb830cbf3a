"""The command line: what it prints where, and with which exit status."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rag.settings import load_settings
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
        ("index", "/nowhere/at.all"),
        ("index", "/dev/null"),
        ("index", "/proc/self/mem"),
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


@pytest.mark.parametrize("command", ["ask", "chat", "library show"])
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
    assert "default" in footnote("library", "show").out
    assert "50 unchanged" in footnote("index").out


def test_the_state_is_read_by_a_program(footnote, library_dir):
    state = json.loads(footnote("library", "show", "--json", "--library", library_dir).out)
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


@pytest.mark.parametrize("call", [("--help",), ("--version",), ("library", "show")], ids=" ".join)
def test_what_is_not_needed_is_not_imported(call, library_dir):
    code = (
        "import sys\nfrom ui.cli import main\ntry: main()\nexcept SystemExit: pass\n"
        "heavy = {'chromadb', 'gradio', 'llama_index', 'onnxruntime', 'pandas'}\n"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    subprocess.run([sys.executable, "-c", code, *call], check=True, stdout=subprocess.DEVNULL)


def test_a_reader_who_leaves_early_hears_nothing_more(library_dir):
    call = [sys.executable, "-c", "from ui.cli import main; main()", "library", "show", "--json"]
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


def test_ctrl_c_while_the_command_is_loaded_ends_it_without_a_word():
    loading = subprocess.Popen(
        [sys.executable, "-X", "importtime", "-c", "from ui.start import main; main()", "--help"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert loading.stderr
    next(line for line in loading.stderr if line.rstrip().endswith("typer.models"))
    loading.send_signal(signal.SIGINT)
    rest = loading.communicate(timeout=60)[1]
    assert loading.returncode == -signal.SIGINT
    assert "Traceback" not in rest


def test_ctrl_c_when_the_command_has_done_all_ends_it_without_a_word():
    code = (
        "import atexit, os, signal\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "atexit.register(os.kill, os.getpid(), signal.SIGINT)\n"
        "from ui.start import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code, "--version"], check=False, **_CAPTURED)
    assert (done.returncode, done.stdout) == (-signal.SIGINT, "footnote 0.1.0\n")
    assert done.stderr == ""


def test_ctrl_c_is_heeded_before_anything_else_is_imported():
    code = (
        f"import sys\nsys.path.insert(0, {str(Path(__file__).parents[2])!r})\n"
        "before = set(sys.modules)\nimport ui.start\n"
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], check=True, **_CAPTURED)
    assert set(done.stdout.split()) <= {"__future__", "ui", "ui.start"}


def test_the_first_question_waits_for_the_one_that_makes_the_library(home):
    footnote = [sys.executable, "-c", "from ui.start import main; main()"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen([*footnote, "index"], **pipes) as first:
        assert first.stderr
        assert "Embedding" in first.stderr.readline() + first.stderr.readline()
        second = subprocess.run([*footnote, "ask", CPU, "--json"], check=False, **_CAPTURED)
        assert first.wait(60) == 0
    assert second.returncode == 0, second.stderr
    assert len(json.loads(second.stdout)["papers"]) == 4
    assert f"Process {first.pid} on " in second.stderr
    assert "waiting for it to end" in second.stderr


_CAPTURED = {"capture_output": True, "text": True}


def test_columns_are_named_by_the_call(footnote, tmp_path):
    table = tmp_path / "works.csv"
    table.write_text("Name,Summary\nPiles of Sand,Piles run on CPUs.\n", "utf-8")
    own = ("index", table, "--library", tmp_path / "own")
    assert "1 added" in footnote(*own, "--column", "title=Name", "--column", "abstract=Summary").out
    shown = footnote("library", "show", "--library", tmp_path / "own").out
    assert f"source     {table}, title in 'Name', text in 'Summary'\n" in shown
    wrong = footnote(*own, "--column", "date=Year")
    assert wrong.status == 2
    assert wrong.err.endswith("it has no column 'Year'; its columns are 'Name', 'Summary'.\n")
    assert "write FIELD=COLUMN" in one_sentence(footnote(*own, "--column", "Name"), 2)
    assert "name the file, too" in one_sentence(footnote("index", "--column", "title=Name"), 2)


def test_libraries_live_side_by_side_by_name(footnote, home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    piles = tmp_path / "piles.txt"
    piles.write_text("CLAug 12, 2024\nPiles of SandAda Lovelace\nPiles run on CPUs.\n", "utf-8")
    assert "no library" in footnote("library", "list").out
    assert "1 added" in footnote("index", piles, "--library", "sand").out
    assert (home / "sand" / "manifest.json").is_file()
    assert footnote("library", "list").out == "sand  1 paper\n"
    (home / "broken" / "manifest.json").mkdir(parents=True)
    listed = footnote("library", "list")
    assert listed.out == "sand  1 paper\n"
    assert "broken/manifest.json' is a folder" in listed.err
    assert str(tmp_path / "sand") in footnote("library", "show", "--library", "./sand").err
    shown = footnote("library", "show", "--library", "sand").out
    assert re.search(rf"^indexed +1  \S+  {re.escape(str(piles))}$", shown, re.M)


def test_a_folder_of_that_name_goes_before_a_library_of_that_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "one.pdf").touch()
    (tmp_path / "empty").mkdir()
    home = {"FOOTNOTE_HOME": str(tmp_path / "home")}
    assert load_settings(Path("papers"), home).library == tmp_path / "home" / "papers"
    assert load_settings(Path("empty"), home).library == Path("empty")
    assert load_settings(Path("deep/papers"), home).library == Path("deep/papers")


def test_what_was_merged_is_seen_and_undone(footnote, tmp_path):
    record = "CLAug 12, 2024\nPiles of SandAda Lovelace\nPiles run on CPUs.\n"
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(record, "utf-8")
    own = ("--library", tmp_path / "own")
    assert "1 added" in footnote("index", tmp_path / "one.txt", tmp_path / "two.txt", *own).out
    shown = footnote("library", "merged", *own).out
    assert shown.startswith("lovelace2024piles  Piles of Sand\n")
    assert f"{tmp_path / 'one.txt'}:1" in shown
    assert f"{tmp_path / 'two.txt'}:1" in shown
    assert "1 added" in footnote("library", "split", "lovelace2024piles", *own).out
    assert "No paper stands" in footnote("library", "merged", *own).out
    assert "1 removed" in footnote("library", "join", "lovelace2024piles", *own).out
    assert len(json.loads(footnote("library", "merged", "--json", *own).out)["merged"]) == 1
    one_sentence(footnote("library", "split", "nobody", *own), 2)


def test_papers_are_removed_and_restored(footnote, tmp_path):
    records = [f"CLAug 12, 2024\n{t}Ada Lovelace\nThey run.\n" for t in ("Piles", "Heaps")]
    (tmp_path / "list.txt").write_text("\n".join(records), "utf-8")
    own = ("--library", tmp_path / "own")
    footnote("index", tmp_path / "list.txt", *own)
    assert footnote("library", "removed", *own).out == "No paper was removed.\n"
    assert "1 removed" in footnote("library", "remove", "lovelace2024piles", *own).out
    assert "1 unchanged" in footnote("index", *own).out
    shown = footnote("library", "removed", *own).out
    assert re.fullmatch(r"lovelace2024piles  \S{16}  Piles\n", shown)
    (kept,) = json.loads(footnote("library", "removed", "--json", *own).out)["removed"]
    assert (kept["id"], kept["title"]) == ("lovelace2024piles", "Piles")
    one_sentence(footnote("library", "remove", "nobody", *own), 2)
    one_sentence(footnote("library", "restore", "nobody", *own), 2)
    assert "1 added" in footnote("library", "restore", "lovelace2024piles", *own).out


def test_a_library_is_carried_as_one_file(footnote, library_dir, tmp_path):
    file, new = tmp_path / "papers.zip", ("--library", tmp_path / "new")
    exported = footnote("library", "export", file, "--library", library_dir).out
    imported = footnote("library", "import", file, *new).out
    assert re.findall(r"sha256[^0-9a-f]*([0-9a-f]{64})", exported + imported)[0] in imported
    assert "Imported 50 papers" in imported
    assert len(json.loads(footnote("ask", CPU, "--json", *new).out)["papers"]) == 4
    one_sentence(footnote("library", "import", file, *new), 2)


def test_a_folder_that_is_watched_is_indexed_when_it_changes(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    record = "CLAug 12, 2024\n{}Ada Lovelace\nPiles run on CPUs.\n"
    (folder / "one.txt").write_text(record.format("Piles of Sand"), "utf-8")
    command = [sys.executable, "-c", "from ui.start import main; main()", "index", folder]
    with subprocess.Popen(
        [*command, "--watch", "--library", tmp_path / "own"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as watching:
        assert watching.stdout
        assert watching.stderr
        assert "1 added" in watching.stdout.readline()
        assert "1 unchanged" in watching.stdout.readline()
        (folder / "two.txt").write_text(record.format("Heaps of Grain"), "utf-8")
        assert "1 added" in watching.stdout.readline()
        watching.send_signal(signal.SIGINT)
        assert watching.wait(60) == 130
        assert watching.stderr.read().endswith("Interrupted.\n")
