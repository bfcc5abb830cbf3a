"""Work on somebody's words, which nobody asks of papers."""

from __future__ import annotations

import pytest

from rag.evidence.silence import is_small_talk


@pytest.mark.parametrize(
    "text",
    [
        "Please translate 'mixture of experts' into French and Polish.",
        "now put this into German: the cache is full",
        "how do you say attention in Spanish?",
        "please write a mail to my boss that the release comes later",
        "draft a cover letter for a job",
        "convert 5 miles to kilometres",
        "spell accommodation",
        "proofread my abstract",
        "correct the grammar of this sentence: he go home",
        "are you a human?",
        "do you speak German?",
        "what time is it in Tokyo?",
    ],
)
def test_an_errand_is_none_of_the_papers_business(text: str) -> None:
    assert is_small_talk(text)


@pytest.mark.parametrize(
    "text",
    [
        "which papers translate German into English?",
        "papers on translating natural language into code",
        "translate inference into table lookups: who does that?",
        "Write me a summary of T-MAC",
        "how do you say which experts are used?",
        "what is the order of words in Latin?",
        "how does it convert 4-bit weights?",
        "which papers correct the grammar of learners?",
    ],
)
def test_what_papers_may_be_asked(text: str) -> None:
    assert not is_small_talk(text)
