"""Kills indexing runs at random moments and looks at what is left of the library each time.

    python tests/torture.py 200 [SEED]

After every kill the library must hold exactly what it held before the run or what it would
have held after it, and every citation of its answers must stand in a text of that state.
Every other time a run is let come to its end: then the library must hold what the files say,
nothing twice, and no leftovers. Half of the kills come after a random time, half at a random
touch of the file system, because the writing at the end is short.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from world import State, World

_TOUCHES = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree"}
_QUESTIONS = ("Which papers sort sand?", "What does report 2 measure?")
# Imported once and forked from then on: a run then takes a part of a second, not several.
_PRELOADED = ["store.indexing", "rag.chain", "llama_index.vector_stores.chroma", "onnxruntime"]


@dataclass(frozen=True)
class Found:
    """What stands in a library, and what is wrong with it in itself."""

    state: State
    faults: tuple[str, ...]


def run(library: Path, papers: Path, rebuild: bool, fatal: int, start: Connection) -> None:
    """An indexing run in a process of its own; dies at its `fatal`th touch of the file system."""
    from store.indexing import index_library

    touches = 0

    def count(event: str, _: tuple[object, ...]) -> None:
        nonlocal touches
        if event in _TOUCHES:
            touches += 1
            if touches == fatal:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    start.send(0)
    index_library(library, [papers], prune=True, rebuild=rebuild)
    start.send(touches)


def look(library: Path, ended: bool, answer: Connection) -> None:
    """Opens a library, asks it, and tells what it holds."""
    from rag.chain import Chain
    from store import ledger, manifest
    from store.library import Library, chroma_folder
    from store.vectors import VectorIndex

    opened = Library.open(library)
    papers = list(opened.papers.values())
    faults = []
    if len({paper.title for paper in papers}) != len(papers):
        faults.append("a paper stands twice")
    chain = Chain(opened)
    for question in _QUESTIONS:
        for citation in chain.ask(question).citations:
            text = opened.papers[citation.paper_id].part(citation.section)
            if text[citation.start : citation.end] != citation.quote:
                faults.append(f"{citation.quote!r} is not in {citation.paper_id}")
    if ended:
        state = manifest.read(library)
        assert state
        rows = VectorIndex(chroma_folder(library, state)).count()
        if rows != state.sentences + state.passages:
            faults.append(f"{rows} rows for {state.sentences} + {state.passages} pieces")
        left = [*library.glob("generation-*"), *library.glob("generation-*/snapshot-*")]
        if len(left) != 2 or list(library.glob("*.new")):
            faults.append(f"leftovers: {left}")
        entries = ledger.read(library).files.values()
        if {entry.state for entry in entries} != {"indexed"}:
            faults.append("the ledger has files that are not indexed")
    answer.send(Found({paper.title: paper.text for paper in papers}, tuple(faults)))


class Torture:
    """One library, a world that it follows, and runs that are killed."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._dice = random.Random(seed)
        self._papers, self._library = folder / "papers", folder / "library"
        self._world = World(self._papers, self._dice)
        self._processes = multiprocessing.get_context("forkserver")
        self._processes.set_forkserver_preload(_PRELOADED)
        self._seconds, self._touches = 5.0, 500
        self._state: State = {}
        self.tally: Counter[str] = Counter()
        self._end_a_run()

    def round(self) -> None:
        """A change, a run that is killed, and every other time one that comes to its end."""
        self._world.change()
        before, after = self._state, self._world.state
        if not self._kill_a_run():
            self.tally["ended before its kill"] += 1
        found = self._look(ended=False)
        if found.state not in (before, after):
            raise AssertionError(f"neither before nor after:\n{before}\n{after}\n{found.state}")
        self.tally["as before" if found.state == before else "as after"] += 1
        self._state = found.state
        if self._dice.random() < 0.5:
            self._end_a_run()

    def _kill_a_run(self) -> bool:
        by_touch = self._dice.random() < 0.5
        fatal = self._dice.randint(1, self._touches) if by_touch else 0
        moment = 60.0 if by_touch else self._dice.uniform(0, self._seconds)
        with self._process(run, self._dice.random() < 0.15, fatal) as (process, start):
            start.recv()
            process.join(moment)
            process.kill()
            process.join()
        if process.exitcode not in (0, -signal.SIGKILL):
            raise AssertionError(f"the run ended with {process.exitcode}")
        killed = process.exitcode == -signal.SIGKILL
        self.tally["kills"] += killed
        return killed

    def _end_a_run(self) -> None:
        with self._process(run, False, 0) as (process, start):
            start.recv()
            began = time.monotonic()
            touches = start.recv()
            process.join()
            assert process.exitcode == 0
        if self._state != self._world.state:  # a run with nothing to do is soon over
            self._seconds, self._touches = time.monotonic() - began, touches
        found = self._look(ended=True)
        if found.state != self._world.state:
            raise AssertionError(f"not what the files say:\n{self._world.state}\n{found.state}")
        self.tally["runs to the end"] += 1
        self._state = found.state

    def _look(self, *, ended: bool) -> Found:
        with self._process(look, ended, papers=False) as (_, answer):
            found: Found = answer.recv()
        if found.faults:
            raise AssertionError("; ".join(found.faults))
        return found

    @contextmanager
    def _process(
        self, what: object, *more: object, papers: bool = True
    ) -> Iterator[tuple[multiprocessing.Process, Connection]]:
        ours, theirs = self._processes.Pipe()
        folders = (self._library, self._papers) if papers else (self._library,)
        process = self._processes.Process(target=what, args=(*folders, *more, theirs))
        process.start()
        theirs.close()
        try:
            yield process, ours
        finally:
            process.join()
            ours.close()


def main(kills: int, seed: int) -> None:
    """Tortures until that many runs were killed; the first fault ends it with an error."""
    with tempfile.TemporaryDirectory() as folder:
        torture = Torture(Path(folder), seed)
        while torture.tally["kills"] < kills:
            torture.round()
            if sys.stderr.isatty():
                print(f"\r{torture.tally['kills']} of {kills} kills", end="", file=sys.stderr)
        for what, count in torture.tally.items():
            print(f"{count:>5}  {what}")


if __name__ == "__main__":
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6)
    print(f"seed {seed}", flush=True)
    main(int(sys.argv[1]), seed)
