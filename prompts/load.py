"""Prompts are Markdown files with named slots; filling them is strict.

A file has three parts with a line of three dashes between them: a header that names the slots,
one a line, and says what each is filled with; what the model is told of its task; and what it
is asked. A slot stands in the text as {{name}}.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
_SLOT = re.compile(r"\{\{(\w+)\}\}")
_DECLARED = re.compile(r"(\w+): \S")


class PromptError(ValueError):
    """A prompt's file, or what fills it, is not what it should be: a mistake of ours."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A task and a question with slots, each of which stands in them at least once."""

    name: str
    system: str
    user: str
    slots: frozenset[str]

    def fill(self, **values: str) -> tuple[str, str]:
        """Task and question, their slots filled; raises PromptError for one missing or unknown.

        What fills a slot is data: a slot within it stays as it is.
        """
        if missing := self.slots - values.keys():
            raise PromptError(f"The prompt {self.name!r} lacks {sorted(missing)}.")
        if unknown := values.keys() - self.slots:
            raise PromptError(f"The prompt {self.name!r} has no slot {sorted(unknown)}.")

        def put(slot: re.Match[str]) -> str:
            return values[slot[1]]

        return _SLOT.sub(put, self.system), _SLOT.sub(put, self.user)


@cache
def load(name: str) -> Prompt:
    """The prompt of that name; raises PromptError where header and text do not agree."""
    return parse(name, (FOLDER / f"{name}.md").read_text("utf-8"))


def parse(name: str, content: str) -> Prompt:
    """A prompt from a file's content."""
    parts = re.split(r"^---$", content, flags=re.MULTILINE)
    lines = [line for line in parts[0].splitlines() if line.strip()]
    if len(parts) != 3 or not all(_DECLARED.match(line) for line in lines):
        raise PromptError(
            f"The prompt {name!r} is not three parts, the first of lines 'slot: what fills it'."
        )
    _, system, user = parts
    declared = {line.partition(":")[0] for line in lines}
    used = set(_SLOT.findall(system + user))
    if unknown := used - declared:
        raise PromptError(f"The prompt {name!r} uses {sorted(unknown)}, which it does not name.")
    if idle := declared - used:
        raise PromptError(f"The prompt {name!r} names {sorted(idle)} and does not use it.")
    return Prompt(name, system.strip(), user.strip(), frozenset(used))
