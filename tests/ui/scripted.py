"""What stands in for a chain where a test says what happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rag.types import Answer, Event


class Scripted:
    """Has the interface of a chain. Each question takes the next script and plays it.

    A script is what to yield in turn: an event, an exception to raise, or a function to call
    in between. `asked` holds each question with the history that came with it.
    """

    def __init__(self, *scripts: Sequence[Event | Exception | Callable[[], object]]) -> None:
        self.scripts = list(scripts)
        self.asked: list[tuple[str, list[Answer]]] = []

    def stream(self, question: str, history: Sequence[Answer]) -> Iterator[Event]:
        self.asked.append((question, list(history)))
        for step in self.scripts.pop(0):
            if isinstance(step, Exception):
                raise step
            if callable(step):
                step()
            else:
                yield step

    def starters(self) -> list[str]:
        return ["What is a starter?"]
