"""Replies of language models on disk, so that asking again costs nothing and needs no network."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from rag.models.model import Reply, Request, Usage

_VERSION = 1  # raise it where the same key would mean another call


class Replies:
    """A folder of replies, a file each; a damaged one counts as none."""

    def __init__(self, folder: Path) -> None:
        """The folder is made with the first reply."""
        self._folder = folder

    def find(self, identity: str, request: Request) -> Reply | None:
        """The reply that this model gave to this request before."""
        try:
            data = json.loads(self._file(identity, request).read_text("utf-8"))
            usage = Usage(int(data["usage"]["prompt"]), int(data["usage"]["completion"]))
            return Reply(str(data["text"]), usage, bool(data["complete"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, identity: str, request: Request, reply: Reply) -> None:
        """Writes a reply in one step; a folder that cannot be written is no failure."""
        file = self._file(identity, request)
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=file.parent)
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                json.dump(asdict(reply), out, ensure_ascii=False)
            Path(name).replace(file)

    def _file(self, identity: str, request: Request) -> Path:
        """Named by all that a reply depends on: the model, where it is, and every word sent."""
        content = json.dumps([_VERSION, identity, asdict(request)], sort_keys=True)
        key = hashlib.sha256(content.encode()).hexdigest()
        return self._folder / key[:2] / f"{key[2:]}.json"
