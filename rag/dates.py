"""What a question says of dates: years, months, days, ranges, and "last year"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from store.papers import Paper

Span = tuple[date | None, date | None]

_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_YEAR = r"(?:19|20)\d\d"
_ISO_DAY = re.compile(
    rf"\b(?:on |dated )?(?P<year>{_YEAR})-(?P<number>0[1-9]|1[0-2])-(?P<day>\d\d)\b", re.I
)
_PART = re.compile(
    rf"\b(?:in |from )?(?:the )?(?:Q(?P<quarter>[1-4])|(?P<nth>first|second|third|fourth|last) "
    rf"(?P<part>quarter|half))(?: of| in)? (?P<year>{_YEAR})\b",
    re.I,
)
_MONTH_TO_MONTH = re.compile(
    rf"\b(?:between|from) {_MONTH},? (?:of )?(?P<begins>{_YEAR}) "
    r"(?:and|to|until|till|through|[-–]) "
    rf"{_MONTH.replace('<month>', '<until>')},? (?:of )?(?P<year>{_YEAR})\b",
    re.I,
)
_MONTHS_OF = re.compile(
    rf"\b(?:from |between |in )?{_MONTH} (?:to|and|through|until|till|[-–]) "
    rf"{_MONTH.replace('<month>', '<until>')},? (?:of )?(?P<year>{_YEAR})\b",
    re.I,
)
_DAY = re.compile(
    rf"\b(?:on |dated )?{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>{_YEAR})\b", re.I
)
_IN_MONTH = re.compile(rf"\b(?:in |from |of )?{_MONTH},? (?:of )?(?P<year>{_YEAR})\b", re.I)
_BETWEEN = re.compile(
    rf"\b(?:between|from)? ?(?P<first>{_YEAR}) ?(?:and|or|to|until|through|[-–]) ?"
    rf"(?P<last>{_YEAR})\b",
    re.I,
)
_SINCE = re.compile(
    rf"\b(?:(?:since|starting in|as of|from(?=.* on(?:wards?)?\b))(?: {_MONTH})? (?P<year>{_YEAR})"
    rf"(?: on(?:wards?)?)?"
    rf"|(?P<year2>{_YEAR}) (?:or|and) (?:later|newer|after))\b",
    re.I,
)
_AFTER = re.compile(rf"\b(?:after|later than|newer than)(?: {_MONTH})? (?P<year>{_YEAR})\b", re.I)
_BEFORE = re.compile(
    rf"\b(?:from )?(?:before|prior to|older than|earlier than)(?: {_MONTH})? (?P<year>{_YEAR})\b",
    re.I,
)
_UNTIL = re.compile(
    rf"\b(?:(?:until|up to|through)(?: {_MONTH})? (?P<year>{_YEAR})"
    rf"|(?P<year2>{_YEAR}) (?:or|and) (?:earlier|older|before))\b",
    re.I,
)
_IN_YEAR = re.compile(
    rf"\b(?:in|from|of|during|for)?(?: the year)? ?(?P<year>{_YEAR})(?:'s)?\b", re.I
)
_RELATIVE = re.compile(
    r"\b(?P<how>since|in|from|during|of|after)? ?(?P<which>this|last|the last|the past|past) "
    r"(?:(?P<n>\d+|two|three|five) )?(?P<unit>years?|months?)\b",
    re.I,
)
_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_SMALL = {"two": 2, "three": 3, "five": 5}


def parse_dates(text: str, papers: Iterable[Paper]) -> tuple[Span, re.Match[str]] | None:
    """The first and last day that a text speaks of, and the words that say so.

    "Last year" counts back from the newest paper, never from the machine's clock.
    """
    for pattern, span in _DATE_RULES:
        if match := pattern.search(text):
            return span(match, papers), match
    return None


def _month_span(match: re.Match[str]) -> tuple[date, date]:
    """The first and last day of the match's year, or of the month of it that it names."""
    groups = match.groupdict()
    year = int(groups.get("year") or groups.get("year2") or 0)
    month = _MONTHS[groups["month"].lower()] if groups.get("month") else None
    first = date(year, month or 1, 1)
    last = month or 12
    return first, date(year, last, calendar.monthrange(year, last)[1])


def _one_day(match: re.Match[str], papers: Iterable[Paper]) -> Span:
    first, last = _month_span(match)
    if not 1 <= int(match["day"]) <= last.day:
        return first, last  # there is no such day; the month is what can be meant
    day = first.replace(day=int(match["day"]))
    return day, day


def _iso_day(match: re.Match[str], papers: Iterable[Paper]) -> Span:
    year, month = int(match["year"]), int(match["number"])
    last = calendar.monthrange(year, month)[1]
    if not 1 <= int(match["day"]) <= last:
        return date(year, month, 1), date(year, month, last)
    day = date(year, month, int(match["day"]))
    return day, day


def _part_of_year(match: re.Match[str], papers: Iterable[Paper]) -> Span:
    """A quarter or a half of a year."""
    months = 6 if (match["part"] or "").lower() == "half" else 3
    word = (match["nth"] or "").lower()
    place = 12 // months if word == "last" else int(match["quarter"] or _PLACES.get(word, 1))
    place = min(place, 12 // months)
    year, until = int(match["year"]), months * place
    return _months(year, until - months + 1, until)


def _months_of_year(match: re.Match[str], papers: Iterable[Paper]) -> Span:
    first, last = sorted((_MONTHS[match["month"].lower()], _MONTHS[match["until"].lower()]))
    return _months(int(match["year"]), first, last)


def _month_to_month(match: re.Match[str], papers: Iterable[Paper]) -> Span:
    """From a month of one year to a month of another, or of the same."""
    (year, month), (end, until) = sorted(
        (int(match[year]), _MONTHS[match[month].lower()])
        for year, month in (("begins", "month"), ("year", "until"))
    )
    return date(year, month, 1), date(end, until, calendar.monthrange(end, until)[1])


def _months(year: int, first: int, last: int) -> Span:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _years(match: re.Match[str], papers: Iterable[Paper]) -> Span:
    first, last = sorted((int(match["first"]), int(match["last"])))
    return date(first, 1, 1), date(last, 12, 31)


def _relative(match: re.Match[str], papers: Iterable[Paper]) -> Span:
    """This or last year, the last two months: against the newest paper, not against today."""
    newest = max((p.date for p in papers if p.date), default=date.max)
    count = _SMALL.get((match["n"] or "").lower(), 0) or int(match["n"] or 0)
    if count:
        days = count * (365 if match["unit"].lower().startswith("year") else 30)
        return newest - timedelta(days=min(days, (newest - date.min).days)), None
    if match["unit"].lower().startswith("month"):
        last = newest.replace(day=1) - timedelta(days=1)
        first = last.replace(day=1) if match["which"].lower() != "this" else newest.replace(day=1)
        return first, newest if match["which"].lower() == "this" else last
    year = newest.year - (match["which"].lower() in ("last", "past"))
    open_ended = (match["how"] or "").lower() in ("since", "after")
    return date(year, 1, 1), None if open_ended else date(year, 12, 31)


_DATE_RULES: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str], Iterable[Paper]], Span]], ...
] = (
    (_ISO_DAY, _iso_day),
    (_DAY, _one_day),
    (_PART, _part_of_year),
    (_MONTH_TO_MONTH, _month_to_month),
    (_MONTHS_OF, _months_of_year),
    (_BETWEEN, _years),
    (_AFTER, lambda m, _: (_month_span(m)[1] + timedelta(days=1), None)),
    (_BEFORE, lambda m, _: (None, _month_span(m)[0] - timedelta(days=1))),
    (_UNTIL, lambda m, _: (None, _month_span(m)[1])),
    (_SINCE, lambda m, _: (_month_span(m)[0], None)),
    (_IN_MONTH, lambda m, _: _month_span(m)),
    (_IN_YEAR, lambda m, _: _month_span(m)),
    (_RELATIVE, _relative),
)
