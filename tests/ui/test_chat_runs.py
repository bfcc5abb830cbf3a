"""A question that was ended shows and keeps nothing more, whatever its chain still says.

The handlers are taken from the page and driven by hand, as Gradio drives them: it asks for the
next step once the last one is with the page.
"""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest

from rag.types import Partial
from ui import actions, runs
from ui.chat import build
from ui.conversation import STOPPED
from ui.desks import Desks
from ui.history import INTERRUPTED, Conversation, History
from ui.runs import Run
from ui.setup import Setup

SETUP = Setup()
REQUEST = SimpleNamespace(session_hash="a tab")
OTHER = SimpleNamespace(session_hash="another tab")


def said(name, **more):
    return SimpleNamespace(target=None, _data={"name": name, **more})


ENDINGS = {
    "Stop": lambda page, talk: page.halt(talk, SETUP, REQUEST),
    "New": lambda page, talk: page.new(SETUP, REQUEST),
    "Open": lambda page, talk: page.leave(talk, SETUP, said(actions.OPEN, value="f" * 16), REQUEST),
    "Delete": lambda page, talk: page.leave(
        talk, SETUP, said(actions.DELETE, value=talk.id), REQUEST
    ),
    "settings": lambda page, talk: page.use(talk, SETUP, SimpleNamespace(_data={}), REQUEST),
}


class Page:
    """The page's handlers by name, and the conversation that a view of theirs shows."""

    def __init__(self, chain, library, folder):
        self.history = History(folder)
        blocks = build(Desks(chain, library, None), self.history)
        self.fns = {f.fn.__name__: f for f in blocks.fns.values() if f.fn}
        self.runs = self.fns["ask"].fn.__self__.runs

    def __getattr__(self, name):
        return self.fns[name].fn

    def start(self, question="q", request=REQUEST):
        return self.ask(question, Conversation(), SETUP, False, said(""), request)

    def talk(self, view):
        return next(value for value in view if isinstance(value, Conversation))


async def rest(asked):
    return [view async for view in asked]


@pytest.fixture
def drive(scripted, library, tmp_path):
    """What steps give that are taken with the page of a chain of these scripts."""

    def go(steps, *scripts):
        async def with_page():
            return await steps(Page(scripted(*scripts), library, tmp_path))

        # In a thread of its own, for pytest's keeps its event loop.
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(asyncio.run, with_page()).result()

    return go


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_answer_that_comes_after_the_end_is_neither_shown_nor_kept(ending, drive, answer):
    go_on = threading.Event()

    async def steps(page):
        asked = page.start()
        await anext(asked)
        talk = page.talk(await anext(asked))
        later = asyncio.create_task(rest(asked))
        view = await asyncio.to_thread(ENDINGS[ending], page, talk)
        kept = page.history.load(talk.id)
        go_on.set()
        assert await later == []
        assert page.history.load(talk.id) == kept
        return view, kept

    script = [Partial("Checked.", ()), lambda: go_on.wait(30), answer("Never shown.")]
    view, kept = drive(steps, script)
    assert "Never shown." not in str(view)
    if ending == "Delete":
        assert kept is None
    else:
        note = STOPPED if ending == "Stop" else INTERRUPTED
        assert [turn.note for turn in kept.turns] == [note]


def test_what_is_on_its_way_to_the_page_arrives_before_stopped(drive, answer, monkeypatch):
    waiting, arrived = threading.Event(), []

    class Watched(Run):
        def wait(self):
            waiting.set()
            arrived.append(super().wait())

    monkeypatch.setattr(runs, "Run", Watched)

    async def steps(page):
        asked = page.start()
        await anext(asked)
        talk = page.talk(await anext(asked))
        assert page.talk(await anext(asked)).turns[0].answer  # on its way until the next step
        halting = asyncio.create_task(asyncio.to_thread(page.halt, talk, SETUP, REQUEST))
        assert await asyncio.to_thread(waiting.wait, 30)
        assert arrived == []
        assert await rest(asked) == []
        stopped = page.talk(await halting)
        assert arrived == [True]
        assert stopped == page.history.load(talk.id)
        return stopped

    stopped = drive(steps, [Partial("Checked.", ()), answer("An answer.")])
    assert [(turn.note, turn.answer) for turn in stopped.turns] == [(STOPPED, None)]


def test_the_next_question_of_the_tab_and_that_of_another_go_on(drive, answer):
    go_on = threading.Event()

    async def steps(page):
        theirs = page.start("theirs", OTHER)
        await anext(theirs)
        first = page.start("first")
        await anext(first)
        later = asyncio.gather(rest(first), rest(theirs))
        await asyncio.to_thread(page.new, SETUP, REQUEST)
        second = await rest(page.start("second"))
        go_on.set()
        none, others = await later
        assert none == []
        return [page.talk(views[-1]).turns[0] for views in (second, others)]

    scripts = [lambda: go_on.wait(30), answer("An answer.")]
    turns = drive(steps, scripts, scripts, [answer("An answer.")])
    assert [turn.question for turn in turns] == ["second", "theirs"]
    assert all(turn.answer for turn in turns)


@pytest.mark.parametrize("way", ["answered", "closed", "cancelled", "nothing asked"])
def test_nothing_stays_of_a_run_that_is_over(way, drive, answer):
    go_on = threading.Event()

    async def steps(page):
        asked = page.start(" " if way == "nothing asked" else "q")
        await anext(asked)
        assert len(page.runs) == 1
        if way == "closed":
            await asked.aclose()
        if way == "cancelled":
            step = asyncio.create_task(anext(asked))
            await asyncio.sleep(0)  # it waits for its step by now
            step.cancel()
            with pytest.raises(asyncio.CancelledError):
                await step
        go_on.set()
        await rest(asked)
        assert len(page.runs) == 0

    drive(steps, [lambda: go_on.wait(30), answer("An answer.")])


def test_refused_settings_stop_what_ran(drive, answer):
    go_on = threading.Event()

    async def steps(page):
        asked = page.start()
        talk = page.talk(await anext(asked))
        later = asyncio.create_task(rest(asked))
        data = SimpleNamespace(_data={"library": "lost"})
        view = await asyncio.to_thread(page.use, talk, SETUP, data, REQUEST)
        go_on.set()
        assert await later == []
        return page.talk(view)

    stopped = drive(steps, [lambda: go_on.wait(30), answer("Never shown.")])
    assert [turn.note for turn in stopped.turns] == [STOPPED]
