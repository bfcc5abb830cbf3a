from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.records.tally import Tally, TallyOf, Wanted, tally_in


@pytest.mark.parametrize(
    ("text", "of", "wanted"),
    [
        ("how many papers per year are there?", TallyOf.YEAR, Wanted.EACH),
        ("papers by year", TallyOf.YEAR, Wanted.EACH),
        ("list all categories with counts", TallyOf.CATEGORY, Wanted.EACH),
        ("which years are there, and how many papers in each?", TallyOf.YEAR, Wanted.EACH),
        ("labs with their number of papers", TallyOf.ORGANISATION, Wanted.EACH),
        ("Show the number of papers per category", TallyOf.CATEGORY, Wanted.EACH),
        ("Which category has the most papers?", TallyOf.CATEGORY, Wanted.MOST),
        ("who has written the most papers?", TallyOf.AUTHOR, Wanted.MOST),
        ("Which lab has the most papers?", TallyOf.ORGANISATION, Wanted.MOST),
        ("Which year had the fewest papers?", TallyOf.YEAR, Wanted.FEWEST),
        ("Which month had the most papers?", TallyOf.MONTH, Wanted.MOST),
        ("which quarter had the most papers?", TallyOf.QUARTER, Wanted.MOST),
        ("how many papers per quarter?", TallyOf.QUARTER, Wanted.EACH),
        ("On which day of the week do most papers come out?", TallyOf.WEEKDAY, Wanted.MOST),
        ("on which day did most papers appear?", TallyOf.DAY, Wanted.MOST),
        ("Which organisations appear in this collection?", TallyOf.ORGANISATION, Wanted.VALUES),
        ("What is the time span of the collection?", TallyOf.YEAR, Wanted.VALUES),
        ("How many authors are there?", TallyOf.AUTHOR, Wanted.COUNT),
    ],
)
def test_what_is_counted_over_the_records(text: str, of: TallyOf, wanted: Wanted) -> None:
    assert tally_in(text) == Tally(of, wanted)


@pytest.mark.parametrize(
    "text",
    [
        "Which organisations are behind SwiftPruner?",
        "who wrote the most recent paper?",
        "Which authors write about pruning?",
        "Which papers use the most GPUs?",
        "which paper has the most authors?",
        "what year is it from",
        "Which method saves the most memory?",
        "Pruning papers sorted by date",
        "rank the owl papers of the north by date",
        "Which papers have code? Sort them by title.",
    ],
)
def test_other_questions_are_no_tally(text: str) -> None:
    assert tally_in(text) is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("how many papers per year?", "2023: 13, 2024: 7, 2025: 19"),
        ("Which category has the most papers?", "**CL (Computation and Language)**: 17 papers"),
        (
            "Which category is most common among papers with code?",
            "**CL (Computation and Language)**",
        ),
        ("which year has the most pruning papers?", "**2023**"),
        ("group the papers by topic", "CL (Computation and Language): 17"),
        ("Which organisations appear here?", "microsoft-research: 14"),
        ("Who wrote the most papers in 2023?", "**Li Lyna Zhang**: 6 papers"),
    ],
)
def test_a_tally_says_its_figures(chain: Chain, question: str, said: str) -> None:
    answer = chain.ask(question)
    assert said in answer.markdown
    assert answer.citations


def test_the_papers_of_the_answer_before_are_tallied(chain: Chain) -> None:
    before = chain.ask("papers from 2024")
    answer = chain.ask("which categories are they in?", [before])
    assert "in 7 papers" in answer.markdown


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("are there more papers with code or without?", "without code: 38, with code: 12"),
        ("do most papers have code?", "**without code**: 38"),
        ("Which field do most of our papers belong to?", "**CL"),
        ("After Li Lyna Zhang, who has written the most?", "**Shijie Cao**: 5"),
        ("is there more LG or more CL here?", "**CL"),
        ("percentage of 2025 papers with code?", "**37 %**: 7 of 19"),
    ],
)
def test_which_of_two_has_more(chain: Chain, question: str, said: str) -> None:
    assert said in chain.ask(question).markdown


def test_times_are_called_as_people_call_them(chain: Chain) -> None:
    assert "**Q1 2023** and **Q1 2025**" in chain.ask("which quarter had the most papers?").markdown
    assert "**March 2023**" in chain.ask("Which month had the most papers?").markdown


def test_papers_of_the_same_day_are_found(chain: Chain) -> None:
    answer = chain.ask("which papers came out on the same day?")
    assert "March 17, 2023: 2" in answer.markdown
    assert len(answer.papers) == 4
    as_one = chain.ask("Which papers came out on the same day as IRGen?")
    assert {paper.title.split(":")[0] for paper in as_one.papers} == {"ElasticViT", "IRGen"}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("which category has the most code?", "**CL (Computation and Language)**: 7 papers"),
        ("Which organisation has the most papers with code?", "**microsoft-research**: 3"),
        ("what percentage is from microsoft-research?", "**28 %**: 14 of 50"),
        ("Which papers share a first author?", "**4 first authors** with at least 2 papers"),
        ("How many papers by date?", "**9 years**"),
    ],
)
def test_counts_in_other_words(chain: Chain, question: str, said: str) -> None:
    assert said in chain.ask(question).markdown


@pytest.mark.parametrize("question", ["list all papers by date, oldest first", "papers by date"])
def test_papers_by_date_are_an_order_and_no_count(chain: Chain, question: str) -> None:
    answer = chain.ask(question)
    assert len(answer.papers) == 50
    assert answer.papers[0].title.startswith("V-CNN")


@pytest.mark.parametrize(
    ("text", "end"),
    [("newest paper in each category", "newest"), ("the oldest paper per year", "oldest")],
)
def test_the_newest_or_oldest_of_each_value(chain: Chain, text: str, end: str) -> None:
    answer = chain.ask(text)
    assert answer.markdown.startswith(f"The {end} paper of each ")
    papers = [chain.library.papers[paper.id] for paper in answer.papers]
    of = "category" if end == "newest" else "date"
    assert len({p.category if of == "category" else p.date.year for p in papers if p.date}) == len(
        papers
    )


def test_in_order_they_are_counted_all_the_same(chain: Chain) -> None:
    assert chain.ask("How many papers per year, oldest first?").markdown.startswith("**9 years**")
