"""Questions that only say more of a topic are left out; a topic put as one is asked for."""

import pytest

from rag.question.elaborations import told_once


@pytest.mark.parametrize(
    ("text", "once"),
    [
        (
            "Papers on journals: who cites whom, which get read, who buys them?",
            "Papers on journals?",
        ),
        ("papers on traffic: how it arises, how it can be eased", "papers on traffic"),
        (
            "Which papers look at thesauri, either how they are built or what they do?",
            "Which papers look at thesauri?",
        ),
        ("anything on tea, i.e. who grows it and who drinks it", "anything on tea"),
        (
            "How do nurses find a room - which papers look at that?",
            "which papers look at how do nurses find a room?",
        ),
        ("Old books crumble. Is there a paper on that?", "Is there a paper on old books crumble?"),
        (
            "T-MAC on phones: which papers deal with that?",
            "which papers deal with T-MAC on phones?",
        ),
        ("Anything about supersonic flow would be great", "Anything about supersonic flow"),
        ("papers on the price of tea are very welcome.", "papers on the price of tea."),
    ],
)
def test_a_topic_is_told_once(text: str, once: str) -> None:
    assert told_once(text) == once


@pytest.mark.parametrize(
    "text",
    [
        "Two things: which papers use tapes, and who wrote them?",  # asks both
        "Which papers ask how birds fly or why they sing?",
        "ok - which papers look at that?",  # of what was said before
        "Which of these are about it?",
        "When did it appear, who wrote it, or what is it called?",
        "What would help against noise?",
        "The paper on pruning: how small does it get, and how much time does it save?",
    ],
)
def test_what_is_asked_stays(text: str) -> None:
    assert told_once(text) == text
