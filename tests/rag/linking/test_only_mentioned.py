"""Papers that are asked for by name, that are not here, and that those here only speak of."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from rag.chain import Chain
from rag.evidence.silence import Silence
from rag.linking.only_mentioned import only_mentioned
from rag.question.askable import MAX_CHARACTERS
from rag.types import Kind

TIDES = (
    "We present TideGrid, which forecasts tides in shallow water. TideGrid is twice as fast as the"
    " state-of-the-art solution MoonNet-3 on a grid of harbours. Spectral tides (SPT) are new."
)
OWLS = "Owls were counted in woods. Owls hunt voles at night."


@pytest.fixture
def sea(chained: Callable[..., Chain]) -> Chain:
    return chained([("TideGrid: Tides", TIDES, "", []), ("Owls", OWLS, "", [])])


@pytest.mark.parametrize(
    "question",
    [
        "Please summarise the MoonNet-3 paper.",
        "How does the MoonNet-3 paper lay out its grid of harbours?",
        "Who wrote the MoonNet-3 paper?",
        "When did the paper that introduced MoonNet-3 come out?",
        "Tell me about MoonNet-3",
        "What does the article behind MoonNet-3 say on harbours?",
        "the MoonNet-3 paper",
        "How does MoonNet-3 lay out its grid?",
        "What basins does MoonNet-3 keep on a harbour?",
        "According to MoonNet-3, why is water shallow?",
    ],
)
def test_a_paper_only_spoken_of_is_refused_and_what_is_said_of_it_shown(
    sea: Chain, question: str
) -> None:
    answer = sea.ask(question)
    assert answer.abstained
    assert answer.markdown.startswith(Silence.NOT_HERE.value)
    assert "state-of-the-art solution MoonNet-3" in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "How much faster than MoonNet-3 is TideGrid?",
        "How does MoonNet-3 compare on a grid of harbours?",
        "What does TideGrid forecast?",
        "Summarise the TideGrid paper",
        "Tell me about SPT",
        "Which papers mention MoonNet-3?",
    ],
)
def test_what_papers_say_themselves_is_said(sea: Chain, question: str) -> None:
    assert not sea.ask(question).abstained


@pytest.mark.parametrize(
    "question",
    [
        "when was MoonNet-3 released?",
        "what year did MoonNet-3 come out?",
        "who wrote MoonNet-3?",
        "who wrote moonnet-3?",
        "who developed MoonNet 3?",
        "MoonNet-3 authors?",
        "who wrote the paper on MoonNet-3?",
    ],
)
def test_the_record_of_a_paper_that_names_a_thing_is_not_that_things(
    sea: Chain, question: str
) -> None:
    answer = sea.ask(question)
    assert answer.abstained
    assert "MoonNet-3" in answer.citations[0].quote


def test_another_version_has_no_record(sea: Chain) -> None:
    for question in ("who wrote MoonNet-7?", "What does the paper on MoonNet-7 say?"):
        assert sea.ask(question).abstained


@pytest.mark.parametrize(
    "question",
    [
        "when was TideGrid published?",
        "who wrote TideBench?",
        "who wrote SPT?",
        "when was Owls out?",
    ],
)
def test_a_papers_own_names_have_its_record(chained: Callable[..., Chain], question: str) -> None:
    text = f"{TIDES} We introduce the first public benchmark TideBench for it."
    papers = [("TideGrid: Spectral Tides", text, "2023-01-01", ["Ada Low"])]
    assert not chained([*papers, ("Owls", OWLS, "2024-01-01", ["Bo Gray"])]).ask(question).abstained


@pytest.mark.parametrize("unit", ["a-b-", "a.b-c+d.", "well-known-", "aA-"])
def test_repeated_parts_of_names_take_no_time(chain: Chain, unit: str) -> None:
    text = (unit * MAX_CHARACTERS)[: MAX_CHARACTERS - 1]
    begun = time.process_time()
    assert only_mentioned(text, chain.library) is None
    assert time.process_time() - begun < 1


def test_two_systems_of_which_one_is_not_here_are_not_compared(chain: Chain) -> None:
    for text in ("VPTQ vs GPTQ", "T-MAC versus DiskANN"):
        assert chain.ask(text).question.kind is not Kind.COMPARE
