"""Reads a day, a month or a year as exports write it."""

from __future__ import annotations

import re
from datetime import date

from store.papers import Known

_MONTHS = {
    name: number
    for number, name in enumerate(
        "jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1
    )
}
_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WORDED = (
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}})", re.I),
    re.compile(rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})", re.I),
    re.compile(rf"{_MONTH}(?:,\s*|\s+)(?P<day>)(?P<year>\d{{4}})", re.I),
    re.compile(rf"(?P<year>\d{{4}})[\s,]+{_MONTH}(?:\s+(?P<day>\d{{1,2}}))?", re.I),
)


def day_of(text: str) -> tuple[date | None, Known]:
    """The first day that the text can mean, and how much of it the text says.

    "2024-05-12", "2024/05", "2024", "12 May 2024", "May 12, 2024", "2024 May"; a day that is
    in no calendar leaves its month or year. None for anything else.
    """
    text = text.strip()
    for worded in _WORDED:
        if match := worded.match(text):
            month = _MONTHS[match["month"].lower()[:3]]
            return _day(int(match["year"]), month, int(match["day"] or 0))
    if match := _ISO.match(text):
        year, month_text, day_text = match.groups()
        return _day(int(year), int(month_text or 0), int(day_text or 0))
    return None, "day"


def month_number(text: str) -> int:
    """1 to 12 from "5", "may" or "May"; 0 where it is none."""
    text = text.strip().lower()
    if text.isdecimal() and len(text) < 3:
        return int(text) if 1 <= int(text) <= 12 else 0
    return _MONTHS.get(text[:3], 0)


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
