from __future__ import annotations

import pytest

from rag.records.addresses import address_at, addresses_in, gives_address
from store.papers import Paper

OWLS = Paper("a", "Owls", "They sleep. The code is at https://github.com/barn/owls.", "Owls")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Which papers link to github.com/barn?", "github.com/barn"),
        ("papers with a link to github.com", "github.com"),
        ("which papers have their code at aka.ms?", "aka.ms"),
        ("papers on https://github.com/barn/owls", "github.com/barn/owls"),
        ("Which papers link to GitHub?", "github."),
        ("papers with a GitHub link", "github."),
    ],
)
def test_the_address_asked_for_is_read(text: str, address: str) -> None:
    assert addresses_in(text)[0] == (address,)


@pytest.mark.parametrize(
    "text",
    [
        "papers on monday.com",
        "Which papers mention llama.cpp?",
        "What is the GitHub link of VPTQ?",
        "Which papers link sleep to memory?",
    ],
)
def test_other_words_are_no_address(text: str) -> None:
    assert addresses_in(text) == ((), text)


def test_a_paper_gives_an_address_or_one_that_begins_so() -> None:
    assert gives_address(OWLS, ["github.com/barn"])
    assert gives_address(OWLS, ["github."])
    assert not gives_address(OWLS, ["github.com/bar"])
    assert not gives_address(OWLS, [])


def test_the_sentence_with_the_address_is_quoted() -> None:
    place = address_at(OWLS, ["github.com"])
    assert place is not None
    section, start, end = place
    assert OWLS.part(section)[start:end] == "The code is at https://github.com/barn/owls."
