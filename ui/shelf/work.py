"""What is done to the library from its page: one thing after the other, in a thread of its own.

It takes the same lock and the same way as `footnote index`; answering goes on meanwhile, and
from then on with the new library.
"""

from __future__ import annotations

import logging
import secrets
import shutil
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from store import curating, ledger, removals
from store.errors import FootnoteError, SourceError
from store.indexing import index_library
from store.uploads import Upload, check, index_uploads
from ui.desks import Desks
from ui.shelf.job import (
    ADD,
    DONE,
    FAILED,
    REMOVE,
    RESTORE,
    UNDER_WAY,
    Job,
    reason,
    told_of_change,
    told_of_file,
)

_log = logging.getLogger(__name__)

_BROKEN = "Something went wrong, and the library is as it was; the details are in the log."
_ELSEWHERE = "Waiting for another process that is indexing this library"
_KEPT = 200  # jobs that the page can still ask after
# Where the bar stands when a step begins, and where when it ends.
_STEPS = {"Reading": (0.1, 0.2), "Embedding": (0.2, 0.8), "Storing": (0.8, 1.0)}


class Work:
    """The jobs of one server, in the order in which they came."""

    def __init__(self, desks: Desks) -> None:
        """Nothing is begun before the first job."""
        self.run = secrets.token_hex(8)  # tells one run of the server from the next
        self._desks = desks
        self._numbers = count(1)
        self._waiting: deque[Job] = deque()
        self._jobs: dict[int, Job] = {}
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    def add(self, library: str, name: str, staged: Path) -> Job:
        """Adds a file; what holds it for now is deleted when that is over, with its folder."""
        return self._begin(Job(next(self._numbers), library, ADD, name, staged=staged))

    def change(self, library: str, kind: str, ids: Sequence[str]) -> Job:
        """Removes or restores papers."""
        return self._begin(Job(next(self._numbers), library, kind, ids=tuple(ids)))

    def jobs(self, library: str) -> list[Job]:
        """The newest jobs of a library, the oldest of them first."""
        with self._changed:
            return [job for job in self._jobs.values() if job.library == library]

    def _begin(self, job: Job) -> Job:
        with self._changed:
            self._jobs[job.number] = job
            over = [n for n, j in self._jobs.items() if j.state != UNDER_WAY]
            for number in over[: max(0, len(self._jobs) - _KEPT)]:
                del self._jobs[number]
            self._waiting.append(job)
            self._changed.notify()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="indexing", daemon=True)
                self._thread.start()
        return job

    def _set(self, jobs: Sequence[Job], **changes: Any) -> None:
        with self._changed:
            for job in jobs:
                self._jobs[job.number] = replace(self._jobs[job.number], **changes)

    def _next(self) -> list[Job]:
        """The next job; files that have come meanwhile are indexed in one run."""
        with self._changed:
            while not self._waiting:
                self._changed.wait()
            batch = [first := self._waiting.popleft()]
            while first.kind == ADD and self._waiting and first.goes_with(self._waiting[0]):
                batch.append(self._waiting.popleft())
        return batch

    def _run(self) -> None:
        while True:
            batch = self._next()
            try:
                if batch[0].kind == ADD:
                    self._index(self._checked(batch))
                else:
                    self._change(batch[0])
            except FootnoteError as error:
                self._set(self._open(batch), state=FAILED, said=str(error))
            except Exception:
                _log.exception("The library could not be changed.")
                self._set(self._open(batch), state=FAILED, said=_BROKEN)
            finally:
                for job in batch:
                    if job.staged:
                        shutil.rmtree(job.staged.parent, ignore_errors=True)

    def _open(self, batch: Sequence[Job]) -> list[Job]:
        return [job for job in batch if self._jobs[job.number].state == UNDER_WAY]

    def _checked(self, batch: Sequence[Job]) -> dict[int, Upload]:
        """The files that hold papers, by their jobs; the other jobs have failed."""
        good = {}
        for job in batch:
            assert job.staged
            upload = Upload(job.name, job.staged)
            self._set([job], step="Reading", share=0.05)
            try:
                check(upload)
                good[job.number] = upload
            except SourceError as error:
                self._set([job], state=FAILED, said=reason(str(error), job.name))
        return good

    def _index(self, uploads: dict[int, Upload]) -> None:
        jobs = [self._jobs[number] for number in uploads]
        if not jobs:
            return
        library = self._desks.library(jobs[0].library)
        kept = index_uploads(
            library.directory,
            list(uploads.values()),
            progress=self._bar(jobs),
            on_wait=self._wait(jobs),
        )
        papers = self._desks.library(jobs[0].library).papers
        for job, one in zip(jobs, kept, strict=True):
            failed = one.entry.state is ledger.State.FAILED
            said = one.entry.reason if failed else told_of_file(one, papers, library.papers)
            self._set([job], state=FAILED if failed else DONE, share=1.0, said=said)

    def _change(self, job: Job) -> None:
        library = self._desks.library(job.library)
        titles = removals.read(library.directory).titles
        titles |= {i: paper.title for i, paper in library.papers.items()}
        changed: list[str] = []

        def decide(directory: Path) -> None:
            removed = removals.read(directory).titles
            changed.extend(i for i in job.ids if (i in removed) == (job.kind == RESTORE))
            if changed:
                (curating.remove if job.kind == REMOVE else curating.restore)(directory, changed)

        index_library(
            library.directory,
            progress=self._bar([job]),
            on_wait=self._wait([job]),
            decide=decide,
        )
        self._desks.library(job.library)  # it is opened before anybody asks
        told = [titles.get(i, i) for i in changed or job.ids]
        said = told_of_change(job.kind, told, already=not changed)
        self._set([job], state=DONE, share=1.0, said=said)

    def _bar(self, jobs: Sequence[Job]) -> Any:
        """Takes an indexing run's progress to the bars of these jobs."""

        def show(step: str, done: int, total: int) -> None:
            start, end = _STEPS.get(step, (0.0, 1.0))
            share = start + (end - start) * done / max(1, total)
            self._set(jobs, step=step, share=share)

        return show

    def _wait(self, jobs: Sequence[Job]) -> Any:
        return lambda sentence: self._set(jobs, step=_ELSEWHERE)
