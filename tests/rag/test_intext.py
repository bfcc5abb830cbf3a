"""Papers named as papers cite each other, by last names and years."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest

from rag.chain import Chain
from rag.intext import InText
from rag.types import Answer, Kind
from store.papers import Paper

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


def paper(paper_id: str, year: int | None, *authors: str, cut: bool = False) -> Paper:
    day = date(year, 6, 1) if year else None
    return Paper(paper_id, paper_id, "", "", authors, authors_cut=cut, date=day)


@pytest.fixture(scope="module")
def cited() -> InText:
    return InText(
        [
            paper("three15", 2015, "A. Bryant", "R. Gray", "C. Low"),
            paper("two15", 2015, "A. Bryant", "Z. Tan"),
            paper("two18", 2018, "A. Bryant", "R. Gray"),
            paper("one18", 2018, "A. Bryant"),
            paper("cut20", 2020, "A. Bryant", cut=True),
            paper("cone", 2001, "D. Cone"),
            paper("undated", None, "S. Müller", "P. O'Neill"),
            paper("berg", 2010, "T. van den Berg", "X. Smith-Jones"),
            paper("zhang1", 2012, "W. Zhang"),
            paper("zhang2", 2013, "Q. Zhang"),
            paper("may", 2004, "E. May"),
            paper("long", 2006, "F. Long Jr.", "J. Mill"),
            paper("odd", 2002, "A. C++ (*[", "B. \\d+"),
            paper("nobody", 2000),
        ]
    )


def named(cited: InText, text: str) -> dict[str, list[str]]:
    """What stands in the text -> the papers that it names."""
    return {text[start:end]: ids for start, (end, ids) in cited.places(text).items()}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Bryant et al. (2015)", ["three15", "two15"]),  # two of one year: both
        ("Bryant et al., 2015a", ["three15", "two15"]),  # no record says which is a
        ("bryant et al (2015)", ["three15", "two15"]),
        ("Bryant et al. (2018)", ["two18"]),  # and not what Bryant wrote alone
        ("Bryant (2018)", ["one18"]),
        ("Bryant et al. 2020", ["cut20"]),  # the record names the first author alone
        ("Bryant & Gray", ["two18"]),  # and not the three of 2015
        ("Gray and Low (2015)", ["three15"]),
        ("Gray & Bryant 2018", ["two18"]),
        ("Bryant et al.’s 2018", ["two18"]),
        ("Cone (2001)", ["cone"]),
        ("Cone, 2001", ["cone"]),
        ("(Cone)", ["cone"]),
        ("Muller (1985)", ["undated"]),  # a paper without a year can be any year's
        ("Müller and colleagues", ["undated"]),
        ("O’Neill (2003)", ["undated"]),
        ("Van den Berg and Smith-Jones", ["berg"]),
        ("van den Berg et al.", ["berg"]),
        ("Jones (2010)", ["berg"]),
        ("Zhang (2013)", ["zhang2"]),
        ("Zhang et al.", ["zhang1", "zhang2"]),
        ("Long & Mill", ["long"]),
        ("May (2004)", ["may"]),
    ],
)
def test_a_citation_names_its_papers(cited: InText, text: str, ids: list[str]) -> None:
    assert named(cited, text) == {text: ids}
    assert named(cited, f"what does {text} say of it?") == {text: ids}


@pytest.mark.parametrize(
    "text",
    [
        "Cone (2002)",
        "Cone et al. (1850)",
        "Bryant & Zhang (2015)",
        "(Zhang)",  # two can be meant
        "Smith et al. (2015)",
        "papers by Cone et al.",
        "studies by Bryant et al. (2015)",
        "papers of Bryant & Gray",
        "are there papers by both Bryant and Gray?",
        "Who are Bryant and Gray?",
        "the authors are Bryant and Gray",
        "Bryant and Gray wrote it together",
        "Bryant and Gray's many papers",
        "Was it wet in May 2004?",
        "how long (2006) is it",
        "Cone's study",
        "C++ et al. (2002)",
        "(*[ et al.",
        "\\d+ et al. (2002)",
        "et al. (2015)",
        "& (2015)",
        "(",
        "",
    ],
)
def test_what_is_no_citation_names_nothing(cited: InText, text: str) -> None:
    assert named(cited, text) == {}


def test_several_citations_are_named_in_one_text(cited: InText) -> None:
    text = "(Bryant & Tan, 2015; Cone, 2001)"
    assert named(cited, text) == {"Bryant & Tan, 2015": ["two15"], "Cone, 2001": ["cone"]}
    assert cited.without(f"so it is {text}").split() == ["so", "it", "is", "(", ";", ")"]


def test_it_is_of_the_paper_that_it_was_published(cited: InText) -> None:
    text = "When was Bryant & Gray published?"
    assert named(cited, text) == {"Bryant & Gray": ["two18"]}
    assert named(cited, "What have Bryant & Gray published?") == {}


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("What did Cone find?", "cone"),
        ("Does O’Neill say so?", "undated"),
        ("What of Cone's diet (2001)?", "cone"),
        ("What did Cone (1999) find?", None),
        ("What did cone find?", None),  # small letters may be a word
        ("What did Bryant find?", None),  # of several
        ("Did Cone or Müller?", None),
        ("Long ago, was it so?", None),  # a word of the papers, by its stem too
        ("Millings of wood", None),
        ("May it be so?", None),
    ],
)
def test_a_last_name_alone(cited: InText, text: str, alone: str | None) -> None:
    assert cited.alone(text, {"long": 1, "mill": 3}) == alone


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Smith et al. (2015)", True),
        ("Cone et al. (1850)", True),
        ("Cone (1990)", True),
        ("Cone (2001)", False),
        ("Cone (2002)", False),  # a preprint and its print are a year apart
        ("AlexNet (2012)", False),  # may be a thing
        ("Darwin et al. say so", False),  # of whom the papers speak
        ("Nobody is cited", False),
    ],
)
def test_a_paper_that_is_cited_is_missing(cited: InText, text: str, missing: bool) -> None:
    assert cited.is_missing(text, {"darwin": 2}) is missing


@pytest.mark.parametrize(
    "piece",
    """A & B et al. |Bryant & Gray et al. (2015), |Bryant and |van der de von |(Bryant|(Bryant, |a|A
    |A-|A'|É’s|1A_| |((((|Bryant et al., 2015; |bryant et al""".split("|"),
)
def test_long_texts_take_no_time(piece: str) -> None:
    many = InText(paper(str(n), 2000 + n % 20, "A. Bryant", f"B. Gray-{n}") for n in range(3000))
    text = (piece * 4000)[:4000]
    start = time.process_time()
    many.places(text)
    many.alone(text, {})
    many.is_missing(text, {})
    assert time.process_time() - start < 2


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
        ("What do Chesney & Gordon propose?", Kind.SUMMARY, {SLEEP}),
        ("What did Cone et al. do in 2001?", Kind.SUMMARY, {BREAKFAST}),
        ("Bryant et al. (2015)", Kind.COMPARE, {MARSHES, EELGRASS}),
        ("Describe Cone (2001) and Chesney & Gordon", Kind.COMPARE, {BREAKFAST, SLEEP}),
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
        ("Which papers do Chesney and Gordon have together?", {SLEEP}),
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


def test_the_year_of_a_strange_citation_filters_no_set(shore: Chain) -> None:
    read = shore.ask("As Zorn et al. (2017) showed, waves matter. Which papers measure waves?")
    assert (read.question.filters.since, read.question.filters.until) == (None, None)
    assert shore.ask("papers by Bryant et al. (2015)").question.filters.since == date(2015, 1, 1)
