"""The settings of a tab as a form of HTML; pure. `ui.setup` reads what comes back."""

from __future__ import annotations

from rag.settings import ModelSettings
from ui.setup import SHOWN, Rules, Setup, shown_address, shown_price
from ui.text import escape

_ABOUT = (
    "These hold for <strong>this tab of the browser alone</strong>, from the next question on, "
    "until it is closed; other tabs and other people keep theirs."
)
_KEY = (
    "The key stays in the server’s memory for this tab. It is never shown again, kept on disk or "
    "sent to another address; after a reload of the page it has to be typed again."
)
# What sentences for the command line call by its variable has a field here.
_FIELDS = {
    "OPENAI_BASE_URL": "the address",
    "OPENAI_API_KEY": "the key",
    "FOOTNOTE_MODEL": "the model’s name",
}
_NO_MODEL = "the papers’ own sentences"


def told(text: str, *, good: bool, nonce: str) -> str:
    """What came of trying or using the form."""
    kind = "good" if good else "bad"
    return f'<p class="{kind}" data-nonce="{nonce}">{escape(by_fields(text))}</p>'


def by_fields(text: str) -> str:
    """A sentence for the command line as it is said where there is this form."""
    for variable, field in _FIELDS.items():
        text = text.replace(variable, field)
    return text


def form(setup: Setup, rules: Rules, *, nonce: str = "") -> str:
    """The form, filled with what holds now; a key is never in it. `nonce` tells it is new."""
    return (
        f'<form class="settings" autocomplete="off" data-nonce="{nonce}"><h2>Settings</h2>'
        '<button type="button" class="act" name="unset">Close</button>'
        f"<p>{_ABOUT}</p>{_library(setup, rules)}{_writer(setup, rules)}{_sources(setup)}"
        '<p class="doing"><button type="button" class="act strong" name="use">Use these</button>'
        "</p>"
        f"{_of_the_server(rules)}</form>"
    )


def _library(setup: Setup, rules: Rules) -> str:
    chosen = setup.library or rules.libraries[0]
    options = "".join(_option(name, name, chosen) for name in rules.libraries)
    return (
        "<fieldset><legend>Library</legend>"
        f'<label>Papers to ask<select name="library">{options}</select></label>'
        "<p>A conversation stays with its library: another one begins a new conversation.</p>"
        "</fieldset>"
    )


def _writer(setup: Setup, rules: Rules) -> str:
    """Who writes; the fields of the model that was chosen last or that the chat started with."""
    model = setup.model or rules.model
    own, other = ("", " checked") if setup.model else (" checked", "")
    kept = "kept; type another to replace it" if setup.model and setup.model.has_key else ""
    shut = " disabled" if rules.closed else ""
    note = (
        "<p>This chat can be reached from other machines, so another model can only be named "
        "where it is started.</p>"
        if rules.closed
        else f"<p>{_KEY}</p>"
    )
    return (
        "<fieldset><legend>Who writes the answers</legend>"
        f'<label class="choice"><input type="radio" name="writer" value="own"{own}>'
        "The papers’ own sentences</label>"
        f'<label class="choice"><input type="radio" name="writer" value="model"{other}>'
        "A language model, checked claim by claim</label>"
        '<div class="model">'
        + _field("model", "Model", model.name if model else "", "qwen2.5:7b", shut)
        + _field("address", "Address", _address(model), "http://127.0.0.1:11434/v1", shut)
        + f'<label>Key<input type="password" name="key" placeholder="{escape(kept)}" '
        f'autocomplete="new-password"{shut}></label>'
        + _field("price", "Price", shown_price(model) if model else "", "0.15,0.60", "")
        + "<p>Dollars for a million tokens sent and received, to show what an answer cost. "
        f"No address means OpenAI’s.</p>{note}"
        '<p class="doing"><button type="button" class="act" name="try">Try the model</button></p>'
        "</div></fieldset>"
    )


def _sources(setup: Setup) -> str:
    options = "".join(_option(str(n), f"{n} at first", str(setup.shown)) for n in SHOWN)
    return (
        "<fieldset><legend>Sources</legend><label>Shown beside an answer"
        f'<select name="shown">{_option("0", "all", str(setup.shown))}{options}</select></label>'
        "<p>The others are one press away; a number in the answer always opens its own.</p>"
        "</fieldset>"
    )


def _of_the_server(rules: Rules) -> str:
    """What nobody can change here, and where that is done."""
    model = rules.model
    writes = escape(model.name) if model else _NO_MODEL
    bounds = (
        f"; a model reads and writes {model.context:,} tokens a call and has {model.timeout:g} s"
        if model
        else ""
    )
    return (
        "<p>For the whole server, set where it is started: a new tab begins with the library "
        f"<strong>{escape(rules.libraries[0])}</strong> and {writes}{bounds}.</p>"
    )


def _address(model: ModelSettings | None) -> str:
    return shown_address(model) if model else ""


def _field(name: str, label: str, value: str, example: str, shut: str) -> str:
    return (
        f'<label>{label}<input type="text" name="{name}" value="{escape(value)}" '
        f'placeholder="{example}" spellcheck="false" autocomplete="off"{shut}></label>'
    )


def _option(value: str, label: str, chosen: str) -> str:
    mark = " selected" if value == chosen else ""
    return f'<option value="{escape(value)}"{mark}>{escape(label)}</option>'
