"""Makes rows for the questions out of verdicts on answers, for a person to look at and finish.

Only what a person said becomes gold: the papers named as right, or those of an answer that was
called good. Everything else that a row needs is left open, as null.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.questions import HALVES, read_drafts
from rag.types import Kind
from store.errors import EvalError
from store.flags import Flag, Verdict

Fields = Mapping[str, Any]
Key = tuple[str, ...]

_PREFIXES = {
    Kind.FACT: "fact",
    Kind.LIST: "list",
    Kind.COMPARE: "cmp",
    Kind.RECORD: "rec",
    Kind.SUMMARY: "sum",
    Kind.NONE: "abs",
}
_FOLLOW_UP, _OF_NO_KIND_YET = "fu", "new"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row as far as verdicts fill it; `flags` are all on its question, the newest last."""

    row: Fields
    flags: Sequence[Flag]

    @property
    def unfilled(self) -> tuple[str, ...]:
        """The fields that a person must fill in."""
        return tuple(name for name, value in self.row.items() if value is None)


def known_rows(*files: Path) -> list[Fields]:
    """The rows, finished or not, of all files that are there; raises EvalError for others."""
    there = [file for file in dict.fromkeys(f.resolve() for f in files) if file.exists()]
    return [fields for file in there for _, fields in read_drafts(file)]


def proposals(flags: Iterable[Flag], known: Sequence[Fields]) -> list[Proposal]:
    """A row for each question that has verdicts and is not known; the newest verdict counts."""
    grouped: dict[Key, list[Flag]] = {}
    for flag in flags:
        grouped.setdefault(_key(flag.question, flag.history), []).append(flag)
    asked = {_key(fields["q"] or "", fields["history"] or ()) for fields in known}
    found: list[Proposal] = []
    for key, own in grouped.items():
        if key not in asked:
            row = _row(own[-1], [*known, *(proposal.row for proposal in found)])
            found.append(Proposal(row, own))
    return found


def _key(question: str, history: Iterable[str]) -> Key:
    """What makes two questions the same: their words in the same conversation."""
    return tuple(" ".join(text.split()).casefold() for text in (*history, question))


def _row(flag: Flag, known: Sequence[Fields]) -> Fields:
    """The row in the fields' order; None where only a person can say."""
    kind = _kind(flag)
    if flag.history and kind is not Kind.NONE:
        prefix = _FOLLOW_UP
    else:
        prefix = _PREFIXES[kind] if kind else _OF_NO_KIND_YET
    return {
        "id": _next_id(prefix, known),
        "q": flag.question,
        "kind": kind and kind.value,
        "history": list(flag.history),
        "gold": [] if kind is Kind.NONE else _gold(flag),
        "optional": [],
        "patterns": [] if kind in (Kind.NONE, Kind.LIST) else None,
        "abstain": None if kind is None else kind is Kind.NONE,
        "half": _next_half(prefix, known),
        "why": f"flagged: {flag.verdict}",
    }


def _kind(flag: Flag) -> Kind | None:
    """`none` where silence is right; a wrong silence does not tell which kind was asked for."""
    if flag.verdict is Verdict.SHOULD_HAVE_ABSTAINED:
        return Kind.NONE
    if flag.verdict is Verdict.GOOD and flag.abstained:
        return Kind.NONE
    if flag.abstained or flag.kind == Kind.NONE or flag.kind not in list(Kind):
        return None
    return Kind(flag.kind)


def _gold(flag: Flag) -> list[str] | None:
    said = flag.right or (flag.papers if flag.verdict is Verdict.GOOD else ())
    return list(said) or None


def _of_group(prefix: str, known: Sequence[Fields]) -> list[Fields]:
    return [fields for fields in known if str(fields["id"]).partition("-")[0] == prefix]


def _next_id(prefix: str, known: Sequence[Fields]) -> str:
    numbers = [str(fields["id"]).partition("-")[2] for fields in _of_group(prefix, known)]
    taken = max((int(number) for number in numbers if number.isdecimal()), default=0)
    return f"{prefix}-{taken + 1:03d}"


def _next_half(prefix: str, known: Sequence[Fields]) -> str:
    """The half that has fewer of this group, so that the halves stay balanced."""
    halves = [fields["half"] for fields in _of_group(prefix, known)]
    return min(HALVES, key=halves.count)


def append(found: Sequence[Proposal], file: Path) -> None:
    """Adds the rows to a file in one write; raises EvalError if it cannot be written."""
    lines = [json.dumps(dict(proposal.row), ensure_ascii=False) for proposal in found]
    try:
        with file.open("a+b") as rows:
            size = rows.seek(0, os.SEEK_END)
            rows.seek(max(0, size - 1))
            ends = "\n" if rows.read(1) not in (b"", b"\n") else ""
            # A lone surrogate becomes JSON's own escape.
            rows.write(
                (ends + "".join(f"{line}\n" for line in lines)).encode(errors="backslashreplace")
            )
    except OSError as error:
        raise EvalError(
            f"The rows cannot be written into {str(file)!r} ({error.strerror or error}); "
            "name another file."
        ) from error
