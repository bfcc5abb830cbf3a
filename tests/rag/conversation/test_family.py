"""Follow-ups that speak of papers of a list by the name that they share."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from tests.rag.conversation.test_conversation import converse, ids

CODE = "Which papers have code?"
RSTAR = {"qi2024mutual", "guan2025rstarmath", "liu2025rstarcoder", "shang2025rstar2agent"}


@pytest.mark.parametrize(
    "text",
    [
        "leave out the rStar ones",
        "drop the rStar papers and show me the rest",
        "without the rStar family",
        "no rStar papers please",
        "not the rStar ones",
    ],
)
def test_a_family_is_left_out(chain: Chain, text: str) -> None:
    assert ids(converse(chain, CODE, text)) == ids(chain.ask(CODE)) - RSTAR


@pytest.mark.parametrize(
    "text", ["only the rStar ones", "which of them are rStar papers?", "the rStar ones?"]
)
def test_a_family_alone_is_kept(chain: Chain, text: str) -> None:
    assert ids(converse(chain, CODE, text)) == RSTAR


def test_a_family_is_counted(chain: Chain) -> None:
    assert converse(chain, CODE, "how many are rStar papers?").markdown.startswith("**4**")


def test_a_subject_is_no_family(chain: Chain) -> None:
    answer = converse(chain, CODE, "drop the attention ones")
    assert answer.question.without == "attention"


def test_what_else_is_of_a_family_is_the_librarys(chain: Chain) -> None:
    answer = converse(chain, "What does rStar-Math do?", "what else is there in that rStar family")
    assert ids(answer) == RSTAR - {"guan2025rstarmath"}
