from __future__ import annotations

import pytest

from rag.language.synonyms import narrower, synonyms
from rag.records.catalog import Catalog
from rag.selection.meanings import (
    Group,
    groups_of,
    is_a_thing,
    is_established,
    names_a_thing,
    near_of,
)
from store.library import Library
from store.papers import Paper


def written(groups: list[Group]) -> list[str]:
    """The first phrase of each group: the words of the topic itself."""
    return [" ".join(group[0]) for group in groups]


def test_a_subject_has_no_near_words(catalog: Catalog) -> None:
    assert near_of(("price",), (), catalog) or near_of(("cheaper",), (), catalog)
    assert near_of(("music",), (), catalog) == ()


def test_an_established_term_has_no_other_words() -> None:
    assert is_established(("quantum",))
    assert is_established(("speculative", "decoding")) or is_established(("specul", "decod"))
    assert not is_established(("gadget",))
    assert is_established(("arsenic",))
    assert not is_established(("timber",))  # papers may say it otherwise
    assert names_a_thing(("arsenic",))
    assert not names_a_thing(("quantum",))


def test_a_plain_word_is_looked_for_in_the_words_of_the_papers() -> None:
    text = "Salvage logging leaves few snags for owls. Boundary layers are thin."
    woods = Catalog({"a": Paper("a", "Snags", text, "")})
    (timber,) = groups_of("timber", woods)
    assert ("log",) in timber
    assert ("clearcut",) not in timber  # which no paper has
    (flow,) = groups_of("aerodynamics", woods)
    assert ("boundari", "layer") in flow
    (owls,) = groups_of("owls", woods)
    assert owls == (("owl",),)
    cut, _ = groups_of("private data leaks", Catalog({"a": Paper("a", "Privacy", "Leakage.", "")}))
    assert {("privat", "data"), ("privaci",)} <= set(cut)
    assert ("data",) not in cut  # one thing, and not data of any kind


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
        ("speech synthesis", ["speech synthesi"]),  # no synthesis of something else
        ("image segmentation papers", ["imag segment"]),
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


def test_a_word_that_no_paper_has_may_be_written_otherwise() -> None:
    text = "A data base of pseudorandom numbers on a timeshare system."
    other = Catalog({"a": Paper("a", "Stores", text, "")})
    (database,) = groups_of("databases", other)
    assert ("data", "base") in database
    (random,) = groups_of("random", other)
    assert ("pseudorandom",) in random
    (shared,) = groups_of("time share", other)
    assert ("timeshar",) in shared
    falls = Catalog({"a": Paper("a", "Rainfall", "Rainfall and raiment.", "")})
    (rain,) = groups_of("rain", falls)
    assert ("rainfal",) in rain
    assert ("raiment",) not in rain


def test_a_doing_that_papers_are_about_counts(catalog: Catalog) -> None:
    assert written(groups_of("proving programs", catalog)) == ["prove", "program"]
    assert written(groups_of("prove programs", catalog)) == ["program"]


def test_synonyms_hold_both_ways_and_what_is_covered_one_way() -> None:
    assert ("processor",) in synonyms()["cpu",]
    assert ("cpu",) in synonyms()["processor",]
    assert ("cryptographi",) in narrower()["secur",]
    assert ("secur",) not in synonyms().get(("cryptographi",), ())


@pytest.mark.parametrize(
    ("topic", "is_one"),
    [("sparse attention", True), ("pruning", True), ("generate", False), ("weights", False)],
)
def test_a_thing_of_its_own_is_a_term(library: Library, topic: str, is_one: bool) -> None:
    assert is_a_thing(topic, Catalog(library.papers)) is is_one
