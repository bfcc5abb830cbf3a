"""Follow-ups that ask for papers like the one before."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from tests.rag.conversation.test_conversation import converse, ids

TMAC, LUTNN = "wei2024tmac", "tang2023lutnn"
LUTDLA, LUT_TENSOR_CORE = "li2025lutdla", "mo2024lut"


@pytest.mark.parametrize(
    "text",
    [
        "Which other papers use the same table trick?",
        "who else uses this trick?",
        "do any others take the same approach?",
        "does anyone else do that?",
        "are there other papers with that idea?",
        "And which other ones go by a similar method?",
    ],
)
def test_the_way_of_a_paper_is_what_its_title_says_behind_via(chain: Chain, text: str) -> None:
    answer = converse(chain, "What does T-MAC do?", text)
    assert ids(answer) >= {LUTNN, LUTDLA, LUT_TENSOR_CORE}
    assert TMAC not in ids(answer)
    assert answer.question.topic == "Table Lookup"


def test_what_the_same_trick_is_may_be_said(chain: Chain) -> None:
    answer = converse(
        chain, "What is VPTQ?", "which others use the same vector quantization trick?"
    )
    assert answer.question.topic == "vector quantization"
    assert "li2025antkv" in ids(answer)
    assert "liu2024vptq" not in ids(answer)


def test_the_same_method_as_another_compares(chain: Chain) -> None:
    answer = converse(chain, "What is VPTQ?", "does it use the same method as AnTKV?")
    assert answer.question.named == ("liu2024vptq", "li2025antkv")


@pytest.mark.parametrize(
    "text", ["which papers are in the same category?", "any others from the same category?"]
)
def test_the_same_category_is_that_of_the_paper_before(chain: Chain, text: str) -> None:
    answer = converse(chain, "What is VPTQ?", text)
    assert answer.question.filters.categories == ("AI",)
    assert answer.question.besides == ("liu2024vptq",)


def test_the_same_year_is_that_of_the_paper_before(chain: Chain) -> None:
    answer = converse(chain, "What is SPANN?", "which other papers came out in the same year?")
    assert ids(answer) == {"zhang2021wrench", "zhang2021argus"}


@pytest.mark.parametrize(
    "text",
    [
        "who else works on this?",
        "any other papers about the same problem?",
        "has anyone else studied that?",
        "which papers are on the same topic?",
    ],
)
def test_the_subject_of_a_paper_is_what_its_title_says_before_with(chain: Chain, text: str) -> None:
    answer = converse(chain, "Which paper is about olympiad geometry?", text)
    assert answer.question.topic == "Gold-Medal-Level Olympiad Geometry Solving"
    assert "guan2025rstarmath" in ids(answer)
    assert "duan2025goldmedallevel" not in ids(answer)


def test_the_same_kind_of_thing_is_of_others(chain: Chain) -> None:
    text = "which other papers use the same kind of lookup tables?"
    answer = converse(chain, "What does T-MAC do?", text)
    assert ids(answer) >= {LUTNN, LUTDLA, LUT_TENSOR_CORE}
    assert TMAC not in ids(answer)


def test_something_newer_is_on_the_same_subject(chain: Chain) -> None:
    answer = converse(chain, "What does LongRoPE do?", "is there anything newer on that?")
    assert "shang2025longrope2" in ids(answer)
    assert answer.question.filters.since is not None
    none = converse(chain, "any papers on weak supervision?", "anything newer?")
    assert none.abstained


def test_others_of_that_year_are_of_the_year_of_the_paper(chain: Chain) -> None:
    asked = converse(chain, "What is PIT?", "Which year?", "Other papers from that year?").question
    assert asked.filters.since is not None
    assert asked.besides == ("zheng2023pit",)


@pytest.mark.parametrize(
    "text",
    [
        "Are there others in the library with the same aim?",
        "does another paper try to achieve the same?",
        "who else tackles this problem?",
        "which others share its goal?",
    ],
)
def test_those_with_the_same_aim_are_on_its_subject(chain: Chain, text: str) -> None:
    answer = converse(chain, "What does LongRoPE do?", text)
    assert ids(answer) == {"shang2025longrope2"}


def test_what_is_like_it_may_be_of_a_year(chain: Chain) -> None:
    asked = converse(chain, "What is VPTQ?", "any similar papers from 2025?").question
    assert asked.filters.since is not None
    assert "2025" not in asked.topic


def test_its_own_other_problems_are_of_it(chain: Chain) -> None:
    asked = converse(chain, "What is VPTQ?", "which other problems does it tackle?").question
    assert asked.named == ("liu2024vptq",)


@pytest.mark.parametrize(
    ("first", "text", "count"),
    [
        ("What category is IRGen in?", "others in that category?", 2),
        ("Which organisations is SwiftPruner from?", "other papers from there in 2023?", 7),
        ("When was SPANN published?", "other papers from that year?", 2),
    ],
)
def test_others_with_its_record(chain: Chain, first: str, text: str, count: int) -> None:
    assert len(converse(chain, first, text).papers) == count
