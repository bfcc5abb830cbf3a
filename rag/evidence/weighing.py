"""Weighs the sentences of a paper: how likely each is to answer what is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from rag.evidence.asked_thing import asks_of_before, asks_of_others, has_unit, thing_asked
from rag.evidence.asked_value import expected
from rag.evidence.said_otherwise import undoubled
from rag.evidence.whose import Whose
from rag.language.synonyms import synonyms
from rag.language.words import GENERIC
from rag.records.catalog import Catalog
from store.lexical import Scores, terms
from store.papers import Sentence

# Cross-validated on which sentence answers; see docs/decisions.md.
DENSE, LEXICAL, EXPECTED = 0.3, 0.5, 0.55
THING, UNIT, BACKGROUND = 0.2, 0.25, 0.3
OTHERS = 0.2  # where others' work is asked for outright
_TITLED = 0.2  # of a word's weight is left to one of the title, which tells papers apart
AVAILABILITY = re.compile(r"\bcode\b.*\b(?:available|released|open-?sourced)\b|https?://", re.I)
_OF_CODE = re.compile(
    r"code|\b(?:open|closed)[- ]?sourced?\b|\bproprietary\b|\bgithub\b|\b(?:available|released?)\b",
    re.I,
)


def sentence_scores(
    own: Sequence[Sentence],
    text: str,
    cosine: Scores,
    catalog: Catalog,
    of_whom: Sequence[Whose],
) -> Scores:
    """Similarity, the share of what is asked for weighed by its rarity in this paper, the
    title's words less, and whether the sentence holds the sort of thing that is asked for.

    `of_whom` tells whether a sentence speaks of the paper itself or of what was before it.
    """
    wanted = wanted_terms(text)
    held = [set(terms(sentence.text)) for sentence in own]
    holding = {term: sum(holds(h, term, catalog) for h in held) for term in wanted}
    weights = {t: np.log(1 + len(own) / n) if (n := holding[t]) else 0.0 for t in wanted}
    titled = set(terms(catalog.papers[own[0].paper_id].title))
    weights = {t: w * (_TITLED if t in titled else 1.0) for t, w in weights.items()}
    total = sum(weights.values()) or 1.0
    things = [t for t in wanted if holding[t] and t in thing_asked(text)]
    worth = _worth_of_background(text)
    scores = np.zeros(len(own), dtype=np.float32)
    for place, sentence in enumerate(own):
        got = [t for t in wanted if holds(held[place], t, catalog)]
        scores[place] = (
            DENSE * (cosine[place] - cosine.min()) / (np.ptp(cosine) + 1e-6)
            + LEXICAL * sum(weights[t] for t in got) / total
            + EXPECTED * expected(text, sentence.text)
            + THING * sum(t in got for t in things) / max(1, len(things))
            + UNIT * has_unit(text, sentence.text)
            + worth.get(of_whom[place], 0.0)
        )
        if AVAILABILITY.search(sentence.text) and not _OF_CODE.search(text):
            scores[place] -= EXPECTED
    return scores


def _worth_of_background(text: str) -> dict[Whose, float]:
    """What it adds to a sentence that it speaks of what was before the paper."""
    if asks_of_others(text):
        return {Whose.OTHERS: OTHERS}
    if asks_of_before(text):
        return {}
    return {Whose.OTHERS: -BACKGROUND, Whose.LEADING_UP: -BACKGROUND}


def wanted_terms(text: str) -> list[str]:
    """The terms of a question that a paper should have."""
    found = [t for t in terms(text, joined=False) if t not in GENERIC]
    return list(dict.fromkeys(t for t in found if len(t) > 1))


def holds(held: set[str], term: str, catalog: Catalog) -> bool:
    """Whether a text with these terms has the term, its acronym or what it stands for."""
    if term in held or undoubled(term) in held:
        return True
    same = (*catalog.acronyms.get(term, ()), *synonyms().get((term,), ()))
    return any(held.issuperset(phrase) for phrase in same)
