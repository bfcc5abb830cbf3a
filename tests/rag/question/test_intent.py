"""Questions that no pattern was written for, told apart by their wording as a whole."""

import pytest

from rag.question.intent import is_for_set, set_log_odds, words_of
from rag.question.kinds import BY_ORDER, SAID, UNSAID


@pytest.mark.parametrize(
    "text",
    [
        "our phones are slow. which of these would help?",
        "people who tried to get rid of labelling by hand",
        "What relies on graph partitioning or on spectral methods?",
    ],
)
def test_a_new_wording_is_read_as_a_set(text: str) -> None:
    assert is_for_set(text, UNSAID)


@pytest.mark.parametrize(
    "text",
    [
        "how much memory did the second run take?",
        "In the salt trial, which drug was given first?",
        "Write a poem about autumn",
    ],
)
def test_a_new_wording_is_read_as_of_one(text: str) -> None:
    assert not is_for_set(text, SAID)


def test_where_records_choose_the_wording_must_say_more() -> None:
    text = "T-MAC speedup"
    assert -3 < set_log_odds(text) < -0.5
    assert not is_for_set(text, SAID)
    assert is_for_set(text, BY_ORDER)


def test_words_and_pairs_of_words_are_what_it_learns_from() -> None:
    assert list(words_of("Who’s Low?")) == ["who's", "low", "?", "who's low", "low ?"]
