"""What the papers of a set must have together, read of the words for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from rag.language.facets import facets_of, says_how, sets_of
from rag.language.sharing import spread
from rag.language.topic import topic_of
from rag.language.words import GENERIC
from rag.question.relations import relation_of, what_is_brought_in
from rag.types import Facet, Question, Relation
from store.lexical import terms


def with_facets(question: Question, text: str) -> Question:
    """A question about a set with all that its text names: sets beside each other, or facets."""
    if not question.topic:
        return question
    if sets := sets_of(text):
        first, *others = (topic_of(spread(words)) for words in sets)
        return replace(question, topic=first, either=tuple(others))
    return replace(question, facets=_facets(question.topic, text))


def _facets(topic: str, text: str) -> tuple[Facet, ...]:
    """The facets that a text asks for; none where it asks for but one thing.

    Each has something of the set's whole topic: what that leaves out (a year, a count) is none.
    """
    known = set(terms(topic))
    found: list[Facet] = []
    relation = Relation.ABOUT
    *of_papers, one, other = facets_of(text) or ("", "")
    for words in (*of_papers, one, other):
        own = _facet(words, relation)
        relation = own.relation
        if set(terms(own.topic)) & known - (set() if words in (one, other) else GENERIC):
            found.append(own)
    return tuple(found) if _are_apart(found) else ()


def _are_apart(found: Sequence[Facet]) -> bool:
    """Whether facets are several things, one of them at least no mere way of asking."""
    each = [set(terms(facet.topic)) for facet in found]
    apart = all(one - other and other - one for one, other in combinations(each, 2))
    return len(each) > 1 and apart and bool(set().union(*each) - GENERIC)


def _facet(words: str, before: Relation) -> Facet:
    """A facet; without words of its own for it, it is to stand to a paper as the one before it."""
    if not says_how(words):
        return Facet(topic_of(spread(f"on {words}")), before)
    relation = relation_of(words)
    if relation is Relation.INTRODUCES:
        words = what_is_brought_in(words)
    return Facet(topic_of(spread(words)), relation)
