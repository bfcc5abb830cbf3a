"""A GGUF file run in the process: the same calls, with nothing to start and nobody to reach."""

from __future__ import annotations

import asyncio
import json
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing, closing
from pathlib import Path

import pytest

from rag.models.local import InProcess
from rag.models.model import Reply, Request, open_model
from rag.settings import ModelSettings
from store.errors import ModelRefusedError

WORD = {"type": "object", "properties": {"word": {"enum": ["yes", "no"]}}, "required": ["word"]}


def test_a_file_answers_in_the_process(gguf: Path, tmp_path: Path) -> None:
    settings = ModelSettings(f"gguf:{gguf}", context=1_024)
    too_long = Request("Answer.", "word " * 2_000, WORD, 20)
    with closing(open_model(settings, tmp_path)) as model, model.talk() as talk:
        *heard, reply = talk.stream(Request("Answer.", "Is water wet?", WORD, 60))
        assert isinstance(reply, Reply)
        assert json.loads(reply.text)["word"] in ("yes", "no")
        assert heard[-1] == reply.text
        assert reply.usage.prompt > 10
        assert model.engine == "gguf:SmolLM2-135M-Instruct.Q4_1"
        with pytest.raises(ModelRefusedError, match="FOOTNOTE_CONTEXT"):
            list(talk.stream(too_long))


def test_leaving_while_it_reads(gguf: Path) -> None:
    """To read all of this takes 30 seconds of a processor; the next who asks does not wait."""
    long = Request("Answer.", "So many words are to be read. " * 1_000, None, 20)

    async def leave() -> str:
        local = InProcess(gguf, ModelSettings(f"gguf:{gguf}"))
        async with aclosing(local.stream(long)) as pieces:
            assert (await anext(pieces)).text == ""
        return "".join([p.text async for p in local.stream(Request("", "Is water wet?", WORD, 60))])

    started = time.process_time()
    with ThreadPoolExecutor() as pool:  # where no loop of the browser's tests runs
        assert "word" in json.loads(pool.submit(asyncio.run, leave()).result())
    assert time.process_time() - started < 10


def test_a_file_that_is_no_model(tmp_path: Path) -> None:
    (tmp_path / "no.gguf").write_text("This is a text.")
    with pytest.raises(ModelRefusedError, match=r"no\.gguf"):
        open_model(ModelSettings(f"gguf:{tmp_path / 'no.gguf'}"), tmp_path)
