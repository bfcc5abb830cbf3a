"""The JSON object that other programs rely on; docs and README describe its fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rag.trace import Step, plain
from rag.types import Answer, Citation, PaperRef


def to_contract(
    answer: Answer, question_id: str | int | None = None, steps: Sequence[Step] | None = None
) -> dict[str, Any]:
    """An answer as plain values, in the contract's order of fields; with its steps, if given."""
    explained = {} if steps is None else {"explain": plain(steps)}
    return {
        "id": question_id,
        "question": answer.question.text,
        "kind": answer.question.kind.value,
        "answer": answer.markdown,
        "abstained": answer.abstained,
        "papers": [_paper(paper) for paper in answer.papers or answer.nearest],
        "citations": [_citation(citation) for citation in answer.citations],
        "coverage": asdict(answer.coverage),
        "engine": answer.engine,
        "note": answer.note,
        "understood": answer.understood,
        "tokens": dict(answer.tokens),
        "cost": answer.cost,
        "timings_ms": {step: round(ms, 2) for step, ms in answer.timings_ms.items()},
        **explained,
    }


def _paper(paper: PaperRef) -> dict[str, Any]:
    """The paper's fields; `source_id` only where its source has one."""
    values = asdict(paper)
    if not paper.source_id:
        del values["source_id"]
    return values


def _citation(citation: Citation) -> dict[str, Any]:
    """The citation's fields; `places` only where the paper has pages."""
    values = asdict(citation)
    if not citation.places:
        del values["places"]
    return values
