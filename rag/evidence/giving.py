"""Puts first what gives the count that is asked for, where the best sentence gives none.

That may be a sentence on what was before a paper, where no own one gives any: how few bits a
system goes down to may stand where its field is told of.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from rag.evidence.quantity import counted_in, gives_count
from rag.language.quantities import ABSOLUTE, BIT_WIDTH
from store.lexical import Scores, terms

_BITS = frozenset(terms("bits"))
# What others cannot do is no figure of the paper's own.
_BEYOND = re.compile(r"\b(?:cannot|can not|fails?|unable|limited to|at most|no more than)\b", re.I)


def giving_first(
    kept: Sequence[int],
    asked: str,
    texts: Sequence[str],
    background: Collection[int],
    scores: Scores,
) -> list[int]:
    """The kept places, before them one whose text gives the count that is asked for."""
    counted = counted_in(asked)
    giving = [i for i, text in enumerate(texts) if counted and _gives(counted, text)]
    own = [i for i in giving if i not in background]
    giving = own or [i for i in giving if not _BEYOND.search(texts[i])]
    if not giving or kept[0] in giving:
        return list(kept)
    best = max(giving, key=lambda i: scores[i])
    return [best, *(i for i in kept if i != best)]


def _gives(counted: tuple[str, ...], text: str) -> bool:
    """Whether a text gives a count; that of bits stands right before them."""
    if not _BITS.isdisjoint(counted):
        return ABSOLUTE[BIT_WIDTH].search(text) is not None
    return gives_count(counted, text)
