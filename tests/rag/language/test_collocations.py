from __future__ import annotations

import pytest

from rag.language.collocations import Collocations

TEXTS = [
    "The working set of a program. Operating systems keep a working set.",
    "Each working set grows. An operating system is a program; operating systems swap.",
    "A two-level store with garbage collection; two stores, and a collection of levels.",
    "A library building is a building for a library.",
    "LLM systems and methods. Database systems and methods. A system for new methods.",
]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("papers on the working set model", "papers on the working-set model"),
        ("Which operating systems are there?", "Which operating-systems are there?"),
        ("LLM systems", "LLM systems"),  # systems are written of without LLMs, too
        ("working on systems", "working on systems"),
        ("the program of a set", "the program of a set"),  # words that ask nothing stay as they are
        ("two level memories", "two-level memories"),  # written with a hyphen
        ("garbage collection", "garbage-collection"),  # no collection of papers
        ("library buildings", "library-buildings"),  # things, though to build is no subject
        ("library building", "library building"),
        ("", ""),
    ],
)
def test_words_that_are_one_term_in_the_library_are_joined(text: str, joined: str) -> None:
    pairs = Collocations(
        TEXTS, frozenset({"working", "system", "systems", "methods", "two", "collection"})
    )
    assert pairs.joined(text) == joined
