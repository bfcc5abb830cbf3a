"""The checker of claims on its own: few false ones pass, and few true ones are refused."""

from __future__ import annotations

import pytest

from eval.checker import TRUE, WRONG_PAPER, Verdict, cases, judged, mistakes
from eval.corruptions import CORRUPTIONS
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
