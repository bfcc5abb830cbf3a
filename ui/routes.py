"""What the chat's server gives besides the page: exports, pages of PDFs, and a sign that it is
there.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from store.errors import FootnoteError
from store.pages import Picture, Pictures
from ui.desks import Desks
from ui.export import as_bibtex, as_csv, as_markdown
from ui.history import Conversation, History

_NAME = re.compile(r"(?P<id>[0-9a-f]{16})(?:-(?P<turn>\d{1,4}))?\.(?P<format>md|bib|csv)")
_LONGEST_NAME = 60


def _bibtex(conversation: Conversation, turns: Sequence[int]) -> str:
    return as_bibtex(source for n in turns for source in conversation.turns[n - 1].sources)


def _csv(conversation: Conversation, turns: Sequence[int]) -> str:
    return as_csv(conversation.turns[n - 1] for n in turns)


_FORMATS: dict[str, tuple[str, Callable[[Conversation, Sequence[int]], str]]] = {
    "md": ("text/markdown", as_markdown),
    "bib": ("application/x-bibtex", _bibtex),
    "csv": ("text/csv", _csv),
}


_PAGE = re.compile(r"(?P<number>[1-9]\d{0,4})-(?P<edition>[0-9a-f]{12})")


def routes(history: History, desks: Desks) -> list[Route]:
    """`/alive` tells one run of the server from the next; `/conversations/ID-2.md` is an
    export of the second turn, without the number of all turns; `/pages/LIBRARY/PAPER/3-EDITION`
    is the picture of a page.
    """
    run = secrets.token_hex(8)
    pictures = Pictures()

    def alive(request: Request) -> Response:
        return PlainTextResponse(run, headers={"Cache-Control": "no-store"})

    def export(request: Request) -> Response:
        return _export(request.path_params["name"], history)

    def page(request: Request) -> Response:
        # Each part is looked up among what there is; none becomes a path.
        library, paper, name = (request.path_params[p] for p in ("library", "paper", "name"))
        wanted = _PAGE.fullmatch(name)
        if not wanted:
            return PlainTextResponse("There is no such page here.", 404)
        try:
            number, edition = int(wanted["number"]), wanted["edition"]
            return _shown(pictures.page(desks.library(library), paper, edition, number))
        except FootnoteError as error:
            return PlainTextResponse(str(error), 404)

    return [
        Route("/alive", alive),
        Route("/conversations/{name}", export),
        Route("/pages/{library}/{paper}/{name}", page),
    ]


def _export(asked: str, history: History) -> Response:
    """A kept conversation, or a turn of it, as a file."""
    wanted = _NAME.fullmatch(asked)
    conversation = history.load(wanted["id"]) if wanted else None
    if not wanted or not conversation:
        return PlainTextResponse("There is no such conversation here.", 404)
    turns = list(range(1, len(conversation.turns) + 1))
    if wanted["turn"]:
        turns = [n for n in turns if n == int(wanted["turn"])]
    kind, write = _FORMATS[wanted["format"]]
    name = f"{_file_name(conversation, turns)}.{wanted['format']}"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
    }
    return Response(write(conversation, turns), media_type=kind, headers=headers)


def _shown(picture: Picture) -> Response:
    headers = {
        "X-Page-Size": f"{picture.width} {picture.height}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",  # the file may be gone tomorrow
    }
    return Response(picture.png, media_type="image/png", headers=headers)


def _file_name(conversation: Conversation, turns: Sequence[int]) -> str:
    """Plain letters of the question or the conversation's name, whatever else is in it."""
    text = conversation.turns[turns[0] - 1].question if len(turns) == 1 else conversation.name
    words = re.findall(r"[a-z0-9]+", text.lower()[:500])
    return "-".join(["footnote", *words])[:_LONGEST_NAME].rstrip("-")
