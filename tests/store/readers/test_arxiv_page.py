"""Pages of arXiv as a browser copies them."""

from datetime import date

import pytest

TITLE = "Mutual Reasoning Makes Smaller LLMs Stronger Problem-Solvers"
ABSTRACT = "This paper introduces rStar, a self-play mutual reasoning approach. It improves."

LISTING = f"""Computation and Language
Authors and titles for recent submissions
Mon, 12 Aug 2024 (showing 2 of 2 entries )
[1] arXiv:2408.06195 [pdf, html, other]
Title: {TITLE}
Zhenting Qi, Mingyuan Ma, Jiahang Xu
Comments: 12 pages, 3 figures
Subjects: Computation and Language (cs.CL); Artificial Intelligence (cs.AI)
{ABSTRACT}
Fri, 9 Aug 2024 (showing 1 of 1 entries )
[2] arXiv:2408.05000 [pdf, other]
Title: Comments on Piles
Ada Lovelace
Subjects: Hardware Architecture (cs.AR)
"""
SEARCH = f"""Showing 1–2 of 2 results
1. arXiv:2408.06195 [pdf, other]  cs.CL  cs.AI
{TITLE}
Authors: Zhenting Qi, Mingyuan Ma, Jiahang Xu
Abstract: {ABSTRACT} △ Less
Submitted 12 August, 2024; originally announced August 2024.
2. arXiv:2006.00001 [pdf, ps, other]  quant-ph
Comments on Piles
Authors: Ada Lovelace
Abstract: We pile. ▽ More
Submitted 1 June, 2020; originally announced June 2020.
Comments: 4 pages
"""
ABS = f"""Computer Science > Computation and Language
arXiv:2408.06195 (cs)
[Submitted on 12 Aug 2024]
Title:{TITLE}
Authors:Zhenting Qi, Mingyuan Ma, Jiahang Xu
View PDF
HTML (experimental)
Abstract:{ABSTRACT}
Comments:\t12 pages
Subjects:\tComputation and Language (cs.CL)
Cite as:\tarXiv:2408.06195 [cs.CL]
 \t(or arXiv:2408.06195v1 [cs.CL] for this version)
 \thttps://doi.org/10.48550/arXiv.2408.06195
"""


@pytest.fixture
def papers(reading):
    def read(text):
        found = reading("page.txt", text, taken_for="page of arXiv")
        assert found.problems == ()
        return found.papers

    return read


@pytest.mark.parametrize("page", [LISTING, SEARCH, ABS], ids=["listing", "search", "paper"])
def test_the_first_record_of_each_page(papers, page):
    paper = papers(page)[0]
    assert (paper.title, paper.text) == (TITLE, ABSTRACT)
    assert paper.authors == ("Zhenting Qi", "Mingyuan Ma", "Jiahang Xu")
    assert (paper.date, paper.date_known) == (date(2024, 8, 12), "day")
    assert (paper.category, paper.arxiv) == ("cs.CL", "2408.06195")
    assert page.split("\n")[int(paper.source) - 1].lstrip("1. []").startswith("arXiv:2408.06195")


def test_a_listing_gives_the_day_of_its_heading(papers):
    _, paper = papers(LISTING)
    assert (paper.title, paper.text, paper.category) == ("Comments on Piles", "", "cs.AR")
    assert paper.date == date(2024, 8, 9)


def test_a_result_ends_where_the_next_begins(papers):
    _, paper = papers(SEARCH)
    assert (paper.title, paper.text) == ("Comments on Piles", "We pile.")
    assert (paper.authors, paper.category) == (("Ada Lovelace",), "quant-ph")
    assert paper.date == date(2020, 6, 1)


@pytest.mark.parametrize(
    ("number", "month"),
    [("2401.01234", date(2024, 1, 1)), ("hep-th/9912001", date(1999, 12, 1))],
)
def test_a_record_without_a_date_has_the_month_of_its_number(papers, number, month):
    (paper,) = papers(f"arXiv:{number}\nTitle: On Piles\n")
    assert (paper.date, paper.date_known) == (month, "month")


def test_a_record_without_a_title_costs_only_itself(reading):
    found = reading("a", f"arXiv:2401.00001 [pdf]\n\n{ABS}", taken_for="page of arXiv")
    assert [paper.title for paper in found.papers] == [TITLE]
    assert [(p.line, p.message) for p in found.problems] == [
        (1, "the record of arXiv:2401.00001 has no title")
    ]
