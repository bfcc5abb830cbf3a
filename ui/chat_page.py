"""The chat's components and where they stand; `ui/assets/*.css` makes columns of them."""

from __future__ import annotations

from dataclasses import dataclass

import gradio as gr

from store.library import Library
from ui import cards, message
from ui.history import Conversation
from ui.settings_form import form
from ui.setup import Rules, Setup

# The one way of writing mathematics that ui.text lets through.
_LATEX: list[dict[str, str | bool]] = [{"left": r"\(", "right": r"\)", "display": False}]
# Buttons that are HTML reach Python through this component; see assets/actions.js.
_WIRE = "window.footnote.connect(trigger);"
_FORM = "window.footnote.settings(trigger);"


@dataclass(frozen=True, slots=True)
class Parts:
    """The page's components.

    `talk` holds the conversation of one tab and `here` tells the page its id; `editing` is
    whether the last question is being edited, which `edited` says; `listed` are the kept
    conversations that say `words`. `setup` holds the tab's settings, which `form` shows, and
    `told` what came of trying them.
    """

    header: gr.HTML
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
    form: gr.HTML
    told: gr.HTML
    setup: gr.State


def lay_out(starters: list[str], library: Library, setup: Setup, rules: Rules) -> Parts:
    """Places the components."""
    header = _html(message.header(len(library.papers)), "header")
    wire = _html("", "wire", js=_WIRE)
    here = _html("", "here")
    with gr.Row(elem_id="columns"):
        with gr.Column(elem_id="history"):
            new = gr.Button("New conversation", elem_id="new", min_width=64)
            words = _line("Search conversations", "words")
            listed = _html("", "listed")
        with gr.Column(elem_id="conversation"):
            chatbot = _chatbot(starters)
            edited = _html(message.EDITING, "edited", visible=False)
            with gr.Row(elem_id="ask"):
                box = _question_box()
                send = gr.Button("Ask", variant="primary", elem_id="send", min_width=72)
                halt = gr.Button("Stop", elem_id="stop", min_width=72, visible=False)
        with gr.Column(elem_id="sources"):
            _html(message.SHEET_HEAD, "sheet-head")
            listing = cards.listing(library.papers.values())
            panel = gr.Markdown(listing, latex_delimiters=_LATEX, elem_id="panel")
    with gr.Column(elem_id="settings"):
        settings = _html(form(setup, rules), "form", js=_FORM)
        told = _html("", "told")
    return Parts(
        header=header,
        chatbot=chatbot,
        box=box,
        send=send,
        halt=halt,
        new=new,
        edited=edited,
        panel=panel,
        words=words,
        listed=listed,
        wire=wire,
        here=here,
        talk=gr.State(Conversation()),
        editing=gr.State(False),
        form=settings,
        told=told,
        setup=gr.State(setup),
    )


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


def _line(label: str, name: str) -> gr.Textbox:
    return gr.Textbox(
        elem_id=name, label=label, show_label=False, container=False, placeholder=label, max_lines=1
    )


def _html(value: str, name: str, *, visible: bool = True, js: str | None = None) -> gr.HTML:
    """HTML of our own, without Gradio's styles for it."""
    return gr.HTML(value, elem_id=name, visible=visible, apply_default_css=False, js_on_load=js)
