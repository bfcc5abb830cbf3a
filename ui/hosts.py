"""Which names the chat answers to where only its own machine reaches it.

A page of another site can have its name lead to 127.0.0.1 once it is loaded (DNS rebinding), and
would then pass for the chat's own page. Its requests still carry that name as their host, so a
server of this machine alone answers to addresses and to its own names only.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_LOCAL = "localhost"
_MISDIRECTED = 421
_FOREIGN = (
    "Footnote answers here to localhost and 127.0.0.1 alone; open it by one of them, or name the "
    "host that it is to be reached by with --host."
)


def is_this_machine(host: str) -> bool:
    """Whether nobody but this machine reaches an address."""
    try:
        return all(
            ipaddress.ip_address(found[4][0]).is_loopback
            for found in socket.getaddrinfo(host, None)
        )
    except (OSError, ValueError):
        return False


def is_ours(host: str, names: Iterable[str]) -> bool:
    """Whether a request's host, with or without a port, is an address or one of these names.

    An address cannot be made to lead elsewhere, so any of them is let through.
    """
    name, _, port = host.rpartition(":") if ":" in host.rpartition("]")[2] else (host, "", "")
    if port and not port.isdecimal():
        return False
    name = name.removesuffix(".").lower()
    if name in (_LOCAL, *(own.lower() for own in names)):
        return True
    try:
        ipaddress.ip_address(name.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True


class OwnNames:
    """Passes on the requests that are sent to one of these names or to an address."""

    def __init__(self, app: ASGIApp, names: Iterable[str]) -> None:
        """`app` gets what is let through."""
        self._app = app
        self._names = tuple(names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; one for another name is answered with a sentence."""
        told = scope["type"] in ("http", "websocket")
        if told and not is_ours(Headers(scope=scope).get("host", ""), self._names):
            await PlainTextResponse(_FOREIGN, _MISDIRECTED)(scope, receive, send)
            return
        await self._app(scope, receive, send)
