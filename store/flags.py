"""What people said of answers: verdicts, one JSON line each, kept in the library's folder.

For whoever shows answers, one call keeps a verdict, and one reads them all:

    add(library.directory, Flag(Verdict.MISSING_PAPER, question="Which papers target CPUs?",
        history=(), answer=answer.markdown, kind="list", abstained=False,
        papers=("T-MAC: …",), right=("T-MAC: …", "SwiftPruner: …")))
    read(library.directory).flags

Papers go by their titles, as in `eval/questions.jsonl`. The file is only ever added to, each
flag in one write that is on the disk when `add` returns. A writer killed in the middle leaves
at most a torn last line, which is passed over by the reader and closed off by the next writer.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from io import FileIO
from pathlib import Path
from typing import Any

from store.errors import LibraryBrokenError, LibraryUnwritableError

FILE = "flags.jsonl"


class Verdict(StrEnum):
    """What a person says of an answer; the values stand in the file."""

    WRONG_PAPER = "wrong paper"
    MISSING_PAPER = "missing paper"
    WRONG_FACT = "wrong fact"
    SHOULD_HAVE_ABSTAINED = "should have abstained"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Flag:
    """A verdict on the answer to one question; `history` holds the questions before it.

    `answer` is the Markdown that was shown, `kind` the question's kind in the JSON contract,
    `papers` the titles that the answer named. `right` are the titles of all papers of the right
    answer, the one to be cited first in front; empty where the person did not say.
    """

    verdict: Verdict
    question: str
    answer: str
    kind: str
    abstained: bool
    history: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    time: datetime = field(default_factory=lambda: datetime.now(UTC))


@dataclass(frozen=True, slots=True)
class Flags:
    """All flags of a library, oldest first, and the numbers of the lines that are none."""

    flags: tuple[Flag, ...]
    damaged: tuple[int, ...]


def add(directory: Path, flag: Flag) -> None:
    """Keeps a flag in a library's folder; raises LibraryUnwritableError if that refuses."""
    line = json.dumps({**asdict(flag), "time": flag.time.isoformat()}).encode() + b"\n"
    path = directory / FILE
    try:
        with path.open("a+b", buffering=0) as file:
            line = b"\n" + line if _is_torn(file) else line
            if file.write(line) != len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.fsync(file)
    except OSError as error:
        raise LibraryUnwritableError(
            f"The verdict cannot be kept in {str(path)!r} ({error.strerror or error}); "
            "make that folder writable, then give it again."
        ) from error


def _is_torn(file: FileIO) -> bool:
    """Whether the last line was never written to its end."""
    size = file.seek(0, os.SEEK_END)
    if size == 0:
        return False
    file.seek(size - 1)
    return file.read(1) != b"\n"


def read(directory: Path) -> Flags:
    """All flags of the library in this folder; none where nobody gave any.

    Raises LibraryBrokenError if the file cannot be read at all.
    """
    path = directory / FILE
    try:
        lines = path.read_bytes().split(b"\n")
    except (FileNotFoundError, NotADirectoryError):
        lines = []
    except OSError as error:
        raise LibraryBrokenError(
            f"The verdicts in {str(path)!r} cannot be read ({error.strerror or error}); "
            "make that file readable, or move it away."
        ) from error
    flags, damaged = [], []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            flags.append(_flag(json.loads(line)))
        except (ValueError, KeyError, TypeError, RecursionError):
            damaged.append(number)
    return Flags(tuple(flags), tuple(damaged))


def _flag(data: Mapping[str, Any]) -> Flag:
    """The flag that a line holds; raises ValueError, KeyError or TypeError where it holds none."""
    if not isinstance(data["abstained"], bool):
        raise TypeError("abstained")
    return Flag(
        verdict=Verdict(data["verdict"]),
        question=_text(data["question"]),
        answer=_text(data["answer"]),
        kind=_text(data["kind"]),
        abstained=data["abstained"],
        history=_texts(data["history"]),
        papers=_texts(data["papers"]),
        right=_texts(data["right"]),
        time=datetime.fromisoformat(data["time"]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("not a list")
    return tuple(_text(each) for each in value)
