"""The command line: what it prints where, and with which exit status."""

from __future__ import annotations

import json

import pytest

from tests.ui.conftest import one_sentence

CPU = "Which papers target CPUs?"


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


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("", "empty"),
        (" \n ", "empty"),
        ("x" * 100_000, "100,000 characters"),
        ("a\x1b[31mb", "control character"),
        ("not \udcff text", "is no UTF-8 text at position 4"),
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
    assert one_sentence(footnote(*call), 2)


def test_a_misspelt_command_is_asked_back(footnote):
    said = one_sentence(footnote("aks"), 2)
    assert said == "No such command 'aks'. Did you mean 'ask'? See `footnote --help`.\n"


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
    assert "rupted" in one_sentence(footnote("doctor"), 130)


def test_help_and_version(footnote):
    assert "doctor" in footnote("--help").out
    assert footnote("--version").out == "footnote 0.1.0\n"
