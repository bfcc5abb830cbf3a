"""Batches on the command line: a question a line, an answer a line."""

from __future__ import annotations

import io
import json
import os
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
        '{"q": "What?", "id": "half a \\ud800 character"}',
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


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (b'{"q": "O\xf9?"}', "The byte 0xf9 at position 8 is not UTF-8; save the line as UTF-8."),
        (b'{"q": "What?", "id": "\\udcf9"}', "'id' holds '\\udcf9', half a character; remove it."),
        (b'{"q": "\\udcf9"}', "no UTF-8 text at position 0"),
        (b'{"q": "What?", "id": ' + b"9" * 6_000 + b"}", "A whole number has too many digits"),
        (b'{"q": "What?", "id": ' + b"[" * 100_000, "Brackets stand too deep in each other"),
        (b"{'q': 'What?'}", "This is not JSON"),
    ],
    ids=["byte", "id", "question", "digits", "depth", "quotes"],
)
@pytest.mark.parametrize("piped", [False, True])
def test_a_line_that_cannot_be_read_costs_no_other(
    footnote, tmp_path, library_dir, monkeypatch, bad, said, piped
):
    lines = (
        b'{"id": "\xc3\xa9", "q": "What is T-MAC?"}\n'
        + bad
        + b"\n"
        + b'{"q": "Who wrote T-MAC?"}\n'
    )
    file = tmp_path / "batch.jsonl"
    file.write_bytes(lines)
    if piped:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    outcome = footnote("ask", "--batch", "-" if piped else file, "--library", library_dir)
    assert outcome.status == 2
    assert outcome.err.startswith("Line 2: ")
    assert outcome.err.count("\n") == 1
    assert said in outcome.err
    assert [json.loads(line)["id"] for line in outcome.out.splitlines()] == ["\u00e9", None]


def test_an_id_is_given_back_as_it_was(library_dir, batch):
    line = '{"id": "\u00e9\u4e2d", "q": "What is T-MAC?"}'
    call = [sys.executable, "-c", "from ui.cli import main; main()", "ask", "--batch", batch(line)]
    done = subprocess.run(
        [*call, "--library", library_dir],
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout)["id"] == "\u00e9\u4e2d"


def test_a_batch_is_read_from_standard_input(footnote, library_dir, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"q": "What is T-MAC?"}')))
    outcome = footnote("ask", "--batch", "-", "--library", library_dir)
    assert json.loads(outcome.out)["question"] == "What is T-MAC?"


def test_a_batch_in_another_encoding(footnote, tmp_path):
    file = tmp_path / "utf16.jsonl"
    file.write_bytes('{"q": "Où?"}'.encode("utf-16"))
    assert "UTF-8" in one_sentence(footnote("ask", "--batch", file), 2)
