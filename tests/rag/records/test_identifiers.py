"""DOIs, numbers on arXiv and addresses of papers."""

from __future__ import annotations

import json

import pytest

from rag.chain import Chain
from store.indexing import index_library
from store.library import Library


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    folder = tmp_path_factory.mktemp("linked")
    records = [
        {
            "title": "Salt in soils",
            "abstract": "Salt moves through soils with water.",
            "doi": "10.1000/salt.1",
            "arxiv": "2001.01234",
        },
        {
            "title": "Weirs of old",
            "abstract": "Weirs hold water.",
            "url": "https://weirs.example/1",
        },
        {"title": "Floods of rivers", "abstract": "Floods are mapped from the air."},
    ]
    (folder / "papers.json").write_text(json.dumps(records), encoding="utf-8")
    index_library(folder / "library", [folder / "papers.json"])
    return Chain(Library.open(folder / "library"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("doi of Salt in soils", "has the DOI 10.1000/salt.1"),
        ("What is the arXiv id of the paper on salt?", "has the number on arXiv 2001.01234"),
        ("link to Salt in soils", "is at https://doi.org/10.1000/salt.1"),
        ("give me the url of Weirs of old", "is at https://weirs.example/1"),
        ("What is the DOI of Floods of rivers?", "the record names no DOI"),
    ],
)
def test_a_paper_is_identified(linked: Chain, text: str, said: str) -> None:
    answer = linked.ask(text)
    assert said in answer.markdown
    assert answer.abstained == ("names no" in said)


def test_a_link_to_code_is_no_link_to_the_paper(chain: Chain) -> None:
    assert chain.ask("Is there a link to the code of T-MAC?").question.asks == ("code",)
    assert "github.com/microsoft/T-MAC" in chain.ask("link to T-MAC").markdown


def test_where_the_paper_gives_a_link_none_is_said_to_be_missing(chain: Chain) -> None:
    markdown = chain.ask("github link of rStar").markdown
    assert "https://github.com/zhentingqi/rStar" in markdown
    assert "names no address" not in markdown


def test_a_date_is_told_with_its_day_of_the_week(chain: Chain) -> None:
    for text in ("what day of the week was T-MAC published?", "on which weekday did T-MAC appear?"):
        assert "is dated Tuesday, June 25, 2024." in chain.ask(text).markdown
    assert "is dated June 25, 2024." in chain.ask("when was T-MAC published?").markdown
