"""The chat's components and where they stand; `ui/assets/*.css` makes columns of them."""

from __future__ import annotations

from dataclasses import dataclass

import gradio as gr

from store.library import Library
from ui import cards, message

# The one way of writing mathematics that ui.text lets through.
_LATEX: list[dict[str, str | bool]] = [{"left": r"\(", "right": r"\)", "display": False}]
# Buttons that are HTML reach Python through this component; see assets/actions.js.
_WIRE = "window.footnote.connect(trigger);"


@dataclass(frozen=True, slots=True)
class Parts:
    """The page's components; `conversation` is that of one tab, `editing` whether its last
    question is being edited.
    """

    chatbot: gr.Chatbot
    box: gr.Textbox
    send: gr.Button
    halt: gr.Button
    new: gr.Button
    edited: gr.HTML
    panel: gr.Markdown
    wire: gr.HTML
    turns: gr.State
    editing: gr.State


def lay_out(starters: list[str], library: Library) -> Parts:
    """Places the components."""
    gr.HTML(message.header(len(library.papers)), elem_id="header")
    wire = gr.HTML("", js_on_load=_WIRE, elem_id="wire")
    with gr.Row(elem_id="columns"):
        with gr.Column(elem_id="conversation"):
            chatbot = _chatbot(starters)
            edited = gr.HTML(message.EDITING, elem_id="edited", visible=False)
            with gr.Row(elem_id="ask"):
                box = _question_box()
                send = gr.Button("Ask", variant="primary", elem_id="send", min_width=72)
                halt = gr.Button("Stop", elem_id="stop", min_width=72, visible=False)
                new = gr.Button("New", elem_id="new", min_width=64)
        with gr.Column(elem_id="sources"):
            gr.HTML(message.SHEET_HEAD, elem_id="sheet-head")
            listing = cards.listing(library.papers.values())
            panel = gr.Markdown(listing, latex_delimiters=_LATEX, elem_id="panel")
    return Parts(chatbot, box, send, halt, new, edited, panel, wire, gr.State(()), gr.State(False))


def _chatbot(starters: list[str]) -> gr.Chatbot:
    return gr.Chatbot(
        elem_id="chatbot",
        label="Conversation",
        show_label=False,
        placeholder=message.WELCOME,
        examples=[{"text": starter} for starter in starters],
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
