"""What a press on the page's own buttons asks for.

Buttons of the conversation are HTML, made in `ui.render`; the page's script sends the name
and the value of the one that was pressed. What comes from a page may be anything, so it is
read here, strictly, into one of a few small records.
"""

from __future__ import annotations

from dataclasses import dataclass

from rag.types import Question
from ui.chips import chips
from ui.conversation import Turns

ASK, RETRY, WITHOUT = "ask", "retry", "without"
EDIT, CANCEL, UNDO = "edit", "cancel", "undo"


@dataclass(frozen=True, slots=True)
class Press:
    """A button's name and value."""

    name: str
    value: str


def read_press(data: object) -> Press | None:
    """What the page's script sent; None for anything else."""
    if not isinstance(data, dict):
        return None
    name, value = data.get("name"), data.get("value", "")
    return Press(name, value) if isinstance(name, str) and isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class Asking:
    """What is to be asked, and the turns that it follows."""

    question: str | Question
    earlier: Turns


def asking(press: Press, turns: Turns) -> Asking | None:
    """What a press wants asked; None where it fits nothing that is on the page."""
    if press.name == ASK and press.value.strip():
        return Asking(press.value, turns)
    if press.name == RETRY and turns:
        return Asking(turns[-1].asked, turns[:-1])
    if press.name == WITHOUT and (narrowed := _without(press.value, turns)):
        return Asking(narrowed, turns)
    return None


def _without(value: str, turns: Turns) -> Question | None:
    """The question of a turn without one of its chips: "2-1" is the second turn's first."""
    turn, dash, chip = value.partition("-")
    if not (dash and turn.isdecimal() and chip.isdecimal()):
        return None
    if not 1 <= int(turn) <= len(turns) or not (answer := turns[int(turn) - 1].answer):
        return None
    found = chips(answer.question)
    return found[int(chip) - 1].question if 1 <= int(chip) <= len(found) else None
