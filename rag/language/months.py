"""Months and seasons of any year: "published in December", "anything from the summer?"."""

from __future__ import annotations

import calendar
import re

MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
"""English names and short forms -> 1 to 12, all in lower case."""
MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
SEASONS = {
    "spring": (3, 4, 5),
    "summer": (6, 7, 8),
    "autumn": (9, 10, 11),
    "fall": (9, 10, 11),
    "winter": (12, 1, 2),
}
"""As meteorologists count them in the north."""
_POINT = rf"(?:{MONTH}|{'|'.join(SEASONS)}|Q[1-4])"
# What is said to be of a month must be a paper: "papers on ice in winter" are on ice in winter.
_PUBLISHED = (
    r"(?:publish(?:ed)?|appear(?:ed|s)?|written|wrote|dated|came out|come out|came|come|released"
    r"|posted|presented|submitted|papers?|articles?|works?|publications?|stud(?:y|ies)|ones?"
    r"|anything|something|everything|those|any|are|were|is|was|there|many)"
)
_IN_MONTHS = re.compile(
    rf"(?:\b{_PUBLISHED} |[,(] |^\W*(?:(?:and|or|but|only|just|what about) )?)"
    rf"(?P<cut>(?:in|from|during|of|over)(?: (?:the|any|some))?(?: months? of)? (?P<one>{_POINT})"
    rf"(?:(?P<to> (?:and|or|to|through)(?: in| the)* |[-–])(?P<other>{_POINT}))?(?:s\b)?)"
    r"(?=[\s?.!,;]*$|[,;?.!]|\s+(?:by|on|about|with|that|which|and|or|of any|have|has|had)\b)",
    re.I,
)
_MONTHS_PAPERS = re.compile(
    rf"\b(?P<cut>(?P<one>{MONTH}))(?P<to>(?P<other>(?!)))?"
    r"(?= (?:papers|articles|publications|preprints|ones)\b)",
    re.I,
)


def months_in(text: str) -> tuple[tuple[int, ...], int, int] | None:
    """The months that a text wants papers of, in whatever year, and where the words stand."""
    match = _IN_MONTHS.search(text) or _MONTHS_PAPERS.search(text)
    if match is None:
        return None
    one, other = _months(match["one"]), _months(match["other"] or match["one"])
    if match["other"] and (match["to"].strip().lower() in ("to", "through", "-", "–")):
        last = other[-1] + (12 if other[-1] < one[0] else 0)
        months = tuple((month - 1) % 12 + 1 for month in range(one[0], last + 1))
    else:
        months = tuple(dict.fromkeys((*one, *other)))
    return months, *match.span("cut")


def _months(words: str) -> tuple[int, ...]:
    word = words.lower().rstrip(".")
    if word in SEASONS:
        return SEASONS[word]
    if word.startswith("q"):
        return tuple(range(int(word[1]) * 3 - 2, int(word[1]) * 3 + 1))
    return (MONTHS[word],)
