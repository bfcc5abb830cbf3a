"""Questions that are not in English, told by script and by function words."""

from __future__ import annotations

import pytest

from rag.language.foreign import is_in_another_language, is_in_another_script


@pytest.mark.parametrize(
    "text",
    [
        "哪些论文讨论了剪枝?",
        "T-MAC 是什么?",
        "Какие статьи посвящены сжатию моделей?",
        "ما هي الأوراق حول الضغط؟",
        "ποια άρθρα μιλούν για συμπίεση;",
        "어떤 논문이 있나요?",
    ],
)
def test_another_script(text: str) -> None:
    assert is_in_another_script(text)


@pytest.mark.parametrize(
    "text",
    [
        "Which papers are by 张丽娜?",
        "What does 注意力机制 mean?",
        "papers by Колмогоров",
        "β-VAE",
        "KL divergence with α = 0.5",
        "Erdős–Rényi",
        "2 + 2",
    ],
)
def test_a_foreign_word_leaves_a_question_english(text: str) -> None:
    assert not is_in_another_script(text)


@pytest.mark.parametrize(
    "text",
    [
        "¿Qué artículos tratan sobre la cuantización?",
        "Welche Arbeiten behandeln Quantisierung?",
        "Quels articles parlent de quantification ?",
        "quais artigos tratam de poda",
        "quali lavori parlano della quantizzazione",
        "Gibt es etwas über das Beschneiden von Netzen?",
    ],
)
def test_another_language_in_latin_letters(text: str) -> None:
    assert is_in_another_language(text)


@pytest.mark.parametrize(
    "text",
    [
        "Which papers are by de la Cruz?",
        "papers from Los Angeles or Las Vegas",
        "la la land",
        "mixture of experts",
        "de novo protein design",
        "van der Waals forces",
        "pruning en masse",
        "T-MAC",
    ],
)
def test_names_and_loan_words_are_english(text: str) -> None:
    assert not is_in_another_language(text)
