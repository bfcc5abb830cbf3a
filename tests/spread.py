"""How `make test` spreads the tests over the processors, and what has the machine to itself.

The tests of a file run in one process, in their order, so that what they share is made once;
those of the evaluation, which share a run of a minute, run in one process altogether. Tests
marked `alone` measure what something costs: while one runs, the others wait. Where somebody
chooses tests (`make test ARGS="-k batch"`), they run in this process, as by `pytest` itself:
starting more costs what few tests would save.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

TOGETHER = "tests/eval/"
# What runs alone comes first, while nobody has begun what others would have to wait for; then
# what takes longest, so that no process is left with it at the end.
ALONE = ("tests/eval/test_run.py", "tests/test_cost.py")
ORDER = (*ALONE, TOGETHER, "tests/test_", "tests/ui/", "tests/store/", "tests/rag/", "")
CHOICES = ("keyword", "markexpr", "lf", "failedfirst", "stepwise", "deselect")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """How many processes `-n auto` means: one for each processor, or none beside this one."""
    everything = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    if not everything or any(config.getoption(name, None) for name in CHOICES):
        return 0
    return os.cpu_count() or 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Hands out files of tests, the slow ones first."""
    from xdist.scheduler import LoadScopeScheduling

    class ByFile(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = nodeid.partition("::")[0]
            return TOGETHER if file.startswith(TOGETHER) else file

    config.option.loadscopereorder = False  # by count, which tells little of what tests cost
    return ByFile(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the folders into the order in which they are handed out."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        items.sort(
            key=lambda item: next(n for n, p in enumerate(ORDER) if item.nodeid.startswith(p))
        )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Lets one test run beside those of the other processes, or without them."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return (yield)
    with _machine(alone=item.get_closest_marker("alone") is not None):
        return (yield)


@contextmanager
def _machine(*, alone: bool) -> Iterator[None]:
    """Holds the machine, shared with the other processes or `alone`.

    Whoever wants it waits at the door for his turn. So nobody else comes in while one who
    wants it alone waits for those that are in.
    """
    room, door = (
        Path(__file__).with_name(name).open("rb") for name in ("conftest.py", "spread.py")
    )
    with room, door:
        fcntl.flock(door, fcntl.LOCK_EX)
        fcntl.flock(room, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        fcntl.flock(door, fcntl.LOCK_UN)
        try:
            yield
        finally:
            fcntl.flock(room, fcntl.LOCK_UN)  # also where a child has it still
