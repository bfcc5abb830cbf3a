"""What happens when a tab's settings are tried, used, or come back with a reload of the page."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import Any

import gradio as gr

from store.errors import FootnoteError, SettingError
from ui.chat_page import Parts
from ui.chat_view import View
from ui.conversation import stop
from ui.desks import Desks
from ui.doctor import look_at_engine
from ui.history import Conversation
from ui.runs import Runs
from ui.settings_form import form, told
from ui.setup import Rules, Setup, read_setup

_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Choices:
    """The handlers of the settings; `closed` is whether a tab may name no model of its own."""

    desks: Desks
    closed: bool = False

    def rules(self) -> Rules:
        """What can be chosen now; libraries come and go while the chat runs."""
        return Rules(tuple(self.desks.names()), self.desks.started_with, self.closed)

    def connect(self, parts: Parts, view: View, runs: Runs, asking: Any) -> None:
        """Ties the form's events to what they do: "click" tries, "submit" uses.

        New settings end the answer that is under way: the tab's run, and the event `asking`.
        """
        quietly: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        tries = parts.form.click
        tries(self.try_out, parts.setup, parts.told, concurrency_limit=_AT_ONCE, **quietly)

        def use(talk: Conversation, setup: Setup, event: gr.EventData, request: gr.Request) -> Any:
            runs.end(request.session_hash)
            return self._use(view, talk, setup, event._data)

        outputs = [*view.outputs, parts.setup, parts.form, parts.told]
        parts.form.submit(use, [parts.talk, parts.setup], outputs, cancels=[asking], **quietly)

    def try_out(self, setup: Setup, event: gr.EventData) -> str:
        """One small call of the model that the form names; what it found, as HTML."""
        try:
            wanted = read_setup(event._data, setup, self.rules())
        except SettingError as error:
            return told(str(error), good=False, nonce=_nonce())
        found = look_at_engine(wanted.model)
        said = f"{found.detail}; {found.cure}." if found.cure else found.detail
        return told(said, good=found.state == "ok", nonce=_nonce())

    def _use(self, view: View, talk: Conversation, setup: Setup, data: object) -> tuple[Any, ...]:
        """New values of the view's outputs, the setup, its form and what is told.

        A conversation stays with its library, so another library begins a new one; what comes
        back with a reload changes no conversation. Refused ones stop what ran, too.
        """
        stopped = replace(talk, turns=stop(talk.turns))
        ran = stopped.turns is not talk.turns
        same = view(stopped, setup) if ran else (gr.skip(),) * len(view.outputs)
        rules = self.rules()
        restored = isinstance(data, dict) and data.get("restored") == "yes"
        try:
            chosen = read_setup(data, setup, rules)
            desk = self.desks.desk(chosen.library, chosen.model)
        except FootnoteError as error:
            if restored:  # with the drawer shut; the page waits for a form that is new
                gr.Warning(str(error))
                return (*same, gr.skip(), form(setup, rules, nonce=_nonce()), gr.skip())
            return (*same, gr.skip(), gr.skip(), told(str(error), good=False, nonce=_nonce()))
        talk = stopped
        if talk.id and (talk.library or self.desks.default) != desk.name and not restored:
            talk = Conversation()
        shown = view(talk, chosen)
        return (*shown, chosen, form(chosen, rules, nonce=_nonce()), "")


def _nonce() -> str:
    """So that the same words are news to the page, too."""
    return secrets.token_hex(4)
