from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.records.behind import behind
from rag.records.tally import TallyOf


@pytest.mark.parametrize(
    ("text", "of", "topic"),
    [
        ("who has written about pruning?", TallyOf.AUTHOR, "pruning"),
        ("Who works on attention sparsity?", TallyOf.AUTHOR, "attention sparsity"),
        ("people working on KV caches", TallyOf.AUTHOR, "KV caches"),
        ("Which authors have papers about owls", TallyOf.AUTHOR, "owls"),
        ("which organisations work on pruning?", TallyOf.ORGANISATION, "pruning"),
        ("what universities published on owls?", TallyOf.ORGANISATION, "owls"),
        ("Who is behind the papers on owls?", None, ""),
        ("authors of the papers on owls", TallyOf.AUTHOR, "owls"),
    ],
)
def test_people_and_places_behind_a_topic(text: str, of: TallyOf | None, topic: str) -> None:
    assert behind(text) == ((of, topic) if of else None)


@pytest.mark.parametrize(
    "text",
    [
        "who wrote the paper on pruning?",
        "Who evaluates on GSM8K?",
        "who wrote about it?",
        "Which companies use pruning?",
        "Who worked on the T-MAC paper?",
        "Which papers work on pruning?",
    ],
)
def test_other_questions_are_not_for_those_behind_papers(text: str) -> None:
    found = behind(text)
    assert found is None or found[1].startswith("the T-MAC")


def test_people_are_told_with_their_papers(chain: Chain) -> None:
    answer = chain.ask("who has written about pruning?")
    papers = chain.ask("Which papers are about pruning?")
    assert "authors** in" in answer.markdown
    assert {p.id for p in answer.papers} == {p.id for p in papers.papers}
