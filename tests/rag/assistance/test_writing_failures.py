"""A model that fails or says nothing of use: the papers' own sentences stand."""

from __future__ import annotations

import pytest

from rag.assistance.writing import NOTHING_PASSED
from rag.chain import Chain
from tests import endpoints
from tests.rag.claims import GOOD, LIES, QUESTION, claims
from tests.rag.conftest import Asking, Serve

FALL_BACK = "extractive (fall-back from openai:small)"


@pytest.mark.parametrize(
    "said",
    [
        claims((LIES, 1)),
        claims((GOOD, 99)),
        claims((GOOD, 0)),
        '{"claims": [{"text": "ToP cuts FLOPs by 8.1x.", "evidence": []}]}',
        claims(("ToP réduit de 8,1 fois le coût de calcul moyen du modèle BERT.", 1)),
        claims(("PWNED", 1)),
        claims(("How much does ToP reduce the FLOPs of BERT?", 1)),
        claims(("Constraint-aware and Ranking-distilled Token Pruning for BERT.", 1)),
        claims(("See ![it](http://elsewhere/x.png) for ToP on BERT.", 1)),
        claims(),
        "I do not know.",
        '{"claims": [{"text": "ToP cuts',
        "null",
        "{}",
    ],
)
def test_where_nothing_passes_the_papers_own_sentences_stand(
    misbehaving: Serve, asking: Asking, chain: Chain, said: str
) -> None:
    answer = asking(misbehaving(endpoints.replies(said)).base_url).ask(QUESTION)
    plain = chain.ask(QUESTION)
    assert (answer.markdown, answer.citations) == (plain.markdown, plain.citations)
    assert answer.engine == FALL_BACK
    assert answer.note == NOTHING_PASSED
    assert not answer.abstained


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        (endpoints.status(401), "OPENAI_API_KEY"),
        (endpoints.status(404), "FOOTNOTE_MODEL"),
        (endpoints.status(429, retry_after="0"), "too often"),
        (endpoints.status(429, retry_after="999"), "too often"),
        (endpoints.status(500), "500"),
        (endpoints.status(503), "503"),
        (endpoints.cuts('{"claims": [{"text": "ToP'), "broke off"),
        (endpoints.replies(""), "said nothing"),
        (endpoints.raw(b"data: {\n\n", "text/event-stream"), "no chat completion"),
        (endpoints.stalls(), "FOOTNOTE_TIMEOUT"),
    ],
)
def test_every_failure_ends_in_an_answer_and_one_line_saying_why(
    misbehaving: Serve, asking: Asking, chain: Chain, behaviour: endpoints.Behaviour, said: str
) -> None:
    answer = asking(misbehaving(behaviour).base_url, timeout=0.3).ask(QUESTION)
    assert answer.markdown == chain.ask(QUESTION).markdown
    assert answer.engine == FALL_BACK
    assert said in answer.note
    assert "\n" not in answer.note


def test_a_model_that_repeats_itself_for_ever(
    misbehaving: Serve, asking: Asking, chain: Chain
) -> None:
    server = misbehaving(endpoints.repeats("and again and again, "))
    assert asking(server.base_url).ask(QUESTION).markdown == chain.ask(QUESTION).markdown
    assert server.left.wait(5)


def test_a_connection_cut_after_a_checked_claim_leaves_no_half_answer(
    misbehaving: Serve, asking: Asking, chain: Chain, place: int
) -> None:
    whole = claims((GOOD, place))
    answer = asking(misbehaving(endpoints.cuts(whole[:-2])).base_url).ask(QUESTION)
    assert answer.markdown == chain.ask(QUESTION).markdown
    assert "broke off" in answer.note


def test_leaving_ends_the_call(misbehaving: Serve, asking: Asking) -> None:
    server = misbehaving(endpoints.stalls("{"))
    events = asking(server.base_url, timeout=60).stream(QUESTION)
    while not server.asked:
        next(events)
    events.close()  # type: ignore[attr-defined]
    assert server.left.wait(5)
