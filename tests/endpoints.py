"""Two OpenAI-compatible endpoints on this machine: a real one, and one that misbehaves on cue.

    python tests/endpoints.py FILE.gguf

serves a model by llama.cpp on a free port, prints the address, and ends when its standard
input does.
"""

from __future__ import annotations

import json
import select
import sys
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Behaviour = Callable[["Handler"], None]


class Misbehaving(ThreadingHTTPServer):
    """Answers each call with the next of its behaviours, the last one for ever.

    `asked` holds the calls' bodies, `keys` what they authorized themselves with; `left` is set
    once a client has gone away from an answer that was not finished.
    """

    daemon_threads = True

    def __init__(self, *behaviours: Behaviour) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.behaviours = list(behaviours)
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self.left = threading.Event()
        self._taking = threading.Lock()
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def take(self) -> Behaviour:
        with self._taking:
            return self.behaviours.pop(0) if len(self.behaviours) > 1 else self.behaviours[0]


class Handler(BaseHTTPRequestHandler):
    """One call; the behaviours below say what it does."""

    server: Misbehaving

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.asked.append(json.loads(body))
        self.server.keys.append(self.headers["authorization"])
        self.server.take()(self)

    def log_message(self, *_: object) -> None:
        """A test's output is no place for it."""

    def begin(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()

    def event(self, data: object) -> None:
        self.wfile.write(
            f"data: {data if isinstance(data, str) else json.dumps(data)}\n\n".encode()
        )
        self.wfile.flush()

    def say(self, text: str, reason: str | None = None) -> None:
        choice = {"index": 0, "delta": {"content": text}, "finish_reason": reason}
        self.event({"id": "1", "object": "chat.completion.chunk", "choices": [choice]})

    def wait_until_left(self) -> None:
        """Until the client closes the connection; a minute at most."""
        select.select([self.connection], [], [], 60)
        self.server.left.set()


def replies(*texts: str, usage: tuple[int, int] | None = None, reason: str = "stop") -> Behaviour:
    """A whole reply, streamed in these pieces."""

    def behave(handler: Handler) -> None:
        handler.begin()
        for text in texts:
            handler.say(text)
        handler.say("", reason)
        if usage:
            told = {"prompt_tokens": usage[0], "completion_tokens": usage[1]}
            handler.event({"id": "1", "choices": [], "usage": told})
        handler.event("[DONE]")

    return behave


def status(code: int, message: str = "no", **headers: str) -> Behaviour:
    """An error of HTTP."""

    def behave(handler: Handler) -> None:
        body = json.dumps({"error": {"message": message}}).encode()
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("content-length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return behave


def raw(body: bytes, kind: str) -> Behaviour:
    """A success whose body is of another kind."""

    def behave(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("content-type", kind)
        handler.send_header("content-length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return behave


def obeys(order: str, obeyed: str, otherwise: str) -> Behaviour:
    """One reply where the call holds the order anywhere, another where it does not."""

    def behave(handler: Handler) -> None:
        said = obeyed if order in json.dumps(handler.server.asked[-1]) else otherwise
        replies(said)(handler)

    return behave


def fails_within(message: str) -> Behaviour:
    """An error told within a stream that began well."""

    def behave(handler: Handler) -> None:
        handler.begin()
        handler.event({"error": {"message": message}})

    return behave


def cuts(text: str) -> Behaviour:
    """The connection breaks off after this text."""

    def behave(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("content-type", "text/event-stream")
        handler.send_header("transfer-encoding", "chunked")
        handler.end_headers()
        choice = {"index": 0, "delta": {"content": text}, "finish_reason": None}
        event = f"data: {json.dumps({'id': '1', 'choices': [choice]})}\n\n".encode()
        handler.wfile.write(f"{len(event):x}\r\n".encode() + event + b"\r\n")
        handler.wfile.flush()
        handler.close_connection = True

    return behave


def stalls(text: str = "") -> Behaviour:
    """Says this much and then nothing more, until the client goes away."""

    def behave(handler: Handler) -> None:
        if text:
            handler.begin()
            handler.say(text)
        handler.wait_until_left()

    return behave


def meets(count: int, then: Behaviour) -> Behaviour:
    """Does this once so many calls are there at once; one that waits alone gets an error."""
    meeting = threading.Barrier(count)

    def behave(handler: Handler) -> None:
        try:
            meeting.wait(10)
        except threading.BrokenBarrierError:
            return status(400, "nobody else came")(handler)
        return then(handler)

    return behave


def counts() -> Behaviour:
    """Never says the same again, and never ends."""

    def behave(handler: Handler) -> None:
        handler.begin()
        try:
            for number in range(100_000):
                handler.say(f"{number * number} ")
        except OSError:
            handler.server.left.set()

    return behave


def repeats(text: str) -> Behaviour:
    """Says the same for ever."""

    def behave(handler: Handler) -> None:
        handler.begin()
        try:
            for _ in range(100_000):
                handler.say(text)
        except OSError:
            handler.server.left.set()

    return behave


def serve_llama(file: str) -> None:
    """llama.cpp's own server with this model, until standard input ends."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = file
    params.n_ctx = 8_192
    params.n_parallel = 4  # as llama-server has it of itself: each keeps what it last read
    params.kv_unified = True
    params.cache_ram_mib = 0
    params.port = 0
    params.hostnames = ["127.0.0.1"]
    params.warmup = False
    for cpu in (params.cpuparams, params.cpuparams_batch):
        cpu.n_threads = 1
        cpu.poll = 0  # several threads wait for each other wherever the machine is busy
    server = xllamacpp.Server(params)
    sys.stdout.write(f"{server.listening_address}\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    serve_llama(sys.argv[1])
