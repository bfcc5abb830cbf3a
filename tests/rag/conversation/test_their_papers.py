"""What else the writers of the papers before wrote."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from tests.rag.conftest import Chained
from tests.rag.conversation.test_conversation import converse, ids

RECORDS = [
    ("Tides", "Tides were measured.", "2001-05-01", ("Ada Low", "Bo Gray")),
    ("Waves", "Waves were measured.", "2002-05-01", ("Bo Gray", "Ada Low")),
    ("Storms", "Storms were measured.", "2002-06-01", ("Bo Gray", "Cy Tan")),
    ("Sands", "Sands were weighed.", "2003-06-01", ("Ada Low",)),
    ("Reefs", "Reefs were mapped.", "2004-06-01", ("Dee Fox",)),
]


@pytest.fixture(scope="module")
def shore(chained: Chained) -> Chain:
    return chained(RECORDS)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("did the first author write others?", {"Waves", "Sands"}),
        ("is there another paper with the same first author?", {"Sands"}),
        ("same authors, anything else?", {"Waves", "Storms", "Sands"}),
        ("has Bo Gray written another paper?", {"Waves", "Storms"}),
        ("any others by Bo Gray?", {"Waves", "Storms"}),
        ("have they done anything else?", {"Waves", "Storms", "Sands"}),
    ],
)
def test_their_other_papers(shore: Chain, text: str, titles: set[str]) -> None:
    answer = shore.ask(text, [shore.ask('Who wrote "Tides"?')])
    assert {paper.title for paper in answer.papers} == titles


@pytest.mark.parametrize("text", ["what else did she publish?", "did she write others?"])
def test_who_wrote_no_other_has_none(shore: Chain, text: str) -> None:
    assert shore.ask(text, [shore.ask('Who wrote "Reefs"?')]).abstained


@pytest.mark.parametrize(
    "text",
    [
        "Who is its first author, and which other paper has the same first author?",
        "who is the first author and what else does the first author have?",
    ],
)
def test_who_it_is_is_asked_besides(shore: Chain, text: str) -> None:
    answer = shore.ask(text, [shore.ask('What is "Tides" about?')])
    assert {"Tides", "Sands"} <= {paper.title for paper in answer.papers}
    assert "Ada Low" in answer.markdown


@pytest.mark.parametrize("text", ["his other papers?", "any of her other works here?"])
def test_the_other_papers_of_one(shore: Chain, text: str) -> None:
    answer = shore.ask(text, [shore.ask('Who wrote "Tides"?')])
    assert {paper.title for paper in answer.papers} == {"Waves", "Sands"}


@pytest.mark.parametrize(
    "text",
    [
        "Has this person also been first author for another paper here?",
        "Any other paper by him?",
    ],
)
def test_other_papers_of_a_writer_in_other_words(chain: Chain, text: str) -> None:
    answer = converse(chain, "Who is the first author of SeerAttention?", text)
    assert ids(answer) == {"gao2025seerattentionr"}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Is she the first author of any other paper here?", {"Sands"}),
        ("which other papers is she on?", {"Waves", "Sands"}),
        ("and is she on any other papers?", {"Waves", "Sands"}),
        ("is its first author on any other paper?", {"Waves", "Sands"}),
        ("what other papers has the same person written?", {"Waves", "Sands"}),
    ],
)
def test_the_first_author_is_she(shore: Chain, text: str, titles: set[str]) -> None:
    answer = shore.ask(text, [shore.ask('Who is the first author of "Tides"?')])
    assert {paper.title for paper in answer.papers} == titles
