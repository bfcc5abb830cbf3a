"""How much of a claim its spans cover: the words that they have, and how near the others come."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import takewhile

import numpy as np

from rag.language.compounds import Phrase
from rag.language.synonyms import synonyms
from rag.language.words import GENERIC
from rag.support.figures import figures_in
from rag.support.function_words import FUNCTION_WORDS, LIGHT_VERBS
from rag.support.paraphrases import may_stand_for
from rag.support.plain import is_family, plain
from store.contextual import words_in_context
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
_SHORT = re.compile(r"(?<![\w-])[A-Z][a-z]?[A-Z]{1,5}(?=s?(?!\w))")  # an acronym
_REWORDED = 0.5  # how far a plain word is covered by another: inventions have such words, too
_BRIDGE = 0.3  # how much of a covered word's weight ends a run of uncovered ones
_LIGHT = 0.5  # the weight of a verb that says little, or of how something is done
_IN_CONTEXT = 0.75  # of what words leave uncovered, how much one alike in context covers


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a claim is covered.

    `meaning` is the cosine similarity of claim and spans, `bare` the weight of what is not
    covered in the barest run of words (0: nothing).
    """

    meaning: float
    bare: float


def coverage(
    claim: str,
    spans: Sequence[str],
    own: Sequence[str],
    embed: Embed,
    weigh: Callable[[str], float],
    means: Callable[[str], Iterable[Phrase]],
) -> Coverage:
    """What of a claim stands in the spans, or is their papers' own name.

    `weigh` gives a term's weight up to 1, `embed` the unit vector of a text, `means` what an
    acronym stands for.
    """
    text = plain(claim)
    words, held = _content_words(text), _held([*spans, *own])
    small = {word for span in spans for word in re.findall(r"[a-z]+", plain(span).lower())}
    spelled = _spelled_out(text, [*spans, *own], means)
    covered = [
        1.0 if t in spelled else _covered(t, word, held, small, means, embed)
        for t, word, _ in words
    ]
    if min(covered, default=1.0) < 1:
        alike = _alike_in_context(text, [*spans, *own[:1]], [place for _, _, place in words])
        covered = [
            # What a compound is cannot be told by what a part of it is like.
            share if "-" in word else share + (1 - share) * _IN_CONTEXT * near
            for share, near, (_, word, _) in zip(covered, alike, words, strict=True)
        ]
    weights = [weigh(t) * (_LIGHT if _is_light(t, word) else 1.0) for t, word, _ in words]
    cover = list(zip(covered, weights, strict=True))
    meaning = float(embed(text) @ embed(plain(" ".join(spans))))
    return Coverage(meaning, _barest(cover))


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


def _content_words(text: str) -> list[tuple[str, str, tuple[int, int]]]:
    """(term, word as written, its place) of what a text says beside its numbers, in order.

    Numbers and their units are compared apart; words that only join others say nothing.
    """
    left = list(text)
    for figure in figures_in(text):
        left[figure.start : figure.end] = " " * (figure.end - figure.start)
    return [
        (term, word, match.span())
        for match in re.finditer(r"\S+", "".join(left))
        for term, word in _words(match.group())
        if term not in FUNCTION_WORDS
    ]


def _is_light(term: str, word: str) -> bool:
    return term in LIGHT_VERBS or word.endswith("ly")


def _alike_in_context(
    text: str, spans: Sequence[str], places: Sequence[tuple[int, int]]
) -> list[float]:
    """How much, up to 1, the word at each place of a text is like one of the spans in context.

    Each word's nearest in the spans by vectors in context, as BERTScore pairs them (Zhang et
    al. 2020, arXiv 1904.09675).
    """
    claimed = words_in_context(text)
    held = np.concatenate([words_in_context(plain(span)).vectors for span in spans])
    if not len(held) or not len(claimed.places):
        return [0.0] * len(places)
    nearest = (claimed.vectors @ held.T).max(axis=1)
    own = [
        [
            near
            for near, (a, b) in zip(nearest, claimed.places, strict=True)
            if a < end and b > start
        ]
        for start, end in places
    ]
    means = [float(np.mean(each)) if each else 0.0 for each in own]
    return [float(np.clip((m - _ALIKE) / (_THE_SAME - _ALIKE), 0.0, 1.0)) for m in means]


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


def _spelled_out(
    claim: str, texts: Sequence[str], means: Callable[[str], Iterable[Phrase]]
) -> set[str]:
    """The claim's terms that spell out an acronym of the texts: small language model for SLM.

    "Small model" does, too, in part. Two initials alone are chance ("resource languages" is no
    RL), unless one word holds both ("weight-activation" for WA).
    """
    found: set[str] = set()
    claimed = terms(claim, joined=False)
    for short in {match.group() for text in texts for match in _SHORT.finditer(plain(text))}:
        between = r"[\s-]+" if len(short) > 2 else "-"
        spelled = re.search(between.join(rf"\b{c}[a-z]+" for c in short.lower()), claim.lower())
        found |= set(terms(spelled.group(), joined=False)) if spelled else set()
        for phrase in (p for term in terms(short) for p in means(term) if len(p) > 1):
            for start in range(len(claimed)):
                found |= _part_of(phrase, claimed[start : start + len(phrase)])
    return found


def _part_of(phrase: Phrase, claimed: Sequence[str]) -> set[str]:
    """Two terms or more at the head of a run of terms that a phrase has in this order, to its end.

    The last of a phrase is what it names: of "large language model" it is "language model".
    """
    left = iter(phrase)
    run = list(takewhile(lambda term: term in left, claimed))
    return set(run) if len(run) > 1 and run[-1] == phrase[-1] else set()


def _covered(
    term: str,
    word: str,
    held: Mapping[str, str],
    small: AbstractSet[str],
    means: Callable[[str], Iterable[Phrase]],
    embed: Embed,
) -> float:
    """1 for a word that is there, or another for the same; less for one that comes near it."""
    if term in held:
        return 1.0
    phrases = (*synonyms().get((term,), ()), *means(term))
    if any(set(phrase) <= held.keys() for phrase in phrases):
        return 1.0
    if any(is_family(term, other) for other in held):
        return 1.0
    if "-" not in word and any(may_stand_for(term, other) for other in (*held, *small)):
        return _REWORDED  # a part of a compound stands for nothing else: "low-resource" is no "low"
    if not held:
        return 0.0
    if "-" in word:
        return 0.0
    vector = embed(word)
    near = max(float(vector @ embed(other)) for other in held.values() if len(other) > 2)
    return float(np.clip((near - _ALIKE) / (_THE_SAME - _ALIKE), 0.0, 1.0))
