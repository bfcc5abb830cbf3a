"""A claim passes where it says what its sentence says, in whatever words, and not otherwise."""

from __future__ import annotations

import numpy as np
import pytest

from rag.evidence.finder import as_evidence
from rag.support.binding import wrongly_bound
from rag.support.checker import Checker
from rag.support.coverage import coverage
from rag.support.direction import turned_round
from rag.support.figures import figures_in, wrong_figure
from rag.support.names import names_in, strange_name
from rag.support.paraphrases import may_stand_for
from rag.support.plain import plain


@pytest.mark.parametrize(
    ("written", "same"),
    [
        (r"8.1$\times$", "8.1x"),
        ("8.1×", "8.1x"),
        ("2,048", "2048"),
        (r"$1.6$-$1.8\times$", "1.6-1.8x"),
        (r"$1.4$~$7.0\times$", "1.4-7.0x"),
        (r"11\%", "11%"),
        ("T‑MAC’s", "T-MAC's"),
    ],
)
def test_one_way_of_writing(written, same):
    assert plain(written) == same


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("90.0 % and 90%", [(90.0, "%"), (90.0, "%")]),
        ("8.1x, 8.1 times, 8.1-fold", [(8.1, "x")] * 3),
        ("1.6-1.8x", [(1.6, "x"), (1.8, "x")]),
        ("twice as fast", [(2.0, "x")]),
        ("128K tokens", [(128_000.0, "")]),
        ("840 thousand", [(840_000.0, "")]),
        ("two orders of magnitude", [(2.0, "orders")]),
        ("on GSM8K with LLaMA-3.1-8B and FlashAttention-3", []),
        ("three parts", [(3.0, "")]),
        ("six trillion tokens", [(6e12, "")]),
        ("two million-scale sets", [(2.0, "")]),
        ("at 4 bits, 4-bit", [(4.0, "bit")] * 2),
        ("32 GB", [(32.0, "gb")]),
    ],
)
def test_figures(text, values):
    assert [(figure.value, figure.unit) for figure in figures_in(text)] == values


SPAN = "It is up to 5.9x faster (average 2.43x) and needs 32GB on 2,048 GPUs at 90.0%."


@pytest.mark.parametrize(
    "claim",
    [
        "It is 5.9× faster.",
        "It is up to 5.9 times faster.",
        "It is 2.43 times faster on average.",
        "It runs on 2048 GPUs at 90 %.",
        "It needs 32 GB.",
    ],
)
def test_a_figure_that_stands_there(claim):
    assert wrong_figure(claim, [SPAN]) == ""


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        ("It is 6.9x faster.", "6.9x"),
        ("It is 5.9% faster.", "5.9%"),
        ("It is at least 5.9x faster.", "bounded"),
        ("It is at most 2.43x faster.", "bounded"),
        ("It is at least only 5.9x faster.", "bounded"),
        ("It is twice as fast.", "twice"),
        ("On average it is 5.9x faster.", "bounded"),
        ("It needs 32MB.", "32MB"),
    ],
)
def test_a_figure_that_does_not(claim, why):
    assert why in wrong_figure(claim, [SPAN])


def test_names():
    text = "On GSM8K, Mistral-7B with rStar beats a large model of Meta."
    assert names_in(text) == ["GSM8K", "Mistral-7B", "rStar", "Meta"]


@pytest.mark.parametrize(
    ("claim", "strange"),
    [
        ("T-MAC beats llama.cpp.", ""),
        ("TMAC beats llama.cpp on CPUs.", ""),
        ("An LLM runs on T-MAC.", ""),
        ("SPANN beats llama.cpp.", "SPANN"),
        ("Argus beats llama.cpp.", "Argus"),
        ("T-MAC beats vLLM.", "vLLM"),
        ("T-MAC-R beats llama.cpp.", "T-MAC-R"),
        ("T-MAC CPU kernels win.", "T-MAC CPU"),
        ("It takes 4 GB with T-MAC.", ""),
    ],
)
def test_a_name_must_stand_there(claim, strange):
    span = "Our kernels exceed llama.cpp for large language models on every CPU."
    assert strange in strange_name(claim, [span], ["T-MAC"], {"argus", "tmac"})
    assert bool(strange_name(claim, [span], ["T-MAC"], {"argus", "tmac"})) is bool(strange)


@pytest.mark.parametrize(
    ("claim", "span"),
    [
        ("It slows decoding.", "It accelerates decoding."),
        ("It raises the latency.", "It reduces the latency."),
        ("Accuracy worsens.", "Accuracy improves."),
        ("It needs retraining.", "It works without retraining."),
        ("It does not scale.", "It scales."),
        ("It lowers accuracy from 12.5% to 63.9%.", "Accuracy moves from 12.5% to 63.9%."),
        ("It is the last such system.", "It is the first such system."),
        ("It is less accurate.", "It has superior accuracy."),
        ("It works below long contexts.", "It works over long contexts."),
        ("It cannot be deployed without retraining.", "It can be deployed without retraining."),
        ("It is less accurate.", "It has higher accuracy."),
        ("Decoding is 3 times slower.", "It reduces the decoding latency by 3x."),
        ("It is not enough.", "It takes just a single one of them."),
        ("It works with migrating tensors.", "It works without inequality or tensor migration."),
    ],
)
def test_a_claim_turned_round(claim, span):
    assert turned_round(claim, [span])
    assert turned_round(span, [span]) == ""


@pytest.mark.parametrize(
    ("claim", "span"),
    [
        ("It is hardly explored.", "It remains unexplored."),
        ("It uses tables instead of free text.", "It replaces free text by tables."),
        ("It is not fast enough at an acceptable accuracy.",
         "It cannot reach a satisfactory speed with an acceptable accuracy."),
        ("Its latency stays below 2 ms.", "It keeps to a latency of under 2 ms."),
        ("It proves them without neural inference.", "It proves them without neural inference."),
        ("It drops query pooling.", "It is extended while removing query pooling."),
        ("Reranking can be skipped.", "It has the potential to bypass reranking."),
        ("It removes unimportant tokens.", "It prunes unimportant tokens."),
        ("They deal with search and hardly with space.",
         "They focus on search and pay little attention to space."),
    ],
)  # fmt: skip
def test_the_same_way_in_other_words(claim, span):
    assert turned_round(claim, [span]) == ""


@pytest.mark.parametrize(
    ("claim", "span"),
    [
        ("Alpa outperforms PIT.", "PIT outperforms Alpa."),
        ("Alpa is faster than PIT.", "Our method PIT is faster than Alpa."),
        ("Mistral reaches 63.9%.", "LLaMA reaches 63.9%, and Mistral reaches 81.9%."),
        ("LLaMA3-8B-Instruct's GSM8K accuracy was 12.51%.",
         "It boosts GSM8K accuracy from 12.51% to 63.91% for LLaMA2-7B, from 36.46% to 81.88% for "
         "Mistral-7B, from 74.53% to 91.13% for LLaMA3-8B-Instruct."),
        ("It rises from 63.9 to 12.5.", "It rises from 12.5 to 63.9."),
        ("It solves 9 of 5.", "It solves 5 out of 9."),
        ("It gains between 1.4x and 1.5x.", "It gains 1.4-7.0x and 1.5-9.1x."),
        ("Training is 2.1x faster.", "A 1.5x and 2.1x speedup in training and inference, "
         "respectively."),
        ("Latency drops 7x.", "It lowers model size (7x), latency (6.8x) and power (2x)."),
    ],
)  # fmt: skip
def test_what_does_not_go_together(claim, span):
    assert wrongly_bound(claim, [span], ["PIT"])
    assert wrongly_bound(span, [span], ["PIT"]) == ""


@pytest.mark.parametrize(
    ("term", "other", "may"),
    [
        ("expens", "cost", True),
        ("lower", "reduc", True),
        ("smaller", "larger", False),
        ("protein", "cost", False),
    ],
)
def test_plain_words_for_the_same(term, other, may):
    assert may_stand_for(term, other) is may


@pytest.mark.parametrize(
    ("claim", "span", "bare"),
    [
        ("Small language models reason.", "An SLM can reason.", False),
        ("Small models reason.", "SLMs can reason.", False),
        ("Weight-activation precision matters.", "The WA precision matters.", False),
        ("Accurate judges.", "The accuracy of judges.", False),
        ("It helps low-resource languages.", "RL helps in few languages.", True),
        ("It cures protein disease.", "An SLM can reason.", True),
    ],
)
def test_what_covers_a_word(claim, span, bare):
    """With an embedding that finds nothing alike, so that words alone decide."""
    different = {}

    def embed(text):
        return np.eye(100)[different.setdefault(text, len(different))]

    found = coverage(claim, [span], [], embed, lambda _: 1.0, lambda term: MEANS.get(term, ()))
    assert (found.bare > 0.5) is bare


MEANS = {"slm": [("small", "languag", "model")], "rl": [("reinforc", "learn")]}


@pytest.mark.parametrize(
    "claim",
    [
        "Faster than GSM8K.",
        "The claim is that rStar boosts GSM8K accuracy.",
        "LLaMA3-8B-Instruct's GSM8K accuracy before rStar was 12.51%.",
        "rStar boosts GSM8K accuracy to 63.91% for LLaMA2-7B,.",
        "rStar boosts GSM8K accuracy to 63.91% for LLaMA2-7B and.",
    ],
)
def test_what_a_weak_model_made_of_a_sentence(claim, library, catalog):
    whole = next(as_evidence(s) for s in library.sentences if "from 12.51% to" in s.text)
    checker = Checker(library, catalog)
    assert checker.fault(claim, (whole,))
    assert checker.fault("rStar boosts GSM8K accuracy to 63.91% for LLaMA2-7B.", (whole,)) == ""
    assert checker.fault("It takes LLaMA3-8B-Instruct from 74.53% to 91.13%.", (whole,)) == ""


def test_no_claim_joins_what_different_papers_say(library, catalog):
    flex, faster = (
        next(as_evidence(s) for s in library.sentences if piece in s.text)
        for piece in ("We present Flex", "nnJIT can achieve up to 8.2X")
    )
    checker = Checker(library, catalog)
    spliced = "Flex accelerates nnJIT and can achieve up to 8.2X faster."
    assert "different papers" in checker.fault(spliced, (flex, faster))
    both = f"{flex.text[:-1]}, while {faster.text}"
    assert checker.fault(both, (flex, faster)) == ""
    assert checker.fault(faster.text, (flex, faster)) == ""
