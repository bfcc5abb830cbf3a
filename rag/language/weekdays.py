"""Days of the week that a question names: "on a Monday", "at the weekend"."""

from __future__ import annotations

import calendar
import re

_DAYS = [name.lower() for name in calendar.day_name]
_DAY = rf"(?:{'|'.join(_DAYS)})s?"
_NAMED = re.compile(
    rf"\b(?:on|of|from|dated|over|at|during) (?:an? |any |some |the )?(?P<days>{_DAY}"
    rf"(?:(?:,|,? (?:or|and)|(?P<to> to| through|-|–)) ?(?:on )?(?:an? )?{_DAY})*"
    r"|(?:the )?(?P<end>week-?ends?)|(?P<work>week ?days?|working days?|work ?days?))(?![\w-]"
    r"|\.\w)",
    re.I,
)
_ASKED = re.compile(
    r"\bdays? of (?:the )?week\b|\b(?:what|which) week-?day\b"
    r"|\bweek-?day (?:of|is|was|did)\b",
    re.I,
)
_WORKING = 5  # days, from Monday


def weekdays_in(text: str) -> tuple[tuple[int, ...], int, int] | None:
    """The days that a text names, Monday 0, and where the words begin and end."""
    match = _NAMED.search(text)
    if match is None:
        return None
    if match["end"] or match["work"]:
        days = range(_WORKING, 7) if match["end"] else range(_WORKING)
        return tuple(days), *match.span()
    named = [_DAYS.index(day) for day in re.findall("|".join(_DAYS), match["days"].lower())]
    if match["to"] and len(named) == 2 and named[0] < named[1]:
        named = list(range(named[0], named[1] + 1))
    return tuple(dict.fromkeys(named)), *match.span()


def asks_weekday(text: str) -> bool:
    """Whether a text asks on which day of the week something was."""
    return _ASKED.search(text) is not None
