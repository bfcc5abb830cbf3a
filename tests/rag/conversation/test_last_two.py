"""What is asked of the papers of two answers on one each."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from tests.rag.conversation.test_conversation import converse, ids

TWO = ("What is SPANN about?", "What is T-MAC about?")
NAMED = ("chen2021spann", "wei2024tmac")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("which organisation is listed for each of the two?", ("organisations",)),
        ("do both have code?", ("code",)),
    ],
)
def test_each_of_the_two_is_asked(chain: Chain, text: str, fields: tuple[str, ...]) -> None:
    asked = converse(chain, *TWO, text).question
    assert (asked.named, asked.asks) == (NAMED, fields)


def test_both_are_summed_up(chain: Chain) -> None:
    assert converse(chain, *TWO, "sum both up").question.named == NAMED


def test_both_of_one_are_none(chain: Chain) -> None:
    assert converse(chain, TWO[0], "do both have code?").question.named != NAMED


def test_which_of_two_that_were_asked_the_same(chain: Chain) -> None:
    asked = ("Tell me about WRENCH", "and Argus", "which has code?")
    assert ids(converse(chain, *asked)) == {"zhang2021wrench"}


def test_both_are_the_two_that_one_was_picked_from(chain: Chain) -> None:
    asked = ("Compare SeerAttention and SeerAttention-R", "which was first?", "who is on both?")
    assert "Yizhao Gao" in converse(chain, *asked).markdown


@pytest.mark.parametrize("text", ["and which has code?", "which of the two has code?"])
def test_which_is_of_the_pair_that_one_was_picked_from(chain: Chain, text: str) -> None:
    asked = ("compare LongRoPE and LongRoPE2", "which is newer?", text)
    assert ids(converse(chain, *asked)) == {"shang2025longrope2"}


@pytest.mark.parametrize("text", ["which of the two is faster?", "which is faster?"])
def test_two_spoken_of_are_compared(chain: Chain, text: str) -> None:
    asked = converse(chain, "what does PIT do?", "and SuperScaler?", text).question
    assert (asked.topic, asked.named) == ("speed", ("zheng2023pit", "lin2023superscaler"))


@pytest.mark.parametrize("text", ["which of the two has code?", "which of the two uses LUTs?"])
def test_which_of_the_two_is_of_no_others(chain: Chain, text: str) -> None:
    asked = converse(chain, "what does VPTQ do?", "and T-MAC?", text).question
    assert asked.scope == ("liu2024vptq", "wei2024tmac")
