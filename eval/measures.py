"""What is measured of one answer: pure functions of the row, the response and the papers.

Every measure is a value of one question, or None where it says nothing about it; the figures
are their means. `LOWER_IS_BETTER` names the one that counts mistakes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from eval.questions import Row
from eval.responses import Response
from eval.retrieval import measured
from eval.statements import Statement, is_supported, is_verbatim, statements
from rag.types import Citation, Kind
from store.papers import Paper

Papers = Mapping[str, Paper]

RANKED = ("R@5", "R@10", "nDCG@10")
LOWER_IS_BETTER = frozenset({"refused wrongly"})


def measure(row: Row, response: Response, papers: Papers) -> dict[str, float]:
    """Every measure that says something about this answer, by its name."""
    values = {
        "passed": float(passed(row, response)),
        "refused rightly": float(response.abstained) if row.abstain else None,
        "refused wrongly": None if row.abstain else float(response.abstained),
        **of_set(row, response),
        **of_citations(response, papers),
        **of_ranking(row, response),
    }
    return {name: value for name, value in values.items() if value is not None}


def passed(row: Row, response: Response) -> bool:
    """Whether an answer is right as a whole; how, depends on the kind of its question.

    To be refused: it was. Else it was not, matches every pattern, and: a list holds exactly
    the gold papers; a record's answer too, where it speaks of papers at all; a comparison
    holds all of them; anything else cites the right paper first.
    """
    if row.abstain or response.abstained:
        return row.abstain and response.abstained
    if not all(re.search(p, response.markdown, re.IGNORECASE) for p in row.patterns):
        return False
    given, gold = _counted(row, response), set(row.gold)
    if row.kind == Kind.LIST:
        return given == gold
    if row.kind == Kind.RECORD:
        return not gold or given == gold
    if row.kind == Kind.COMPARE:
        return gold <= given
    cited = [citation.title for citation in response.citations] or list(response.papers)
    return cited[:1] == list(row.gold[:1])


def score(values: Mapping[str, float]) -> float:
    """How good one answer is, 0 to 1: F1 for a set, else whether it passed."""
    return values.get("F1", values["passed"])


def of_set(row: Row, response: Response) -> dict[str, float | None]:
    """Precision, recall, F1 and exactness of a list; optional papers neither help nor hurt."""
    if row.kind != Kind.LIST:
        return {}
    gold = set(row.gold)
    given = set() if response.abstained else _counted(row, response)
    hits = len(given & gold)
    return {
        "precision": hits / len(given) if given else None,
        "recall": hits / len(gold),
        "F1": 2 * hits / (len(given) + len(gold)),
        "exact": float(given == gold),
    }


def of_citations(response: Response, papers: Papers) -> dict[str, float | None]:
    """How many citations are verbatim, how many support, and how many statements have support.

    A citation supports where a statement is supported by it alone, or no longer without it
    (ALCE's precision, arXiv 2305.14627). A refusal makes no statement.
    """
    citations = {citation.n: citation for citation in response.citations}
    verbatim = [float(is_verbatim(c, papers)) for c in citations.values()]
    values = {"verbatim": _mean(verbatim), "supporting": None, "supported": None}
    if response.abstained:
        return values
    made = statements(response.markdown)
    supporting = [float(_helps(n, made, citations, papers)) for n in citations]
    supported = [float(is_supported(s, _cited(s, citations), papers)) for s in made]
    return {**values, "supporting": _mean(supporting), "supported": _mean(supported)}


def of_ranking(row: Row, response: Response) -> dict[str, float | None]:
    """Recall and nDCG of the ranking of papers, where gold papers had to be found by content."""
    if not row.gold or row.kind == Kind.RECORD:
        return {}
    ranked = [title for title in response.retrieved if title not in row.optional]
    found = measured({row.id: dict.fromkeys(row.gold, 1)}, {row.id: ranked}, RANKED)
    return {name: values[row.id] for name, values in found.items()}


def _counted(row: Row, response: Response) -> set[str]:
    return set(response.papers) - set(row.optional)


def _cited(statement: Statement, citations: Mapping[int, Citation]) -> list[Citation]:
    return [citations[n] for n in statement.markers if n in citations]


def _helps(
    n: int, made: list[Statement], citations: Mapping[int, Citation], papers: Papers
) -> bool:
    for statement in made:
        if n not in statement.markers:
            continue
        cited = _cited(statement, citations)
        others = [citation for citation in cited if citation.n != n]
        if is_supported(statement, [citations[n]], papers):
            return True
        if is_supported(statement, cited, papers) and not is_supported(statement, others, papers):
            return True
    return False


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
