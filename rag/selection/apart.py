"""Topics of two things, one for the other, of which a library has each and never both.

Who asks for "token pruning for vision transformers" wants neither other pruning nor other work on
vision.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rag.selection.meanings import Group
from store.lexical import terms

_FOR = re.compile(r"\s(?:for|in|of|on|out|from|with|between|to)\s")
_SEVERAL = re.compile(r",|\b(?:and|or)\b")
_MOST_GROUPS, _RARE = 5, 0.16  # and the share of papers up to which a group tells them apart

# What says only of which sort a thing is, and has many other words.
_SORTS = frozenset(
    terms(
        """tool notation program aid facility device machine package software language system
        algorithm model editor framework library procedure scheme theory service product means"""
    )
)


def never_together(
    topic: str, groups: Sequence[Group], speaking: Sequence[NDArray[np.float64]]
) -> bool:
    """Whether papers speak of both sides of a topic, and none of what is rare of either.

    `speaking` has, for each group, 1 for each paper that speaks of it, shape (papers,).
    """
    sides = [side for side in _FOR.split(f" {topic} ") if side.strip()]
    if len(sides) != 2 or _SEVERAL.search(topic) or len(groups) > _MOST_GROUPS:
        return False
    left, chosen = set(range(len(groups))), []
    for side in sides:
        words = set(terms(side))
        own = {i for i in left if words & set(groups[i][0])}
        left -= own
        if not words - _SORTS:
            return False
        rare = [i for i in own if 0 < speaking[i].mean() <= _RARE]
        if not rare or not all(speaking[i].any() for i in own):
            return False
        chosen += rare
    return not np.logical_and.reduce([speaking[i] > 0 for i in chosen]).any()
