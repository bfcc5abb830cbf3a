from __future__ import annotations

import json

import pytest

from rag.chain import Chain
from rag.contract import to_contract

# `understood` goes beyond the design's table, which lets fields be added.
FIELDS = [
    "id",
    "question",
    "kind",
    "answer",
    "abstained",
    "papers",
    "citations",
    "coverage",
    "engine",
    "note",
    "understood",
    "tokens",
    "cost",
    "timings_ms",
]


@pytest.mark.parametrize("question", ["Which papers target CPUs?", "Tell me a joke"])
def test_the_fields_are_the_contracts(chain: Chain, question: str) -> None:
    assert list(to_contract(chain.ask(question), "q1")) == FIELDS


def test_the_inner_fields(chain: Chain) -> None:
    result = to_contract(chain.ask("Which papers target CPUs?"))
    assert [list(paper) for paper in result["papers"]] == [["id", "title"]] * 4
    for citation in result["citations"]:
        assert list(citation) == ["n", "paper_id", "title", "quote", "section", "start", "end"]


def test_the_values(chain: Chain) -> None:
    result = to_contract(chain.ask("Which papers target CPUs?"), "q1")
    assert result["id"] == "q1"
    assert result["question"] == "Which papers target CPUs?"
    assert result["kind"] == "list"
    assert result["abstained"] is False
    assert result["coverage"] == {"papers_considered": 50, "papers_total": 50}
    assert result["engine"] == "extractive"
    assert result["tokens"] == {"prompt": 0, "completion": 0}
    assert set(result["timings_ms"]) == {"understand", "search", "check", "total"}


@pytest.mark.parametrize(
    "question",
    [
        "What accuracy does T-MAC reach on MMLU?",
        "How many steps does the paper on mutual reasoning describe?",
        "Who won the world cup in 2018?",
    ],
)
def test_silence_names_the_papers_that_it_cites(chain: Chain, question: str) -> None:
    answer = chain.ask(question)
    result = to_contract(answer)
    assert (result["abstained"], result["kind"], answer.papers) == (True, "none", ())
    cited = {citation["paper_id"] for citation in result["citations"]}
    assert [paper["id"] for paper in result["papers"]] == list(cited)


def test_the_id_is_null_where_none_is_given(chain: Chain) -> None:
    assert to_contract(chain.ask("What is SPANN about?"))["id"] is None


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What recall does V-CNN reach?", "fact"),
        ("Compare T-MAC and LUT-NN", "compare"),
        ("How many papers have code?", "record"),
        ("What is SPANN about?", "summary"),
        ("Tell me a joke", "none"),
    ],
)
def test_kinds(chain: Chain, question: str, kind: str) -> None:
    assert to_contract(chain.ask(question))["kind"] == kind


def test_it_is_plain_json(chain: Chain) -> None:
    result = to_contract(chain.ask("Which papers target CPUs?"))
    assert json.loads(json.dumps(result)) == result
