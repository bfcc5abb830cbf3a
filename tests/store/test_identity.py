"""Whether two records are of one paper."""

from dataclasses import replace
from datetime import date

import pytest

from store.identity import Identity, Lookup
from store.papers import Paper

TITLE = "Attention Is All You Need for Sorting Piles"


def paper(title=TITLE, author="Ada Lovelace", year=2020, doi="", arxiv=""):
    authors = (author,) if author else ()
    day = date(year, 1, 1) if year else None
    return Paper("", title, "", "", authors, date=day, doi=doi, arxiv=arxiv)


def same(one, other):
    a, b = Identity.of(one), Identity.of(other)
    assert a.is_that_of(b) == b.is_that_of(a)
    return a.is_that_of(b)


@pytest.mark.parametrize(
    "other",
    [
        paper("Attention is all you need for sorting piles"),
        paper("{A}ttention Is All You Need -- for Sorting Piles."),
        paper("Attention Is All You Need for Sorting Pile"),
        paper("Áttention Is All You Need for Sorting Piles"),
        paper(author="A. Lovelace"),
        paper(author="Ada Lovelace Jr."),
        paper(year=2023),
        paper(year=None),
        paper(author=None),
        paper(doi="10.1/a"),
    ],
    ids=lambda p: f"{p.title} {p.authors} {p.date}",
)
def test_small_differences_are_no_other_paper(other):
    assert same(paper(), other)


@pytest.mark.parametrize(
    "other",
    [
        paper("Attention Is All You Need for Sorting Heaps and Stacks"),
        paper("Attention Is All You Need for Sorting Piles 2"),
        paper("Attention Is All You Need for Sorting Piles II"),
        paper(author="Alan Turing"),
        paper(year=2024),
    ],
    ids=lambda p: f"{p.title} {p.authors} {p.date}",
)
def test_others_are(other):
    assert not same(paper(), other)


def test_versions_of_a_name_are_told_apart_by_their_numbers():
    assert not same(paper("LongRoPE: Extending Windows"), paper("LongRoPE2: Extending Windows"))


def test_a_title_that_many_have_needs_an_author():
    assert same(paper("Introduction"), paper("Introduction"))
    assert not same(paper("Introduction"), paper("Introduction", author=None))


@pytest.mark.parametrize("name", ["doi", "arxiv"])
def test_an_identifier_that_both_have_decides(name):
    renamed = "Attention Suffices: Sorting Piles"
    one, other = paper(**{name: "10.1/a"}), paper(renamed, "Bo Li", 2030, **{name: "10.1/a"})
    assert same(one, other)
    assert not same(one, paper(**{name: "10.1/b"}))


def test_the_doi_of_a_whole_volume_is_not_that_of_a_paper():
    assert not same(paper(doi="10.1/a"), paper("Heaps Considered Harmful", doi="10.1/a"))


def test_a_preprint_is_the_paper_that_was_printed():
    preprint = paper(doi="10.48550/arxiv.2001.00001", arxiv="2001.00001")
    assert same(preprint, paper(doi="10.1/a", year=2021))


def test_a_lookup_finds_the_groups_of_a_paper_the_earliest_first():
    lookup = Lookup()
    for group, known in enumerate([paper(arxiv="1"), paper("Sand"), paper(arxiv="2")]):
        lookup.add(Identity.of(known), group)
    assert lookup.like(Identity.of(paper())) == [0, 2]
    assert lookup.like(Identity.of(paper("Sand Castles", "Bo Li"))) == []


def test_a_column_without_authors_that_comes_every_month_is_several_papers():
    title = "Glossary of Programming Terminology"

    def issue(month, known="month"):
        return replace(paper(title, author=None), date=date(1958, month, 1), date_known=known)

    assert same(issue(10), issue(10))
    assert not same(issue(10), issue(11))
    assert same(issue(1, known="year"), issue(11))
