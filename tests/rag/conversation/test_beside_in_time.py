"""Times told by those before."""

from __future__ import annotations

from datetime import date

import pytest

from rag.chain import Chain
from rag.types import Kind
from tests.rag.conversation.test_conversation import converse, ids


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("And from the year before?", 2023),
        ("the previous year?", 2023),
        ("and a year later", 2025),
        ("what about the year after that?", 2025),
    ],
)
def test_a_year_is_told_by_the_one_before(chain: Chain, text: str, year: int) -> None:
    asked = converse(chain, "How many papers do we have from 2024?", text).question
    assert (asked.filters.since, asked.filters.until) == (date(year, 1, 1), date(year, 12, 31))
    assert asked.counted


def test_a_month_is_told_by_the_one_before(chain: Chain) -> None:
    asked = converse(chain, "papers from January 2025", "and the month before?").question
    assert (asked.filters.since, asked.filters.until) == (date(2024, 12, 1), date(2024, 12, 31))


def test_older_than_those_is_before_what_was_asked_for(chain: Chain) -> None:
    asked = converse(chain, "papers on pruning from 2023", "the same but older than that").question
    assert (asked.topic, asked.filters.until) == ("pruning", date(2022, 12, 31))


def test_older_than_those_is_before_the_oldest_of_them(chain: Chain) -> None:
    asked = converse(chain, "papers on attention with code", "same but older than those").question
    assert asked.filters.until == date(2024, 10, 16)  # SeerAttention is of the 17th


def test_what_says_no_time_by_those_stays(chain: Chain) -> None:
    asked = converse(chain, "papers on pruning", "and the year before?").question
    assert asked.filters.since is None
    newest = converse(chain, "papers from 2024", "which of those is the newest?").question
    assert newest.kind is Kind.RECORD
    assert newest.scope is not None


@pytest.mark.parametrize(
    ("first", "text", "since"),
    [
        ("Which papers were published in spring 2025?", "Same for autumn.", date(2025, 9, 1)),
        ("papers from January 2025", "and March?", date(2025, 3, 1)),
        ("papers from 2023", "only March", date(2023, 3, 1)),
        ("papers on pruning from 2023", "which have code in that year?", date(2023, 1, 1)),
    ],
)
def test_a_part_of_a_year_is_of_the_year_before(
    chain: Chain, first: str, text: str, since: date
) -> None:
    assert converse(chain, first, text).question.filters.since == since


@pytest.mark.parametrize("text", ["And whatever is older still.", "even older ones?"])
def test_older_still_is_before_the_paper_before(chain: Chain, text: str) -> None:
    answer = converse(chain, "papers from 2019", "which is the oldest?", text)
    assert ids(answer) == {"yang2018vcnn"}


def test_a_half_of_the_year_asked_for(chain: Chain) -> None:
    asked = converse(
        chain, "papers from 2024", "which of these appeared in the second half of the year?"
    ).question
    assert asked.filters.since
    assert asked.filters.since.month == 7


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("and before?", None, date(2022, 12, 31)),
        ("anything earlier?", None, date(2022, 12, 31)),
        ("and since then?", date(2024, 1, 1), None),
        ("what about later?", date(2024, 1, 1), None),
        ("the two years before", date(2021, 1, 1), date(2022, 12, 31)),
        ("and the next two years?", date(2024, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_side_in_time_is_that_of_what_was_asked_for(
    chain: Chain, text: str, since: date | None, until: date | None
) -> None:
    asked = converse(chain, "papers on pruning from 2023", text).question
    assert (asked.topic, asked.filters.since, asked.filters.until) == ("pruning", since, until)


def test_a_bare_side_says_nothing_where_no_time_was_asked_for(chain: Chain) -> None:
    asked = converse(chain, "papers on pruning", "and before?").question
    assert asked.filters.until is None


def test_the_whole_year_of_a_month(chain: Chain) -> None:
    filters = converse(chain, "papers from June 2025", "the whole year?").question.filters
    assert (str(filters.since), str(filters.until)) == ("2025-01-01", "2025-12-31")


@pytest.mark.parametrize("text", ["what else came out that month?", "what else appeared then?"])
def test_others_of_a_papers_month(chain: Chain, text: str) -> None:
    asked = converse(chain, "When was RetroInfer published?", text).question
    assert str(asked.filters.since) == "2025-05-01"
    assert asked.besides
