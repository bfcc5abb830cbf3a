"""What is read anew where the first reading finds nothing."""

import pytest

from rag.chain import Chain
from rag.question.scaffold import is_said_to_be_about
from rag.types import Kind
from tests.rag.conversation.test_conversation import ids

WANG = {"tang2023lutnn", "liu2024vptq", "xie2025mmasim", "li2025antkv"}


@pytest.mark.parametrize(
    "text",
    [
        "Yang Wang's contributions, newest on top",
        "hand me whatever Yang Wang signed",
        "My colleague says that Yang Wang has several in here. Which ones?",
        "yang wang: titles along with dates, thanks",
    ],
)
def test_words_beside_a_name_are_no_topic(chain: Chain, text: str) -> None:
    answer = chain.ask(text)
    assert answer.question.kind is Kind.RECORD
    assert ids(answer) == ids(chain.ask("papers by Yang Wang")) >= WANG


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("need the ones of Yifei Lui quick", "liu2025rstarcoder"),
        ("hwang papers", "hwang2022tutel"),
        ("i want everythin from 2018", "yang2018vcnn"),
        ("Those dated July through September 2025, sorted by date", "shang2025rstar2agent"),
    ],
)
def test_slips_and_bare_names_find_their_papers(chain: Chain, text: str, found: str) -> None:
    assert found in ids(chain.ask(text))


@pytest.mark.parametrize(
    ("text", "out"),
    [("papers by anyone but Homma", "Youkow Homma"), ("nothing by Homma please", "Youkow Homma")],
)
def test_who_is_not_wanted_is_left_out(chain: Chain, text: str, out: str) -> None:
    answer = chain.ask(text)
    assert answer.question.unwanted.authors == (out,)
    assert len(answer.papers) == 49


@pytest.mark.parametrize(
    "text",
    [
        "papers by Yang Wang on protein folding",
        "Yang Wang's protein papers",
        "papers of 2023 that use quantum annealing",
        "papers from tsinghua about robots",
        "I look for papers of 2024 on which Peking University is not present in quantum work",
        "After Li Lyna Zhang, who cooked the most dishes?",
        "What does Yang Wang say about cooking?",
        "Which Kubernetes papers are from 2024?",
        "The Microsoft quantum thing",
        "papers newer than Yang Wang's oldest recipe",
        "papers refuting Hwang",
        "papers that mention Homma",
        "papers Homma did not write",
        "which papers did Homma reject?",
        "papers Homma hates",
    ],
)
def test_a_topic_is_never_dropped(chain: Chain, text: str) -> None:
    assert chain.ask(text).abstained


@pytest.mark.parametrize(
    ("text", "topic", "said"),
    [
        ("papers by Low on owls", "owls", True),
        ("Low's owl papers", "owl", True),
        ("papers of 2020 that use owls", "owls", True),
        ("my boss wants all of Low", "boss wants", False),
        ("pull every item by Low for a reading list", "pull item reading list", False),
    ],
)
def test_what_says_that_a_word_is_a_subject(text: str, topic: str, *, said: bool) -> None:
    assert is_said_to_be_about(text, topic) is said


@pytest.mark.parametrize(
    ("text", "either"),
    [
        ("papers on flattening (structured pruning)", ("structured pruning",)),
        (
            "skiing sleds of any sort - pruning, quantization, caches",
            ("pruning", "quantization", "caches"),
        ),
        ("math benchmarks (GSM8K, MATH, AIME)", ("GSM8K", "MATH", "AIME")),
        ("papers on quantization (INT8)", ()),
    ],
)
def test_what_is_said_again_is_asked_for_too(
    chain: Chain, text: str, either: tuple[str, ...]
) -> None:
    question = chain.ask(text).question
    assert question.kind is Kind.LIST
    assert question.either == either


@pytest.mark.parametrize(
    "text",
    ["hardware architecture papers (category AR) without code", "papers on pruning (not tokens)"],
)
def test_what_is_remarked_is_not(chain: Chain, text: str) -> None:
    assert chain.ask(text).question.either == ()
