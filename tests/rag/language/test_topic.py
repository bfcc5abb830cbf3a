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
        ("what does our library have on owls?", "owls"),
        ("which papers of this library are on owls", "owls"),
        ("the design of library buildings", "design library buildings"),  # of another library
        ("use of a medical library", "medical library"),
        ("which studies gathered their data by interview?", "interview"),
        ("which papers rest on interviews?", "interviews"),
        ("papers on owls as such", "owls"),
        ("a visitor has asked me for papers on owls", "owls"),
        ("papers on how a student needs sleep", "how student needs sleep"),
        ("I keep hearing that owls die out", "owls die out"),
        ("I'm putting together a reading list for a colleague on owls", "owls"),
        ("which papers propose, derive or test a theory of owls?", "theory owls"),
        ("papers that compile or tune kernels", "compile or tune kernels"),
    ],
)
def test_words_that_only_ask_are_no_topic(text: str, topic: str) -> None:
    assert topic_of(text) == topic


def test_concerns_that_papers_are_about_are_their_topic() -> None:
    assert topic_of("papers on privacy concerns") == "privacy concerns"
