"""`footnote eval` with a language model: opinions, replays, and endpoints that fail."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from store.embed import default_embedder
from store.indexing import index_papers
from store.papers import Paper
from tests.endpoints import Behaviour, Misbehaving, replies, status
from tests.ui.conftest import one_sentence

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
