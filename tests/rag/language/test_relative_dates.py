"""Dates counted back from the newest paper, also where the calendar ends."""

from __future__ import annotations

from datetime import date

import pytest

from rag.language.relative_dates import relative_span

LAST = date(9999, 12, 31)


@pytest.mark.parametrize(
    ("text", "newest", "span"),
    [
        ("papers from last year", date(2026, 1, 25), (date(2025, 1, 1), date(2025, 12, 31))),
        ("the last 10 days", date(2026, 1, 25), (date(2026, 1, 16), None)),
        ("papers from last year", date.min, (date.min, date.min)),  # as some exports leave it out
        ("the last 0 days", LAST, (LAST, None)),
        ("ten decades ago", date.min, (date.min, date(1, 12, 31))),
    ],
)
def test_a_span_ends_with_the_calendar(
    text: str, newest: date, span: tuple[date | None, date | None]
) -> None:
    found = relative_span(text, newest)
    assert found is not None
    assert found[:2] == span
