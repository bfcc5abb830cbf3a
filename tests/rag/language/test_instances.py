from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.language.instances import asked_kind, names_none


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What hardware does T-MAC run on?", "CPU"),
        ("What language was SeerAttention-R's decoding kernel written in?", "TileLang"),
        ("What problem does Long Exposure solve?", "inefficiency"),
        ("What models is VPTQ evaluated on?", "LLaMA-2"),
        ("Which new metric do the RLVR authors put forward?", "CoT-Pass@K"),
    ],
)
def test_an_instance_answers_for_its_kind(chain: Chain, question: str, said: str) -> None:
    answer = chain.ask(question)
    assert not answer.abstained
    assert said in answer.markdown


def test_a_kind_that_the_paper_has_no_instance_of_is_not_said(chain: Chain) -> None:
    assert chain.ask("What GPUs does Argus need?").abstained


@pytest.mark.parametrize(
    ("question", "text", "lacking"),
    [
        ("Which GPU was it run on?", "It generates kernels for a GPU.", True),
        ("Which GPU was it run on?", "It runs on one H100 GPU.", False),
        ("What kind of processor is needed?", "It runs on any processor.", True),
        ("Which processors were tried?", "We use a Snapdragon phone.", False),
        ("Does it need a GPU?", "It generates kernels for a GPU.", False),
        ("In which browser is it slowest?", "It runs in browsers of edge devices.", True),
        ("In which browser is it slowest?", "It is slowest in Firefox.", False),
        ("Who funded the work?", "It is a fundamental question.", True),
    ],
)
def test_which_one_of_a_kind_must_be_named(question: str, text: str, lacking: bool) -> None:
    assert names_none(question, text) is lacking


def test_other_questions_ask_for_no_kind() -> None:
    assert asked_kind("Who wrote it?") is None
    assert asked_kind("How fast is SPANN?") is None


def test_a_last_author_is_not_made_up(chain: Chain) -> None:
    assert chain.ask("Who is the last author of Tutel?").abstained
    assert chain.ask("What is the e-mail address of the SPANN authors?").abstained
    assert not chain.ask("Who is the first author of Tutel?").abstained


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Does HAGeo need a GPU?", "CPUs"),
        ("Can HAGeo do without GPUs?", "CPUs"),
        ("Does T-MAC require a GPU?", "CPU"),
    ],
)
def test_whether_it_is_needed_is_told_by_what_a_method_runs_on(
    chain: Chain, question: str, said: str
) -> None:
    answer = chain.ask(question)
    assert not answer.abstained
    assert said in answer.citations[0].quote


def test_a_paper_that_names_no_hardware_does_not_say_what_it_needs(chain: Chain) -> None:
    assert chain.ask("Does rStar-Math need a GPU?").abstained


@pytest.mark.parametrize(
    ("question", "silent", "said"),
    [
        ("In which language was Owl written?", "Owl runs within MAC.", "It was coded in LISP."),
        ("What computer did Dorn run it on?", "It was tried on text.", "It ran on an IBM 7094."),
        ("Which hospital ran the registry?", "A registry was kept.", "Port Clinic kept it."),
        ("who funded the owl trial?", "Owls were tried.", "A grant of the State paid for it."),
    ],
)
def test_what_must_be_named_is_named_or_not_said(question: str, silent: str, said: str) -> None:
    assert names_none(question, silent)
    assert not names_none(question, said)


def test_words_for_machines_and_languages_ask_for_other_things_too() -> None:
    assert not names_none("Which machine learning method is used on owls?", "Owls learn.")
    assert not names_none("Which language pairs were used?", "Owls speak.")
    assert not names_none("which type of hospital admission policy was stable?", "Policies differ.")
