"""The figures of a thing in a text, by the thing's name: "785 nests", "Mach numbers up to 5".

Lengths of context, sizes of models and widths in bits are written in ways of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.language.counts import COUNT_OF, DIGITS, ONE, WRITTEN, counts_in, number_in, value_of
from rag.language.measures import figure_spans, measure_of
from rag.language.no_results import only_results
from store.lexical import terms

_NUMBER = rf"(?<![\w.,-])(?P<number>{DIGITS})"
CONTEXT_LENGTH, MODEL_SIZE, BIT_WIDTH = "context length", "model size", "bit width"
ABSOLUTE = {
    CONTEXT_LENGTH: re.compile(
        rf"{_NUMBER}\s?(?P<scale>[kKM]|million|thousand)?[- ]?(?:[\w-]+ ){{0,2}}?"
        r"(?:tokens?\b(?! (?:budget|of data))|contexts?\b|windows?\b)"
    ),
    MODEL_SIZE: re.compile(
        r"(?:(?<![\w.,])|(?<=[a-zA-Z\d]-))(?P<number>\d+(?:\.\d+)?)(?P<scale>[BM])\b(?!"
        r" (?:[\w-]+ ){0,2}(?:tokens?|pairs?|samples?|examples?|images?|documents?|FLOPs|pages"
        r"|data)\b)"
    ),
    BIT_WIDTH: re.compile(rf"{_NUMBER}[- ]?bits?\b(?P<scale>)"),
}
_CALLED = {
    CONTEXT_LENGTH: re.compile(r"(?:context|sequence|input)(?: (?:windows?|lengths?|size))?", re.I),
    MODEL_SIZE: re.compile(
        r"(?:language )?models?(?: sizes?)?|(?:number of )?(?:model )?parameters", re.I
    ),
    BIT_WIDTH: re.compile(r"(?:number of )?bits?(?:[- ]?widths?)?|bitwidths?", re.I),
}
_TRAINED_ON = re.compile(r"(?:train|tun)(?:e|ed|ing)? (?:[\w-]+ ){0,3}on [\w-]+-$")  # "SA-1B"
# What is written with units of its own: how it is called, and its units in the first of them.
_MASSES = {"g": 1.0, "mg": 1e-3, "ug": 1e-6, "µg": 1e-6, "μg": 1e-6, "mcg": 1e-6}
TIMES = {"s": 1.0, "ms": 1e-3, "us": 1e-6, "µs": 1e-6, "μs": 1e-6, "ns": 1e-9, "min": 60.0}
TIMES |= {"second": 1.0, "millisecond": 1e-3, "microsecond": 1e-6, "nanosecond": 1e-9}
TIMES |= {"minute": 60.0, "hour": 3600.0, "h": 3600.0, "day": 86400.0, "week": 604800.0}
BYTES = {"kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12}
_HEAT = {"c": 1.0, "": 1.0}


def _of_units(units: dict[str, float], before: str = "") -> re.Pattern[str]:
    """A number and one of the units; a mass may be one per kilogram."""
    names = "|".join(sorted(filter(None, units), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,-])(?P<number>{WRITTEN})[\s-]?{before}(?P<unit>{names})s?(?![\w])(?P<per>\s?/\s?\w+)?",
        re.I,
    )


_IN_VOLUME = re.compile(r"\.?\s*(?:per|/)\s*[\d,]*\s*(?:ml|cc|dl|l)\b|\.?\s?(?:%|per ?cent)", re.I)
_OF_MASS = re.compile(r"\b(?:doses?|dosages?)\b", re.I)
_MEASURED = (
    (_OF_MASS, _of_units(_MASSES), _MASSES),
    (
        re.compile(r"\b(?:latenc(?:y|ies)|times?|runtimes?|delays?)\b", re.I),
        _of_units(TIMES),
        TIMES,
    ),
    (re.compile(r"\b(?:memory|storage|ram)\b", re.I), _of_units(BYTES), BYTES),
    (
        re.compile(r"\btemperatures?\b", re.I),
        re.compile(
            rf"{_NUMBER}\s?(?:°|º|degrees?|deg\b\.?)\s?(?P<unit>(?-i:[cC]\b)?)(?![fFkK]\b)(?P<per>)",
            re.I,
        ),
        _HEAT,
    ),
)
_SAVED = re.compile(
    r"\b(?:savings?|reductions?|gains?|improvements?|speed-?ups?|acceleration|throughput"
    r"|faster|compression)\b",
    re.I,
)
_PERCENTS = re.compile(
    r"(?P<number>(?<![\w.,+-])\d+(?:\.\d+)?)\s?\\?(?P<percent>%|percent\b|per cent\b)"
)
_CHANGE = re.compile(
    r"\b(?:by|improv\w*|gains?|increase[sd]?|reductions?|drops?|higher|lower|loss|points|faster"
    r"|better|more|less|reduc\w+|error|sav\w+|decreas\w*|degrad\w*|fell)\b",
    re.I,
)
_FROM = re.compile(r"\bfrom (?:an? |the )?[\d.]+\s?% to\b", re.I)
_AROUND, _NEXT = 5, 2  # words ahead of a score and behind it, of which one may call it a change
_LESS = re.compile(
    r"\b(?:reduc|sav|less|lower|cut|small|fewer|decreas|shrink|efficien)\w*|\(", re.I
)
_ON_ONE = re.compile(
    r"(?P<figure>\d[\d.]*\s?%)(?P<rest> (?:[a-z]+ )?(?:on|in) (?:the )?(?P<of>[A-Z][\w-]*))"
)
_OUTDONE = re.compile(
    r"\b(?:surpass|outperform|exceed|beat)\w* (?:\([^)]*\)|[^,;:.(]|\.(?=\d))*", re.I
)
_SCORES = re.compile(r"\b(?:accurac(?:y|ies)|scores?)\b", re.I)
_JOINS = (
    r"(?:(?:of|at|from|is|was|were|are|between|up|to|about|approximately|around|near|over|above"
    r"|below|ranging|range|ranges|as|high|low|equal|the|than|greater|less|=|≈)\W+){0,5}"
)
_RANGE = re.compile(rf"\s?(?:-|–|to|and)\s?{ONE}")
_NEXT_WORD = re.compile(r" [\w-]+")
_FIGURE = re.compile(WRITTEN, re.I)
_AT_ONCE = re.compile(r"\blatenc(?:y|ies)\b", re.I)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: its value, its unit ("" for a count or a bare number), and as it is written."""

    value: float
    unit: str
    shown: str


def called(thing: str) -> str:
    """What the figures of a thing are of: of models their sizes."""
    return next((name for name, words in _CALLED.items() if words.fullmatch(thing)), thing)


def may_give(text: str, thing: str) -> bool:
    """Whether a text has a number and, of a thing that is written by its name, its words."""
    if not _FIGURE.search(text):
        return False
    if (
        called(thing) in ABSOLUTE
        or measure_of(thing)
        or _SCORES.search(thing)
        or any(w.search(thing) for w, *_ in _MEASURED)
    ):
        return True
    return not frozenset(terms(thing, joined=False)).isdisjoint(terms(text, joined=False))


def quantities_in(text: str, thing: str, on: str = "") -> list[Quantity]:
    """The figures of a thing in a plain text, in the way in which such figures are written.

    No year is one, nor what is required or aimed at. Of scores `on` a benchmark, which the text
    must speak of by itself, the thing need not be said, and those on another are left.
    """
    text = only_results(text)
    if (name := called(thing)) in ABSOLUTE:
        return list(absolute_in(_OUTDONE.sub(" ", text) if name == MODEL_SIZE else text, name))
    if not _SAVED.search(thing):
        for words, pattern, units in _MEASURED:
            if words.search(thing):
                return list(_in_units(text, thing, pattern, units))
    if _SCORES.search(thing):
        if _SAVED.search(thing):
            return []  # a score is no gain
        return list(scores_in(_without_other(text, on), "") if on else scores_in(text, thing))
    of = measure_of(thing)
    if of and _SAVED.search(thing):
        if of != "speed" and not _LESS.search(text):
            return []
        return [Quantity(v, unit, text[s:e]) for v, unit, s, e in figure_spans(text, of)]
    counted = (
        _quantity(m, "%" if m["percent"] else "", behind=m["number"].isalpha())
        for m in counts_in(text, thing)
    )
    return [*counted, *_named(text, thing)]


def scores_in(text: str, thing: str = "") -> Iterator[Quantity]:
    """Scores in percent, and no changes of them: of "from 12 % to 63 %" the second.

    Of a `thing`, those in a text that speaks of it ahead of them or right behind.
    """
    plain = _FROM.sub(lambda m: " " * len(m.group()), text)
    wanted = frozenset(terms(thing, joined=False))
    for match in _PERCENTS.finditer(plain):
        ahead = re.split(r"[;:]", plain[: match.start()])[-1]
        behind = plain[match.end() :].split()
        near = f"{' '.join(ahead.split()[-_AROUND:])} {' '.join(behind[:_NEXT])}"
        after = " ".join(re.split(r"[.,;:]", plain[match.end() :])[0].split()[: _NEXT + 2])
        of_it = wanted <= _terms(ahead) | _terms(after)
        other = bool(after) and measure_of(after) not in ("", measure_of(thing))
        if not _CHANGE.search(near) and of_it and not other:
            yield Quantity(float(match["number"]), "%", match.group())


def _without_other(text: str, on: str) -> str:
    """The text with spaces for the digits of figures on another benchmark than the one wanted."""

    def blank(match: re.Match[str]) -> str:
        mine = any(term in match["of"].lower() for term in _terms(on))
        return match.group() if mine else re.sub(r"\d", " ", match["figure"]) + match["rest"]

    return _ON_ONE.sub(blank, text)


def _terms(words: str) -> frozenset[str]:
    return frozenset(terms(words, joined=False))


def _in_units(
    text: str, thing: str, pattern: re.Pattern[str], units: dict[str, float]
) -> Iterator[Quantity]:
    """Amounts in units of a thing that the text speaks of by all its words."""
    named = frozenset(terms(thing, joined=False)) <= _terms(text)
    for match in pattern.finditer(text):
        unit = units[match["unit"].lower()]
        # "in around one millisecond" tells a latency by no other word.
        at_once = units is TIMES and unit < 1 and _AT_ONCE.search(thing)
        if not (named or at_once or units is _MASSES or (units is _HEAT and match["unit"])):
            continue
        if units is _MASSES and _IN_VOLUME.match(text, match.end()):
            continue
        per = re.sub(r"\s", "", match["per"] or "")
        yield Quantity(number_in(match["number"]) * unit, f"unit{per}", match.group())


def absolute_in(text: str, name: str) -> Iterator[Quantity]:
    """The lengths of context, sizes of models or widths in bits in a text."""
    for match in ABSOLUTE[name].finditer(text):
        if name != MODEL_SIZE or not _TRAINED_ON.search(text[: match.start()]):
            yield _quantity(match, "")


def _quantity(match: re.Match[str], unit: str, *, behind: bool = False) -> Quantity:
    """The figure of a match, and where wanted the word behind it: "single GPU"."""
    after = _NEXT_WORD.match(match.string, match.end()) if behind else None
    return Quantity(
        value_of(match), unit, match.group().strip(" -") + (after.group() if after else "")
    )


def _named(text: str, thing: str) -> Iterator[Quantity]:
    """Numbers that stand behind the thing's name: "Mach numbers from 1.5 to 5", "Mach 2"."""
    if COUNT_OF.match(thing):
        return
    words = re.sub(r"\bnumbers?$", "", thing.strip(), flags=re.I).strip() or thing
    tail = r"(?: numbers?)?" if words != thing else r"s?"
    name = rf"\b{re.escape(words)}{tail}\s+{_JOINS}"
    for match in re.finditer(rf"{name}{ONE}", text, re.I):
        unit = "%" if match["percent"] else ""
        yield _shown_alone(match, unit)
        if more := _RANGE.match(text, match.end()):
            yield _shown_alone(more, "%" if more["percent"] else "")


def _shown_alone(match: re.Match[str], unit: str) -> Quantity:
    one = _quantity(match, unit)
    return Quantity(one.value, unit, match.string[match.start("number") : match.end()].strip())
