"""Whose papers "his", "her" and "with whom" speak of."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.records.tally import TallyOf
from tests.rag.conversation.test_conversation import converse, ids

CAO = "Who is Shijie Cao?"
IN_2025 = {"gao2025seerattentionr", "du2025bitdecoding"}


@pytest.mark.parametrize(
    "text", ["what did he do in 2025?", "his papers from 2025?", "and what has he written in 2025"]
)
def test_he_is_whose_papers_were_asked_for(chain: Chain, text: str) -> None:
    assert ids(converse(chain, CAO, text)) == IN_2025


@pytest.mark.parametrize("text", ["with whom?", "and with whom?", "who did he write them with?"])
def test_with_whom_those_papers_were_written(chain: Chain, text: str) -> None:
    answer = converse(chain, CAO, "what did he do in 2025?", text)
    assert ids(answer) == IN_2025
    assert answer.question.tally is not None
    assert answer.question.tally.leaving == ("Shijie Cao",)


def test_coauthors_are_those_of_all_the_papers(chain: Chain) -> None:
    answer = converse(chain, "papers by Shijie Cao", "with code", "who are his coauthors?")
    assert answer.question.tally is not None
    assert answer.question.tally.of is TallyOf.AUTHOR
    assert len(answer.papers) == 5


def test_a_word_on_a_paper_between_does_not_change_who_she_is(chain: Chain) -> None:
    asked = ("papers by Ting Cao", "anything about browsers?", "tell me about it")
    assert converse(chain, *asked, "her newest paper?").question.filters.authors == ("Ting Cao",)


def test_of_a_papers_authors_he_is_the_first(chain: Chain) -> None:
    asked = ("papers by Shijie Cao", "Who wrote LongRoPE?", "what else did he write?")
    assert "Shijie Cao" not in converse(chain, *asked).question.filters.authors


def test_with_whom_after_his_papers_were_narrowed(chain: Chain) -> None:
    asked = ("Yang Wang's papers", "any on GPUs?", "who did he write it with?")
    tally = converse(chain, *asked).question.tally
    assert tally is not None
    assert tally.leaving == ("Yang Wang",)


def test_his_oldest(chain: Chain) -> None:
    question = converse(chain, "Yang Wang's papers", "any on GPUs?", "and his oldest?").question
    assert question.filters.authors == ("Yang Wang",)


@pytest.mark.parametrize("text", ["her latest", "and her newest one?", "show me her last paper"])
def test_her_latest_alone_is_one_paper(chain: Chain, text: str) -> None:
    asked = ("papers by Ting Cao", text)
    newest = ids(converse(chain, "What is the newest paper by Ting Cao?"))
    assert ids(converse(chain, *asked)) == newest
    after = converse(chain, *asked, "and before that?")
    assert after.question.filters.authors == ("Ting Cao",)
    assert len(after.papers) == 1
    assert ids(after) != newest


def test_her_latest_on_something_is_no_such(chain: Chain) -> None:
    answer = converse(chain, "papers by Ting Cao", "her latest work on quantization")
    assert "quantization" in answer.question.topic
