"""A language model's opinion: what it is asked, what comes of it, and how far it agrees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from eval.bootstrap import Figure
from eval.judges import judged
from eval.opinions import Agreement, Judgement, agreement, judgement
from eval.questions import Row
from eval.responses import Response
from eval.run import Outcome
from rag.models.calls import Model
from rag.models.model import open_model
from rag.settings import ModelSettings
from rag.types import Citation
from store.errors import ModelRefusedError
from store.papers import Paper
from tests.endpoints import Misbehaving, replies, status
from tests.eval.conftest import KITE, LOOM

FAST = "Kite answers a query in 12 milliseconds."
SAVES = "Loom saves 40% of it by weaving kernels together."

Papers = dict[str, Paper]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[str], Model]]:
    """Opens the model at an address; one call at a time, so that a test can say what comes."""
    models = []

    def make(base_url: str) -> Model:
        models.append(
            open_model(ModelSettings("judge", base_url=base_url, at_once=1), tmp_path / "replies")
        )
        return models[-1]

    yield make
    for model in models:
        model.close()


@pytest.fixture
def outcomes(
    row: Callable[..., Row],
    said: Callable[..., Response],
    cited: Callable[..., Citation],
) -> list[Outcome]:
    """Two answers that cite something, and two of which there is nothing to think."""

    def outcome(name: str, response: Response, **values: float) -> Outcome:
        return Outcome(row("fact", id=name, q="How fast is Kite?"), response, values)

    return [
        outcome("right", said(f"{FAST} [1]", cited(1, KITE, FAST)), passed=1.0, supported=1.0),
        outcome("wrong", said(f"{SAVES} [1]", cited(1, LOOM, SAVES)), passed=0.0, supported=1.0),
        outcome("silent", said("Nothing.", abstained=True), passed=0.0),
        outcome("uncited", said("It is fast."), passed=0.0, supported=0.0),
    ]


def test_agreement_is_worked_out_as_by_hand() -> None:
    yes_yes, yes_no, no_yes, no_no = (True, True), (True, False), (False, True), (False, False)
    pairs = [yes_yes] * 20 + [yes_no] * 5 + [no_yes] * 10 + [no_no] * 15
    # 35 of 50 agree; by chance 25/50 * 30/50 + 25/50 * 20/50 = 1/2 would; (0.7 - 0.5) / 0.5.
    assert agreement(pairs) == Agreement(0.7, pytest.approx(0.4), 50)
    assert agreement([yes_yes, no_no]) == Agreement(1.0, 1.0, 2)
    assert agreement([yes_no, no_yes]) == Agreement(0.0, -1.0, 2)


def test_nothing_can_be_told_of_a_judge_that_always_says_the_same() -> None:
    assert agreement([(True, True), (True, False)]) == Agreement(0.5, None, 2)


def test_opinions_are_summed_up_beside_the_measures(outcomes: list[Outcome]) -> None:
    opinions = {
        "right": {"faithful": True, "relevant": True},
        "wrong": {"faithful": True, "relevant": False},
    }
    found = judgement(outcomes, opinions)
    assert found.figures["faithful"] == Figure(1.0, 1.0, 1.0, 2)
    assert found.figures["relevant"].value == 0.5
    # Faithful beside supported (1, 1), relevant beside passed (1, 0).
    assert found.agreements == {
        "faithful": Agreement(1.0, None, 2),
        "relevant": Agreement(1.0, 1.0, 2),
    }


def test_answers_that_cite_are_judged_by_what_they_say_and_cite(
    outcomes: list[Outcome],
    papers: Papers,
    opened: Callable[[str], Model],
    misbehaving: Callable[..., Misbehaving],
) -> None:
    verdicts = ("YES", "YES", "NO", "NO")
    endpoint = misbehaving(*(replies(f'{{"answer": "{verdict}"}}') for verdict in verdicts))
    steps: list[tuple[str, int, int]] = []
    found = judged(
        "X", outcomes, papers, opened(endpoint.base_url), lambda *step: steps.append(step)
    )
    assert found.opinions == {
        "right": {"faithful": True, "relevant": True},
        "wrong": {"faithful": False, "relevant": False},
    }
    assert steps == [("Judging X", 1, 2), ("Judging X", 2, 2)]
    prompts = [body["messages"][-1]["content"] for body in endpoint.asked]
    assert len(prompts) == 4
    # The statement without its marker; the quote under its paper's name; the question.
    assert f"Information: {FAST}\n" in prompts[0]
    assert f"{KITE.title} Ada Byron" in prompts[0]
    assert "Question: How fast is Kite?" in prompts[1]
    assert SAVES in prompts[2]
    assert endpoint.asked[0]["response_format"]["json_schema"]["schema"]["required"] == ["answer"]


def test_what_was_asked_once_is_not_asked_again(
    outcomes: list[Outcome],
    papers: Papers,
    opened: Callable[[str], Model],
    misbehaving: Callable[..., Misbehaving],
) -> None:
    endpoint = misbehaving(replies("YES"))
    for _ in range(2):
        judged("X", outcomes, papers, opened(endpoint.base_url), lambda *_: None)
    assert len(endpoint.asked) == 4


def test_a_judge_that_cannot_be_had_is_an_error(
    outcomes: list[Outcome],
    papers: Papers,
    opened: Callable[[str], Model],
    misbehaving: Callable[..., Misbehaving],
) -> None:
    endpoint = misbehaving(status(401))
    with pytest.raises(ModelRefusedError, match="OPENAI_API_KEY"):
        judged("X", outcomes, papers, opened(endpoint.base_url), lambda *_: None)


def test_a_real_model_gives_an_opinion_of_every_answer(
    outcomes: list[Outcome], papers: Papers, llama: str, tmp_path: Path
) -> None:
    with closing(open_model(ModelSettings("small", base_url=llama), tmp_path)) as model:
        found = judged("X", outcomes[:1], papers, model, lambda *_: None)
    assert isinstance(found, Judgement)
    assert found.opinions.keys() == {"right"}
    assert found.opinions["right"].keys() == {"faithful", "relevant"}
    assert found.agreements.keys() == {"faithful", "relevant"}
