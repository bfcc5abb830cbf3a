"""The categories of a question: by code, in lists, in two capitals alone, and by name."""

import pytest

from rag.chain import Chain
from rag.records.category_codes import categories_in

USED = {"CL", "LG", "AI", "AR", "CV", "DC"}


def read(text: str) -> tuple[str, ...]:
    return categories_in(text, USED, {"AI"}.__contains__)[0]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("papers in cs.CV", ("CV",)),
        ("cs.lg papers", ("LG",)),
        ("the newest CV paper", ("CV",)),
        ("CL without code, how many", ("CL",)),
        ("papers in CV or AR from 2023", ("CV", "AR")),
        ("AI and ML papers", ("AI", "LG")),
        ("from the category Hardware Architecture", ("AR",)),
        ("number of computation & language papers", ("CL",)),
        ("distributed computing papers (cs.DC)", ("DC",)),
        ("computer-vision papers (CV)", ("CV",)),
    ],
)
def test_a_category_is_read(text: str, codes: tuple[str, ...]) -> None:
    assert read(text) == codes


@pytest.mark.parametrize(
    "text",
    ["which of these use AI?", "ICs by IBM", "CL-based layers", "papers on XX", "an LGX card"],
)
def test_other_capitals_are_no_category(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("How many distributed computing papers (cs.DC) are there?", 3),
        ("number of computation & language (cs.CL) papers published in 2025", 10),
        ("Papers that are neither CL nor LG but have code", 3),
        ("cs.AR + code?", 1),
    ],
)
def test_the_categorys_name_is_no_topic_beside_its_code(
    chain: Chain, question: str, count: int
) -> None:
    answer = chain.ask(question)
    assert not answer.question.topic
    assert len(answer.papers) == count


def test_a_name_with_a_hyphen_goes_with_its_code() -> None:
    left = categories_in(
        "how many computer-vision papers (CV) are there", USED, {"AI"}.__contains__
    )
    assert "vision" not in left[1]
