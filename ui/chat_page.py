"""The chat's components and where they stand; `ui/assets/*.css` makes columns of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import gradio as gr
from gradio.components.chatbot import ExampleMessage

from ui import cards, message
from ui.current import Current
from ui.history import Conversation

# The one way of writing mathematics that ui.text lets through.
_LATEX: list[dict[str, str | bool]] = [{"left": r"\(", "right": r"\)", "display": False}]
# Buttons that are HTML reach Python through this component; see assets/actions.js.
_WIRE = "window.footnote.connect(trigger);"


@dataclass(frozen=True, slots=True)
class Parts:
    """The page's components.

    `talk` holds the conversation of one tab and `here` tells the page its id; `editing` is
    whether the last question is being edited, which `edited` says; `listed` are the kept
    conversations that say `words`.
    """

    chatbot: gr.Chatbot
    box: gr.Textbox
    send: gr.Button
    halt: gr.Button
    new: gr.Button
    edited: gr.HTML
    panel: gr.Markdown
    words: gr.Textbox
    listed: gr.HTML
    wire: gr.HTML
    here: gr.HTML
    talk: gr.State
    editing: gr.State


def lay_out(current: Current) -> Parts:
    """Places the components."""
    _html(lambda: message.header(len(current.library.papers)), "header")
    wire = gr.HTML("", js_on_load=_WIRE, elem_id="wire")
    here = _html("", "here")
    with gr.Row(elem_id="columns"):
        with gr.Column(elem_id="history"):
            new = gr.Button("New conversation", elem_id="new", min_width=64)
            words = _line("Search conversations", "words")
            listed = _html("", "listed")
        with gr.Column(elem_id="conversation"):
            chatbot = _chatbot(starters(current))
            edited = _html(message.EDITING, "edited", visible=False)
            with gr.Row(elem_id="ask"):
                box = _question_box()
                send = gr.Button("Ask", variant="primary", elem_id="send", min_width=72)
                halt = gr.Button("Stop", elem_id="stop", min_width=72, visible=False)
        with gr.Column(elem_id="sources"):
            _html(message.SHEET_HEAD, "sheet-head")
            listing = cards.listing(current.library.papers.values())
            panel = gr.Markdown(listing, latex_delimiters=_LATEX, elem_id="panel")
    talk, editing = gr.State(Conversation()), gr.State(False)
    return Parts(
        chatbot, box, send, halt, new, edited, panel, words, listed, wire, here, talk, editing
    )


def starters(current: Current) -> list[ExampleMessage]:
    """Questions to begin with, as the chatbot shows them."""
    return [{"text": starter} for starter in current.chain.starters()]


def _chatbot(examples: list[ExampleMessage]) -> gr.Chatbot:
    return gr.Chatbot(
        elem_id="chatbot",
        label="Conversation",
        show_label=False,
        placeholder=message.WELCOME,
        examples=examples,
        latex_delimiters=_LATEX,
        height="100%",
        autoscroll=False,
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


def _line(label: str, name: str) -> gr.Textbox:
    return gr.Textbox(
        elem_id=name, label=label, show_label=False, container=False, placeholder=label, max_lines=1
    )


def _html(value: str | Callable[[], str], name: str, *, visible: bool = True) -> gr.HTML:
    """HTML of our own, without Gradio's styles for it."""
    return gr.HTML(value, elem_id=name, visible=visible, apply_default_css=False, js_on_load=None)
