"""How a question was read, in one line: what papers must not be, and who else is meant."""

from __future__ import annotations

from datetime import date

import pytest

from rag.question.describe import describe
from rag.types import Filters, Kind, Question

RECORDS = "from the records"


def asked(**fields: object) -> Question:
    return Question(text="", whole="", kind=Kind.RECORD, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("unwanted", "said"),
    [
        (Filters(since=date(2025, 1, 1), until=date(2025, 12, 31)), ["not from 2025"]),
        (Filters(since=date(2021, 1, 1), until=date(2023, 12, 31)), ["not from 2021 to 2023"]),
        (
            Filters(since=date(2025, 3, 1), until=date(2025, 3, 31)),
            ["not from 2025-03-01 to 2025-03-31"],
        ),
        (Filters(since=date(2025, 5, 6), until=date(2025, 5, 6)), ["not from 2025-05-06"]),
        (Filters(since=date(2025, 1, 1)), ["not since 2025-01-01"]),
        (Filters(until=date(2025, 12, 31)), ["not until 2025-12-31"]),
        (
            Filters(has_code=True, since=date(2025, 1, 1), until=date(2025, 12, 31)),
            ["not with code", "not from 2025"],
        ),
    ],
)
def test_a_span_that_is_left_out_is_one(unwanted: Filters, said: list[str]) -> None:
    assert describe(asked(unwanted=unwanted), ()).split("; ") == [RECORDS, *said]


def test_a_span_that_is_wanted_has_its_two_ends() -> None:
    span = Filters(since=date(2025, 1, 1), until=date(2025, 12, 31))
    assert describe(asked(filters=span), ()) == f"{RECORDS}; since 2025-01-01; until 2025-12-31"


@pytest.mark.parametrize(("count", "said"), [(5, "1 other of that"), (6, "2 others of that")])
def test_others_of_a_name_are_counted(count: int, said: str) -> None:
    names = tuple(f"{chr(65 + n)}. Wang" for n in range(count))
    four = "A. Wang or B. Wang or C. Wang or D. Wang"
    described = describe(asked(filters=Filters(authors=names)), ())
    assert described == f"{RECORDS}; by {four} or {said} name"
