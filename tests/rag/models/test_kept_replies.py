"""Replies of a model that are kept on disk, and answers from those alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.models.model import Request
from store.errors import (
    ModelRefusedError,
    ReplayError,
)
from tests import endpoints
from tests.rag.conftest import Serve
from tests.rag.connecting import SCHEMA, YES, Connect, ask


def test_a_reply_is_kept_and_no_call_is_made_again(misbehaving: Serve, connect: Connect) -> None:
    server = misbehaving(YES)
    first = ask(connect(server.base_url))
    assert ask(connect(server.base_url)) == first
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "other",
    [
        Request("Be long.", "Say yes.", SCHEMA, 20),
        Request("Be brief.", "Say no.", SCHEMA, 20),
        Request("Be brief.", "Say yes.", {"type": "string"}, 20),
        Request("Be brief.", "Say yes.", SCHEMA, 21),
    ],
)
def test_another_request_is_another_call(
    misbehaving: Serve, connect: Connect, other: Request
) -> None:
    server = misbehaving(YES)
    model = connect(server.base_url)
    ask(model)
    ask(model, other)
    assert len(server.asked) == 2


def test_a_failure_is_not_kept(misbehaving: Serve, connect: Connect) -> None:
    server = misbehaving(endpoints.status(401), YES)
    model = connect(server.base_url)
    with pytest.raises(ModelRefusedError):
        ask(model)
    assert ask(model).text == '{"word": "yes"}'


def test_a_damaged_reply_on_disk_counts_as_none(
    misbehaving: Serve, connect: Connect, tmp_path: Path
) -> None:
    server = misbehaving(YES)
    model = connect(server.base_url)
    ask(model)
    (file,) = (tmp_path / "replies").rglob("*.json")
    file.write_text('{"text": ')
    assert ask(model).text == '{"word": "yes"}'
    assert len(server.asked) == 2


def test_replay_answers_from_the_cache_alone(misbehaving: Serve, connect: Connect) -> None:
    server = misbehaving(YES)
    first = ask(connect(server.base_url))
    assert ask(connect(server.base_url, replay=True)) == first
    with pytest.raises(ReplayError, match="--replay") as caught:
        ask(connect(server.base_url, replay=True), Request("Be brief.", "Other.", SCHEMA, 20))
    assert caught.value.exit_status == 3
    assert len(server.asked) == 1
