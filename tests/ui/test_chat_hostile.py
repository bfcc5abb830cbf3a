"""Papers and questions that hold HTML, scripts and links show as text."""

import pytest
from playwright.sync_api import expect

from store.indexing import index_library
from store.library import Library

HOSTILE = """\
CLAug 12, 2024Code
Attack <script>alert(1)</script> on [Links](javascript:alert(2)) <img src=x onerror=alert(3)>\
Eve Mallory, Bob Adams et al. · evil-lab
We attack readers with <img src="http://evil.example/a.png" onerror="alert(4)"> tags. \
The ![pixel](http://evil.example/p.png) image sees <http://evil.example> at $x<y$, $5 and $10.

LGMar 3, 2025
Zebra Stripes: A Plain StudyAda Byron, Alan Kay · pku
Zebras are counted on a farm. We count 40$\\times$ more zebras than before.
"""


@pytest.fixture(scope="module")
def hostile_library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    source = folder / "papers.txt"
    source.write_text(HOSTILE, encoding="utf-8")
    index_library(folder / "library", [source])
    return Library.open(folder / "library")


def test_hostile_papers_show_as_text(hostile_library, scripted, cite, answer, serving, open_tab):
    paper = next(p for p in hostile_library.papers.values() if "Attack" in p.title)
    title = cite(hostile_library, 1, paper.id, paper.title, "title")
    text = cite(hostile_library, 2, paper.id, paper.text)
    script = [answer(f"- **{paper.title}** [1]\n- {paper.text} [2]", title, text)]
    tab = open_tab(serving(scripted(script), hostile_library))
    tab.ask("<img src=x onerror=alert(5)> [a](http://evil.example) # *b*")
    expect(tab.questions).to_have_text(
        "<img src=x onerror=alert(5)> [a](http://evil.example) # *b*"
    )
    expect(tab.page.locator("#src-1-1 mark")).to_have_text(paper.title)
    for place in (tab.answers, tab.page.locator("#src-1-2 mark")):
        expect(place.locator(".katex")).to_have_count(1)
        expect(place).to_contain_text('with <img src="http://evil.example/a.png" onerror="alert(4)')
        expect(place).to_contain_text("![pixel](http://evil.example/p.png) image")
        expect(place).to_contain_text(", $5 and $10.")
    # Pictures and links that are ours: none, and the markers with their ways back.
    expect(
        tab.page.locator("#chatbot img, #panel img, #chatbot script, #panel script")
    ).to_have_count(0)
    links = tab.page.locator("#chatbot a, #panel a").evaluate_all("all => all.map(a => a.hash)")
    assert links == ["#src-1-1", "#src-1-2", "#ref-1-1", "#ref-1-2"]


def test_hostile_papers_can_be_asked_about(hostile_library, serving, open_tab):
    chain_module = pytest.importorskip("rag.chain")
    tab = open_tab(serving(chain_module.Chain(hostile_library), hostile_library))
    expect(tab.page.locator("#panel .listing")).to_contain_text("Attack <script>alert(1)</script>")
    tab.ask("What do attacks on readers use?")
    tab.type_and_enter("How many more zebras are counted?")
    tab.wait_for_answers(2)
