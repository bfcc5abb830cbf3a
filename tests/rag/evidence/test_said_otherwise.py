"""What a paper says in another form, and what only says how a question is put."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rag.chain import Chain
from rag.evidence.said_otherwise import run_together, settled, without_possessors
from store.lexical import terms

TIDES = (
    "We present TideGrid, which computes tides entirely on CPUs. Its data are extracted from Port"
    " Atlas. A hypothesis is that shallow water contributes to the unsteady forecasts of earlier"
    " methods. It is tested on 22 varied harbour datasets, and ignoring wind risks a slow drift."
)
OWLS = "Owls were counted in woods. Owls hunt voles at night."


@pytest.fixture
def sea(chained: Callable[..., Chain]) -> Chain:
    papers = [("TideGrid: Tides", TIDES, "", ["Cone, Dora"]), ("Owls", OWLS, "", ["Dorn, E."])]
    return chained(papers)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Does TideGrid need a GPU?", "entirely on CPUs"),
        ("Where does TideGrid take its raw data from?", "Port Atlas"),
        ("What do the TideGrid people blame for the unsteady forecasts?", "shallow water"),
        ("How many data sets is TideGrid tested on?", "22 varied"),
        ("How many public harbour datasets was TideGrid tested on?", "22 varied"),
        ("What danger of ignoring wind does TideGrid mention?", "slow drift"),
        ("Why are forecasts of earlier methods unsteady, according to TideGrid?", "shallow water"),
        ("I must present TideGrid on Monday. Where do its data come from?", "Port Atlas"),
        ("Which harbour datasets did Dora Cone's group use?", "22 varied"),
    ],
)
def test_what_the_paper_says_in_its_own_words_is_said(
    sea: Chain, question: str, quote: str
) -> None:
    answer = sea.ask(question)
    assert not answer.abstained
    assert quote in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Which optimizer does TideGrid use?",
        "How many sailors took part in the study of TideGrid?",
        "What does TideGrid cost in euros?",
    ],
)
def test_what_it_leaves_unsaid_stays_so(sea: Chain, question: str) -> None:
    assert sea.ask(question).abstained


def test_the_people_behind_a_name_are_not_wanted() -> None:
    assert "group" not in without_possessors("Which data did Cone's group use?")
    assert "people" not in without_possessors("What do the T-MAC people say?")
    assert without_possessors("Which age group did best?") == "Which age group did best?"


def test_two_words_may_be_one() -> None:
    assert "dataset" in run_together("how many data sets")["set"]


def test_another_number_behind_a_name_is_no_part_of_it() -> None:
    assert "rtx" not in run_together("on RTX 3090")["3090"]
    assert "rtx3090" in run_together("on RTX 3090")["3090"]


def test_whether_it_is_slow_is_told_by_its_speed() -> None:
    assert settled("slow", "Is it slow?", {"throughput"})
    assert not settled("slow", "Is it slow?", {"memory"})
    assert not settled("slow", "Which part is slow?", {"throughput"})


def test_only_an_outright_question_is_settled_by_another_processor() -> None:
    assert settled("gpu", "Does it need a GPU?", {"cpu"})
    assert not settled("gpu", "Which GPU does it need?", {"cpu"})
    assert not settled("gpu", "Does it need a GPU?", {"disk"})


def test_what_beats_a_thing_is_better_than_it() -> None:
    assert settled("beat", "Who beats MoonNet?", {"faster", "moonnet"})
    assert not settled("beat", "Who beats MoonNet?", {"moonnet"})


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("1ms", "in one millisecond"),
        ("32gb", "32 gigabytes"),
        ("5s", "five seconds"),
        ("2ms", "2 ms"),
    ],
)
def test_an_amount_is_held_in_other_words(term: str, text: str) -> None:
    assert settled(term, "how much?", set(terms(text)))


@pytest.mark.parametrize(
    ("term", "text"), [("1ms", "in two milliseconds"), ("1ms", "one second"), ("t5", "five tests")]
)
def test_another_amount_is_not(term: str, text: str) -> None:
    assert not settled(term, "how much?", set(terms(text)))
