from __future__ import annotations

import pytest

from rag.question.extremes import extreme_in


@pytest.mark.parametrize(
    ("text", "thing", "largest"),
    [
        ("highest mach number?", "mach number", True),
        ("What is the largest speedup reported in the collection?", "speedup", True),
        ("what's the biggest speed-up any paper reports?", "speed-up", True),
        ("smallest model?", "model", False),
        ("What is the smallest model used in any paper?", "model", False),
        ("which paper has the longest context window", "context window", True),
        ("Which paper uses the most GPUs?", "GPUs", True),
        ("the lowest number of bits", "number of bits", False),
        ("What is the largest number of GPUs any paper uses?", "number of GPUs", True),
        ("most bird species in a study?", "bird species", True),
        ("lowest temperature of all?", "temperature", False),
    ],
)
def test_the_thing_and_its_end_are_read(text: str, thing: str, largest: bool) -> None:
    extreme = extreme_in(text)
    assert extreme is not None
    assert (extreme.thing, extreme.largest) == (thing, largest)


@pytest.mark.parametrize(
    ("text", "thing", "papers", "tail", "limit"),
    [
        ("top 3 speedups", "speedups", "", "", 3),
        ("the two highest accuracies", "accuracies", "", "", 2),
        ("the 5 largest models", "models", "", "", 5),
        ("which paper from 2023 has the highest speedup?", "speedup", "from 2023", "", 0),
        ("Which paper trained on the most tokens?", "tokens", "", "", 0),
        ("which pruning study sampled the most sites?", "sites", "pruning", "", 0),
        ("papers that use the most GPUs", "GPUs", "", "", 0),
        ("which model has the most parameters?", "parameters", "", "", 0),
        ("studies of cancer with the most patients", "patients", "of cancer", "", 0),
        ("who has the highest speedup?", "speedup", "", "", 0),
        ("highest speedup among papers with code", "speedup", "", "with code", 0),
        (
            "lowest latency in the caching papers from 2024",
            "latency",
            "on caching from 2024",
            "",
            0,
        ),
        ("the largest speedup in 2024?", "speedup", "", "in 2024", 0),
        ("highest accuracy on AIME?", "accuracy", "", "on AIME", 0),
        ("lowest dose of any drug", "dose", "", "", 0),
        ("largest savings in storage", "savings in storage", "", "", 0),
        ("largest savings in 2024", "savings", "", "in 2024", 0),
        ("of the papers by Wei, which has the largest model?", "model", "by Wei", "", 0),
    ],
)
def test_what_limits_the_papers_is_no_part_of_the_thing(
    text: str, thing: str, papers: str, tail: str, limit: int
) -> None:
    extreme = extreme_in(text)
    assert extreme is not None
    asked = " ".join(extreme.papers.replace("which", "").replace("papers", "").split())
    assert (extreme.thing, asked, extreme.tail, extreme.limit) == (thing, papers, tail, limit)


@pytest.mark.parametrize(
    "text",
    [
        "newest paper with the highest speedup",
        "who has the most papers?",
        "which papers with code have the most authors?",
        "longest title?",
        "which paper has the most authors?",
        "What is the most recent paper?",
        "best paper?",
        "which papers are on the largest models?",
        "largest speedup of the paper by Wei",
        "How large is the model?",
        "Which year has the most papers?",
        "What is the most common method?",
        "largest speedup" + " in any of the" * 300 + " x",
    ],
)
def test_records_and_other_questions_are_left(text: str) -> None:
    assert extreme_in(text) is None
