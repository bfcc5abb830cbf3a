"""Slow steps run in a thread of their own, so that whoever waits for them can leave at once."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Generator
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


async def in_background(steps: Generator[T, None, None]) -> AsyncGenerator[T, None]:
    """What a generator yields, made in a thread.

    Gradio cannot cancel a thread: it would wait for the step under way, however long that
    takes. Here leaving is immediate; the generator is closed when its step has come to its
    end. An exception of the generator ends the iteration and is the thread's to report.
    """
    loop = asyncio.get_running_loop()
    made: asyncio.Queue[tuple[T] | None] = asyncio.Queue()
    left = threading.Event()

    def hand_over(step: tuple[T] | None) -> None:
        with suppress(RuntimeError):  # the loop is closed: the server is gone, nobody waits
            loop.call_soon_threadsafe(made.put_nowait, step)

    def run() -> None:
        try:
            for step in steps:
                if left.is_set():
                    break
                hand_over((step,))
        finally:
            steps.close()
            hand_over(None)

    threading.Thread(target=run, name="answering", daemon=True).start()
    try:
        while step := await made.get():
            yield step[0]
    finally:
        left.set()
