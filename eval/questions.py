"""The questions with their gold answers; eval/README.md says what each field means."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from store.errors import EvalError

QUESTIONS = Path(__file__).parent / "questions.jsonl"
HALVES = ("tune", "report")


@dataclass(frozen=True, slots=True)
class Row:
    """One question with what a good answer must contain; titles name papers."""

    id: str
    q: str
    kind: str
    history: tuple[str, ...]
    gold: tuple[str, ...]
    optional: tuple[str, ...]
    patterns: tuple[str, ...]
    abstain: bool
    half: str
    why: str

    @property
    def group(self) -> str:
        """The id up to its number, such as `fig` or `fu`."""
        return self.id.partition("-")[0]


def read_questions(path: Path = QUESTIONS) -> tuple[Row, ...]:
    """All rows of a file; raises EvalError, with the line, for one that is none."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EvalError(
            f"The questions {str(path)!r} cannot be read ({error}); name a file of JSON lines."
        ) from error
    return tuple(_row(line, n, path) for n, line in enumerate(lines, start=1) if line.strip())


def _row(line: str, number: int, path: Path) -> Row:
    names = {field.name for field in fields(Row)}
    try:
        data = json.loads(line)
        if data.keys() != names:
            raise ValueError(f"its fields differ in {sorted(data.keys() ^ names)}")
    except (ValueError, AttributeError) as error:
        raise EvalError(
            f"Line {number} of {str(path)!r} is no question ({error}); eval/README.md has the "
            "fields."
        ) from error
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}
    return Row(**values)


def chosen(rows: Sequence[Row], half: str | None, only: Collection[str]) -> tuple[Row, ...]:
    """The rows of one half, or with these ids; raises EvalError for an id that no row has."""
    if unknown := set(only) - {row.id for row in rows}:
        raise EvalError(
            f"There is no question {sorted(unknown)[0]!r}; ids are such as {_some(rows)}."
        )
    if only:
        return tuple(row for row in rows if row.id in only)
    return tuple(row for row in rows if half in (None, row.half))


def _some(rows: Sequence[Row]) -> str:
    return ", ".join(repr(row.id) for row in rows[:3])
