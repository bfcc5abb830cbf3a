from __future__ import annotations

import pytest

from rag.language.weekdays import asks_weekday, weekdays_in


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("papers published on a Monday", (0,)),
        ("papers from Tuesdays or Thursdays", (1, 3)),
        ("which came out at the weekend?", (5, 6)),
        ("how many appeared on a weekday?", (0, 1, 2, 3, 4)),
        ("on Monday to Wednesday", (0, 1, 2)),
    ],
)
def test_days_of_the_week_are_read(text: str, days: tuple[int, ...]) -> None:
    found = weekdays_in(text)
    assert found is not None
    assert found[0] == days


@pytest.mark.parametrize(
    "text", ["papers on monday.com", "the Friday effect in markets", "papers on weekend-effects"]
)
def test_days_that_are_a_subject_are_left(text: str) -> None:
    assert weekdays_in(text) is None


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("what day of the week was it published?", True),
        ("on which weekday did it appear?", True),
        ("weekday of T-MAC", True),
        ("which day was it published?", False),
        ("does it forecast weekday traffic?", False),
    ],
)
def test_the_day_of_the_week_is_asked(text: str, asked: bool) -> None:
    assert asks_weekday(text) is asked
