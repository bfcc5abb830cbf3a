"""Whether a question is put to all papers or to one, by its wording as a whole.

A logistic regression over the question's words, its pairs of words and its embedding, fitted by
`python -m eval.intent` to questions of which it is known. Patterns know what they were written
for; this knows what a new wording is like.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np

from store.embed import Vectors, query_vector

WEIGHTS = Path(__file__).parent / "intent.json"
EMBEDDING_SCALE = 4.0
"""What a unit vector is multiplied with, beside words that count 1 each."""
_TOKEN = re.compile(r"[\w'’]+|[?.!,:]")


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weight of each word and pair of words, of each dimension of a vector, and the bias."""

    words: Mapping[str, float]
    vector: Vectors
    bias: float


@cache
def fitted() -> Fitted:
    """The weights that `python -m eval.intent` wrote."""
    data = json.loads(WEIGHTS.read_text("utf-8"))
    return Fitted(data["words"], np.array(data["vector"], dtype=np.float32), data["bias"])


def words_of(text: str) -> Iterator[str]:
    """Its words and signs in small letters, and each with the one behind it."""
    tokens = _TOKEN.findall(text.lower().replace("’", "'"))
    yield from tokens
    yield from (f"{one} {other}" for one, other in pairwise(tokens))


@lru_cache(maxsize=1024)
def set_log_odds(text: str) -> float:
    """The log-odds that a question asks for a set of papers, and not for something of one."""
    known = fitted()
    told = sum(known.words.get(word, 0.0) for word in set(words_of(text)))
    return told + EMBEDDING_SCALE * float(query_vector(text) @ known.vector) + known.bias


def is_for_set(text: str, prior: float) -> bool:
    """Whether a question asks for a set, by its wording and what else is known, in log-odds."""
    return set_log_odds(text) + prior > 0
