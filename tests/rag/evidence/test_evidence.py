from __future__ import annotations

import pytest

from rag.evidence.asked_value import expected
from rag.evidence.finder import Finder
from store.library import Library


def test_the_sentence_with_the_figure_comes_first(finder: Finder) -> None:
    question = "How much faster is ElasticViT-S1 than EfficientNet-B0?"
    found = finder.find("tang2023elasticvit", question, question)
    assert "2.62" in found.sentences[0].text


def test_evidence_is_verbatim_at_its_place(finder: Finder, library: Library) -> None:
    found = finder.find("chen2021spann", "What recall does SPANN reach?", "What recall reach?")
    assert 1 <= len(found.sentences) <= 3
    for evidence in found.sentences:
        part = library.papers[evidence.paper_id].part(evidence.section)
        assert part[evidence.start : evidence.end] == evidence.text


def test_sentences_come_best_first(finder: Finder) -> None:
    question = "What speedup does it have over DiskANN?"
    scores = [e.score for e in finder.find("chen2021spann", question, question).sentences]
    assert scores == sorted(scores, reverse=True)


def test_coverage_is_full_where_the_paper_has_every_word(finder: Finder) -> None:
    found = finder.find("wei2024tmac", "lookup table throughput", "lookup table throughput")
    assert found.coverage == pytest.approx(1.0)
    assert found.missing == ()


def test_what_no_paper_has_is_missing_and_strange(finder: Finder) -> None:
    found = finder.find("wei2024tmac", "its zebra throughput", "its zebra throughput")
    assert found.missing == found.strange == ("zebra",)
    assert 0 < found.coverage < 1


def test_an_acronym_covers_what_it_stands_for(finder: Finder) -> None:
    text = "mixture of experts"
    assert finder.find("hwang2023pregated", text, text).missing == ()
    assert finder.find("hwang2023pregated", "MoE", "MoE").missing == ()


@pytest.mark.parametrize(
    ("question", "sentence", "score"),
    [
        ("How much faster is it?", "It is 2.5x faster.", 1.0),
        ("How much faster is it?", r"It brings a $5.9\times$ speedup.", 1.0),
        ("How much faster is it?", "It was written in 2021.", 0.0),
        ("How many GPUs?", "It runs on 2,048 GPUs.", 1.0),
        ("How many GPUs?", "It runs on eight GPUs.", 1.0),
        ("How many GPUs?", "It runs on GPUs.", 0.0),
        ("What is it called?", "It runs on 2,048 GPUs.", 0.0),
    ],
)
def test_a_number_is_expected_where_one_is_asked_for(
    question: str, sentence: str, score: float
) -> None:
    assert expected(question, sentence) == score
