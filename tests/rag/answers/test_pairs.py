"""Two papers that a question sets side by side without naming them, and two that it names."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from rag.chain import Chain
from rag.question.contrast import contrasts_in
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.types import Answer, Kind

RECORDS: tuple[tuple[str, str, str, list[str]], ...] = (
    (
        "Cancer Treated at Home",
        "Chemotherapy was given at home to cancer patients. Infections were rarer at home. "
        "Cancer patients preferred their homes.",
        "January, 2009",
        ["Adler, S.", "Brandt, P."],
    ),
    (
        "Screening for Cancer of the Lung",
        "Lung cancer was screened for with computed tomography. Screening found tumours earlier. "
        "Deaths of lung cancer fell by a fifth.",
        "July, 2011",
        ["Castle, T."],
    ),
    (
        "Owls of the Northern Forest",
        "Owls were counted by their calls. Owls hunt voles. In years of few voles no owl bred.",
        "May, 1964",
        ["Dorn, E."],
    ),
    (
        "Old Maps of the Coast",
        "Maps of the coast drawn by pilots are read. Longitudes were found to be wrong.",
        "April, 1968",
        ["Dorn, E."],
    ),
    (
        "Numbers of the Fish Market",
        "Landings of the fish market are listed for ten years. Landings of cod fell.",
        "April, 1972",
        [],
    ),
    (
        "Bread Riots in Lyon",
        "Bread riots in Lyon are traced in the archives. Women led most of the riots.",
        "",
        ["Eck, E."],
    ),
    (
        "Sleep and Marathon Runners",
        "Runners who slept less than six hours ran slower. Sleep diaries were kept (N=57).",
        "June, 2012",
        ["Forster, B."],
    ),
)
HOME, LUNG, OWLS, MAPS, FISH, RIOTS, SLEEP = (title for title, *_ in RECORDS)


@pytest.fixture(scope="module")
def ward(chained: Callable[..., Chain]) -> Chain:
    return chained(RECORDS)


def titles(answer: Answer) -> set[str]:
    return {paper.title for paper in answer.papers}


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("compare the two cancer papers", {HOME, LUNG}),
        ("How do both papers on cancer differ?", {HOME, LUNG}),
        ("how do the two papers on cancer compare?", {HOME, LUNG}),
        ("what do the two cancer papers have in common?", {HOME, LUNG}),
        ("compare the two papers by Dorn", {OWLS, MAPS}),
        ("compare the two papers from April", {MAPS, FISH}),
        ("compare the two oldest papers", {OWLS, MAPS}),
        ("How do the two newest papers differ?", {SLEEP, LUNG}),
        ("compare the two papers on [a-z]+ (cancer", {HOME, LUNG}),
    ],
)
def test_a_set_of_two_is_compared(ward: Chain, question: str, wanted: set[str]) -> None:
    answer = ward.ask(question)
    assert (answer.question.kind, titles(answer)) == (Kind.COMPARE, wanted)


@pytest.mark.parametrize(
    "question",
    [
        "compare the two papers on penguins",
        "compare both papers by Nobody",
        "how do the two papers from 2003 differ?",
    ],
)
def test_two_that_are_not_there_are_not_compared(ward: Chain, question: str) -> None:
    assert ward.ask(question).abstained


@pytest.mark.parametrize(
    "question",
    ["List the two cancer papers", "What are the two papers on cancer?", "Show both cancer papers"],
)
def test_two_that_are_only_asked_for_stay_a_list(ward: Chain, question: str) -> None:
    assert ward.ask(question).question.kind is Kind.LIST


def test_one_by_one_they_are_no_set(ward: Chain) -> None:
    question = "Compare the two papers on cancer: the one on owls and the one on lung screening"
    assert titles(ward.ask(question)) == {OWLS, LUNG}


@pytest.mark.parametrize(
    "question",
    [
        f"What did {OWLS} and {MAPS} find?",
        f"In {OWLS} and in {MAPS}, who was counted?",
        f"How many people took part in {OWLS} and in {MAPS}?",
        f"Who was counted in {OWLS} or {MAPS}?",
    ],
)
def test_a_fact_asked_of_two_named_papers_is_told_of_each(ward: Chain, question: str) -> None:
    answer = ward.ask(question)
    assert (answer.question.kind, titles(answer)) == (Kind.COMPARE, {OWLS, MAPS})


def test_a_fact_of_one_named_paper_is_no_comparison(ward: Chain) -> None:
    answer = ward.ask(f"What did {OWLS} say of voles and calls?")
    assert answer.question.kind is Kind.FACT


@pytest.mark.parametrize(
    "piece", ["the two ", "both of the papers on a ", "compare the two a-", "'"]
)
def test_long_texts_take_no_time(ward: Chain, piece: str) -> None:
    start = time.process_time()
    ward.ask(f"compare the two papers on {(piece * 3900)[:3900]}")
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("text", "of_papers"),
    [
        ("compare the bee paper with the ant study", True),
        ("How do the ant and bee papers differ? compare ants with bees, both papers", True),
        ("compare bees with the ants of that paper", True),  # "with" only divides
        ("difference between bees and the ants of that paper", False),  # "and" joins, too
        ("difference between the bee paper and the ant paper", True),
        ("compare bees with ants", False),
    ],
)
def test_whether_both_things_are_called_papers(text: str, of_papers: bool) -> None:
    assert next(contrasts_in(text)).of_papers is of_papers


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (f"Who wrote {FISH}?", "names no author"),
        (f"When was {RIOTS} published?", "has no date"),
        (f"Which organisations are behind {OWLS}?", "names no organisation"),
        (f"What is the category of {OWLS}?", "names no category"),
    ],
)
def test_a_record_that_leaves_out_what_is_asked_answers_nothing(
    ward: Chain, question: str, said: str
) -> None:
    answer = ward.ask(question)
    assert answer.abstained
    assert said in answer.markdown
    assert answer.papers == ()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (f"Who wrote {RIOTS} and when was it published?", "was written by E. Eck"),
        (f"Is there code for {OWLS}?", "no code flag"),  # no is an answer
        (f"When was {FISH} published?", "April 1972"),
    ],
)
def test_a_record_that_tells_some_of_it_answers(ward: Chain, question: str, said: str) -> None:
    answer = ward.ask(question)
    assert not answer.abstained
    assert said in answer.markdown


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What happened to landings in one year?", Kind.FACT),
        ("What did owls eat in one year?", Kind.FACT),
        ("what is the system called?", Kind.FACT),
        ("what was its method called?", Kind.FACT),
        ("what system was used for screening?", Kind.LIST),
        ("which ones are on owls?", Kind.LIST),
        ("do you have anything on owls?", Kind.LIST),
        ("do we have any papers on fish?", Kind.LIST),
        ("does the library contain something about bread?", Kind.LIST),
        ("do you have a dog?", Kind.FACT),
    ],
)
def test_what_is_a_list(ward: Chain, question: str, kind: Kind) -> None:
    catalog = Catalog(ward.library.papers)
    assert understand(question, catalog).kind is kind


def test_what_is_not_there_is_not_had(ward: Chain) -> None:
    assert titles(ward.ask("do you have anything on owls?")) == {OWLS}
    assert ward.ask("do you have anything on penguins?").abstained


@pytest.mark.parametrize(
    ("before", "then", "wanted"),
    [
        ("papers on maps before 1970", "and on owls?", {OWLS}),
        ("papers on owls before 1970", "and on cancer?", set()),
        ("papers on owls before 1970", "and on cancer since 2010?", {LUNG}),
        ("papers on owls before 1970", "and after 2000?", set()),
        ("papers on owls", "and since 1960?", {OWLS}),
        ("papers on owls by Dorn", "and about maps?", {MAPS}),
    ],
)
def test_another_topic_under_the_same_conditions(
    ward: Chain, before: str, then: str, wanted: set[str]
) -> None:
    assert titles(ward.ask(then, [ward.ask(before)])) == wanted


def test_a_date_that_cannot_be_beside_the_old_one_takes_its_place(ward: Chain) -> None:
    filters = ward.ask("and after 2000?", [ward.ask("papers on owls before 1970")]).question.filters
    assert filters.until is None
    assert filters.since
    both = ward.ask("and before 1970?", [ward.ask("papers on owls since 1960")]).question.filters
    assert both.since
    assert both.until


def test_another_word_is_asked_for_with_the_same_verb(ward: Chain) -> None:
    before = ward.ask("which papers mention voles?")
    answer = ward.ask("and tomography?", [before])
    assert answer.question.relation is before.question.relation
    assert titles(answer) == {LUNG}


def test_a_bare_field_is_of_all_papers_of_the_answer_before(ward: Chain) -> None:
    one = ward.ask("Who wrote the paper on owls?")
    answer = ward.ask("and the year?", [one])
    assert (answer.question.asks, titles(answer)) == (("date",), {OWLS})
    several = ward.ask("papers on cancer")
    assert titles(ward.ask("and the year?", [several])) == titles(several) == {HOME, LUNG}


def test_these_papers_are_the_library_where_none_was_spoken_of(ward: Chain) -> None:
    assert ward.ask("In which year were most of these papers published?").question.tally
    assert titles(ward.ask("which of these papers are about cancer?")) == {HOME, LUNG}


def test_so_many_lines_on_a_thing_are_a_summary(ward: Chain) -> None:
    assert ward.ask("two lines on the owls").question.kind is Kind.SUMMARY
    assert ward.ask("What is the paper on owls about, in short?").question.kind is Kind.SUMMARY
