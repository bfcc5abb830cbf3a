from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rag.compose import NOTHING_LEFT, compose
from rag.types import Claim, Draft, Evidence, PaperRef
from store.library import Library

Span = Callable[..., Evidence]


def test_footnotes_are_numbered_in_the_order_of_their_use(library: Library, span: Span) -> None:
    tmac, spann = span("wei2024tmac", "T-MAC"), span("chen2021spann", "SPANN")
    composed = compose(Draft("", (Claim("One.", (spann,)), Claim("Two.", (tmac,)))), library.papers)
    assert composed.markdown == "One. [1] Two. [2]"
    assert [(c.n, c.paper_id) for c in composed.citations] == [
        (1, "chen2021spann"),
        (2, "wei2024tmac"),
    ]


def test_the_same_span_keeps_its_number(library: Library, span: Span) -> None:
    tmac, spann = span("wei2024tmac", "T-MAC"), span("chen2021spann", "SPANN")
    again = replace(tmac, score=0.7)
    claims = (Claim("One.", (tmac,)), Claim("Two.", (spann, again)))
    composed = compose(Draft("", claims), library.papers)
    assert composed.markdown == "One. [1] Two. [2][1]"
    assert [c.n for c in composed.citations] == [1, 2]


def test_a_list_has_a_line_for_each_claim(library: Library, span: Span) -> None:
    tmac = span("wei2024tmac", "T-MAC")
    draft = Draft("Two fit.", (Claim("One", (tmac,)), Claim("Two", (tmac,))), listed=True)
    composed = compose(replace(draft, closing="The end."), library.papers)
    assert composed.markdown == "Two fit.\n\n- One [1]\n- Two [1]\n\nThe end."


def test_a_verdict_stands_above_the_table_and_is_cited(library: Library, span: Span) -> None:
    tmac, spann = span("wei2024tmac", "T-MAC"), span("chen2021spann", "SPANN")
    cell = Claim("One", (tmac,), "wei2024tmac", "What")
    table = Draft("Beside:", (cell,), columns={"wei2024tmac": "T"})
    composed = compose(replace(table, verdict=Claim("S wins.", (spann, tmac))), library.papers)
    assert (
        composed.markdown
        == "S wins. [1][2]\n\nBeside:\n\n|  | T |\n| --- | --- |\n| What | One [2] |"
    )
    assert [p.id for p in composed.papers] == ["wei2024tmac"]


def test_a_citation_says_where_its_quote_stands(library: Library, span: Span) -> None:
    title = "SPANN: Highly-efficient Billion-scale Approximate Nearest Neighbor Search"
    draft = Draft("", (Claim("One.", (span("chen2021spann", "SPANN", "title"),)),))
    (citation,) = compose(draft, library.papers).citations
    assert (citation.title, citation.quote, citation.section) == (title, "SPANN", "title")
    assert (citation.start, citation.end) == (0, 5)


def test_the_papers_are_those_that_claims_put_in_the_set(library: Library, span: Span) -> None:
    tmac, spann = span("wei2024tmac", "T-MAC"), span("chen2021spann", "SPANN")
    claims = (Claim("One.", (tmac,), "wei2024tmac"), Claim("Two.", (spann,)))
    assert [p.id for p in compose(Draft("", claims), library.papers).papers] == ["wei2024tmac"]


def test_else_the_papers_are_those_cited_each_once(library: Library, span: Span) -> None:
    spann = span("chen2021spann", "SPANN")
    composed = compose(
        Draft("", (Claim("One.", (spann,)), Claim("Two.", (spann,)))), library.papers
    )
    assert composed.papers == (PaperRef("chen2021spann", library.papers["chen2021spann"].title),)


def test_an_answer_of_which_nothing_is_left_says_so(library: Library) -> None:
    composed = compose(Draft(""), library.papers)
    assert composed.markdown == NOTHING_LEFT
    assert composed.papers == composed.citations == ()


def test_a_table_has_a_column_a_paper_and_a_row_an_aspect(library: Library, span: Span) -> None:
    tmac, spann = span("wei2024tmac", "T-MAC"), span("chen2021spann", "SPANN")
    claims = (
        Claim("One | two.", (tmac,), "wei2024tmac", "What it does"),
        Claim("Three.", (spann,), "chen2021spann", "What it does"),
        Claim("Four.", (spann,), "chen2021spann", "What it reports"),
    )
    columns = {"wei2024tmac": "**T-MAC**", "chen2021spann": "**SPANN**"}
    composed = compose(Draft("Side by side:", claims, columns=columns), library.papers)
    assert composed.markdown.splitlines()[2:] == [
        "|  | **T-MAC** | **SPANN** |",
        "| --- | --- | --- |",
        r"| What it does | One \| two. [1] | Three. [2] |",
        "| What it reports | – | Four. [2] |",
    ]


def test_nothing_of_a_paper_is_taken_for_a_marker_or_for_markup(
    library: Library, span: Span
) -> None:
    said = "Cats [1][2], ![x](http://a.example/x.png), <script>, [3, 4], $a<b$ and x[i]."
    draft = Draft("As in [7]:", (Claim(said, (span("wei2024tmac", "T-MAC"),)),))
    assert compose(draft, library.papers).markdown == (
        r"As in \[7]:" + "\n\n"
        r"Cats \[1]\[2], !\[x](http://a.example/x.png), \<script>, [3, 4], $a<b$ and x[i]. [1]"
    )
