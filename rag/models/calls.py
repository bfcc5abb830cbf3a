"""Calls to a model from code that is not asynchronous: retried, cached, counted, stoppable.

Calls run in one thread with an event loop of its own, several together up to a limit. Whoever
waits for one hears at least every `HEARTBEAT` seconds, so that leaving is never slow, and
leaving ends the calls.
"""

from __future__ import annotations

import asyncio
import logging
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import aclosing

from rag.models.model import Endpoint, Reply, Request, Usage
from rag.models.rambling import repeats_itself
from rag.models.replies import Replies
from rag.models.tokens import count_tokens
from rag.settings import ModelSettings
from store.errors import (
    ModelError,
    ModelRefusedError,
    ModelReplyError,
    ModelUnreachableError,
    ReplayError,
)

_log = logging.getLogger(__name__)

HEARTBEAT = 0.25  # seconds
_TRIES, _TRIES_AFTER_TIMEOUT = 3, 2
_LONGEST_WAIT = 20.0  # seconds; an endpoint that wants a longer one is not asked again

Hear = Callable[[str], bool]  # is given the text so far, says whether that is enough


class Model:
    """A language model, to be shared by all who ask. Close it when nobody does any more."""

    def __init__(
        self,
        endpoint: Endpoint,
        settings: ModelSettings,
        replies: Replies,
        *,
        replay: bool = False,
        pause: float = 1.0,
    ) -> None:
        """`pause` is how many seconds pass before the second try; each further one doubles it."""
        self.endpoint = endpoint
        self.settings = settings
        self.engine = endpoint.engine
        self._replies = replies
        self._replay = replay
        self._pause = pause
        self._places = asyncio.Semaphore(settings.at_once)
        self._silence: tuple[float, ModelError] | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="model", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Ends the thread; calls that are under way end with it."""
        if not self._loop.is_closed():
            asyncio.run_coroutine_threadsafe(_end_all(), self._loop).result()
            asyncio.run_coroutine_threadsafe(self.endpoint.close(), self._loop).result()
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()

    def talk(self) -> Talk:
        """The calls for one question, to be used in a `with` block, whose end ends them."""
        return Talk(self)

    def count(self, text: str) -> int:
        """How many tokens a text has, as nearly as can be told from outside."""
        return count_tokens(text, self.settings.name)

    def start(self, request: Request, hear: Hear) -> Future[Reply]:
        """Makes the call in the background; `hear` is called from that thread."""
        return asyncio.run_coroutine_threadsafe(self._answer(request, hear), self._loop)

    async def _answer(self, request: Request, hear: Hear) -> Reply:
        if found := self._replies.find(self.endpoint.identity, request):
            hear(found.text)
            return found
        if self._replay:
            raise ReplayError(
                f"The cache holds no reply of {self.engine} to what is asked now; leave out "
                "--replay to call the model."
            )
        async with self._places:
            reply = await self._unless_silent(request, hear)
        self._replies.keep(self.endpoint.identity, request, reply)
        return reply

    async def _unless_silent(self, request: Request, hear: Hear) -> Reply:
        """Leaves an endpoint alone for as long as it last kept somebody waiting in vain.

        Without that, one that died in mid-run would cost every further question its time-out.
        """
        started = self._loop.time()
        if self._silence and started < self._silence[0]:
            raise self._silence[1]
        self._silence = None
        try:
            return await self._tried(request, hear)
        except ModelUnreachableError as error:
            now = self._loop.time()
            # Not for as long as the machine slept meanwhile.
            self._silence = (now + min(now - started, self.settings.timeout), error)
            raise

    async def _tried(self, request: Request, hear: Hear) -> Reply:
        """Asks again, later and later, where that may help. Each try is heard from its start."""
        for attempt in range(1, _TRIES + 1):
            try:
                async with asyncio.timeout(self.settings.timeout):
                    return await self._once(request, hear)
            except TimeoutError:
                error: ModelError = ModelUnreachableError(
                    f"The model took longer than {self.settings.timeout:g} seconds; look whether "
                    "it is busy, or raise FOOTNOTE_TIMEOUT."
                )
                tries = _TRIES_AFTER_TIMEOUT
            except ModelError as failure:
                error, tries = failure, _TRIES
            pause = self._pause * 2 ** (attempt - 1) if error.wait is None else error.wait
            if not error.retryable or attempt >= tries or pause > _LONGEST_WAIT:
                break
            _log.info("Asking again in %g s: %s", pause, error)
            await asyncio.sleep(pause)
        raise error

    async def _once(self, request: Request, hear: Hear) -> Reply:
        text, usage, complete = "", None, True
        async with aclosing(self.endpoint.stream(request)) as pieces:
            async for piece in pieces:
                text += piece.text
                usage = piece.usage or usage
                complete = complete and not piece.cut_off
                if piece.text and (hear(text) or len(text) > request.longest):
                    complete = False
                    break
        if not text.strip():
            raise ModelReplyError("The model said nothing; ask again, or name another model.")
        if usage is None:
            sent = self.count(request.system) + self.count(request.user)
            usage = Usage(sent, self.count(text))
        return Reply(text, usage, complete)


async def _end_all() -> None:
    """Cancels what runs in this loop and waits until it has ended."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


class Talk:
    """The calls for one question; `usage` is what their replies took, cached ones as at first."""

    def __init__(self, model: Model) -> None:
        """Use `Model.talk`."""
        self.model = model
        self.usage = Usage()
        self._calls: list[Future[Reply]] = []
        self._failure: ModelError | None = None

    def __enter__(self) -> Talk:
        """Nothing is called yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """Ends what is under way."""
        for call in self._calls:
            call.cancel()

    def stream(self, request: Request, enough: Hear = repeats_itself) -> Iterator[str | Reply]:
        """The text so far, again and again, then the reply, cut off where `enough` is heard of it.

        Raises ModelError, ReplayError.
        """
        heard: queue.SimpleQueue[str | None] = queue.SimpleQueue()

        def hear(text: str) -> bool:
            heard.put(text)
            return enough(text)

        call = self._start(request, hear)
        call.add_done_callback(lambda _: heard.put(None))
        text: str | None = ""
        while text is not None:
            yield text
            try:
                text = heard.get(timeout=HEARTBEAT)
            except queue.Empty:
                continue
        yield self._settled(call)

    def all(
        self, requests: Sequence[Request], enough: Hear = repeats_itself
    ) -> Iterator[list[Reply | ModelError | None]]:
        """What has come of each request so far, again and again; the last list holds no None.

        The calls run together, as many as the settings allow; as `stream`. Raises ReplayError.
        """
        calls = [self._start(request, enough) for request in requests]
        came: list[Reply | ModelError | None] = [None] * len(calls)
        while None in came:
            left = [call for call, result in zip(calls, came, strict=True) if result is None]
            wait(left, timeout=HEARTBEAT, return_when=FIRST_COMPLETED)
            for place, call in enumerate(calls):
                if came[place] is None and call.done():
                    came[place] = self._outcome(call)
            yield list(came)

    def _start(self, request: Request, hear: Hear) -> Future[Reply]:
        """A call; once one was refused, or found nobody, the others would wait in vain."""
        if self._failure:
            raise self._failure
        size = self.model.count(request.system) + self.model.count(request.user) + request.most
        if size > self.model.settings.context:
            raise ModelRefusedError(
                "What is to be asked does not fit into the model's context; ask in fewer words, "
                "or raise FOOTNOTE_CONTEXT."
            )
        call = self.model.start(request, hear)
        self._calls.append(call)
        return call

    def _outcome(self, call: Future[Reply]) -> Reply | ModelError:
        try:
            return self._settled(call)
        except ModelError as error:
            return error

    def _settled(self, call: Future[Reply]) -> Reply:
        try:
            reply = call.result()
        except ModelError as error:
            if not isinstance(error, ModelReplyError):
                self._failure = error
            raise
        self.usage += reply.usage
        return reply
