from dataclasses import replace

import pytest

from rag.types import Filters, Kind, Question
from ui.actions import Asking, Press, asking, read_press
from ui.conversation import Turn

QUESTION = Question(
    "Papers with code?", "Papers with code?", Kind.LIST, filters=Filters(has_code=True)
)


@pytest.fixture
def turns(answer):
    return (Turn("a"), Turn("b", answer=replace(answer("B."), question=QUESTION)))


@pytest.mark.parametrize("data", [None, [], "ask", {}, {"name": 1}, {"name": "ask", "value": {}}])
def test_anything_but_a_name_and_a_value_is_nothing(data):
    assert read_press(data) is None


def test_a_press_is_a_name_and_a_value():
    assert read_press({"name": "ask", "value": "Why?", "more": 1}) == Press("ask", "Why?")


def test_asking_follows_all_turns_and_asking_again_replaces_the_last(turns):
    assert asking(Press("ask", "Why?"), turns) == Asking("Why?", turns)
    assert asking(Press("retry", ""), turns) == Asking("b", turns[:1])


def test_a_question_that_was_narrowed_is_asked_again_as_it_was(turns):
    assert asking(Press("retry", ""), (Turn("c", QUESTION),)) == Asking(QUESTION, ())


def test_a_chip_asks_without_its_filter(turns):
    wanted = asking(Press("without", "2-1"), turns)
    assert wanted.earlier == turns
    assert wanted.question.filters == Filters()
    assert wanted.question.text == "Papers with code? (without: with code)"


@pytest.mark.parametrize("value", ["", "2", "2-", "0-1", "3-1", "2-0", "2-2", "1-1", "x-y", "²-1"])
def test_a_chip_that_is_not_there_asks_nothing(value, turns):
    assert asking(Press("without", value), turns) is None


@pytest.mark.parametrize("press", [Press("ask", " "), Press("retry", ""), Press("shout", "x")])
def test_what_fits_nothing_asks_nothing(press):
    assert asking(press, ()) is None
