"""Proper names in a topic: models, data sets and machines, as people write them."""

from __future__ import annotations

import re

from rag.language.words import GENERIC
from store.lexical import terms

_NAME = re.compile(r"[a-z][A-Z]|[A-Z]{2}|[A-Za-z]-?\d|^[A-Z][a-z]+$")
_KINDS_OF_NAMED = frozenset(
    terms(
        "model models family benchmark dataset data set series llm llms gpu gpus "
        "measurements measurement scores score timings contest competition maths olympiad "
        "quote state "
        "hardware numbers results version versions variant variants card cards size sizes"
    )
)


def name_of(topic: str) -> str:
    """The proper names that a topic consists of, such as "DeepSeek-R1"; empty where of more."""
    words = [w for w in topic.split() if set(terms(w)) - GENERIC - _KINDS_OF_NAMED]
    return " ".join(words) if words and all(_NAME.search(w) for w in words) else ""
