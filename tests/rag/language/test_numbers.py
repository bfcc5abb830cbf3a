from __future__ import annotations

import re

import pytest

from rag.language.bounds import Bounds, bounded, bounds_of
from rag.language.numbers import CARDINAL, COUNT, ORDINAL, number_of, place_of
from rag.records.order import skipped, wanted_limit, wanted_order
from rag.types import Order


@pytest.mark.parametrize(
    ("words", "number"),
    [("7", 7), ("Seven", 7), ("eighteen", 18), ("fifty", 50), ("dozen", 12), ("couple", 2)],
)
def test_numbers(words: str, number: int) -> None:
    assert re.fullmatch(CARDINAL, words, re.I)
    assert number_of(words) == number


@pytest.mark.parametrize(
    ("words", "number"), [("no", 0), ("a single", 1), ("a couple of", 2), ("half a dozen", 6)]
)
def test_numbers_before_a_noun(words: str, number: int) -> None:
    assert re.fullmatch(COUNT, words, re.I)
    assert number_of(words) == number


@pytest.mark.parametrize(
    ("word", "place"), [("First", 1), ("2nd", 2), ("seventh", 7), ("twelfth", 12), ("11th", 11)]
)
def test_places(word: str, place: int) -> None:
    assert re.fullmatch(ORDINAL, word, re.I)
    assert place_of(word) == place


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("more than 3 but fewer than 6 authors", Bounds(4, 5)),
        ("more than three authors but fewer than six", Bounds(4, 5)),
        ("at least two and at most three authors", Bounds(2, 3)),
        ("between 2 and 4 authors", Bounds(2, 4)),
        ("from two to four authors", Bounds(2, 4)),
        ("several authors, but no more than five", Bounds(2, 5)),
        ("fifteen or more authors", Bounds(15)),
    ],
)
def test_bounds_on_both_sides(words: str, bounds: Bounds) -> None:
    match = re.fullmatch(bounded("authors"), words, re.I)
    assert match
    assert bounds_of(match) == bounds


@pytest.mark.parametrize(
    ("text", "order", "skip", "limit"),
    [
        ("the sixth oldest paper", Order.OLDEST, 5, 1),
        ("the 4th newest", Order.NEWEST, 3, 1),
        ("the second and third oldest papers", Order.OLDEST, 1, 2),
        ("the 2nd to 4th most recent papers", Order.NEWEST, 1, 3),
        ("the penultimate paper", Order.NEWEST, 1, 1),
        ("the second to last paper", Order.NEWEST, 1, 1),
        ("the last but one", Order.NEWEST, 1, 1),
        ("the third from last", Order.NEWEST, 2, 1),
        ("the last dozen papers", Order.NEWEST, 0, 12),
        ("the first couple of papers", Order.OLDEST, 0, 2),
        ("the newest eleven", Order.NEWEST, 0, 11),
    ],
)
def test_places_in_an_order(text: str, order: Order, skip: int, limit: int) -> None:
    assert (wanted_order(text), skipped(text), wanted_limit(text)) == (order, skip, limit)
