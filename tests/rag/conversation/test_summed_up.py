"""Follow-ups that want in short what was shown."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import converse, ids

MOE = "Which papers are about mixture-of-experts?"


@pytest.mark.parametrize(
    "text",
    [
        "sum them up for me",
        "can you summarise all of them briefly?",
        "one line per paper please",
        "describe each in a sentence",
        "what are they about?",
        "tl;dr?",
    ],
)
def test_each_paper_of_a_list_has_its_part(chain: Chain, text: str) -> None:
    answer = converse(chain, MOE, text)
    assert answer.question.kind is Kind.COMPARE
    assert len(ids(answer)) == 2
    assert ids(answer) == ids(chain.ask(MOE))


@pytest.mark.parametrize(
    "text",
    [
        "in one sentence pls",
        "give me the gist in one line",
        "what's the main idea?",
        "key takeaways?",
        "explain it in simple terms",
        "and in plain English?",
    ],
)
@pytest.mark.parametrize("before", ["What is SPANN?", "Who wrote SPANN?"])
def test_one_paper_is_summed_up(chain: Chain, before: str, text: str) -> None:
    answer = converse(chain, before, text)
    assert answer.question.kind is Kind.SUMMARY
    assert ids(answer) == {"chen2021spann"}
    assert not answer.abstained


def test_a_fact_in_short_is_that_fact(chain: Chain) -> None:
    asked = "How much faster is SPANN than DiskANN?"
    answer = converse(chain, asked, "in short?")
    assert answer.question.kind is Kind.FACT
    assert answer.markdown == chain.ask(asked).markdown


@pytest.mark.parametrize("text", ["in one sentence, who wrote it?", "summary of the IRGen paper"])
def test_what_asks_more_is_no_request_to_sum_up_the_last(chain: Chain, text: str) -> None:
    answer = converse(chain, "What is SPANN?", text)
    assert answer.question.kind is Kind.RECORD or ids(answer) == {"zhang2023irgen"}


@pytest.mark.parametrize(
    "text", ["tell me more", "more details please", "go on", "what does it do, briefly?"]
)
def test_more_of_one_paper_is_an_account_of_it(chain: Chain, text: str) -> None:
    answer = converse(chain, "What is T-MAC?", text)
    assert answer.question.kind is Kind.SUMMARY
    assert answer.question.named == ("wei2024tmac",)


def test_any_more_asks_for_other_papers(chain: Chain) -> None:
    answer = converse(chain, "papers on MoE", "any more?")
    assert answer.question.kind is not Kind.SUMMARY
