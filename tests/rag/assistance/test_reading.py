"""Where the rules can make nothing of a question, a model may read it, and is checked."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from rag.assistance.reading import Reader
from rag.chain import Chain
from rag.records.catalog import Catalog
from rag.types import Kind, Question
from store.library import Library
from tests import endpoints
from tests.endpoints import Misbehaving
from tests.rag.conftest import Asking, Serve

READ = "why did they recommend quantization?"
EARLIER = "What speedup does T-MAC reach?"
NOTHING = {"kind": "none", "question": "", "topic": "", "papers": [], "since": "", "until": ""}


def read_as(**fields: object) -> endpoints.Behaviour:
    """An endpoint that reads a question so, and claims and judges nothing."""
    reading = json.dumps({**NOTHING, **fields})

    def behave(handler: endpoints.Handler) -> None:
        sent = handler.server.asked[-1]["messages"][-1]["content"]
        endpoints.replies(reading if "The question: " in sent else '{"claims": []}')(handler)

    return behave


def readings_asked(server: Misbehaving) -> int:
    return sum("The question: " in asked["messages"][-1]["content"] for asked in server.asked)


def test_a_follow_up_that_the_rules_leave_open_is_made_whole(
    misbehaving: Serve, asking: Asking, chain: Chain
) -> None:
    before = chain.ask(EARLIER)
    text, whole = "whom do we owe that to?", "Who are the authors we owe T-MAC to?"
    assert chain.ask(text, [before]).abstained
    server = misbehaving(read_as(kind="record", question=whole))
    answer = asking(server.base_url).ask(text, [before])
    assert answer.markdown == chain.ask(whole).markdown
    assert not answer.abstained
    assert answer.question.text == text
    assert "about T-MAC" in answer.understood


def test_a_follow_up_that_reads_as_if_it_stood_alone_is_asked_about(
    misbehaving: Serve, asking: Asking, chain: Chain
) -> None:
    before = chain.ask(EARLIER)
    text = "the increase then, how many times?"
    assert before.papers[0] not in chain.ask(text, [before]).papers
    whole = "how many times is the increase of T-MAC for low-bit LLM deployment on edge then?"
    server = misbehaving(read_as(kind="fact", question=whole))
    answer = asking(server.base_url).ask(text, [before])
    assert answer.papers == before.papers
    assert "4x increase" in answer.markdown


def test_a_reading_away_from_the_conversation_takes_no_answers_place(
    misbehaving: Serve, asking: Asking, chain: Chain
) -> None:
    before = chain.ask(EARLIER)
    text = "the increase then, how many times?"
    server = misbehaving(read_as(kind="list", question=text, topic="increase times"))
    answer = asking(server.base_url).ask(text, [before])
    assert readings_asked(server) == 1
    assert answer.markdown == chain.ask(text, [before]).markdown


def test_a_set_that_the_rules_took_for_a_fact_is_found(
    misbehaving: Serve, asking: Asking, chain: Chain
) -> None:
    assert chain.ask(READ).abstained
    server = misbehaving(read_as(kind="list", question=READ, topic="quantization"))
    answer = asking(server.base_url).ask(READ)
    assert answer.question.kind is Kind.LIST
    assert answer.papers
    assert readings_asked(server) == 1


@pytest.mark.parametrize(
    "question",
    [
        "Which papers target CPUs?",
        "What speedup does T-MAC reach?",
        "What learning rate did LongRoPE2 use?",
        "Tell me a joke",
    ],
)
def test_what_the_rules_have_read_is_not_asked_about(
    misbehaving: Serve, asking: Asking, chain: Chain, question: str
) -> None:
    server = misbehaving(read_as(kind="list", question=question, topic="attention"))
    assert asking(server.base_url).ask(question).papers == chain.ask(question).papers
    assert readings_asked(server) == 0


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"kind": "list", "question": "Which papers are about attention?", "topic": "attention"},
        {"kind": "fact", "question": "What is T-MAC?", "papers": ["T-MAC"]},
        {"kind": "list", "question": READ, "topic": "recommend"},
        {"kind": "fact", "question": READ, "papers": ["No Such Paper"]},
        {"kind": "fact", "question": READ, "papers": ["T-MAC"]},
        {"kind": "list", "question": READ, "topic": READ, "since": "yesterday"},
        {"kind": "list", "question": READ, "topic": READ, "since": "2024-01-01"},
        {"kind": "essay", "question": READ},
        {"kind": "list", "question": "x" * 5_000, "topic": "x"},
        {"kind": "list", "question": ["a"], "topic": 7, "papers": "T-MAC"},
    ],
)
def test_a_reading_that_cannot_be_vouched_for_changes_nothing(
    misbehaving: Serve, asking: Asking, chain: Chain, fields: dict[str, object]
) -> None:
    server = misbehaving(read_as(**fields))
    answer, alone = asking(server.base_url).ask(READ), chain.ask(READ)
    assert readings_asked(server) == 1
    assert (answer.markdown, answer.understood) == (alone.markdown, alone.understood)


@pytest.mark.parametrize("said", ["null", "[]", "{", "No.", '{"kind": "list"}'])
def test_neither_does_what_is_no_reading(
    misbehaving: Serve, asking: Asking, chain: Chain, said: str
) -> None:
    answer = asking(misbehaving(endpoints.replies(said)).base_url).ask(READ)
    assert answer.markdown == chain.ask(READ).markdown


def test_a_model_that_fails_here_is_said_to(
    misbehaving: Serve, asking: Asking, chain: Chain
) -> None:
    answer = asking(misbehaving(endpoints.status(401)).base_url).ask(READ)
    assert answer.markdown == chain.ask(READ).markdown
    assert "OPENAI_API_KEY" in answer.note


# What counts as sound


@pytest.fixture
def sound(catalog: Catalog) -> Callable[..., Question | None]:
    reader = Reader(catalog)

    def read(text: str, *said: str, **fields: object) -> Question | None:
        return reader._sound({**NOTHING, **fields}, Question(text, text, Kind.FACT), said)

    return read


def test_days_are_taken_of_years_that_stand_in_the_question(
    sound: Callable[..., Question | None],
) -> None:
    text = "what would you recommend about pruning since early 2024?"
    fields = {"kind": "list", "question": text, "topic": "pruning"}
    read = sound(text, **fields, since="2024-01-01", until="2024-04-30")
    assert read
    assert (read.filters.since, read.filters.until) == (date(2024, 1, 1), date(2024, 4, 30))
    assert sound(text, **fields, since="2023-01-01") is None
    assert sound(text, **fields, until="2024-13-01") is None


def test_papers_are_named_that_were_spoken_of(
    sound: Callable[..., Question | None], library: Library
) -> None:
    text = "and on phones?"
    said = "Asked: What speedup does T-MAC reach? Answered with: T-MAC"
    fields = {"kind": "fact", "question": "and on phones?", "papers": ["T-MAC"]}
    read = sound(text, said, **fields)
    assert read
    assert [library.papers[i].title.partition(":")[0] for i in read.named] == ["T-MAC"]
    alone = sound(text, **fields)
    assert alone is None or not alone.named
