"""A request to a model, and what is heard of it."""

from __future__ import annotations

from collections.abc import Callable

from rag.models.calls import Model
from rag.models.model import Reply, Request
from tests import endpoints

SCHEMA = {"type": "object", "properties": {"word": {"type": "string"}}, "required": ["word"]}
ASKED = Request("Be brief.", "Say yes.", SCHEMA, 20)
YES = endpoints.replies('{"word": ', '"yes"}', usage=(11, 7))

Connect = Callable[..., Model]


def ask(model: Model, request: Request = ASKED) -> Reply:
    with model.talk() as talk:
        *_, reply = talk.stream(request)
    assert isinstance(reply, Reply)
    return reply
