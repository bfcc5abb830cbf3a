from __future__ import annotations

import pytest

from rag.question.describe import describe
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.types import Facet, Relation
from store.library import Library


@pytest.fixture(scope="module")
def catalog(library: Library) -> Catalog:
    return Catalog(library.papers)


@pytest.mark.parametrize(
    ("text", "facets"),
    [
        ("papers about both pruning and distillation", ("pruning", "distillation")),
        ("Which papers combine pruning with distillation?", ("pruning", "distillation")),
        ("papers from 2023 on pruning that are also about speech", ("pruning", "speech")),
        ("Which pruning papers are also on speech?", ("pruning", "speech")),
        (
            "how many papers are on sorting as well as list processing?",
            ("sorting", "list processing"),
        ),
    ],
)
def test_each_thing_is_a_facet(catalog: Catalog, text: str, facets: tuple[str, ...]) -> None:
    assert tuple(facet.topic for facet in understand(text, catalog).facets) == facets


def test_a_facet_has_the_verb_of_its_own_or_of_the_one_before(catalog: Catalog) -> None:
    asked = understand("Which papers use pruning as well as distillation?", catalog)
    assert [facet.relation for facet in asked.facets] == [Relation.USES, Relation.USES]
    asked = understand("Which papers use pruning and target CPUs?", catalog)
    assert asked.facets == (Facet("pruning", Relation.USES), Facet("CPUs", Relation.ABOUT))


@pytest.mark.parametrize(
    "text",
    [
        "papers on pruning and distillation",
        "papers on phones and other edge devices",
        "Which papers are by both Shijie Cao and Ting Cao?",
        "papers on pruning that also come with code",
        "papers that are both from 2023 and about pruning",
        "pruning or distillation",
    ],
)
def test_one_topic_has_no_facets(catalog: Catalog, text: str) -> None:
    assert understand(text, catalog).facets == ()


def test_sets_that_are_named_one_by_one_are_each_a_set(catalog: Catalog) -> None:
    asked = understand("papers on pruning as well as papers on speech", catalog)
    assert (asked.topic, asked.either, asked.facets) == ("pruning", ("speech",), ())


def test_people_see_what_a_paper_must_have(catalog: Catalog) -> None:
    asked = understand("papers about both pruning and distillation", catalog)
    assert describe(asked, []).endswith("topic each of “pruning” and “distillation”")
