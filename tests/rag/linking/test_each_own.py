"""Two things that are set side by side, each of which a paper of its own treats."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rag.chain import Chain
from rag.types import Kind

RECORDS = (
    (
        "Whey against Mildew of Vines",
        "Whey was sprayed on vines with mildew in nine vineyards. "
        "Mildew fell by a half. No grapes were lost.",
        "May, 2001",
        ["Adler, A."],
    ),
    (
        "Copper Sulphate in the Orchard",
        "Copper sulphate was given to apple trees with scab in twenty orchards. "
        "Scab fell by a third, and worms were lost.",
        "May, 2002",
        ["Brandt, B."],
    ),
    (
        "Nets over Cherries",
        "Nets over cherries kept starlings off. We recommend nets with small meshes. "
        "Forty trees were covered.",
        "May, 2003",
        ["Curtis, C."],
    ),
    (
        "Bells and Kites over Cherries",
        "Bells drove starlings off for a week, kites for a day. Neither saved the crop.",
        "May, 2004",
        ["Danner, D."],
    ),
    (
        "Soil of Vineyards",
        "Soil of vineyards held copper. Copper was highest in old vineyards with many vines.",
        "May, 2005",
        ["Ebner, E."],
    ),
    (
        "Grafting of Pears",
        "Pears were grafted on quince. Nine of ten grafts took.",
        "May, 2006",
        ["Fabri, F."],
    ),
    (
        "Pears in Espalier",
        "Pears in espalier bore fruit earlier than pears in bush form.",
        "May, 2007",
        ["Fabri, F."],
    ),
)
WHEY, COPPER, NETS, BELLS, SOIL, GRAFTS, ESPALIER = (title for title, *_ in RECORDS)


@pytest.fixture(scope="module")
def orchard(chained: Callable[..., Chain]) -> Chain:
    return chained(RECORDS)


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("whey for sick grapes versus copper for apple trees: what was lost?", WHEY, COPPER),
        ("spraying whey vs copper sulphate in orchards - how did they do?", WHEY, COPPER),
        ("vines in nine vineyards against apples in twenty orchards: what fell?", WHEY, COPPER),
        (
            "Compare the loss of scab in apple orchards with that of mildew in whey vineyards.",
            COPPER,
            WHEY,
        ),
        (
            "How much did mildew fall with whey on vines, and how much with sulphate on apples?",
            WHEY,
            COPPER,
        ),
        ("What do the whey study and the espalier study say about fruit?", WHEY, ESPALIER),
    ],
)
def test_each_side_finds_its_own_paper(orchard: Chain, question: str, one: str, other: str) -> None:
    answer = orchard.ask(question)
    assert answer.question.kind is Kind.COMPARE
    assert [paper.title for paper in answer.papers] == [one, other]


@pytest.mark.parametrize(
    "question",
    [
        "bells versus kites over cherries: which drove starlings off for longer?",  # one has both
        "espalier versus bush form: which bore earlier?",
        "starlings vs worms",  # plain words
        "Which papers are on whey against mildew or on nets against starlings?",
        "How fast did the grafts take and how many?",
    ],
)
def test_other_questions_are_of_no_two_papers(orchard: Chain, question: str) -> None:
    assert orchard.ask(question).question.kind is not Kind.COMPARE


def test_of_several_papers_with_as_much_what_is_asked_tells_which(orchard: Chain) -> None:
    one, other = "the pear study", "whey on vines"
    each_own = orchard._beside._each_own
    assert each_own.pair(one, other, "how did the grafts on quince do?") == (
        "fabri2006grafting",
        "adler2001whey",
    )


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("How many trees did the Curtis study cover?", NETS),
        ("What fell in the 2002 Brandt paper?", COPPER),
    ],
)
def test_one_paper_is_told_by_its_people(orchard: Chain, question: str, title: str) -> None:
    answer = orchard.ask(question)
    assert [paper.title for paper in answer.papers] == [title]
    assert len(answer.question.named) == 1


@pytest.mark.parametrize("question", ["How many trees did the study cover?", "Who is Curtis?"])
def test_no_people_of_a_paper_tell_none(orchard: Chain, question: str) -> None:
    assert orchard.ask(question).question.named == ()


@pytest.mark.parametrize(
    ("first", "text", "title"),
    [
        ("Which papers are about cherries?", "what did they recommend in the net study?", NETS),
        ("Which papers are about cherries?", "the study with the kites - how long?", BELLS),
        ("Which papers are about cherries?", "the one for birds: who wrote it?", None),
        ("Which papers are about cherries?", "in the whey paper, how many vineyards?", WHEY),
        ("Who wrote Nets over Cherries?", "and what did they recommend in the end?", NETS),
    ],
)
def test_a_study_described_after_others(
    orchard: Chain, first: str, text: str, title: str | None
) -> None:
    answer = orchard.ask(text, [orchard.ask(first)])
    if title is None:
        assert not any("Ebner" in paper.title for paper in answer.papers)
        return
    assert [paper.title for paper in answer.papers] == [title]


def test_a_described_paper_that_agrees_is_set_beside_the_one_before(orchard: Chain) -> None:
    before = [orchard.ask("Who wrote Bells and Kites over Cherries?")]
    before.append(orchard.ask("What drove starlings off for a week?", before))
    answer = orchard.ask("does the study on nets agree?", before)
    assert answer.question.kind is Kind.COMPARE
    assert [paper.title for paper in answer.papers] == [NETS, BELLS]
    alone = orchard.ask("how does it differ from the whey study?", before)
    assert {paper.title for paper in alone.papers} == {BELLS, WHEY}
