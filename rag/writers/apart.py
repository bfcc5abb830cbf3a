"""How far apart two papers' dates are, as far as their sources say them."""

from __future__ import annotations

import re

from store.papers import Paper

_UNIT = re.compile(r"\b(?:how many|number of|in|what|of|the) (?P<unit>day|week|month)s\b", re.I)


def unit_in(text: str) -> str:
    """The unit in which a text asks how far apart dates are: "day", "week", "month" or ""."""
    match = _UNIT.search(text)
    return match["unit"].lower() if match else ""


def apart(one: Paper, other: Paper, unit: str = "") -> str:
    """In words: "13 years and 11 months", "3 months", "12 days", "less than a month".

    Days are told only where both sources say them, and a `unit` is kept to only where they say
    it. Both papers must have dates.
    """
    assert one.date is not None
    assert other.date is not None
    first, last = sorted((one.date, other.date))
    known = {one.date_known, other.date_known}
    if "year" in known:
        return _many(last.year - first.year, "year")
    months = (last.year - first.year) * 12 + last.month - first.month
    if "month" not in known and last.day < first.day:
        months -= 1
    if unit in ("day", "week") and "month" not in known:
        return _many((last - first).days // (7 if unit == "week" else 1), unit)
    if unit == "month" and months:
        return _many(months, unit)
    if months == 0:
        return _many((last - first).days, "day") if "month" not in known else "less than a month"
    parts = [_many(n, unit) for n, unit in ((months // 12, "year"), (months % 12, "month")) if n]
    return " and ".join(parts)


def _many(count: int, unit: str) -> str:
    return f"{count} {unit if count == 1 else f'{unit}s'}"
