"""The chat in the browser: a conversation, and beside it the sources of its answers."""

from __future__ import annotations

import errno
import os
import socket
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

# Gradio reads this when it is imported; without it, every start would be reported to its makers.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

import gradio as gr

from store.errors import UnavailableError
from store.library import Library
from ui import cards, render
from ui.background import in_background
from ui.conversation import Answerer, Turns, converse, stop

_HERE = Path(__file__).parent
# The one way of writing mathematics that ui.text lets through.
_LATEX: list[dict[str, str | bool]] = [{"left": r"\(", "right": r"\)", "display": False}]
_FONT = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica", "Arial", "sans-serif"]
_MONO = ["ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "monospace"]
_QUESTIONS_AT_ONCE = 8
_PORTS = range(7860, 7960)
_ELSEWHERE = (
    "The chat cannot be served: {host!r} is no address of this machine; name another with --host."
)
_TAKEN = "The chat cannot be served: on {host}, {what} not to be had; name another with --port."
_EMPTY = "Type a question first."


@dataclass(frozen=True, slots=True)
class _Parts:
    """The page's components; `turns` is the conversation of one tab."""

    chatbot: gr.Chatbot
    box: gr.Textbox
    send: gr.Button
    halt: gr.Button
    new: gr.Button
    panel: gr.Markdown
    turns: gr.State


def build(chain: Answerer, library: Library) -> gr.Blocks:
    """The page, not yet served: conversation, question box, sources."""
    page: gr.Blocks
    with gr.Blocks(title="Footnote", fill_height=True, fill_width=True) as page:
        listing = cards.listing(library.papers.values())
        gr.HTML(render.header(len(library.papers)), elem_id="header")
        parts = _lay_out(chain.starters(), listing)
        _connect(parts, chain, library, partial(_shown, listing))
    return page


def start(
    chain: Answerer, library: Library, *, host: str = "127.0.0.1", port: int | None = None
) -> tuple[gr.Blocks, str]:
    """Serve the chat from a thread; gives the page, to be closed, and its address.

    Raises UnavailableError where the port is taken.
    """
    port = _free_port(host, port)
    page = build(chain, library)
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
            css_paths=_HERE / "chat.css",
            head=f"<script>{(_HERE / 'chat.js').read_text(encoding='utf-8')}</script>",
        )
    except OSError as error:
        raise UnavailableError(_TAKEN.format(host=host, what=f"port {port} is")) from error
    return page, url


def serve(
    chain: Answerer,
    library: Library,
    *,
    host: str = "127.0.0.1",
    port: int | None = None,
    on_ready: Callable[[str], None],
) -> None:
    """Serve the chat until interrupted; `on_ready` is told its address once it answers."""
    page, url = start(chain, library, host=host, port=port)
    try:
        on_ready(url)
        threading.Event().wait()
    except KeyboardInterrupt:
        pass
    finally:
        page.close(verbose=False)


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


def _lay_out(starters: list[str], listing: str) -> _Parts:
    """Places the components; the two columns are made by chat.css."""
    with gr.Row(elem_id="columns"):
        with gr.Column(elem_id="conversation"):
            chatbot = _chatbot(starters)
            with gr.Row(elem_id="ask"):
                box = _question_box()
                send = gr.Button("Ask", variant="primary", elem_id="send", min_width=72)
                halt = gr.Button("Stop", elem_id="stop", min_width=72, visible=False)
                new = gr.Button("New", elem_id="new", min_width=64)
        with gr.Column(elem_id="sources"):
            panel = gr.Markdown(listing, latex_delimiters=_LATEX, elem_id="panel")
    return _Parts(chatbot, box, send, halt, new, panel, gr.State(()))


def _chatbot(starters: list[str]) -> gr.Chatbot:
    return gr.Chatbot(
        elem_id="chatbot",
        label="Conversation",
        show_label=False,
        placeholder=render.WELCOME,
        examples=[{"text": starter} for starter in starters],
        latex_delimiters=_LATEX,
        height="100%",
        buttons=[],
        feedback_options=None,
        line_breaks=False,
        group_consecutive_messages=False,
    )


def _question_box() -> gr.Textbox:
    return gr.Textbox(
        elem_id="question",
        label="Your question",
        show_label=False,
        container=False,
        placeholder="Ask a question …",
        lines=1,
        max_lines=5,
        autofocus=True,
    )


def _connect(
    parts: _Parts, chain: Answerer, library: Library, show: Callable[..., tuple[Any, ...]]
) -> None:
    """Says what happens on Ask, Stop and New; `show` gives the new values of the outputs."""

    async def ask(typed: str, turns: Turns, event: gr.EventData) -> AsyncIterator[Any]:
        question = event.value["text"] if event.target is parts.chatbot else typed
        async for values in _ask(chain, library, show, question, turns):
            yield values

    outputs = [parts.chatbot, parts.panel, parts.turns, parts.send, parts.halt]
    # One event for every way of asking: while it runs, "once" ignores a second Enter or click.
    asking = gr.on(
        [parts.box.submit, parts.send.click, parts.chatbot.example_select],
        ask,
        [parts.box, parts.turns],
        [parts.box, *outputs],
        show_progress="hidden",
        concurrency_limit=_QUESTIONS_AT_ONCE,
        trigger_mode="once",
        api_visibility="private",
    )
    parts.halt.click(
        lambda turns: show(stop(turns), running=False),
        parts.turns,
        outputs,
        cancels=[asking],
        show_progress="hidden",
        api_visibility="private",
    )
    parts.new.click(
        lambda: ("", *show((), running=False)),
        None,
        [parts.box, *outputs],
        cancels=[asking],
        show_progress="hidden",
        api_visibility="private",
    )


async def _ask(
    chain: Answerer,
    library: Library,
    show: Callable[..., tuple[Any, ...]],
    question: str,
    earlier: Turns,
) -> AsyncIterator[Any]:
    """New values at every step of answering a question, those of the question box first."""
    if not question.strip():
        gr.Info(_EMPTY)
        yield gr.skip()
        return
    # The box is emptied once, at the start: the next question can be typed meanwhile.
    box: Any = ""
    turns = earlier
    async for turns in in_background(converse(chain, library, question, earlier)):
        yield box, *show(turns, running=True)
        box = gr.skip()
    yield box, *show(turns, running=False)


def _shown(listing: str, turns: Turns, *, running: bool) -> tuple[Any, ...]:
    """New values for what shows the conversation: chat, sources, state, Ask and Stop."""
    messages = []
    for number, turn in enumerate(turns, start=1):
        messages.append({"role": "user", "content": render.question(turn.question)})
        messages.append({"role": "assistant", "content": render.message(turn, number)})
    return (
        messages,
        cards.panel(turns) or listing,
        turns,
        gr.update(visible=not running),
        gr.update(visible=running),
    )
