"""A model judges the candidates of a set: a good one makes sets better, none makes them worse."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from eval.measures import measure
from eval.product import Product
from eval.questions import Row, read_questions
from rag.assistance.assessing import BATCH, NO_VERDICT, SET_ASIDE
from rag.chain import Chain
from rag.models.model import open_model
from rag.settings import ModelSettings
from rag.trace import Assessed, listening
from rag.types import Progress
from store.errors import ReplayError
from store.library import Library
from tests import endpoints
from tests.gold import judges_by
from tests.rag.conftest import Asking, Serve

QUESTION = "Which papers target CPUs?"
TMAC = "T-MAC: CPU Renaissance via Table Lookup for Low-Bit LLM Deployment on Edge"
GOLD = {row.q: set(row.gold) for row in read_questions() if row.kind == "list"}


def sent(server: endpoints.Misbehaving) -> list[str]:
    """What was asked about papers, a call each."""
    users = [asked["messages"][-1]["content"] for asked in server.asked]
    return [user for user in users if "Papers that belong:" in user]


def papers_in(user: str) -> list[str]:
    return [line.partition(": ")[2] for line in user.splitlines() if line.startswith("Paper ")]


def says(*verdicts: tuple[int, str]) -> endpoints.Behaviour:
    belong = [{"paper": paper, "quote": quote} for paper, quote in verdicts]
    return endpoints.replies(json.dumps({"belong": belong}))


# What a model that can judge brings


@pytest.fixture(scope="module")
def sampled() -> list[Row]:
    """Every fourth question about a set, from both halves, without history."""
    rows = [row for row in read_questions() if row.kind == "list" and not row.history]
    return [row for place, row in enumerate(rows) if place // 2 % 4 == 0]


@pytest.fixture(scope="module")
def plain(library: Library, sampled: list[Row]) -> dict[str, float]:
    product = Product(library)
    return {row.id: _f1(product, row, library) for row in sampled}


def _f1(product: Product, row: Row, library: Library) -> float:
    return measure(row, product.answer(row), library.papers)["F1"]


@pytest.mark.parametrize(("errs", "least"), [(0.0, 0.03), (0.05, 0.0), (0.25, -0.02), (1.0, -0.02)])
def test_sets_are_as_good_as_the_model_or_the_judge(
    errs: float,
    least: float,
    library: Library,
    sampled: list[Row],
    plain: dict[str, float],
    tmp_path: Path,
) -> None:
    """Without errors sets gain; with ever more, even all verdicts turned round, none is lost."""
    server = endpoints.Misbehaving(judges_by(GOLD, errs))
    settings = ModelSettings("gold", "sk-1", server.base_url)
    with closing(open_model(settings, tmp_path)) as model:
        product = Product(library, model)
        gained = [_f1(product, row, library) - plain[row.id] for row in sampled]
    server.shutdown()
    server.server_close()
    assert sum(gained) / len(gained) >= least


def test_the_answer_says_how_many_the_model_judged(misbehaving: Serve, asking: Asking) -> None:
    server = misbehaving(judges_by(GOLD))
    answer = asking(server.base_url).ask(QUESTION)
    judged = sum(len(papers_in(user)) for user in sent(server))
    assert f"(50 considered, {judged} of them judged by the model)" in answer.markdown
    assert {paper.title for paper in answer.papers} == GOLD[QUESTION]


def test_batches_come_best_first_until_one_brings_nothing(
    misbehaving: Serve, asking: Asking
) -> None:
    server = misbehaving(judges_by(GOLD))
    with listening() as steps:
        events = list(asking(server.base_url, at_once=1).stream(QUESTION))
    trial, *further = [papers_in(user) for user in sent(server)]
    assert TMAC in trial
    assert all(len(batch) == BATCH for batch in [trial, *further])
    assert len(further) < 50 // BATCH
    assert not set(further[-1]) & GOLD[QUESTION]
    said = [event.text for event in events if isinstance(event, Progress)]
    assert "Judging 0 of 50 papers" in said
    assert f"Judging {BATCH * (1 + len(further))} of 50 papers" in said
    (assessed,) = [step for step in steps if isinstance(step, Assessed)]
    assert assessed.trust >= assessed.cut
    assert all(paper.quote for paper in assessed.papers if paper.fits)


def test_further_batches_are_asked_about_together(misbehaving: Serve, asking: Asking) -> None:
    """The second and third call meet in the endpoint: neither gets a reply without the other."""
    by_gold = judges_by(GOLD)
    together = endpoints.meets(2, by_gold)
    server = misbehaving(by_gold, together, together, by_gold)
    answer = asking(server.base_url, at_once=2).ask(QUESTION)
    assert "judged by the model" in answer.markdown


# What a model that cannot judge costs


@pytest.mark.parametrize(
    "behaviour",
    [
        says(*((paper, "halves the cost of training") for paper in range(1, 9))),
        says(),
        says((2, "halves the cost of training")),
        says((99, "no such paper is there")),
        endpoints.replies("I would say that papers 1 and 3 fit."),
        endpoints.replies('{"belong": "PWNED"}'),
        endpoints.replies("null"),
    ],
)
def test_verdicts_that_tell_nothing_are_set_aside_and_the_answer_says_so(
    misbehaving: Serve, asking: Asking, chain: Chain, behaviour: endpoints.Behaviour
) -> None:
    answer, alone = asking(misbehaving(behaviour).base_url).ask(QUESTION), chain.ask(QUESTION)
    assert (answer.markdown, answer.papers) == (alone.markdown, alone.papers)
    assert SET_ASIDE in answer.note or NO_VERDICT in answer.note


def test_a_trial_in_which_nothing_is_proved_is_the_last_call(
    misbehaving: Serve, asking: Asking
) -> None:
    """The one yes is for the right paper, and quotes what stands nowhere."""

    def guess(handler: endpoints.Handler) -> None:
        papers = papers_in(handler.server.asked[-1]["messages"][-1]["content"])
        says((papers.index(TMAC) + 1, "halves the cost of training"))(handler)

    server = misbehaving(guess)
    assert SET_ASIDE in asking(server.base_url).ask(QUESTION).note
    assert len(sent(server)) == 1


def test_a_yes_to_everything_is_asked_no_further(misbehaving: Serve, asking: Asking) -> None:
    server = misbehaving(says(*((n, "halves the cost of training") for n in range(1, 9))))
    asking(server.base_url).ask(QUESTION)
    assert len(sent(server)) == 1


@pytest.mark.parametrize(
    ("behaviour", "why"),
    [
        (endpoints.status(401), "OPENAI_API_KEY"),
        (endpoints.status(500), "500"),
        (endpoints.cuts('{"belong": [{"paper": 1'), "broke off"),
        (endpoints.stalls(), "FOOTNOTE_TIMEOUT"),
    ],
)
def test_a_failure_leaves_the_judge_alone_with_one_line_saying_why(
    misbehaving: Serve, asking: Asking, chain: Chain, behaviour: endpoints.Behaviour, why: str
) -> None:
    answer = asking(misbehaving(behaviour).base_url, timeout=0.3).ask(QUESTION)
    assert answer.markdown == chain.ask(QUESTION).markdown
    assert why in answer.note
    assert "\n" not in answer.note


def test_a_failure_after_the_trial_keeps_what_was_judged(
    misbehaving: Serve, asking: Asking
) -> None:
    server = misbehaving(judges_by(GOLD), endpoints.status(400, "no more"))
    answer = asking(server.base_url).ask(QUESTION)
    assert f"{BATCH} of them judged by the model" in answer.markdown
    assert "no more" in answer.note


def test_a_context_that_is_too_small_is_said_to_be_and_nothing_is_sent(
    misbehaving: Serve, asking: Asking, chain: Chain
) -> None:
    server = misbehaving(judges_by(GOLD))
    answer = asking(server.base_url, context=1_024).ask(QUESTION)
    assert answer.papers == chain.ask(QUESTION).papers
    assert "FOOTNOTE_CONTEXT" in answer.note
    assert sent(server) == []


def test_leaving_ends_the_calls(misbehaving: Serve, asking: Asking) -> None:
    server = misbehaving(endpoints.stalls("{"))
    events = asking(server.base_url, timeout=60).stream(QUESTION)
    while not server.asked:
        next(events)
    events.close()  # type: ignore[attr-defined]
    assert server.left.wait(5)


def test_a_replay_answers_from_the_kept_verdicts_alone(misbehaving: Serve, asking: Asking) -> None:
    server = misbehaving(judges_by(GOLD))
    first = asking(server.base_url).ask(QUESTION)
    calls = len(server.asked)
    again = asking(server.base_url, replay=True).ask(QUESTION)
    assert (again.markdown, again.tokens) == (first.markdown, first.tokens)
    assert len(server.asked) == calls
    with pytest.raises(ReplayError):
        asking(server.base_url, replay=True).ask("Which papers are about pruning?")


def test_a_real_model_that_judges_badly_leaves_the_set_as_it_was(
    llama: str, library: Library, tmp_path: Path, chain: Chain
) -> None:
    settings = ModelSettings("smollm2", base_url=llama, timeout=300)
    with closing(open_model(settings, tmp_path)) as model:
        answer = Chain(library, model).ask(QUESTION)
    assert answer.papers == chain.ask(QUESTION).papers
    assert SET_ASIDE in answer.note
