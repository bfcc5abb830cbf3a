"""Papers that hold HTML, scripts, links and far too much text show as text on the page."""

import pytest
from playwright.sync_api import expect

from rag.chain import Chain
from store.embed import default_embedder
from store.indexing import index_papers
from store.library import Library
from store.papers import Paper

ATTACK = (
    "Attack <script>alert(1)</script> on [Links](javascript:alert(2)) <img src=x onerror=alert(3)>"
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile") / "library"
    papers = [
        Paper(
            "a1", ATTACK, f"{ATTACK} at $x<y$.", ATTACK,
            authors=("<b>Eve</b>",), organisations=('"><u>evil</u>',), category="<i>x</i>",
        ),
        Paper("a2", "Long " + "x" * 9_995, "y " * 5_000, "Long"),
        Paper("a3", "'\"><svg onload=alert(4)>", "", "a3"),
    ]  # fmt: skip
    index_papers(folder, papers, progress=lambda *step: None, embedder=default_embedder())
    return Library.open(folder)


def test_hostile_papers_show_as_text(hostile, serving, open_page):
    page = open_page(f"{serving(Chain(hostile), hostile)}library?sort=title")
    expect(page.locator("#count")).to_have_text("3 papers")
    expect(page.locator("summary", has_text="Attack")).to_have_text(ATTACK)
    for summary in page.locator("summary").all():
        summary.click()
    expect(page.locator(".full")).to_have_text("Long " + "x" * 9_995)
    inside = page.locator("#found :is(script, img, b, u, svg[onload])")
    expect(inside).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440
    page.get_by_role("link", name="Map", exact=True).click()
    point = page.locator(".map a", has=page.locator("path")).first
    point.focus()
    expect(page.locator(".told-of b")).to_be_visible()
    expect(page.locator("#found :is(script, img)")).to_have_count(0)
    links = page.locator("#found a").evaluate_all(
        "all => all.map(a => new URL(a.href.baseVal ?? a.href, location).origin)"
    )
    assert set(links) == {page.evaluate("location.origin")}
