"""What the page shows of a conversation: the new values of its components."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from store.errors import FootnoteError
from ui import cards, history_list, message
from ui.chat_page import Parts
from ui.desks import Desks
from ui.history import Conversation, History
from ui.setup import Setup
from ui.text import escape


@dataclass(frozen=True, slots=True)
class View:
    """Makes values for `outputs` of a conversation."""

    parts: Parts
    desks: Desks
    history: History

    @property
    def outputs(self) -> list[Any]:
        """The components that show a conversation."""
        p = self.parts
        shown = [p.box, p.chatbot, p.panel, p.talk, p.here, p.send, p.halt, p.edited, p.editing]
        return [*shown, p.header, p.words, p.listed]

    def __call__(
        self,
        talk: Conversation,
        setup: Setup,
        *,
        box: Any = None,
        running: bool = False,
        editing: bool = False,
        listed: bool = True,
        cards: bool = True,
    ) -> tuple[Any, ...]:
        """Values in the order of `outputs`.

        `box` is what the question box holds from now on, `running` whether an answer is under
        way; without `listed` and `cards` the list of conversations and the sources stay.
        """
        return (
            gr.skip() if box is None else box,
            self._chatbot(talk, setup),
            self._panel(talk, setup) if cards else gr.skip(),
            talk,
            self._here(talk, setup),
            gr.update(visible=not running),
            gr.update(visible=running),
            gr.update(visible=editing),
            editing,
            self._header(talk, setup) if listed else gr.skip(),
            "" if listed else gr.skip(),
            self.listing(talk) if listed else gr.skip(),
        )

    def at_first(self, talk: Conversation, setup: Setup) -> tuple[Any, ...]:
        """The list of conversations, and all else as the page was made, unless its library has
        changed since; nothing of what was asked meanwhile.
        """
        shown: dict[Any, Any] = {self.parts.listed: self.listing(talk)}
        if self.desks.has_changed and not talk.turns:
            shown[self.parts.header] = self._header(talk, setup)
            shown[self.parts.chatbot] = gr.update(examples=self._starters(setup))
            shown[self.parts.panel] = self._panel(talk, setup)
        return tuple(shown.get(part, gr.skip()) for part in self.outputs)

    def listing(self, talk: Conversation, words: str = "") -> str:
        """The kept conversations that say all the words."""
        entries = self.history.entries(words)
        return history_list.listing(entries, talk.id, searched=bool(words.strip()))

    def _chatbot(self, talk: Conversation, setup: Setup) -> Any:
        """The messages; before the first, questions to begin with."""
        if talk.turns:
            return self._messages(talk)
        return gr.update(value=[], examples=self._starters(setup))

    def _starters(self, setup: Setup) -> list[dict[str, str]]:
        try:
            starters = self.desks.desk(setup.library, setup.model).chain.starters()
        except FootnoteError:
            return []
        return [{"text": starter} for starter in starters]

    def _messages(self, talk: Conversation) -> list[dict[str, str]]:
        shown = []
        for number, turn in enumerate(talk.turns, start=1):
            said = message.message(turn, number, talk.id, talk.turns[: number - 1])
            shown.append({"role": "user", "content": message.question(turn.question)})
            shown.append({"role": "assistant", "content": said})
        return shown

    def _panel(self, talk: Conversation, setup: Setup) -> str:
        library = self._library_of(talk, setup)
        if found := cards.panel(talk.turns, library or self.desks.default, setup.shown):
            return found
        try:
            return cards.listing(self.desks.library(library).papers.values())
        except FootnoteError as error:
            return f'<p class="none">{escape(str(error))}</p>'

    def _header(self, talk: Conversation, setup: Setup) -> str:
        name = self._library_of(talk, setup)
        try:
            papers = len(self.desks.library(name).papers)
        except FootnoteError:
            papers = 0
        return message.header(papers, "" if name in ("", self.desks.default) else name)

    def _here(self, talk: Conversation, setup: Setup) -> str:
        """What the page's address and links are made of."""
        name = self._library_of(talk, setup)
        library = "" if name == self.desks.default else escape(name)
        return f'<span data-id="{talk.id}" data-library="{library}"></span>'

    def _library_of(self, talk: Conversation, setup: Setup) -> str:
        return talk.library if talk.id else setup.library
