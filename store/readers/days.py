"""Reads a day, a month or a year as exports write it, also where several fields share it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from store.papers import Known

_MONTHS = {
    name: number
    for number, name in enumerate(
        "jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1
    )
}
_ISO = re.compile(r"[^\w]*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)")
_COMPACT = re.compile(r"\W*(\d{4})(\d{2})(\d{2})(?!\d)")
_NUMBERS = re.compile(r"\W*(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?(?!\d)\W*$")
# The names of months, in full or cut short, and near ones of other languages; "Marketing" is none.
_MONTH = (
    r"(?:jan(?:[uv]\w*)?|feb(?:r\w*)?|mar(?:c?h?|s|zo)|apr(?:i\w*)?|mayo?|jun(?:e|io?)?|jul(?:y|io?)?"
    r"|aug(?:us\w*)?|sep(?:t\w*)?|oct(?:ob\w*|ub\w*)?|nov(?:i?em\w*)?|dec(?:em\w*)?)(?![^\W\d_])\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WORDED = re.compile(
    rf"(?:(?<![\d-])(?P<before>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*-\s*{_DAY})?[\s.,/-]*(?:of\s+)?)?"
    rf"\b(?P<month>{_MONTH})"
    rf"(?:\s*[-/]\s*(?P<through>{_MONTH}))?"
    r"(?:[\s,/-]*(?P<after>\d{1,2})(?:st|nd|rd|th)?(?!\d))?",
    re.I,
)
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class _Said:
    """What one text says; 0 for what it leaves open."""

    year: int = 0
    month: int = 0
    day: int = 0


def day_of(*texts: str, month: str = "", day: str = "") -> tuple[date | None, Known]:
    """The first day that the fields of one record can mean, and how much of it they say.

    "2024-05-12", "2024/05", "2024", "20240512", "12 May 2024", "May 12, 2024", "2024 May",
    "Jan-Feb 2024", "22-24 May 2024", "in press, 2024"; a day that is in no calendar leaves its
    month or year, and a season its year. The first text with a year counts; what it leaves open
    is filled from the others ("Sep 18" beside "2015"), then from a field that holds a `month`
    alone, as a number or a word. None where no text has a year.
    """
    said = [_said(text.strip()) for text in texts]
    year = next((one.year for one in said if one.year), 0)
    said = [one for one in said if one.year in (0, year)]
    dated = next((one for one in said if one.month), None) or _month_field(month, day)
    return _day(year, dated.month, dated.day)


def _month_field(month: str, day: str) -> _Said:
    text = month.strip()
    said = _Said(month=int(text)) if text.isdecimal() and len(text) < 3 else _said(text)
    number = day.strip()
    if said.day or not (number.isdecimal() and len(number) < 3):
        return said
    return _Said(month=said.month, day=int(number))


def _said(text: str) -> _Said:
    """What one text says, in the first of the shapes that it has."""
    text = re.sub(r"[~\s]+", " ", re.sub(r"[–—]|--+", "-", text))
    iso, worded = _ISO.match(text), _WORDED.search(text)
    if iso and (iso[2] or not worded):
        return _Said(*(int(part or 0) for part in iso.groups()))
    if worded:
        return _worded(worded, text)
    if match := _COMPACT.match(text):
        return _Said(*(int(part) for part in match.groups()))
    year = int(found[0]) if (found := _YEAR.search(text)) else 0
    if match := _NUMBERS.match(text):
        return _Said(int(match[3] or 0), *_month_and_day(int(match[1]), int(match[2])))
    return _Said(year)


def _worded(match: re.Match[str], text: str) -> _Said:
    month = _MONTHS[match["month"].lower()[:3]]
    found = _YEAR.search(text)
    year = int(found[0]) if found else 0
    if match["through"] and _MONTHS[match["through"].lower()[:3]] < month:
        return _Said(year)  # of "Dec-Jan 2015" which year the first is in is not said
    number = match["before"] or ("" if match["through"] else match["after"])
    return _Said(year, month, int(number or 0))


def _month_and_day(one: int, other: int) -> tuple[int, int]:
    """Of two numbers, which are in another order in America; nothing where both could be months."""
    if one > 12 or one == other:
        return other, one
    return (one, other) if other > 12 else (0, 0)


def _day(year: int, month: int, day: int) -> tuple[date | None, Known]:
    tries: tuple[tuple[int, int, Known], ...] = ((month, day, "day"), (month, 1, "month"))
    for m, d, known in (*tries, (1, 1, "year")):
        if not m or not d or year < 1:
            continue
        try:
            return date(year, m, d), known
        except ValueError:
            continue
    return None, "day"
