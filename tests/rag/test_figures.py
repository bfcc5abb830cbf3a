"""For each of the 50 papers, a question about its main figure, put in a person's words."""

from __future__ import annotations

import re
from typing import Any

from rag.chain import Chain

_NEEDED = 45


def test_the_paper_is_cited_first_and_its_figure_is_said(
    chain: Chain, rows: list[dict[str, Any]]
) -> None:
    figures = [row for row in rows if row["id"].startswith("fig-")]
    assert [row["id"] for row in figures] == [f"fig-{n:02}" for n in range(1, 51)]
    failing = [row["id"] for row in figures if not _is_answered(chain, row)]
    passed = len(figures) - len(failing)
    assert passed >= _NEEDED, f"{passed} of 50 answered; failing: {', '.join(failing)}"


def _is_answered(chain: Chain, row: dict[str, Any]) -> bool:
    answer = chain.ask(row["q"])
    first = [citation.title for citation in answer.citations[:1]]
    said = all(re.search(p, answer.markdown, re.IGNORECASE) for p in row["patterns"])
    return not answer.abstained and first == row["gold"][:1] and said


def test_a_speedup_is_a_ratio_and_no_rate(chain: Chain) -> None:
    first = chain.ask("What speedup does T-MAC reach?").citations[0]
    assert "up to 4x" in first.quote


def test_an_address_is_found_where_it_is_asked_for(chain: Chain) -> None:
    answer = chain.ask("What is the URL of the T-MAC code?")
    assert "https://github.com/microsoft/T-MAC" in answer.citations[0].quote
