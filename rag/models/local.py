"""A GGUF file run in this process by llama.cpp. The one importer of xllamacpp."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

from rag.models.model import Piece, Request, Usage
from rag.settings import ModelSettings
from store.errors import ModelRefusedError

_THREADS = max(1, (os.cpu_count() or 1) // 2)  # the other half is for the rest of it
# Places in which llama.cpp keeps what it last read: each of our prompts finds its own beginning
# there, a quarter of what is to be read. They share one context.
_PLACES = 4
_READ_AT_ONCE = 128  # tokens, after which it hears that it was left; more are read no faster
_MISSING = (
    "To run a GGUF file the package xllamacpp is needed; install it with "
    "`.venv/bin/pip install xllamacpp`."
)


class InProcess:
    """A model file, loaded once; calls run one after the other, each with the whole context."""

    keeps_to_schema = True

    def __init__(self, file: Path, settings: ModelSettings) -> None:
        """Loads the file; raises ModelRefusedError where it cannot be."""
        if not file.is_file():
            raise ModelRefusedError(f"There is no file {str(file)!r}; name one with gguf:PATH.")
        self.engine = f"gguf:{file.stem}"
        # The same name and size at another place is the same model: evals are copied about.
        self.identity = f"{self.engine} of {file.stat().st_size} bytes"
        self._server = _loaded(file, settings.context)
        self._alone = asyncio.Semaphore()

    async def stream(self, request: Request) -> AsyncGenerator[Piece, None]:
        """The reply as it comes. Closing it stops llama.cpp soon, in mid-reading too."""
        loop = asyncio.get_running_loop()
        chunks: asyncio.Queue[Any] = asyncio.Queue()
        left = threading.Event()

        def hear(chunk: Any) -> bool:
            loop.call_soon_threadsafe(chunks.put_nowait, chunk)
            return left.is_set()

        await self._alone.acquire()
        work = loop.run_in_executor(None, self._call, request, hear)
        work.add_done_callback(lambda _: chunks.put_nowait(None))
        work.add_done_callback(lambda _: self._alone.release())  # which may be after it was left
        try:
            while (chunk := await chunks.get()) is not None:
                yield _piece(chunk)
            await work
        finally:
            left.set()

    async def close(self) -> None:
        """Stops llama.cpp and gives its memory back."""
        self._server = None

    def _call(self, request: Request, hear: Any) -> None:
        self._server.handle_chat_completions(
            {
                "messages": request.messages,
                **request.response_format,
                "temperature": 0,
                "seed": 0,
                "max_tokens": request.most,
                "stream": True,
                "return_progress": True,  # else whoever leaves waits until all is read
                "stream_options": {"include_usage": True},
            },
            hear,
        )


def _loaded(file: Path, context: int) -> Any:
    try:
        import xllamacpp
    except ImportError as error:
        raise ModelRefusedError(_MISSING) from error
    params = xllamacpp.CommonParams()
    params.model.path = str(file)
    params.n_ctx = context
    params.n_parallel = _PLACES
    params.n_batch = _READ_AT_ONCE
    params.kv_unified = True  # the one call at a time may take all the context
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.cache_ram_mib = 0  # else it keeps what it has read, up to 8 GB
    params.warmup = False
    params.verbosity = -1
    for cpu in (params.cpuparams, params.cpuparams_batch):
        cpu.n_threads = _THREADS
        cpu.poll = 0  # threads that wait in a loop take the machine from everybody else
    try:
        return xllamacpp.Server(params)
    except Exception as error:  # the binding raises bare RuntimeErrors
        raise ModelRefusedError(
            f"The file {str(file)!r} cannot be run ({error}); name a GGUF model of a kind that "
            "llama.cpp knows."
        ) from error


def _piece(chunk: Any) -> Piece:
    """What a chunk brings; raises ModelError where it tells of a failure."""
    if error := chunk.get("error"):
        raise ModelRefusedError(
            f"The model refuses the request ({error.get('message', 'no reason given')}); "
            "look at FOOTNOTE_CONTEXT."
        )
    told = chunk.get("usage")
    usage = Usage(told["prompt_tokens"], told["completion_tokens"]) if told else None
    if not chunk.get("choices"):
        return Piece(usage=usage)
    choice = chunk["choices"][0]
    text = choice.get("delta", {}).get("content") or ""
    return Piece(text, usage, cut_off=choice.get("finish_reason") == "length")
