"""Whatever a model says or fails to say, what is shown has passed the checks, or is the papers'."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from rag.chain import Chain
from rag.models.model import open_model
from rag.settings import ModelSettings, Price
from rag.types import Answer, Partial, Progress
from store.errors import ReplayError
from store.library import Library
from tests import endpoints
from tests.rag.claims import GOOD, LIES, QUESTION, claims
from tests.rag.conftest import Asking, Serve


def test_a_true_claim_is_shown_with_the_sentence_that_it_rests_on(
    misbehaving: Serve, asking: Asking, place: int
) -> None:
    server = misbehaving(endpoints.replies(claims((GOOD, place)), usage=(400, 30)))
    answer = asking(server.base_url, price=Price(1.0, 2.0)).ask(QUESTION)
    assert answer.markdown.startswith(f"{GOOD} [1]")
    assert "8.1x" in answer.citations[0].quote
    assert answer.engine == "openai:small"
    assert answer.note == ""
    assert answer.tokens == {"prompt": 400, "completion": 30}
    assert answer.cost == pytest.approx((400 * 1 + 30 * 2) / 1_000_000)
    assert len(server.asked) == 1


def test_what_a_claim_leaves_out_follows_in_the_papers_words(
    misbehaving: Serve, asking: Asking, place: int, chain: Chain
) -> None:
    server = misbehaving(endpoints.replies(claims((GOOD, place))))
    answer = asking(server.base_url).ask(QUESTION)
    assert "7.4x" not in GOOD
    assert "7.4x" in answer.markdown


def test_a_claim_takes_the_place_of_no_sentence_that_says_something_else(
    misbehaving: Serve, asking: Asking, chain: Chain
) -> None:
    """The first of the papers' own sentences has the answer; the claim rests on the second."""
    question = "How much energy does T-MAC save?"
    plain = chain.ask(question)
    assert "70%" in plain.citations[0].quote
    assert "30 tokens/s" in plain.citations[1].quote
    said = "T-MAC delivers 30 tokens/s for BitNet-b1.58-3B with a single core on M2-Ultra."
    server = misbehaving(endpoints.replies(claims(*((said, n) for n in range(1, 5)))))
    answer = asking(server.base_url).ask(question)
    assert "70%" in answer.markdown
    assert {c.quote for c in plain.citations if "30 tokens/s" not in c.quote} <= {
        c.quote for c in answer.citations
    }
    assert answer.markdown.count(said) <= 1


def test_a_false_claim_goes_back_once_with_what_is_wrong(
    misbehaving: Serve, asking: Asking, place: int
) -> None:
    server = misbehaving(
        endpoints.replies(claims((LIES, place))), endpoints.replies(claims((GOOD, place)))
    )
    answer = asking(server.base_url).ask(QUESTION)
    assert answer.markdown.startswith(GOOD)
    assert "9.9" not in answer.markdown
    repair = server.asked[1]["messages"][1]["content"]
    assert f"- {LIES} (wrong: the number 9.9x does not stand in what it cites)" in repair
    assert len(server.asked) == 2


def test_sentences_come_as_each_has_passed_its_check(
    misbehaving: Serve, asking: Asking, place: int
) -> None:
    whole = claims((GOOD, place), (LIES, place))
    server = misbehaving(endpoints.replies(*[whole[i : i + 9] for i in range(0, len(whole), 9)]))
    events = list(asking(server.base_url).stream(QUESTION))
    shown = [event.markdown for event in events if isinstance(event, Partial)]
    assert shown[0].startswith(GOOD)
    assert not [markdown for markdown in shown if "9.9" in markdown]
    said = [event.text for event in events if isinstance(event, Progress)]
    assert any(text.startswith("Writing") for text in said)
    assert any("go back once" in text for text in said)


@pytest.mark.parametrize(
    "question", ["Who wrote SPANN?", "Tell me a joke.", "What learning rate did LongRoPE2 use?"]
)
def test_what_needs_no_writing_calls_no_model(
    misbehaving: Serve, asking: Asking, question: str
) -> None:
    server = misbehaving(endpoints.status(500))
    answer = asking(server.base_url).ask(question)
    assert server.asked == []
    assert answer.engine == "extractive"


def test_replay_answers_offline_and_fails_loudly_on_a_miss(
    misbehaving: Serve, asking: Asking, place: int
) -> None:
    server = misbehaving(endpoints.replies(claims((GOOD, place)), usage=(400, 30)))
    first = asking(server.base_url).ask(QUESTION)
    server.server_close()
    again = asking(server.base_url, replay=True).ask(QUESTION)
    assert (again.markdown, again.tokens) == (first.markdown, first.tokens)
    with pytest.raises(ReplayError):
        asking(server.base_url, replay=True).ask("What speedup does PIT reach?")


def test_a_small_context_is_kept_to(misbehaving: Serve, asking: Asking) -> None:
    server = misbehaving(endpoints.replies(claims()))
    chain = asking(server.base_url, context=1_024)
    chain.ask(QUESTION)
    sent = " ".join(message["content"] for message in server.asked[0]["messages"])
    model = chain._assistance._model  # type: ignore[union-attr]
    assert model.count(sent) + server.asked[0]["max_tokens"] <= 1_024


@pytest.mark.parametrize(
    "question", ["Which papers target CPUs?", "Compare LongRoPE and LongRoPE2"]
)
def test_lists_and_comparisons_keep_their_structure(
    misbehaving: Serve, asking: Asking, chain: Chain, question: str
) -> None:
    words = "Something quite different is claimed here."
    server = misbehaving(endpoints.replies(claims(*((words, n) for n in range(1, 6)))))
    answer, plain = asking(server.base_url).ask(question), chain.ask(question)
    assert answer.papers == plain.papers
    assert answer.markdown == plain.markdown


def test_a_paper_of_a_list_in_plain_words_keeps_its_byline(
    misbehaving: Serve, asking: Asking, chain: Chain
) -> None:
    """Titles have colons, too."""
    question = "Which papers target CPUs?"
    plain = chain.ask(question)
    title, own = plain.papers[0].title, plain.citations[0].quote
    assert ": " in title
    reworded = f"In this work, {own[0].lower()}{own[1:]}"
    server = misbehaving(endpoints.replies(claims((reworded, 1))))
    answer = asking(server.base_url).ask(question)
    assert reworded in answer.markdown
    assert answer.markdown == plain.markdown.replace(own, reworded, 1)


def test_a_title_is_no_rewording(misbehaving: Serve, asking: Asking, chain: Chain) -> None:
    question = "Which papers target CPUs?"
    plain = chain.ask(question)
    said = f"Paper: {plain.papers[0].title}."
    answer = asking(misbehaving(endpoints.replies(claims((said, 1)))).base_url).ask(question)
    assert answer.markdown == plain.markdown


def test_a_model_of_which_nothing_is_used_is_not_asked_for_the_rest_of_a_list(
    misbehaving: Serve, asking: Asking, chain: Chain
) -> None:
    """A call of eight sentences, and one for what failed; the others stand as they are."""
    question = "Which papers use a LLaMA model in their experiments?"
    plain = chain.ask(question)
    assert len(plain.papers) > 8
    words = ("Something quite different is claimed here.", "It is not said at all in there.")
    server = misbehaving(endpoints.replies(claims(*((w, n) for n, w in enumerate(words, 1)))))
    assert asking(server.base_url).ask(question).markdown == plain.markdown
    asked = [call["messages"][0]["content"] for call in server.asked]
    assert len([system for system in asked if "plain words" in system]) == 2


def test_what_failed_goes_back_but_once_however_often_it_was_said(
    misbehaving: Serve, asking: Asking, place: int
) -> None:
    server = misbehaving(
        endpoints.replies(claims((LIES, place), (LIES, 1))), endpoints.replies(claims())
    )
    asking(server.base_url).ask(QUESTION)
    assert server.asked[1]["messages"][1]["content"].count(LIES) == 1


def test_what_a_model_is_told_of_its_task_is_the_same_in_every_call(
    misbehaving: Serve, asking: Asking
) -> None:
    """So that what an endpoint has read of it is not read again."""
    server = misbehaving(endpoints.replies(claims()))
    chain = asking(server.base_url)
    chain.ask(QUESTION)
    chain.ask("What speedup does PIT reach?")
    first, second = (call["messages"] for call in server.asked)
    assert first[0] == second[0]
    assert first[1] != second[1]


def test_a_cell_in_plain_words_keeps_its_place(
    misbehaving: Serve, asking: Asking, chain: Chain
) -> None:
    question = "Compare LongRoPE and LongRoPE2"
    own = chain.ask(question).citations[0].quote
    reworded = own.replace("This paper introduces LongRoPE that,", "LongRoPE is a method that,")
    server = misbehaving(endpoints.replies(claims((reworded, 1))), endpoints.replies(claims()))
    answer = asking(server.base_url).ask(question)
    assert reworded != own
    assert reworded in answer.markdown
    assert answer.engine == "openai:small"


def test_a_real_model_that_writes_badly_shows_nothing_unchecked(
    llama: str, library: Library, tmp_path: Path, chain: Chain
) -> None:
    settings = ModelSettings("smollm2", base_url=llama, timeout=300)
    with closing(open_model(settings, tmp_path)) as model:
        answer = Chain(library, model).ask(QUESTION)
    assert isinstance(answer, Answer)
    assert answer.tokens["prompt"] > 100
    for citation in answer.citations:
        part = library.papers[citation.paper_id].part(citation.section)
        assert part[citation.start : citation.end] == citation.quote
    assert "8.1x" in answer.markdown
