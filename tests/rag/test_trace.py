"""An explanation tells what happened: its steps agree with each other and with the answer."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from math import exp
from typing import TypeVar, get_args

import pytest

from rag.chain import Chain
from rag.selection.select import UNKNOWN
from rag.trace import (
    Checked,
    CheckedClaim,
    Decided,
    Excluded,
    Filtered,
    Ordered,
    Ranked,
    Read,
    Step,
    Understood,
    Weighed,
    listening,
    note,
    plain,
)
from rag.types import Answer, Claim, Draft, Evidence, Kind, Order, Relation
from rag.verify import verify
from store.library import Library

S = TypeVar("S")


def explained(chain: Chain, question: str) -> tuple[Answer, Sequence[Step]]:
    with listening() as steps:
        answer = chain.ask(question)
    return answer, steps


def the(sort: type[S], steps: Sequence[object]) -> S:
    """The only step of this sort."""
    (found,) = [step for step in steps if isinstance(step, sort)]
    return found


def test_nothing_is_made_unless_somebody_listens() -> None:
    note(lambda: pytest.fail("nobody listens"))
    with listening() as steps:
        note(lambda: Filtered((), 3))
    note(lambda: pytest.fail("nobody listens any more"))
    assert list(steps) == [Filtered((), 3)]


def test_one_does_not_hear_what_is_asked_in_another_thread(chain: Chain) -> None:
    with listening() as steps:
        other = threading.Thread(target=chain.ask, args=("What is T-MAC?",))
        other.start()
        other.join()
    assert list(steps) == []


def test_to_listen_does_not_change_the_answer(chain: Chain) -> None:
    question = "Which papers target CPUs?"
    answer, _ = explained(chain, question)
    assert answer.markdown == chain.ask(question).markdown


def test_a_set_is_understood_filtered_weighed_and_checked(chain: Chain) -> None:
    answer, steps = explained(chain, "Which papers target CPUs?")
    assert [type(step) for step in steps] == [Understood, Filtered, Weighed, Checked]
    assert the(Understood, steps).question.topic == "CPUs"
    assert len(the(Filtered, steps).fitting) == the(Filtered, steps).considered == 50
    weighed = the(Weighed, steps)
    assert (weighed.topic, weighed.relation) == ("CPUs", Relation.ABOUT)
    assert len(weighed.papers) + weighed.others == 50
    fitting = [paper for paper in weighed.papers if paper.verdict == "fits"]
    assert [paper.paper_id for paper in fitting] == [paper.id for paper in answer.papers]
    assert all(paper.probability >= weighed.cut for paper in fitting)
    near = [paper.title for paper in weighed.papers if paper.verdict == "near miss"]
    closing = answer.markdown.splitlines()[-1]
    assert near
    assert all(title.partition(":")[0] in closing for title in near)


def test_what_the_features_add_is_the_probability(chain: Chain) -> None:
    for question in (
        "Which papers target CPUs?",
        "papers on phones or browsers",
        "papers on roses",
    ):
        weighed = the(Weighed, explained(chain, question)[1])
        for paper in weighed.papers:
            odds = weighed.bias + sum(paper.log_odds.values())
            assert paper.probability == pytest.approx(1 / (1 + exp(-odds)), abs=1e-6)


def test_a_topic_that_no_paper_knows_is_said_to_be_one(chain: Chain) -> None:
    answer, steps = explained(chain, "papers on gardening with roses")
    assert answer.abstained
    assert all(paper.log_odds["unknown topic"] == -UNKNOWN for paper in the(Weighed, steps).papers)


def test_what_the_records_rule_out_is_told(chain: Chain, library: Library) -> None:
    answer, steps = explained(chain, "papers on GPUs from 2024")
    filtered, weighed = the(Filtered, steps), the(Weighed, steps)
    of_2024 = [p.id for p in library.papers.values() if p.date and p.date.year == 2024]
    assert list(filtered.fitting) == of_2024
    ruled_out = {p.paper_id for p in weighed.papers if p.verdict == "its record does not fit"}
    assert ruled_out
    assert not ruled_out & set(of_2024)
    assert {paper.id for paper in answer.papers} <= set(of_2024)


def test_what_is_excluded_is_told(chain: Chain) -> None:
    answer, steps = explained(chain, "papers from 2024 not about quantization")
    excluded = the(Excluded, steps)
    assert excluded.topic == "quantization"
    assert "liu2024vptq" in excluded.papers
    kept = set(the(Filtered, steps).fitting) - set(excluded.papers)
    assert {paper.id for paper in answer.papers} == kept


def test_what_an_order_and_a_limit_drop_is_told(chain: Chain) -> None:
    answer, steps = explained(chain, "the 3 newest papers on attention")
    ordered = the(Ordered, steps)
    assert (ordered.order, ordered.limit, ordered.skip) == (Order.NEWEST, 3, 0)
    fits = {p.paper_id for p in the(Weighed, steps).papers if p.verdict == "fits"}
    assert len(ordered.kept) == 3
    assert set(ordered.kept) | set(ordered.dropped) == fits
    assert {paper.id for paper in answer.papers} == set(ordered.kept)


def test_a_fact_is_read_decided_and_checked(chain: Chain) -> None:
    answer, steps = explained(chain, "What speedup does T-MAC reach?")
    assert [type(step) for step in steps] == [Understood, Read, Decided, Checked]
    read, decided = the(Read, steps), the(Decided, steps)
    assert [s.text for s in read.sentences if s.taken] == [c.quote for c in answer.citations]
    assert all(sentence.score >= read.cut for sentence in read.sentences if sentence.taken)
    assert decided.answered
    assert decided.confidence - decided.cut == pytest.approx(answer.confidence)


def test_where_no_paper_is_named_the_first_of_a_ranking_is_read(chain: Chain) -> None:
    _, steps = explained(chain, "How many A100 GPUs did the mixture-of-experts layer run on?")
    ranked, read = the(Ranked, steps), the(Read, steps)
    assert len(ranked.papers) == 10
    assert ranked.papers[0].paper_id == read.paper_id
    scores = [paper.score for paper in ranked.papers]
    assert scores == sorted(scores, reverse=True)


def test_a_refusal_tells_what_is_missing(chain: Chain) -> None:
    answer, steps = explained(chain, "Which optimizer does T-MAC use?")
    decided, freely = (step for step in steps if isinstance(step, Decided))
    assert answer.abstained
    assert not decided.answered
    assert not freely.answered
    assert decided.confidence < decided.cut
    assert decided.off_focus
    assert "optim" in decided.missing
    assert the(Checked, steps).abstained


def test_a_statement_that_is_dropped_has_its_reason(library: Library) -> None:
    paper = library.papers["wei2024tmac"]
    good = Evidence(paper.id, "title", 0, 5, "T-MAC")
    forged = Evidence(paper.id, "title", 0, 5, "T-CPU")
    draft = Draft("", (Claim("It is T-MAC.", (good,)), Claim("It is T-CPU.", (forged,))))
    with listening() as steps:
        verify(draft, library.papers)
    assert the(Checked, steps).claims == (
        CheckedClaim("It is T-MAC.", (paper.id,), ""),
        CheckedClaim(
            "It is T-CPU.",
            (paper.id,),
            "the quote 'T-CPU' does not stand at its place in 'wei2024tmac'",
        ),
    )


@pytest.mark.parametrize(
    "question",
    [
        "papers on GPUs from 2024 without those on attention",
        "What speedup does T-MAC reach?",
        "compare T-MAC and LUT Tensor Core",
        "how many papers are from 2024?",
        "Summarize the paper on image retrieval",
        "hello",
    ],
)
def test_every_kind_has_steps_that_become_json(chain: Chain, question: str) -> None:
    answer, steps = explained(chain, question)
    told = plain(steps)
    assert json.loads(json.dumps(told)) == told
    assert (told[0]["step"], told[-1]["step"]) == ("understood", "checked")
    assert {step["step"] for step in told} <= {s.__name__.lower() for s in get_args(Step)}
    assert answer.question.kind is Kind.NONE or told[0]["question"]["kind"] == answer.question.kind
