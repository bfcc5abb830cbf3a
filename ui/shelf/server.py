"""The addresses of the library's page: the page itself, its state, and what changes the library.

`/library` shows; `/library/state` tells the state of the library and of what is being done;
files are put to `/library/files?name=…` as they are, ids of papers to `/library/remove` and
`/library/restore` as a JSON list. What changes anything takes requests of the page alone.
"""

from __future__ import annotations

import json
import re
import secrets
import shutil
import tempfile
from asyncio import to_thread
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from store import readers
from store.errors import FootnoteError, SourceError
from store.uploads import check_name
from ui.desks import Desks
from ui.shelf.job import REMOVE, RESTORE
from ui.shelf.page import document
from ui.shelf.shelves import Shelves
from ui.shelf.wanted import ADDRESS, read_wanted
from ui.shelf.work import Work

_MOST_IDS = 100_000
_LARGEST_LIST = 8_000_000  # bytes
_HALVES = re.compile("[\ud800-\udfff]")  # JSON has them, and nothing can be written with them
_OURS = "x-footnote"
_FOREIGN = "Only Footnote's own page may change the library."
_NO_IDS = "That is no list of papers."
_TOO_LARGE = f"it is larger than {readers.LARGEST_FILE // 1_000_000} MB; split it"


def shelf_routes(desks: Desks) -> list[Route]:
    """The routes of one server."""
    shelf = _Server(desks, Shelves(desks), Work(desks))
    return [
        Route(ADDRESS, shelf.page),
        Route(f"{ADDRESS}/state", shelf.state),
        Route(f"{ADDRESS}/files", shelf.add, methods=["POST"]),
        Route(f"{ADDRESS}/{REMOVE}", shelf.change, methods=["POST"]),
        Route(f"{ADDRESS}/{RESTORE}", shelf.change, methods=["POST"]),
    ]


@dataclass(frozen=True, slots=True)
class _Server:
    """The handlers of the routes."""

    desks: Desks
    shelves: Shelves
    work: Work

    def page(self, request: Request) -> Response:
        nonce, wanted = secrets.token_urlsafe(16), read_wanted(request.query_params)
        try:
            shelf = self.shelves.now(wanted.library)
        except FootnoteError as error:
            return PlainTextResponse(str(error), 404)
        return HTMLResponse(document(shelf, wanted, nonce), headers=_headers(nonce))

    def state(self, request: Request) -> Response:
        name = _library(request)
        try:
            shelf = self.shelves.now(name)
        except FootnoteError as error:
            return _refused(str(error), 404)
        told = {
            "run": self.work.run,
            "state": shelf.state,
            "drawn": shelf.atlas is not None,
            "jobs": [job.shown for job in self.work.jobs(name)],
        }
        return JSONResponse(told, headers={"Cache-Control": "no-store"})

    async def add(self, request: Request) -> Response:
        if not _is_ours(request):
            return _refused(_FOREIGN, 403)
        library, name = _library(request), request.query_params.get("name", "")
        try:
            await to_thread(self.desks.library, library)
            check_name(name)
            staged = await _staged(request, name)
        except FootnoteError as error:
            return _refused(str(error), 400)
        return JSONResponse(self.work.add(library, name, staged).shown, 202)

    async def change(self, request: Request) -> Response:
        if not _is_ours(request):
            return _refused(_FOREIGN, 403)
        ids = await _ids(request)
        if not ids:
            return _refused(_NO_IDS, 400)
        kind = REMOVE if request.url.path.endswith(f"/{REMOVE}") else RESTORE
        return JSONResponse(self.work.change(_library(request), kind, ids).shown, 202)


def _library(request: Request) -> str:
    """The name of the library that a request is about; empty for the chat's own."""
    return read_wanted(request.query_params).library


def _headers(nonce: str) -> dict[str, str]:
    """Nothing is fetched from elsewhere, and no script runs but the page's own."""
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; connect-src 'self'; form-action 'self'; "
        f"base-uri 'none'; frame-ancestors 'none'; script-src 'nonce-{nonce}'"
    )
    return {
        "Content-Security-Policy": policy,
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


def _is_ours(request: Request) -> bool:
    """Whether the page itself sends this: no other site can set the header unasked."""
    origin = request.headers.get("origin")
    same = not origin or urlsplit(origin).netloc == request.headers.get("host")
    return same and _OURS in request.headers


def _refused(sentence: str, status: int) -> Response:
    return JSONResponse({"error": sentence}, status)


async def _staged(request: Request, name: str) -> Path:
    """The bytes of a file that is being sent, in a folder of their own.

    Raises SourceError for one over the limit, as soon as that is known.
    """
    too_large = SourceError(f"No paper could be read from {name!r}: {_TOO_LARGE}.")
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > readers.LARGEST_FILE:
        raise too_large
    folder = Path(tempfile.mkdtemp(prefix="footnote-"))
    size = 0
    try:
        with (folder / "file").open("wb") as file:
            async for chunk in request.stream():
                size += len(chunk)
                if size > readers.LARGEST_FILE:
                    raise too_large
                file.write(chunk)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise SourceError(f"{name!r} cannot be taken ({error.strerror}); make room.") from error
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder / "file"


async def _ids(request: Request) -> list[str]:
    """The list of ids in a request's body; an empty one for anything else."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST_LIST:
            return []
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return []
    if not isinstance(found, list) or len(found) > _MOST_IDS:
        return []
    return found if all(isinstance(one, str) and not _HALVES.search(one) for one in found) else []
