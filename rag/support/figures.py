"""Numbers with their units and bounds: 8.1x is 8.1×, 2,048 is 2048, "twice" is 2x."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.support.plain import plain

_WORDS = {
    w: n
    for n, w in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)
} | {"dual": 2}
_MULTIPLES = {"twice": 2.0, "doubles": 2.0, "doubled": 2.0, "double": 2.0, "triple": 3.0}
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "b": 1e9, "billion": 1e9}
_SCALES |= {"t": 1e12, "trillion": 1e12}
_UNITS = {"percent": "%", "per cent": "%", "times": "x", "fold": "x", "-fold": "x"}
_UNITS |= {"bits": "bit", "-bit": "bit", "-bits": "bit"}
_UNITS |= {"percentage points": "points", "point": "points", "milliseconds": "ms"}
_FIGURE = re.compile(
    r"(?<![\w.])(?P<number>\d+(?:\.\d+)?)"
    r"(?P<unit>\s?(?:%|percentage points|per ?cent\b|points?\b|x\b|times\b|-?fold\b"
    r"|-?bits?\b|[KMGT]B\b|thousand\b|million\b|billion\b|trillion\b|milliseconds\b|ms\b|us\b|µs\b|μs\b)"
    r"|[A-Za-z]{1,3}(?![\w])|)",
    re.I,
)
_SPELLED = re.compile(
    rf"\b(?P<word>{'|'.join([*_WORDS, *_MULTIPLES])})\b(?P<unit>(?:-|\s)?(?:times|fold)\b)?"
    rf"(?:\s(?P<scale>{'|'.join(w for w in _SCALES if len(w) > 1)})\b(?!-))?",
    re.I,
)
_ORDERS = re.compile(r"\b(?:(?P<n>an?|one|two|three|\d) )?orders? of magnitude\b", re.I)
_RANGE = re.compile(r"^(?:-|\s?(?:to|and|or|/)\s)$")
_NAME_BEFORE = re.compile(r"[A-Za-z][\w.-]*-$")
_UPPER = re.compile(
    r"(?:\bup to|\bat most|\bas much as|\bas many as|\bmaximum(?: of)?|≤)\W*$", re.I
)
_LOWER = re.compile(r"(?:\bat least|\bno less than|\bminimum(?: of)?|≥)\W*$", re.I)
_ABOVE = re.compile(r"\b(?:more than|over|above|exceeds?|exceeding|greater than)\W*$", re.I)
_DURING = re.compile(
    r"\bover \W*(?:rounds|steps|iterations|epochs|runs|years|months|weeks|days)\b", re.I
)
_BELOW = re.compile(r"\b(?:less than|below|under|fewer than)\W*$", re.I)
_MEAN = re.compile(r"\b(?:averag\w+|mean)\b(?:\W*|[^\d,;:()]{0,45})$", re.I)
_MEAN_AFTER = re.compile(r"^[^,;.]{0,12}\bon average\b", re.I)
_BEFORE = 60  # characters in which what bounds a number stands
_CONFLICTS = frozenset(
    {("least", "most"), ("above", "most"), ("above", "below"), ("least", "below")}
    | {("mean", "most"), ("mean", "least"), ("most", "mean"), ("least", "mean")}
    | {("most", "least"), ("most", "above"), ("below", "above"), ("below", "least")}
    | {("least", ""), ("above", ""), ("below", ""), ("mean", "")}
)


@dataclass(frozen=True, slots=True)
class FigureIn:
    """A number in a text: its value, its unit ("" for none), how it is bounded, and where."""

    value: float
    unit: str
    bound: str
    start: int
    end: int


def figures_in(text: str) -> list[FigureIn]:
    """The figures of a plain text, in order; digits within a name such as GSM8K are none."""
    found = [_orders(m) for m in _ORDERS.finditer(text)]
    orders = [(f.start, f.end) for f in found]
    spelled = (m for m in _SPELLED.finditer(text) if not _within(m.start(), orders))
    found += [_spelled(m, text) for m in spelled]
    taken = [(f.start, f.end) for f in found]
    for match in _FIGURE.finditer(text):
        if not _within(match.start(), taken) and not _NAME_BEFORE.search(text[: match.start()]):
            found.append(_figure(match, text))
    return _with_shared_units(sorted(found, key=lambda f: f.start), text)


def _within(place: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in taken)


def wrong_figure(claim: str, spans: Sequence[str]) -> str:
    """What is wrong with a claim's numbers; empty where each stands in a span as it is said."""
    held = [figure for span in spans for figure in figures_in(plain(span))]
    text = plain(claim)
    for figure in figures_in(text):
        same = [h for h in held if _is_same(figure, h)]
        shown = text[figure.start : figure.end].strip()
        if not same:
            return f"the number {shown} does not stand in what it cites"
        if all((figure.bound, h.bound) in _CONFLICTS for h in same):
            return f"{shown} is not bounded so in what it cites"
    return ""


def is_equal(one: FigureIn, other: FigureIn) -> bool:
    """Whether two figures have the same value, whatever their units."""
    return abs(one.value - other.value) <= 1e-9 * max(1.0, abs(other.value))


def _is_same(claimed: FigureIn, held: FigureIn) -> bool:
    if not is_equal(claimed, held):
        return False
    if held.unit == "bit" and not claimed.unit:
        return False  # the 4 of "4-bit" is how a thing is made, not what comes of it
    return claimed.unit in ("", held.unit) or (
        {claimed.unit, held.unit} <= {"%", "points"} or {claimed.unit, held.unit} == {"x", "speed"}
    )


def _figure(match: re.Match[str], text: str) -> FigureIn:
    value, unit = float(match["number"]), " ".join(match["unit"].lower().split())
    unit = _UNITS.get(unit, unit)
    if unit in _SCALES and match["unit"] != " m":
        value, unit = value * _SCALES[unit], ""
    return FigureIn(value, unit, _bound(text, match.start(), match.end()), *match.span())


def _spelled(match: re.Match[str], text: str) -> FigureIn:
    word = match["word"].lower()
    value = _MULTIPLES.get(word) or float(_WORDS[word])
    value *= _SCALES[match["scale"].lower()] if match["scale"] else 1
    unit = "x" if word in _MULTIPLES or match["unit"] else ""
    return FigureIn(value, unit, _bound(text, match.start(), match.end()), *match.span())


def _orders(match: re.Match[str]) -> FigureIn:
    count = (match["n"] or "a").lower()
    value = float(count) if count.isdigit() else float(_WORDS.get(count, 1))
    return FigureIn(value, "orders", "", *match.span())


def _bound(text: str, start: int, end: int) -> str:
    before = text[max(0, start - _BEFORE) : start]
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


def _with_shared_units(found: list[FigureIn], text: str) -> list[FigureIn]:
    """In "1.6-1.8x" and "4.9x, 5.7x and 6x" the first has the unit and bound of its neighbour."""
    shared = list(found)
    for place in range(len(shared) - 2, -1, -1):
        this, following = shared[place], shared[place + 1]
        between = text[this.end : following.start]
        if not this.unit and following.unit and _RANGE.match(between):
            shared[place] = FigureIn(this.value, following.unit, this.bound, this.start, this.end)
    for place in range(1, len(shared)):
        before, this = shared[place - 1], shared[place]
        between = text[before.end : this.start]
        if before.bound and not this.bound and re.fullmatch(r",? ?(?:and )?|-", between):
            shared[place] = FigureIn(this.value, this.unit, before.bound, this.start, this.end)
    return shared
