"""What came of a paper, where nothing more is asked."""

from __future__ import annotations

import pytest

from rag.evidence.outcomes import outcome_of
from rag.evidence.weighing import wanted_terms
from store.papers import Sentence

TEXTS = (
    "Owls were counted in barns.",
    "It was found that owls shun new barns.",
    "Old barns should be kept.",
)
BARNS = [Sentence("a", "abstract", 0, len(text), text) for text in TEXTS]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("what did they recommend in the end?", TEXTS[2:]),
        ("And what do the authors advise?", TEXTS[2:]),
        ("what was the outcome?", TEXTS[1:2]),
        ("how did it turn out?", TEXTS[1:2]),
        ("What did they recommend for hens?", ()),
        ("What is a barn?", ()),
    ],
)
def test_advice_and_conclusions(text: str, told: tuple[str, ...]) -> None:
    assert tuple(s.text for s in outcome_of(BARNS, wanted_terms(text), text)) == told


def test_a_paper_without_any_says_nothing() -> None:
    text = "what did they recommend?"
    assert outcome_of(BARNS[:2], wanted_terms(text), text) == []
