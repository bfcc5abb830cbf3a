"""Questions that name papers as papers cite each other, answered over a library."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rag.chain import Chain
from rag.types import Answer, Kind

RECORDS: tuple[tuple[str, str, str, list[str]], ...] = (
    (
        "Salt Marshes and Storm Surges",
        "Salt marshes slow the waves of storm surges. We measured waves at twelve marshes. "
        "Results show that marshes of sixty metres halve the height of waves.",
        "March, 2015",
        ["Bryant, A.", "Gray, R.", "Low, C."],
    ),
    (
        "Eelgrass and the Return of Seahorses",
        "Eelgrass was planted in three bays. Seahorses came back to planted bays. "
        "Bays without eelgrass were found to have no seahorses.",
        "August, 2015",
        ["Bryant, A.", "Tan, Z."],
    ),
    (
        "A Cheaper Tide Gauge",
        "A tide gauge made of plastic pipe is described. The gauge survived two hurricanes.",
        "May, 2018",
        ["Bryant, A."],
    ),
    (
        "Sleep and Marathon Runners",
        "Marathon runners kept sleep diaries before a race. Runners who slept less ran slower. "
        "The analysis revealed no effect of naps.",
        "June, 2012",
        ["Chesney, B.", "Gordon, L."],
    ),
    (
        "Breakfast Before Examinations",
        "Breakfast was given to students on the morning of examinations. "
        "We conclude that breakfast is worth its price.",
        "June, 2001",
        ["Cone, D."],
    ),
    (
        "Chemotherapy at Home",
        "Chemotherapy was given at home. Infections were rarer at home than in hospital.",
        "January, 2009",
        ["Müller, S.", "O'Neill, P."],
    ),
    (
        "Screening of the Lung",
        "Lungs were screened with computed tomography. Screening found tumours earlier.",
        "July, 2011",
        ["van den Berg, T.", "Smith-Jones, X."],
    ),
    (
        "Bread Riots in Lyon",
        "Bread riots in Lyon are traced in the archives. Women led most of the riots.",
        "",
        ["Duval, E."],
    ),
    (
        "Owls of the Northern Forest",
        "Owls were counted by their calls. Owls hunt voles.",
        "May, 1964",
        ["May, E."],
    ),
    (
        "Old Maps of the Coast",
        "Maps of the coast drawn by pilots are read. Longitudes were found to be wrong.",
        "April, 1968",
        ["Will, D.", "Banks, J."],
    ),
    (
        "Ledgers of Lenders",
        "The bank of the town lent at five per cent. Each bank kept a ledger.",
        "April, 1972",
        [],
    ),
)
(MARSHES, EELGRASS, GAUGE, SLEEP, BREAKFAST, HOME, LUNG, RIOTS, OWLS, MAPS, _) = (
    title for title, *_ in RECORDS
)


@pytest.fixture(scope="module")
def shore(chained: Callable[..., Chain]) -> Chain:
    return chained(RECORDS)


def titles(answer: Answer) -> set[str]:
    return {paper.title for paper in answer.papers}


@pytest.mark.parametrize(
    ("question", "kind", "wanted"),
    [
        ("What did Bryant (2018) find?", Kind.FACT, {GAUGE}),
        ("What did bryant et al. (2015) find about waves?", Kind.FACT, {MARSHES}),
        ("What did Bryant & Tan find?", Kind.FACT, {EELGRASS}),
        ("What did Cone find?", Kind.FACT, {BREAKFAST}),
        ("What did van den Berg (2011) find?", Kind.FACT, {LUNG}),
        ("What did Van den Berg and Smith-Jones find?", Kind.FACT, {LUNG}),
        ("Summarize Duval (1985)", Kind.SUMMARY, {RIOTS}),
        ("When was Chesney & Gordon published?", Kind.RECORD, {SLEEP}),
        ("Who wrote the paper on sleep (Chesney)?", Kind.RECORD, {SLEEP}),
        ("Is Chesney & Gordon older than Cone (2001)?", Kind.RECORD, {SLEEP, BREAKFAST}),
        ("Compare Cone et al. and Müller et al.", Kind.COMPARE, {BREAKFAST, HOME}),
        ("Compare Cone (2001) with Chesney & Gordon", Kind.COMPARE, {BREAKFAST, SLEEP}),
        ("papers newer than Chesney & Gordon", Kind.RECORD, {MARSHES, EELGRASS, GAUGE}),
    ],
)
def test_cited_papers_are_asked_about(
    shore: Chain, question: str, kind: Kind, wanted: set[str]
) -> None:
    answer = shore.ask(question)
    assert (answer.question.kind, titles(answer)) == (kind, wanted)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("papers by Cone et al.", {BREAKFAST}),
        ("papers by Bryant et al.", {MARSHES, EELGRASS, GAUGE}),
        ("papers by Bryant and colleagues", {MARSHES, EELGRASS, GAUGE}),
        ("papers by Bryant et al. (2015)", {MARSHES, EELGRASS}),
        ("works by Cone (2001)", {BREAKFAST}),
        ("Which papers did Chesney & Gordon write?", {SLEEP}),
        ("papers from May 1964", {OWLS}),
        ("How many papers are from May 2018?", {GAUGE}),  # and not by May
        ("papers by May", {OWLS}),
    ],
)
def test_what_people_wrote_stays_a_set(shore: Chain, question: str, wanted: set[str]) -> None:
    answer = shore.ask(question)
    assert answer.question.kind is Kind.RECORD
    assert titles(answer) == wanted
    assert answer.question.named == ()


@pytest.mark.parametrize(
    "question",
    [
        "What did Smith et al. (2015) find?",
        "What did Smith et al. find about seahorses?",
        "What did Cone et al. (1990) find about breakfast?",
        "What did Bryant et al. (1999) find?",
    ],
)
def test_a_cited_paper_that_is_not_there_is_not_the_nearest(shore: Chain, question: str) -> None:
    assert shore.ask(question).abstained


@pytest.mark.parametrize("question", ["Will the owls hunt voles?", "Do owls hunt voles?"])
def test_a_word_that_begins_a_question_is_no_author(shore: Chain, question: str) -> None:
    assert titles(shore.ask(question)) == {OWLS}


def test_a_plural_of_the_papers_is_no_author(shore: Chain) -> None:
    assert titles(shore.ask("Banks kept what?")) == {"Ledgers of Lenders"}
