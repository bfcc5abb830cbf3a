"""Runs one `footnote` command where there is no network but loopback, and tells what it tried.

    python tests/network.py RECORD ask "Which papers target CPUs?"

is meant for a network namespace of its own. Every address that Python code asks for or
connects to is written to RECORD, a line each, unless it is on this machine; native code, which
no hook sees, finds no way out of the namespace.
"""

from __future__ import annotations

import fcntl
import ipaddress
import socket
import struct
import sys
from pathlib import Path

_NAMED = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
_ADDRESSED = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"}
_SIOCSIFFLAGS, _UP_AND_RUNNING = 0x8914, 0x41


def bring_loopback_up() -> None:
    """A new namespace has its loopback down; `ip` is not on every machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        request = struct.pack("16sh14x", b"lo", _UP_AND_RUNNING)
        fcntl.ioctl(control, _SIOCSIFFLAGS, request)


def is_local(host: object) -> bool:
    """Whether a host, as given to the socket module, is this machine."""
    if host in (None, "localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


def watch(record: Path) -> None:
    """From now on, writes down every address that is not on this machine."""
    # Opened once: opening a file raises an audit event of its own.
    lines = record.open("a", buffering=1)

    def note(event: str, args: tuple[object, ...]) -> None:
        if event in _NAMED and not is_local(args[0]):
            lines.write(f"{event} {args[0]!r}\n")
        elif event in _ADDRESSED and isinstance(args[1], tuple) and not is_local(args[1][0]):
            lines.write(f"{event} {args[1]!r}\n")

    sys.addaudithook(note)


if __name__ == "__main__":
    bring_loopback_up()
    watch(Path(sys.argv.pop(1)))
    from ui.cli import main

    main()
