"""The chat in the browser: serves the page that `ui.chat_page` lays out."""

from __future__ import annotations

import errno
import os
import socket
import threading
from collections.abc import Callable
from pathlib import Path

# Gradio reads this when it is imported; without it, every start would be reported to its makers.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

import gradio as gr
from starlette.middleware import Middleware

from rag.settings import Settings
from store.errors import UnavailableError
from store.library import Library
from ui.chat_events import connect
from ui.chat_page import lay_out
from ui.chat_settings import Choices
from ui.closing import Closing
from ui.conversation import Answerer
from ui.desks import Desks
from ui.history import History
from ui.hosts import OwnNames, is_this_machine
from ui.routes import routes
from ui.setup import Setup
from ui.shelf.server import shelf_routes

_ASSETS = Path(__file__).parent / "assets"
_FONT = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica", "Arial", "sans-serif"]
_MONO = ["ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "monospace"]
_PORTS = range(7860, 7960)
_ELSEWHERE = (
    "The chat cannot be served: {host!r} is no address of this machine; name another with --host."
)
_TAKEN = "The chat cannot be served: on {host}, {what} not to be had; name another with --port."


def build(desks: Desks, history: History, *, closed: bool = False) -> gr.Blocks:
    """The page, not yet served; with `closed` no tab may name a model of its own."""
    page: gr.Blocks
    setup = Setup(model=desks.started_with)
    desk = desks.desk("", setup.model)
    choices = Choices(desks, closed=closed)
    with gr.Blocks(title="Footnote", fill_height=True, fill_width=True) as page:
        parts = lay_out(desk.chain.starters(), desk.library, setup, choices.rules())
        connect(page, parts, desks, history, choices)
    return page


def start(
    chain: Answerer,
    library: Library,
    conversations: Path,
    *,
    settings: Settings | None = None,
    host: str = "127.0.0.1",
    port: int | None = None,
) -> tuple[gr.Blocks, str]:
    """Serve the chat from a thread; gives the page, to be closed, and its address.

    `conversations` is the folder where they are kept. With settings a tab can choose another
    library beside this one, or another model. Raises UnavailableError where the port is taken.
    """
    port = _free_port(host, port)
    history = History(conversations)
    desks = Desks(chain, library, settings)
    page = build(desks, history, closed=not is_this_machine(host))
    try:
        _, url, _ = page.launch(
            server_name=host,
            server_port=port,
            prevent_thread_lock=True,
            quiet=True,
            share=False,
            ssr_mode=False,
            run_history=False,
            footer_links=[],
            theme=gr.themes.Default(
                primary_hue="blue", neutral_hue="slate", font=_FONT, font_mono=_MONO
            ),
            head=_head(),
            app_kwargs={
                "routes": [*routes(history, desks), *shelf_routes(desks)],
                "middleware": _middleware(host),
            },
        )
    except OSError as error:
        raise UnavailableError(_TAKEN.format(host=host, what=f"port {port} is")) from error
    return page, url


def serve(
    chain: Answerer,
    library: Library,
    conversations: Path,
    *,
    settings: Settings | None = None,
    host: str = "127.0.0.1",
    port: int | None = None,
    on_ready: Callable[[str], None],
) -> None:
    """Serve the chat until interrupted; `on_ready` is told its address once it answers."""
    page, url = start(chain, library, conversations, settings=settings, host=host, port=port)
    try:
        on_ready(url)
        threading.Event().wait()
    except KeyboardInterrupt:
        pass
    finally:
        page.close(verbose=False)


def _middleware(host: str) -> list[Middleware]:
    """What stands before Gradio's own application, the outermost first."""
    own_names = [Middleware(OwnNames, names=[host])] if is_this_machine(host) else []
    return [*own_names, Middleware(Closing)]


def _head() -> str:
    """The page's own styles and scripts, in the page itself: nothing shows without them."""
    styles = "".join(path.read_text("utf-8") for path in sorted(_ASSETS.glob("*.css")))
    scripts = "".join(path.read_text("utf-8") for path in sorted(_ASSETS.glob("*.js")))
    return f"<style>{styles}</style><script>{scripts}</script>"


def _free_port(host: str, wanted: int | None) -> int:
    """The wanted port if it can be had, or the first free one of Gradio's usual hundred.

    Gradio looks for one too, but leaves a socket behind for each port that is taken.
    """
    for port in [wanted] if wanted else _PORTS:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError as error:
                if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
                    raise UnavailableError(_ELSEWHERE.format(host=host)) from error
                continue
        return port
    what = f"port {wanted} is" if wanted else f"any port from {_PORTS[0]} to {_PORTS[-1]} is"
    raise UnavailableError(_TAKEN.format(host=host, what=what))
