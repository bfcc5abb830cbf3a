from __future__ import annotations

import pytest

from rag.support.plainly_said import affirms, denies

NAMES = ("Foo",)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("need fine-tuning", "Foo improves models without fine-tuning or superior models."),
        ("require superior models", "Foo works without fine-tuning or superior models."),
        ("need training", "Foo: training-free pose estimation"),
        ("use simulated data", "Foo: solving equations without Simulated Data"),
        ("change the results", "It moves tiles without changing the results, so it is exact."),
        ("add hardware overhead", "Foo incurs no hardware overhead compared to INT."),
        ("increase latency", "Foo reduces the cost, including size (≤ 7x), latency (≤ 6x)."),
        ("lose accuracy", "It is 4x faster, all while preserving full-attention-level accuracy."),
        ("slower than Bar", "Foo is 2$\\times$ faster than the state-of-the-art Bar."),
        ("increase energy", "We see a 70% reduction in energy consumption."),
        ("raise perplexity", "Foo reduces model perplexity by 0.3 over Bar."),
    ],
)
def test_the_contrary_is_seen(said: str, text: str) -> None:
    assert denies(said, text)
    assert not affirms(said, text, NAMES)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("need training", "The agent operates without task-specific training."),
        ("need training", "It tackles the task but without training on specific data."),
        ("use distillation", "It rivals o1, without distillation from superior models."),
        ("increase accuracy", "Foo cuts the cost of BERT by 8x while achieving good accuracy."),
        ("lower accuracy", "It minimizes the accuracy loss."),
        ("lose accuracy", "It is preserving near-lossless accuracy."),
        ("slow down inference", "Foo accelerates sparse computation by up to 5x."),
        ("slower than Baz", "Foo is 2x faster than Bar."),
        ("need labels", "Others need labels."),
    ],
)
def test_what_is_not_plain_denies_nothing(said: str, text: str) -> None:
    assert not denies(said, text)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (
            "use reinforcement learning",
            "Foo is a model trained with agentic reinforcement learning.",
        ),
        ("run on CPUs", "We introduce Foo, a method for fast inference on CPUs."),
        ("evaluated on ImageNet", "Foo achieves 80% accuracy on ImageNet."),
        ("faster than Bar", "Foo is 2x faster than Bar."),
        ("reduce latency", "Foo reduces decoding latency by 3x."),
        ("a 14B model", "We introduce Foo, a 14B math reasoning model."),
    ],
)
def test_what_is_said_plainly_is_affirmed(said: str, text: str) -> None:
    assert affirms(said, text, NAMES)
    assert not denies(said, text)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (
            "use verification",
            "By delineating their shortcomings in self-verification, we find more.",
        ),
        ("use Bar", "Foo is 3x larger compared with Bar."),
        ("need training", "Foo only requires training the gate."),
        ("lossless", "Foo: Near-Lossless Scaling"),
        ("trained on code", "Foo produces 36K code lines, beating Claude Code."),
        ("evaluated on ImageNet", "Foo: Deploying on ImageNet"),
        ("faster than Bar", "Bar is a fast system."),
    ],
)
def test_what_only_has_the_words_affirms_nothing(said: str, text: str) -> None:
    assert not affirms(said, text, NAMES, title=text.startswith("Foo:"))
