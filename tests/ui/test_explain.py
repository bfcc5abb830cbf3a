"""An explanation in a terminal: every sort of step in words, nothing that steers the terminal."""

from __future__ import annotations

import json
from datetime import date

import pytest

from rag.trace import (
    Checked,
    CheckedClaim,
    Decided,
    Excluded,
    Filtered,
    Ordered,
    Ranked,
    RankedPaper,
    Read,
    ReadSentence,
    Understood,
    Weighed,
    WeighedPaper,
)
from rag.types import Filters, Kind, Order, Question, Relation
from ui.explain import explained

ASKED = Question(
    "those on phones?",
    "papers on phones since 2024",
    Kind.LIST,
    topic="phones",
    filters=Filters(since=date(2024, 1, 1), has_code=False),
    scope=(),
    limit=3,
)
KITE = WeighedPaper(
    "kite",
    "Kite",
    0.9,
    0.9,
    "fits",
    {"words": 3.25, "whole": 0.01, "mere mention": -5.0},
    "It flies.",
)


def test_the_steps_are_told_in_order_with_the_times_at_the_end() -> None:
    steps = (Understood(ASKED), Filtered(("kite",), 7))
    assert explained(steps, {"search": 12.34, "total": 20}).splitlines() == [
        "1. Understood as a question of the kind list",
        "   whole: papers on phones since 2024",
        "   topic: phones",
        "   filters: since 2024-01-01; has_code False",
        "   scope: none",
        "   limit: 3",
        "2. Records compared with what is asked of them: 1 of 7 fit",
        "3. Milliseconds: search 12.3, total 20.0",
    ]


@pytest.mark.parametrize(
    ("step", "lines"),
    [
        (
            Excluded("looms", ("loom",)),
            ["1. Papers on “looms” are excluded: loom"],
        ),
        (
            Ranked("phones", (RankedPaper("kite", "Kite", 1.0, 0.5, 4.25),)),
            [
                "1. Retrieved for “phones”, the first is taken (score; cosine, BM25)",
                "   1.00  Kite (0.50, 4.2)",
            ],
        ),
        (
            Weighed("phones", "looms", Relation.USES, -6.1, 0.52, 0.39, (KITE,), 4),
            [
                "1. 5 papers judged on “phones” (uses, without “looms”): one fits from 0.52 on, "
                "is a near miss from",
                "   0.39; log-odds begin at -6.1",
                "   0.90 fits: Kite",
                "        words +3.2, mere mention -5.0",
                "        “It flies.”",
                "   4 more, each below 0.05",
            ],
        ),
        (
            Ordered(Order.NEWEST, 1, 2, ("a", "b"), ("c",)),
            [
                "1. Put in order and cut (newest, at most 2, after the first 1): 2 kept",
                "   dropped: c",
            ],
        ),
        (
            Read("kite", "Kite", 0.5, (ReadSentence("It flies.", 0.9, 0.4, taken=True),)),
            ["1. Read Kite (score, cosine; taken from 0.50 on)", "   taken 0.90, 0.40  It flies."],
        ),
        (
            Decided(
                "kite", 0.5, 0.4, ("tail", "ip"), ("ip",), True, True, 0.3, 0.48, answered=False
            ),
            [
                "1. Confidence 0.30, cut-off 0.48: too little to answer",
                "   words covered 0.50, nearest sentence's cosine 0.40",
                "   words missing in kite: tail, ip",
                "   of these strange to the library, or names: ip",
                "   the very thing asked for is missing",
                "   the count or setting asked for is not given",
            ],
        ),
        (
            Checked(
                "2 fit.",
                True,
                (
                    CheckedClaim("It flies.", ("kite",), ""),
                    CheckedClaim("It sinks.", ("kite", "loom"), "it cites nothing"),
                ),
            ),
            [
                "1. Statements compared with the papers: 1 of 2 hold; the question is refused",
                "   2 fit.",
                "   holds: It flies. [kite]",
                "   dropped, it cites nothing: It sinks. [kite, loom]",
            ],
        ),
    ],
)
def test_each_step_in_words(step, lines) -> None:
    assert explained([step], {}).splitlines()[:-1] == lines


def test_only_the_likeliest_papers_are_shown() -> None:
    papers = tuple(
        WeighedPaper(f"p{n}", f"Paper {n}", 0.04, 0.5 if n == 20 else 0.04, "below", {}, "Text.")
        for n in range(30)
    )
    text = explained([Weighed("x", "", Relation.ABOUT, 0.0, 0.5, 0.4, papers, 70)], {})
    assert [line.split(": ")[1] for line in text.splitlines() if "below:" in line] == [
        *(f"Paper {n}" for n in range(8)),
        "Paper 20",  # a near miss, were it not for a mere mention
    ]
    assert "91 more" in text


def test_a_papers_text_cannot_steer_the_terminal() -> None:
    step = Read("x", "\x1b]0;owned\x07", 0.5, (ReadSentence("a\x9bb\rc", 1, 1, taken=False),))
    assert not {"\x1b", "\x07", "\x9b", "\r"} & set(explained([step], {}))


# On the command line


def test_a_person_sees_the_answer_then_the_steps(footnote, library_dir):
    outcome = footnote("ask", "Which papers target CPUs?", "--explain", "--library", library_dir)
    assert (outcome.status, outcome.err) == (0, "")
    answer, steps = outcome.out.split("\n1. Understood")
    assert "4 papers fit" in answer
    assert "50 papers judged on “CPUs”" in steps
    assert "Milliseconds: understand" in steps


def test_a_program_gets_the_steps_in_a_field_of_their_own(footnote, library_dir):
    call = ("ask", "Which papers target CPUs?", "--json", "--library", library_dir)
    usual, more = json.loads(footnote(*call).out), json.loads(footnote(*call, "--explain").out)
    steps = more.pop("explain")
    assert list(usual) == list(more)
    assert [step["step"] for step in steps] == ["understood", "filtered", "weighed", "checked"]


def test_a_batch_explains_each_last_question(footnote, library_dir, tmp_path):
    file = tmp_path / "batch.jsonl"
    line = {"q": "Which of them have code?", "history": ["Which papers target CPUs?"]}
    file.write_text(json.dumps(line), "utf-8")
    outcome = footnote("ask", "--batch", file, "--explain", "--library", library_dir)
    steps = json.loads(outcome.out)["explain"]
    assert [step["step"] for step in steps].count("understood") == 1
    assert len(steps[0]["question"]["scope"]) == 4


def test_a_question_of_the_evals_is_explained(footnote, library_dir):
    call = ("eval", "--only", "list-003", "--explain", "--library", library_dir)
    shown = footnote(*call)
    assert shown.status == 0
    assert "1. Understood as a question of the kind list" in shown.out
    record = json.loads(footnote(*call, "--json").out)
    steps = record["systems"]["Footnote"]["answers"]["list-003"]["explain"]
    assert steps[0]["step"] == "understood"


def test_all_questions_at_once_are_not_explained(footnote):
    outcome = footnote("eval", "--explain")
    assert outcome.status == 2
    assert "with --only" in outcome.err
