"""The questions with their gold answers; eval/README.md says what each field means."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from rag.question.askable import check
from rag.types import Kind
from store.errors import EvalError, QuestionError

QUESTIONS = Path(__file__).parent / "questions.jsonl"
HALVES = ("tune", "report")
_LISTS = frozenset({"history", "gold", "optional", "patterns"})


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
    rows = []
    for number, data in read_drafts(path):
        if fault := _fault(data):
            raise EvalError(
                f"Line {number} of {str(path)!r} is no question ({fault}); eval/README.md says "
                "what each field means."
            )
        values: dict[str, Any] = {k: tuple(v) if k in _LISTS else v for k, v in data.items()}
        rows.append(Row(**values))
    if not rows:
        raise EvalError(f"{str(path)!r} holds no question; name a file of JSON lines.")
    twice = [question for question, count in Counter(row.id for row in rows).items() if count > 1]
    if twice:
        raise EvalError(f"{str(path)!r} has the id {twice[0]!r} twice; give each row its own.")
    return tuple(rows)


def read_drafts(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """(Line number, fields) of rows that may still have a null where a person must say more.

    Raises EvalError for a file that cannot be read, and for a line without a row's fields.
    """
    try:
        lines = path.read_bytes().decode("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise EvalError(
            f"The questions {str(path)!r} cannot be read ({error}); name a file of JSON lines."
        ) from error
    names = {field.name for field in fields(Row)}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
            if data.keys() != names:
                raise ValueError(f"its fields differ in {sorted(data.keys() ^ names)}")
        except (ValueError, AttributeError, RecursionError) as error:
            raise EvalError(
                f"Line {number} of {str(path)!r} is no question ({error}); eval/README.md has "
                "the fields."
            ) from error
        yield number, data


def _fault(data: Mapping[str, Any]) -> str:
    """What keeps a row from being asked and measured; empty where nothing does."""
    if unfilled := [name for name, value in data.items() if value is None]:
        return f"still to be filled in: {', '.join(unfilled)}"
    if wrong := [name for name, value in data.items() if not _is_of_its_sort(name, value)]:
        return f"of the wrong sort: {', '.join(wrong)}"
    try:
        for question in [*data["history"], data["q"]]:
            check(question)
        for pattern in data["patterns"]:
            re.compile(pattern)
    except (QuestionError, re.error) as error:
        return str(error).rstrip(".")
    return _contradiction(data)


def _is_of_its_sort(name: str, value: object) -> bool:
    if name in _LISTS:
        return isinstance(value, list) and all(isinstance(v, str) and v for v in value)
    if name == "abstain":
        return isinstance(value, bool)
    return isinstance(value, str) and bool(value.strip())


def _contradiction(data: Mapping[str, Any]) -> str:
    kinds = [kind.value for kind in Kind]
    if data["kind"] not in kinds:
        return f"the kind is none of {', '.join(kinds)}"
    if data["half"] not in HALVES:
        return f"the half is none of {', '.join(HALVES)}"
    if data["abstain"] is not (data["kind"] == Kind.NONE):
        return f"the kind {Kind.NONE} and abstain go together"
    if not data["gold"] and data["kind"] not in (Kind.NONE, Kind.RECORD):
        return "there is no paper in gold"
    if both := set(data["gold"]) & set(data["optional"]):
        return f"{min(both)!r} is both gold and optional"
    return ""


def check_papers(rows: Iterable[Row], titles: Collection[str]) -> None:
    """Raises EvalError for a row that speaks of a paper with none of these titles."""
    for row in rows:
        for title in (*row.gold, *row.optional):
            if title not in titles:
                raise EvalError(
                    f"The question {row.id!r} speaks of {title!r}, which is no paper of this "
                    "library; name questions about it with --questions, or mend the title."
                )


def chosen(rows: Sequence[Row], half: str | None, only: Collection[str]) -> tuple[Row, ...]:
    """The rows of one half, with these ids; raises EvalError for what chooses none."""
    if half not in (None, *HALVES):
        raise EvalError(f"There is no half {half!r}; name one of {' and '.join(HALVES)}.")
    if unknown := set(only) - {row.id for row in rows}:
        raise EvalError(f"There is no question {min(unknown)!r}; ids are such as {_some(rows)}.")
    found = tuple(r for r in rows if half in (None, r.half) and (not only or r.id in only))
    if not found:
        raise EvalError(f"None of these questions is in the half {half!r}; leave out --half.")
    return found


def _some(rows: Sequence[Row]) -> str:
    return ", ".join(repr(row.id) for row in rows[:3])
