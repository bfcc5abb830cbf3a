"""Answers a file of questions, one JSON object a line, in order."""

from __future__ import annotations

import codecs
import io
import json
import logging
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from rag.chain import Chain
from rag.contract import to_contract
from rag.question.askable import check
from rag.trace import Step, listening
from rag.types import Answer
from store.errors import BatchError, CallError, FootnoteError, QuestionError

STDIN = Path("-")
_SHAPE = 'write {"id": …, "q": "a question", "history": ["an earlier question", …]}'
_NO_UTF8 = re.compile(r"[\udc80-\udcff]")  # what `surrogateescape` makes of a byte
_HALF = re.compile(r"[\ud800-\udfff]")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a batch, read."""

    id: str | int | None
    question: str
    history: tuple[str, ...]


def open_batch(path: Path) -> Iterable[str]:
    """The lines of a batch file, or of standard input for "-" as they come.

    A byte that is not UTF-8 stands in them as half a character: its own line is refused, not the
    whole. Raises BatchError for a file that cannot be read, is UTF-16 or holds no question.
    """
    if path == STDIN:
        return _lines_of_stdin()
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BatchError(
            f"Cannot read the batch file {str(path)!r} ({error.strerror}); name a readable file."
        ) from error
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise BatchError(f"The batch file {str(path)!r} is UTF-16 text; save it as UTF-8.")
    text = data.decode("utf-8-sig", errors="surrogateescape")
    if not text.strip():
        raise BatchError(f"The batch file {str(path)!r} is empty; {_SHAPE}, one a line.")
    # Not splitlines(): a JSON string may hold a line separator other than the line feed.
    return io.StringIO(text, newline="\n")


def _lines_of_stdin() -> Iterator[str]:
    found = False
    stdin = io.TextIOWrapper(
        sys.stdin.buffer, encoding="utf-8-sig", errors="surrogateescape", newline="\n"
    )
    try:
        for line in stdin:
            found = found or bool(line.strip())
            yield line
    finally:
        stdin.detach()  # it is not ours to close
    if not found:
        raise BatchError(f"Standard input holds no question; {_SHAPE}, one a line.")


def answer_batch(
    chain: Chain,
    lines: Iterable[str],
    *,
    explain: bool = False,
    print_line: Callable[[str], None],
    complain: Callable[[str], None],
) -> int:
    """Prints an answer for every good line, complains of every bad one; the exit status.

    0 where all were answered, 2 where a line was wrong, 1 where answering one went wrong.
    """
    statuses = {0}
    for number, text in enumerate(lines, start=1):
        if not text.strip():
            continue
        try:
            line = read_line(text)
            answer, steps = _answer(chain, line, explain=explain)
        except CallError as error:
            complain(f"Line {number}: {error}")
            statuses.add(error.exit_status)
        except FootnoteError:
            raise  # a part is missing; it will be for the other lines too
        except Exception as error:
            _log.debug("Line %d", number, exc_info=True)
            complain(
                f"Line {number}: Something went wrong ({error!r}); "
                "run again with FOOTNOTE_LOG=debug to see the details."
            )
            statuses.add(1)
        else:
            print_line(json.dumps(to_contract(answer, line.id, steps), ensure_ascii=False))
    return 1 if 1 in statuses else max(statuses)


def read_line(text: str) -> Line:
    """One line of a batch; raises BatchError or QuestionError where it cannot be asked."""
    data = _loaded(text)
    if not isinstance(data, dict) or "q" not in data:
        raise BatchError(f"There is no question in 'q'; {_SHAPE}.")
    if not isinstance(data["q"], str):
        raise BatchError(f"'q' is not a text; {_SHAPE}.")
    question_id = data.get("id")
    if question_id is not None and not isinstance(question_id, str | int):
        raise BatchError(f"'id' is neither a text nor a whole number; {_SHAPE}.")
    if isinstance(question_id, str) and (half := _HALF.search(question_id)):
        raise BatchError(f"'id' holds {half[0]!r}, half a character; remove it.")
    check(data["q"])
    return Line(question_id, data["q"], _history(data.get("history")))


def _loaded(text: str) -> object:
    """What a line of JSON says; raises BatchError, which says why it is none."""
    if byte := _NO_UTF8.search(text):
        raise BatchError(
            f"The byte 0x{ord(byte[0]) - 0xDC00:x} at position {byte.start()} is not UTF-8; "
            "save the line as UTF-8."
        )
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise BatchError(f"This is not JSON; {_SHAPE}.") from error
    except ValueError as error:  # Python's own limit on digits
        raise BatchError(
            "A whole number has too many digits; write it shorter, or as a text."
        ) from error
    except RecursionError as error:
        raise BatchError(f"Brackets stand too deep in each other; {_SHAPE}.") from error


def _history(given: object) -> tuple[str, ...]:
    earlier = [] if given is None else given
    if not isinstance(earlier, list) or not all(isinstance(q, str) for q in earlier):
        raise BatchError(f"'history' is not a list of questions; {_SHAPE}.")
    for place, question in enumerate(earlier, start=1):
        try:
            check(question)
        except QuestionError as error:
            raise BatchError(f"Question {place} of 'history' cannot be asked. {error}") from error
    return tuple(earlier)


def _answer(chain: Chain, line: Line, *, explain: bool) -> tuple[Answer, Sequence[Step] | None]:
    """The answer to the last question, with its steps where they are to be explained."""
    earlier: list[Answer] = []
    for question in line.history:
        earlier.append(chain.ask(question, earlier))
    with listening() if explain else nullcontext() as steps:
        return chain.ask(line.question, earlier), steps
