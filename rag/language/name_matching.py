"""Whether words of a text are one name, and can be the name of an author."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rag.language.name_words import NameWord

_WITHIN = re.compile(r"[\s.’'-]{0,3}")  # between the words of one name
_INVERTED = re.compile(r"\s*,\s*")


def is_one_name(text: str, words: Sequence[NameWord]) -> bool:
    """Whether words of a text stand together as those of one name do."""
    gaps = pairwise(words)
    return all(_WITHIN.fullmatch(text[one.end : next_.start]) for one, next_ in gaps)


def is_inverted(text: str, last: NameWord, given: Sequence[NameWord]) -> bool:
    """Such as "Perlis, A. J.", "Perlis, Alan" or "Perlis A J"."""
    between = text[last.end : given[0].start]
    initials = all(len(w.text) == 1 and w.is_capital for w in given)
    if not is_one_name(text, given):
        return False
    return bool(_INVERTED.fullmatch(between)) or (initials and between.isspace())


def can_be(asked: Sequence[str], own: Sequence[str]) -> bool:
    """Whether given names as asked can be those of a record, some left out or cut to initials."""
    if not asked:
        return True
    if asked[0][0] != own[:1][0][0] if own else True:
        return any(len(a) > 1 and a in own for a in asked[:1])
    shorter, longer = sorted((asked, own), key=len)
    rest = iter(longer)
    return all(any(_alike(one, other) for other in rest) for one in shorter)


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def can_be_in_turn(asked: Sequence[str], own: Sequence[str]) -> bool:
    """The same, where the given names stand in another order: "J. A. Perlis"."""
    left = list(own)
    for one in asked:
        fitting = next((other for other in left if _alike(one, other)), None)
        if fitting is None:
            return False
        left.remove(fitting)
    return True
