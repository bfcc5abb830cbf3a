"""The conversations that are kept on this machine: one folder, a JSON file each.

A conversation is kept whole, its cited papers and passages with it, so that it can be read
again when a paper has left the library.
"""

from __future__ import annotations

import json
import logging
import os
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from store.errors import UnavailableError
from ui.conversation import Turns
from ui.plain import from_plain, to_plain

_log = logging.getLogger(__name__)

INTERRUPTED = "This was broken off before it was answered; Retry asks it again."
_ID = re.compile(r"[0-9a-f]{16}")
_LONGEST_TITLE = 120
_MOST_LISTED = 300


@dataclass(frozen=True, slots=True)
class Conversation:
    """Some turns under a name; without an id it has not begun and is kept nowhere.

    `library` names the one that it is about; it is that of the chat's start where it is empty.
    """

    id: str = ""
    title: str = ""
    turns: Turns = ()
    library: str = ""

    @property
    def name(self) -> str:
        """The title that a person gave it, or else its first question."""
        return self.title or (self.turns[0].question if self.turns else "")

    def begun(self, library: str) -> Conversation:
        """The same with an id, which nobody can guess; it stays with the library of its begin."""
        return self if self.id else replace(self, id=secrets.token_hex(8), library=library)


@dataclass(frozen=True, slots=True)
class Entry:
    """A kept conversation in a list of them."""

    id: str
    name: str
    changed: datetime


class History:
    """The conversations in a folder, which is made when the first is kept."""

    def __init__(self, folder: Path) -> None:
        """Reads nothing yet."""
        self.folder = folder
        self._read: dict[Path, tuple[int, Conversation | None]] = {}

    def keep(self, conversation: Conversation) -> None:
        """Writes a conversation in one step; raises UnavailableError where that is refused."""
        path = self._path(conversation.id)
        if path is None:
            return
        draft = path.with_suffix(f".{secrets.token_hex(4)}.new")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(to_plain(conversation), ensure_ascii=False), "utf-8")
            draft.replace(path)
        except OSError as error:
            raise UnavailableError(
                f"The conversation cannot be kept in {str(self.folder)!r} "
                f"({error.strerror or error}); make that folder writable."
            ) from error

    def load(self, conversation_id: str) -> Conversation | None:
        """A kept conversation, its last turn marked if it was interrupted; None without one."""
        path = self._path(conversation_id)
        found = self._load(path) if path else None
        if found and found.turns and found.turns[-1].step:
            last = replace(found.turns[-1], step="", note=INTERRUPTED)
            found = replace(found, turns=(*found.turns[:-1], last))
        return found

    def entries(self, words: str = "") -> list[Entry]:
        """The newest first; with words, those that say all of them in a question or answer."""
        wanted = words.casefold().split()
        found = []
        for path in self._newest():
            conversation = self._load(path)
            if conversation and conversation.turns and _says(conversation, wanted):
                changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
                found.append(Entry(conversation.id, conversation.name, changed))
        return found

    def rename(self, conversation_id: str, title: str) -> None:
        """Gives a conversation a title; an empty one takes it away."""
        if found := self.load(conversation_id):
            path = self._path(conversation_id)
            times = path.stat() if path else None
            self.keep(replace(found, title=" ".join(title.split())[:_LONGEST_TITLE]))
            if path and times:  # a new name is no new turn: it stays where it was in the list
                os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
                self._read.pop(path, None)

    def delete(self, conversation_id: str) -> None:
        """Forgets a conversation for good."""
        if path := self._path(conversation_id):
            path.unlink(missing_ok=True)

    def _path(self, conversation_id: str) -> Path | None:
        """Where a conversation stands; None for what is no id, whatever else it may be."""
        return self.folder / f"{conversation_id}.json" if _ID.fullmatch(conversation_id) else None

    def _newest(self) -> Iterator[Path]:
        paths = [path for path in self.folder.glob("*.json") if _ID.fullmatch(path.stem)]
        paths.sort(key=lambda path: path.stat().st_mtime_ns, reverse=True)
        yield from paths[:_MOST_LISTED]

    def _load(self, path: Path) -> Conversation | None:
        """Reads a file again only when it has changed."""
        try:
            changed = path.stat().st_mtime_ns
            if path not in self._read or self._read[path][0] != changed:
                self._read[path] = (
                    changed,
                    from_plain(Conversation, json.loads(path.read_bytes())),
                )
        except FileNotFoundError:
            return None
        except _UNREADABLE as error:
            _log.warning("The conversation in %s cannot be read: %s", path, error)
            self._read[path] = (changed, None)
        return self._read[path][1]


_UNREADABLE = (OSError, ValueError, TypeError, KeyError, RecursionError)


def _says(conversation: Conversation, wanted: list[str]) -> bool:
    said = "\n".join(
        [conversation.name, *(f"{t.question}\n{t.markdown}" for t in conversation.turns)]
    )
    return all(word in said.casefold() for word in wanted)
