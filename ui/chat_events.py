"""What happens in the chat when something is asked, stopped, opened or pressed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, contextmanager
from dataclasses import dataclass, replace
from typing import Any

import gradio as gr

from store.errors import FootnoteError
from ui import actions
from ui.actions import Asking
from ui.background import in_background
from ui.chat_page import Parts
from ui.chat_settings import Choices
from ui.chat_view import View
from ui.conversation import converse, stop
from ui.desks import Desk, Desks
from ui.flagging import flag
from ui.history import Conversation, History
from ui.runs import Runs
from ui.setup import Setup

_QUESTIONS_AT_ONCE = 16
# Send in the place of Stop, by the page itself.
_READY = """() => [true, false].map(visible => ({__type__: "update", visible}))"""
_EMPTY = "Type a question first."
_GONE = "That conversation is not kept here any more."


def connect(
    page: gr.Blocks, parts: Parts, desks: Desks, history: History, choices: Choices
) -> None:
    """Ties the page's events to what they do."""
    view = View(parts, desks, history)
    runs = Runs()
    chat = _Chat(parts, desks, history, view, runs)
    outputs, tab = view.outputs, [parts.talk, parts.setup]
    quietly: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    # One event for every way of asking: while it runs, "once" ignores a second Enter or click.
    asking = gr.on(
        [parts.box.submit, parts.send.click, parts.chatbot.example_select, parts.wire.submit],
        chat.ask,
        [parts.box, *tab, parts.editing],
        outputs,
        concurrency_limit=_QUESTIONS_AT_ONCE,
        trigger_mode="once",
        **quietly,
    )
    # Only when the event is over, for until then "once" would drop what Send or Enter asks.
    asking.then(None, None, [parts.send, parts.halt], js=_READY, **quietly)
    # The handlers end the run themselves, for Gradio cancels an event only after they have run.
    parts.halt.click(chat.halt, tab, outputs, cancels=[asking], **quietly)
    parts.new.click(chat.new, parts.setup, outputs, cancels=[asking], **quietly)
    # Presses that leave the conversation come as "select", for they end what is under way.
    parts.wire.select(chat.leave, tab, outputs, cancels=[asking], **quietly)
    parts.wire.click(chat.press, tab, outputs, queue=False, **quietly)
    parts.words.change(
        chat.search, [parts.words, parts.talk], parts.listed, trigger_mode="always_last", **quietly
    )
    page.load(chat.open, tab, outputs, **quietly)
    choices.connect(parts, view, runs, asking)


@dataclass(frozen=True, slots=True)
class _Chat:
    """The handlers of the page's events; each gives new values of the view's outputs."""

    parts: Parts
    desks: Desks
    history: History
    view: View
    runs: Runs

    async def ask(
        self,
        typed: str,
        talk: Conversation,
        setup: Setup,
        editing: bool,
        event: gr.EventData,
        request: gr.Request,
    ) -> AsyncIterator[Any]:
        with self.runs.run(request.session_hash) as run:
            wanted = self._wanted(typed, talk, editing, event)
            talk = talk.begun(setup.library or self.desks.default)
            desk = await asyncio.to_thread(self._desk, talk, setup) if wanted else None
            if wanted is None or desk is None:
                yield gr.skip()
                return
            sources = None
            # The box is emptied once, at the start: the next question can be typed meanwhile.
            box: Any = ""
            steps = converse(desk.chain, desk.library, wanted.question, wanted.earlier)
            async with aclosing(in_background(steps)) as made:
                async for turns in made:
                    if not run.begin():
                        return
                    talk, first = replace(talk, turns=turns), sources is None
                    if first or not turns[-1].step:
                        self._keep(talk)
                    shown = [turn.sources for turn in turns]
                    cards = shown != sources
                    yield self.view(talk, setup, box=box, running=True, listed=first, cards=cards)
                    run.done()
                    box, sources = gr.skip(), shown

    def halt(self, talk: Conversation, setup: Setup, request: gr.Request) -> Any:
        self.runs.end(request.session_hash)
        talk = replace(talk, turns=stop(talk.turns))
        self._keep(talk)
        return self.view(talk, setup)

    def new(self, setup: Setup, request: gr.Request) -> Any:
        self.runs.end(request.session_hash)
        return self.view(Conversation(), setup, box="")

    def open(self, talk: Conversation, setup: Setup, request: gr.Request) -> Any:
        """What the page's address names, when it is opened or comes back."""
        wanted = request.query_params.get("c", "")
        return self._opened(wanted, setup, box=None) if wanted else self.view.at_first(talk, setup)

    def leave(
        self, talk: Conversation, setup: Setup, event: gr.EventData, request: gr.Request
    ) -> Any:
        """Opens or deletes a conversation."""
        self.runs.end(request.session_hash)
        press = actions.read_press(event._data)
        if press and press.name == actions.OPEN:
            return self._opened(press.value, setup)
        if press and press.name == actions.DELETE:
            self.history.delete(press.value)
            talk = replace(talk, turns=stop(talk.turns))
            return self.view(Conversation() if press.value == talk.id else talk, setup)
        return gr.skip()

    def press(self, talk: Conversation, setup: Setup, event: gr.EventData) -> Any:
        """What a button of the page does that asks nothing and leaves nothing."""
        press = actions.read_press(event._data)
        last = talk.turns[-1] if talk.turns else None
        if press and press.name == actions.RENAME:
            return self._renamed(talk, setup, *actions.renamed(press))
        if press and (found := actions.flagged(press, talk.turns)):
            return self._flagged(talk, setup, *found)
        if press and press.name == actions.CANCEL:
            return self.view(talk, setup, box="")
        if press and press.name == actions.EDIT and last:
            return self.view(talk, setup, box=last.question, editing=True)
        if press and press.name == actions.UNDO and last:
            talk = replace(talk, turns=talk.turns[:-1])
            self._keep(talk)
            return self.view(talk, setup, box=last.question)
        return gr.skip()

    def search(self, words: str, talk: Conversation) -> str:
        return self.view.listing(talk, words)

    def _wanted(
        self, typed: str, talk: Conversation, editing: bool, event: gr.EventData
    ) -> Asking | None:
        """What is to be asked, however it was said; None where that is nothing."""
        # A tab has copies of the components that it changed; only their names stay.
        source = getattr(event.target, "elem_id", None)
        if source == self.parts.wire.elem_id:
            press = actions.read_press(event._data)
            return actions.asking(press, talk.turns) if press else None
        if source == self.parts.chatbot.elem_id:
            return Asking(event.value["text"], talk.turns)
        if not typed.strip():
            gr.Info(_EMPTY)
            return None
        return Asking(typed, talk.turns[:-1] if editing else talk.turns)

    def _desk(self, talk: Conversation, setup: Setup) -> Desk | None:
        """What the next question of a conversation is asked with; says why it cannot be had."""
        try:
            return self.desks.desk(talk.library, setup.model)
        except FootnoteError as error:
            gr.Warning(str(error))
            return None

    def _opened(self, conversation_id: str, setup: Setup, *, box: str | None = "") -> Any:
        found = self.history.load(conversation_id)
        if found is None:
            gr.Info(_GONE)
        return self.view(found or Conversation(), setup, box=box)

    def _renamed(self, talk: Conversation, setup: Setup, conversation_id: str, title: str) -> Any:
        with _told():
            self.history.rename(conversation_id, title)
        found = self.history.load(conversation_id) if conversation_id == talk.id else None
        return self.view(replace(talk, title=found.title) if found else talk, setup)

    def _flagged(self, talk: Conversation, setup: Setup, number: int, verdict: str) -> Any:
        with _told():
            flag(self.desks.library(talk.library).directory, talk.turns, number, verdict)
            rated = replace(talk.turns[number - 1], verdict=verdict)
            turns = (*talk.turns[: number - 1], rated, *talk.turns[number:])
            talk = replace(talk, turns=turns)
            self.history.keep(talk)
        return self.view(talk, setup, cards=False)

    def _keep(self, talk: Conversation) -> None:
        """An answer is shown even where it cannot be kept."""
        with _told():
            self.history.keep(talk)


@contextmanager
def _told() -> Iterator[None]:
    """Says what is refused within, instead of failing."""
    try:
        yield
    except FootnoteError as error:
        gr.Warning(str(error))
