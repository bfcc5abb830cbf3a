"""What the page shows of a conversation: the new values of its components."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from ui import cards, history_list, message
from ui.chat_page import Parts, starters
from ui.current import Current
from ui.history import Conversation, History


@dataclass(frozen=True, slots=True)
class View:
    """Makes values for `outputs` of a conversation."""

    parts: Parts
    current: Current
    history: History

    @property
    def outputs(self) -> list[Any]:
        """The components that show a conversation."""
        p = self.parts
        shown = [p.box, p.chatbot, p.panel, p.talk, p.here, p.send, p.halt, p.edited, p.editing]
        return [*shown, p.words, p.listed]

    def __call__(
        self,
        talk: Conversation,
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
            self._messages(talk),
            self._cards(talk) if cards else gr.skip(),
            talk,
            f'<span data-id="{talk.id}"></span>',
            gr.update(visible=not running),
            gr.update(visible=running),
            gr.update(visible=editing),
            editing,
            "" if listed else gr.skip(),
            self.listing(talk) if listed else gr.skip(),
        )

    def only_lists(self, talk: Conversation) -> tuple[Any, ...]:
        """The lists of conversations, starters and papers, and everything else as it is."""
        shown: dict[Any, Any] = {self.parts.listed: self.listing(Conversation())}
        if not talk.turns:
            shown[self.parts.panel] = self._cards(talk)
            shown[self.parts.chatbot] = gr.update(examples=starters(self.current))
        return tuple(shown.get(part, gr.skip()) for part in self.outputs)

    def listing(self, talk: Conversation, words: str = "") -> str:
        """The kept conversations that say all the words."""
        entries = self.history.entries(words)
        return history_list.listing(entries, talk.id, searched=bool(words.strip()))

    def _messages(self, talk: Conversation) -> list[dict[str, str]]:
        shown = []
        for number, turn in enumerate(talk.turns, start=1):
            said = message.message(turn, number, talk.id)
            shown.append({"role": "user", "content": message.question(turn.question)})
            shown.append({"role": "assistant", "content": said})
        return shown

    def _cards(self, talk: Conversation) -> str:
        return cards.panel(talk.turns) or cards.listing(self.current.library.papers.values())
