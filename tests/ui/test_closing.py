"""A tab's events wait until the page has left a stream that is being closed; nobody else's do."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from ui.closing import Closing

CLOSE = b'data: {"msg":"close_stream","event_id":null}\n\n'


def request(path, query=b""):
    return {"type": "http", "path": f"/gradio_api{path}", "query_string": query}


def saying(*messages):
    """What a client sends that then stays."""
    left = list(messages)

    async def receive():
        return left.pop(0) if left else await asyncio.Event().wait()

    return receive


def leaving(gone):
    """What a client sends that leaves at a moment."""

    async def receive():
        await gone.wait()
        return {"type": "http.disconnect"}

    return receive


def event_of(session):
    """An event's request in two pieces, and the client's leaving."""
    body = json.dumps({"data": [], "session_hash": session}).encode()
    return saying(
        {"type": "http.request", "body": body[:9], "more_body": True},
        {"type": "http.request", "body": body[9:], "more_body": False},
    )


def run(playing):
    """Runs in a thread: this one may have the browser's event loop."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, asyncio.wait_for(playing, 5)).result()


class Gradio:
    """Closes each stream at once, and notes what reaches it."""

    def __init__(self):
        self.events = []
        self.heard = []

    async def __call__(self, scope, receive, send):
        if scope["path"].endswith("/queue/join"):
            body = (await receive())["body"] + (await receive())["body"]
            self.events.append(json.loads(body)["session_hash"])
            return
        listening = asyncio.create_task(self.listen(receive))
        await send({"type": "http.response.body", "body": CLOSE, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})
        listening.cancel()

    async def listen(self, receive):
        self.heard.append((await receive())["type"])


async def nothing(message):
    pass


def heard_by(said):
    """Notes the bodies that a client is sent."""

    async def send(message):
        said.append(message["body"])

    return send


@pytest.fixture
def gradio():
    return Gradio()


def test_an_event_waits_until_its_page_has_left_the_stream(gradio):
    async def play():
        closing, gone = Closing(gradio), asyncio.Event()
        said = []
        stream = closing(request("/queue/data", b"session_hash=a"), leaving(gone), heard_by(said))
        under_way = asyncio.create_task(stream)
        await asyncio.sleep(0.01)
        assert said == [CLOSE]
        event = asyncio.create_task(closing(request("/queue/join"), event_of("a"), nothing))
        await closing(request("/queue/join"), event_of("b"), nothing)
        assert gradio.events == ["b"]
        gone.set()
        await asyncio.gather(under_way, event)
        assert gradio.events == ["b", "a"]
        assert said == [CLOSE, b""]
        await closing(request("/queue/join"), event_of("a"), nothing)
        assert gradio.events == ["b", "a", "a"]

    run(play())


def test_an_event_that_began_before_has_its_number_once_its_page_has_left_the_stream():
    async def play():
        closed, gone = asyncio.Event(), asyncio.Event()
        numbers = []

        async def slow(scope, receive, send):
            if scope["path"].endswith("/queue/data"):
                await Gradio()(scope, receive, send)
                return
            await closed.wait()
            await send({"type": "http.response.body", "body": b"the event's number"})

        closing = Closing(slow)
        event = asyncio.create_task(
            closing(request("/queue/join"), event_of("a"), heard_by(numbers))
        )
        await asyncio.sleep(0.01)
        stream = closing(request("/queue/data", b"session_hash=a"), leaving(gone), nothing)
        under_way = asyncio.create_task(stream)
        await asyncio.sleep(0.01)
        closed.set()
        await asyncio.sleep(0.01)
        assert numbers == []
        gone.set()
        await asyncio.gather(under_way, event)
        assert numbers == [b"the event's number"]

    run(play())


def test_a_page_that_leaves_a_closed_stream_ends_nothing_else(gradio):
    async def play():
        gone = asyncio.Event()
        gone.set()
        await Closing(gradio)(request("/queue/data", b"session_hash=a"), leaving(gone), nothing)

    run(play())
    assert gradio.heard == []


def test_a_page_that_leaves_an_open_stream_is_heard(gradio):
    async def play():
        async def waiting(scope, receive, send):
            assert (await receive())["type"] == "http.disconnect"
            gradio.heard.append("left")

        page = saying({"type": "http.disconnect"})
        await Closing(waiting)(request("/queue/data", b"session_hash=a"), page, nothing)

    run(play())
    assert gradio.heard == ["left"]


def test_a_page_that_stays_holds_nothing_up_for_good(gradio, monkeypatch):
    monkeypatch.setattr("ui.closing._PATIENCE", 0.05)

    async def play():
        closing = Closing(gradio)
        stream = closing(request("/queue/data", b"session_hash=a"), saying(), nothing)
        under_way = asyncio.create_task(stream)
        await asyncio.sleep(0.01)
        await closing(request("/queue/join"), event_of("a"), nothing)
        await under_way

    run(play())
    assert gradio.events == ["a"]


@pytest.mark.parametrize("body", [b"", b"no JSON", b"[]", b"{}", b"\xff"])
def test_a_request_without_a_tab_is_passed_on(body):
    passed = []

    async def app(scope, receive, send):
        passed.append((await receive())["body"])

    async def play():
        page = saying({"type": "http.request", "body": body, "more_body": False})
        await Closing(app)(request("/queue/join"), page, nothing)

    run(play())
    assert passed == [body]
