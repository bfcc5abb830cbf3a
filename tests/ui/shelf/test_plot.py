"""The map: a point a paper, lit where the filters let it through."""

import re

from tests.ui.shelf.conftest import paper
from ui.shelf.plot import plot
from ui.shelf.wanted import Wanted


def test_a_point_a_paper_that_asks_about_it(papers, atlas):
    all_papers = [one.paper for one in papers]
    html = plot(all_papers, [p.id for p in all_papers], atlas, Wanted())
    assert html.count("<a ") == 4
    assert 'href="/?q=What+is+Piles+about%3F" aria-label="Piles, 2024"' in html
    assert 'aria-label="Map of 4 papers; those that are alike lie together"' in html
    places = {name: d for d, name in re.findall(r'd="M([\d. ]+)h0"/></a>()', html)}
    assert places
    assert 'd="M4.00 4.00h0"' in html
    assert 'd="M96.00 96.00h0"' in html


def test_what_is_filtered_out_is_faint_and_no_link(papers, atlas):
    html = plot([one.paper for one in papers], ["piles"], atlas, Wanted(group="0"))
    assert html.count("<a ") == 1
    assert html.count('class="faint"') == 3
    assert "sand, stones" in html
    assert "mixed" not in html


def test_a_hostile_title_is_text(atlas):
    hostile = paper('Piles"><script>alert(1)</script>' + "x" * 10_000)
    atlas.spots.setdefault(hostile.id, atlas.spots["piles"])
    html = plot([hostile], [hostile.id], atlas, Wanted())
    assert "<script" not in html
    assert len(html) < 4_000
