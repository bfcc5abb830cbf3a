"""What a question says of dates: points in time, and what it wants of them.

A point is a day, a month, a part of a year, a year, or a decade, and has a first and a last day;
"before", "since", "between … and …" and their like make a span of one or two of them.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from rag.months import MONTH, MONTHS
from rag.relative_dates import relative_span
from store.papers import Paper

Span = tuple[date | None, date | None]

_YEAR = r"(?:19|20)\d\d"
_PLACES = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4}
_NTH = "|".join((*_PLACES, "last"))
_DECADES = {
    word: number
    for number, word in enumerate("fifties sixties seventies eighties nineties".split(), start=5)
}
_POINT = re.compile(
    rf"(?P<iso>{_YEAR})[-/](?P<isomonth>0?[1-9]|1[0-2])(?:[-/](?P<isoday>\d{{1,2}}))?(?!\d)"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{MONTH}),? (?:of )?(?P<year>{_YEAR})"
    rf"|(?P<month2>{MONTH}) (?:the )?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year2>{_YEAR})"
    rf"|(?P<month3>{MONTH}),? ?(?:of |in )?(?P<year3>{_YEAR})"
    rf"|(?:the )?(?:Q(?P<quarter>[1-4])|(?P<nth>{_NTH}) (?P<part>quarter|half))"
    rf"(?: of| in)?,? (?P<year4>{_YEAR})"
    rf"|(?:the )?(?P<season>spring|summer|autumn|fall)(?: of| in)?,? (?P<year7>{_YEAR})"
    rf"|(?P<early>early|late|mid)[- ](?P<year5>{_YEAR})"
    r"|(?:the )?(?:(?P<part2>early|late|mid)[- ](?:the )?)?"
    r"(?:(?P<decade>(?:19|20)\d)0['’]?s|['’]?(?P<tens>[5-9])0['’]?s"
    rf"|(?P<words>{'|'.join(_DECADES)}))"
    rf"|(?:the )?(?:year )?(?P<year6>{_YEAR})(?:['’]s)?(?![\d%]|-[A-Za-z])"
    rf"|(?P<day5>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month5>{MONTH})(?!,? ?(?:of )?{_YEAR})"
    rf"|(?P<month4>{MONTH})(?: (?P<day4>\d{{1,2}})(?:st|nd|rd|th)?)?",
    re.I,
)
_PARTS_OF_DECADES = {"": (0, 10), "early": (0, 4), "mid": (4, 3), "late": (7, 3)}
_AFTER_MONTH = re.compile(rf"{MONTH}[,.]?-?$", re.I)
_PRE = re.compile(r"\b(?:pre-|earlier than )$", re.I)
_POST = re.compile(r"\bpost-$", re.I)
_BETWEEN = re.compile(r"\b(?:between|from|in|during)? ?(?:the (?:years? )?)?$", re.I)
_TO = re.compile(
    r" ?(?:(?:up )?to|and|until|till|through|thru|[-–—]|or) ?(?:the )?"
    r"(?:(?:end|start|beginning) of )?",
    re.I,
)
_ALSO = re.compile(
    r"(?:,|,? (?:and|or|as well as|plus)) ?(?:also )?(?:(?:in|from|of) )?(?:the )?", re.I
)
# Behind these, two points are the ends of one span, or the first has its own word.
_A_SPAN = re.compile(
    r"\b(?:between|since|after|before|until|till|up to|than|prior to|by) (?:the )?$", re.I
)
_OPENS = re.compile(r"\b(?:since|starting (?:in|from|with)|as of|from|in|beginning in) $", re.I)
_ONWARDS = re.compile(
    r"[ ,]*(?:(?:and|or) (?:later|newer|after|onwards?|since|up)|on(?:wards?)?\b|to now|to date)",
    re.I,
)
_EARLIER = re.compile(r"[ ,]*(?:and|or) (?:earlier|older|before|prior)", re.I)
_SINCE = re.compile(
    r"\b(?:since|starting (?:in|from|with)|as of|beginning in|no (?:earlier|older) than"
    r"|(?:in|on) or (?:after|since)) (?:the start of )?$",
    re.I,
)
_AFTER = re.compile(
    r"\b(?:after|later than|newer than|more recent than|past) (?:the end of )?$", re.I
)
_BEFORE = re.compile(
    r"\b(?:from )?(?:before|prior to|older than|earlier than|preceding) (?:the start of )?$", re.I
)
_UNTIL = re.compile(
    r"\b(?:until|till|up to|through|by the end of|no (?:later|newer) than|(?:in|on) or before)"
    r"(?: and including)? (?:the end of )?$",
    re.I,
)
_IN = re.compile(
    r"\b(?:in|from|of|during|for|on|dated|within|throughout)(?: the)?(?: year)? $", re.I
)


@dataclass(frozen=True, slots=True)
class Dated:
    """The span that a text speaks of, and where the words stand that say so.

    `spells` are its parts, where there is time between them: "in 1966 or 1975".
    """

    span: Span
    start: int
    end: int
    spells: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True, slots=True)
class _Point:
    """A stretch of the calendar; `year` is None for a month whose year stands elsewhere."""

    month: tuple[int, int]  # the first and the last
    year: int | None
    start: int
    end: int
    day: int | None = None
    years: int = 1

    def span(self, year: int) -> tuple[date, date]:
        first, last = self.month
        until = date(year + self.years - 1, last, 1)
        end = until.replace(day=calendar.monthrange(until.year, last)[1])
        if self.day and 1 <= self.day <= end.day:
            return date(year, first, self.day), date(year, first, self.day)
        return date(year, first, 1), end  # a day in no calendar leaves its month


def parse_dates(text: str, papers: Iterable[Paper]) -> Dated | None:
    """The first and last day that a text speaks of; None where it speaks of none.

    "Last year" counts back from the newest paper, never from the machine's clock.
    """
    points = [point for m in _POINT.finditer(text) if (point := _point(m))]
    if spelled := _spelled(text, points):
        return spelled
    for one, other in pairwise(points):
        if other.year and _TO.fullmatch(text[one.end : other.start]):
            return _from_to(text, one, other)
    for point in points:
        if point.year:
            return _alone(text, point, point.year)
    newest = max((p.date for p in papers if p.date), default=date.max)
    if found := relative_span(text, newest):
        since, until, start, end = found
        return Dated((since, until), start, end)
    return None


def _spelled(text: str, points: Sequence[_Point]) -> Dated | None:
    """Several points that are named one by one, with time between them; None for any others."""
    run: list[_Point] = []
    for point in points:
        if run and not _ALSO.fullmatch(text[run[-1].end : point.start]):
            break
        run.append(point)
    if len(run) < 2 or run[-1].year is None or _A_SPAN.search(text[: run[0].start]):
        return None
    if _ONWARDS.match(text[run[-1].end :]) or _EARLIER.match(text[run[-1].end :]):
        return None
    year, spells = run[-1].year, []
    for point in reversed(run):
        year = point.year or year
        spells.append(point.span(year))
    spells.sort()
    if all(other[0] <= one[1] + timedelta(days=1) for one, other in pairwise(spells)):
        if len(run) == 2:
            return None
        spells = [(spells[0][0], spells[-1][1])]
    opening = _IN.search(text[: run[0].start])
    start = opening.start() if opening else run[0].start
    between = tuple(spells) if len(spells) > 1 else ()
    return Dated((spells[0][0], spells[-1][1]), start, run[-1].end, between)


def _point(match: re.Match[str]) -> _Point | None:
    """What a match says; None for a word such as "may" or a number that is no year."""
    g = match.groupdict()
    span = match.span()
    if _is_inside_a_word(match):
        return None
    if g["iso"]:
        month = int(g["isomonth"])
        return _Point((month, month), int(g["iso"]), *span, int(g["isoday"] or 0))
    if decade := g["decade"] or (g["tens"] and f"19{g['tens']}") or _decade_called(g["words"]):
        first, years = _PARTS_OF_DECADES[(g["part2"] or "").lower()]
        return _Point((1, 12), int(decade) * 10 + first, *span, years=years)
    year = next((int(g[f"year{n}"]) for n in ("", 2, 3, 4, 5, 6, 7) if g[f"year{n}"]), None)
    if word := next((g[f"month{n}"] for n in ("", 2, 3, 4, 5) if g[f"month{n}"]), None):
        day = next((int(g[f"day{n}"]) for n in ("", 2, 4, 5) if g[f"day{n}"]), None)
        month = MONTHS[word.lower().rstrip(".")]
        if year is None and not word[0].isupper():
            return None
        return _Point((month, month), year, *span, day)
    return _Point(_months_of(g), year, *span)


def _is_inside_a_word(match: re.Match[str]) -> bool:
    """Such as the year in "AIME2024" or in "2024-era"."""
    before = match.string[: match.start()]
    after = match.string[match.end() :]
    glued = re.search(
        r"[\w$]$|\d[,.]$|(?<!\bpre)(?<!\bpost)(?<=[a-z])-$", before, re.I
    ) and not _AFTER_MONTH.search(before)
    return bool(glued or re.match(r"\w|\.\d", after))


def _decade_called(word: str | None) -> str | None:
    return f"19{_DECADES[word.lower()]}" if word else None


def _months_of(g: dict[str, str | None]) -> tuple[int, int]:
    """The first and last month of a part of a year, or of the whole."""
    if season := g["season"]:
        return {"spring": (3, 5), "summer": (6, 8)}.get(season.lower(), (9, 11))
    if early := g["early"]:
        return {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[early.lower()]
    if not g["quarter"] and not g["nth"]:
        return 1, 12
    size = 6 if (g["part"] or "").lower() == "half" else 3
    nth = (g["nth"] or "").lower()
    place = 12 // size if nth == "last" else int(g["quarter"] or _PLACES.get(nth, 1))
    until = size * min(place, 12 // size)
    return until - size + 1, until


def _from_to(text: str, one: _Point, other: _Point) -> Dated:
    """From the first day of the earlier point to the last of the later one."""
    year = other.year or 0
    first, last = sorted((one.span(one.year or year), other.span(year)))
    opening = _BETWEEN.search(text[: one.start])
    start = opening.start() if opening else one.start
    return Dated((first[0], max(first[1], last[1])), start, other.end)


def _alone(text: str, point: _Point, year: int) -> Dated:
    """What the words around one point want of it."""
    first, last = point.span(year)
    before, after = text[: point.start], text[point.end :]
    if match := _ONWARDS.match(after):
        opening = _OPENS.search(before)
        start = opening.start() if opening else point.start
        return Dated((first, None), start, point.end + match.end())
    if match := _EARLIER.match(after):
        opening = _IN.search(before)
        start = opening.start() if opening else point.start
        return Dated((None, last), start, point.end + match.end())
    for pattern, span in _AROUND:
        if match := pattern.search(before):
            return Dated(span(first, last), match.start(), point.end)
    return Dated((first, last), point.start, point.end)


_AROUND: tuple[tuple[re.Pattern[str], Callable[[date, date], Span]], ...] = (
    (_UNTIL, lambda first, last: (None, last)),
    (_SINCE, lambda first, last: (first, None)),
    (_AFTER, lambda first, last: (last + timedelta(days=1), None)),
    (_BEFORE, lambda first, last: (None, first - timedelta(days=1))),
    (_PRE, lambda first, last: (None, first - timedelta(days=1))),
    (_POST, lambda first, last: (last + timedelta(days=1), None)),
    (_IN, lambda first, last: (first, last)),
)
