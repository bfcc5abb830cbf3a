from __future__ import annotations

import pytest

from rag.selection.fitted import SIGNS, Fitted, best_count, raised


@pytest.mark.parametrize(
    ("chances", "count"),
    [
        ([], 0),
        ([0.9, 0.8, 0.1, 0.05], 2),  # sure of each: the cut is near one half
        ([0.45, 0.4, 0.4, 0.35, 0.01], 4),  # sure of none, and four in all likelihood fit
        ([0.99, 0.3, 0.01], 1),
        ([0.2], 1),
    ],
)
def test_as_many_as_are_expected_to_be_best(chances: list[float], count: int) -> None:
    assert best_count(chances) == count


def test_the_size_of_a_library_does_not_lengthen_its_lists() -> None:
    found = [0.97, 0.9, 0.85, 0.3, 0.2, 0.1]
    few, many = [*found, *[0.005] * 40], [*found, *[0.005] * 4_000]
    assert best_count(few) == best_count(many) == 3


def test_a_topic_in_strange_words_is_absent_unless_something_is_near() -> None:
    judge = Fitted((), 0.0, 0.0, (0.3, -5.0, 9.0), -1.0)
    assert SIGNS == ("likeliest", "absent", "nearest")
    assert judge.is_present([1.0, 0.0, 0.4])
    assert not judge.is_present([1.0, 0.9, 0.4])
    assert judge.is_present([1.0, 0.9, 0.7])


def test_an_unsure_best_raises_all_and_a_sure_one_nothing() -> None:
    sure, unsure = [0.99, 0.6, 0.3, 0.01], [0.5, 0.3, 0.1, 0.01]
    assert raised(sure).tolist() == pytest.approx(sure)
    assert (raised(unsure) > unsure).all()
    assert sorted(raised(unsure), reverse=True) == raised(unsure).tolist()
    assert best_count(raised(unsure)) >= best_count(unsure)
    assert len(raised([])) == 0
