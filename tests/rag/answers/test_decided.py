from __future__ import annotations

import pytest

from rag.chain import Chain


@pytest.mark.parametrize(
    ("question", "lead", "quote"),
    [
        ("does LordNet use simulated data?", "No, by the paper’s title:", "without Simulated Data"),
        ("Does rStar need fine-tuning?", "No:", "without fine-tuning or superior models"),
        ("Is MMA-Sim bit-accurate?", "Yes, by the paper’s title:", "Bit-Accurate"),
        ("Does T-MAC run on CPUs?", "Yes:", "inference on CPUs"),
        ("Is SPANN slower than DiskANN?", "No:", "faster than"),
        ("Does PIT have low GPU utilization?", "No:", "both high GPU utilization"),
        ("Does PIT have low coverage waste?", "Yes:", "low coverage waste"),
        ("Does LordNet have more parameters than other networks?", "No:", "smallest parameter"),
        ("Does OpEvo need more trials than other methods?", "No:", "number of trials"),
        ("Is LordNet slower than traditional PDE solvers?", "No:", "faster than traditional"),
        ("Is LongRoPE2 lossless?", "By the paper’s title:", "Near-Lossless"),
        ("Why does VPTQ raise perplexity?", "The paper says otherwise:", "reduces model"),
        ("How much slower is T-MAC than llama.cpp?", "The paper says otherwise:", "4x increase"),
        (
            "Why does LordNet need so much simulated data?",
            "The paper’s title says otherwise:",
            "without Simulated Data",
        ),
    ],
)
def test_what_decides_comes_first(chain: Chain, question: str, lead: str, quote: str) -> None:
    answer = chain.ask(question)
    first, _, rest = answer.markdown.partition("\n\n")
    assert first == lead
    assert quote in rest.partition("[1]")[0]
    assert not answer.abstained


@pytest.mark.parametrize(
    "question",
    [
        "Does SeerAttention need training?",  # "only requires training the gate parameters"
        "does LongRoPE require fine-tuning?",
        "Is RPG trained on code?",
        "How does T-MAC reduce energy?",
        "Why does T-MAC reduce energy?",
    ],
)
def test_where_nothing_is_plain_no_word_is_said(chain: Chain, question: str) -> None:
    markdown = chain.ask(question).markdown
    assert not markdown.startswith(("Yes", "No:", "No,", "The paper"))


@pytest.mark.parametrize("question", ["Does SPANN use GPUs?", "Is IRGen evaluated on ImageNet?"])
def test_what_no_sentence_says_stays_unsaid(chain: Chain, question: str) -> None:
    answer = chain.ask(question)
    assert answer.abstained
    assert "does not say" in answer.markdown


def test_a_false_premise_stays_without_an_answer_and_is_put_right(chain: Chain) -> None:
    answer = chain.ask("Why does RetroInfer lose accuracy?")
    assert answer.abstained
    assert answer.markdown.startswith("The paper says otherwise:")
    assert "without compromising" in answer.markdown or "preserving" in answer.markdown


def test_another_size_than_the_paper_has_is_said(chain: Chain) -> None:
    answer = chain.ask("how does rStar-Math's 70B model perform on MATH?")
    assert answer.abstained
    assert "speaks of 7B, 3.8B, and not of 70B." in answer.markdown


def test_another_number_than_the_one_asked_about_is_told(chain: Chain) -> None:
    answer = chain.ask("Does SPANN need 64GB of memory?")
    assert "speaks of 32GB, and not of 64GB." in answer.markdown
    assert answer.abstained


def test_code_is_read_in_the_words_of_the_paper_too(chain: Chain) -> None:
    markdown = chain.ask("Is OpEvo open source?").markdown
    assert "No:" not in markdown
    assert "All code of this work is available online." in markdown
    assert "No: the record has no code flag" in chain.ask("Is PIT open source?").markdown
