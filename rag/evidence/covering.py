"""How much of a question a text has, word by word, and which of the words that it lacks matter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rag.evidence.asked_value import expected, focus_of
from rag.evidence.said_otherwise import (
    is_measure,
    is_pace,
    is_sort,
    run_together,
    settled,
    without_possessors,
)
from rag.evidence.supposed import supposed_in
from rag.evidence.weighing import holds, wanted_terms
from rag.language.instances import asked_kind
from rag.language.words import common_terms, freely_chosen, subject_terms
from rag.records.catalog import Catalog
from store.lexical import terms
from store.papers import Sentence

# Of the weight of a missing word for which others could stand.
_FREE = 0.2
# A capital or a digit that only opens the question makes no name of its word.
_PROPER = re.compile(r"(?<!^)\b[\w-]*(?:[A-Z]|\d)[\w-]*|^[\w-]*\w(?:[A-Z]|\d)[\w-]*")

_STATE_OF_THE_ART = re.compile(r"\bstate[- ]of[- ]the[- ]arts?\b", re.I)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a text has of a question.

    `share` is the weight of the terms found among all (0-1), `missing` are those not found.
    `held` and `lacking` are the weights of both, where a freely chosen word that is missing
    weighs little and one that only asks for a number nothing once that is `given`.
    """

    share: float
    missing: tuple[str, ...]
    held: float
    lacking: float
    given: float = 0.0

    def in_focus(self, question: str) -> list[str]:
        """The terms of the thing asked for, less those of a sort or number that is given anyway."""
        return [
            term
            for term in focus_of(question)
            if not (self.given and is_sort(term)) and not (self.given >= 1 and is_measure(term))
        ]


class Covering:
    """Weighs the words of questions as one library has them."""

    def __init__(self, catalog: Catalog) -> None:
        """Uses the catalog's acronyms and word counts."""
        self._catalog = catalog

    def coverage(
        self, text: str, question: str, held: set[str], kept: Sequence[Sentence]
    ) -> Coverage:
        """What those who have some terms have of a question; `text` is without papers' names.

        An instance of the kind of thing that is asked for is as good as the kind's name.
        """
        wanted = wanted_terms(without_possessors(text))
        is_given = max((expected(question, sentence.text) for sentence in kept), default=0.0)
        if is_given:
            wanted = [term for term in wanted if not is_sort(term)]
        weights = {term: self._rarity(term) for term in wanted}
        kind, instance = asked_kind(question) or ((), None)
        if instance and any(instance.search(sentence.text) for sentence in kept):
            weights = {t: w for t, w in weights.items() if t in held or t not in kind}
        wholes = run_together(text)
        missing = tuple(
            t
            for t in weights
            if not holds(held, t, self._catalog)
            and held.isdisjoint(wholes.get(t, ()))
            and not settled(t, question, held)
            and not (is_given >= 1 and (is_pace(t) or t in _supposed(question)))
        )
        total = sum(weights.values())
        found = total - sum(weights[t] for t in missing)
        lacking = self._lacking({t: weights[t] for t in missing}, question, given=is_given >= 1)
        return Coverage(found / total if total else 1.0, missing, found, lacking, is_given)

    def _lacking(self, missing: Mapping[str, float], question: str, *, given: bool) -> float:
        """The weight of missing terms that could not well be said otherwise."""
        free = freely_chosen(question) - self.proper_terms(question)
        return sum(
            weight * (_FREE if term in free else 1.0)
            for term, weight in missing.items()
            if not (given and is_measure(term))
        )

    def alien(self, missing: Sequence[str], question: str) -> tuple[str, ...]:
        """The missing terms of subjects, for which there is no other word: "video", "insurance"."""
        subjects = subject_terms(_STATE_OF_THE_ART.sub(" ", question))
        return tuple(t for t in missing if t in subjects)

    def strange(self, missing: Sequence[str], question: str) -> tuple[str, ...]:
        """The missing terms that no paper has, or that are proper names in the question.

        A common word of English that no paper has is only how a question is put ("grows").
        """
        proper = self.proper_terms(question)
        strange = [t for t in missing if t in proper or not self._catalog.words.get(t)]
        common = common_terms(question) if set(strange) - proper else set()
        return tuple(t for t in strange if t in proper or t not in common)

    def proper_terms(self, question: str) -> set[str]:
        """The terms of names, also of those in small letters that papers write in capitals."""
        names = [*_PROPER.findall(question), *self._catalog.names_in_small(question)]
        return {t for name in names for t in terms(name)}

    def _rarity(self, term: str) -> float:
        """Inverse document frequency; a term that no paper has weighs the most."""
        papers = len(self._catalog.papers)
        return float(np.log((1 + papers) / (0.5 + self._catalog.words.get(term, 0))))


def _supposed(question: str) -> frozenset[str]:
    """The terms of a figure that the question supposes, for which another of its sort stands."""
    supposed = supposed_in(question)
    return supposed[0] if supposed else frozenset()
