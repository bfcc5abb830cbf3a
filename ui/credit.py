"""Who wrote an answer, and what that took; pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rag.types import Answer

_PLAIN = "extractive"


def credit(answer: Answer) -> str:
    """The engine with its tokens and, where a price is set, money; empty without a model."""
    if answer.engine == _PLAIN:
        return ""
    return ", ".join([answer.engine, *_took([answer])])


def so_far(answers: Sequence[Answer]) -> str:
    """What the answers up to the last of them took together.

    Empty where that one took nothing of a model, or no other did.
    """
    paid = [answer for answer in answers if any(answer.tokens.values())]
    if len(paid) < 2 or paid[-1] is not answers[-1]:
        return ""
    return f"{len(paid)} answers so far: {', '.join(_took(paid))}"


def _took(answers: Sequence[Answer]) -> Iterator[str]:
    """Tokens, and money as far as a price was set."""
    sent, received = (sum(a.tokens[way] for a in answers) for way in ("prompt", "completion"))
    if sent or received:
        yield f"{sent:,} tokens sent, {received:,} received"
    costs = [answer.cost for answer in answers if answer.cost is not None]
    if costs:
        without = "" if len(costs) == len(answers) else f" for the {len(costs)} with a price"
        yield f"${sum(costs):.4f}{without}"
