"""Which questions are put to all papers, and which to one, where none is named."""

import time

import pytest

from rag.question.of_all import asks_of_all, points_to_one
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.types import Kind

OF_ALL = [
    "which schedulers are preemptive?",
    "Which drugs have been tested against migraine?",
    "which theories of inflation are represented here?",
    "which parsers handle left recursion?",
    "which experiments ran under water?",
    "what has been deployed in production?",
    "What's been done on forest inventories?",
    "where has transfer been used in medicine?",
    "what have people tried for keeping tables out of memory?",
    "who looked at heat islands",
    "who has measured the failure rate of disks?",
    "who's mapped hedgehogs on roads?",
    "I'm trying to find out who has used satellites to estimate poverty",
    "is graphene mentioned",
    "have beavers been looked at?",
    "do we own anything on music therapy?",
    "what did I save about soil carbon",
    "Has the literature addressed bank runs?",
    "where can I find comparisons of trees and hash indexes",
    "I need a handful of references on body image",
    "Which studies did nuclear scans?",
    "Is there a review on nuclear scans?",
    "Any how-to guidelines for running assays?",
]
OF_ONE = [
    "what is machine learning?",
    "what is verified data used for?",
    "why do people use lookup tables?",
    "is there a control group?",
    "is there code?",
    "which tests were used in the cellulitis trial?",
    "Which antibiotic was the comparator?",
    "which data were the models trained on?",
    "what percentage of the tadpoles survived?",
    "Which corpus did they use?",
    "What did they do in the field?",
    "in Petrov's essay, which reasons are given?",
    "who invented the intermittent method?",
    "how many qubits were used in the experiment of Brandt et al?",
    "whose algorithm is the procedure faster than?",
]


@pytest.mark.parametrize("text", OF_ALL)
def test_what_is_asked_of_all_papers(text: str, catalog: Catalog) -> None:
    assert asks_of_all(text)
    assert understand(text, catalog).kind is Kind.LIST


@pytest.mark.parametrize("text", OF_ONE)
def test_what_is_asked_of_one_paper(text: str, catalog: Catalog) -> None:
    assert not asks_of_all(text)
    assert understand(text, catalog).kind is not Kind.LIST


def test_a_paper_that_is_pointed_to_is_one() -> None:
    assert points_to_one("How long did each lesson last in the algebra study?")
    assert points_to_one("what did Low's paper estimate?")
    assert not points_to_one("Which papers cite the algebra study?")
    assert not points_to_one("only the paper about long contexts")
    assert not points_to_one("which ones keep data in the memory of the machine?")


@pytest.mark.parametrize(
    "piece", ["which ", "a of b ", "who has ", "the study ", "s ", "in the A "]
)
def test_long_questions_take_no_time(piece: str) -> None:
    started = time.perf_counter()
    asks_of_all((piece * 4000)[:4000])
    points_to_one((piece * 4000)[:4000])
    assert time.perf_counter() - started < 0.5
