"""BM25: which words meet, and what scores."""

import math

import numpy as np
import pytest

from store.lexical import LexicalIndex, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CPUs", "CPU"),
        ("cpus", "CPU"),
        ("GPUs", "gpu"),
        ("NPUs", "npu"),
        ("LLMs", "llm"),
        ("quantisation", "Quantization"),
        ("quantised", "quantized"),
        ("optimising", "optimizing"),
        ("behaviour", "behavior"),
        ("transformers", "transformer"),
        ("2,048", "2048"),
        ("naïve", "naive"),
        ("ﬁnetuning", "finetuning"),
    ],
)
def test_forms_of_a_word_meet(one, other):
    assert terms(one) == terms(other) != []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("T-MAC", ["t", "mac", "tmac"]),
        ("KV-cache", ["kv", "cach", "kvcach"]),
        ("AIME24", ["aime24", "aime"]),
        ("the size of which", ["size"]),
        (r"40$\times$ faster", ["40", "faster"]),
        (r"$1.4$~$7.0\times$", ["1.4", "7.0"]),
        (r"$L_0$ of 90\%", ["l0", "90"]),
        ("llama.cpp", ["llama", "cpp"]),
        ("", []),
        ("of the with", []),
        ("日本語 LLM", ["日本語", "llm"]),
    ],
)
def test_the_terms_of_a_text(text, expected):
    assert terms(text) == expected


@pytest.mark.parametrize("written", ["T-MAC", "t mac", "TMAC", "tmac"])
def test_every_way_of_writing_t_mac_finds_it(written):
    index = LexicalIndex.build(["T-MAC runs on CPUs.", "LUT runs on GPUs.", "A mace is heavy."])
    scores = index.scores(terms(written))
    assert np.argmax(scores) == 0
    assert scores[0] > 0
    assert list(scores[1:]) == [0, 0]


def test_without_joining_a_compound_is_only_its_parts():
    assert terms("T-MAC", joined=False) == ["t", "mac"]


def test_scores_are_bm25_as_worked_out_by_hand():
    index = LexicalIndex.build(["sand sand grain", "grain", "wood"])
    # Lucene's BM25, k1 0.9, b 0.4: idf = ln(1 + (3 - 1 + 0.5) / (1 + 0.5)); the text is
    # 3 long where 5/3 is usual; sand is in it twice.
    idf = math.log(1 + 2.5 / 1.5)
    expected = idf * 2 / (2 + 0.9 * (1 - 0.4 + 0.4 * 3 / (5 / 3)))
    assert index.scores(["sand"]) == pytest.approx([expected, 0, 0], rel=1e-5)


def test_unknown_words_and_no_words_score_nothing():
    index = LexicalIndex.build(["sand", "wood"])
    assert list(index.scores(["stone"])) == [0, 0]
    assert list(index.scores([])) == [0, 0]
    assert index.scores(["sand", "stone"])[0] > 0


def test_an_index_comes_back_from_disk_as_it_was(tmp_path):
    index = LexicalIndex.build(["sand and stone", "wood"])
    index.save(tmp_path / "index")
    again = LexicalIndex.load(tmp_path / "index", 2)
    assert list(again.scores(["sand"])) == list(index.scores(["sand"]))


@pytest.mark.parametrize("texts", [[], ["the of", ""]], ids=["no text", "no term"])
def test_an_index_without_a_term_can_be_kept_and_asked(tmp_path, texts):
    LexicalIndex.build(texts).save(tmp_path / "index")
    again = LexicalIndex.load(tmp_path / "index", len(texts))
    assert list(again.scores(["sand"])) == [0] * len(texts)


def test_a_thing_of_its_own_is_no_doing() -> None:
    assert terms("transformers accelerators") == ["transformer", "accelerator"]
    assert terms("transformation accelerates") == ["transform", "acceler"]
