"""A GGUF file run in the process: the same calls, with nothing to start and nobody to reach."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from rag.model import Reply, Request, open_model
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


def test_a_file_that_is_no_model(tmp_path: Path) -> None:
    (tmp_path / "no.gguf").write_text("This is a text.")
    with pytest.raises(ModelRefusedError, match=r"no\.gguf"):
        open_model(ModelSettings(f"gguf:{tmp_path / 'no.gguf'}"), tmp_path)
