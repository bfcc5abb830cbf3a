"""What a question says of dates: points in time, and what it wants of them.

A point is a day, a month, a part of a year, a year, or a decade, and has a first and a last day;
"before", "since", "between … and …" and their like make a span of one or two of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from rag.language.date_points import POINT, Point, point_of
from rag.language.relative_dates import relative_span
from store.papers import Paper

Span = tuple[date | None, date | None]

_PRE = re.compile(r"\b(?:pre[- ]|earlier than )$", re.I)
_POST = re.compile(r"\bpost[- ]$", re.I)
_BETWEEN = re.compile(r"\b(?:between|from|in|during)? ?(?:the (?:years? )?)?$", re.I)
_TO = re.compile(
    r" ?(?:(?:up )?to|and|until|till|through|thru|[-–—]|or) ?(?:the )?"
    r"(?:(?:end|start|beginning) of )?",
    re.I,
)
_ALSO = re.compile(
    r"(?:,|,? (?:and|or|as well as|plus)) ?(?:also )?(?:(?:in|from|of) )?(?:the )?", re.I
)
_BUT = re.compile(
    r",? ?(?:and|but|yet)?,? ?(?:(?:also|still|those|ones|that (?:are|were)|published|written|not)"
    r" )*?(?=\w)",
    re.I,
)
_OR = re.compile(
    r",? (?:or|and) (?:(?:else|those|ones|papers|also|published|written|from) )*", re.I
)
# Behind these, two points are the ends of one span, or the first has its own word.
_A_SPAN = re.compile(
    r"\b(?:between|since|after|before|until|till|up to|than|prior to|by) (?:the )?$", re.I
)
_OPENS = re.compile(r"\b(?:since|starting (?:in|from|with)|as of|from|in|beginning in) $", re.I)
# "From 2023 on, …", but not "from 2023 on pruning".
_ONWARDS = re.compile(
    r"[ ,]*(?:(?:and|or) (?:later|newer|after|onwards?|since|up)|onwards?\b|on(?= *(?:[,.;:?!)]|$)"
    r"| (?:and|or|but|that|which|with|without|by|who|only|please|is|are|have|has|do|does|about"
    r"|on)\b)"
    r"|to now|to date)",
    re.I,
)
_EARLIER = re.compile(r"[ ,]*(?:and|or) (?:earlier|older|before|prior)", re.I)
_SINCE = re.compile(
    r"\b(?:since|starting (?:in|from|with)|as of|beginning in|no (?:earlier|older) than"
    r"|(?:in|on) or (?:after|since)) (?:the start of )?$",
    re.I,
)
_AFTER = re.compile(
    r"\b(?:after|later than|newer than|more recent than|past|post-?dat(?:e|es|ed|ing))"
    r" (?:the end of )?$",
    re.I,
)
_BEFORE = re.compile(
    r"\b(?:from )?(?:before|prior to|older than|earlier than|preceding|pre-?dat(?:e|es|ed|ing))"
    r" (?:the start of )?$",
    re.I,
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


def parse_dates(text: str, papers: Iterable[Paper]) -> Dated | None:
    """The first and last day that a text speaks of; None where it speaks of none.

    "Last year" counts back from the newest paper, never from the machine's clock.
    """
    points = [point for m in POINT.finditer(text) if (point := point_of(m))]
    if apart := _before_or_after(text, points) or _after_and_before(text, points):
        return apart
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


def counted_back(text: str, papers: Iterable[Paper]) -> str:
    """A sentence on from when a text's days are counted back; "" where it counts none back."""
    dated = [(paper.date, paper.day) for paper in papers if paper.date]
    points = [point for m in POINT.finditer(text) if (point := point_of(m))]
    found = relative_span(text, max(dated)[0]) if dated else None
    if found is None or any(point.year for point in points):
        return ""
    words = text[found[2] : found[3]].strip()
    return f"“{words}” is counted back from the newest paper, {max(dated)[1]}."


def _before_or_after(text: str, points: Sequence[Point]) -> Dated | None:
    """All days but those between two points: "before 1966 or after 1970"; None for any others."""
    for one, other in pairwise(points):
        before, between = _BEFORE.search(text[: one.start]), text[one.end : other.start]
        after = _OR.match(between)
        if not (one.year and other.year and before and after):
            continue
        ends = (one.span(one.year)[0] - timedelta(days=1), other.span(other.year)[1])
        if _AFTER.fullmatch(between[after.end() :]):
            spells = ((date.min, ends[0]), (ends[1] + timedelta(days=1), date.max))
            return Dated((None, None), before.start(), other.end, spells)
    return None


def _after_and_before(text: str, points: Sequence[Point]) -> Dated | None:
    """The days between two points: "after 2021 and before 2023"; None for any others."""
    for one, other in pairwise(points):
        before, between = text[: one.start], text[one.end : other.start]
        joined = _BUT.match(between)
        year = one.year or other.year
        if not (joined and year and other.year):
            continue
        for lower, upper in ((True, False), (False, True)):
            opening = _end_of_span(before, one, year, is_first=lower)
            closing = _end_of_span(between[joined.end() :], other, other.year, is_first=upper)
            if opening and closing and closing[1] == 0:
                since, until = (opening[0], closing[0]) if lower else (closing[0], opening[0])
                return Dated((since, until), opening[1], other.end)
    return None


def _end_of_span(
    before: str, point: Point, year: int, *, is_first: bool
) -> tuple[date, int] | None:
    """The first or last day that the words before a point leave, and where those words begin."""
    first, last = point.span(year)
    beyond, within = (_AFTER, _SINCE) if is_first else (_BEFORE, _UNTIL)
    day, step = (last, timedelta(days=1)) if is_first else (first, -timedelta(days=1))
    if match := beyond.search(before):
        return day + step, match.start()
    if match := within.search(before):
        return first if is_first else last, match.start()
    return None


def _spelled(text: str, points: Sequence[Point]) -> Dated | None:
    """Several points that are named one by one, with time between them; None for any others."""
    run: list[Point] = []
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


def _from_to(text: str, one: Point, other: Point) -> Dated:
    """From the first day of the earlier point to the last of the later one."""
    year = other.year or 0
    first, last = sorted((one.span(one.year or year), other.span(year)))
    opening = _BETWEEN.search(text[: one.start])
    start = opening.start() if opening else one.start
    return Dated((first[0], max(first[1], last[1])), start, other.end)


def _alone(text: str, point: Point, year: int) -> Dated:
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
