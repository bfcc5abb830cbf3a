"""Follow-ups that go back to an earlier answer of the conversation."""

from __future__ import annotations

import time

import pytest

from rag.chain import Chain
from rag.conversation.make_whole import make_whole
from rag.question.askable import MAX_CHARACTERS
from rag.records.catalog import Catalog
from tests.rag.conversation.test_conversation import converse, ids

EDGE = "Which papers are about edge devices?"
EXPERTS, CACHE = "Which papers are about mixture of experts?", "Which papers quantise the KV cache?"
TUTEL, PREGATED, NNJIT = "hwang2022tutel", "hwang2023pregated", "jia2023empowering"


@pytest.mark.parametrize(
    "text",
    [
        "Let's go back to the first list. Which of them are from 2023?",
        "back to the original list: which ones are from 2023?",
        "Returning to your first list, which of those are from 2023?",
        "which papers of the first list are from 2023?",
        "Which of them are from 2023?",
        "only the ones from 2023",
    ],
)
def test_the_list_of_which_one_paper_was_spoken_comes_back(chain: Chain, text: str) -> None:
    first = [paper.id for paper in chain.ask(EDGE).papers]
    of_2023 = {paper_id for paper_id in first if "2023" in paper_id}
    assert {NNJIT} <= of_2023 < set(first)
    answer = converse(chain, EDGE, "Does one of them run inside a web browser?", text)
    assert ids(answer) == of_2023


@pytest.mark.parametrize(
    "text",
    [
        "back to the first list, which of them are from 2023?",
        "Let's return to the mixture of experts papers. Which of them are from 2023?",
        "of the papers in the first list, which are from 2023?",
        "ok back to my first question: which of those are from 2023?",
        "Going back to the mixture of experts papers - which of them are from 2023?",
        "go back to the earlier list, which of them are from 2023?",
    ],
)
def test_an_earlier_list_comes_back_over_a_later_one(chain: Chain, text: str) -> None:
    assert ids(converse(chain, EXPERTS, CACHE, text)) == {PREGATED}


def test_going_back_alone_shows_the_answer_again(chain: Chain) -> None:
    assert ids(converse(chain, EXPERTS, CACHE, "back to my first question")) == {TUTEL, PREGATED}


def test_going_back_to_a_paper(chain: Chain) -> None:
    answer = converse(chain, "What is SPANN?", "What is T-MAC?", "back to SPANN: who wrote it?")
    assert ids(answer) == {"chen2021spann"}
    assert answer.question.asks == ("authors",)


def test_which_of_them_after_a_question_about_one(chain: Chain) -> None:
    answer = converse(chain, EXPERTS, "Who wrote Tutel?", "which of them are from 2023?")
    assert ids(answer) == {PREGATED}


def test_a_new_question_goes_back_to_nothing(chain: Chain) -> None:
    answer = converse(chain, EXPERTS, "Which papers scale back to the first layers of a network?")
    assert answer.question.scope is None


def test_which_of_them_after_what_somebody_worked_on(chain: Chain) -> None:
    answer = converse(chain, "What has Yang Wang worked on?", "Which of them concern quantization?")
    assert ids(answer) == {"liu2024vptq", "li2025antkv"}


@pytest.mark.parametrize(
    "words",
    [
        "drop the ",
        "leave out ",
        "and then ",
        "back to the first ",
        "which of the rest ",
        "the same ",
        "same but ",
        "what does each ",
        "the rStar ",
        "is SPANN faster ",
        "sum them up ",
        "vs ",
        "in both lists ",
    ],
)
@pytest.mark.parametrize("length", [MAX_CHARACTERS, MAX_CHARACTERS - 600])
def test_the_longest_follow_up_is_read_at_once(chain: Chain, words: str, length: int) -> None:
    before = [chain.ask(EXPERTS)]
    text = (words * length)[:length].strip()
    start = time.perf_counter()
    make_whole(text, before, Catalog(chain.library.papers))
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("between", "text", "named"),
    [
        ("who wrote IRGen?", "back to the first one: what does one report cost?", "zhang2021argus"),
        ("what is IRGen?", "going back to the previous one, who wrote it?", "zhang2021argus"),
        ("what is IRGen?", "back to the first: who wrote it?", "zhang2021argus"),
        ("what is IRGen?", "return to the first system, who made it?", "zhang2021argus"),
        ("what is IRGen?", "about the first one again: is there code?", "zhang2021argus"),
        (
            "Which papers are about pruning?",
            "back to the first one: what blockchain does it use?",
            "zhang2021argus",
        ),
        ("what is IRGen?", "and the first paper, when did it come out?", "zhang2021argus"),
        ("what is IRGen?", "who wrote the second one?", "zhang2023irgen"),
        ("what is IRGen?", "who wrote the other one?", "zhang2021argus"),
    ],
)
def test_back_to_one_paper(chain: Chain, between: str, text: str, named: str) -> None:
    answer = converse(chain, "What is Argus?", between, text)
    assert answer.question.named == (named,)


def test_back_to_the_first_one_of_a_list_is_its_first_paper(chain: Chain) -> None:
    answer = converse(chain, EXPERTS, "what is SPANN?", "back to the first one: who wrote it?")
    assert answer.question.named == (chain.ask(EXPERTS).papers[0].id,)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("of the second group, which are from 2023?", "jiang2023accurate"),
        ("in the first group, which are from 2023?", "hwang2023pregated"),
        ("of the former, which are from 2023?", "hwang2023pregated"),
        ("of the latter, which are from 2023?", "jiang2023accurate"),
    ],
)
def test_one_of_two_sets_is_gone_back_to(chain: Chain, text: str, named: str) -> None:
    answer = converse(chain, "papers on MoE", "and on speech recognition?", text)
    assert named in ids(answer)
    assert len({"jiang2023accurate", "hwang2023pregated"} & ids(answer)) == 1


def test_the_former_of_two_papers_is_a_paper(chain: Chain) -> None:
    answer = converse(chain, "compare T-MAC and SPANN", "who wrote the former?")
    assert answer.question.named == ("wei2024tmac",)


@pytest.mark.parametrize("text", ["go back", "back", "undo that", "the previous list"])
def test_one_step_back(chain: Chain, text: str) -> None:
    asked = ("Which papers target mobile devices?", "what about browsers?")
    assert ids(converse(chain, *asked, text)) == ids(converse(chain, asked[0]))


def test_the_first_list_again(chain: Chain) -> None:
    asked = ("Which papers are about quantization?", "which of those are about KV cache?")
    assert ids(converse(chain, *asked, "the first list again")) == ids(converse(chain, asked[0]))


def test_back_from_what_was_not_found(chain: Chain) -> None:
    answer = converse(chain, "papers on pruning", "papers on juggling", "go back")
    assert ids(answer) == ids(chain.ask("papers on pruning"))


def test_back_from_one_paper_to_another(chain: Chain) -> None:
    answer = converse(chain, "What is VPTQ?", "What is T-MAC?", "go back")
    assert ids(answer) == {"liu2024vptq"}


def test_back_where_there_is_but_one_answer(chain: Chain) -> None:
    assert ids(converse(chain, "papers on pruning", "back")) == ids(chain.ask("papers on pruning"))
