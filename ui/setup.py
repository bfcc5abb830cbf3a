"""What one tab of the browser has chosen, read strictly from what its page sends.

The page gets everything back but the key, which stays in the server's memory for that tab.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from rag.settings import GGUF, ModelSettings, Price, is_address, load_settings, read_price
from store.errors import SettingError

SHOWN = (3, 5, 10, 20)
"""How many sources of an answer may stand open beside it; 0 is all of them."""

_BOUNDS = ("CONTEXT", "TIMEOUT", "CALLS")
_LONGEST = 2_000  # characters of a field
_FROM_OUTSIDE = (
    "This chat can be reached from other machines, so who writes is chosen where it is started: "
    "footnote chat --model NAME."
)
_NO_LIBRARY = "There is no library {name!r} here; choose another in the settings."
_NO_FILES = "A model that runs in the process is named where the chat is started, with --model."
_NO_NAME = "Name the model as its endpoint calls it, such as qwen2.5:7b."
_NO_ADDRESS = "Give the endpoint's address, such as http://127.0.0.1:11434/v1; or a key for OpenAI."
_ODD_ADDRESS = "That is no address of an endpoint; give one such as http://127.0.0.1:11434/v1."
_WITH_KEY = "Give the key in its own field, not in the address."
_ODD_PRICE = "The price is two numbers, dollars for a million tokens sent and received: 0.15,0.60."


@dataclass(frozen=True, slots=True)
class Setup:
    """The choices of a tab.

    `library` is for conversations that begin now, and empty where it is the one that the chat
    was started with. `model` is None where the papers' own sentences answer. `shown` is how many
    sources stand open.
    """

    library: str = ""
    model: ModelSettings | None = None
    shown: int = 0


@dataclass(frozen=True, slots=True)
class Rules:
    """What a tab may choose from: the libraries' names, and the model of the chat's start.

    With `closed` nobody may name another model: the chat can be reached from other machines,
    and its server would call whatever address a stranger gives.
    """

    libraries: tuple[str, ...]
    model: ModelSettings | None
    closed: bool = False


def read_setup(data: object, now: Setup, rules: Rules) -> Setup:
    """The choices that a page sent, and for what it left out those of `now`.

    Raises SettingError, with what to do, for what cannot be.
    """
    fields = data.items() if isinstance(data, Mapping) else ()
    given = {str(name): str(value)[:_LONGEST].strip() for name, value in fields}
    library = given.get("library", "")
    if library and library not in rules.libraries:
        raise SettingError(_NO_LIBRARY.format(name=library))
    shown = next((count for count in SHOWN if str(count) == given.get("shown")), 0)
    return Setup(
        library=library or now.library,
        model=_model(given, now, rules) if "writer" in given else now.model,
        shown=shown if "shown" in given else now.shown,
    )


def _model(given: Mapping[str, str], now: Setup, rules: Rules) -> ModelSettings | None:
    """The model, with the key that belongs to its address."""
    if given.get("writer") != "model":
        return None
    name, address = given.get("model", ""), given.get("address", "")
    if started := _as_started(name, address, given, rules):
        return started
    if rules.closed:
        raise SettingError(_FROM_OUTSIDE)
    if name.startswith(GGUF):
        raise SettingError(_NO_FILES)
    if not name:
        raise SettingError(_NO_NAME)
    key = given.get("key", "") or _known_key(address, now, rules)
    if not address and not key:
        raise SettingError(_NO_ADDRESS)
    _check_address(address)
    return _named(name, address, key, given.get("price", ""))


def _as_started(
    name: str, address: str, given: Mapping[str, str], rules: Rules
) -> ModelSettings | None:
    """The model of the chat's start, as it is, where that is what was chosen."""
    model = rules.model
    if model is None or given.get("key") or (name, address) != (model.name, shown_address(model)):
        return None
    price = given.get("price", "")
    return model if price == shown_price(model) else replace(model, price=_price(price))


def _known_key(address: str, now: Setup, rules: Rules) -> str:
    """A key never goes to another address than the one that it was given for."""
    for known in (now.model, rules.model):
        if known and known.api_key and shown_address(known) == address:
            return known.api_key
    return ""


def _check_address(address: str) -> None:
    if address and not is_address(address):
        raise SettingError(_ODD_ADDRESS)
    if "@" in urlsplit(address).netloc or urlsplit(address).query:
        raise SettingError(_WITH_KEY)


def _named(name: str, address: str, key: str, price: str) -> ModelSettings:
    """The model as the environment would name it; how much it reads at once is the server's."""
    bounds = {f"FOOTNOTE_{k}": os.environ.get(f"FOOTNOTE_{k}", "") for k in _BOUNDS}
    given = {"FOOTNOTE_MODEL": name, "OPENAI_API_KEY": key, "OPENAI_BASE_URL": address, **bounds}
    found = load_settings(environment=given).model
    assert found is not None, "it has a name"
    return replace(found, price=_price(price))


def _price(text: str) -> Price | None:
    try:
        return read_price(text)
    except SettingError as error:
        raise SettingError(_ODD_PRICE) from error


def shown_address(model: ModelSettings) -> str:
    """The endpoint's address as the page may show it: without a name or password in it."""
    parts = urlsplit(model.base_url or "")
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="").geturl()


def shown_price(model: ModelSettings) -> str:
    """The price as it is typed; empty where none is set."""
    return f"{model.price.prompt:g},{model.price.completion:g}" if model.price else ""
