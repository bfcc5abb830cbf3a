"""Ids that a person can read and that stay the same."""

from dataclasses import replace
from datetime import date

import pytest

from store.ids import assign_ids, readable_id
from store.papers import Paper

PILES = Paper("", "On the Piles of Papers", "Text.", "", ("Ada Lovelace",), date=date(1843, 9, 1))


def ids(papers, known=None):
    return [paper.id for paper in assign_ids(papers, known or {})]


@pytest.mark.parametrize(
    ("title", "author", "year", "expected"),
    [
        ("Mutual Reasoning Makes Smaller LLMs Stronger", "Zhenting Qi", 2024, "qi2024mutual"),
        ("T-MAC: CPU Renaissance", "Jianyu Wei", 2024, "wei2024tmac"),
        ("The Art of the Naïve Pile", "Émile Zöla", 2001, "zola2001art"),
        ("Piles", "Sammy Davis Jr.", 2001, "davis2001piles"),
        ("Piles", None, 2001, "anon2001piles"),
        ("Piles", "Bo Li", None, "lipiles"),
        ("山", "Bo Li", 2001, "li2001untitled"),
    ],
)
def test_author_year_and_first_telling_word(title, author, year, expected):
    paper = Paper("", title, "", "", (author,) if author else (), date=year and date(year, 1, 1))
    assert readable_id(paper) == expected


def test_every_paper_of_the_default_list_has_an_id_of_its_own(library):
    assert len(library.papers) == 50
    assert list(library.papers)[:2] == ["qi2024mutual", "hwang2022tutel"]
    assert all(paper.id == paper_id for paper_id, paper in library.papers.items())
    assert all(paper_id.isascii() and paper_id.isalnum() for paper_id in library.papers)


def test_a_second_title_of_the_same_key_gets_digits_of_its_own():
    other = replace(PILES, title="On Piles of Sand")
    first, second = ids([PILES, other])
    assert first == "lovelace1843piles"
    # The first four hex digits of sha256("On Piles of Sand").
    assert second == "lovelace1843piles-feb0"
    assert ids([other], {"lovelace1843piles": PILES.title}) == [second]


def test_the_same_paper_gets_the_same_id_again():
    assert ids([PILES], {"lovelace1843piles": PILES.title}) == ["lovelace1843piles"]


def test_two_papers_of_one_title_have_two_ids_and_keep_them():
    first, second = ids([PILES, PILES])
    assert first == "lovelace1843piles"
    # The first four hex digits of sha256("On the Piles of Papers").
    assert second == "lovelace1843piles-9696"
    assert ids([PILES, PILES], {first: PILES.title, second: PILES.title}) == [first, second]


def test_an_id_stays_though_the_one_that_had_the_key_has_gone():
    other = replace(PILES, title="On Piles of Sand")
    assert ids([other], {"lovelace1843piles-feb0": other.title}) == ["lovelace1843piles-feb0"]
