"""A model behind an OpenAI-compatible endpoint. The one importer of openai."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from json import JSONDecoder
from typing import Any
from urllib.parse import urlsplit

import openai

from rag.models.model import Piece, Request, Usage
from rag.settings import ModelSettings
from store.errors import (
    ModelBusyError,
    ModelError,
    ModelRefusedError,
    ModelReplyError,
    ModelUnreachableError,
)

FAILURES = (openai.OpenAIError, ValueError)
"""All that the client raises, bare ValueErrors for what is no JSON; `mapped` maps each."""

_CONNECT = 10.0  # seconds
# What not every server knows; left out from then on where one refuses it.
_OPTIONAL = {
    "response_format": ("response_format", "json_schema", "schema", "grammar"),
    "stream_options": ("stream_options", "include_usage"),
    "temperature": ("temperature",),
    "seed": ("seed",),
    "max_tokens": ("max_tokens", "max_completion_tokens"),
}


class OpenAIEndpoint:
    """Chat completions of one model, streamed; the same request gets the same reply, if it can."""

    def __init__(self, settings: ModelSettings) -> None:
        """Connects to nothing yet."""
        self.engine = f"openai:{settings.name}"
        self.identity = f"{self.engine} at {settings.base_url or 'openai'}"
        self._settings = settings
        self._refused: set[str] = set()
        self._client = openai.AsyncOpenAI(
            api_key=settings.api_key,
            base_url=settings.base_url,
            max_retries=0,  # rag.models.calls retries, other transports too
            timeout=openai.Timeout(settings.timeout, connect=min(_CONNECT, settings.timeout)),
        )

    @property
    def keeps_to_schema(self) -> bool:
        """Whether the endpoint has not refused structured output so far."""
        return "response_format" not in self._refused

    async def stream(self, request: Request) -> AsyncGenerator[Piece, None]:
        """The reply as it comes. What the endpoint does not know is left out and asked again."""
        while True:
            begun, ended, text = False, False, ""
            try:
                async with await self._client.chat.completions.create(
                    **self._arguments(request)
                ) as chunks:
                    async for chunk in chunks:
                        begun = True
                        if piece := _piece(chunk):
                            text += piece.text
                            yield piece
                        ended = ended or _is_last(chunk)
                if not begun:  # such as the page of a gateway that wants a password
                    raise ModelReplyError(_foreign(self._settings))
                if not ended and _is_open(text):  # closed in the middle, as if all had been said
                    raise ModelReplyError(_broken_off(self._settings))
                return
            except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                unknown = self._unknown(error)
                if unknown is None:
                    raise mapped(error, self._settings) from error
                self._refused.add(unknown)
            except FAILURES as error:
                raise mapped(error, self._settings, begun=begun) from error

    async def close(self) -> None:
        """Closes the client's connections."""
        await self._client.close()

    def _arguments(self, request: Request) -> dict[str, Any]:
        """The call, less what the endpoint has refused."""
        optional = {
            **request.response_format,
            "stream_options": {"include_usage": True},
            "temperature": 0,
            "seed": 0,
            "max_tokens": request.most,
        }
        kept = {name: value for name, value in optional.items() if name not in self._refused}
        if "max_tokens" in self._refused:
            kept["max_completion_tokens"] = request.most
        return {
            "model": self._settings.name,
            "messages": request.messages,
            "stream": True,
            **kept,
        }

    def _unknown(self, error: openai.APIStatusError) -> str | None:
        """Which optional argument the endpoint complains of, if it has not been left out."""
        said = str(error).lower()
        for name, words in _OPTIONAL.items():
            if name not in self._refused and any(word in said for word in words):
                return name
        return None


def _piece(chunk: Any) -> Piece | None:
    """What a chunk brings; servers send some without any choice, or without a text.

    The client checks no types: ValueError says that the chunk is none.
    """
    try:
        usage = _usage(chunk.usage)
        if not chunk.choices:
            return Piece(usage=usage) if usage else None
        choice = chunk.choices[0]
        text = (choice.delta.content if choice.delta else None) or ""
        # Half of a surrogate pair is no text: nothing could count, keep or show it.
        text = text.encode("utf-8", "replace").decode()
        return Piece(text, usage, cut_off=choice.finish_reason == "length")
    except (AttributeError, TypeError, LookupError) as error:
        raise ValueError(f"no chunk of a chat completion: {error}") from error


def _is_last(chunk: Any) -> bool:
    """Whether a chunk says why the reply ends, as the last one does."""
    return any(choice.finish_reason for choice in chunk.choices or ())


def _is_open(text: str) -> bool:
    """Whether a text begins with JSON and ends before it does."""
    start = text.find("{")
    try:
        return start >= 0 and not JSONDecoder().raw_decode(text[start:])
    except ValueError:
        return True


def _usage(said: Any) -> Usage | None:
    """The tokens as the endpoint counts them; None where it does not, or what it says is none."""
    counts = (
        getattr(said, "prompt_tokens", None) or 0,
        getattr(said, "completion_tokens", None) or 0,
    )
    if not any(counts) or not all(isinstance(count, int) and count >= 0 for count in counts):
        return None
    return Usage(*counts)


def mapped(error: Exception, settings: ModelSettings, *, begun: bool = False) -> ModelError:
    """A failure of the client as one of ours; what the endpoint said is told, never a key.

    `begun` says that the reply had begun when it failed.
    """
    where = _place(settings)
    if isinstance(error, openai.APITimeoutError):
        return ModelUnreachableError(
            f"{where} did not answer in time; look whether it runs, or raise FOOTNOTE_TIMEOUT."
        )
    if isinstance(error, openai.APIStatusError):
        return _of_status(error, settings)
    if isinstance(error, openai.APIConnectionError) and not begun:
        return ModelUnreachableError(
            f"{where} cannot be reached; look whether it runs, and at OPENAI_BASE_URL."
        )
    if isinstance(error, openai.APIConnectionError):
        return ModelReplyError(_broken_off(settings))
    if isinstance(error, ValueError | openai.APIResponseValidationError):
        return ModelReplyError(_foreign(settings))
    if type(error) is openai.APIError:  # told within the stream
        return ModelBusyError(f"{where} failed ({_said(error, settings)}); ask again later.")
    return ModelRefusedError(
        f"{where} cannot be asked ({_said(error, settings)}); look at OPENAI_BASE_URL."
    )


def _broken_off(settings: ModelSettings) -> str:
    return f"{_place(settings)} broke off in the middle of its reply; ask again."


def _foreign(settings: ModelSettings) -> str:
    return (
        f"{_place(settings)} sent what is no chat completion; look at OPENAI_BASE_URL, or ask "
        "again."
    )


def _of_status(error: openai.APIStatusError, settings: ModelSettings) -> ModelError:
    where, status = _place(settings), error.status_code
    if status in (401, 403):
        return ModelRefusedError(f"{where} refuses the key ({status}); look at OPENAI_API_KEY.")
    if status == 404:
        return ModelRefusedError(
            f"{where} knows no model {settings.name!r} (404); look at FOOTNOTE_MODEL and "
            "OPENAI_BASE_URL."
        )
    if status in (408, 409, 425, 429) or status >= 500:
        why = "is asked too often" if status == 429 else "failed"
        wait = _wait(error.response.headers)
        return ModelBusyError(f"{where} {why} ({status}); ask again later.", wait=wait)
    return ModelRefusedError(
        f"{where} refuses the request ({status}: {_said(error, settings)}); look at "
        "FOOTNOTE_MODEL and FOOTNOTE_CONTEXT."
    )


def _wait(headers: Mapping[str, str]) -> float | None:
    """Retry-After in seconds; a date, which is rare, counts as not said."""
    try:
        return max(0.0, float(headers["retry-after"]))
    except (KeyError, ValueError):
        return None


def _place(settings: ModelSettings) -> str:
    """The endpoint without a user's name or password in its address."""
    if settings.base_url is None:
        return "OpenAI's endpoint"
    parts = urlsplit(settings.base_url)
    host = parts.netloc.rpartition("@")[2]
    return f"The model's endpoint {parts.scheme}://{host}{parts.path}"


def _said(error: Exception, settings: ModelSettings) -> str:
    """The error's own words on one line, shortened, without the key."""
    body = getattr(error, "body", None)
    message = body.get("message") if isinstance(body, dict) else None
    text = " ".join(str(message or error).split()).replace(settings.api_key, "…")
    return text if len(text) <= 160 else f"{text[:160]} …"
