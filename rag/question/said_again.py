"""A set of papers that a question says in two wordings, or by examples beside their name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from rag.language.glosses import glossed
from rag.language.topic import topic_of
from rag.language.words import GENERIC
from rag.types import Kind, Question
from store.lexical import terms

_NAME = re.compile(r"[A-Z][\w-]*[A-Z\d]|[A-Za-z]\d")
_MANY = 3  # examples; one or two say more of what is wanted


def said_again(text: str, read: Callable[[str], Question]) -> Question:
    """The question as it is read, with another wording of its topic as one that will do, too.

    Of what is said again by many examples the name of them all is asked for first. Examples of
    several words are things of their own, and so are names ("databases (RDF, SPARQL)").
    """
    whole = read(text)
    said = glossed(text)
    if said is None or whole.kind is not Kind.LIST:
        return whole
    again = (said.wording,) if said.wording else said.examples
    things = _are_things(again) or _are_names(again)
    if again and not things and (said.wording or len(again) < _MANY):
        return whole
    plain = read(said.rest)
    if not plain.topic or plain.kind is not Kind.LIST or plain.facets:
        return whole
    if (plain.filters, plain.named) != (whole.filters, whole.named):
        return whole
    if again and things:
        return replace(whole, either=(*whole.either, *map(topic_of, again)))
    return replace(plain, text=text, whole=text)


def _are_names(wordings: Sequence[str]) -> bool:
    """Whether some wordings are names, several of them: of one nobody knows what it stands for."""
    return len(wordings) > 1 and all(_NAME.search(words) for words in wordings)


def _are_things(wordings: Sequence[str]) -> bool:
    """Whether each of some wordings says by itself what is meant, in several words."""
    return all(len(set(terms(topic_of(words))) - GENERIC) > 1 for words in wordings)
