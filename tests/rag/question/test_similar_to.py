"""Papers asked for by their likeness to a named one."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.question.similar_to import similar_to
from rag.types import Kind


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("papers like T-MAC", "papers"),
        ("anything similar to T-MAC?", "papers ?"),
        ("what other papers are closest to T-MAC", "papers are"),
        ("more like T-MAC", "papers"),
        ("papers from 2024 like T-MAC with code", "papers from 2024 with code"),
        ("what else is there along the lines of the T-MAC", "papers is there"),
        ("similar papers to T-MAC", "papers"),
        ('papers similar to "T-MAC"', 'papers "'),
    ],
)
def test_the_paper_and_what_else_is_asked(chain: Chain, text: str, rest: str) -> None:
    found = similar_to(text, chain._catalog)
    assert found is not None
    assert chain.library.papers[found.paper_id].title.startswith("T-MAC")
    assert " ".join(found.rest.split()) == rest


@pytest.mark.parametrize(
    "text",
    [
        "papers similar to T-MAC in using lookup tables",
        "what is T-MAC like?",
        "papers like these",
        "I like T-MAC. Who wrote it?",
        "Which papers compare with T-MAC?",
    ],
)
def test_other_questions_ask_for_no_likeness(chain: Chain, text: str) -> None:
    assert similar_to(text, chain._catalog) is None


def titles(chain: Chain, question: str) -> list[str]:
    return [paper.title.partition(":")[0] for paper in chain.ask(question).papers]


def test_the_nearest_papers_are_listed_without_the_one_named(chain: Chain) -> None:
    found = titles(chain, "Which papers are similar to T-MAC?")
    assert found[0] == "LUT Tensor Core"
    assert "T-MAC" not in found
    assert len(found) <= 5
    assert "like T-MAC" in chain.ask("papers like T-MAC").understood
    assert titles(chain, "two papers like T-MAC from 2024") == ["LUT Tensor Core", "VPTQ"]


def test_where_no_paper_is_near_none_is_listed(chain: Chain) -> None:
    answer = chain.ask("papers like Argus")
    assert answer.abstained
    assert "Near misses" in answer.markdown


def test_a_topic_beside_a_likeness_is_a_topic(chain: Chain) -> None:
    asked = chain.ask("papers on quantization like VPTQ").question
    assert asked.like == ""
    assert asked.kind in (Kind.LIST, Kind.NONE)
