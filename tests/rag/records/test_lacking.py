"""Fields that records leave empty, and those that they are asked to state."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.records.lacking import fields_apart, lacking
from tests.rag.conftest import Chained


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("papers with no date", ("date",)),
        ("undated papers", ("date",)),
        ("which papers are missing a date?", ("date",)),
        ("papers whose date is unknown", ("date",)),
        ("which have no publication date given?", ("date",)),
        ("which papers lack an abstract?", ("abstract",)),
        ("is there a paper whose abstract is missing?", ("abstract",)),
        ("papers without any affiliation", ("organisations",)),
        ("papers that don't name an organisation", ("organisations",)),
        ("papers from 2023 without a category", ("category",)),
        ("which records have no DOI?", ("doi",)),
        ("papers with no date and no abstract", ("date", "abstract")),
    ],
)
def test_what_papers_are_to_lack(text: str, fields: tuple[str, ...]) -> None:
    assert lacking(text)[:2] == (fields, ())


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("papers with an abstract", ("abstract",)),
        ("how many papers have an affiliation?", ("organisations",)),
        ("which papers list their affiliations?", ("organisations",)),
        ("papers that give a DOI", ("doi",)),
    ],
)
def test_what_papers_are_to_state(text: str, fields: tuple[str, ...]) -> None:
    assert lacking(text)[:2] == ((), fields)


@pytest.mark.parametrize(
    "text",
    [
        "papers without abstract interpretation",
        "papers with an abstract syntax tree",
        "which papers need no date mining?",
        "papers with no category theory",
        "what date is T-MAC from?",
        "papers without code",
    ],
)
def test_other_words_are_left(text: str) -> None:
    assert lacking(text) == ((), (), text)


RECORDS = (
    ("Salt in soils", "Salt moves through soils.", "2019-03-02", ["A. Bo"]),
    ("A note on weirs", "", "1994", ["C. Du"]),
    ("Floods of rivers", "Floods are mapped.", "", ["E. Fa"]),
    ("Pumps", "Pumps from then to now.", "2021-08-19", []),
)


@pytest.fixture(scope="module")
def gaps(chained: Chained) -> Chain:
    return chained(RECORDS)


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("papers with no date", ["Floods of rivers"]),
        ("Which papers lack an abstract?", ["A note on weirs"]),
        ("papers without authors", ["Pumps"]),
        ("Which papers have a date?", ["Salt in soils", "A note on weirs", "Pumps"]),
        ("papers with an abstract but without a date", ["Floods of rivers"]),
    ],
)
def test_papers_by_what_their_records_leave_out(
    gaps: Chain, question: str, titles: list[str]
) -> None:
    assert {paper.title for paper in gaps.ask(question).papers} == {*titles}


@pytest.mark.parametrize(
    ("question", "quotes"),
    [
        ("Which papers have no author?", ["Pumps"]),
        ("How many papers have no author?", ["Pumps"]),
        ("Which papers have no date?", ["Floods of rivers"]),
        ("Which papers lack an abstract?", ["A note on weirs"]),
        ("Which papers from 2021 have no author?", ["Pumps", "2021-08-19"]),
        ("Which papers have a date?", ["2019-03-02", "1994", "2021-08-19"]),
    ],
)
def test_the_line_is_cited_where_the_field_would_stand(
    gaps: Chain, question: str, quotes: list[str]
) -> None:
    assert [citation.quote for citation in gaps.ask(question).citations] == quotes


def test_a_line_of_several_fields_is_cited_where_one_of_them_is_left_out(chain: Chain) -> None:
    answer = chain.ask("Which papers lack an organisation?")
    assert len(answer.citations) == len(answer.papers) == 35
    assert all(c.quote.startswith(c.title) for c in answer.citations)
    assert not any(" \u00b7 " in c.quote for c in answer.citations)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("papers with no date", "**0**: each of the 50 papers has a date."),
        ("How many papers lack an abstract?", "**0**: each of the 50 papers has an abstract."),
        ("papers without authors", "**0**: each of the 50 papers has an author named."),
        ("papers from 2023 with no category", "**0**: each of the 13 papers has a category."),
    ],
)
def test_that_none_lacks_a_field_is_an_answer(chain: Chain, question: str, said: str) -> None:
    answer = chain.ask(question)
    assert answer.markdown == said
    assert not answer.abstained


def test_one_paper_is_asked_whether_it_has_a_field(chain: Chain) -> None:
    assert chain.ask("Does T-MAC have a date?").markdown.startswith("Yes: ")


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("have neither code nor an organisation?", "without code and without any organisation?"),
        ("have both code and an organisation?", "with code and with an organisation?"),
        ("with no code or organisation", "without code and without any organisation"),
        ("with a date and a venue", "with a date and a venue"),
        ("with both speed and accuracy", "with both speed and accuracy"),
        ("without code or data", "without code or data"),
    ],
)
def test_each_of_two_fields_is_said_by_itself(text: str, apart: str) -> None:
    assert fields_apart(f"papers {text}") == f"papers {apart}"


def test_a_field_that_is_said_to_be_given_ends_where_that_ends() -> None:
    lacks, _, rest = lacking("papers with no organisation listed released in 2025")
    assert lacks == ("organisations",)
    assert rest.split() == ["papers", "released", "in", "2025"]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("For how many papers is an organisation recorded?", ("organisations",)),
        ("for which papers from 2023 is a category given?", ("category",)),
        ("what is the date of the paper?", ()),
        ("is a journal better than a conference?", ()),
    ],
)
def test_what_is_recorded_is_stated(text: str, fields: tuple[str, ...]) -> None:
    assert lacking(text)[1] == fields
