"""What a person says of an answer, kept by `store.flags` for the evals to learn from."""

from __future__ import annotations

from pathlib import Path

from store import flags
from store.flags import Flag, Verdict
from ui.conversation import Turns

VERDICTS = tuple(verdict.value for verdict in Verdict)


def flag(directory: Path, turns: Turns, number: int, verdict: str) -> None:
    """Keeps a verdict on a turn's answer; raises LibraryUnwritableError where that is refused.

    `number` counts from 1; `verdict` is one of `VERDICTS`. A turn without an answer is passed
    over.
    """
    turn = turns[number - 1]
    if turn.answer is None:
        return
    flags.add(
        directory,
        Flag(
            Verdict(verdict),
            question=turn.question,
            history=tuple(earlier.question for earlier in turns[: number - 1] if earlier.answer),
            answer=turn.answer.markdown,
            kind=turn.answer.question.kind.value,
            abstained=turn.answer.abstained,
            papers=tuple(paper.title for paper in turn.answer.papers),
        ),
    )
