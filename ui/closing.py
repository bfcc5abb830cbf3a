"""Nothing that is asked while Gradio closes a tab's stream of messages is lost.

Gradio sends what its events yield through one stream a tab, and closes it once no event is left.
An event that begins just then is lost for good: the page takes the stream for open as it reads
the event's number, and then reads that the stream is closed; or the page's leaving the closed
stream ends whatever its tab has under way. So a tab's event waits, a few milliseconds as a rule,
until the page has left the stream that is being closed; and so does the number of an event that
was already with Gradio when its stream was closed.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_STREAM, _EVENT = "/queue/data", "/queue/join"
_CLOSE = b'"msg":"close_stream"'
_PATIENCE = 10.0  # seconds; a page leaves as soon as it reads that the stream is closed


class Closing:
    """Passes all on; an event once no stream of its tab is being closed."""

    def __init__(self, app: ASGIApp) -> None:
        """`app` is Gradio's."""
        self._app = app
        self._over: dict[str, asyncio.Event] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        path = scope["path"] if scope["type"] == "http" else ""
        if path.endswith(_STREAM):
            await self._stream(scope, receive, send)
            return
        if path.endswith(_EVENT):
            await self._event(scope, receive, send)
            return
        await self._app(scope, receive, send)

    async def _stream(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A stream, whose end is held back until the page has left it."""
        session = parse_qs(scope["query_string"].decode()).get("session_hash", [""])[0]
        over = asyncio.Event()

        def is_closing() -> bool:
            return self._over.get(session) is over

        async def heard() -> Message:
            message = await receive()
            if is_closing():  # Gradio is done with this page, and would end its next event
                await over.wait()
            return message

        async def say(message: Message) -> None:
            if _CLOSE in message.get("body", b""):
                self._over[session] = over
            if is_closing() and not message.get("more_body", True):
                with suppress(TimeoutError):
                    await asyncio.wait_for(_left(receive), _PATIENCE)
            await send(message)

        try:
            await self._app(scope, heard, say)
        finally:
            over.set()
            if is_closing():
                del self._over[session]

    async def _event(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An event, begun and numbered while no stream of its tab is being closed."""
        messages = [await receive()]
        while messages[-1].get("more_body", False):
            messages.append(await receive())
        session = _session(messages)

        async def again() -> Message:
            return messages.pop(0) if messages else await receive()

        async def say(message: Message) -> None:
            await self._closed(session)
            await send(message)

        await self._closed(session)
        await self._app(scope, again, say)

    async def _closed(self, session: str) -> None:
        """Returns once no stream of a tab is being closed."""
        if over := self._over.get(session):
            await over.wait()


def _session(messages: list[Message]) -> str:
    """The tab that a request for an event names; empty where it names none."""
    try:
        asked = json.loads(b"".join(message.get("body", b"") for message in messages))
        return str(asked["session_hash"])
    except (ValueError, KeyError, TypeError):
        return ""


async def _left(receive: Receive) -> None:
    """Returns when the other side is gone."""
    while (await receive())["type"] != "http.disconnect":
        pass
