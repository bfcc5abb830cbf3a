"""What is said again in brackets or behind a dash is another wording, or examples."""

import pytest

from rag.language.glosses import Glossed, glossed


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "flow over symmetric shapes (bodies of revolution), any papers?",
            Glossed("flow over symmetric shapes, any papers?", "bodies of revolution"),
        ),
        ("learning by reward (i.e. reinforcement learning)?", ("reinforcement learning", ())),
        ("boats of any sort - canoes, rafts, ferries", ("", ("canoes", "rafts", "ferries"))),
        ("tests on people (nurses, bakers and so on)", ("", ("nurses", "bakers"))),
        (
            "where to put things (files on disks, parts on a board)?",
            ("", ("files on disks", "parts on a board")),
        ),
        (
            "tubes (pitot tubes, impact tubes, that sort of thing)",
            ("", ("pitot tubes", "impact tubes")),
        ),
        ("work on graphs (nodes and links)", ("", ("nodes", "links"))),
        ("sums (GSM8K, AIME)", ("", ("GSM8K", "AIME"))),
        ("small helpers (a pruner, a mutator)", ("", ("pruner", "mutator"))),
        ("Fortran - the language itself, or libraries for it?", ("", ())),
    ],
)
def test_another_wording_and_examples_are_told_apart(
    text: str, read: Glossed | tuple[str, tuple[str, ...]]
) -> None:
    found = glossed(text)
    assert found is not None
    if isinstance(read, Glossed):
        assert found == read
    else:
        assert (found.wording, found.examples) == read


@pytest.mark.parametrize(
    "text",
    [
        "papers on pruning",
        "small language models (SLMs) as the topic?",  # short for the words before
        "structured pruning - everything we have",
        "knowledge distillation - which papers actually use it?",
        "pruning (prompt or token pruning is fine too)",
        "pruning (not of tokens)",
        "long-context models",
        "papers on tapes (2019)",
        "fine-tuning - no LoRA",
    ],
)
def test_remarks_are_no_other_wording(text: str) -> None:
    assert glossed(text) is None
