"""What a sentence denies is no evidence for who asks for it."""

import pytest

from rag.selection.denials import is_for_absence, without_denied
from store.lexical import terms


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("It improves reasoning without any fine-tuning or larger models.", "tuning models"),
        ("No GPU is used.", "gpu"),
        ("It makes no assumption about the model.", "assumption"),
        ("The method is label-free.", "label"),
        ("It does not rely on graphs.", "graphs"),
        ("Dequantization is not needed.", "dequantization"),
        ("It needs no training data.", "training"),
        ("It works without relying on neural inference.", "inference"),
    ],
)
def test_what_is_denied_does_not_count(text: str, denied: str) -> None:
    assert set(terms(denied)) <= set(terms(text)) - set(terms(without_denied(text)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It is fast without compromising accuracy.", "accuracy"),
        ("It adapts without tuning the model.", "model"),
        ("It makes no assumption about the model.", "model"),
        ("It learns without full RL rollout costs.", "rl rollout"),
        ("It incurs no hardware overhead.", "hardware"),
        ("Without pruning, quantization fails.", "quantization"),
        ("It is no longer bound to GPUs.", "gpus"),
        ("It does not follow instructions.", "instructions"),
        ("It avoids overfitting.", "overfitting"),
        ("It learns without simulated data.", "simulated"),
    ],
)
def test_what_else_a_sentence_says_counts(text: str, said: str) -> None:
    assert set(terms(said)) <= set(terms(without_denied(text)))


@pytest.mark.parametrize(
    "text",
    [
        "It avoids reranking.",
        "It eliminates the need for reranking.",
        "Generation bypasses the reranking phase.",
        "It searches by tree instead of reranking.",
    ],
)
def test_what_is_removed_is_not_used_and_may_be_spoken_of(text: str) -> None:
    assert "rerank" in terms(without_denied(text))
    assert "rerank" not in terms(without_denied(text, removed=True))


@pytest.mark.parametrize(
    ("topic", "absence"),
    [
        ("avoid dequantization", True),
        ("training-free pruning", True),
        ("reduce training cost", True),
        ("no overhead", True),
        ("dequantization", False),
        ("low-bit training", False),
        ("notebooks", False),
    ],
)
def test_who_asks_for_an_absence_wants_the_denial(topic: str, absence: bool) -> None:
    assert is_for_absence(topic) is absence
