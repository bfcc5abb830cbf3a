"""Follow-ups that take papers out of the list before and want to see what is left."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Answer
from tests.rag.conversation.test_conversation import converse, ids

WRENCH, RPG, SIGMA = "zhang2021wrench", "luo2025rpg", "lin2025sigma"
HAGEO, NSVIF, LOONGRL = "duan2025goldmedallevel", "su2026neurosymbolic", "wang2025loongrl"
BENCHMARKS = "Which papers introduce a benchmark of their own?"
REINFORCED = "Which papers use reinforcement learning?"
ALL = {WRENCH, RPG, SIGMA, HAGEO, NSVIF}


def after(chain: Chain, first: str, *texts: str) -> tuple[set[str], Answer]:
    """The papers of the first answer, and the last answer."""
    return ids(chain.ask(first)), converse(chain, first, *texts)


@pytest.mark.parametrize(
    "text",
    [
        "Leave that one out and show me the rest",
        "take it off the list. What's left?",
        "drop this one, what remains?",
        "remove that paper please",
        "everything but that one",
    ],
)
def test_the_one_before_is_taken_out_of_the_list_before_it(chain: Chain, text: str) -> None:
    answer = converse(chain, BENCHMARKS, "Is one of them about geometry?", text)
    assert ids(answer) == ALL - {HAGEO}


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("without WRENCH, what remains?", {WRENCH}),
        ("On second thought I'd rather leave WRENCH out of my lecture.", {WRENCH}),
        ("leave out the geometry one", {HAGEO}),
        ("what's left if you ignore the newest?", {NSVIF}),
        ("filter out everything about math, please", {HAGEO}),
        ("Scratch WRENCH from that list please", {WRENCH}),
        ("not interested in math, what else is there?", {HAGEO}),
        ("can you remove the ones that don't have code?", ALL - {WRENCH}),
        ("Now set WRENCH aside. Which ones are left?", {WRENCH}),
    ],
)
def test_papers_are_named_or_described(chain: Chain, text: str, gone: set[str]) -> None:
    assert ids(converse(chain, BENCHMARKS, text)) == ALL - gone


@pytest.mark.parametrize(
    ("text", "places"),
    [("all of them except the second one", {1}), ("kick the first two out", {0, 1})],
)
def test_papers_are_counted_out(chain: Chain, text: str, places: set[int]) -> None:
    listed = [paper.id for paper in chain.ask(BENCHMARKS).papers]
    left = {paper_id for place, paper_id in enumerate(listed) if place not in places}
    assert ids(converse(chain, BENCHMARKS, text)) == left


@pytest.mark.parametrize(
    "text",
    [
        "I don't care about math. Drop everything that has to do with math, what remains?",
        "I'm not interested in math",
        "drop all that deal with math",
        "what remains without the math papers?",
        "Take out whatever is about math, what do we have left?",
    ],
)
def test_a_topic_is_taken_out(chain: Chain, text: str) -> None:
    before, answer = after(chain, REINFORCED, text)
    assert LOONGRL in ids(answer)
    assert ids(answer) < before
    assert "shang2025rstar2agent" not in ids(answer)


def test_what_is_left_is_counted(chain: Chain) -> None:
    before, answer = after(chain, REINFORCED, "how many are left if you take LoongRL out?")
    assert ids(answer) == before - {LOONGRL}
    assert answer.markdown.startswith(f"**{len(before) - 1}**")


@pytest.mark.parametrize(
    "text",
    [
        "Forget Sigma. Which of the rest have code?",
        "leave Sigma out, and which of the others have code?",
        "take the math ones out and tell me which of them have code",
    ],
)
def test_something_is_asked_of_the_rest(chain: Chain, text: str) -> None:
    assert ids(converse(chain, BENCHMARKS, text)) == {WRENCH}


def test_the_list_before_is_that_of_which_one_was_spoken(chain: Chain) -> None:
    before, answer = after(chain, REINFORCED, "Who wrote LoongRL?", "remove it from the list")
    assert ids(answer) == before - {LOONGRL}


def test_those_are_what_was_said_not_to_matter(chain: Chain) -> None:
    before, answer = after(chain, REINFORCED, "I don't care about math. Leave those out.")
    assert LOONGRL in ids(answer)
    assert ids(answer) < before


@pytest.mark.parametrize("text", ["not the speech ones", "leave out the ones on speech"])
def test_what_is_left_is_spoken_of(chain: Chain, text: str) -> None:
    left = converse(chain, "Papers on pruning", text)
    assert "jiang2023accurate" not in ids(left)
    assert ids(converse(chain, "Papers on pruning", text, "who wrote what's left?")) == ids(left)


def test_either_of_two_sorts_is_left_out(chain: Chain) -> None:
    answer = converse(chain, "Papers on pruning", "leave out the ones on speech and ad relevance")
    assert not {"jiang2023accurate", "zhang2022swiftpruner"} & ids(answer)
    assert answer.papers


def test_what_else_there_is_leaves_nothing_out(chain: Chain) -> None:
    answer = converse(chain, "Papers on pruning", "what else is there on quantization?")
    assert answer.question.scope is None
    assert answer.question.besides


@pytest.mark.parametrize(
    "text", ["leave out the ones by Duan", "drop those by Duan", "not by Duan"]
)
def test_a_last_name_is_that_of_a_person_after_by(chain: Chain, text: str) -> None:
    assert ids(converse(chain, BENCHMARKS, text)) == ALL - {HAGEO}


def test_of_the_remaining_three_is_asked(chain: Chain) -> None:
    text = "Leave out the first. Which of the remaining three are about mathematics?"
    answer = converse(chain, "List the rStar papers in chronological order.", text)
    assert answer.question.topic == "mathematics"
    assert ids(answer) == {"guan2025rstarmath", "shang2025rstar2agent"}


def test_not_the_ones_on_something_takes_them_out(chain: Chain) -> None:
    asked = converse(chain, "papers on vision", "not the ones on NAS").question
    assert (asked.without, len(asked.scope or ())) == (
        "NAS",
        len(ids(chain.ask("papers on vision"))),
    )


@pytest.mark.parametrize("text", ["not vision", "no vision please", "other than ElasticViT"])
def test_a_few_words_take_papers_out_of_a_list(chain: Chain, text: str) -> None:
    first = chain.ask("Which papers are about mobile devices?")
    answer = converse(chain, "Which papers are about mobile devices?", text)
    assert ids(answer) < ids(first)
    assert "tang2023elasticvit" not in ids(answer)


@pytest.mark.parametrize("text", ["no idea", "no thanks"])
def test_what_only_denies_takes_nothing_out(chain: Chain, text: str) -> None:
    asked = converse(chain, "Which papers are about mobile devices?", text).question
    assert not (asked.without)
    assert not (asked.besides)


@pytest.mark.parametrize(
    "text",
    [
        "Now drop the ones with LUT in the title.",
        "without those that have LUT in their titles",
        "remove everything whose title starts with LUT",
        'leave out those with "LUT" in the title',
    ],
)
def test_papers_are_taken_out_by_their_titles(chain: Chain, text: str) -> None:
    before, answer = after(chain, "Papers on table lookup", text)
    left = {i for i in before if "LUT" not in chain.library.papers[i].title}
    assert ids(answer) == left
    assert left


def test_a_title_that_has_a_systems_name_is_no_such_system(chain: Chain) -> None:
    _, answer = after(chain, "Papers by Yifei Liu", "drop the ones with rStar in the title")
    assert ids(answer) == {"liu2024vptq"}


def test_what_goes_on_takes_out_more(chain: Chain) -> None:
    asked = ("Which papers deal with long contexts?", "exclude those from 2023")
    left = converse(chain, *asked)
    fewer = converse(chain, *asked, "and those from 2024")
    of_2024 = {i for i in ids(left) if str(chain.library.papers[i].date).startswith("2024")}
    assert of_2024
    assert ids(fewer) == ids(left) - of_2024


def test_after_what_took_nothing_out_those_are_shown(chain: Chain) -> None:
    asked = ("Which papers deal with long contexts?", "those from 2024", "and those from 2025")
    years = {str(chain.library.papers[i].date)[:4] for i in ids(converse(chain, *asked))}
    assert years == {"2025"}
