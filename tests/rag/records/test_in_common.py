"""What several papers have in common by their records, and how far apart they are."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.records.in_common import in_common
from tests.rag.conftest import Chained
from tests.rag.records.test_likened import FLOODS, PUMPS, RECORDS, SALT, WEIRS


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Does anyone appear on both and ?", "shared authors"),
        ("do and share an author?", "shared authors"),
        ("who wrote both and ?", "shared authors"),
        ("do they have any authors in common?", "shared authors"),
        ("are they by the same people?", "shared authors"),
        ("is there any overlap in authors between and ?", "shared authors"),
        ("do they have the same first author?", "shared first author"),
        ("are and from the same year?", "shared date"),
        ("are both in the same category?", "shared category"),
        ("do they come from the same lab?", "shared organisations"),
        ("how far apart are they?", "time apart"),
        ("how much older is than ?", "time apart"),
        ("how many months lie between and ?", "time apart"),
    ],
)
def test_what_is_asked_of_records(text: str, asked: str) -> None:
    assert in_common(text) == (asked,)


@pytest.mark.parametrize(
    "text",
    [
        "do and use the same codebook?",
        "what do and have in common?",
        "who compares both with a baseline?",
        "how much faster is than ?",
        "which is older, or ?",
    ],
)
def test_what_their_texts_are_asked(text: str) -> None:
    assert in_common(text) == ()


@pytest.fixture(scope="module")
def few(chained: Chained) -> Chain:
    return chained(RECORDS)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (f"Does anyone appear on both {SALT} and {WEIRS}?", "Yes: both have **C. Du**."),
        (f"Do {SALT} and {FLOODS} share an author?", "No: no author is named in both."),
        (f"Are {SALT} and {WEIRS} from the same year?", "Yes: both have **2019**."),
        (f"Are {SALT} and {PUMPS} from the same year?", "No: the year is not the same in both."),
        (
            f"How much older is {SALT} than {FLOODS}?",
            "**2 years and 1 month** lie between March 2, 2019 and May 1, 2021.",
        ),
    ],
)
def test_what_two_have_in_common(few: Chain, question: str, said: str) -> None:
    answer = few.ask(question)
    assert answer.markdown.startswith(said)
    assert len(answer.citations) == 2


def test_lists_that_are_cut_short_leave_it_open(chain: Chain) -> None:
    shared = chain.ask("Does anyone appear on both T-MAC and LUT-NN?").markdown
    assert shared.startswith("Yes: both have **Ting Cao**. 2 of 2 records cut their lists")
    none = chain.ask("Do T-MAC and VPTQ share an author?").markdown
    assert "whether they share one is not known" in none


def converse(chain: Chain, *asked: str) -> str:
    answers = []
    for question in asked:
        answers.append(chain.ask(question, answers))
    return answers[-1].markdown


def test_of_the_papers_of_the_answers_before(few: Chain) -> None:
    two = (f"Who wrote {SALT}?", "Who wrote the paper on floods?")
    assert converse(few, *two, "do they share an author?").startswith("No: ")
    assert converse(few, *two, "how far apart are they?").startswith("**2 years and 1 month**")
    assert f"{FLOODS}** (Fa et al., 2021) is the one with more authors: 3" in converse(
        few, *two, "which of the two has more authors?"
    )
    assert f"{SALT}** (Bo et al., 2019) is the older" in converse(
        few, *two, "which came out first?"
    )


def test_of_all_the_papers_spoken_of(few: Chain) -> None:
    three = (f"Who wrote {SALT}?", "who wrote the paper on floods?", f"Who wrote {WEIRS}?")
    assert "is the oldest: March 2, 2019" in converse(few, *three, "which of them is the oldest?")
    assert "is the one with the most authors: 3" in converse(
        few, *three, "which of the three has the most authors?"
    )
    last_two = converse(few, *three, "which of the last two is older?")
    assert f"{WEIRS}** (Du, 2019) is the older: July 2019" in last_two
    assert SALT not in last_two


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Does Xiaotian Gao appear on both LordNet and OpEvo?", ["Yes: **LordNet", "Yes: **OpEvo"]),
        (
            "were LongRoPE and LongRoPE2 both published in 2025?",
            ["No: **LongRoPE:", "Yes: **LongRoPE2"],
        ),
        ("have Ting Cao and Yujing Wang ever written together?", ["**No**: no paper lists"]),
        (
            "Did the paper on ad relevance come out before or after the one on image retrieval?",
            ["SwiftPruner", "is the older"],
        ),
        ("who is Tsinghua's paper by?", ["Yizhao Gao"]),
    ],
)
def test_yes_or_no_is_said_of_each(chain: Chain, question: str, said: list[str]) -> None:
    markdown = chain.ask(question).markdown
    assert all(words in markdown for words in said)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("What is the gap in days between and?", ("time apart",)),
        ("what is the time difference between and?", ("time apart",)),
        ("What's the number of months between and?", ("time apart",)),
        ("What is the difference between and?", ()),
        ("What is the gap in accuracy between and?", ()),
        ("Give writers and date of both and", ()),
    ],
)
def test_a_time_between_papers_is_told_from_another_difference(
    text: str, asked: tuple[str, ...]
) -> None:
    assert in_common(text) == asked
