"""How the chat is served, and where it cannot be."""

import re
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest

from store.errors import UnavailableError
from tests.ui.conftest import any_port
from ui.chat import start
from ui.hosts import is_ours, is_this_machine


def test_a_taken_port_is_said_in_one_sentence(library, scripted, tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(
            UnavailableError, match=rf"on 127\.0\.0\.1, port {port} is not to be had"
        ):
            start(scripted(), library, tmp_path, port=port)


def test_serving_ends_when_it_is_interrupted():
    program = """
import signal
from pathlib import Path
from types import SimpleNamespace
from ui.chat import serve
signal.signal(signal.SIGINT, signal.default_int_handler)  # a background shell has it ignored
chain = SimpleNamespace(starters=list)
class Empty:
    papers, directory, manifest = {}, Path("nowhere"), SimpleNamespace(snapshot="none")
library = Empty()
serve(chain, library, Path("nowhere"), on_ready=lambda url: print(url, flush=True))
"""
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        with ThreadPoolExecutor() as pool:
            url = pool.submit(process.stdout.readline).result(timeout=60)
        process.send_signal(signal.SIGINT)
        try:
            rest, errors = process.communicate(timeout=30)
        finally:
            process.kill()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\n", url)
    assert (process.returncode, rest, errors) == (0, "", "")


def test_an_address_of_another_machine_is_told(library, scripted, tmp_path):
    with pytest.raises(UnavailableError, match=r"'192\.0\.2\.1' is no address of this machine"):
        start(scripted(), library, tmp_path, host="192.0.2.1")


@pytest.fixture(scope="module")
def host_url(browser, library, tmp_path_factory):
    """The browser comes first: Gradio makes an event loop for each component where none runs."""
    chain = SimpleNamespace(starters=list)
    page, url = start(chain, library, tmp_path_factory.mktemp("host"), port=any_port())
    yield url
    page.close(verbose=False)


def asked_as(url, host, path):
    there = urlsplit(url)
    with closing(HTTPConnection(there.hostname, there.port, timeout=30)) as connection:
        host = host.replace("PORT", str(there.port))
        connection.request("GET", path, headers={"Host": host, "Connection": "close"})
        response = connection.getresponse()
        return response.status, response.read()


@pytest.mark.parametrize("path", ["/", "/alive", "/library", "/library/state", "/gradio_api/info"])
@pytest.mark.parametrize("host", ["evil.example:PORT", "127.0.0.1.evil.example", "localhost.evil"])
def test_a_name_that_was_led_here_is_refused(host_url, host, path):
    status, said = asked_as(host_url, host, path)
    assert status == 421
    assert said.startswith(b"Footnote answers here to localhost and 127.0.0.1 alone; open it by")


@pytest.mark.parametrize("host", ["127.0.0.1:PORT", "localhost:9000", "LOCALHOST", "[::1]:PORT"])
def test_the_machine_s_own_names_are_answered(host_url, host):
    assert asked_as(host_url, host, "/library/state")[0] == 200


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("", False),
        ("box", True),
        ("Box.:7860", True),
        ("box.example", False),
        ("192.0.2.7:80", True),
        ("[fe80::1]", True),
        ("localhost:", True),
        ("localhost:x", False),
        ("localhost@evil.example", False),
        ("[::1].evil.example", False),
    ],
)
def test_a_host_is_ours_by_address_or_name(host, ours):
    assert is_ours(host, ["box"]) is ours


@pytest.mark.parametrize(
    ("host", "local"), [("127.0.0.1", True), ("localhost", True), ("0.0.0.0", False), ("", False)]
)
def test_only_the_loopback_is_this_machine_alone(host, local):
    assert is_this_machine(host) is local
