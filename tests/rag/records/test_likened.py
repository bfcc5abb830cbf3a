"""Papers asked for by what another paper's record has."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from tests.rag.conftest import Chained

RECORDS = (
    ("Salt: how it moves", "Salt moves through soils.", "2019-03-02", ["A. Bo", "C. Du"]),
    ("Weirs and their height", "The height of weirs holds water.", "2019-07", ["C. Du"]),
    ("Floods of the Elbe", "Floods of a river.", "2021-05-01", ["E. Fa", "G. Hu", "I. Jo"]),
    ("Pumps of old", "Pumps from then to now.", "2021-06-01", ["G. Hu", "K. Li"]),
)
SALT, WEIRS, FLOODS, PUMPS = (title for title, *_ in RECORDS)


@pytest.fixture(scope="module")
def few(chained: Chained) -> Chain:
    return chained(RECORDS)


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        (f"Which papers have more authors than {SALT}?", [FLOODS]),
        (f"papers with fewer authors than {SALT}", [WEIRS]),
        (f"papers with as many authors as {SALT}", [PUMPS]),
        (f"papers with the same number of authors as {SALT}", [PUMPS]),
        ("Which papers have more authors than the paper on weirs?", [SALT, FLOODS, PUMPS]),
        (f"Which papers share authors with {SALT}?", [WEIRS]),
        (f"papers that have an author in common with {FLOODS}", [PUMPS]),
        (f"Who shares an author with {FLOODS}?", [PUMPS]),
        (f"other papers by the authors of {FLOODS}", [PUMPS]),
        (f"what else did the authors of {FLOODS} write?", [PUMPS]),
        ("Which papers share authors with the paper on floods?", [PUMPS]),
        (f"papers by the first author of {PUMPS}", [FLOODS]),
    ],
)
def test_papers_like_another_by_its_record(few: Chain, question: str, titles: list[str]) -> None:
    assert {paper.title for paper in few.ask(question).papers} == {*titles}


def test_of_the_paper_before(few: Chain) -> None:
    before = few.ask(f"Who wrote {SALT}?")
    assert [p.title for p in few.ask("which papers share authors with it?", [before]).papers] == [
        WEIRS
    ]


def test_the_same_category_and_organisation(chain: Chain) -> None:
    answer = chain.ask("papers in the same category as Tutel")
    assert {paper.title.partition(":")[0] for paper in answer.papers} == {"SuperScaler", "T-MAC"}
    answer = chain.ask("papers from the same organisation as SeerAttention-R")
    assert not answer.papers  # no other is from there


def test_a_record_that_is_cut_short_is_shown_instead(chain: Chain) -> None:
    answer = chain.ask("Which papers have more authors than T-MAC?")
    assert "lists 3 authors, and says that there are more" in answer.markdown
