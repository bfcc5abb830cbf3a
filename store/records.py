"""What each file says of each paper, kept in step with the files as they are now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from store import sources
from store.errors import ColumnError, SourceError
from store.identity import Identity, Lookup
from store.ledger import Entry, State
from store.papers import Paper
from store.readers import Problem
from store.readers.columns import Columns
from store.sources import Walk

_SHOWN = 3  # problems of one file that its entry in the ledger spells out


@dataclass(frozen=True, slots=True)
class Record:
    """One file's account of one paper, before it is merged with what other files say.

    The paper has no id yet, and its `source` is the place in the file. `gone`: the file holds
    it no more; it stays until the library is pruned.
    """

    file: str
    paper: Paper
    gone: bool = False

    @property
    def place(self) -> str:
        """The file and the place in it, as one text that names this record."""
        return f"{self.file}:{self.paper.source}"

    @property
    def key(self) -> str:
        """Names this record from run to run, wherever in its file it moves."""
        return f"{self.file}\n{Identity.of(self.paper).title}"

    def to_json(self) -> dict[str, Any]:
        """Plain values that `from_json` turns into an equal record."""
        return {"file": self.file, "gone": self.gone, "paper": self.paper.to_json()}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Record:
        """The record that `to_json` was called on."""
        return cls(data["file"], Paper.from_json(data["paper"]), data["gone"])


@dataclass(frozen=True, slots=True)
class Kept:
    """Records and ledger entries by file, in step with the files, and what went wrong."""

    records: Mapping[str, Sequence[Record]]
    entries: Mapping[str, Entry]
    problems: Sequence[Problem] = ()
    failures: Sequence[SourceError] = field(default_factory=tuple)

    @property
    def everything(self) -> list[Record]:
        """All records, in the order of their files."""
        return [record for own in self.records.values() for record in own]

    def hopeless(
        self, empty: Sequence[SourceError], *, is_new: bool, columns: Columns
    ) -> SourceError | None:
        """Why the run must end: columns that the call named, or nothing for a new library.

        `empty` says which folders hold no file of papers.
        """
        strange = (e for e in self.failures if columns.given and isinstance(e, ColumnError))
        nothing = is_new and not self.everything
        return next(strange, next(iter([*self.failures, *empty]), None) if nothing else None)

    def says_the_same(self, other: Kept) -> bool:
        """Whether every file says what it said there, in whatever order the files are."""
        mine, others = (
            {name: list(own) for name, own in kept.records.items() if own} for kept in (self, other)
        )
        return mine == others


def in_step(
    old: Kept,
    walk: Walk,
    *,
    anew: bool,
    prune: bool,
    read_as: Callable[[str], Columns],
    were_read_as: Callable[[str], Columns],
    progress: Callable[[str, int, int], None],
) -> Kept:
    """What the files say now. Files whose content is unchanged are not read again, unless `anew`
    or they are now read with other columns (`read_as`) than before (`were_read_as`).

    A file that cannot be read keeps what an earlier reading found, and so does one that is
    gone; `prune` drops what is gone, and records that have left their file.
    """
    records: dict[str, Sequence[Record]] = {}
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    failures: list[SourceError] = []
    for done, name in enumerate(walk.files):
        own, entry = old.records.get(name, ()), old.entries.get(name)
        try:
            content = sources.digest(name)
            columns = read_as(name)
            as_before = entry and entry.sha256 == content and columns == were_read_as(name)
            if anew or entry is None or not as_before:
                progress("Reading", done, len(walk.files))
                own, found = _read(name, own, columns)
                problems += found
                entry = _entry(State.INDEXED, content, _reason(found))
            elif entry.state != State.INDEXED:
                entry = _entry(State.INDEXED, content, "")
        except SourceError as error:
            failures.append(error)
            problems.append(Problem(0, str(error), name))
            entry = _entry(State.FAILED, "", str(error))
        if prune:
            own = [record for record in own if not record.gone]
        records[name], entries[name] = own, replace(entry, papers=len(own))
    for name, entry in old.entries.items():
        if name not in records and not (prune and walk.is_gone(name)):
            records[name] = own = old.records.get(name, ())
            entries[name] = _missing(entry, walk.is_gone(name), len(own))
    return Kept(records, entries, problems, failures)


def _read(
    name: str, before: Sequence[Record], columns: Columns
) -> tuple[list[Record], list[Problem]]:
    """A file's records: those it holds now, then those that have left it."""
    reading = sources.read(name, columns)
    now = [Record(name, paper) for paper in reading.papers]
    problems = [replace(problem, source=name) for problem in reading.problems]
    return [*now, *(replace(record, gone=True) for record in _left(before, now))], problems


def _left(before: Sequence[Record], now: Sequence[Record]) -> list[Record]:
    """The records that are in their file no more; a file of one paper has that one, changed.

    A title that is too short to tell two papers apart still names its own record in its file.
    """
    if len(now) == len(before) == 1:
        return []
    lookup = Lookup()
    for group, record in enumerate(now):
        lookup.add(Identity.of(record.paper), group)
    keys = {record.key for record in now}
    return [
        record
        for record in before
        if record.key not in keys and not lookup.like(Identity.of(record.paper))
    ]


def _missing(entry: Entry, is_gone: bool, papers: int) -> Entry:
    state = State.GONE if is_gone else State.OUT_OF_REACH
    if entry.state == state:
        return entry
    reason = "the file was deleted" if is_gone else "the folder that held it is not there either"
    return replace(_entry(state, entry.sha256, reason), papers=papers)


def _entry(state: State, content: str, reason: str) -> Entry:
    return Entry(state, content, datetime.now(UTC).isoformat(timespec="seconds"), reason=reason)


def _reason(problems: Sequence[Problem]) -> str:
    if not problems:
        return ""
    shown = "; ".join(
        f"{p.unit} {p.line}: {p.message}" if p.line else p.message for p in problems[:_SHOWN]
    )
    more = f"; and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
    return f"{len(problems)} skipped ({shown}{more})"
