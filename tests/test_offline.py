"""Index, ask and chat where there is no network at all, watched for any attempt to reach one.

A network namespace of its own holds nothing but loopback. Two watchers: Python's audit events
tell who tried what, and the kernel's count of packets without a route catches native code.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

FOOTNOTE = str(Path(sys.executable).with_name("footnote"))

LOOPBACK_UP = """
import fcntl, socket, struct, sys
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
    up_and_running, set_flags = 0x41, 0x8914
    fcntl.ioctl(any_socket, set_flags, struct.pack("16sH22x", b"lo", up_and_running))
print("up", flush=True)
sys.stdin.read()
"""

WATCHER = """
import os, sys

def watch(event, arguments):
    if event == "socket.connect":
        host = arguments[1][0] if isinstance(arguments[1], tuple) else ""
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        host = arguments[-1][0] if event == "socket.sendto" else arguments[0]
    else:
        return
    if isinstance(host, bytes):
        host = host.decode()
    if host not in (None, "", "localhost", "::1", "0.0.0.0") and not host.startswith("127."):
        with open(os.environ["FOOTNOTE_TEST_ATTEMPTS"], "a") as file:
            file.write(f"{event} {host}\\n")

sys.addaudithook(watch)
"""

LONGEST_WAIT = 20  # seconds; what reports home waits until some ten seconds after the start


class Island:
    """A namespace without a network, held open by a process, and what was tried within it."""

    def __init__(self, holder: int, folder: Path) -> None:
        self.attempts = folder / "attempts.txt"
        self._enter = ["nsenter", "-t", str(holder), "-U", "-n", "--preserve-credentials"]
        (folder / "sitecustomize.py").write_text(WATCHER)
        self._environment = {
            **{k: v for k, v in os.environ.items() if "proxy" not in k.lower()},
            "PYTHONPATH": str(folder),
            "FOOTNOTE_TEST_ATTEMPTS": str(self.attempts),
            "FOOTNOTE_HOME": str(folder / "home"),
        }

    def start(self, *command: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*self._enter, *command],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *command: str) -> str:
        """What the command printed; it must succeed."""
        with self.start(*command) as process:
            out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        return out

    def tried(self) -> tuple[list[str], int]:
        """The attempts that Python made, and how many packets found no route."""
        lines = self.attempts.read_text().splitlines() if self.attempts.exists() else []
        names, values = re.findall(r"^Ip: (.*)$", self.run("cat", "/proc/net/snmp"), re.M)
        without_route = dict(zip(names.split(), values.split(), strict=True))["OutNoRoutes"]
        six = self.run("cat", "/proc/net/snmp6") if Path("/proc/net/snmp6").exists() else ""
        without_route_6 = re.findall(r"^Ip6OutNoRoutes\s+(\d+)", six, re.M)
        return lines, int(without_route) + sum(map(int, without_route_6))


@pytest.fixture
def island(tmp_path: Path) -> Iterator[Island]:
    try:
        holder = subprocess.Popen(
            ["unshare", "-rn", sys.executable, "-c", LOOPBACK_UP],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
    except FileNotFoundError as error:
        _cannot(str(error))
    with holder:
        assert holder.stdin
        assert holder.stdout
        assert holder.stderr
        if holder.stdout.readline() != "up\n":
            _cannot(holder.stderr.read().strip())
        try:
            yield Island(holder.pid, tmp_path)
        finally:
            holder.stdin.close()


def _cannot(why: str) -> None:
    reason = f"no network namespace can be made here ({why})"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def test_the_watchers_see_every_attempt(island):
    connect = "import socket; socket.socket().connect_ex(('192.0.2.1', 80))"  # goes nowhere
    island.run(sys.executable, "-c", connect)
    assert island.tried() == (["socket.connect 192.0.2.1"], 1)
    look_up = "import socket\ntry: socket.getaddrinfo('example.org', 80)\nexcept OSError: pass"
    island.run(sys.executable, "-c", look_up)
    assert island.tried()[0][1:] == ["socket.getaddrinfo example.org"]


def test_index_ask_and_chat_reach_for_nothing(island):
    assert "50 added" in island.run(FOOTNOTE, "index")
    answer = json.loads(island.run(FOOTNOTE, "ask", "Which papers target CPUs?", "--json"))
    assert not answer["abstained"]
    assert len(answer["papers"]) >= 4
    assert island.run(FOOTNOTE, "doctor")
    with island.start(FOOTNOTE, "chat") as chat:
        assert chat.stdout
        try:
            url = re.search(r"http://127\.0\.0\.1:\d+", chat.stdout.readline())
            assert url, chat.stderr and chat.stderr.read()
            get = "import sys, urllib.request as r; print(r.urlopen(sys.argv[1]).read())"
            page = island.run(sys.executable, "-c", get, url[0])
            assert "Footnote" in page
            assert not re.findall(r"(?:src|href)=.?[\"']https?://(?!127\.)[^\"']*", page)
            time.sleep(LONGEST_WAIT)
        finally:
            chat.terminate()
    assert island.tried() == ([], 0)
