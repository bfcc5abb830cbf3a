"""How long each step of an answer takes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Clock:
    """Milliseconds per step."""

    def __init__(self) -> None:
        """Starts with its making."""
        self._started = time.perf_counter()
        self._steps: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Times what is done within."""
        started = time.perf_counter()
        yield
        self._steps[name] = (time.perf_counter() - started) * 1000

    def read(self) -> dict[str, float]:
        """All steps so far, and the total."""
        return {**self._steps, "total": (time.perf_counter() - self._started) * 1000}
