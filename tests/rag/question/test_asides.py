"""What stands between commas out of courtesy, and what is asked behind a statement."""

import pytest

from rag.question.afterthoughts import without_afterthought
from rag.question.asides import without_asides
from rag.question.plainly import said_plainly


@pytest.mark.parametrize(
    ("polite", "plain"),
    [
        ("At which venue, pray, was it shown?", "At which venue was it shown?"),
        ("From where, if I may ask, are the data?", "From where are the data?"),
        ("How fast is T-MAC, if you don't mind my asking?", "How fast is T-MAC?"),
        ("papers on costs, basically?", "papers on costs?"),
        ("change - transition, so to speak, in wakes", "change - transition in wakes"),
        ("By the way, who wrote it?", "who wrote it?"),
        ("How fast, slow or middling is it?", "How fast, slow or middling is it?"),
        ("Which papers prune, quantize, or distil?", "Which papers prune, quantize, or distil?"),
        ("If I may ask for owls", "If I may ask for owls"),
    ],
)
def test_courtesy_within_a_question_is_left_out(polite: str, plain: str) -> None:
    assert without_asides(polite) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (
            "The service borrowed its idea from another field. Which one?",
            "The service borrowed its idea from which field?",
        ),
        ("It was tried on a certain small board. Which?", "It was tried on which small board?"),
        ("How many have code? I need the number for a slide.", "How many have code?"),
        ("Which papers prune? It's for my thesis.", "Which papers prune?"),
        # Something else is said or asked behind these.
        (
            "What did it buy? I want the drop in bad ads.",
            "What did it buy? I want the drop in bad ads.",
        ),
        (
            "There is another paper on owls. Which one?",
            "There is another paper on owls. Which one?",
        ),
        ("Which papers use owls? Which is newest?", "Which papers use owls? Which is newest?"),
    ],
)
def test_what_is_asked_behind_a_statement(text: str, plain: str) -> None:
    assert without_afterthought(text) == plain


def test_grateful_people_ask_plainly() -> None:
    text = "I should be grateful to know on which data it was tried."
    assert said_plainly(text) == "on which data it was tried."
