"""The one paper that a few words describe, in a list before or in the library."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.conversation.the_one import _BY_MORE, described_paper
from tests.rag.conversation.test_conversation import HAGEO, converse

LIST = "Which papers are about mixture of experts?"


@pytest.mark.parametrize(
    ("first", "text", "named"),
    [
        ("papers about the KV cache", "who wrote the one by Du?", "du2025bitdecoding"),
        (LIST, "the one from 2022, how fast is it?", "hwang2022tutel"),
        (LIST, "the one for a single GPU - who wrote it?", "hwang2023pregated"),
        ("papers on quantization", "the Zeyu Li one, what does it quantize?", "li2025antkv"),
        ("papers on quantization", "what does the one by Zeyu Li deal with?", "li2025antkv"),
        (LIST, "who wrote the one on Olympiad geometry?", HAGEO),  # no paper of the list
        ("Who wrote T-MAC?", "and the one on Olympiad geometry?", HAGEO),
        ("Who wrote T-MAC?", "what does the one on image retrieval improve?", "zhang2023irgen"),
    ],
)
def test_the_list_that_has_one_else_the_library(
    chain: Chain, first: str, text: str, named: str
) -> None:
    assert converse(chain, first, text).question.named == (named,)


@pytest.mark.parametrize("text", ["who wrote the one with the best results?", "not the one by Du"])
def test_what_describes_no_paper_picks_none(chain: Chain, text: str) -> None:
    answer = converse(chain, LIST, text)
    assert answer.question.named in ((), ("hwang2022tutel",), ("hwang2023pregated",))


def test_a_title_is_a_name_whatever_names_stand_in_it(chain: Chain) -> None:
    catalog = chain._catalog
    title = catalog.papers["hwang2022tutel"].title
    assert catalog.named_in(f"Who wrote {title}?") == (("hwang2022tutel",), "Who wrote ?")


def test_the_older_of_two_after_a_word_on_the_newer(chain: Chain) -> None:
    first = "Compare SeerAttention and SeerAttention-R"
    answer = converse(chain, first, "which one is newer?", "what does the older one learn from?")
    assert answer.question.named == ("gao2024seerattention",)


def test_a_plain_word_tells_where_the_others_do_not(chain: Chain) -> None:
    before = "Which papers train LLMs with RL?"
    asked = converse(chain, before, "the long context one, how is its data made?").question
    assert asked.named == ("wang2025loongrl",)


@pytest.mark.parametrize(
    ("first", "text", "paper_id"),
    [
        ("Which papers came out in 2022?", "the one by Zhang", "zhang2022swiftpruner"),
        ("Which papers are from 2023?", "the one by Chen Tang", "tang2023elasticvit"),
        ("Which papers are about quantization?", "only the one by Liu", "liu2024vptq"),
        ("Which papers are about pruning?", "the one from 2022", "zhang2022swiftpruner"),
    ],
)
def test_the_one_by_its_record_alone_is_shown(
    chain: Chain, first: str, text: str, paper_id: str
) -> None:
    """Of several that somebody wrote, the one whose first author that is."""
    assert [paper.id for paper in converse(chain, first, text).papers] == [paper_id]


def test_the_one_that_several_are_shows_these(chain: Chain) -> None:
    asked = "the one from Microsoft Research"
    answer = converse(chain, "Which papers came out in 2022?", asked)
    assert [p.id for p in answer.papers] == ["hwang2022tutel", "zhang2022swiftpruner"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("the one for FORTRAN: what does it check?", "for FORTRAN"),  # and not "for F", "or" behind
        ("the one on Norway - who wrote it?", "on Norway"),
        ("does the one on domes use steel?", "on domes"),
        ("the one by Du", "by Du"),
    ],
)
def test_a_word_is_not_cut_where_another_begins_like_its_end(text: str, what: str) -> None:
    match = _BY_MORE.search(text)
    assert match is not None
    assert match["what"] == what


@pytest.mark.parametrize("text", ["the whole paper", "the next study", "the paper", "the same one"])
def test_mere_words_of_order_describe_none(chain: Chain, text: str) -> None:
    ids = list(chain.library.papers)
    assert described_paper(f"what is in {text}?", ids, chain._catalog) is None


def test_a_study_beside_it_is_another(chain: Chain) -> None:
    ids = ["wei2024tmac", "zhang2023irgen"]
    retrieval = described_paper("in the retrieval study, what is learnt?", ids, chain._catalog)
    assert retrieval is not None
    assert retrieval.paper_id == "zhang2023irgen"
    assert described_paper("is it like the retrieval study?", ids, chain._catalog) is None
