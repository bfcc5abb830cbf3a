"""What can be read as a question at all."""

from __future__ import annotations

import re

from store.errors import QuestionError

MAX_CHARACTERS = 4_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]")
_HALF = re.compile(r"[\ud800-\udfff]")  # also what stands for a byte that is not UTF-8


def check(text: str) -> None:
    """Raises QuestionError, with the cure, for a text that cannot be a question."""
    if not text.strip():
        raise QuestionError(
            "The question is empty; ask something, such as 'Which papers target CPUs?'."
        )
    if len(text) > MAX_CHARACTERS:
        raise QuestionError(
            f"The question has {len(text):,} characters and at most {MAX_CHARACTERS:,} are read; "
            "shorten it."
        )
    if found := _HALF.search(text):
        raise QuestionError(
            f"The question is no UTF-8 text at position {found.start()} ({found.group()!r}); "
            "write the character there anew."
        )
    if found := _CONTROL.search(text):
        raise QuestionError(
            f"The question holds the control character {found.group()!r} at position "
            f"{found.start()}; remove it."
        )
