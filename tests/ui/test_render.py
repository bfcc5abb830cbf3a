import pytest

from rag.types import Citation
from ui.render import answer_markdown

CITED = (
    Citation(1, "a2024x", 'The "A" <Paper>', "quote", "abstract", 0, 5),
    Citation(2, "b2024y", "B", "quote", "abstract", 0, 5),
)
LINK_1 = (
    '<a class="marker" href="#src-3-1" title="Source 1: The &quot;A&quot; &lt;Paper&gt;">[1]</a>'
)
LINK_2 = '<a class="marker" href="#src-3-2" title="Source 2: B">[2]</a>'


def shown(markdown):
    return answer_markdown(markdown, CITED, 3)


def test_markers_become_links_to_the_cards_of_their_turn():
    assert shown("Fast. [1] Small.[2]") == f"Fast.&nbsp;{LINK_1} Small.{LINK_2}"


def test_a_row_of_markers_may_break_between_them():
    assert shown("Fast. [1] [2]") == f"Fast.&nbsp;{LINK_1} {LINK_2}"


def test_a_marker_without_a_citation_is_text():
    assert shown("as in [7]") == "as in &#91;7&#93;"


def test_an_escaped_marker_is_text():
    assert shown(r"as in \[1\] they say [1]") == f"as in &#91;1&#93; they say&nbsp;{LINK_1}"


def test_emphasis_lists_quotes_and_tables_stay():
    markdown = "### Papers\n\n- **A** is *fast*\n\n1. one\n\n> said\n\n| a | b |\n|---|---|\n"
    assert shown(markdown) == markdown


@pytest.mark.parametrize(
    ("hostile", "safe"),
    [
        ("<img src=x onerror=alert(1)>", "&#60;img src=x onerror=alert(1)&#62;"),
        ("<script>alert(1)</script>", "&#60;script&#62;alert(1)&#60;/script&#62;"),
        ("![x](http://evil.example/p.png)", "!&#91;x&#93;(http&#58;//evil.example/p.png)"),
        ("[a](javascript:alert(1))", "&#91;a&#93;(javascript:alert(1))"),
        (
            "[a][b]\n\n[b]: http://e.example",
            "&#91;a&#93;&#91;b&#93;\n\n&#91;b&#93;: http&#58;//e.example",
        ),
        ("<http://evil.example>", "&#60;http&#58;//evil.example&#62;"),
        ("HTTPS://evil.example", "HTTPS&#58;//evil.example"),
        ("www.evil.example", "www&#46;evil.example"),
        ("me@evil.example", "me&#64;evil.example"),
        ("`code`", "&#96;code&#96;"),
        ("```mermaid\nx\n```", "&#96;&#96;&#96;mermaid\nx\n&#96;&#96;&#96;"),
        ("&lt;b&gt;", "&#38;lt;b&#38;gt;"),
        ("%%%LATEX_BLOCK_0%%%", "&#37;&#37;%LATEX&#95;BLOCK&#95;0&#37;&#37;%"),
        ("a ~~b~~ __c__", "a &#126;&#126;b&#126;&#126; &#95;&#95;c&#95;&#95;"),
        (r"\(no maths", "&#40;no maths"),
        (
            "[![x](http://e.example)](#src-3-1)",
            "&#91;!&#91;x&#93;(http&#58;//e.example)&#93;(#src-3-1)",
        ),
    ],
)
def test_hostile_markdown_is_shown_as_text(hostile, safe):
    assert shown(hostile) == safe


def test_mathematics_and_remnants_in_an_answer():
    assert shown(r"2$\times$ at 1\% of $5, \url{https://a.example} [2]") == (
        rf"2\(\times\) at 1% of $5, https&#58;//a.example&nbsp;{LINK_2}"
    )
