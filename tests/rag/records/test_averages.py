"""Averages, totals, spans and the first few, worked out over the records."""

from __future__ import annotations

from datetime import date

import pytest

from rag.chain import Chain
from rag.records.averages import worked_out
from rag.records.tally import Tally, TallyOf, Wanted
from rag.writers.apart import apart, unit_in
from store.papers import Known, Paper
from tests.rag.conftest import Chained


@pytest.mark.parametrize(
    ("text", "tally"),
    [
        ("what is the average number of authors", Tally(TallyOf.SIZE, Wanted.MEAN)),
        ("What's the mean number of authors per paper?", Tally(TallyOf.SIZE, Wanted.MEAN)),
        ("how many authors do the papers have on average?", Tally(TallyOf.SIZE, Wanted.MEAN)),
        ("on average, how many people write a paper?", Tally(TallyOf.SIZE, Wanted.MEAN)),
        ("the typical team size", Tally(TallyOf.SIZE, Wanted.MEAN)),
        ("how many authors per paper?", Tally(TallyOf.SIZE, Wanted.MEAN)),
        ("median number of authors of papers on pruning", Tally(TallyOf.SIZE, Wanted.MEDIAN)),
        ("the most common number of authors", Tally(TallyOf.SIZE, Wanted.MOST)),
        ("papers by number of authors", Tally(TallyOf.SIZE, Wanted.EACH)),
        ("how many papers on average per year?", Tally(TallyOf.YEAR, Wanted.RATE)),
        ("average number of papers per author", Tally(TallyOf.AUTHOR, Wanted.RATE)),
        ("average year of publication", Tally(TallyOf.YEAR, Wanted.MEAN)),
        ("median publication date", Tally(TallyOf.YEAR, Wanted.MEDIAN)),
        ("total number of authors", Tally(TallyOf.AUTHOR, Wanted.COUNT)),
        ("number of different categories", Tally(TallyOf.CATEGORY, Wanted.COUNT)),
        ("how many people wrote these papers?", Tally(TallyOf.AUTHOR, Wanted.COUNT)),
        ("how many years between the oldest and newest", Tally(TallyOf.YEAR, Wanted.SPAN)),
        ("how far apart are the first and the last paper?", Tally(TallyOf.YEAR, Wanted.SPAN)),
        ("how many years do the papers span?", Tally(TallyOf.YEAR, Wanted.SPAN)),
        ("authors with the most papers", Tally(TallyOf.AUTHOR, Wanted.MOST)),
        ("top 3 authors", Tally(TallyOf.AUTHOR, Wanted.MOST, limit=3)),
        ("the five most prolific authors", Tally(TallyOf.AUTHOR, Wanted.MOST, limit=5)),
        ("which two years have the most papers?", Tally(TallyOf.YEAR, Wanted.MOST, limit=2)),
        ("busiest year", Tally(TallyOf.YEAR, Wanted.MOST)),
        ("the least productive year", Tally(TallyOf.YEAR, Wanted.FEWEST)),
        ("Who has the most first-author papers?", Tally(TallyOf.LEAD, Wanted.MOST)),
        ("number of different first authors", Tally(TallyOf.LEAD, Wanted.COUNT)),
        ("rank the authors by number of papers", Tally(TallyOf.AUTHOR, Wanted.EACH)),
    ],
)
def test_what_is_worked_out(text: str, tally: Tally) -> None:
    assert worked_out(text) == tally


@pytest.mark.parametrize(
    "text",
    [
        "what is the average retrieval time?",
        "the average number of authors in an article of Wikipedia",
        "how many people took part in the study?",
        "papers on the mean field method",
        "what number of tokens is kept?",
        "who are the first two authors of T-MAC?",
        "how long are the first and the last layer trained?",
    ],
)
def test_other_numbers_are_facts(text: str) -> None:
    assert worked_out(text) is None


# Two, one, three and no authors; 2019, 2019, 2021, none.
RECORDS = (
    ("Salt in soils", "Salt moves through soils.", "2019-03-02", ["A. Bo", "C. Du"]),
    ("Weirs", "Weirs hold water.", "2019-07", ["C. Du"]),
    ("Floods", "Floods are mapped.", "2021-05-01", ["E. Fa", "G. Hu", "C. Du"]),
    ("Pumps", "Pumps from then to now.", "", []),
)


@pytest.fixture(scope="module")
def few(chained: Chained) -> Chain:
    return chained(RECORDS)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "What is the average number of authors?",
            "**2** authors per paper on average (median 2), over the 3 papers that name any: "
            "from 1 to 3.",
        ),
        ("How many authors are there in total?", "**4 authors** in 4 papers"),
        ("How many papers per year on average?", "**1** paper per year on average (median 1)"),
        (
            "How many years between the oldest and the newest?",
            "**2 years and 1 month** lie between the oldest and the newest of 3 papers: "
            "March 2, 2019 and May 1, 2021.",
        ),
        ("top 1 authors", "**C. Du**: 3"),
        ("what is the most common number of authors?", "**1 author**, **2 authors** and **3"),
        ("papers per decade", "2010s: 2, 2020s: 1"),
    ],
)
def test_figures(few: Chain, question: str, said: str) -> None:
    answer = few.ask(question)
    assert said in answer.markdown
    assert not answer.abstained


def test_the_papers_before_are_averaged(few: Chain) -> None:
    before = few.ask("papers from 2019")
    assert (
        "**1.5** authors" in few.ask("what's their average number of authors?", [before]).markdown
    )
    assert "**1.5** authors" in few.ask("how many authors on average?", [before]).markdown


def test_what_cut_records_leave_out_is_said(chain: Chain) -> None:
    markdown = chain.ask("What is the average number of authors?").markdown
    assert "**3** authors named per paper on average" in markdown
    assert "50 of 50 records cut their lists of authors short" in markdown


def paper(day: date, known: Known = "day") -> Paper:
    return Paper("a", "A", "", "A", date=day, date_known=known)


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (paper(date(2020, 1, 5)), paper(date(2020, 1, 17)), "12 days"),
        (paper(date(2020, 1, 17)), paper(date(2020, 4, 16)), "2 months"),
        (paper(date(2018, 2, 1)), paper(date(2020, 3, 1)), "2 years and 1 month"),
        (paper(date(2020, 2, 1), "month"), paper(date(2020, 2, 9)), "less than a month"),
        (paper(date(2018, 1, 1), "year"), paper(date(2020, 12, 1)), "2 years"),
    ],
)
def test_how_far_apart(one: Paper, other: Paper, said: str) -> None:
    assert apart(one, other) == apart(other, one) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("How many months lie between A and B?", "27 months"),
        ("how many days lie between A and B", "850 days"),
        ("the number of weeks between A and B", "121 weeks"),
        ("how far apart are A and B?", "2 years and 3 months"),
    ],
)
def test_the_unit_that_is_asked_for_is_kept_to(text: str, said: str) -> None:
    one, other = paper(date(2018, 2, 1)), paper(date(2020, 5, 31))
    assert apart(one, other, unit_in(text)) == said
