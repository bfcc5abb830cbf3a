"""Which question is under way in which tab, so that nothing of it shows once it is ended.

Gradio cancels an event only after the handler of whatever ends it: until then the event goes on,
and what it yields would come over what the handler shows.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

# What is on its way to the page is there within milliseconds, or never where the page is gone.
_PATIENCE = 10.0  # seconds


class Run:
    """A question that is under way; it shows and keeps things only between `begin` and `done`."""

    def __init__(self) -> None:
        self._ended = False
        self._idle = threading.Event()
        self._idle.set()

    def begin(self) -> bool:
        """Whether the next step may be shown and kept; if so, `wait` is until it is `done`."""
        self._idle.clear()  # before the look, or else `wait` could miss what begins
        if self._ended:
            self._idle.set()
            return False
        return True

    def done(self) -> None:
        """What was begun is with the page."""
        self._idle.set()

    def end(self) -> None:
        """Lets nothing begin any more."""
        self._ended = True

    def wait(self) -> bool:
        """Until nothing is on its way to the page; False where that took too long."""
        return self._idle.wait(_PATIENCE)


class Runs:
    """The runs that are under way, by the session of their tab; one each."""

    def __init__(self) -> None:
        self._under_way: dict[str | None, Run] = {}

    def __len__(self) -> int:
        return len(self._under_way)

    @contextmanager
    def run(self, session: str | None) -> Iterator[Run]:
        """A new run of a session, whose earlier one is ended; forgotten on leaving."""
        if earlier := self._under_way.get(session):
            earlier.end()
        run = self._under_way[session] = Run()
        try:
            yield run
        finally:
            run.done()
            if self._under_way.get(session) is run:
                del self._under_way[session]

    def end(self, session: str | None) -> None:
        """Nothing of the session's run is shown or kept any more, once this has returned.

        It waits for what is on its way, so it must not be called in the loop that sends it.
        """
        if run := self._under_way.get(session):
            run.end()
            run.wait()
