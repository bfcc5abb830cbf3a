"""Follows the files of a library: says when they have changed and come to rest.

It looks again and again instead of asking the system to be told: that works on network disks,
in containers and on WSL's mounts, where notices do not arrive, and it sees just the files that
an indexing run would. A look at 10,000 files takes a fraction of a second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from store.sources import source_path, walk

Stamps = Mapping[str, tuple[int, int]]
"""Size in bytes and time of the last change in nanoseconds, by file."""


def changes(sources: Callable[[], Sequence[str]], wait: Callable[[], object]) -> Iterator[None]:
    """Yields at once, and then whenever files changed and two looks in a row saw the same.

    A file that is still being copied is not at rest. `wait` passes the time between two looks.
    What changes while the caller works is seen by the next look.
    """
    seen = _stamps(sources())
    yield
    while True:
        wait()
        now = _stamps(sources())
        if now == seen:
            continue
        while now != seen:
            seen = now
            wait()
            now = _stamps(sources())
        yield


def _stamps(sources: Sequence[str]) -> Stamps:
    found = {}
    for name in walk(sources).files:
        try:
            stat = source_path(name).stat()
        except OSError:  # it was deleted since
            continue
        found[name] = (stat.st_size, stat.st_mtime_ns)
    return found
