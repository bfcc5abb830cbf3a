"""What happens in the chat when something is asked, pressed or stopped."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import gradio as gr

from store.library import Library
from ui import actions, cards, message
from ui.actions import Asking
from ui.background import in_background
from ui.chat_page import Parts
from ui.conversation import Answerer, Turns, converse, stop

_QUESTIONS_AT_ONCE = 16
_EMPTY = "Type a question first."


def connect(parts: Parts, chain: Answerer, library: Library) -> None:
    """Ties the page's events to what they do."""
    view = _View(cards.listing(library.papers.values()))

    async def ask(
        typed: str, turns: Turns, editing: bool, event: gr.EventData
    ) -> AsyncIterator[Any]:
        wanted = _wanted(parts, typed, turns, editing, event)
        if wanted is None:
            yield gr.skip()
            return
        async for values in _answering(chain, library, view, wanted):
            yield values

    # One event for every way of asking: while it runs, "once" ignores a second Enter or click.
    asking = gr.on(
        [parts.box.submit, parts.send.click, parts.chatbot.example_select, parts.wire.submit],
        ask,
        [parts.box, parts.turns, parts.editing],
        _outputs(parts),
        show_progress="hidden",
        concurrency_limit=_QUESTIONS_AT_ONCE,
        trigger_mode="once",
        api_visibility="private",
    )
    _act(parts.halt.click, parts, lambda turns: view(stop(turns)), [parts.turns], [asking])
    _act(parts.new.click, parts, lambda: view((), box=""), [], [asking])
    _act(parts.wire.click, parts, _pressed(view), [parts.turns], [])


def _act(
    event: Callable[..., Any],
    parts: Parts,
    do: Callable[..., Any],
    given: list[Any],
    ends: list[Any],
) -> None:
    """One event that changes the conversation and asks nothing."""
    event(
        do,
        given,
        _outputs(parts),
        cancels=ends,
        show_progress="hidden",
        queue=bool(ends),
        api_visibility="private",
    )


def _pressed(view: _View) -> Callable[..., tuple[Any, ...]]:
    def pressed(turns: Turns, event: gr.EventData) -> Any:
        press = actions.read_press(event._data)
        if press and press.name == actions.EDIT and turns:
            return view(turns, box=turns[-1].question, editing=True)
        if press and press.name == actions.CANCEL:
            return view(turns, box="")
        if press and press.name == actions.UNDO and turns:
            return view(turns[:-1], box=turns[-1].question)
        return gr.skip()

    return pressed


def _wanted(
    parts: Parts, typed: str, turns: Turns, editing: bool, event: gr.EventData
) -> Asking | None:
    """What is to be asked, however it was said; None where that is nothing."""
    if event.target is parts.wire:
        press = actions.read_press(event._data)
        return actions.asking(press, turns) if press else None
    if event.target is parts.chatbot:
        return Asking(event.value["text"], turns)
    if not typed.strip():
        gr.Info(_EMPTY)
        return None
    return Asking(typed, turns[:-1] if editing else turns)


async def _answering(
    chain: Answerer, library: Library, view: _View, wanted: Asking
) -> AsyncIterator[Any]:
    """New values at every step of answering a question."""
    turns, sources = wanted.earlier, None
    # The box is emptied once, at the start: the next question can be typed meanwhile.
    box: Any = ""
    async for turns in in_background(converse(chain, library, wanted.question, wanted.earlier)):
        shown = [turn.sources for turn in turns]
        yield view(turns, box=box, running=True, same_sources=shown == sources)
        box, sources = gr.skip(), shown
    yield view(turns, box=box)


def _outputs(parts: Parts) -> list[Any]:
    return [
        parts.box,
        parts.chatbot,
        parts.panel,
        parts.turns,
        parts.send,
        parts.halt,
        parts.edited,
        parts.editing,
    ]


@dataclass(frozen=True, slots=True)
class _View:
    """Gives the new values of `_outputs`; `listing` stands where there are no sources yet."""

    listing: str

    def __call__(
        self,
        turns: Turns,
        *,
        box: Any = None,
        running: bool = False,
        editing: bool = False,
        same_sources: bool = False,
    ) -> tuple[Any, ...]:
        messages = []
        for number, turn in enumerate(turns, start=1):
            messages.append({"role": "user", "content": message.question(turn.question)})
            messages.append({"role": "assistant", "content": message.message(turn, number)})
        return (
            gr.skip() if box is None else box,
            messages,
            gr.skip() if same_sources else cards.panel(turns) or self.listing,
            turns,
            gr.update(visible=not running),
            gr.update(visible=running),
            gr.update(visible=editing),
            editing,
        )
