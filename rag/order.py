"""The order and number of papers that a question wants: "newest", "top 3", "the second oldest"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.types import Order
from store.papers import Paper

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER_WORDS = {word: number for number, word in enumerate(_WORDS, start=1)}
_NUMBER = rf"(\d{{1,3}}|{'|'.join(_NUMBER_WORDS)})"

_NEWEST = re.compile(
    r"\b(?:newer(?! than)|newest|latest|(?:most|more) recent(?:ly)?(?! than)|recent|recently"
    r"|last(?! author)|youngest|later(?= one\b|\W*$)|(?:came|published) (?:out )?(?:last|later))\b",
    re.I,
)
_OLDEST = re.compile(
    r"\b(?:oldest|earliest|first(?![- ]author)|older(?! than)|earlier(?= one\b|\W*$)|came first"
    r"|chronological\w*|by date)\b",
    re.I,
)
_TOP = re.compile(
    rf"\b(?:top|first|last|latest|newest|oldest|earliest|recent) {_NUMBER}\b"
    rf"|\b{_NUMBER} (?:most )?(?:newest|latest|oldest|earliest|recent)\b"
    rf"|\b{_NUMBER} (?:papers|ones)\b(?=.*\b(?:newest|latest|recent|oldest|earliest)\b)",
    re.I,
)


_IS_THE_ONE = re.compile(
    r"\b(?:is|was) (?:the )?(?:newest|latest|(?:most )?recent|oldest|earliest|first)\W*$", re.I
)


def wanted_order(text: str) -> Order | None:
    """Newest or oldest first, where the question says so."""
    if _NEWEST.search(text):
        return Order.NEWEST
    return Order.OLDEST if _OLDEST.search(text) else None


def wanted_limit(text: str) -> int | None:
    """How many papers are wanted; None for all."""
    if match := _TOP.search(text):
        word = next(group for group in match.groups() if group).lower()
        return _NUMBER_WORDS.get(word) or int(word)
    one = re.search(
        r"\b(?:newest|newer|latest|(?:most|more) recent|oldest|older|earliest"
        r"|(?<!oldest )(?<!newest )(?<!latest )(?<!earliest )first(?![- ]author))\b"
        r"(?! (?:\d|than|first))|\b(?:later|earlier)(?= one\b|\W*$)",
        text,
        re.I,
    )
    several = re.search(r"\b(?:papers|ones)\b", text, re.I)
    return 1 if one and (not several or _IS_THE_ONE.search(text)) else None


_NTH = re.compile(
    r"\b(second|third|fourth|fifth|2nd|3rd|4th|5th)[- ](?:most )?"
    r"(?:oldest|newest|latest|recent|earliest)\b",
    re.I,
)
_SKIPPED = {
    "second": 1,
    "2nd": 1,
    "third": 2,
    "3rd": 2,
    "fourth": 3,
    "4th": 3,
    "fifth": 4,
    "5th": 4,
}


def skipped(text: str) -> int:
    """How many papers stand before the wanted one: 1 for "the second oldest"."""
    match = _NTH.search(text)
    return _SKIPPED[match[1].lower()] if match else 0


def in_time(papers: Iterable[Paper], order: Order) -> list[Paper]:
    """The papers sorted by their dates; those without one come last."""
    papers = list(papers)
    dated = [(p.date, p) for p in papers if p.date]
    dated.sort(key=lambda pair: pair[0], reverse=order is Order.NEWEST)
    return [*(p for _, p in dated), *(p for p in papers if not p.date)]


def without_order(text: str) -> str:
    """The text less the words that say an order."""
    text = re.sub(r"\b(?:sort|order|rank|arrange)(?:ed)?\b", " ", text, flags=re.I)
    return _OLDEST.sub(" ", _NEWEST.sub(" ", _NTH.sub(" ", _TOP.sub(" ", text))))
