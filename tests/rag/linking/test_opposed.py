"""Two papers that a question opposes: by their people, years, places, kinds or what they treat."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from rag.chain import Chain
from rag.linking.credited import spoken_of
from rag.question.contrast import contrasts_in, each_alone
from rag.types import Answer, Kind

RECORDS = (
    (
        "Catching Herons with Drop Nets",
        "We caught herons at ponds with drop nets that a rope lets go. No heron died. "
        "A drop net takes two people.",
        "May, 2011",
        ["Ames, K.", "Bauer, T."],
    ),
    (
        "A Ladder for Reaching Nestlings of Storks",
        "A folding ladder lets one person reach nestlings of storks. "
        "Of forty nestlings none fell out of the nest.",
        "June, 2006",
        ["Croft, J."],
    ),
    (
        "Ranges of Herons in the Camargue",
        "Herons of the Camargue ranged over twelve square kilometres. Ranges were largest in May.",
        "April, 2014",
        ["Ames, K.", "Dunn, P."],
    ),
    (
        "Ranges of Herons on the Danube",
        "Herons on the Danube ranged over thirty square kilometres. Ranges grew with floods.",
        "April, 2007",
        ["Estes, M."],
    ),
    (
        "Bread Prices and Riots",
        "Riots followed bread prices in forty towns. Prices explain half of the riots.",
        "March, 2004",
        ["Fouquet, A.", "Garde, L."],
    ),
    (
        "Bread Prices and Riots: A Comment",
        "Riots did not follow bread prices once harvests are counted. Towns were chosen badly.",
        "March, 2009",
        ["Hale, E."],
    ),
    (
        "Hand Washing in Schools: A Meta-Analysis",
        "Hand washing cut diarrhoea by a third over thirty trials. Soap mattered more than water.",
        "July, 2005",
        ["Ivey, S."],
    ),
    (
        "Soap in Villages of Nepal: A Pilot",
        "In a pilot in Nepal soap was given to villages. Hand washing rose, diarrhoea did not.",
        "July, 2015",
        ["De Kruif, R."],
    ),
    (
        "Lethal Trichomonas in a Pigeon",
        "A pigeon died of Trichomonas. The parasite was found in its crop.",
        "May, 2012",
        ["Jonas, W."],
    ),
    (
        "Lethal Borrelia in a Hare",
        "A hare died of Borrelia. Ticks were found on its ears.",
        "May, 2018",
        ["Jonas, W."],
    ),
    (
        "Sorting by Sieves",
        "Sieves sort grain by size. Grain was long in storage. Sieves beat fans for wheat.",
        "May, 2001",
        ["Long, B."],
    ),
    (
        "Kites over Lakes",
        "Kites over lakes were counted. We found that kites follow the wind.",
        "May, 2003",
        ["Moss, A.", "Nye, B.", "Orr, C."],
    ),
    ("Lakes in Winter", "Ice on lakes was measured.", "May, 2002", ["Nye, B."]),
)
(NETS, LADDER, CAMARGUE, DANUBE, RIOTS, COMMENT, SOAP, NEPAL, PIGEON, HARE) = (
    title for title, *_ in RECORDS[:10]
)


@pytest.fixture(scope="module")
def shelf(chained: Callable[..., Chain]) -> Chain:
    return chained(RECORDS)


def titles(answer: Answer) -> set[str]:
    return {paper.title for paper in answer.papers}


def compares(chain: Chain, question: str) -> set[str]:
    answer = chain.ask(question)
    assert answer.question.kind is Kind.COMPARE
    return titles(answer)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("what says Hale and what do Fouquet and Garde (2004) say against it?", {RIOTS, COMMENT}),
        ("How do Hale (2009) and Fouquet explain the riots differently?", {RIOTS, COMMENT}),
        ("Does Hale contradict Fouquet & Garde?", {RIOTS, COMMENT}),
        ("Do Fouquet and Hale agree on bread prices?", {RIOTS, COMMENT}),
        ("Ivey et al. on soap and De Kruif both deal with diarrhoea. Agree?", {SOAP, NEPAL}),
        ("Who found larger ranges, Dunn or Estes?", {CAMARGUE, DANUBE}),
        ("ranges in the Camargue (Ames) versus the Danube (Estes): which?", {CAMARGUE, DANUBE}),
        ("Ames on drop nets versus Croft", {NETS, LADDER}),
        ("Ames et al. on drop nets versus Ames et al. on the Camargue", {NETS, CAMARGUE}),
        ("How do Estes and R. De Kruif go about it?", {DANUBE, NEPAL}),
        ("Jonas (2012) or Jonas (2018): how do they differ?", {PIGEON, HARE}),
    ],
)
def test_two_by_their_people(shelf: Chain, question: str, wanted: set[str]) -> None:
    assert compares(shelf, question) == wanted


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Washing hands: does the 2005 meta-analysis agree with the Nepal pilot?", {SOAP, NEPAL}),
        ("How does the 2007 paper go about ranges and how the one from 2014?", {CAMARGUE, DANUBE}),
        ("Is soap any good? Compare the 2015 paper with the meta-analysis of 2005.", {SOAP, NEPAL}),
        ("How do Jonas's 2012 and 2018 papers differ?", {PIGEON, HARE}),
        ("Compare the 2007 and 2014 papers by Estes and Ames", {DANUBE, CAMARGUE}),
        ("Compare the Camargue and Danube studies", {CAMARGUE, DANUBE}),
        ("Put the Camargue study side by side with the paper on soap", {CAMARGUE, NEPAL}),
        ("Hold the Camargue study against the one on the Danube", {CAMARGUE, DANUBE}),
    ],
)
def test_two_by_year_place_or_kind(shelf: Chain, question: str, wanted: set[str]) -> None:
    assert compares(shelf, question) == wanted


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Compare the drop net technique with the ladder. Did birds die?", {NETS, LADDER}),
        ("Trichomonas case vs Borrelia case, what is the difference?", {PIGEON, HARE}),
        ("How do drop nets differ from a ladder?", {NETS, LADDER}),
        ("How do the drop net and the ladder work together?", {NETS, LADDER}),
        ("compare how the Camargue and Nepal were chosen", {CAMARGUE, NEPAL}),
    ],
)
def test_two_things_of_which_each_has_a_paper(
    shelf: Chain, question: str, wanted: set[str]
) -> None:
    assert compares(shelf, question) == wanted


@pytest.mark.parametrize(
    "question",
    [
        "Compare Hale with Smith (1999)",
        "How do Hale and Okoro differ?",
        "Does the penguin review agree with the Nepal pilot?",
        "Compare the 2018 paper on penguins with the Nepal pilot",
    ],
)
def test_one_that_is_not_there_is_not_compared(shelf: Chain, question: str) -> None:
    answer = shelf.ask(question)
    assert answer.abstained
    assert "Nothing in this collection" in answer.markdown


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Did Fouquet and Garde find that riots followed prices?", Kind.FACT),  # one paper's two
        ("What did Moss, Nye and Orr find about kites?", Kind.FACT),
        ("How do sieves and fans differ for wheat?", Kind.FACT),  # one paper speaks of both
        ("How do soap and water cut diarrhoea?", Kind.LIST),
        ("Which papers by Ames or Estes are on herons?", Kind.LIST),
        ("Which papers compare nets with ladders?", Kind.LIST),
        ("papers on soap and on riots", Kind.LIST),
        ("Who wrote more papers, Ames or Estes?", Kind.RECORD),
        ("Who wrote the paper about nestlings and storks?", Kind.RECORD),
        ("Does Hale agree that towns were chosen badly?", Kind.FACT),
    ],
)
def test_other_questions_compare_nothing(shelf: Chain, question: str, kind: Kind) -> None:
    answer = shelf.ask(question)
    assert (answer.question.kind, answer.abstained and kind is not Kind.LIST) == (kind, False)


def test_whose_papers_a_text_speaks_of(shelf: Chain) -> None:
    catalog = shelf._catalog
    text = "Long lists: Fouquet and Garde (2004), Hale's and R. De Kruif, long and New Ames City"
    found = [(text[one.start : one.end], one.names) for one in spoken_of(text, catalog)]
    assert found == [
        ("Fouquet and Garde (2004)", ("Fouquet", "Garde")),
        ("Hale's", ("Hale",)),
        ("R. De Kruif", ("Kruif",)),
    ]  # "long" is a word of a paper, and "New Ames City" no person


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("the jury and grain papers", "the jury paper and the grain paper"),
        ("Oster's 2005 and 2010 studies", "Oster's 2005 study and Oster's 2010 study"),
        (
            "the 2005 and 2010 papers by Ray",
            "the 2005 paper by Ray and the 2010 paper by Ray",
        ),
        ("papers on space and time", "papers on space and time"),
        ("Ray's paper and the witch trials study", "Ray's paper and the witch trials study"),
    ],
)
def test_words_that_two_papers_share_are_said_of_each(text: str, apart: str) -> None:
    assert each_alone(text) == apart


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Soap: does the review agree with the pilot?", "the review", "the pilot"),
        ("Compare nets with ladders. What is each for?", "nets", "ladders"),
        ("Put nets side by side with ladders.", "nets", "ladders"),
        ("Is the trial at odds with the review?", "the trial", "the review"),
        ("The net paper and the ladder paper both use ropes", "The net paper", "the ladder paper"),
    ],
)
def test_where_two_sides_end(text: str, one: str, other: str) -> None:
    first = next(contrasts_in(text))
    assert (first.one, first.other) == (one, other)


@pytest.mark.parametrize(
    "piece",
    ["the a ", "the paper on a ", "Ames and ", "Ames's a and ", "a's ", "the a and b ", "is a, "],
)
def test_long_texts_take_no_time(shelf: Chain, piece: str) -> None:
    start = time.process_time()
    shelf.ask(f"compare both: {(piece * 3900)[:3900]} same")
    assert time.process_time() - start < 10
