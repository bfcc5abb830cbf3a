"""Every setting, read once from the environment and a `.env`, with its default and its reason."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from store import manifest
from store.errors import SettingError
from store.homes import DEFAULT_LIBRARY, home_of

DOTENV = Path(".env")
GGUF = "gguf:"
_PLACEHOLDER = "none"  # what servers on one's own machine take for a key


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars for a million tokens sent, and for a million received."""

    prompt: float
    completion: float

    def of(self, prompt: int, completion: int) -> float:
        """What so many tokens cost, in dollars."""
        return (prompt * self.prompt + completion * self.completion) / 1_000_000


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """The language model that writes, and where it is.

    `name` is the endpoint's name for it, or `gguf:` and a path; `base_url` of None means the
    openai client's own. `context` is how many tokens it reads and writes in one call,
    `timeout` how many seconds one call may take, `at_once` how many calls run together.
    """

    name: str
    api_key: str = field(default=_PLACEHOLDER, repr=False)
    base_url: str | None = field(default=None, repr=False)
    context: int = 8_192
    price: Price | None = None
    timeout: float = 120.0
    at_once: int = 4

    @property
    def has_key(self) -> bool:
        """Whether a key was given, and not what stands in for one."""
        return self.api_key != _PLACEHOLDER

    @property
    def gguf(self) -> Path | None:
        """The file that is run in the process, where one is named."""
        if not self.name.startswith(GGUF):
            return None
        return Path(self.name.removeprefix(GGUF)).expanduser()


@dataclass(frozen=True, slots=True)
class Settings:
    """`home` is the folder where libraries live, `library` the folder of the one in use.

    `log_level` is a name that the logging module knows; warnings and worse are shown. `model`
    is None where none is named: then the papers' own sentences are the answers.
    """

    home: Path
    library: Path
    log_level: str = "WARNING"
    model: ModelSettings | None = None

    @property
    def replies(self) -> Path:
        """The folder where replies of models are kept."""
        return self.home / "cache" / "replies"


def load_settings(
    library: Path | None = None,
    environment: Mapping[str, str] | None = None,
    *,
    model: str | None = None,
) -> Settings:
    """Reads FOOTNOTE_* and OPENAI_*; what the call names goes first, a `.env` last.

    Raises SettingError for a value that cannot be. With an `environment` of one's own no
    `.env` is read.
    """
    given = _with_dotenv(os.environ) if environment is None else environment
    home = home_of(given)
    return Settings(
        home=home,
        library=_folder(library, home) if library else home / DEFAULT_LIBRARY,
        log_level=given.get("FOOTNOTE_LOG", "").strip().upper() or "WARNING",
        model=_model(model, given),
    )


def _folder(library: Path, home: Path) -> Path:
    """The folder that a call names. A bare name is that of a library in `home`, unless a library
    or an empty folder of that name stands where the call was made.
    """
    named = library.expanduser()
    if named.is_absolute() or len(named.parts) != 1:
        return named
    here = (named / manifest.FILE).exists() or (named.is_dir() and not any(named.iterdir()))
    return named if here else home / named


def _with_dotenv(environment: Mapping[str, str]) -> Mapping[str, str]:
    """The environment, and for what it lacks the `.env` of the folder one is in.

    An address from the file never gets a key from the environment: whoever gives one a folder
    with such a file must not get the key with the next question.
    """
    if not DOTENV.is_file():
        return environment
    from dotenv import dotenv_values

    try:
        found = dotenv_values(DOTENV, interpolate=False, encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(
            f"The file {str(DOTENV.resolve())!r} cannot be read ({error}); mend or remove it."
        ) from error
    ours = {k: v for k, v in found.items() if v and k.startswith(("FOOTNOTE_", "OPENAI_"))}
    merged = {**ours, **environment}
    if "OPENAI_BASE_URL" in ours and "OPENAI_BASE_URL" not in environment:
        merged["OPENAI_API_KEY"] = ours.get("OPENAI_API_KEY", "")
    return merged


def _model(named: str | None, given: Mapping[str, str]) -> ModelSettings | None:
    """The model that was named; a key or an address alone names none."""
    name = (given.get("FOOTNOTE_MODEL", "") if named is None else named).strip()
    if not name:
        return None
    if name == GGUF:
        raise SettingError("gguf: names no file; write gguf:PATH, such as gguf:small.gguf.")
    key = given.get("OPENAI_API_KEY", "").strip()
    base_url = given.get("OPENAI_BASE_URL", "").strip()
    if not key and not base_url and not name.startswith(GGUF):
        raise SettingError(
            f"The model {name!r} is named, but not where it is; set OPENAI_API_KEY, or "
            "OPENAI_BASE_URL to an endpoint's address, or name a file with gguf:PATH."
        )
    if base_url and not is_address(base_url):
        raise SettingError(
            "OPENAI_BASE_URL is no address; set it to one such as http://127.0.0.1:8080/v1."
        )
    default = ModelSettings(name)
    return ModelSettings(
        name=name,
        api_key=key or _PLACEHOLDER,
        base_url=base_url or None,
        context=round(_number(given, "FOOTNOTE_CONTEXT", default.context, least=1_024)),
        price=read_price(given.get("FOOTNOTE_PRICE", "").strip()),
        timeout=_number(given, "FOOTNOTE_TIMEOUT", default.timeout, least=0.1),
        at_once=round(_number(given, "FOOTNOTE_CALLS", default.at_once, least=1)),
    )


def is_address(text: str) -> bool:
    """Whether an endpoint can have this address."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, a bracket that is not closed
        return False


def _number(given: Mapping[str, str], name: str, default: float, *, least: float) -> float:
    text = given.get(name, "").strip()
    try:
        number = float(text) if text else float(default)
    except ValueError:
        number = -1.0
    if not least <= number < 1e9:
        raise SettingError(f"{name} is {text!r}; set it to a number from {least:g} on.")
    return number


def read_price(text: str) -> Price | None:
    """Two prices with a comma between them, such as 0.15,0.60."""
    if not text:
        return None
    try:
        prompt, completion = (float(part) for part in text.split(","))
    except ValueError:
        prompt = completion = -1.0
    if not (0 <= prompt < 1e6 and 0 <= completion < 1e6):
        raise SettingError(
            f"FOOTNOTE_PRICE is {text!r}; set it to the dollars for a million tokens sent and "
            "received, such as 0.15,0.60."
        )
    return Price(prompt, completion)
