"""The command as a process of its own: what it loads, when it is interrupted or left, and waits."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

CPU = "Which papers target CPUs?"


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
