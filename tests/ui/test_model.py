"""A language model on the command line: named, replayed, counted, and absent."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from tests.endpoints import replies, status
from ui.credit import credit, so_far

QUESTION = "What speedup does PIT reach?"


@pytest.fixture
def named(misbehaving, monkeypatch, library_dir, footnote):
    """Asks on the command line with a model that does the given things, one a call."""

    def ask(*behaviours, options=()):
        server = misbehaving(*behaviours)
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        said = footnote("ask", QUESTION, "--library", str(library_dir), "--model", "m", *options)
        return said, server

    return ask


def test_a_fall_back_is_an_answer_and_says_why(named):
    said, server = named(status(401), options=["--json"])
    answer = json.loads(said.out)
    assert said.status == 0
    assert "5.9" in answer["answer"]
    assert answer["engine"] == "extractive (fall-back from openai:m)"
    assert "OPENAI_API_KEY" in answer["note"]
    assert answer["cost"] is None
    assert len(server.asked) == 1


def test_tokens_and_money_are_shown(named, monkeypatch):
    monkeypatch.setenv("FOOTNOTE_PRICE", "1000,1000")
    said, _ = named(replies('{"claims": []}', usage=(1_400, 100)))
    assert "1,400 tokens sent, 100 received, $1.5000" in said.out
    assert "Nothing that the model wrote passed the checks." in said.out


def test_a_replay_without_the_reply_fails_loudly(named):
    said, server = named(status(500), options=["--replay"])
    assert (said.status, said.out) == (3, "")
    assert "--replay" in said.err
    assert server.asked == []


def test_a_replay_without_a_model_is_a_wrong_call(footnote, library_dir):
    said = footnote("ask", QUESTION, "--library", str(library_dir), "--replay")
    assert said.status == 2
    assert "--model" in said.err


def test_a_model_that_is_nowhere_is_a_wrong_call(footnote, library_dir):
    said = footnote("ask", QUESTION, "--library", str(library_dir), "--model", "m")
    assert said.status == 2
    assert "OPENAI_BASE_URL" in said.err


def test_a_gguf_file_that_is_not_there(footnote, library_dir):
    said = footnote("ask", QUESTION, "--library", str(library_dir), "--model", "gguf:none.gguf")
    assert said.status == 3
    assert "none.gguf" in said.err


def test_without_a_model_nothing_of_one_is_loaded(library_dir):
    code = (
        "import sys\nfrom ui.cli import main\n"
        f"sys.argv = ['footnote', 'ask', {QUESTION!r}, '--library', {str(library_dir)!r}]\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(sorted({'openai', 'tiktoken', 'rag.assistance.writing'} & {*sys.modules}))"
    )
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert shown.stdout.splitlines()[-1] == "[]"


def test_the_credit_names_engine_tokens_and_money(answer):
    plain = answer("It is.")
    assert credit(plain) == ""
    written = replace(plain, engine="openai:m", tokens={"prompt": 1_400, "completion": 100})
    assert credit(written) == "openai:m, 1,400 tokens sent, 100 received"
    assert credit(replace(written, cost=0.0021)).endswith(", $0.0021")


def test_a_conversation_s_sum_counts_what_a_model_took(answer):
    def paid(sent, cost):
        tokens = {"prompt": sent, "completion": 10}
        return replace(answer("a"), engine="openai:small", tokens=tokens, cost=cost)

    assert so_far([paid(1_000, 0.01)]) == ""
    assert so_far([paid(1_000, 0.01), answer("a")]) == ""
    assert so_far([answer("a"), paid(1_000, 0.01)]) == ""
    assert so_far([paid(1_000, 0.01), answer("a"), paid(500, 0.002)]) == (
        "2 answers so far: 1,500 tokens sent, 20 received, $0.0120"
    )
    assert so_far([paid(1, None), paid(2, None)]) == (
        "2 answers so far: 3 tokens sent, 20 received"
    )
    assert so_far([paid(1, None), paid(2, 0.5)]) == (
        "2 answers so far: 3 tokens sent, 20 received, $0.5000 for the 1 with a price"
    )
