"""Papers named as papers cite each other, by last names and years."""

from __future__ import annotations

import time
from datetime import date

import pytest

from rag.records.intext import InText
from store.papers import Paper


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
        "Ada Bryant and Gray Cone",  # parts of longer names
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
