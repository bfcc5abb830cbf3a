"""Which papers stand at an end: the oldest, those level with it, and what the plural means."""

from __future__ import annotations

from datetime import date

import pytest

from rag.chain import Chain
from rag.records.order import wanted_ends, wanted_limit, wanted_order
from rag.records.sorting import cut
from rag.types import Kind, Order, Question
from rag.writers.ordered import end_closing, end_lead, not_known, write_first
from store.papers import Known, Paper


def paper(name: str, day: date, known: Known = "month", authors: int = 1) -> Paper:
    own = tuple(f"{name} {n}" for n in range(authors))
    record = f"{name}\n{day}"
    fields = {"date": (len(name) + 1, len(record)), "authors": (0, len(name))}
    return Paper(name, name, "", record, own, date=day, date_known=known, fields=fields)


A, B = paper("A", date(1966, 1, 1)), paper("B", date(1966, 1, 1), authors=3)
C, D = paper("C", date(1966, 2, 1), authors=3), paper("D", date(1967, 1, 1))
E = paper("E", date(1968, 1, 1))
ALL = [A, B, C, D, E]


def asked(**more: object) -> Question:
    return Question("Which?", "Which?", Kind.RECORD, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "How many papers have code, and which is the newest?",
        "How many are those? Which of them is the oldest?",
    ],
)
def test_papers_that_are_counted_first_are_all_wanted(text: str) -> None:
    assert wanted_limit(text) is None
    assert wanted_limit("which is the newest, and how many authors has it?") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Which are the oldest papers?",
        "the latest articles please",
        "what are the earliest cell biology papers?",
        "recent papers by Smith",
        "which of them are the newest?",
        "Which papers have the most authors?",
    ],
)
def test_a_plural_without_a_number_wants_an_end(text: str) -> None:
    assert wanted_ends(text)


@pytest.mark.parametrize(
    "text",
    [
        "the three oldest papers",
        "What is the oldest paper?",
        "all papers, oldest first",
        "papers from oldest to newest",
        "papers by Smith sorted by date, latest first",
        "papers on ageing",
    ],
)
def test_a_number_one_or_a_sorting_does_not(text: str) -> None:
    assert not wanted_ends(text)


def test_one_that_shares_its_date_brings_the_others() -> None:
    assert cut(ALL, asked(order=Order.OLDEST, limit=1)) == [A, B]
    assert cut(ALL[::-1], asked(order=Order.NEWEST, limit=1)) == [E]
    assert cut(ALL, asked(order=Order.OLDEST, limit=1, skip=2)) == [C]


def test_a_year_is_not_the_same_as_its_first_month() -> None:
    year = paper("Y", date(1966, 1, 1), "year")
    assert cut([year, A, B], asked(order=Order.OLDEST, limit=1)) == [year]


def test_the_plural_is_those_that_share_it_or_the_first_and_a_few() -> None:
    ends = {"ends": True}
    assert cut(ALL, asked(order=Order.OLDEST, **ends)) == [A, B]
    assert cut(ALL[::-1], asked(order=Order.NEWEST, **ends)) == [E, D, C]


def test_a_number_is_kept_and_a_tie_behind_it_told() -> None:
    first = cut(ALL, asked(order=Order.OLDEST, limit=1))
    assert end_lead(first, ALL, asked(order=Order.OLDEST, limit=1)) == (
        "2 papers share the oldest date, January 1966."
    )
    three = [paper("Z", date(1965, 1, 1)), *ALL]
    question = asked(order=Order.OLDEST, limit=2)
    assert [p.id for p in cut(three, question)] == ["Z", "A"]
    assert end_closing(cut(three, question), three, question) == (
        "1 more paper has the date of the last, January 1966."
    )


def test_most_authors_are_all_that_have_so_many() -> None:
    question = asked(order=Order.MOST_AUTHORS, limit=1)
    kept = cut([B, C, A, D, E], question)
    assert kept == [B, C]
    assert end_lead(kept, ALL, question) == "2 papers have the most authors of 5: 3 each."
    assert not_known(ALL, Order.MOST_AUTHORS) == ""


def test_two_of_the_same_date_are_level() -> None:
    draft = write_first(Order.OLDEST, [A, B])
    assert (
        draft.claims[0].text
        == "**A** (0, 1966) and **B** (0 et al., 1966) are level: January 1966."
    )
    assert "is the older" in write_first(Order.OLDEST, [A, D]).claims[0].text


def test_only_some_may_be_wanted_and_the_number_says_which() -> None:
    assert wanted_limit("the paper with the most authors") == 1
    assert wanted_limit("papers with the most authors") is None


@pytest.mark.parametrize(
    ("text", "order", "limit"),
    [
        ("all papers from oldest to newest", Order.OLDEST, None),
        ("newest to oldest: the papers on owls", Order.NEWEST, None),
        ("its freshest paper", Order.NEWEST, 1),
    ],
)
def test_an_order_begins_at_the_end_named_first(text: str, order: Order, limit: int | None) -> None:
    assert (wanted_order(text), wanted_limit(text)) == (order, limit)


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("What is the oldest material you hold, say from before 2020?", 3),
        ("what are the oldest papers, like everything from before 2021?", 4),
        ("show me the oldest material", 3),
        ("What is the oldest paper from before 2020?", 1),
        ("What is the oldest paper?", 1),
    ],
)
def test_an_end_may_say_how_far_it_reaches(chain: Chain, question: str, count: int) -> None:
    assert len(chain.ask(question).papers) == count


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Give me three papers on pruning", 3),
        ("show me 5 papers about quantization", 5),
        ("I need two good articles on speech", 2),
        ("can you recommend four papers from 2024?", 4),
        ("Which three papers deal with pruning?", None),
        ("give me the three papers on pruning", None),
        ("name one paper on speech", None),
        ("list papers that use 3 GPUs", None),
        ("show 2 of the papers", None),
    ],
)
def test_so_many_are_wanted_as_are_asked_for(text: str, number: int | None) -> None:
    assert wanted_limit(text) == number


def test_of_more_that_fit_the_likeliest_are_shown(chain: Chain) -> None:
    every = chain.ask("papers on pruning")
    some = chain.ask("give me two papers on pruning")
    assert some.papers == every.papers[:2]
    assert some.markdown.startswith(f"2 of {len(every.papers)} that fit, the likeliest")
    of_year = chain.ask("list three papers from 2024")
    assert len(of_year.papers) == 3
    assert of_year.markdown.startswith("3 of the 7 papers that fit.")


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("any three papers", 3),
        ("any two papers on salt", 2),
        ("give me one paper on salt", 1),
        ("find me a single article about weirs", 1),
        ("a random paper", 1),
        ("pick a paper at random", 1),
        ("which one paper is on salt?", None),
        ("one paper says that salt moves", None),
        ("papers on random search", None),
        ("any papers on salt?", None),
        ("random papers", None),
    ],
)
def test_so_many_are_wanted_whichever_they_are(text: str, limit: int | None) -> None:
    assert wanted_limit(text) == limit


def test_a_random_paper_is_about_nothing(chain: Chain) -> None:
    answer = chain.ask("a random paper")
    assert answer.question.topic == ""
    assert len(answer.papers) == 1


def test_whom_a_paper_is_for_is_no_topic(chain: Chain) -> None:
    asked = chain.ask("recommend a paper on quantization for a beginner").question
    assert asked.topic == "quantization"
