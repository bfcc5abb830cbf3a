"""How the chat is served, and where it cannot be."""

import re
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from store.errors import UnavailableError
from ui.chat import start


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
