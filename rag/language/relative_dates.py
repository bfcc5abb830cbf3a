"""Dates counted back from the newest paper: "the last 18 months", "last year", "ten years ago".

Never from the machine's clock: the same library gives the same answer on any day.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

from rag.language.numbers import CARDINAL, number_of

_UNITS = {"year": 12, "decade": 120, "quarter": 3, "half-year": 6, "half year": 6, "month": 1}
_NUMBER = rf"(?P<n>\d{{4,9}}|(?:a )?couple of|{CARDINAL}|half an?|an?)"
_UNIT = r"(?P<unit>half[- ]year|year|month|quarter|decade|week|day)s?\b(?P<half> and a half)?"
_PAPERS = r"(?:papers|articles|works|ones|anything|something|everything|studies|publications|those)"
_RELATIVE = re.compile(
    r"\b(?P<how>since|in|from|during|of|after|within|over)? ?"
    r"(?P<which>this|the last|last|the past|past|the previous|previous) "
    rf"(?:{_NUMBER} )?{_UNIT}(?! of\b)",
    re.I,
)
_AGO = re.compile(
    r"\b(?:from |since |in |until )?"
    rf"(?:(?P<more>more|longer|over|at least|earlier)|(?P<less>less|within|at most))?(?: than)? ?"
    rf"\b{_NUMBER} {_UNIT} ago\b",
    re.I,
)
_AGED = re.compile(
    rf"(?<=\b)(?P<papers>{_PAPERS}(?: (?:that|which) (?:are|is))?) "
    rf"(?:(?P<more>older|more|over)|(?P<less>newer|younger|less|under|more recent))(?: than)? "
    rf"{_NUMBER} {_UNIT}(?: old)?\b",
    re.I,
)
# "Within a month after", "in the two years before", of what comes next.
_BESIDE = re.compile(
    rf"\b(?:within|in|during) (?:the )?(?:first |last )?(?:{_NUMBER} )?{_UNIT} "
    r"(?P<side>before|preceding|prior to|after|following|from|of|around) (?:the )?"
    r"(?:(?:release|publication|appearance)(?: date)? of )?(?:the )?$",
    re.I,
)
_AFTER, _BEFORE = ("after", "following", "from"), ("before", "preceding", "prior to")
Found = tuple[date | None, date | None, int, int]  # the first and last day; where the words stand


def relative_span(text: str, newest: date) -> Found | None:
    """The days that a text counts back from the newest paper; None where it does not."""
    if match := _RELATIVE.search(text):
        return *_relative(match, newest), *match.span()
    if match := _AGO.search(text):
        return *_ago(match, newest), *match.span()
    if match := _AGED.search(text):
        return *_ago(match, newest), match.end("papers"), match.end()
    return None


def span_beside(text: str, day: date) -> tuple[date, date, int] | None:
    """The days between which papers are, where a text ends in words for a time beside a day.

    "Within a month after" that day; both are left out. Third comes where the words begin.
    """
    if (match := _BESIDE.search(text)) is None:
        return None
    side, unit = match["side"].lower(), match["unit"].lower()
    earlier = _before(day, match)
    later = _day(day, (day - earlier).days)
    if unit in _UNITS:
        later = _month(day, round(_count(match) * _UNITS[unit]))
    since = day if side in _AFTER else _day(earlier, -1)
    until = day if side in _BEFORE else _day(later, 1)
    return since, until, match.start()


def _relative(match: re.Match[str], newest: date) -> tuple[date | None, date | None]:
    which, unit = match["which"].lower(), match["unit"].lower()
    back = which.startswith("the ") or which == "past" or unit in ("decade", "week", "day")
    if match["n"] or (back and which != "this"):
        return _day(_before(newest, match), 1), None
    months = _UNITS.get(unit, 1)
    passed = (newest.year * 12 + newest.month - 1) % months  # since this unit began
    first = _month(newest.replace(day=1), -passed)
    if which == "this":
        return first, _day(_month(first, months), -1)
    open_ended = (match["how"] or "").lower() in ("since", "after")
    return _month(first, -months), None if open_ended else _day(first, -1)


def _ago(match: re.Match[str], newest: date) -> tuple[date | None, date | None]:
    """Until then for "more than two years ago", since for "less", else the year or month itself."""
    then = _before(newest, match)
    if match["more"]:
        return None, then
    if match["less"]:
        return _day(then, 1), None
    if match["unit"].lower() in ("year", "decade"):
        return date(then.year, 1, 1), date(then.year, 12, 31)
    if match["unit"].lower() in _UNITS:
        return then.replace(day=1), _day(_month(then.replace(day=1), 1), -1)
    return then, then


def _before(newest: date, match: re.Match[str]) -> date:
    """The day that lies so long before the newest paper's."""
    unit, count = match["unit"].lower(), _count(match)
    if unit in _UNITS:
        return _month(newest, -round(count * _UNITS[unit]))
    return _day(newest, -round(count * (7 if unit == "week" else 1)))


def _count(match: re.Match[str]) -> float:
    """How many of its units a match counts."""
    number = (match["n"] or "1").lower()
    number = "couple" if "couple" in number else number
    count = {"a": 1.0, "an": 1.0, "half a": 0.5, "half an": 0.5}.get(number)
    if count is None:
        count = float(number) if number.isdecimal() else float(number_of(number))
    return count + (0.5 if match["half"] else 0)


def _day(day: date, days: int) -> date:
    """The day so many days later; the calendar's first at the least and its last at the most."""
    place = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(place)


def _month(day: date, months: int) -> date:
    """The same day so many months later, or the month's last; the calendar's first at the least."""
    place = day.year * 12 + day.month - 1 + months
    if place < 12:
        return date.min
    if place >= 12 * 10_000:
        return date.max
    year, month = divmod(place, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
