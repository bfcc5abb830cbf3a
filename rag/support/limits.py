"""How a number is bounded by the words about it: up to, at least, on average."""

from __future__ import annotations

import re

_BARELY = r"(?:\W+(?:only|just|merely))?\W*$"
_UPPER = re.compile(
    r"(?:\bup to|\bat most|\bas much as|\bas many as|\bmaximum(?: of)?|\bwithin|≤)" + _BARELY, re.I
)
_LOWER = re.compile(r"(?:\bat least|\bno less than|\bminimum(?: of)?|≥)" + _BARELY, re.I)
_ABOVE = re.compile(r"\b(?:more than|over|above|exceeds?|exceeding|greater than)\W*$", re.I)
_DURING = re.compile(
    r"\bover \W*(?:rounds|steps|iterations|epochs|runs|years|months|weeks|days)\b", re.I
)
_BELOW = re.compile(r"\b(?:less than|below|under|fewer than)\W*$", re.I)
_MEAN = re.compile(r"\b(?:averag\w+|mean)\b(?:\W*|[^\d,;:()]{0,45})$", re.I)
_MEAN_AFTER = re.compile(r"^[^,;.]{0,12}\bon average\b", re.I)
_IN_A_NAME = re.compile(r"(?<=[A-Za-z@])\d+")  # "pass@1"
_OF_SO_MANY = re.compile(r"\d (?:out )?of(?: the)? $")
_BEFORE = 60  # characters in which what bounds a number stands
_CONFLICTS = frozenset(
    {("least", "most"), ("above", "most"), ("above", "below"), ("least", "below")}
    | {("mean", "most"), ("mean", "least"), ("most", "mean"), ("least", "mean")}
    | {("most", "least"), ("most", "above"), ("below", "above"), ("below", "least")}
    | {("least", ""), ("above", ""), ("below", ""), ("mean", "")}
)


def conflict(claimed: str, held: str) -> bool:
    """Whether a number that is bounded in the second way may not be said in the first."""
    return (claimed, held) in _CONFLICTS


def bound_of(text: str, start: int, end: int) -> str:
    """How the number at this place of a text is bounded; empty where it is not."""
    before = _IN_A_NAME.sub("#", text[max(0, start - _BEFORE) : start])
    if _OF_SO_MANY.search(before):
        return ""  # "8 of 15 on average": the mean is of the 8
    for bound, pattern in (
        ("most", _UPPER),
        ("least", _LOWER),
        ("above", _ABOVE),
        ("below", _BELOW),
        ("mean", _MEAN),
    ):
        if pattern.search(before) and not (
            bound == "above" and _DURING.match(f"{before[-5:]}{text[end:]}")
        ):
            return bound
    return "mean" if _MEAN_AFTER.match(text[end:]) else ""
