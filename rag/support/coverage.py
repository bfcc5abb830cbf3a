"""How much of a claim its spans cover: the words that they have, and how near the others come."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rag.support.plain import plain
from rag.synonyms import synonyms
from rag.words import GENERIC
from store.embed import Vectors
from store.lexical import terms

Embed = Callable[[str], Vectors]

# A word is covered by one that is this similar, in full from the second on; from eval.checker.
_ALIKE, _THE_SAME = 0.4, 0.8
_PHRASE = re.compile(
    r"(?=\b(?:for|in|with|by|at|under|thanks|as|which|and|although|on|over|after|to|of|without"
    r"|than|from|that|when|if)\b)|(?<=[,;])\s"
)
_LONGEST_PHRASE, _LEAST_LEFT = 3, 4  # parts that are left out at once; words that must be left
_BRIDGE = 0.5  # how much of a covered word's weight ends a run of uncovered ones


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a claim is covered.

    `words` is the weighted share of its words (0 to 1), `meaning` the cosine similarity of
    claim and spans, `bare` the weight of what is not covered in the barest run of words.
    """

    words: float
    meaning: float
    bare: float


def coverage(
    claim: str,
    spans: Sequence[str],
    own: Sequence[str],
    embed: Embed,
    weigh: Callable[[str], float],
) -> Coverage:
    """What of a claim stands in the spans, or is their papers' own name.

    `weigh` gives a term's weight up to 1, `embed` gives the unit vector of a text.
    """
    text = plain(claim)
    held = _held([*spans, *own])
    cover = [(_covered(t, word, held, embed), weigh(t)) for t, word in _words(text)]
    total = sum(weight for _, weight in cover)
    share = sum(weight * covered for covered, weight in cover) / total if total else 1.0
    meaning = float(embed(text) @ embed(plain(" ".join(spans))))
    return Coverage(share, meaning, _barest(cover))


def drag(claim: str, spans: Sequence[str], embed: Embed) -> float:
    """How much nearer a claim comes to its spans without one of its phrases; 0 or more.

    What is invented is a phrase that leads away from the span; each true one leads to it.
    """
    parts = [part for part in _PHRASE.split(plain(claim)) if part.strip()]
    target = embed(plain(" ".join(spans)))
    whole = float(embed(plain(claim)) @ target)
    most = 0.0
    for first in range(len(parts)):
        for last in range(first + 1, min(first + _LONGEST_PHRASE, len(parts)) + 1):
            rest = "".join([*parts[:first], *parts[last:]])
            if len(rest.split()) >= _LEAST_LEFT:
                most = max(most, float(embed(rest) @ target) - whole)
    return most


def _barest(cover: Sequence[tuple[float, float]]) -> float:
    """The most uncovered weight of any run of words, less what is covered within it.

    Other words for the same lie scattered over a claim; what is invented lies together.
    """
    most = run = 0.0
    for covered, weight in cover:
        run = max(0.0, run + weight * (1 - covered) - _BRIDGE * weight * covered)
        most = max(most, run)
    return most


def _words(text: str) -> list[tuple[str, str]]:
    """(term, word as written) of each content word of a text, in order."""
    found = []
    for word in text.split():
        written = word.strip(".,;:()'\"").lower()
        found += [(t, written) for t in terms(word, joined=False) if _is_content(t)]
    return found


def _is_content(term: str) -> bool:
    return term not in GENERIC and len(term) > 1 and not term[0].isdigit()


def _held(texts: Sequence[str]) -> dict[str, str]:
    """Term -> word, of all that may cover; joined compounds too."""
    found: dict[str, str] = {}
    for text in texts:
        found |= dict(_words(plain(text)))
        found |= {term: term for term in terms(text) if term not in found}
    return found


def _covered(term: str, word: str, held: Mapping[str, str], embed: Embed) -> float:
    """1 for a word that is there, or a synonym of it; less for one that comes near it."""
    if term in held:
        return 1.0
    if any(set(phrase) <= held.keys() for phrase in synonyms().get((term,), ())):
        return 1.0
    if not held:
        return 0.0
    vector = embed(word)
    near = max(float(vector @ embed(other)) for other in held.values() if len(other) > 2)
    return float(np.clip((near - _ALIKE) / (_THE_SAME - _ALIKE), 0.0, 1.0))
