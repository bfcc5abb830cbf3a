"""The checker of claims on its own: few false ones pass, and few true ones are refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.checker import CLAIMS, TRUE, WRONG_PAPER, Verdict, cases, judged, mistakes
from eval.corruptions import CORRUPTIONS
from store.errors import EvalError
from store.library import Library


@pytest.fixture(scope="module")
def made(library: Library):
    return cases(library)


@pytest.fixture(scope="module")
def figures(library: Library, made):
    return mistakes(list(judged(library, made)))


def test_there_are_true_claims_and_false_ones_of_every_sort(made):
    counts = {done: sum(c.done == done for c in made) for done in (TRUE, *CORRUPTIONS, WRONG_PAPER)}
    assert counts[TRUE] == counts[WRONG_PAPER] == 328
    assert min(counts.values()) > 100


def test_a_claim_may_rest_on_two_sentences(made):
    both = [case for case in made if case.done == TRUE and len(case.evidence) > 1]
    assert both
    assert all(len({e.start for e in case.evidence}) == 2 for case in both)


def test_the_same_cases_every_time(library: Library, made):
    assert cases(library) == made


def test_no_false_claim_is_a_true_one(made):
    true = {(case.claim, case.evidence) for case in made if case.done == TRUE}
    assert not [c for c in made if c.done != TRUE and (c.claim, c.evidence) in true]


def test_few_false_claims_pass(figures):
    assert figures["false claims passed"].value < 0.03


def test_few_true_claims_are_refused(figures):
    assert figures["true claims refused"].value < 0.05


def test_mistakes_are_counted(made):
    true = next(case for case in made if case.done == TRUE)
    false = next(case for case in made if case.done == WRONG_PAPER)
    verdicts = [Verdict(true, "no"), Verdict(true, ""), Verdict(false, "no"), Verdict(false, "")]
    found = mistakes(verdicts)
    assert found["true claims refused"].value == 0.5
    assert found["false claims passed"].value == 0.5


REWORDINGS = CLAIMS.parent / "rewordings"


def test_rewordings_bring_their_own_false_claims_and_halves(library: Library):
    both = [cases(library, REWORDINGS / "list.jsonl", half) for half in ("tune", "report")]
    for half, chosen in zip(("tune", "report"), both, strict=True):
        assert {case.half for case in chosen} == {half}
        assert sum(case.done == TRUE for case in chosen) >= 35
        assert sum(case.done != TRUE for case in chosen) == 70


@pytest.mark.parametrize("name", ["list", "cacm"])
def test_rewordings_of_one_sentence_are_of_one_half(name: str):
    rows = [json.loads(line) for line in (REWORDINGS / f"{name}.jsonl").read_text().splitlines()]
    halves: dict[str, set[str]] = {}
    for row in rows:
        halves.setdefault(str(row["quote"]), set()).add(row["half"])
    assert all(len(found) == 1 for found in halves.values())
    assert all(row["claim"] not in [f["claim"] for f in row["false"]] for row in rows)


def test_sorts_by_hand_are_counted_apart(library: Library):
    chosen = cases(library, REWORDINGS / "list.jsonl", "report")[:3]
    found = mistakes([Verdict(case, "no") for case in chosen])
    assert set(found) == {
        "true claims refused",
        "false claims passed",
        chosen[1].done,
        chosen[2].done,
    }


@pytest.mark.parametrize(
    "line",
    [
        *("", "{", "[]", '{"claim": "A"}', '{"quote": 1, "claim": "A"}'),
        '{"quote": [], "claim": "A"}',
        '{"quote": "A", "claim": "A", "false": [{"claim": "B"}]}',
    ],
)
def test_a_line_that_is_no_claim_is_named(library: Library, tmp_path: Path, line: str):
    (tmp_path / "claims.jsonl").write_text(f"{line}\n", "utf-8")
    with pytest.raises(EvalError, match="Line 1"):
        cases(library, tmp_path / "claims.jsonl")


def test_a_file_or_half_that_is_not_there(library: Library, tmp_path: Path):
    with pytest.raises(EvalError, match="cannot be read"):
        cases(library, tmp_path / "none.jsonl")
    with pytest.raises(EvalError, match="'tset'"):
        cases(library, half="tset")
