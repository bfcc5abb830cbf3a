"""Points in time as questions write them: a day, a month, a part of a year, a year, a decade."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from rag.language.months import MONTH, MONTHS
from rag.language.numbers import CARDINAL, number_of

_YEAR = r"(?:19|20)\d\d"
_PLACES = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4}
_NTH = "|".join((*_PLACES, "last"))
_DECADES = {
    word: number
    for number, word in enumerate("fifties sixties seventies eighties nineties".split(), start=5)
}
POINT = re.compile(
    rf"(?P<iso>{_YEAR})[-/](?P<isomonth>0?[1-9]|1[0-2])(?:[-/](?P<isoday>\d{{1,2}}))?(?!\d)"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{MONTH}),? (?:of )?(?P<year>{_YEAR})"
    rf"|(?P<month2>{MONTH}) (?:the )?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year2>{_YEAR})"
    rf"|(?P<month3>{MONTH}),? ?(?:of |in )?(?P<year3>{_YEAR})"
    rf"|(?:the )?(?:Q(?P<quarter>[1-4])|(?P<nth>{_NTH}) (?P<part>quarter|half))"
    rf"(?: of| in)?,? (?P<year4>{_YEAR})"
    rf"|(?:the )?(?P<end>first|last) (?P<months>{CARDINAL}) months (?:of|in) (?P<year8>{_YEAR})"
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
_COUNTABLE = re.compile(
    r" (?:[A-Z]{1,3}\d{2,4}s?|[GCTN]PUs?|FPGAs?|(?i:accelerators|cards|chips|cores|nodes"
    r"|machines|tokens?|steps|iterations|epochs|dimensions|features|bits|bytes|parameters|neurons|lines|words))\b"
)
_AFTER_MONTH = re.compile(rf"{MONTH}[,.]?-?$", re.I)


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of the calendar; `year` is None for a month whose year stands elsewhere."""

    month: tuple[int, int]  # the first and the last
    year: int | None
    start: int
    end: int
    day: int | None = None
    years: int = 1

    def span(self, year: int) -> tuple[date, date]:
        """The first and the last day, the year being given."""
        first, last = self.month
        until = date(year + self.years - 1, last, 1)
        end = until.replace(day=calendar.monthrange(until.year, last)[1])
        if self.day and 1 <= self.day <= end.day:
            return date(year, first, self.day), date(year, first, self.day)
        return date(year, first, 1), end  # a day in no calendar leaves its month


def point_of(match: re.Match[str]) -> Point | None:
    """What a match says; None for a word such as "may" or a number that is no year."""
    g = match.groupdict()
    span = match.span()
    if _is_inside_a_word(match) or (g["year6"] and _counts_things(match)):
        return None
    if g["iso"]:
        month = int(g["isomonth"])
        return Point((month, month), int(g["iso"]), *span, int(g["isoday"] or 0))
    if decade := g["decade"] or (g["tens"] and f"19{g['tens']}") or _decade_called(g["words"]):
        first, years = _PARTS_OF_DECADES[(g["part2"] or "").lower()]
        return Point((1, 12), int(decade) * 10 + first, *span, years=years)
    year = next((int(g[f"year{n}"]) for n in ("", 2, 3, 4, 5, 6, 7, 8) if g[f"year{n}"]), None)
    if word := next((g[f"month{n}"] for n in ("", 2, 3, 4, 5) if g[f"month{n}"]), None):
        day = next((int(g[f"day{n}"]) for n in ("", 2, 4, 5) if g[f"day{n}"]), None)
        month = MONTHS[word.lower().rstrip(".")]
        if year is None and not word[0].isupper():
            return None
        return Point((month, month), year, *span, day)
    return Point(_months_of(g), year, *span)


def _is_inside_a_word(match: re.Match[str]) -> bool:
    """Such as the year in "AIME2024" or in "2024-era"."""
    before = match.string[: match.start()]
    after = match.string[match.end() :]
    glued = re.search(
        r"[\w$]$|\d[,.]$|(?<!\bpre)(?<!\bpost)(?<=[a-z])-$", before, re.I
    ) and not _AFTER_MONTH.search(before)
    return bool(glued or re.match(r"\w|\.\d", after))


def _counts_things(match: re.Match[str]) -> bool:
    """Whether a number says how many of something there are: "2048 A100s", "@ 2048"."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    return before.endswith(("@", "@ ")) or _COUNTABLE.match(after) is not None


def _decade_called(word: str | None) -> str | None:
    return f"19{_DECADES[word.lower()]}" if word else None


def _months_of(g: dict[str, str | None]) -> tuple[int, int]:
    """The first and last month of a part of a year, or of the whole."""
    if g["end"]:
        months = min(12, max(1, number_of(g["months"] or "")))
        return (1, months) if g["end"].lower() == "first" else (13 - months, 12)
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
