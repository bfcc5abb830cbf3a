"""Who wrote an answer, and what that took; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rag.types import Answer

_PLAIN = "extractive"


def credit(answer: Answer) -> str:
    """The engine with its tokens and, where a price is set, money; empty without a model."""
    if answer.engine == _PLAIN:
        return ""
    parts = [answer.engine]
    if any(answer.tokens.values()):
        sent, received = answer.tokens["prompt"], answer.tokens["completion"]
        parts.append(f"{sent:,} tokens sent, {received:,} received")
    if answer.cost is not None:
        parts.append(f"${answer.cost:.4f}")
    return ", ".join(parts)
