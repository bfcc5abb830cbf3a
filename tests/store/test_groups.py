"""Groups on the map, and the words that name them."""

import numpy as np

from store.groups import grouped, named
from store.papers import Paper


def paper(title, text=""):
    return Paper("", title, text, title)


def test_heaps_become_groups():
    dice = np.random.default_rng(3)
    corners = np.array([[0, 0], [0, 1], [1, 0.5]])
    points = np.concatenate([corner + dice.normal(0, 0.03, (6, 2)) for corner in corners])
    groups = grouped(points)
    assert [len(set(groups[i : i + 6])) for i in (0, 6, 12)] == [1, 1, 1]
    assert len(set(groups)) == 3


def test_few_papers_are_one_group():
    assert grouped(np.zeros((5, 2))).tolist() == [0] * 5
    assert grouped(np.zeros((0, 2))).tolist() == []


def test_papers_in_one_place_are_no_trouble():
    assert set(grouped(np.zeros((40, 2)))) == {0}


def test_a_group_is_named_by_what_its_papers_have_and_others_lack():
    papers = [
        paper("Sparse attention is all", "Tokens attend to tokens."),
        paper("Learning sparse attention", "Tokens are skipped."),
        paper("Pruning of networks", "Tokens and weights go."),
        paper("Structured pruning", "Weights go."),
    ]
    first, second = named(papers, np.array([0, 0, 1, 1]))
    assert first[0] == "sparse attention"
    assert "pruning" in second
    assert "sparse" not in first
    assert len(first) <= 3


def test_acronyms_keep_their_capitals_and_empty_words_name_nothing():
    (terms,) = named([paper("The LLM paper"), paper("An LLM approach")], np.array([0, 0]))
    assert terms == ("LLM",)
