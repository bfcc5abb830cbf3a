"""What counts as a statement of an answer, and what supports one."""

from __future__ import annotations

from collections.abc import Callable

from eval.statements import Statement, is_supported, statements
from rag.types import Citation
from store.papers import Paper
from tests.eval.conftest import KITE, LOOM

FAST = "Kite answers a query in 12 milliseconds."


def test_a_marker_holds_for_all_sentences_since_the_last_one() -> None:
    assert statements("One thing. Another thing. [1][2] A third thing.") == [
        Statement("One thing.", (1, 2)),
        Statement("Another thing.", (1, 2)),
        Statement("A third thing.", ()),
    ]


def test_of_a_table_every_cell_but_the_labels_is_one() -> None:
    table = (
        "Side by side:\n\n|  | **A** | **B** |\n| --- | --- | --- |\n| How | By force. [1] | – |"
    )
    assert statements(table) == [Statement("By force.", (1,))]


def test_labels_and_counts_of_the_library_say_nothing_of_papers() -> None:
    for text in (
        "**Kite: Fast Search** (Byron et al., 2024)",
        "3 papers fit (50 considered).",
        "None of the 12 papers considered fits.",
        "**19**: 19 of 50 papers.",
        "2 of those 4 papers.",
        "Near misses, not counted: *Loom*; *Is It So? A Study*.",
    ):
        assert statements(text) == [], text


def test_a_claim_about_papers_without_a_marker_is_a_statement() -> None:
    assert statements("3 fast papers are by Byron.") != []
    assert statements("Kite is the fastest.") == [Statement("Kite is the fastest.", ())]


def test_the_words_and_every_number_must_stand_in_the_quotes(
    papers: dict[str, Paper], cited: Callable[..., Citation]
) -> None:
    quote = cited(1, KITE, FAST)

    def supported(text: str, *citations: Citation) -> bool:
        return is_supported(Statement(text, (1,)), citations, papers)

    assert supported("Kite answers queries in 12 milliseconds", quote)
    assert not supported("Kite answers queries in 13 milliseconds", quote)
    assert not supported("Kite folds proteins on supercomputers", quote)
    assert not supported("Kite answers queries in 12 milliseconds")
    assert not supported("Kite answers queries in 12 milliseconds", cited(1, LOOM, "Compilers"))


def test_quotes_support_together_what_neither_does_alone(
    papers: dict[str, Paper], cited: Callable[..., Citation]
) -> None:
    saves = "Loom saves 40% of it by weaving kernels together."
    pair = [cited(1, KITE, FAST), cited(2, LOOM, saves)]
    claim = Statement("Kite answers in 12 milliseconds, Loom saves 40% by weaving kernels", (1, 2))
    assert is_supported(claim, pair, papers)
    assert not any(is_supported(claim, [quote], papers) for quote in pair)


def test_a_record_supports_its_fields_in_words(
    papers: dict[str, Paper], cited: Callable[..., Citation]
) -> None:
    head = [cited(1, KITE, "CVMay 5, 2024Code", "record")]
    for text, holds in {
        "**Kite: Fast Search on Phones**, May 5, 2024": True,
        "**Kite: Fast Search on Phones**, May 6, 2024": False,
        "**Kite: Fast Search on Phones** is in the category CV (Computer Vision)": True,
        "Yes: the record says that code is available": True,
    }.items():
        assert is_supported(Statement(text, (1,)), head, papers) is holds, text
