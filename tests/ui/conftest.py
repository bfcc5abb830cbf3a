"""The command line in this process, a real browser on the real page, and a chain whose events a
test says one by one."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from rag.settings import Settings
from rag.types import Answer, Citation, Coverage, Kind, PaperRef, Question
from store.library import Library
from tests.ui.scripted import Scripted
from tests.ui.tab import Tab
from tests.ui.windows import Windows
from ui import cli
from ui.chat import start

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
# Rules of WCAG 2.2, levels A and AA, and axe's own best practices are all looked at.
RUN = "axe.run(document, {resultTypes: ['violations']}).then(found => found.violations)"

expect.set_options(timeout=15_000)  # milliseconds; a machine may have more to do than this

# Gradio's own calls of pandas; as errors they would break Gradio's queue in mid-event.
_GRADIOS_OWN = (
    "ignore:.*no_silent_downcasting",
    "ignore:The copy keyword is deprecated",
)


def pytest_itemcollected(item: pytest.Item) -> None:
    if item.path.name.startswith(("test_chat", "test_shelf")):
        for warning in _GRADIOS_OWN:
            item.add_marker(pytest.mark.filterwarnings(warning))


@pytest.fixture(scope="session")
def scripted() -> type[Scripted]:
    return Scripted


@pytest.fixture(scope="session")
def cite() -> Callable[..., Citation]:
    """Makes a citation of a quote that stands in a paper of the library."""

    def make(library: Library, n: int, paper_id: str, quote: str, section: str = "abstract"):
        paper = library.papers[paper_id]
        start = paper.part(section).index(quote)
        return Citation(n, paper_id, paper.title, quote, section, start, start + len(quote))

    return make


@pytest.fixture(scope="session")
def answer() -> Callable[..., Answer]:
    """Makes an answer of Markdown and its citations."""

    def make(markdown: str, *citations: Citation, understood: str = "") -> Answer:
        return Answer(
            question=Question("?", "?", Kind.FACT),
            markdown=markdown,
            abstained=False,
            papers=tuple(PaperRef(c.paper_id, c.title) for c in citations),
            citations=citations,
            coverage=Coverage(50, 50),
            engine="extractive",
            understood=understood,
        )

    return make


def any_port() -> int:
    """A port that nobody else is about to take, unlike those that everybody tries first."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def usual_port() -> int:
    """The port of each test's first chat: the browser keeps scripts by their address.

    It is none of those that a system gives to whoever asks for any.
    """
    for port in range(10_000 + os.getpid() % 10_000, 30_000):
        with suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            return port
    raise OSError("there is no free port below 30,000")


@pytest.fixture
def serving(home: Path, usual_port: int) -> Iterator[Callable[..., str]]:
    """Serves a chat until the test is over and gives its address."""
    pages = []

    def serve(chain: object, library: Library, settings: Settings | None = None) -> str:
        folder = home / "conversations"
        port = any_port() if pages else usual_port
        page, url = start(chain, library, folder, settings=settings, port=port)
        pages.append(page)
        return url

    yield serve
    for page in pages:
        page.close(verbose=False)


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    return Windows(browser)


@pytest.fixture
def open_page(windows: Windows) -> Iterator[Callable[..., Page]]:
    """Opens an address in a new window; no request may leave the machine, no script be let in."""
    taken = []
    strays: list[str] = []

    def watch(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:http://127.0.0.1:")):
            strays.append(request.url)

    def go(
        url: str,
        width: int = 1440,
        height: int = 900,
        dark: bool = False,
        bypass_csp: bool = False,
    ) -> Page:
        taken.append(windows.take((dark, bypass_csp)))
        page = taken[-1].open(url, width, height)
        page.on("request", watch)
        page.on("dialog", lambda dialog: strays.append(f"a dialog: {dialog.message}"))
        page.goto(url)
        return page

    yield go
    windows.give_back(taken)
    assert strays == []


@pytest.fixture
def open_tab(open_page: Callable[..., Page]) -> Callable[..., Tab]:
    """Opens the chat in a new tab."""

    def go(url: str, *window: object, **how: object) -> Tab:
        page = open_page(url, *window, **how)
        # The list of conversations is what the server fills last.
        page.locator("#listed :is(ul, p)").wait_for(state="attached")
        return Tab(page)

    return go


@pytest.fixture(scope="session")
def chat_url(
    browser: Browser, chain: object, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The chat on the default library and the real chain, for all tests that only ask.

    The browser comes first: Gradio makes an event loop for each component where none runs.
    """
    folder = tmp_path_factory.mktemp("chat") / "conversations"
    page, url = start(chain, library, folder, port=any_port())
    yield url
    page.close(verbose=False)


@pytest.fixture
def two_answers(library, scripted, cite, answer):
    """A chain with two answers, the second with mathematics in what it quotes."""
    spann = next(p for p in library.papers.values() if p.title.startswith("SPANN"))
    faster = next(s for s in spann.text.split(". ") if "DiskANN to reach" in s)
    first = cite(library, 1, spann.id, spann.title, "title")
    second = cite(library, 1, spann.id, faster)
    return scripted(
        [answer("It is SPANN. [1]", first)],
        [answer(f"{faster} [1]", second, understood="How fast SPANN is")],
    )


@pytest.fixture
def violations():
    """Gives the grave violations of a page, a line each; needs axe-core, which npm brings."""
    if not AXE.exists():
        missing = "axe-core is not there: `make test` installs it where npm is"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)

    def look(page):
        page.evaluate(AXE.read_text("utf-8"))
        return [
            f"{found['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
            for found in page.evaluate(RUN)
            if found["impact"] in ("serious", "critical")
            for node in found["nodes"]
        ]

    return look


class Outcome(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def footnote(monkeypatch, capsys) -> Callable[..., Outcome]:
    """Calls the command line in this process."""

    def call(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["footnote", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            cli.main()
        printed = capsys.readouterr()
        return Outcome(int(end.value.code or 0), printed.out, printed.err)

    return call


def one_sentence(outcome: Outcome, status: int) -> str:
    """The error, after checking that it is one line on standard error and nothing else."""
    assert outcome.status == status
    assert outcome.out == ""
    assert outcome.err.count("\n") == 1
    assert "Traceback" not in outcome.err
    return outcome.err
