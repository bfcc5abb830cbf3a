from __future__ import annotations

import pytest

from rag.language.topic import topic_of


@pytest.mark.parametrize(
    "text",
    [
        "what's in the pile",
        "everything that they had a hand in",
        "what they co-wrote",
        "papers that bear the date",
        "what have they worked on",
        "what they contributed to",
        "which of those concern",
    ],
)
def test_words_about_records_are_no_topic(text: str) -> None:
    assert topic_of(text) == ""


def test_filler_inside_a_compound_is_part_of_the_word() -> None:
    assert topic_of("papers on in-context learning") == "in-context learning"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("which papers would you recommend to someone new to owls?", "owls"),
        ("product recommendation", "product recommendation"),
        ("the most useful papers on owls", "owls"),
        ("which papers refer to owls", "owls"),
        ("papers with an owl acting as a judge", "owl judge"),
        ("papers on acting", "acting"),
        ("papers with an owl count of their own making", "owl count"),
        ("papers on list processing", "list processing"),
        ("anything about list structures?", "list structures"),
        ("a study of list sorting", "list sorting"),
        ("list papers on owls", "owls"),
        ("can you list all papers on owls", "owls"),
        ("papers by et al.", ""),
        ("papers et al. and colleagues on owls", "owls"),
        ("papers on metal", "metal"),
        ("garbage collection", "garbage collection"),  # no collection of papers
        ("what in this collection is on owls?", "owls"),
        ("is there a collection of papers on owls", "owls"),
        ("papers for or on owls", "owls"),
    ],
)
def test_words_that_only_ask_are_no_topic(text: str, topic: str) -> None:
    assert topic_of(text) == topic


def test_concerns_that_papers_are_about_are_their_topic() -> None:
    assert topic_of("papers on privacy concerns") == "privacy concerns"
