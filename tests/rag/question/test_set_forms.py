"""What is known, or who looked into it, is asked as papers on it."""

import pytest

from rag.question.set_forms import asking_for_papers
from rag.records.catalog import Catalog


@pytest.fixture
def none_named() -> Catalog:
    return Catalog({})


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("what do we know about owls?", "papers on owls"),
        ("So what's known so far about slip flow?", "papers on slip flow"),
        ("What has been written about compressors?", "papers on compressors"),
        ("what does the literature say about heat transfer?", "papers on heat transfer"),
        ("what research is there into wakes?", "papers on wakes"),
        ("is anything being done about flutter?", "papers on flutter"),
        ("who has looked into panel flutter?", "papers on panel flutter"),
        ("which authors take up the subject of copyright?", "papers on copyright"),
        ("where is piston theory discussed or tested?", "papers on piston theory"),
        ("where is electron microscopy used?", "papers that use electron microscopy"),
        ("what's around on tea?", "papers on tea"),
        ("what does this library hold on tea?", "papers on tea"),
        ("got anything on wing flutter?", "anything on wing flutter?"),
        ("show me what you have on tea", "papers on tea"),
        ("Please name every paper whose subject is tea", "all papers on tea"),
    ],
)
def test_asks_for_papers(text: str, asked: str, none_named: Catalog) -> None:
    assert " ".join(asking_for_papers(text, none_named).split()) == asked


@pytest.mark.parametrize(
    "text",
    [
        "what do we know about it?",
        "what is known about the second paper?",
        "what is known about the accuracy in the paper on owls?",
        "what do they say about their data?",
        "where was it tested?",
        "where was the system tested?",
        "who has written on owls?",
        "who works on owls?",
        "what do you have of Low?",
        "What do owls know about mice?",
    ],
)
def test_what_is_asked_of_one_paper_or_of_people_stays(text: str, none_named: Catalog) -> None:
    assert asking_for_papers(text, none_named) == text
