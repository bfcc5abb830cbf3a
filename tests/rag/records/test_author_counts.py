"""How many authors papers have: as asked, as recorded, and where the record is cut short."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.language.bounds import Bounds
from rag.records.author_counts import author_bounds, author_order, has_authors
from rag.types import Order
from store.papers import Paper


def paper(*authors: str, cut: bool = False) -> Paper:
    return Paper("a", "A", "", "A", authors=authors, authors_cut=cut)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("papers with four authors", Bounds(4, 4)),
        ("Which studies have more than three co-authors?", Bounds(4)),
        ("works with at least 2 authors", Bounds(2)),
        ("three or more authors: articles with three or more authors", Bounds(3)),
        ("papers with fewer than three authors", Bounds(0, 2)),
        ("reports written by two or three people", Bounds(2, 3)),
        ("which ones were written by a single person?", Bounds(1, 1)),
        ("single-author papers on enzymes", Bounds(1, 1)),
        ("sole-authored papers", Bounds(1, 1)),
        ("two-author papers", Bounds(2, 2)),
        ("papers by multiple authors", Bounds(2)),
        ("is there a paper with no author given?", Bounds(0, 0)),
        ("papers whose authors are not named", Bounds(0, 0)),
        ("anonymous papers", Bounds(0, 0)),
        ("jointly written papers", Bounds(2)),
    ],
)
def test_a_number_of_authors_is_read(text: str, bounds: Bounds) -> None:
    assert author_bounds(text)[0] == bounds


@pytest.mark.parametrize(
    "text",
    [
        "How many authors are there?",
        "which three authors have the most papers?",
        "speech from multiple people",
        "papers without code by Martin",
        "a single GPU",
        "authors with more than two papers",
        "Who are the first two authors of T-MAC?",
        "papers about anonymous communication",
    ],
)
def test_other_numbers_are_none_of_authors(text: str) -> None:
    assert author_bounds(text) == (None, text)


def test_what_is_read_is_taken_out() -> None:
    assert author_bounds("papers on enzymes with two authors")[1].split() == [
        *("papers", "on", "enzymes"),
    ]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Which paper has the most authors?", Order.MOST_AUTHORS),
        ("the paper with the longest author list", Order.MOST_AUTHORS),
        ("which has the fewest authors?", Order.FEWEST_AUTHORS),
        ("Which authors have the most papers?", None),
        ("papers with more authors than five", None),
    ],
)
def test_an_order_by_authors(text: str, order: Order | None) -> None:
    assert author_order(text)[0] is order


def test_a_list_that_is_cut_has_at_least_one_more() -> None:
    three = paper("A", "B", "C", cut=True)
    assert has_authors(three, Bounds(4)) is True
    assert has_authors(three, Bounds(3, 3)) is False
    assert has_authors(three, Bounds(5)) is None
    assert has_authors(paper("A", "B", "C"), Bounds(3, 3)) is True


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("papers with five authors", "50 of 50 records cut their lists of authors short"),
        ("Which paper has the most authors?", "which has the most authors is not known"),
        ("Does T-MAC have seven authors?", "Not known: "),
        ("Does T-MAC have two authors?", "No: "),
    ],
)
def test_records_that_are_cut_short_are_said_to_be(chain: Chain, question: str, said: str) -> None:
    assert said in chain.ask(question).markdown


def test_what_is_sure_of_cut_records_is_answered(chain: Chain) -> None:
    answer = chain.ask("How many papers have more than three authors?")
    assert "**50**" in answer.markdown
    assert not answer.abstained
