"""What questions want of abstracts: their beginnings, words and number of words."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.language.bounds import Bounds
from rag.records.abstract_cues import Abstracted, abstracted_in


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('which abstract starts with "We present"?', Abstracted(begins="We present")),
        ('papers whose abstract begins with "In"', Abstracted(begins="In")),
        ("which abstracts are under 130 words?", Abstracted(words=Bounds(0, 129))),
        ("papers with an abstract longer than 250 words", Abstracted(words=Bounds(251))),
        ("how many abstracts contain GPT-4?", Abstracted(contains="GPT-4")),
        ('Which abstracts mention the phrase "in fact"?', Abstracted(contains="in fact")),
    ],
)
def test_what_is_wanted_of_abstracts_is_read(text: str, wanted: Abstracted) -> None:
    found, rest = abstracted_in(text)
    assert found == wanted
    assert "papers" in rest
    assert "abstract" not in rest


@pytest.mark.parametrize(
    "text",
    [
        "does the abstract of rStar mention GPT-4?",
        "what does its abstract contain?",
        "Which papers use abstract syntax trees?",
        "does its abstract mention GPT-4?",
        "How many words has the abstract of rStar?",
        "which paper has the longest abstract?",
    ],
)
def test_other_questions_on_abstracts_are_left(text: str) -> None:
    assert abstracted_in(text) == (None, text)


def test_the_place_of_what_is_wanted() -> None:
    abstract = "We  present owls. They sleep, as GPT-4o says."
    assert Abstracted(begins="we present").place_in(abstract) == (0, 17)
    assert Abstracted(begins="We pre").place_in(abstract) is None
    assert Abstracted(contains="sleep").place_in(abstract) == (23, 28)
    assert Abstracted(contains="GPT-4").place_in(abstract) is None
    assert Abstracted(words=Bounds(0, 8)).place_in(abstract) == (0, 17)
    assert Abstracted(words=Bounds(9)).place_in(abstract) is None
    assert Abstracted(words=Bounds(0, 8)).place_in("") is None


def test_abstracts_are_answered_with_what_they_say(chain: Chain) -> None:
    answer = chain.ask('Which abstract starts with "We present"?')
    opening = [p.title for p in chain.library.papers.values() if p.text.startswith("We present")]
    assert [paper.title for paper in answer.papers] == opening
    assert answer.citations[0].quote.startswith("We present")


def test_short_abstracts_are_told_with_their_length(chain: Chain) -> None:
    answer = chain.ask("Which abstracts are under 130 words?")
    assert len(answer.papers) == 1
    assert "abstract of 120 words" in answer.markdown
