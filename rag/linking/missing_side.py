"""The side of a comparison that is no paper of the library: "compare LongRoPE with YaRN"."""

from __future__ import annotations

import re

from rag.evidence.finder import Found, as_evidence
from rag.linking.only_mentioned import IS_COINED
from rag.question.contrast import contrasts_in
from rag.records.catalog import Catalog
from rag.types import Question
from store.lexical import terms
from store.library import Library
from store.papers import TITLE

_LONGEST = 3  # words of a name
_NO_NAME = re.compile(r"^(?:the|that|its|their|an?|this|other|previous|prior)\b", re.I)


def missing_side(asked: Question, library: Library, catalog: Catalog) -> tuple[str, Found | None]:
    """The name of such a side, and what is said of it; "" where both sides are there or unnamed."""
    if len(asked.named) != 1:
        return "", None
    for contrast in contrasts_in(asked.whole):
        sides = (contrast.one, contrast.other)
        there = [side for side in sides if catalog.named_in(side)[0]]
        others = [side.strip(" ?.!,\"'") for side in sides if side not in there]
        if there and others and _is_name(others[0]) and not _is_titled(others[0], catalog):
            return others[0], _said_of(others[0], library)
    return "", None


def _is_name(words: str) -> bool:
    several = words.split()
    if len(several) > _LONGEST or _NO_NAME.match(words):
        return False
    return all(word[0].isupper() or IS_COINED.search(word) for word in several)


def _is_titled(name: str, catalog: Catalog) -> bool:
    """Whether a name stands in a title, such as that of the only paper on a system."""
    wanted = set(terms(name))
    return any(wanted <= set(terms(paper.title)) for paper in catalog.papers.values())


def _said_of(name: str, library: Library) -> Found | None:
    told = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])", re.I if len(name) > 3 else 0)
    sentences = (s for s in library.sentences if s.section != TITLE)
    said = next((s for s in sentences if told.search(s.text)), None)
    return Found(said.paper_id, (as_evidence(said),), 1.0, 0.0, (), ()) if said else None
