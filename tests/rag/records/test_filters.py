from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rag.chain import Chain
from rag.records.allowed import fits
from rag.records.catalog import Catalog
from rag.records.filters import parse_filters
from rag.types import Filters, Kind
from store.library import Library
from store.papers import Paper


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("between 2021 and 2022", date(2021, 1, 1), date(2022, 12, 31)),
        ("from 2022 to 2021", date(2021, 1, 1), date(2022, 12, 31)),
        ("since 2025", date(2025, 1, 1), None),
        ("between January 2021 and June 2022", date(2021, 1, 1), date(2022, 6, 30)),
        ("from Nov. 2021 to February 2021", date(2021, 2, 1), date(2021, 11, 30)),
        ("since March 2025", date(2025, 3, 1), None),
        ("from 2024 onwards", date(2024, 1, 1), None),
        ("from 2024 on", date(2024, 1, 1), None),
        ("2024 or later", date(2024, 1, 1), None),
        ("after 2021 and before 2023", date(2022, 1, 1), date(2022, 12, 31)),
        ("before 2023 but after 2020", date(2021, 1, 1), date(2022, 12, 31)),
        ("after March 3, 2021 and before June 7, 2022", date(2021, 3, 4), date(2022, 6, 6)),
        ("newer than May 2021 but older than May 2023", date(2021, 6, 1), date(2023, 4, 30)),
        ("since 2021, but until 2022", date(2021, 1, 1), date(2022, 12, 31)),
        ("after March and before June 2022", date(2022, 4, 1), date(2022, 5, 31)),
        ("2019 or earlier", None, date(2019, 12, 31)),
        ("before 2020", None, date(2019, 12, 31)),
        ("before March 2024", None, date(2024, 2, 29)),  # a leap year
        ("until 2019", None, date(2019, 12, 31)),
        ("after 2024", date(2025, 1, 1), None),
        ("after June 2025", date(2025, 7, 1), None),
        ("between June 2022 and March 2023", date(2022, 6, 1), date(2023, 3, 31)),
        ("pre 2021", None, date(2020, 12, 31)),
        ("post 2021", date(2022, 1, 1), None),
        ("of the last six months of 2025", date(2025, 7, 1), date(2025, 12, 31)),
        ("in the first three months of 2023", date(2023, 1, 1), date(2023, 3, 31)),
        ("pre-2021", None, date(2020, 12, 31)),
        ("post-2021", date(2022, 1, 1), None),
        ("2020, 2021, 2022", date(2020, 1, 1), date(2022, 12, 31)),
        (
            "between the 1st of March and the end of May of 2023",
            date(2023, 3, 1),
            date(2023, 5, 31),
        ),
        ("from January 2021 up to December 2022", date(2021, 1, 1), date(2022, 12, 31)),
        ("between 1 March and 30 June 2023", date(2023, 3, 1), date(2023, 6, 30)),
        ("between 2 June and 5 June 2023", date(2023, 6, 2), date(2023, 6, 5)),
        ("between June and August 2023", date(2023, 6, 1), date(2023, 8, 31)),
        ("on 12 May 2024", date(2024, 5, 12), date(2024, 5, 12)),
        ("from the 1960s", date(1960, 1, 1), date(1969, 12, 31)),
        ("no later than 2020", None, date(2020, 12, 31)),
        ("in or after 2024", date(2024, 1, 1), None),
        ("in summer 2023", date(2023, 6, 1), date(2023, 8, 31)),
        ("since the start of 2023", date(2023, 1, 1), None),
        ("in December, 1958", date(1958, 12, 1), date(1958, 12, 31)),
        ("in June 2023", date(2023, 6, 1), date(2023, 6, 30)),
        ("from Feb. 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("in 2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("on June 10, 2019", date(2019, 6, 10), date(2019, 6, 10)),
        # Relative to the newest paper, of 2026-01-25, not to today.
        ("from last year", date(2025, 1, 1), date(2025, 12, 31)),
        ("from this year", date(2026, 1, 1), date(2026, 12, 31)),
        ("since last year", date(2025, 1, 1), None),
        ("from the last two months", date(2025, 11, 26), None),
        ("from the last 18 months", date(2024, 7, 26), None),
        ("of the last year and a half", date(2024, 7, 26), None),
        ("from the last couple of years", date(2024, 1, 26), None),
        ("in the past year", date(2025, 1, 26), None),
        ("from the last decade", date(2016, 1, 26), None),
        ("from last month", date(2025, 12, 1), date(2025, 12, 31)),
        ("older than five years", None, date(2021, 1, 25)),
        ("newer than 2 years", date(2024, 1, 26), None),
        ("three years ago", date(2023, 1, 1), date(2023, 12, 31)),
        ("more than 3 years ago", None, date(2023, 1, 25)),
        ("from the early 2020s", date(2020, 1, 1), date(2023, 12, 31)),
        ("from the late nineties", date(1997, 1, 1), date(1999, 12, 31)),
    ],
)
def test_dates(catalog: Catalog, words: str, since: date | None, until: date | None) -> None:
    parsed = parse_filters(f"papers {words}", catalog)
    filters, rest = parsed.filters, parsed.rest
    assert filters == Filters(since=since, until=until)
    assert rest == "papers"


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("papers from 2024 on that have code", None),
        ("from 2024 on, which are on owls?", None),
        ("papers from 2024 on about owls", None),
        ("papers from 2024 on owls", date(2024, 12, 31)),
        ("papers of 2024 on the habits of owls", date(2024, 12, 31)),
    ],
)
def test_on_a_topic_is_not_onwards(text: str, until: date | None, catalog: Catalog) -> None:
    filters = parse_filters(text, catalog).filters
    assert (filters.since, filters.until) == (date(2024, 1, 1), until)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("papers by Li Lyna Zhang", Filters(authors=("Li Lyna Zhang",))),
        ("papers by kwang ting cheng", Filters(authors=("Kwang-Ting Cheng",))),
        ("papers from Peking University", Filters(organisations=("pku",))),
        ("papers from Microsoft Research", Filters(organisations=("microsoft-research",))),
        ("papers from tsinghua", Filters(organisations=("tsinghua",))),
        ("database papers", Filters(categories=("DB",))),
        ("papers in cs.DB", Filters(categories=("DB",))),
        ("papers in the AR (hardware architecture) category", Filters(categories=("AR",))),
        ("which architecture (cs.AR) papers are there?", Filters(categories=("AR",))),
        ("DB papers", Filters(categories=("DB",))),
        ("papers with code", Filters(has_code=True)),
        ("papers that release their code", Filters(has_code=True)),
        ("open source papers", Filters(has_code=True)),
        ("papers without code", Filters(has_code=False)),
        ("papers that do not have code", Filters(has_code=False)),
        ("papers with 'pruning' in the title", Filters(title_words=("pruning",))),
        ("papers with the word Pruning in their titles", Filters(title_words=("pruning",))),
        ("papers about code", Filters()),
        ("papers that deal with code generation", Filters()),
        ("papers about pruning", Filters()),
    ],
)
def test_people_places_categories_code_and_titles(
    catalog: Catalog, question: str, expected: Filters
) -> None:
    assert parse_filters(question, catalog).filters == expected


def test_another_category_than_one(catalog: Catalog) -> None:
    parsed = parse_filters("papers that carry the code label in a category other than CL", catalog)
    assert parsed.unwanted.categories == ("CL",)
    assert parsed.filters.has_code is True


def test_not_with_code(catalog: Catalog) -> None:
    filters = parse_filters("papers on CPUs but not with code", catalog).filters
    assert filters.has_code is False


def test_a_span_longer_than_history(catalog: Catalog) -> None:
    filters = parse_filters("papers from the last 5000 years", catalog).filters
    assert filters.until is None


def test_filters_combine_and_leave_the_topic(catalog: Catalog) -> None:
    question = "papers on quantization by Ting Cao with code since 2024"
    parsed = parse_filters(question, catalog)
    filters, rest = parsed.filters, parsed.rest
    assert filters == Filters(authors=("Ting Cao",), since=date(2024, 1, 1), has_code=True)
    assert rest == "papers on quantization"


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (Filters(), 50),
        (Filters(has_code=True), 12),
        (Filters(has_code=False), 38),
        (Filters(organisations=("pku",)), 4),
        (Filters(until=date(2019, 12, 31)), 3),
        (Filters(since=date(2026, 1, 1)), 1),
        (Filters(categories=("DB",)), 1),
        (Filters(authors=("Ting Cao", "Ning Shang")), 5),
        (Filters(authors=("Ting Cao",), has_code=True), 1),
    ],
)
def test_how_many_papers_fit(library: Library, filters: Filters, count: int) -> None:
    assert sum(fits(paper, filters) for paper in library.papers.values()) == count


def test_a_paper_fits_on_the_first_and_last_day() -> None:
    paper = Paper("a", "A", "", "", date=date(2023, 6, 10))
    assert fits(paper, Filters(since=date(2023, 6, 10), until=date(2023, 6, 10)))
    assert not fits(paper, Filters(since=date(2023, 6, 11)))


def test_a_paper_without_a_date_meets_no_date_filter() -> None:
    undated = replace(Paper("a", "A", "", ""), date=None)
    assert not fits(undated, Filters(since=date(1900, 1, 1)))
    assert fits(undated, Filters())


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Which papers did Li Lyna Zhang write?", 12),
        ("Which papers has Li Lyna Zhang written?", 12),
        ("Which papers did Yang Wang co-author?", 4),
        ("papers by both Shijie Cao and Ting Cao", 1),
        ("papers published in 2023 or 2024", 20),
        ("papers from March to June 2023", 6),
        ("papers from Q1 2023", 6),
        ("papers from the first quarter of 2023", 6),
        ("first half of 2023", 9),
        ("papers published on 2023-03-17", 2),
        ("papers dated March 17, 2023", 2),
        ("Which three papers are the most recent?", 3),
        ("papers from pku and tsinghua", 5),
        ("papers by Zhang", 20),
        ("everything in distributed computing (cs.DC)", 3),
        ("everything older than the Argus paper", 4),
        ("not Microsoft Research, with code, before 2025", 3),
        ("not in 2025, not in 2023", 18),
        ("which papers are older than 2020 or newer than 2025?", 4),
        ("show june papers, any year", 10),
        ("Which papers came out in the summer of 2022, from June to August?", 3),
        ("What's the most recent paper you've got?", 1),
        ("did Yujing Wang and Li Lyna Zhang ever publish something together?", 1),
        ("Which of LongRoPE, LongRoPE2 and LoongRL has Siyuan Wang among its authors?", 2),
        ("Please state the number of publications before 2022.", 7),
        ("For the annual report: which items in the collection appeared in 2022?", 3),
    ],
)
def test_no_word_of_a_question_about_records_is_left_for_a_topic(
    chain: Chain, question: str, count: int
) -> None:
    answer = chain.ask(question)
    assert answer.question.kind is Kind.RECORD
    assert answer.question.topic == ""
    assert len(answer.papers) == count


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("papers from the last two years with code", "“from the last two years” is counted back"),
        ("papers older than 5 years", "“older than 5 years” is counted back"),
    ],
)
def test_days_counted_back_say_from_when(chain: Chain, question: str, said: str) -> None:
    markdown = chain.ask(question).markdown
    assert f"{said} from the newest paper, January 25, 2026." in markdown
    assert "counted back" not in chain.ask("papers from 2023").markdown


def test_days_of_the_week_are_told(chain: Chain) -> None:
    answer = chain.ask("papers published on a Monday")
    assert len(answer.papers) == 9
    assert "Monday, August 12, 2024" in answer.markdown
