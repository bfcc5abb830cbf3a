"""What was meant before, said as what it asks."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.conversation.corrected import said_as_asked
from tests.rag.conversation.test_conversation import converse, ids


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I meant only the how-to guides", "only the how-to guides"),
        ("no, I meant for tensor operators", "only for tensor operators"),
        ("too many, just the ones on salt", "just the ones on salt"),
        ("sorry, I meant Tutel", "what about Tutel"),
        ("Not generation, I meant representation", "what about representation"),
        ("nah sorry i meant Tutel", "what about Tutel"),
        ("no only the one on salt", "only the one on salt"),
        ("no paper on salt?", "no paper on salt?"),
        ("Natural ones, I mean.", "only Natural ones"),
        ("I want only papers from 2023", "only papers from 2023"),
        ("Actually, which papers are about salt?", "which papers are about salt?"),
        ("no code?", "no code?"),
        ("I need papers on speech", "I need papers on speech"),
        ("What do they mean?", "What do they mean?"),
    ],
)
def test_it_is_read_as_a_question(text: str, asked: str) -> None:
    assert said_as_asked(text, of_several=True) == asked


def test_of_one_paper_there_is_no_part() -> None:
    assert said_as_asked("I meant the older ones", of_several=False) == "what about the older ones"


def test_a_correction_narrows_the_list_before(chain: Chain) -> None:
    first = "Which papers use evolutionary search?"
    answer = converse(chain, first, "I meant for tensor operators")
    assert ids(answer) == {"gao2020opevo"}


@pytest.mark.parametrize(
    "text",
    [
        "I meant specifically for long inputs.",
        "I was thinking specifically of long inputs.",
        "what I meant was in particular long inputs",
    ],
)
def test_what_is_meant_in_particular_is_a_part(text: str) -> None:
    assert said_as_asked(text, of_several=True).startswith("only ")


def test_that_it_is_a_lot_is_said_before_what_is_wanted() -> None:
    text = "that's a lot, only the ones with code"
    assert said_as_asked(text, of_several=True) == "only the ones with code"


@pytest.mark.parametrize(
    "text",
    [
        "no sorry, I wanted to say 2023",
        "my mistake, I should have said 2023",
        "make it 2023",
        "not 2025, 2023",
        "change that to 2023 please",
    ],
)
def test_another_year_is_put_in_the_place_of_the_one_before(chain: Chain, text: str) -> None:
    answer = converse(chain, "papers by Li Lyna Zhang", "only from 2025", text)
    since = answer.question.filters.since
    assert since
    assert since.year == 2023
    assert answer.papers


@pytest.mark.parametrize(
    "text", ["I actually need papers on geometry", "sorry, I wanted to ask about geometry"]
)
def test_another_topic_is_put_in_the_place_of_the_one_before(chain: Chain, text: str) -> None:
    assert converse(chain, "papers on MoE", text).question.topic == "geometry"


@pytest.mark.parametrize("text", ["make it shorter", "not those, the others"])
def test_what_changes_no_part_of_the_question_is_left(chain: Chain, text: str) -> None:
    asked = converse(chain, "papers on MoE", text).question
    assert "what about" not in asked.whole
