from datetime import date

from rag.types import Citation
from store.papers import Paper, Passage
from ui.cards import listing, panel
from ui.conversation import Source, Turn

TEXT = r"It is 2$\times$ faster. It costs <b>5</b>."
PAPER = Paper(
    id="a2024x",
    title="A <i>fast</i> Paper",
    text=TEXT,
    record="",
    authors=("Ann Ash", "Bo Birk"),
    authors_cut=True,
    organisations=("lab-one", "lab-two"),
    category="CL",
    date=date(2024, 8, 2),
    has_code=True,
)
PASSAGE = Passage("a2024x", "abstract", 0, len(TEXT), TEXT)


def source(n, quote, passage=PASSAGE, paper=PAPER):
    start = passage.start + passage.text.index(quote)
    return Source(
        Citation(n, paper.id, paper.title, quote, passage.section, start, start + len(quote)),
        paper,
        passage,
    )


def test_a_card_holds_the_record_and_the_quote_highlighted_in_its_passage():
    turn = Turn("How fast?", sources=(source(1, r"It is 2$\times$ faster."),))
    assert panel([turn]) == (
        '<details class="turn" open><summary><span class="count">1 source</span> '
        '<span class="asked">How fast?</span></summary>'
        '<article class="card" id="src-1-1" tabindex="-1">'
        '<h3><a class="number" href="#ref-1-1" title="Back to where source 1 is cited">[1]</a> '
        "A &lt;i&gt;fast&lt;/i&gt; Paper</h3>"
        '<p class="authors">Ann Ash, Bo Birk et al.</p>'
        '<p class="facts"><time datetime="2024-08-02">2 Aug 2024</time> '
        '<abbr class="category" title="Computation and Language">CL</abbr> '
        '<span class="code" title="The paper\'s code is public">Code</span> '
        '<span class="organisations">lab-one, lab-two</span> '
        '<span class="section">Abstract</span></p>'
        r'<div class="passage"><mark>It is 2\(\times\) faster.</mark>'
        " It costs &lt;b&gt;5&lt;/b&gt;.</div></article></details>"
    )


def test_a_paper_without_date_code_or_organisations_has_no_empty_facts():
    bare = Paper(id="b", title="B", text="One.", record="")
    passage = Passage("b", "abstract", 0, 4, "One.")
    shown = panel([Turn("q", sources=(source(1, "One.", passage, bare),))])
    assert '<p class="facts"><span class="section">Abstract</span></p>' in shown


def test_the_far_ends_of_a_long_passage_are_folded_at_words():
    before, after = "long " * 100, " tail" * 100
    passage = Passage("a2024x", "abstract", 700, 1_709, f"{before}The quote{after}")
    shown = panel([Turn("q", sources=(source(1, "The quote", passage),))])
    assert (
        f'<div class="passage"><span class="rest">{"long " * 72}</span>{"long " * 28}'
        f'<mark>The quote</mark>{" tail" * 28}<span class="rest">{" tail" * 72}</span></div>'
        '<button class="unfold" type="button">Whole passage</button>'
    ) in shown


def test_a_fold_never_cuts_through_mathematics():
    formula = "$" + "a + " * 50 + "b$"
    passage = Passage("a2024x", "abstract", 0, 300, f"Start {formula} is. The quote")
    shown = panel([Turn("q", sources=(source(1, "The quote", passage),))])
    assert '<span class="rest">Start </span>\\(' + "a + " * 50 + "b\\) is. <mark>" in shown


def test_the_newest_answer_comes_first_and_alone_is_open():
    turns = [
        Turn("first", sources=(source(1, "It costs"),)),
        Turn("nothing cited"),
        Turn("third", sources=(source(1, "It costs"), source(2, "faster"))),
        Turn("under way", step="…"),
    ]
    third, first = panel(turns).split("\n\n")
    assert third.startswith('<details class="turn" open><summary><span class="count">2 sources')
    assert 'id="src-3-2"' in third
    assert first.startswith('<details class="turn"><summary>')
    assert 'id="src-1-1"' in first


def test_each_answer_is_one_block_of_html_whatever_its_passages_hold():
    text = "One\n\n</div><h1>Two</h1>\n\n# Three"
    passage = Passage("a2024x", "abstract", 0, len(text), text)
    shown = panel([Turn("a\n\nb", sources=(source(1, "# Three", passage),))])
    assert "\n" not in shown
    assert "One<br><br>&lt;/div&gt;&lt;h1&gt;Two" in shown


def test_without_sources_there_is_nothing():
    assert panel([]) == panel([Turn("q")]) == ""


def test_the_listing_is_newest_first_and_ends_somewhere():
    papers = [PAPER, Paper(id="u", title="Undated", text="", record="")]
    papers += [Paper(str(i), f"P{i}", "", "", date=date(2025, 1, 1)) for i in range(200)]
    shown = listing(papers)
    assert shown.startswith(
        '<section class="listing"><h2>In this library</h2><ul>'
        '<li><time datetime="2025-01-01">Jan 2025</time> <button type="button" class="act" '
        'name="ask" value="What is P0 about?" title="What is P0 about?">P0</button></li>'
    )
    assert "A &lt;i&gt;fast" not in shown
    assert shown.endswith('</ul><p class="more">and 2 more</p></section>')
