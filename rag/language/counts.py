"""Counts in a text of what a few words name: "785 nests", "thirteen patients", "6T tokens"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.language.numbers import WORDS
from store.lexical import terms

NUMBER_WORDS = {word: float(value) for value, word in enumerate(WORDS) if value} | {"single": 1.0}
"""What stands for a number before a noun."""
DIGITS = r"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?"
WRITTEN = rf"(?:{DIGITS}|\b(?:{'|'.join(NUMBER_WORDS)})\b)"
"""A pattern of a number in digits, or in digits or a word."""
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "b": 1e9, "billion": 1e9, "": 1.0}
_SCALES |= {"t": 1e12, "trillion": 1e12}
_SCALE = r"(?:\s?(?P<scale>[kKMBT](?![\w/-])|million|thousand|billion|trillion))?"
ONE = (
    rf"(?<![\w.,-])(?P<number>{WRITTEN}){_SCALE}"
    r"(?P<percent>\s?(?:\\?%|percent\b|per cent\b))?"
)
"""A pattern of a count or a share, with groups that `value_of` reads."""
_ONE = re.compile(ONE, re.I)
_BESIDE = re.compile(rf"^ (?:and|or|to) {WRITTEN}{_SCALE.replace('?P<scale>', '?:')}(?= )", re.I)
_OF_THEM = re.compile(r"^ of\b", re.I)
_ENDS = re.compile(r"[;:()]|[.,](?!\d)")
COUNT_OF = re.compile(r"^(?:numbers?|amounts?|counts?) of ", re.I)
_CHANGE = re.compile(r"\b(?:improv\w*|gains?|higher|lower|loss|faster|better|more|less)\b", re.I)
_REACH = 120  # characters behind a count in which the counted thing stands
_BETWEEN = 2  # words between a count and what is counted


def number_in(words: str) -> float:
    """The number that is written in digits or in a word."""
    known = NUMBER_WORDS.get(words.lower())
    return float(words.replace(",", "")) if known is None else known


def value_of(match: re.Match[str], scales: dict[str, float] = _SCALES) -> float:
    """The value of a match with a number, and perhaps a scale."""
    return number_in(match["number"]) * scales[(match.groupdict().get("scale") or "").lower()]


def is_counted(thing: str) -> bool:
    """Whether a thing is of the sort that is counted: "GPUs", "number of patients"."""
    return thing.endswith("s") or re.search(r"\bnumber\b", thing, re.I) is not None


def counts_in(text: str, thing: str) -> Iterator[re.Match[str]]:
    """Numbers that stand before the thing, which is all that they count.

    "785 nests", "64 MI300X GPUs", "16 and 2,048 A100 GPUs", "a 92 % success rate".
    """
    counted = COUNT_OF.sub("", thing)
    wanted, size = frozenset(terms(counted, joined=False)), len(counted.split())
    for match in _ONE.finditer(text):
        after = text[match.end() : match.end() + _REACH]
        behind = _ENDS.split(_BESIDE.sub("", after))[0].split()[: size + _BETWEEN]
        if match["percent"] and _CHANGE.search(" ".join(behind)):
            continue
        if not (match["percent"] or COUNT_OF.match(thing) or thing.endswith("s")):
            continue  # "22 datasets" tell nothing of the largest
        if match["number"][0].isalpha() and _OF_THEM.match(after):
            continue  # "one of the patients"
        if not (wanted and wanted <= frozenset(terms(" ".join(behind), joined=False))):
            continue
        if value_of(match) == 1 or match["percent"] or _is_head(counted, behind):
            yield match


def _is_head(counted: str, behind: list[str]) -> bool:
    """Whether the thing itself is counted, and no other that has its name: "ten GPU boards"."""
    last = counted.split()[-1].lower()
    return not last.endswith("s") or any(word.lower().strip("'’\"") == last for word in behind)
