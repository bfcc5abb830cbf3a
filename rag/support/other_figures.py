"""The figure that a question asks about outright, and those of the same kind that a text gives.

"Does it need 64GB?" of "with only 32GB memory", "25 of 30 problems?" of "28 of 30 problems".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.language import wording
from rag.language.numbers import WORDS
from rag.language.quantities import BYTES, TIMES
from store.lexical import terms

_BOUND = (
    r"(?:(?P<over>(?:more|longer|greater|higher) than|over|above|at least)"
    r"|(?P<under>(?:less|fewer|shorter|lower) than|under|below|within|at most))? ?"
)
_NUMBER = r"(?<![\w.,-])(?P<number>\d[\d,]*(?:\.\d+)?)"
_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_SCALE = r"(?: ?(?P<scale>[kKMB](?![\w])|thousand|million|billion))?"
_NO_COUNT = frozenset(terms("times percent points years months bits"))
_WORDS = r"(?P<words>(?: [a-zA-Z][\w-]*){1,3})"
_OF_ALL = re.compile(rf"{_BOUND}{_NUMBER} (?:of|out of) (?:the )?(?P<all>\d+){_WORDS}")
_COUNTED = re.compile(rf"{_BOUND}{_NUMBER}{_SCALE}{_WORDS}", re.I)
_ENDS = frozenset(
    "of in on at for with by to from and or than as per is are was were that which".split()
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it stands, its value, and what it is of: a kind of unit, or what is counted.

    `bound` is 1 where more than it is asked about, -1 where less.
    """

    value: float
    of: tuple[str, ...]
    shown: str
    bound: int = 0


def figure_asked(question: str) -> Figure | None:
    """The one figure that a question asks about outright, if it has a kind of its own."""
    if not wording.OUTRIGHT.match(question):
        return None
    return next(_figures(question, only=""), None)


def others_given(asked: Figure, text: str) -> list[str]:
    """The figures of the kind of one that is asked about, as they stand; none where one is it."""
    if _is_spelled_out(asked.value, text):
        return []
    given = [f for f in _figures(text, only=asked.of[-1]) if f.of == asked.of]
    return [] if any(_is_as_asked(f.value, asked) for f in given) else [f.shown for f in given]


def _is_as_asked(value: float, asked: Figure) -> bool:
    """Whether a figure is the one that is asked about, or as much more or less as is asked."""
    if not asked.bound:
        return value == asked.value
    return (value > asked.value) == (asked.bound > 0) and value != asked.value


def _is_spelled_out(value: float, text: str) -> bool:
    """Whether a text has a number as a word: "eight cores"."""
    if value != int(value) or not 0 < value < len(WORDS):
        return False
    return re.search(rf"\b{WORDS[int(value)]}\b", text, re.I) is not None


def _figures(text: str, only: str) -> Iterator[Figure]:
    """The figures of a text; of things that are counted, where one is given, only of that one."""
    for units, kind in ((TIMES, "time"), (BYTES, "bytes")):
        for match in _in(units).finditer(text):
            value = _value(match["number"] or "1") * units[match["unit"].lower()]
            yield Figure(value, (kind,), match["shown"].strip(), _bound(match))
    for match in _OF_ALL.finditer(text):
        if noun := _noun(match["words"], only):
            shown = f"{match['number']} of {match['all']} {noun[1]}"
            yield Figure(_value(match["number"]), (match["all"], noun[0]), shown, _bound(match))
    for match in _COUNTED.finditer(text):
        if noun := _noun(match["words"], only):
            scale = match["scale"] or ""
            value = _value(match["number"]) * _SCALES.get(scale.lower(), 1.0)
            shown = f"{match['number']}{scale if len(scale) < 2 else f' {scale}'} {noun[1]}"
            yield Figure(value, (noun[0],), shown, _bound(match))


def _in(units: dict[str, float]) -> re.Pattern[str]:
    names = "|".join(sorted(units, key=len, reverse=True))
    return re.compile(
        rf"{_BOUND}(?P<shown>(?:{_NUMBER}[ -]?|(?<=than )an? |(?<=under )an? )(?P<unit>{names})s?)"
        r"(?!\w)",
        re.I,
    )


def _noun(words: str, only: str) -> tuple[str, str] | None:
    """The term of the plural that a number counts, and the words up to it."""
    for i, word in enumerate(said := words.split()):
        if word.lower() in _ENDS or word.lower() in TIMES or word.lower() in BYTES:
            return None
        found = terms(word, joined=False)
        if found and word.endswith("s") and found[-1] not in _NO_COUNT and only in ("", found[-1]):
            return found[-1], " ".join(said[: i + 1])
    return None


def _value(number: str) -> float:
    return float(number.replace(",", ""))


def _bound(match: re.Match[str]) -> int:
    return 1 if match["over"] else -1 if match["under"] else 0
