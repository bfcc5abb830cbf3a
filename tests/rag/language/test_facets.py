from __future__ import annotations

import pytest

from rag.language.facets import facets_of, said_as_both, sets_of


@pytest.mark.parametrize(
    ("text", "facets"),
    [
        ("papers on both owls and mice", ("on owls", "on mice")),
        ("Which papers use both nets and traps?", ("use nets", "use traps")),
        ("work on owls as well as mice", ("on owls", "mice")),
        ("papers on owls together with mice", ("on owls", "mice")),
        ("papers on owls and also on mice", ("on owls", "on mice")),
        ("Which papers combine nets with traps?", ("nets", "traps")),
        ("an overlap between owls and mice", ("owls", "mice")),
        ("Which papers use nets and target owls?", ("use nets", "target owls")),
        ("papers on owls that also use nets", ("on owls", "use nets")),
        ("papers on owls and mice at the same time", ("on owls", "mice")),
        ("papers that bring owls and mice together", ("owls", "mice")),
    ],
)
def test_things_that_a_paper_must_have_together(text: str, facets: tuple[str, ...]) -> None:
    assert facets_of(text)[-2:] == facets


def test_what_is_said_of_the_papers_is_a_thing_by_itself() -> None:
    found = facets_of("Which owl papers use both nets and traps?")
    assert found == ("Which owl", "use nets", "use traps")
    assert facets_of("Which owl papers are also about mice?") == ("Which owl", "", "about mice")


@pytest.mark.parametrize(
    "text",
    [
        "papers on owls and mice",
        "papers on sorting and merging files",
        "compilers and parser construction",
        "papers about both of them",
        "papers on owls as well as papers on mice",
        "Also the ones on mice",
        "I am putting together a list on owls and would like to know more",
        "I work on owls, and I want methods as well as systems",
    ],
)
def test_one_thing_or_sets_beside_each_other(text: str) -> None:
    assert facets_of(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "papers on owls and papers on mice",
        "papers on owls as well as those on mice",
        "papers on owls, plus some papers on mice",
    ],
)
def test_sets_that_are_named_one_by_one(text: str) -> None:
    assert sets_of(text) == ("papers on owls", "on mice")


def test_one_set_is_not_several() -> None:
    assert sets_of("papers on owls and mice") == ()
    assert sets_of("Compare the paper on owls and the one on mice") == ()
    assert sets_of("owl papers and which of those are on mice") == ()


def test_not_only_excludes_nothing() -> None:
    said = said_as_both("Which papers are on not only owls but also mice?")
    assert said == "Which papers are on both owls and mice?"
    assert said_as_both("papers that don't just watch but also count owls") == (
        "papers that both watch and count owls"
    )
    assert said_as_both("papers on owls but not on mice") == "papers on owls but not on mice"
