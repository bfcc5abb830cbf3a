"""Numbers with their units and bounds: 8.1x is 8.1×, 2,048 is 2048, "twice" is 2x."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.language.numbers import WORDS
from rag.support.limits import bound_of, conflict
from rag.support.plain import plain

_WORDS = {word: number for number, word in enumerate(WORDS) if number > 1} | {"dual": 2}
_FRACTIONS = {
    "half": 2,
    "halves": 2,
    "halved": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "tenth": 10,
}
_MULTIPLES = {"twice": 2.0, "doubles": 2.0, "doubled": 2.0, "double": 2.0, "triple": 3.0}
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "b": 1e9, "billion": 1e9}
_SCALES |= {"t": 1e12, "trillion": 1e12}
_UNITS = {"percent": "%", "per cent": "%", "times": "x", "fold": "x", "-fold": "x"}
_UNITS |= {"bits": "bit", "-bit": "bit", "-bits": "bit"}
_UNITS |= {"percentage points": "points", "point": "points", "milliseconds": "ms"}
_FIGURE = re.compile(
    r"(?:(?<![\w.])|(?<=\bby))(?P<number>\d+(?:\.\d+)?|(?<!\d)\.\d+)"
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
_FRACTION = re.compile(
    r"\b(?P<word>half(?! an? (?:second|minute|hour))(?=(?: of)? (?:the|a|as|its|their|that)\b)"
    r"|(?<=\bby )half|halves|halved"
    r"|(?:(?<=\ba )|(?<=\bone )|(?<=\bone-))(?:third|quarter|fifth|tenth))\b",
    re.I,
)
_TIMES = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "week": 604800,
    "sec": 1,
    "min": 60,
}
_TIMES |= {"month": 2629800, "year": 31557600, "s": 1}
_TIME = re.compile(
    r"(?:(?<![\w.])(?P<number>\d+(?:\.\d+)?|\.\d+)|\b(?P<word>half an?|an?|one|per|"
    + "|".join(_WORDS)
    + r"))[\s-](?P<unit>second|sec|minute|min|hour|day|week|month|year)s?\b(?![-\s]+(?:old|to))"
    r"|(?<=\w)/(?P<rate>s)\b",
    re.I,
)
_A_SECOND_THING = re.compile(r"\s+(?!from|on|with|in|for|of|at|by|to|and|or|per|than)[a-z]", re.I)
_ORDERS = re.compile(r"\b(?:(?P<n>an?|one|two|three|\d) )?orders? of magnitude\b", re.I)
_RANGE = re.compile(r"^(?:-|\s?(?:to|and|or|/)\s)$")
_NAME_BEFORE = re.compile(r"[A-Za-z][\w.-]*-$")


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
    found += [_time(m) for m in _TIME.finditer(text) if not _is_ordinal(m, text)]
    found += [_fraction(m) for m in _FRACTION.finditer(text)]
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
        if not same and shown.isalpha() and not figure.unit and not any(map(_is_count, held)):
            continue  # counted by the writer: the one and the other, first and then
        if not same:
            return f"the number {shown} does not stand in what it cites"
        if all(conflict(figure.bound, h.bound) for h in same):
            return f"{shown} is not bounded so in what it cites"
    return ""


def is_equal(one: FigureIn, other: FigureIn) -> bool:
    """Whether two figures have the same value, whatever their units."""
    return abs(one.value - other.value) <= 1e-9 * max(1.0, abs(other.value))


def _is_same(claimed: FigureIn, held: FigureIn) -> bool:
    if claimed.unit == "part":
        return any(is_equal(claimed, other) for other in _as_parts(held))
    if held.unit == "part" and claimed.unit in ("%", "x"):
        return any(is_equal(held, other) for other in _as_parts(claimed))
    if held.unit == "orders" and claimed.unit == "x":
        return is_equal(claimed, replace(held, value=10.0**held.value))
    if not is_equal(claimed, held):
        return False
    if held.unit == "bit" and not claimed.unit:
        return False  # the 4 of "4-bit" is how a thing is made, not what comes of it
    return claimed.unit in ("", held.unit) or (
        {claimed.unit, held.unit} <= {"%", "points"} or {claimed.unit, held.unit} == {"x", "speed"}
    )


def _is_count(figure: FigureIn) -> bool:
    """Whether a number may be how many there are of something, as "two" is."""
    return not figure.unit and figure.value <= max(_WORDS.values()) and figure.value % 1 == 0


def _as_parts(figure: FigureIn) -> list[FigureIn]:
    """A figure as the part of a whole that it may be said to be: 50 % and 2x smaller are a half."""
    value = figure.value
    parts = {
        "part": [value],
        "%": [value / 100, 1 - value / 100],
        "x": [1 / value] if value else [],
    }
    return [replace(figure, value=part) for part in parts.get(figure.unit, [])]


def _fraction(match: re.Match[str]) -> FigureIn:
    return FigureIn(1 / _FRACTIONS[match["word"].lower()], "part", "", *match.span())


def _is_ordinal(match: re.Match[str], text: str) -> bool:
    """Whether "a second" is the next one, as in "a second model"; "a day" is a time."""
    named = match.group().lower() in ("a second", "one second")
    return named and _A_SECOND_THING.match(text[match.end() :]) is not None


def _time(match: re.Match[str]) -> FigureIn:
    """A duration, or that of a rate, in seconds."""
    if match["rate"]:
        return FigureIn(1.0, "time", "", *match.span())
    word = (match["word"] or "").lower()
    count = 0.5 if word.startswith("half") else float(_WORDS.get(word, 1))
    value = float(match["number"]) if match["number"] else count
    bound = bound_of(match.string, match.start(), match.end())
    return FigureIn(value * _TIMES[match["unit"].lower()], "time", bound, *match.span())


def _figure(match: re.Match[str], text: str) -> FigureIn:
    value, unit = float(match["number"]), " ".join(match["unit"].lower().split())
    unit = _UNITS.get(unit, unit)
    if unit in _SCALES and match["unit"] != " m":
        value, unit = value * _SCALES[unit], ""
    return FigureIn(value, unit, bound_of(text, match.start(), match.end()), *match.span())


def _spelled(match: re.Match[str], text: str) -> FigureIn:
    word = match["word"].lower()
    value = _MULTIPLES.get(word) or float(_WORDS[word])
    value *= _SCALES[match["scale"].lower()] if match["scale"] else 1
    unit = "x" if word in _MULTIPLES or match["unit"] else ""
    return FigureIn(value, unit, bound_of(text, match.start(), match.end()), *match.span())


def _orders(match: re.Match[str]) -> FigureIn:
    count = (match["n"] or "a").lower()
    value = float(count) if count.isdigit() else float(_WORDS.get(count, 1))
    return FigureIn(value, "orders", "", *match.span())


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
