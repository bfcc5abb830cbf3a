from __future__ import annotations

import time
from datetime import date

import pytest

from rag.question.askable import MAX_CHARACTERS
from rag.question.asks import asked_fields
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.types import Filters, Kind, Order
from store.errors import QuestionError
from tests.rag.conftest import Chained


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Which papers target CPUs?", Kind.LIST),
        ("papers on quantization", Kind.LIST),
        ("speech recognition", Kind.LIST),
        ("What does this library have on quantization?", Kind.LIST),
        ("I'm looking for pruning, which papers should I read?", Kind.LIST),
        ("Which experiments were done on A100 cards?", Kind.LIST),
        ("Give me an overview of the debate on long context", Kind.LIST),
        ("Summarise what the papers say about mixture of experts", Kind.LIST),
        ("Summarise the paper on anomaly detection", Kind.SUMMARY),
        ("Which papers describe a technique for the field work itself?", Kind.LIST),
        ("In which of the studies did people prune heads?", Kind.LIST),
        ("beetle outbreaks as habitat - what is in the collection?", Kind.LIST),
        ("Which surveys played recorded calls to find birds?", Kind.LIST),
        ("Which experiments removed the antennae of beetles?", Kind.LIST),
        ("How do nurses find rooms - which papers look at that?", Kind.LIST),
        ("Which authors rely on evolutionary search?", Kind.LIST),
        ("Who timed their system on an A100?", Kind.LIST),
        ("Who paid for the work on pruning?", Kind.FACT),
        ("What can I read if my BERT is too slow?", Kind.LIST),
        ("I'm looking for work about quantization", Kind.LIST),
        ("Do we hold anything by Ting Cao?", Kind.RECORD),
        ("What is the most recent thing Ting Cao is listed on?", Kind.RECORD),
        ("Our library wants everything with a pku affiliation", Kind.RECORD),
        ("Is there a paper from tsinghua, and if yes which?", Kind.RECORD),
        ("Energy: who lowers its consumption?", Kind.LIST),
        ("sparsity which is only known at runtime, how do people deal with it", Kind.LIST),
        ("training data that was synthesised rather than collected", Kind.LIST),
        ("structured pruning - everything we have", Kind.LIST),
        ("anything benchmarked on H100s?", Kind.LIST),
        ("Where is evolutionary search used?", Kind.LIST),
        ("What was done on convolutional networks before 2021?", Kind.LIST),
        ("On which corpus was the pruned Conformer tested?", Kind.FACT),
        ("peking univeristy papers?", Kind.RECORD),
        ("What recall does SPANN reach?", Kind.FACT),
        ("How much faster is ElasticViT-S1 than EfficientNet-B0?", Kind.FACT),
        ("Compare T-MAC and LUT-NN", Kind.COMPARE),
        ("How do LongRoPE and LongRoPE2 differ?", Kind.COMPARE),
        ("Put VPTQ and T-MAC side by side", Kind.COMPARE),
        ("Is SuperScaler better than Tutel?", Kind.COMPARE),
        ("Does Tutel use more GPUs than SuperScaler?", Kind.COMPARE),
        ("Is SPANN rather than RetroInfer used on disk?", Kind.FACT),
        ("Contrast the two LongRoPE papers", Kind.COMPARE),
        ("compare the rStar papers", Kind.COMPARE),
        ("number of papers from 2023?", Kind.RECORD),
        ("How many papers carry the microsoft-research affiliation?", Kind.RECORD),
        ("Which papers have Peking University on board?", Kind.RECORD),
        ("Does anyone named Jiahang Xu appear as an author?", Kind.RECORD),
        ("What has Yifei Liu (co-)written?", Kind.RECORD),
        ("How much smaller does the Conformer get in the speech pruning paper?", Kind.FACT),
        ("Is anybody spotting unusual behaviour in metrics?", Kind.LIST),
        ("Is AMD hardware used anywhere?", Kind.LIST),
        ("LoRA related", Kind.LIST),
        ("which target CPUs", Kind.LIST),
        ("WHICH PAPERS TARGET CPUS???", Kind.LIST),
        ("I am looking for papers on pruning", Kind.LIST),
        ("how many layers does the method of Shang need?", Kind.FACT),
        ("which numbered algorithm belongs to the paper on common phrases", Kind.FACT),
        ("which method should be used for small models?", Kind.LIST),
        ("how many papers date from before 2020", Kind.RECORD),
        ("How many were published in 2023?", Kind.RECORD),
        ("how many by Ting Cao?", Kind.RECORD),
        ("how many from 2024?", Kind.RECORD),
        ("which type of pruning gave the better results", Kind.LIST),
        ("Which data sets serve as examples in the study on anomalies?", Kind.FACT),
        ("According to the anchor-score work, what share of tokens is kept?", Kind.FACT),
        ("what is SPANN about, in a few sentences?", Kind.SUMMARY),
        ("what is the difference between the first rStar and rStar-Math", Kind.COMPARE),
        ("where do I find the code of T-MAC?", Kind.RECORD),
        ("What is SPANN about?", Kind.SUMMARY),
        ("What does SPANN describe?", Kind.SUMMARY),
        ("Describe how many experts Tutel uses", Kind.SUMMARY),
        ("How many criteria does SPANN describe?", Kind.FACT),
        ("How many steps does the paper on mutual reasoning describe?", Kind.FACT),
        ("how much of the error does VPTQ explain?", Kind.FACT),
        ("How many papers describe attention?", Kind.LIST),
        ("Summarise the Argus paper", Kind.SUMMARY),
        ("Who wrote T-MAC?", Kind.RECORD),
        ("When was SPANN published?", Kind.RECORD),
        ("How many papers have code?", Kind.RECORD),
        ("Which papers are by Ting Cao?", Kind.RECORD),
        ("In which year were most papers published?", Kind.RECORD),
    ],
)
def test_kinds(catalog: Catalog, text: str, kind: Kind) -> None:
    assert understand(text, catalog).kind is kind


def test_of_several_sentences_the_one_that_asks_for_papers_says_on_what(catalog: Catalog) -> None:
    question = understand("How exact is it? I want papers on precision, accuracy", catalog)
    assert question.topic == "precision accuracy"
    kept = understand("I collect work on pruning. What is there?", catalog)
    assert "pruning" in kept.topic


def test_a_set_question_has_a_topic_filters_and_what_is_excluded(catalog: Catalog) -> None:
    question = understand("Which papers since 2023 target CPUs but not ad relevance?", catalog)
    assert question.topic == "CPUs"
    assert question.without == "ad relevance"
    assert question.filters == Filters(since=date(2023, 1, 1))


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("papers that see to it that the model does not lose its short skills", "lose"),
        ("Making models fast on plain CPUs, no GPU: which papers?", "CPUs"),
        ("new accelerator hardware, not just software", "accelerator"),
        ("LLMs on longer inputs than they were trained for", "longer inputs"),
    ],
)
def test_what_is_denied_of_a_thing_excludes_no_paper(
    catalog: Catalog, text: str, topic: str
) -> None:
    question = understand(text, catalog)
    assert not question.without
    assert topic in question.topic


def test_a_family_of_papers_is_meant_by_their_common_name(catalog: Catalog) -> None:
    question = understand("How do both SeerAttention papers differ?", catalog)
    assert set(question.named) == {"gao2024seerattention", "gao2025seerattentionr"}
    assert catalog.family("VPTQ") == ()  # one paper is none


def test_a_count_is_asked_for(catalog: Catalog) -> None:
    assert understand("How many papers are from 2024?", catalog).counted
    assert not understand("How many tokens/s does T-MAC reach?", catalog).counted


@pytest.mark.parametrize(
    ("text", "order", "limit", "skip"),
    [
        ("What are the three newest papers?", Order.NEWEST, 3, 0),
        ("top 5 latest papers", Order.NEWEST, 5, 0),
        ("what's the oldest paper here?", Order.OLDEST, 1, 0),
        ("what's the second oldest paper?", Order.OLDEST, 1, 1),
        ("papers with code", None, None, 0),
    ],
)
def test_order_and_number(
    catalog: Catalog, text: str, order: Order | None, limit: int | None, skip: int
) -> None:
    question = understand(text, catalog)
    assert (question.order, question.limit, question.skip) == (order, limit, skip)


def test_the_fields_of_a_record_that_are_asked_for(catalog: Catalog) -> None:
    question = understand("Who wrote SPANN and when was it published?", catalog)
    assert question.named == ("chen2021spann",)
    assert set(question.asks) == {"authors", "date"}


def test_line_breaks_and_spaces_do_not_matter(catalog: Catalog) -> None:
    spaced = understand("  Which papers\n\ttarget   CPUs? ", catalog)
    assert spaced == understand("Which papers target CPUs?", catalog)


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_an_empty_question_is_refused(catalog: Catalog, text: str) -> None:
    with pytest.raises(QuestionError, match=r"is empty; ask something"):
        understand(text, catalog)


def test_a_question_of_100_000_characters_is_refused(catalog: Catalog) -> None:
    with pytest.raises(QuestionError, match=r"has 100,000 characters and .* 4,000 .*; shorten it"):
        understand("x" * 100_000, catalog)


def test_4_000_characters_are_read(catalog: Catalog) -> None:
    assert len(understand("x" * 4_000, catalog).text) == 4_000


@pytest.mark.parametrize("control", ["\x00", "\x07", "\x1b", "\x7f"])
def test_control_characters_are_refused(catalog: Catalog, control: str) -> None:
    with pytest.raises(QuestionError, match=r"control character .* at position 5; remove it"):
        understand(f"Which{control} papers?", catalog)


def test_half_a_character_is_refused(catalog: Catalog) -> None:
    with pytest.raises(QuestionError, match="is no UTF-8 text at position"):
        understand("Which \ud800 papers?", catalog)


@pytest.mark.parametrize("words", ["the most ", "what are the ", "first the second ", "the a-b "])
def test_the_longest_text_is_read_at_once(catalog: Catalog, words: str) -> None:
    text = (words * MAX_CHARACTERS)[:MAX_CHARACTERS].strip()
    start = time.perf_counter()
    understand(text, catalog)
    assert time.perf_counter() - start < 2


def test_a_name_of_plain_words_is_what_papers_are_about(chained: Chained) -> None:
    atrial = chained(
        [
            (
                "Atrial Flutter: Old and New",
                "On atrial flutter in adults.",
                "2001-05-01",
                ("A Low",),
            ),
            ("Strokes", "Strokes come with atrial flutter.", "2002-05-01", ("B Gray",)),
        ]
    )
    asked = atrial.ask("Which papers are about atrial flutter?")
    assert asked.question.kind is Kind.LIST
    assert asked.question.topic == "atrial flutter"
    assert len(atrial.ask("Who wrote Atrial Flutter?").question.named) == 1


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("in what year did the agency approve ringing for wild owls?", ()),
        ("what year did the owl paper come out?", ("date",)),
        ("In which year was it put online?", ("date",)),
        ("tell me when the owl paper came out", ("date",)),
        ("How fast do owls fly when the young are out?", ()),
        ("Owls of the north – how many people?", ()),
        ("what did the calls cost per repository of owls?", ()),
        ("is there a repository for the owls?", ("code",)),
        ("what recall does it reach on the GitHub issues?", ()),
        ("is it on GitHub?", ("code",)),
        ("how many people wrote it?", ("author count",)),
        ("From which lab is it?", ("organisations",)),
        ("In which cath lab were the owls seen?", ()),
    ],
)
def test_years_people_and_labs_of_other_things_are_no_records(
    text: str, fields: tuple[str, ...]
) -> None:
    assert asked_fields(text) == fields
