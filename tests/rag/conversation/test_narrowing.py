"""Follow-ups that narrow the answer before, and those that only look like it."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from tests.rag.conversation.test_conversation import SWIFTPRUNER, converse, ids


def test_others_instead_are_not_among_those_before(chain: Chain) -> None:
    before = chain.ask("Which papers quantise the KV cache?")
    answer = chain.ask("And which ones quantise the weights of an LLM instead?", [before])
    assert answer.question.scope is None
    assert "liu2024vptq" in {paper.id for paper in answer.papers}


def test_what_is_dealt_with_may_go_on(chain: Chain) -> None:
    before = chain.ask("Which papers deal with pruning?")
    answer = chain.ask("and with geometry?", [before])
    assert [paper.id for paper in answer.papers] == ["duan2025goldmedallevel"]


def test_not_about_something_narrows(chain: Chain) -> None:
    before = chain.ask("Which papers are about pruning?")
    answer = chain.ask("and not about BERT?", [before])
    left = {paper.id for paper in answer.papers}
    assert left < {paper.id for paper in before.papers}
    assert "zhang2022swiftpruner" not in left


def test_how_many_by_somebody_counts_those_before(chain: Chain) -> None:
    before = chain.ask("Which papers are about pruning?")
    counted = chain.ask("how many by Li Lyna Zhang?", [before])
    assert {paper.id for paper in counted.papers} < {paper.id for paper in before.papers}


def test_a_follow_up_that_names_nothing_lists_no_library(chain: Chain) -> None:
    before = chain.ask("Is there anything on pruning?")
    assert chain.ask("and what about that?", [before]).abstained


def test_thanks_before_a_question_say_nothing(chain: Chain) -> None:
    before = chain.ask("Which papers are about pruning?")
    answer = chain.ask("ok, thanks, and about geometry?", [before])
    assert answer.question.text == "ok, thanks, and about geometry?"
    assert [paper.id for paper in answer.papers] == ["duan2025goldmedallevel"]


def test_all_but_the_one_about_something(chain: Chain) -> None:
    before = chain.ask("Which papers target CPUs?")
    answer = chain.ask("without the one about geometry", [before])
    left = {paper.id for paper in before.papers} - {"duan2025goldmedallevel"}
    assert {paper.id for paper in answer.papers} == left


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("for vision only pls", "tang2023elasticvit"),
        ("mobile devices only", "tang2023elasticvit"),
        ("but for text alone, please", "wang2019textnas"),
        ("from 2019 only", "wang2019textnas"),
        ("specifically on text", "wang2019textnas"),
        ("can you narrow it down to text?", "wang2019textnas"),
    ],
)
def test_only_may_stand_at_the_end(chain: Chain, text: str, found: str) -> None:
    first = "What do you have on neural architecture search?"
    assert ids(converse(chain, first, text)) == {found}


@pytest.mark.parametrize(
    ("first", "text", "left"),
    [
        ("KV cache quantization papers?", "does either of them ship code?", 1),
        ("how many papers did Li Lyna Zhang write?", "how many of hers have code?", 3),
        ("What has Li Lyna Zhang published?", "which of her papers have code?", 3),
    ],
)
def test_either_of_them_and_hers_are_those_before(
    chain: Chain, first: str, text: str, left: int
) -> None:
    before = converse(chain, first)
    answer = converse(chain, first, text)
    assert ids(answer) < ids(before)
    assert len(answer.papers) == left


def test_it_is_the_topic_where_papers_are_spoken_of(chain: Chain) -> None:
    first = "Which papers involve image retrieval?"
    answer = converse(chain, first, "and which of these trained a model on it?")
    assert "image retrieval" in answer.question.topic
    assert answer.question.named == ()


def test_another_year_is_not_looked_for_in_the_year_before(chain: Chain) -> None:
    asked = ("Which papers are from 2023?", "which of them are on pruning?", "and from 2022?")
    assert SWIFTPRUNER in ids(converse(chain, *asked))


@pytest.mark.parametrize("text", ["before 2023?", "2022?", "in 2022"])
def test_a_bare_condition_is_put_on_the_set_before(chain: Chain, text: str) -> None:
    answer = converse(chain, "papers with Li Lyna Zhang", text)
    assert ids(answer) == {SWIFTPRUNER}


@pytest.mark.parametrize(
    "text",
    [
        "any not from 2025?",
        "any that aren't from 2025",
        "anything not from 2025?",
        "any older than 2025",
        "any other than 2025?",
    ],
)
def test_any_not_so_is_one_of_those(chain: Chain, text: str) -> None:
    answer = converse(chain, "papers in category AR", text)
    assert [paper.title.partition(":")[0] for paper in answer.papers] == ["LUT Tensor Core"]


def test_ones_that_do_something_are_of_those_before(chain: Chain) -> None:
    answer = converse(chain, "kv cache papers", "ones that quantize it")
    assert ids(answer) == {"du2025bitdecoding", "li2025antkv"}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("dates?", ("date",)),
        ("their titles?", ("title",)),
        ("years?", ("date",)),
        ("who n when", ("authors", "date")),
    ],
)
def test_bare_fields_are_those_of_the_list_before(
    chain: Chain, text: str, fields: tuple[str, ...]
) -> None:
    asked = converse(chain, "papers about MoE", text).question
    assert (asked.asks, len(asked.scope or ())) == (fields, 2)


def test_those_that_predate_a_year(chain: Chain) -> None:
    asked = converse(chain, "Which papers introduce a benchmark?", "Which of those predate 2025?")
    assert asked.question.filters.until is not None
    assert ids(asked) == {"zhang2021wrench"}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("which of those gets by with one GPU?", 1),
        ("Which of them is for running on a single GPU?", 1),
        ("which one runs on a single GPU?", 1),
        ("which of those run on a GPU?", 2),
        ("which of them are for GPUs?", 2),
    ],
)
def test_which_of_them_is_it_asks_for_one(chain: Chain, text: str, count: int) -> None:
    assert len(converse(chain, "papers on mixture of experts", text).papers) == count


def test_or_later_is_no_order(chain: Chain) -> None:
    asked = ("Which papers use lookup tables?", "only the ones from 2024 or later")
    question = converse(chain, *asked).question
    assert (question.order, question.filters.until) == (None, None)


@pytest.mark.parametrize("text", ["code?", "their code?", "what about code?"])
def test_bare_code_asks_which_of_them_have_it(chain: Chain, text: str) -> None:
    asked = converse(chain, "papers on pruning", text).question
    assert asked.filters.has_code
    assert asked.scope is not None


def test_not_a_year_is_of_those_before(chain: Chain) -> None:
    assert converse(chain, "papers on pruning", "not 2023").question.scope is not None


@pytest.mark.parametrize(
    "text",
    ["which of them say they are the first?", "do any of these claim to be the first to do it?"],
)
def test_what_papers_before_claim_is_asked_of_all_of_them(chain: Chain, text: str) -> None:
    asked = converse(chain, "Which papers are about attention?", text).question
    assert asked.scope is not None
    assert len(asked.scope) > 1
    assert asked.stated is not None
    assert asked.limit is None


@pytest.mark.parametrize("between", ["which has code?", "who wrote T-MAC?"])
def test_which_is_newer_weighs_the_two_compared(chain: Chain, between: str) -> None:
    answer = converse(chain, "compare T-MAC and VPTQ", between, "which is newer?")
    assert answer.question.scope == ("wei2024tmac", "liu2024vptq")
    assert ids(answer) == {"liu2024vptq"}


def test_the_newest_paper_is_of_the_library(chain: Chain) -> None:
    asked = ("compare T-MAC and VPTQ", "which has code?", "which is the newest paper?")
    assert converse(chain, *asked).question.scope is None


@pytest.mark.parametrize(
    ("first", "one", "other", "count"),
    [
        ("Papers from 2024", "those in CL", "and those in AR?", 1),
        ("Papers by Li Lyna Zhang", "which are from 2025?", "which are from 2024?", 1),
        ("Papers on quantization", "those by Shijie Cao", "those by Yang Wang", 2),
    ],
)
def test_another_value_of_a_field_is_of_the_set_before(
    chain: Chain, first: str, one: str, other: str, count: int
) -> None:
    answer = converse(chain, first, one, other)
    assert len(answer.papers) == count
    assert ids(answer) <= ids(chain.ask(first))


def test_another_field_narrows_on(chain: Chain) -> None:
    asked = ("Papers by Li Lyna Zhang", "only with code", "only those from 2023")
    assert converse(chain, *asked).abstained


def test_not_only_is_no_only(chain: Chain) -> None:
    asked = converse(
        chain, "Papers on table lookup", "which propose hardware, not only software?"
    ).question
    assert asked.without == ""


def test_what_is_counted_of_them_is_counted_twice(chain: Chain) -> None:
    text = "how many of these are from 2025 and how many of them are from 2023?"
    assert converse(chain, "Papers on quantization", text).markdown.startswith(
        "from 2025: **3**; from 2023: **2**."
    )


def test_how_many_with_code_is_of_the_set_before(chain: Chain) -> None:
    first = chain.ask("papers on pruning")
    asked = chain.ask("and how many with code?", [first]).question
    assert asked.counted
    assert set(asked.scope or ()) == {paper.id for paper in first.papers}
