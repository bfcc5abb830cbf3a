"""Calls to a model: retried where that helps, counted, and ended by leaving."""

from __future__ import annotations

import pytest

from rag.models.calls import Talk
from rag.models.model import Reply, Request, Usage
from store.errors import (
    ModelBusyError,
    ModelError,
    ModelRefusedError,
    ModelReplyError,
    ModelUnreachableError,
)
from tests import endpoints
from tests.rag.conftest import Serve
from tests.rag.connecting import ASKED, SCHEMA, YES, Connect, ask


def test_a_reply_is_heard_as_it_comes(misbehaving: Serve, connect: Connect) -> None:
    with connect(misbehaving(YES).base_url).talk() as talk:
        heard = list(dict.fromkeys(talk.stream(ASKED)))
    assert heard[0] == ""
    assert heard[-2:] == ['{"word": "yes"}', Reply('{"word": "yes"}', Usage(11, 7))]
    assert talk.usage == Usage(11, 7)


def test_what_is_sent(misbehaving: Serve, connect: Connect) -> None:
    server = misbehaving(YES)
    ask(connect(server.base_url))
    (sent,) = server.asked
    assert sent["messages"] == [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "Say yes."},
    ]
    assert (sent["model"], sent["temperature"], sent["max_tokens"]) == ("small", 0, 20)
    assert sent["response_format"]["json_schema"]["schema"] == SCHEMA
    assert server.keys == ["Bearer sk-secret"]


def test_tokens_are_counted_here_where_the_endpoint_does_not(
    misbehaving: Serve, connect: Connect
) -> None:
    reply = ask(connect(misbehaving(endpoints.replies("yes")).base_url))
    assert reply.usage == Usage(prompt=6, completion=1)  # "Be brief." and "Say yes.": 3 each


@pytest.mark.parametrize(
    "first",
    [
        endpoints.status(429, retry_after="0"),
        endpoints.status(500),
        endpoints.status(503),
        endpoints.fails_within("overloaded"),
        endpoints.cuts('{"word"'),
        endpoints.raw(b"data: {not json\n\n", "text/event-stream"),
        endpoints.replies(""),
    ],
)
def test_what_may_pass_is_asked_again(
    misbehaving: Serve, connect: Connect, first: endpoints.Behaviour
) -> None:
    server = misbehaving(first, YES)
    assert ask(connect(server.base_url)).text == '{"word": "yes"}'
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("behaviour", "error", "tries", "said"),
    [
        (endpoints.status(401, "sk-secret is wrong"), ModelRefusedError, 1, "OPENAI_API_KEY"),
        (endpoints.status(403), ModelRefusedError, 1, "OPENAI_API_KEY"),
        (endpoints.status(404), ModelRefusedError, 1, "FOOTNOTE_MODEL"),
        (endpoints.status(400, "sk-secret? no"), ModelRefusedError, 1, "no"),
        (endpoints.status(429, retry_after="0"), ModelBusyError, 3, "too often"),
        (endpoints.status(429, retry_after="3600"), ModelBusyError, 1, "too often"),
        (endpoints.status(500), ModelBusyError, 3, "500"),
        (endpoints.fails_within("overloaded"), ModelBusyError, 3, "overloaded"),
        (endpoints.cuts("{"), ModelReplyError, 3, "broke off"),
        (endpoints.replies(""), ModelReplyError, 3, "said nothing"),
        (endpoints.raw(b"<html>", "text/html"), ModelReplyError, 3, "no chat"),
        (endpoints.raw(b"data: {\n\n", "text/event-stream"), ModelReplyError, 3, "no chat"),
    ],
)
def test_what_does_not_pass_is_one_sentence_with_its_cure(
    misbehaving: Serve,
    connect: Connect,
    behaviour: endpoints.Behaviour,
    error: type[ModelError],
    tries: int,
    said: str,
) -> None:
    server = misbehaving(behaviour)
    with pytest.raises(error, match=said) as caught:
        ask(connect(server.base_url))
    assert len(server.asked) == tries
    assert "sk-secret" not in str(caught.value)
    assert str(caught.value).endswith(".")


def test_nobody_there(misbehaving: Serve, connect: Connect) -> None:
    server = misbehaving(YES)
    server.server_close()
    with pytest.raises(ModelUnreachableError, match="OPENAI_BASE_URL"):
        ask(connect(server.base_url))


@pytest.mark.parametrize("text", ["", '{"word"'])
def test_an_endpoint_that_stalls(misbehaving: Serve, connect: Connect, text: str) -> None:
    server = misbehaving(endpoints.stalls(text))
    with pytest.raises(ModelUnreachableError, match="FOOTNOTE_TIMEOUT"):
        ask(connect(server.base_url, timeout=0.2))
    assert len(server.asked) == 2
    assert server.left.wait(5)


def test_what_an_endpoint_does_not_know_is_left_out(misbehaving: Serve, connect: Connect) -> None:
    server = misbehaving(
        endpoints.status(400, "'response_format' of type json_schema is not supported"),
        endpoints.status(400, "Use 'max_completion_tokens' in the place of 'max_tokens'."),
        endpoints.status(422, "temperature: only the default is supported"),
        YES,
    )
    model = connect(server.base_url)
    assert ask(model).text == '{"word": "yes"}'
    assert not model.endpoint.keeps_to_schema
    last = server.asked[-1]
    assert not {"response_format", "temperature", "max_tokens"} & last.keys()
    assert last["max_completion_tokens"] == 20


def test_a_model_that_repeats_itself_is_stopped(misbehaving: Serve, connect: Connect) -> None:
    server = misbehaving(endpoints.repeats("the same again and again, "))
    reply = ask(connect(server.base_url))
    assert not reply.complete
    assert server.left.wait(5)


def test_an_endpoint_that_knows_no_end_is_left(misbehaving: Serve, connect: Connect) -> None:
    """What it says never repeats, and no tokens were agreed on that it kept to."""
    server = misbehaving(endpoints.counts())
    reply = ask(connect(server.base_url))
    assert not reply.complete
    assert len(reply.text) < 2 * ASKED.longest
    assert server.left.wait(5)


def test_a_reply_is_cut_off_where_enough_is_heard(misbehaving: Serve, connect: Connect) -> None:
    """What was sent and heard until then counts, and is kept as if it were whole."""
    server = misbehaving(endpoints.repeats("a word "))
    model = connect(server.base_url)
    with model.talk() as talk:
        *_, reply = talk.stream(ASKED, lambda text: text.count("word") == 3)
        assert isinstance(reply, Reply)
        assert (reply.text, reply.complete) == ("a word " * 3, False)
        assert talk.usage == reply.usage
        assert reply.usage.prompt > 0
        assert reply.usage.completion > 0
    assert server.left.wait(5)
    assert ask(model) == reply
    assert len(server.asked) == 1


def test_leaving_ends_the_call(misbehaving: Serve, connect: Connect) -> None:
    server = misbehaving(endpoints.stalls("{"))
    with connect(server.base_url, timeout=60).talk() as talk:
        texts = talk.stream(ASKED)
        while next(texts) != "{":
            pass
    assert server.left.wait(5)


def test_calls_run_together_up_to_the_limit(misbehaving: Serve, connect: Connect) -> None:
    together = endpoints.meets(2, YES)
    server = misbehaving(together, together, YES)
    requests = [Request("Be brief.", f"Say {n}.", SCHEMA, 20) for n in range(2)]
    with connect(server.base_url, at_once=2).talk() as talk:
        *_, came = talk.all(requests)
    assert [type(reply) for reply in came] == [Reply, Reply]


def test_an_endpoint_that_let_one_wait_in_vain_is_left_alone_for_as_long(
    misbehaving: Serve, connect: Connect
) -> None:
    server = misbehaving(endpoints.stalls())
    model = connect(server.base_url, timeout=1)
    with pytest.raises(ModelUnreachableError):
        ask(model)
    tries = len(server.asked)
    with pytest.raises(ModelUnreachableError):
        ask(model)
    assert len(server.asked) == tries


def test_one_failure_of_several_spoils_no_other(misbehaving: Serve, connect: Connect) -> None:
    server = misbehaving(endpoints.status(400, "no"), YES)
    requests = [Request("Be brief.", f"Say {n}.", SCHEMA, 20) for n in range(3)]
    with connect(server.base_url, at_once=1).talk() as talk:
        *_, came = talk.all(requests)
    assert sorted(type(reply).__name__ for reply in came) == ["ModelRefusedError", *["Reply"] * 2]


def test_who_was_refused_is_not_asked_again_for_this_question(
    misbehaving: Serve, connect: Connect
) -> None:
    server = misbehaving(endpoints.status(401))
    talk: Talk
    with connect(server.base_url).talk() as talk:
        for _ in range(2):
            with pytest.raises(ModelRefusedError):
                list(talk.stream(ASKED))
    assert len(server.asked) == 1
