"""Systems that no paper here introduces: what is said of them, and versions that none has."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from rag.chain import Chain
from rag.evidence.silence import Silence
from rag.linking.systems import Systems

TIDES = (
    "TideGrid forecasts tides in shallow water with an error of 3 cm. Forecasts by MoonNet-3 and"
    " SeaLM are common."
)
BASINS = (
    "Forecasts of tides on the BayBench data have an error that basins change. On BayBench"
    " our BasinKit has an error of 2 cm, while KelpNet has 7 cm and QK has 9 cm."
)
OWLS = "Owls hunt voles at night. In stage 2 owls rest."


@pytest.fixture
def sea(chained: Callable[..., Chain]) -> Chain:
    papers = [("TideGrid: Tides", TIDES), ("BasinKit: Basins", BASINS), ("Owls", OWLS)]
    return chained([(title, text, "", []) for title, text in papers])


@pytest.fixture
def systems(sea: Chain) -> Systems:
    return Systems(sea._retriever, sea._catalog)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("What error does KelpNet have on BayBench?", "KelpNet"),
        ("What is the error of QK on BayBench?", "QK"),
        ("what is kelpnet's error", "kelpnet"),
        ("How good is MoonNet 5?", "MoonNet 5"),
        ("Summarize TideGrid2", "TideGrid2"),
        ("What do owls hunt?", ""),
        ("Which papers are about tides?", ""),
    ],
)
def test_what_a_question_is_of(systems: Systems, question: str, name: str) -> None:
    assert systems.asked(question) == name


@pytest.mark.parametrize(
    "question",
    [
        "What does MoonNet-7 reach?",
        "What is MoonNet4?",
        "How good is MoonNet 5?",
        "What does TideGrid2 do?",
        "How does SeaLM-2 work?",
    ],
)
def test_another_version_is_another_thing(sea: Chain, question: str) -> None:
    answer = sea.ask(question)
    assert answer.abstained
    assert answer.markdown.startswith(Silence.NOT_HERE.value)
    assert "TideGrid" in answer.citations[0].quote or "MoonNet" in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "How common is MoonNet-3?",
        "What is MoonNet 3?",
        "What does TideGrid do?",
        "What does stage 3 do?",
        "What does SeaLM-7B do?",
        "How many owls does stage 9 have?",
    ],
)
def test_versions_that_papers_have_and_numbers_of_other_things(
    systems: Systems, question: str
) -> None:
    assert systems.another_version(question) is None


@pytest.mark.parametrize("name", ["KelpNet", "QK"])
def test_the_figure_of_a_baseline_is_from_where_it_is_named(sea: Chain, name: str) -> None:
    answer = sea.ask(f"What error does {name} have on BayBench?")
    assert not answer.abstained
    assert name in answer.citations[0].quote


def test_long_names_take_no_time(systems: Systems) -> None:
    began = time.monotonic()
    for text in ("a." * 2000, "is " * 1300, "B-2" * 1300, "of A1 " * 660, "what is " + "x" * 3900):
        assert systems.another_version(text) is None
    assert time.monotonic() - began < 2


def test_a_figure_is_not_put_behind_a_mere_mention(chained: Callable[..., Chain]) -> None:
    text = "We present TideGrid for SeaCPUs. It is up to 4x faster than lunar.cpp at sea."
    sea = chained([("Tides", text, "", []), ("Owls", OWLS, "", [])])
    answer = sea.ask("how much faster than lunar.cpp at sea is the tide grid for SeaCPUs?")
    assert "4x" in answer.citations[0].quote


def test_of_those_that_name_a_system_the_one_with_the_rest_answers(
    chained: Callable[..., Chain],
) -> None:
    texts = (
        "We extend MoonNet-3 to 128 basins, and MoonNet-3 keeps its error far and near.",
        "Our cache lets MoonNet-3 scale to 840 basins on a single 80GB card.",
    )
    sea = chained([(f"Paper {i}", text, "", []) for i, text in enumerate(texts)])
    answer = sea.ask("How far can MoonNet-3 scale on one 80GB card?")
    assert "840" in answer.citations[0].quote
