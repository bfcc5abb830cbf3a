"""A run as plain values: the report's JSON file, and what is read back of an earlier one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from eval.bootstrap import Figure
from eval.measures import score
from eval.run import Outcome, Run, figures
from rag.trace import plain
from store.errors import EvalError

FORMAT = 1
_RETRIEVED = 10  # papers of a ranking that are kept


def as_record(run: Run) -> dict[str, Any]:
    """Questions, figures and every answer; all but the latencies are the same in every run."""
    return {
        "format": FORMAT,
        "questions": {row.id: asdict(row) for row in run.rows},
        "systems": {
            name: _system(outcomes, whole=place == 0)
            for place, (name, outcomes) in enumerate(run.outcomes.items())
        },
    }


def _system(outcomes: Sequence[Outcome], *, whole: bool) -> dict[str, Any]:
    """Figures and answers; `whole` with their texts, which of chunks would be megabytes."""
    return {
        "figures": {name: asdict(value) for name, value in figures(outcomes).items()},
        "answers": {outcome.row.id: _answer(outcome, whole=whole) for outcome in outcomes},
    }


def _answer(outcome: Outcome, *, whole: bool) -> dict[str, Any]:
    response = outcome.response
    texts = {
        "answer": response.markdown,
        "citations": [asdict(citation) for citation in response.citations],
    }
    return {
        "values": dict(outcome.values),
        **(texts if whole else {}),
        "abstained": response.abstained,
        "papers": list(response.papers),
        "retrieved": list(response.retrieved[:_RETRIEVED]),
        "confidence": response.confidence,
        "latency_ms": response.latency_ms,
        "tokens": dict(response.tokens),
        **({"note": response.note} if response.note else {}),
        **({"explain": plain(response.steps)} if response.steps else {}),
    }


def read_record(path: Path) -> dict[str, Any]:
    """The JSON of an earlier report; raises EvalError for what is none."""
    try:
        record = json.loads(path.read_text("utf-8"))
        if record["format"] != FORMAT:
            raise ValueError(f"its format is {record['format']!r}, not {FORMAT}")
        for system in record["systems"]:
            figures_of(record, system)
            for question, answer in record["systems"][system]["answers"].items():
                record["questions"][question]["q"], score(answer["values"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise EvalError(
            f"{str(path)!r} is no report of `footnote eval` ({error}); name the eval.json of one."
        ) from error
    return dict(record)


def figures_of(record: Mapping[str, Any], system: str) -> dict[str, Figure]:
    """The figures of one system of a record."""
    found = record["systems"][system]["figures"]
    return {name: Figure(**values) for name, values in found.items()}
