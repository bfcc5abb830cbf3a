"""The model that is configured, as LlamaIndex's engines and evaluators want it."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock
from typing import Any

from llama_index.core.base.llms.types import (
    CompletionResponse,
    CompletionResponseGen,
    LLMMetadata,
)
from llama_index.core.bridge.pydantic import PrivateAttr
from llama_index.core.llms.callbacks import llm_completion_callback
from llama_index.core.llms.custom import CustomLLM

from rag.models.calls import Model
from rag.models.model import Reply, Request, Usage


class ModelLLM(CustomLLM):
    """Calls Footnote's own client: with its retries, its cache of replies and its errors.

    `usage` is what all calls took so far; `schema` holds the replies to a shape, where the
    endpoint can.
    """

    context_window: int
    num_output: int
    model_name: str
    _model: Model = PrivateAttr()
    _schema: Mapping[str, Any] | None = PrivateAttr()
    _usage: Usage = PrivateAttr()
    _counting: Any = PrivateAttr()

    def __init__(self, model: Model, *, most: int, schema: Mapping[str, Any] | None = None) -> None:
        """`most` is how many tokens a reply may have."""
        super().__init__(
            context_window=model.settings.context, num_output=most, model_name=model.engine
        )
        self._model, self._schema = model, schema
        self._usage, self._counting = Usage(), Lock()

    @property
    def usage(self) -> Usage:
        """Tokens sent and received since this was made."""
        return self._usage

    @property
    def metadata(self) -> LLMMetadata:
        """What LlamaIndex cuts its prompts by."""
        return LLMMetadata(
            context_window=self.context_window,
            num_output=self.num_output,
            model_name=self.model_name,
        )

    @llm_completion_callback()
    def complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponse:
        """The reply to a prompt; raises ModelError."""
        request = Request(system="", user=prompt, schema=self._schema, most=self.num_output)
        with self._model.talk() as talk:
            *_, reply = talk.stream(request)
        assert isinstance(reply, Reply)
        with self._counting:
            self._usage += talk.usage
        return CompletionResponse(text=reply.text)

    @llm_completion_callback()
    def stream_complete(
        self, prompt: str, formatted: bool = False, **kwargs: Any
    ) -> CompletionResponseGen:
        """The whole reply at once: nothing here shows one as it comes."""
        yield self.complete(prompt, formatted, **kwargs)
