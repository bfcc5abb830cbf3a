from __future__ import annotations

import pytest

from rag.chain import Chain

ASR, TOP = "jiang2023accurate", "li2023constraintaware"


@pytest.mark.parametrize(
    ("question", "papers"),
    [
        ("Which papers use both lookup tables and CPUs?", {"wei2024tmac"}),
        ("Which papers rely on lookup tables and also target CPUs?", {"wei2024tmac"}),
        ("Which papers treat quantization as well as architecture search?", {"zhang2023spaceevo"}),
        ("both pruning and distillation", {ASR, TOP}),
        ("papers that combine distillation with pruning", {ASR, TOP}),
        ("Which pruning papers are also about speech?", {ASR}),
        ("Which papers use both pruning and distillation but not for speech?", {TOP}),
    ],
)
def test_a_paper_must_have_each_of_several_things(
    chain: Chain, question: str, papers: set[str]
) -> None:
    assert {paper.id for paper in chain.ask(question).papers} == papers


def test_where_no_paper_has_both_none_is_shown(chain: Chain) -> None:
    assert not chain.ask("Which papers are on image retrieval?").abstained
    answer = chain.ask("Which papers are about both image retrieval and quantization?")
    assert answer.abstained
    assert not answer.papers


def test_the_sentence_that_has_both_is_shown(chain: Chain) -> None:
    answer = chain.ask("papers on both pruning and distillation")
    quote = next(c.quote for c in answer.citations if c.paper_id == ASR)
    assert "pruning" in quote
    assert "distillation" in quote


def test_sets_that_are_named_one_by_one_are_added(chain: Chain) -> None:
    both = {p.id for p in chain.ask("papers on image retrieval and papers on speech").papers}
    each = (chain.ask(f"papers on {topic}").papers for topic in ("image retrieval", "speech"))
    assert both == {paper.id for papers in each for paper in papers}


@pytest.mark.parametrize(
    "question", ["Which papers use MoE?", "papers that use mixture of experts"]
)
def test_a_thing_that_only_gave_an_idea_is_not_used(chain: Chain, question: str) -> None:
    found = {paper.id for paper in chain.ask(question).papers}
    assert found == {"hwang2022tutel", "hwang2023pregated"}
