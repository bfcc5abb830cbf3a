"""The whole evaluation on the default library: quick, the same each time, beside baselines."""

from __future__ import annotations

import json

import pytest

from eval.product import Product
from eval.questions import Row, read_questions
from eval.record import as_record
from eval.run import Outcome, Run, figures, run
from store.library import Library
from tests.eval.conftest import Timed


@pytest.mark.alone  # and first of its folder (tests/spread.py), so that the run is made here
def test_it_takes_less_than_a_minute(whole_run: Timed) -> None:
    assert whole_run.seconds < 60


def test_every_system_is_asked_every_question(whole_run: Timed) -> None:
    outcomes = whole_run.run.outcomes
    assert list(outcomes) == ["Footnote", "dense top-5", "BM25 top-5"]
    asked = [row.id for row in read_questions()]
    assert all([o.row.id for o in own] == asked for own in outcomes.values())


def test_a_second_run_gives_the_same_answers_and_figures(
    whole_run: Timed, library: Library
) -> None:
    again = run([Product(library)], read_questions(), library.papers, lambda *_: None)
    first = Run({Product.name: whole_run.run.outcomes[Product.name]})
    assert _without_times(as_record(again)) == _without_times(as_record(first))


def _without_times(record: dict) -> dict:
    plain = json.loads(json.dumps(record))
    for system in plain["systems"].values():
        for name in [name for name in system["figures"] if name.startswith("latency")]:
            del system["figures"][name]
        for answer in system["answers"].values():
            del answer["latency_ms"]
    return plain


def test_figures_are_means_over_the_questions_that_they_concern(row, said) -> None:
    def outcome(kind: str, milliseconds: float, **values: float) -> Outcome:
        return Outcome(row(kind), said("", latency_ms=milliseconds, tokens={"prompt": 3}), values)

    found = figures(
        [
            outcome("fact", 10, passed=1.0),
            outcome("fact", 20, passed=0.0),
            outcome("list", 30, passed=1.0, F1=0.8),
        ]
    )
    values = {name: figure.value for name, figure in found.items()}
    assert values.pop("latency p95 (ms)") == pytest.approx(29)
    assert values == {
        "passed: fact": 0.5,
        "passed: list": 1.0,
        "passed": pytest.approx(2 / 3),
        "F1": 0.8,
        "latency p50 (ms)": 20,
        "tokens": 3,
    }
    assert found["F1"].count == 1


def test_the_baselines_answer_with_five_chunks_that_stand_in_the_papers(
    whole_run: Timed, library: Library
) -> None:
    for name in ("dense top-5", "BM25 top-5"):
        for outcome in whole_run.run.outcomes[name]:
            citations = outcome.response.citations
            assert [c.n for c in citations] == [1, 2, 3, 4, 5]
            assert outcome.values["verbatim"] == outcome.values["supported"] == 1.0
            assert not outcome.response.abstained
            assert len(outcome.response.retrieved) == len(library.papers)


def test_the_baselines_find_what_is_named_and_what_is_meant(whole_run: Timed) -> None:
    by_words = {o.row.id: o for o in whole_run.run.outcomes["BM25 top-5"]}
    by_meaning = {o.row.id: o for o in whole_run.run.outcomes["dense top-5"]}
    assert by_words["fig-04"].response.papers[0].startswith("PIT:")
    # "Mixture-of-experts layer", with no system named: the right paper is among the five.
    assert any(title.startswith("Tutel:") for title in by_meaning["fig-02"].response.papers)


def test_rows_are_read_whole() -> None:
    rows = read_questions()
    assert all(isinstance(row, Row) for row in rows)
    assert rows[0].group == "fig"
