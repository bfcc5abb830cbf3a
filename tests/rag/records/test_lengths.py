from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.records.lengths import (
    asked_length,
    by_length,
    length_order,
    number_by_length,
    place_by_length,
    said_length,
    words_in,
)
from rag.types import Kind, Order
from store.papers import ABSTRACT, TITLE, Paper

SHORT = Paper("a", "Owls", "They sleep by day, in trees and in old barns.", "Owls")
LONG = Paper("b", "Owls of the north", "They sleep.", "Owls of the north")


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Which paper has the longest title?", Order.LONGEST_TITLE),
        ("what's the shortest title?", Order.SHORTEST_TITLE),
        ("Which title is the longest?", Order.LONGEST_TITLE),
        ("the second longest abstract", Order.LONGEST_ABSTRACT),
        ("Which paper's abstract is shortest?", Order.SHORTEST_ABSTRACT),
        ("Which title has the fewest words?", Order.FEWEST_TITLE_WORDS),
        ("papers with the most words in the abstract", Order.MOST_ABSTRACT_WORDS),
        ("Which title has the most characters?", Order.LONGEST_TITLE),
        ("sort the papers by length of title", Order.LONGEST_TITLE),
        ("order them by title length, shortest first", Order.SHORTEST_TITLE),
    ],
)
def test_an_order_by_length_is_read(text: str, order: Order) -> None:
    assert length_order(text)[0] is order


@pytest.mark.parametrize(
    "text",
    ["Which paper supports the longest context?", "titles longer than ten words", "short papers"],
)
def test_other_lengths_are_none_of_titles(text: str) -> None:
    assert length_order(text) == (None, text)


def test_places_and_numbers_in_that_order() -> None:
    assert place_by_length("the second longest title") == 2
    assert place_by_length("the longest title") == 0
    assert number_by_length("the five shortest titles") == 5
    assert number_by_length("three papers with the longest abstracts") == 3
    assert number_by_length("the longest title") is None


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("How many words has the abstract of rStar?", "abstract length"),
        ("how long is the title of it?", "title length"),
        ("How long is the context?", ""),
        ("Which words are in the title?", ""),
    ],
)
def test_the_length_of_one_is_asked_for(text: str, field: str) -> None:
    assert asked_length(text) == field


def test_papers_are_sorted_by_the_part_that_is_measured() -> None:
    assert by_length([SHORT, LONG], Order.LONGEST_TITLE) == [LONG, SHORT]
    assert by_length([LONG, SHORT], Order.LONGEST_ABSTRACT) == [SHORT, LONG]
    assert by_length([LONG, SHORT], Order.SHORTEST_TITLE) == [SHORT, LONG]


def test_words_and_characters_are_told() -> None:
    assert said_length(SHORT, TITLE) == "1 word (4 characters)"
    assert words_in(SHORT, ABSTRACT) == 10


def test_the_longest_title_is_answered(chain: Chain) -> None:
    answer = chain.ask("Which paper has the longest title?")
    longest = max(chain.library.papers.values(), key=lambda paper: len(paper.title))
    assert answer.question.kind is Kind.RECORD
    assert [paper.title for paper in answer.papers] == [longest.title]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        (
            "which title is the shortest?",
            "The shortest title of 50 papers has 28 characters (3 words)",
        ),
        ("which title has the fewest words?", "fewest words in the title of 50: 3 words"),
        ("which paper has the fewest words in its title?", "title of 50: 3 words"),
    ],
)
def test_what_the_order_goes_by_comes_first(chain: Chain, text: str, size: str) -> None:
    assert size in chain.ask(text).markdown


def test_words_and_characters_may_put_titles_in_another_order() -> None:
    few = Paper("c", "Electroencephalography", "", "Electroencephalography")
    assert by_length([few, LONG], Order.SHORTEST_TITLE) == [LONG, few]
    assert by_length([LONG, few], Order.FEWEST_TITLE_WORDS) == [few, LONG]
    assert by_length([few, LONG], Order.MOST_TITLE_WORDS) == [LONG, few]
