"""The client of OpenAI-compatible endpoints: every failure of it is one of ours."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from types import SimpleNamespace
from typing import Any

import openai
import pytest

from rag.assistance import reading
from rag.assistance.votes import schema_of_votes
from rag.models import probe
from rag.models.calls import Model
from rag.models.llm import OpenAIEndpoint, mapped
from rag.models.model import Reply, Request, open_model
from rag.models.replies import Replies
from rag.settings import ModelSettings
from rag.writers.replied import schema_of
from store.errors import ModelError, ModelReplyError
from tests.endpoints import Misbehaving, raw

# What OpenAI's structured output knows; any other word, and the whole schema is refused.
KNOWN = {
    "type", "properties", "required", "additionalProperties", "enum", "items",
    "minItems", "maxItems", "minimum", "maximum",
}  # fmt: skip
SETTINGS = ModelSettings("small", "sk-secret", "http://me:pw@host:8080/v1")


def tree(error: type[BaseException]) -> Iterator[type[BaseException]]:
    yield error
    for below in error.__subclasses__():
        yield from tree(below)


def made(kind: type[BaseException]) -> BaseException:
    """An exception of that class, with no more than what `mapped` reads."""
    error = kind.__new__(kind)
    Exception.__init__(error, "sk-secret: it went wrong")
    values = {"status_code": 418, "body": None, "response": SimpleNamespace(headers={})}
    for name, value in values.items():
        if issubclass(kind, openai.APIError) and not hasattr(error, name):
            setattr(error, name, value)
    return error


@pytest.mark.parametrize("kind", sorted(set(tree(openai.OpenAIError)), key=lambda k: k.__name__))
@pytest.mark.parametrize("begun", [False, True])
def test_every_failure_of_the_client_is_one_of_ours(kind, begun):
    error = mapped(made(kind), SETTINGS, begun=begun)
    assert isinstance(error, ModelError)
    assert type(error) is not ModelError
    assert "sk-secret" not in str(error)
    assert "pw" not in str(error)


@pytest.mark.parametrize(
    "schema", [schema_of(7, 4), schema_of_votes(8), reading._SCHEMA, probe._SCHEMA]
)
def test_every_schema_is_one_that_openai_takes(schema):
    assert words_of(schema) <= KNOWN


def words_of(schema: dict[str, Any]) -> set[str]:
    below = [*schema.get("properties", {}).values(), *filter(None, [schema.get("items")])]
    return set(schema).union(*(words_of(each) for each in below))


def test_a_real_model_keeps_to_the_schema(llama, tmp_path):
    settings = ModelSettings("smollm2", base_url=llama)
    word = {"type": "string", "enum": ["yes", "no"]}
    schema = {
        "type": "object",
        "properties": {"word": word},
        "required": ["word"],
        "additionalProperties": False,
    }
    with closing(open_model(settings, tmp_path)) as model, model.talk() as talk:
        *_, reply = talk.stream(Request("Answer.", "Is water wet?", schema, 60))
        assert isinstance(reply, Reply)
        assert json.loads(reply.text)["word"] in ("yes", "no")
        assert reply.usage.prompt > 10
        assert model.engine == "openai:smollm2"


def test_a_real_model_refuses_what_is_too_long(llama, tmp_path):
    settings = ModelSettings("smollm2", base_url=llama)
    too_long = Request("Answer.", "word " * 9_000, {"type": "string"}, 20)
    with (
        closing(open_model(settings, tmp_path)) as model,
        model.talk() as talk,
        pytest.raises(ModelError, match="FOOTNOTE_CONTEXT"),
    ):
        list(talk.stream(too_long))


def event(data: object) -> bytes:
    return f"data: {json.dumps(data)}\n\n".encode()


def asked(tmp_path, *events: object) -> Reply:
    body = b"".join(event(data) for data in events) + b"data: [DONE]\n\n"
    with Misbehaving(raw(body, "text/event-stream")) as server:
        settings = ModelSettings("small", base_url=server.base_url)
        endpoint, kept = OpenAIEndpoint(settings), Replies(tmp_path)
        with closing(Model(endpoint, settings, kept, pause=0)) as model, model.talk() as talk:
            *_, reply = talk.stream(Request("Answer.", "Is water wet?", None, 60))
            return reply


def said(text: object, **more: object) -> dict[str, object]:
    return {"choices": [{"index": 0, "delta": {"content": text}}], **more}


@pytest.mark.parametrize(
    "chunk",
    [None, 5, [], "x", {"choices": "x"}, {"choices": [None]}, {"choices": {"a": 1}}, said(["a"]),
     said(5), {"choices": [{"delta": "x"}]}],
)  # fmt: skip
def test_a_chunk_of_another_shape_is_a_failure_of_the_reply(chunk, tmp_path):
    with pytest.raises(ModelReplyError, match="no chat completion"):
        asked(tmp_path, chunk)


def test_a_stream_that_is_closed_in_the_middle_has_broken_off(tmp_path):
    with pytest.raises(ModelReplyError, match="broke off"):
        asked(tmp_path, said('{"claims": [{"text": "Wat'))
    assert asked(tmp_path, said('{"claims": []}')).text  # whole, though no reason is told
    last = {"choices": [{"index": 0, "delta": {"content": '{"cl'}, "finish_reason": "length"}]}
    assert asked(tmp_path, last).text == '{"cl'


def test_half_of_a_surrogate_pair_is_taken_for_a_question_mark(tmp_path):
    assert asked(tmp_path, said("wet \ud83d, yes")).text == "wet ?, yes"


@pytest.mark.parametrize(
    "usage", ["lots", 5, {"prompt_tokens": "many"}, {"prompt_tokens": -5, "completion_tokens": -7}]
)
def test_a_count_that_is_none_is_made_here(usage, tmp_path):
    reply = asked(tmp_path, said("yes", usage=usage))
    assert reply.text == "yes"
    assert 0 < reply.usage.completion < 5 < reply.usage.prompt < 20
