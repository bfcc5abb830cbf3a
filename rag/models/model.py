"""What is asked of a language model and what comes back, whichever way it is reached."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from rag.models.calls import Model
    from rag.settings import ModelSettings

Schema = Mapping[str, Any]

_OF_A_TOKEN = 16  # characters; few tokens have more, and no reply has them on the average


@dataclass(frozen=True, slots=True)
class Request:
    """One call: what the model is to be, what it is asked, and the JSON schema of its reply.

    `most` is how many tokens the reply may have. An empty `system` is not sent; with no schema
    the reply is free text.
    """

    system: str
    user: str
    schema: Schema | None
    most: int

    @property
    def messages(self) -> list[dict[str, str]]:
        """As chat completions want them."""
        told = {"system": self.system, "user": self.user}
        return [{"role": role, "content": text} for role, text in told.items() if text]

    @property
    def longest(self) -> int:
        """Characters that a reply may have: some endpoints do not know `max_tokens`."""
        return _OF_A_TOKEN * self.most

    @property
    def response_format(self) -> dict[str, Any]:
        """The argument of this name, where there is a schema."""
        if self.schema is None:
            return {}
        schema = {"name": "reply", "strict": True, "schema": self.schema}
        return {"response_format": {"type": "json_schema", "json_schema": schema}}


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens sent and received."""

    prompt: int = 0
    completion: int = 0

    def __add__(self, other: Usage) -> Usage:
        """Both together."""
        return Usage(self.prompt + other.prompt, self.completion + other.completion)


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole reply; `complete` is False where it was cut off at its longest."""

    text: str
    usage: Usage
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """What comes next of a reply: text, and with the last piece what it took, if that is told."""

    text: str = ""
    usage: Usage | None = None
    cut_off: bool = False


class Endpoint(Protocol):
    """Where a model is reached."""

    @property
    def engine(self) -> str:
        """What the contract calls the model, such as `openai:gpt-4o`."""
        ...

    @property
    def identity(self) -> str:
        """Differs where the same request could get another reply."""
        ...

    @property
    def keeps_to_schema(self) -> bool:
        """Whether replies are held to the request's schema, as far as is known."""
        ...

    def stream(self, request: Request) -> AsyncGenerator[Piece, None]:
        """The reply as it comes; raises ModelError. Closing it ends the call."""
        ...

    async def close(self) -> None:
        """Gives back what it holds, in the loop that it was used in."""
        ...


def open_model(settings: ModelSettings, replies: Path, *, replay: bool = False) -> Model:
    """The model that the settings name; loads only what that one needs.

    Raises ModelError where a file or a package is missing. With `replay` nothing is called:
    every reply comes from the cache in the folder `replies`.
    """
    from rag.models.calls import Model
    from rag.models.replies import Replies

    endpoint: Endpoint
    if settings.gguf is not None:
        from rag.models.local import InProcess

        endpoint = InProcess(settings.gguf, settings)
    else:
        from rag.models.llm import OpenAIEndpoint

        endpoint = OpenAIEndpoint(settings)
    return Model(endpoint, settings, Replies(replies), replay=replay)
