"""The pages of PDFs as pictures, drawn from the files that a library was made of.

A page is drawn only while its file is what was indexed: the places of quotes on it hold for
that file alone.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from store import ledger, readers, snapshot, sources
from store.errors import SourceError, UnavailableError
from store.homes import index_call
from store.library import Library, snapshot_folder
from store.papers import Paper

_PROGRAM = ("-m", "store.page_child")
_SECONDS: float = 30
_AT_ONCE = 2
_KEPT = 64_000_000  # bytes of pictures; a page takes some 400 kB

_GONE = (
    "The file {name!r} cannot be read any more, so its page cannot be shown; put it back, "
    "or run {call}."
)
_CHANGED = (
    "The file {name!r} is not what it was when it was indexed, so the place on its page is not "
    "known; run {call} and ask again."
)
_REINDEXED = "This paper was indexed anew since the answer was given; ask again to see its page."
_NOT_DRAWN = "Page {page} of {name!r} cannot be drawn; open the file itself."


@dataclass(frozen=True, slots=True)
class Picture:
    """A page: its width and height in points, and a PNG of it."""

    width: float
    height: float
    png: bytes


class Pictures:
    """Draws pages, a few at once, and keeps the latest."""

    def __init__(self) -> None:
        """Nothing drawn yet."""
        self._kept: OrderedDict[tuple[str, int], Picture] = OrderedDict()
        self._lock = threading.Lock()
        self._drawing = threading.Semaphore(_AT_ONCE)

    def page(self, library: Library, paper_id: str, edition: str, number: int) -> Picture:
        """A page of a paper, counted from 1, as long as the paper is still of this edition.

        `edition` begins the paper's content hash. Raises SourceError where the file is gone or
        changed, and UnavailableError where the page cannot be drawn.
        """
        paper = library.papers.get(paper_id)
        if paper is None or not library.manifest.papers[paper_id].startswith(edition):
            raise SourceError(_REINDEXED)
        name, data = _pdf_of(library, paper)
        key = (hashlib.sha256(data).hexdigest(), number)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        with self._drawing:
            picture = _draw(Path(name).name, data, number)
        with self._lock:
            self._kept[key] = picture
            while sum(len(kept.png) for kept in self._kept.values()) > _KEPT:
                self._kept.popitem(last=False)
        return picture


def _pdf_of(library: Library, paper: Paper) -> tuple[str, bytes]:
    """The name and the bytes of the PDF whose pages the paper's text stands on, unchanged."""
    file, _, inner = _place_of_pages(library, paper).rpartition(":")
    name = Path(file).name
    entry = ledger.read(library.directory).files.get(file)
    try:
        found = sources.digest(file)
        data = readers.original(sources.source_path(file), inner)
    except SourceError as error:
        call = index_call(library.directory, "--prune")
        raise SourceError(_GONE.format(name=name, call=call), file) from error
    if entry is None or entry.sha256 != found:
        call = index_call(library.directory)
        raise SourceError(_CHANGED.format(name=name, call=call), file)
    return name, data


def _place_of_pages(library: Library, paper: Paper) -> str:
    """Where the record stands that has the pages; only what was merged has more than one."""
    places = (paper.source, *paper.also_in)
    # A PDF is one paper, in a file of its own or in a zip's member; lists tell lines.
    likely = [place for place in places if place.endswith((":1", "/1"))]
    if len(likely) == 1:
        return likely[0]
    try:
        kept = snapshot.read_records(snapshot_folder(library.directory, library.manifest))
    except snapshot.UNREADABLE as error:
        raise SourceError(_REINDEXED) from error
    records = (record for own in kept.values() for record in own if record.place in places)
    return next((r.place for r in records if r.paper.lines == paper.lines), paper.source)


def _draw(name: str, data: bytes, number: int) -> Picture:
    try:
        run = subprocess.run(
            [sys.executable, *_PROGRAM, str(number)],
            input=data,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
        size, _, png = run.stdout.partition(b"\n")
        width, height = map(float, size.split())
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        raise UnavailableError(_NOT_DRAWN.format(page=number, name=name)) from error
    return Picture(width, height, png)
