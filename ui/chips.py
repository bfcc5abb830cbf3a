"""The parts of how a question was read that a person can take away with one press."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from rag.question.describe import filter_words, order_words, scope_words
from rag.types import Filters, Kind, Question

_NONE = Filters()
_SAY_MORE = {"authors": ("together", "place", "elsewhere"), "organisations": ("jointly",)}
"""Filters -> those that say more of them, and nothing alone."""
_NOT_ALONE = frozenset(name for more in _SAY_MORE.values() for name in more)


@dataclass(frozen=True, slots=True)
class Chip:
    """One part in words, and the question without it."""

    label: str
    question: Question


def chips(question: Question) -> tuple[Chip, ...]:
    """What narrows a question: its filters, what it excludes, its scope and its order."""
    found = [
        *_of_filters(question, "filters", ""),
        *_of_filters(question, "unwanted", "not "),
    ]
    if question.without:
        found.append(_chip(question, f"not “{question.without}”", without=""))
    if question.scope is not None:
        found.append(_chip(question, scope_words(question.scope), scope=None))
    if question.order:
        less = {"order": None, "limit": None, "skip": 0, "ends": False}
        found.append(_chip(question, order_words(question.order), **less))
    return tuple(found)


def _of_filters(question: Question, side: str, prefix: str) -> Iterator[Chip]:
    filters: Filters = getattr(question, side)
    for name in (field.name for field in fields(Filters) if field.name not in _NOT_ALONE):
        if getattr(filters, name) != getattr(_NONE, name):
            own = (name, *_SAY_MORE.get(name, ()))
            (words,) = filter_words(Filters(**{n: getattr(filters, n) for n in own}))
            left = replace(filters, **{n: getattr(_NONE, n) for n in own})
            yield _chip(question, prefix + words, **{side: left})


def _chip(question: Question, label: str, **less: Any) -> Chip:
    text = f"{question.text.rstrip()} (without: {label})"
    rest = replace(question, text=text, **less)
    if rest.kind is Kind.LIST and not rest.topic and not rest.without:
        rest = replace(rest, kind=Kind.RECORD)  # nothing is left of it that takes a judgement
    return Chip(label, rest)
