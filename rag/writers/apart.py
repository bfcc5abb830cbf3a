"""How far apart two papers' dates are, as far as their sources say them."""

from __future__ import annotations

from store.papers import Paper


def apart(one: Paper, other: Paper) -> str:
    """In words: "13 years and 11 months", "3 months", "12 days", "less than a month".

    Days are told only where both sources say them. Both papers must have dates.
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
    if months == 0:
        return _many((last - first).days, "day") if "month" not in known else "less than a month"
    parts = [_many(n, unit) for n, unit in ((months // 12, "year"), (months % 12, "month")) if n]
    return " and ".join(parts)


def _many(count: int, unit: str) -> str:
    return f"{count} {unit if count == 1 else f'{unit}s'}"
