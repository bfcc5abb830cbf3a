from __future__ import annotations

import pytest

from rag.catalog import Catalog
from rag.meanings import Group, groups_of
from rag.synonyms import narrower, synonyms


def written(groups: list[Group]) -> list[str]:
    """The first phrase of each group: the words of the topic itself."""
    return [" ".join(group[0]) for group in groups]


@pytest.mark.parametrize(
    ("topic", "groups"),
    [
        ("sparse attention kernels", ["spars attent", "kernel"]),
        ("long context", ["long context"]),  # "long" alone would only say how it is put
        ("a long story", ["stori"]),
        ("low-rank adapters", ["low rank", "adapter"]),  # no ranking
        ("test-time scaling", ["test time scale"]),
        ("in-context retrieval", ["incontext", "retriev"]),  # no contexts
        ("LLaMA 3", ["llama3"]),
        ("many different", ["mani", "differ"]),  # where there is nothing else, all count
        ("", []),
    ],
)
def test_a_topic_falls_into_what_must_be_spoken_of(
    catalog: Catalog, topic: str, groups: list[str]
) -> None:
    assert written(groups_of(topic, catalog)) == groups


def test_a_compound_is_its_parts_or_one_word(catalog: Catalog) -> None:
    (group,) = groups_of("low-rank", catalog)
    assert {("low", "rank"), ("lowrank",)} <= set(group)


def test_synonyms_hold_both_ways_and_what_is_covered_one_way() -> None:
    assert ("processor",) in synonyms()["cpu",]
    assert ("cpu",) in synonyms()["processor",]
    assert ("cryptographi",) in narrower()["secur",]
    assert ("secur",) not in synonyms().get(("cryptographi",), ())
