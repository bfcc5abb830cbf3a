"""What happens in the chat when something is asked, stopped, opened or pressed."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import gradio as gr

from store.errors import FootnoteError
from ui import actions
from ui.actions import Asking
from ui.background import in_background
from ui.chat_page import Parts
from ui.chat_view import View
from ui.conversation import converse, stop
from ui.current import Current
from ui.flagging import flag
from ui.history import Conversation, History

_QUESTIONS_AT_ONCE = 16
_EMPTY = "Type a question first."
_GONE = "That conversation is not kept here any more."


def connect(page: gr.Blocks, parts: Parts, current: Current, history: History) -> None:
    """Ties the page's events to what they do."""
    chat = _Chat(parts, current, history, View(parts, current, history))
    outputs = chat.view.outputs
    quietly: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    # One event for every way of asking: while it runs, "once" ignores a second Enter or click.
    asking = gr.on(
        [parts.box.submit, parts.send.click, parts.chatbot.example_select, parts.wire.submit],
        chat.ask,
        [parts.box, parts.talk, parts.editing],
        outputs,
        concurrency_limit=_QUESTIONS_AT_ONCE,
        trigger_mode="once",
        **quietly,
    )
    parts.halt.click(chat.halt, parts.talk, outputs, cancels=[asking], **quietly)
    parts.new.click(chat.new, None, outputs, cancels=[asking], **quietly)
    # Presses that leave the conversation come as "select", for they end what is under way.
    parts.wire.select(chat.leave, parts.talk, outputs, cancels=[asking], **quietly)
    parts.wire.click(chat.press, parts.talk, outputs, queue=False, **quietly)
    parts.words.change(
        chat.search, [parts.words, parts.talk], parts.listed, trigger_mode="always_last", **quietly
    )
    page.load(chat.open, parts.talk, outputs, **quietly)


@dataclass(frozen=True, slots=True)
class _Chat:
    """The handlers of the page's events; each gives new values of the view's outputs."""

    parts: Parts
    current: Current
    history: History
    view: View

    async def ask(
        self, typed: str, talk: Conversation, editing: bool, event: gr.EventData
    ) -> AsyncIterator[Any]:
        wanted = self._wanted(typed, talk, editing, event)
        if wanted is None:
            yield gr.skip()
            return
        talk, sources = talk.begun(), None
        # The box is emptied once, at the start: the next question can be typed meanwhile.
        box: Any = ""
        chain, library = await to_thread(self.current.look)
        steps = converse(chain, library, wanted.question, wanted.earlier)
        async for turns in in_background(steps):
            talk = replace(talk, turns=turns)
            if sources is None:
                self._keep(talk)
            shown = [turn.sources for turn in turns]
            yield self.view(
                talk, box=box, running=True, listed=sources is None, cards=shown != sources
            )
            box, sources = gr.skip(), shown
        self._keep(talk)
        yield self.view(talk, box=box, cards=False)

    def halt(self, talk: Conversation) -> Any:
        talk = replace(talk, turns=stop(talk.turns))
        self._keep(talk)
        return self.view(talk)

    def new(self) -> Any:
        return self.view(Conversation(), box="")

    def open(self, talk: Conversation, request: gr.Request) -> Any:
        """What the page's address names, when it is opened or comes back.

        Without a name the lists are filled, of conversations and of papers, and nothing else:
        something may have been asked by then.
        """
        self.current.look()
        wanted = request.query_params.get("c", "")
        return self._opened(wanted, box=None) if wanted else self.view.only_lists(talk)

    def leave(self, talk: Conversation, event: gr.EventData) -> Any:
        """Opens or deletes a conversation."""
        press = actions.read_press(event._data)
        if press and press.name == actions.OPEN:
            return self._opened(press.value)
        if press and press.name == actions.DELETE:
            self.history.delete(press.value)
            return self.view(Conversation() if press.value == talk.id else talk)
        return gr.skip()

    def press(self, talk: Conversation, event: gr.EventData) -> Any:
        """What a button of the page does that asks nothing and leaves nothing."""
        press = actions.read_press(event._data)
        last = talk.turns[-1] if talk.turns else None
        if press and press.name == actions.RENAME:
            return self._renamed(talk, *actions.renamed(press))
        if press and (found := actions.flagged(press, talk.turns)):
            return self._flagged(talk, *found)
        if press and press.name == actions.CANCEL:
            return self.view(talk, box="")
        if press and press.name == actions.EDIT and last:
            return self.view(talk, box=last.question, editing=True)
        if press and press.name == actions.UNDO and last:
            talk = replace(talk, turns=talk.turns[:-1])
            self._keep(talk)
            return self.view(talk, box=last.question)
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

    def _opened(self, conversation_id: str, *, box: str | None = "") -> Any:
        found = self.history.load(conversation_id)
        if found is None:
            gr.Info(_GONE)
        return self.view(found or Conversation(), box=box)

    def _renamed(self, talk: Conversation, conversation_id: str, title: str) -> Any:
        with _told():
            self.history.rename(conversation_id, title)
        found = self.history.load(conversation_id) if conversation_id == talk.id else None
        return self.view(replace(talk, title=found.title) if found else talk)

    def _flagged(self, talk: Conversation, number: int, verdict: str) -> Any:
        with _told():
            flag(self.current.library.directory, talk.turns, number, verdict)
            rated = replace(talk.turns[number - 1], verdict=verdict)
            turns = (*talk.turns[: number - 1], rated, *talk.turns[number:])
            talk = replace(talk, turns=turns)
            self.history.keep(talk)
        return self.view(talk, cards=False)

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
