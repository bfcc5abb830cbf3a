"""The table of papers, a page of it at a time."""

import re

from tests.ui.shelf.conftest import paper
from ui.shelf.holdings import holdings
from ui.shelf.table import ON_A_PAGE, pages_of, table
from ui.shelf.wanted import Wanted


def rows(html):
    return re.findall(r'id="paper-([^"]*)"', html)


def test_a_row_a_paper_with_what_its_record_says(papers):
    html = table(papers, Wanted())
    assert rows(html) == ["piles", "heaps", "stacks", "unknown"]
    assert '<time datetime="2024-01-01">Jan 2024</time>' in html
    assert 'title="CL · Computation and Language">CL</span>' in html
    assert "Zoë Ng<small>ETH Zürich</small>" in html
    assert 'href="/?q=What+is+Piles+about%3F">Ask about it</a>' in html
    assert "They run on CPUs." in html


def test_a_heading_sorts_and_again_the_other_way(papers):
    html = table(papers, Wanted(sort="title"))
    assert re.search(r'class="title" aria-sort="ascending"><a href="/library\?sort=-title">', html)
    assert re.search(r'class="date"><a href="/library">', html)
    html = table(papers, Wanted())
    assert re.search(r'class="date" aria-sort="descending"><a href="/library\?sort=date">', html)


def test_thousands_of_papers_come_a_page_at_a_time():
    many = holdings(paper(f"P{n:04} on sand") for n in range(3_000))
    html = table(many, Wanted(page=2, q="sand"))
    assert rows(html) == [f"p{n:04}" for n in range(50, 100)]
    assert "51–100 of 3,000" in html
    assert 'href="/library?q=sand&amp;page=60">60</a>' in html
    assert 'aria-current="page"' in html
    assert len(html) < 200_000


def test_a_page_too_far_is_the_last():
    many = holdings(paper(f"P{n:04} on sand") for n in range(ON_A_PAGE + 1))
    assert rows(table(many, Wanted(page=999))) == ["p0050"]
    assert (pages_of(0), pages_of(ON_A_PAGE), pages_of(ON_A_PAGE + 1)) == (1, 1, 2)


def test_hostile_and_huge_texts_are_text():
    hostile = paper(
        'Attack"><script>alert(1)</script> [l](javascript:alert(2)) ' + "x" * 10_000,
        text="<img src=x onerror=alert(3)>" + "y" * 30_000,
        authors=("<b>Eve</b>",) * 9,
        organisations=("<i>evil</i>",),
        category="<u>",
    )
    html = table(holdings([hostile]), Wanted())
    assert not re.search(r"<(script|img|b|i|u)\b", html)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; [l](javascript:alert(2))" in html
    assert len(html) < 60_000
