"""Forms that ask something of one paper."""

import pytest

from rag.question.of_one import is_of_one


@pytest.mark.parametrize(
    "text",
    [
        "dementia paper: best classifier and its accuracy",
        "the quarry study - which soil was used?",
        "in the owl count paper: how many woods?",
        "which generator held up best when data were rebuilt",
        "What sensor performed worst in fog?",
        "which oven is the fastest",
        "Which dose was most effective in rats?",
        "Which parser is used by the system for grading essays?",
    ],
)
def test_something_of_one_paper_is_asked(text: str) -> None:
    assert is_of_one(text)


@pytest.mark.parametrize(
    "text",
    [
        "papers: dementia",
        "dementia papers: accuracy",
        "the latest paper: what is it on?",
        "any owl paper: I take what there is",
        "one pruning paper - any will do",
        "which papers did best on mails?",
        "which methods work best without data?",
        "which approach is fastest on phones?",
        "which paper is the latest",
        "which subject is of interest here",
        "which models are the best known",
        "which process is a test of nerves",
    ],
)
def test_a_set_or_a_record_is_asked_for(text: str) -> None:
    assert not is_of_one(text)
