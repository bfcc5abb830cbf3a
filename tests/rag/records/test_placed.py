"""Where among the authors somebody is to stand."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.records.catalog import Catalog
from rag.records.filters import parse_filters
from rag.records.placed import LAST
from rag.types import Filters

ZHANG = ("Li Lyna Zhang",)


@pytest.mark.parametrize(
    ("text", "place", "elsewhere"),
    [
        ("papers with Li Lyna Zhang as first author", 1, False),
        ("papers that Li Lyna Zhang did lead as the first-named author", 1, False),
        ("papers whose lead author is Li Lyna Zhang", 1, False),
        ("Li Lyna Zhang's first-author papers", 1, False),
        ("papers where Li Lyna Zhang is the first name", 1, False),
        ("papers with Li Lyna Zhang the very last name on the author line", LAST, False),
        ("papers where Li Lyna Zhang stands second in the list of authors", 2, False),
        ("papers led by Li Lyna Zhang", 1, False),
        ("papers that Li Lyna Zhang led", 1, False),
        ("papers where Li Lyna Zhang is listed second", 2, False),
        ("papers by Li Lyna Zhang as last author", LAST, False),
        ("papers where Li Lyna Zhang is not first author", 1, True),
        ("papers by Li Lyna Zhang that she did not lead", 1, True),
        ("papers on which Li Lyna Zhang isn't the lead author", 1, True),
        ("what did Li Lyna Zhang write, but not as the first author?", 1, True),
        ("papers Li Lyna Zhang co-authored but didn't lead", 1, True),
        ("papers by Li Lyna Zhang where she is not the last author", LAST, True),
    ],
)
def test_places(catalog: Catalog, text: str, place: int, elsewhere: bool) -> None:
    parsed = parse_filters(text, catalog)
    assert parsed.filters == Filters(authors=ZHANG, place=place, elsewhere=elsewhere)
    assert not parsed.without


def test_who_stands_there_may_be_what_is_asked(catalog: Catalog) -> None:
    text = "Who is the first author of Tutel?"
    assert parse_filters(text, catalog).filters == Filters()
    assert "first author" in parse_filters(text, catalog).rest


def test_not_led_by_somebody_leaves_those_papers_out(catalog: Catalog) -> None:
    parsed = parse_filters("papers not led by Li Lyna Zhang", catalog)
    assert parsed.filters == Filters()
    assert parsed.unwanted == Filters(authors=ZHANG, place=1)


def test_first_and_not_first_make_up_all(chain: Chain) -> None:
    first = chain.ask("papers led by Li Lyna Zhang")
    others = chain.ask("papers by Li Lyna Zhang that she did not lead")
    both = {paper.id for answer in (first, others) for paper in answer.papers}
    assert (len(first.papers), len(others.papers), len(both)) == (2, 10, 12)
    assert both == {paper.id for paper in chain.ask("papers by Li Lyna Zhang").papers}


def test_who_is_last_is_not_known_of_lists_that_are_cut(chain: Chain) -> None:
    answer = chain.ask("papers by Li Lyna Zhang as last author")
    assert answer.abstained
    assert "who is last is not known" in answer.markdown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Who is the first author of VPTQ?", "The first author of **VPTQ"),
        ("who's the lead author of T-MAC?", "is Jianyu Wei."),
        ("Who is the second author of SPANN?", "is Bing Zhao."),
        ("who are the first and second authors of SPANN?", "was written by"),
        ("who is the fifth author of SPANN?", "was written by"),
    ],
)
def test_the_author_at_a_place_is_named(chain: Chain, text: str, said: str) -> None:
    assert said in chain.ask(text).markdown
