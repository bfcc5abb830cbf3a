"""What a question attributes to a paper's own thing: asked outright, or taken for granted.

"Does @ need training?" asks whether, "why does @ need training?" supposes it; "@" stands for a
name of the paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_AUX = r"(?:do|does|did|is|are|was|were|can|could|has|have|will|would|must)"
_THING = r"(?:the |that )?@(?:['’]s)?(?: (?:paper|method|system|approach|model|framework))?"
_SO = r"^\W*(?:(?:and|but|so|ok|okay|also|then)\W+)?"
_OUTRIGHT = re.compile(rf"{_SO}{_AUX} {_THING} (?P<said>[^?]+?)[\s?.!]*$", re.I)
_WHY = r"(?:why|how come|for what reason|(?:by )?how (?:much|far|badly|strongly|severely))"
_SUPPOSED = (
    re.compile(rf"{_SO}{_WHY} {_AUX} {_THING} (?P<said>[^?]+?)[\s?.!]*$", re.I),
    re.compile(rf"{_SO}how come {_THING} (?P<said>[^?]+?)[\s?.!]*$", re.I),
    re.compile(rf"{_SO}what makes {_THING} (?P<said>[^?]+?)[\s?.!]*$", re.I),
)
# "How much accuracy does @ lose?", "how much slower is @ than X?"
_OF_WHAT = re.compile(
    rf"{_SO}(?:by )?how (?:much|many) (?P<of>[\w -]+?) {_AUX} {_THING} (?P<verb>[a-z]+)[\s?.!]*$",
    re.I,
)
_THAN = re.compile(
    rf"{_SO}(?:by )?how much (?P<how>(?:less |more )?[\w-]+) {_AUX} {_THING} (?P<than>than"
    r" [^?]+?)[\s?.!]*$",
    re.I,
)
_LONGEST = 400  # characters; a longer question says more than one thing
_DENIED = re.compile(r"\b(?:not|never|no|neither|nor|without|only|just|hardly)\b|n['’]t\b", re.I)
_TWO_THINGS = re.compile(r",|;|\b(?:and|or|when|while|if|because|but|which|that)\b", re.I)
_AMOUNT = re.compile(
    r"\b(?:(?:so|that|this|too|very) (?:much|many)\b|a lot of|lots of"
    r"|(?:a )?(?:large|huge|great) (?:amounts?|numbers?) of|any|so|really|actually|ever|still)\s+",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Attributed:
    """What is said of a paper's thing, such as "need training", and whether it is supposed."""

    said: str
    supposed: bool


def attributed(question: str, places: Iterable[tuple[int, int]]) -> Attributed | None:
    """What a question attributes to the paper that it names at some places; None for others.

    It is named first: what a paper is called by may be said of it as well ("faster than other
    PDE solvers"). A question that denies, or that says two things of it, is not read.
    """
    if len(question) > _LONGEST:
        return None
    start, end = min(places, default=(0, 0))
    text = f"{question[:start]}@{question[end:]}"
    if (found := _read(" ".join(text.split()))) is None:
        return None
    said = _AMOUNT.sub("", found.said).strip()
    if not said or _DENIED.search(said) or _TWO_THINGS.search(said):
        return None
    return Attributed(said, found.supposed)


def _read(text: str) -> Attributed | None:
    if match := _OF_WHAT.match(text):
        return Attributed(f"{match['verb']} {match['of']}", supposed=True)
    if match := _THAN.match(text):
        return Attributed(f"{match['how']} {match['than']}", supposed=True)
    for pattern in _SUPPOSED:
        if match := pattern.match(text):
            return Attributed(match["said"], supposed=True)
    match = _OUTRIGHT.match(text)
    return Attributed(match["said"], supposed=False) if match else None
