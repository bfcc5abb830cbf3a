"""The measures on small answers whose figures are worked out by hand.

A right answer has full marks; each fault lowers the measures that should see it, no other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import log2

import pytest

from eval.measures import measure, passed
from eval.questions import Row
from eval.responses import Response
from rag.types import Citation
from store.papers import Paper
from tests.eval.conftest import KITE, LOOM

FAST = "Kite answers a query in 12 milliseconds."
CORES = "It runs on two cores."
SAVES = "Loom saves 40% of it by weaving kernels together."

Papers = dict[str, Paper]
Cited = Callable[..., Citation]
Rows = Callable[..., Row]
Said = Callable[..., Response]


@pytest.fixture
def fact(row: Rows) -> Row:
    return row("fact", gold=(KITE.title,), patterns=(r"\b12\b",))


@pytest.fixture
def fact_answer(said: Said, cited: Cited) -> Response:
    return said(
        f"**{KITE.title}** (Byron et al., 2024): {FAST} [1] {CORES} [2]",
        cited(1, KITE, FAST),
        cited(2, KITE, CORES),
    )


@pytest.fixture
def both(row: Rows) -> Row:
    return row("list", gold=(KITE.title, LOOM.title))


@pytest.fixture
def both_answer(said: Said, cited: Cited) -> Response:
    return said(
        f"2 papers fit (2 considered).\n\n- **{KITE.title}**: {FAST} [1]\n"
        f"- **{LOOM.title}**: {SAVES} [2]",
        cited(1, KITE, FAST),
        cited(2, LOOM, SAVES),
    )


def lowered(row: Row, good: Response, bad: Response, papers: Papers) -> dict[str, float]:
    """What the bad answer has less of (or, refused wrongly, more), with its values."""
    before, now = measure(row, good, papers), measure(row, bad, papers)
    same = before.keys() & now.keys()
    return {name: now[name] for name in same if now[name] != before[name]}


def test_a_right_fact_has_full_marks(fact: Row, fact_answer: Response, papers: Papers) -> None:
    assert measure(fact, fact_answer, papers) == {
        "passed": 1.0,
        "refused wrongly": 0.0,
        "verbatim": 1.0,
        "supporting": 1.0,
        "supported": 1.0,
        "R@5": 1.0,
        "R@10": 1.0,
        "nDCG@10": 1.0,
    }


def test_a_right_set_has_full_marks(both: Row, both_answer: Response, papers: Papers) -> None:
    values = measure(both, both_answer, papers)
    assert values.pop("refused wrongly") == 0.0
    assert set(values) >= {"precision", "recall", "F1", "exact"}
    assert set(values.values()) == {1.0}


def test_a_forged_quote_lowers_the_measures_of_citations_alone(
    fact: Row, fact_answer: Response, papers: Papers
) -> None:
    first, second = fact_answer.citations
    forged = replace(first, quote="Kite answers a query in 12 milliseconds!")
    bad = replace(fact_answer, citations=(forged, second))
    # One of two citations is forged, and one of two statements is left without support.
    assert lowered(fact, fact_answer, bad, papers) == {
        "verbatim": 0.5,
        "supporting": 0.5,
        "supported": 0.5,
    }


def test_a_quote_from_another_place_than_it_says_is_forged(
    fact: Row, fact_answer: Response, papers: Papers
) -> None:
    first, second = fact_answer.citations
    for moved in (
        replace(first, start=first.start + 1),
        replace(first, section="title"),
        replace(first, paper_id="loom"),
        replace(first, paper_id="nobody"),
        replace(first, start=-len(FAST), end=-1),
    ):
        bad = replace(fact_answer, citations=(moved, second))
        assert measure(fact, bad, papers)["verbatim"] == 0.5


def test_a_missing_paper_lowers_recall_but_not_precision(
    both: Row, both_answer: Response, papers: Papers, said: Said
) -> None:
    bad = replace(
        both_answer,
        markdown=f"1 paper fits (2 considered).\n\n- **{KITE.title}**: {FAST} [1]",
        papers=(KITE.title,),
        citations=both_answer.citations[:1],
    )
    assert lowered(both, both_answer, bad, papers) == {
        "passed": 0.0,
        "recall": 0.5,
        "F1": pytest.approx(2 / 3),
        "exact": 0.0,
    }


def test_a_paper_too_many_lowers_precision_but_not_recall(
    row: Rows, both_answer: Response, papers: Papers
) -> None:
    alone = row("list", gold=(KITE.title,))
    values = measure(alone, both_answer, papers)
    assert (values["precision"], values["recall"]) == (0.5, 1.0)
    assert values["F1"] == pytest.approx(2 / 3)
    assert (values["exact"], values["passed"]) == (0.0, 0.0)


def test_an_optional_paper_neither_helps_nor_hurts(
    row: Rows, both_answer: Response, papers: Papers
) -> None:
    lenient = row("list", gold=(KITE.title,), optional=(LOOM.title,))
    values = measure(lenient, both_answer, papers)
    assert (values["precision"], values["recall"], values["exact"]) == (1.0, 1.0, 1.0)
    only_optional = replace(both_answer, papers=(LOOM.title,))
    assert measure(lenient, only_optional, papers)["recall"] == 0.0


def test_a_wrong_number_fails_the_question_and_is_unsupported(
    fact: Row, fact_answer: Response, papers: Papers
) -> None:
    bad = replace(fact_answer, markdown=fact_answer.markdown.replace("12", "15"))
    # The quotes are still verbatim; one of them no longer supports what is said.
    assert lowered(fact, fact_answer, bad, papers) == {
        "passed": 0.0,
        "supporting": 0.5,
        "supported": 0.5,
    }


def test_the_wrong_paper_cited_first_fails_a_fact(
    fact: Row, fact_answer: Response, cited: Cited
) -> None:
    other = cited(1, LOOM, SAVES)
    assert not passed(fact, replace(fact_answer, citations=(other, fact_answer.citations[1])))


def test_an_unasked_refusal_counts_as_one_and_makes_no_claims(
    fact: Row, fact_answer: Response, papers: Papers
) -> None:
    bad = replace(fact_answer, markdown="Nothing here.", abstained=True, papers=(), citations=())
    assert lowered(fact, fact_answer, bad, papers) == {"passed": 0.0, "refused wrongly": 1.0}
    assert measure(fact, bad, papers).keys() & {"verbatim", "supporting", "supported"} == set()


def test_a_refused_set_finds_nothing(both: Row, both_answer: Response, papers: Papers) -> None:
    bad = replace(both_answer, markdown="Nothing.", abstained=True, papers=(), citations=())
    values = measure(both, bad, papers)
    assert (values["recall"], values["F1"], values["exact"]) == (0.0, 0.0, 0.0)
    assert "precision" not in values


def test_what_is_to_be_refused_passes_only_refused(
    row: Rows, fact_answer: Response, papers: Papers
) -> None:
    silent = row("none")
    answered = measure(silent, fact_answer, papers)
    assert (answered["passed"], answered["refused rightly"]) == (0.0, 0.0)
    refused = measure(silent, replace(fact_answer, abstained=True), papers)
    assert (refused["passed"], refused["refused rightly"]) == (1.0, 1.0)
    assert "refused wrongly" not in answered | refused


def test_an_uncited_sentence_lowers_citation_recall_alone(
    fact: Row, fact_answer: Response, papers: Papers
) -> None:
    bad = replace(fact_answer, markdown=f"{fact_answer.markdown} It is the best of all.")
    assert lowered(fact, fact_answer, bad, papers) == {"supported": pytest.approx(2 / 3)}


def test_a_needless_citation_lowers_citation_precision_alone(
    fact: Row, fact_answer: Response, papers: Papers, cited: Cited
) -> None:
    needless = cited(3, LOOM, "Compilers waste memory.")
    bad = replace(
        fact_answer,
        markdown=fact_answer.markdown.replace("[1]", "[1][3]"),
        citations=(*fact_answer.citations, needless),
    )
    assert lowered(fact, fact_answer, bad, papers) == {"supporting": pytest.approx(2 / 3)}


def test_records_and_comparisons_pass_by_their_papers(row: Rows, both_answer: Response) -> None:
    one, two = (KITE.title,), (KITE.title, LOOM.title)
    assert passed(row("record", gold=two), both_answer)
    assert not passed(row("record", gold=one), both_answer)
    assert passed(row("record", patterns=("2 papers",)), both_answer)  # about the whole library
    assert passed(row("compare", gold=one), both_answer)
    assert not passed(row("compare", gold=two), replace(both_answer, papers=one))


def test_the_ranking_is_measured_without_optional_papers(row: Rows, said: Said) -> None:
    wanted = row("list", gold=("A", "B"), optional=("x",))
    ranked = ("x", "y", "A", *"opqrstuv", "B")
    values = measure(wanted, said("", retrieved=ranked), {})
    # Without x: y, A, eight others, and B in place 11, behind the cut.
    assert values["nDCG@10"] == pytest.approx((1 / log2(3)) / (1 + 1 / log2(3)))
    assert (values["R@5"], values["R@10"]) == (0.5, 0.5)


def test_records_are_not_retrieved_by_content(row: Rows, said: Said) -> None:
    assert "R@5" not in measure(row("record", gold=("A",)), said("", retrieved=("A",)), {})
