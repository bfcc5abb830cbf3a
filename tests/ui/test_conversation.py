import logging
from dataclasses import replace
from types import SimpleNamespace

import pytest

from rag.types import Kind, Partial, Progress, Question
from store.errors import QuestionError
from store.papers import Paper, Passage
from ui.conversation import FAILED, FIRST_STEP, STOPPED, Source, Turn, converse, stop

PAPER = Paper(id="a", title="A", text="One. Two.", record="")
PASSAGE = Passage("a", "abstract", 0, 9, "One. Two.")
LIBRARY = SimpleNamespace(
    papers={"a": PAPER},
    manifest=SimpleNamespace(papers={"a": "0123456789abcdef"}),
    passage_around=lambda *place: PASSAGE,
)


def last_turns(chain, question="q", turns=()):
    return [shown[-1] for shown in converse(chain, LIBRARY, question, turns)]


def test_each_event_gives_the_conversation_anew(scripted, cite, answer):
    citation = cite(LIBRARY, 1, "a", "Two.")
    final = answer("Two. [1] And more.", citation)
    chain = scripted([Progress("Searching"), Partial("Two. [1]", (citation,)), final])
    sources = (Source(citation, replace(PAPER, text=""), PASSAGE, "0123456789ab"),)
    assert last_turns(chain) == [
        Turn("q", step=FIRST_STEP),
        Turn("q", step="Searching"),
        Turn("q", markdown="Two. [1]", sources=sources, step="Searching"),
        Turn(
            "q",
            markdown="Two. [1] And more.",
            sources=sources,
            answer=final,
            next=("What is A about?",),  # no paper of the library has code
        ),
    ]


def test_the_history_is_the_complete_answers(scripted, answer):
    first = answer("First.")
    earlier = (Turn("a", answer=first), Turn("b", note="failed"), Turn("c", note=STOPPED))
    chain = scripted([answer("Second.")])
    assert last_turns(chain, "d", earlier)[-1].markdown == "Second."
    assert chain.asked == [("d", [first])]


def test_a_refusal_is_said_in_its_own_words(scripted):
    chain = scripted([QuestionError("The question is too long: shorten it.")])
    assert last_turns(chain)[-1] == Turn("q", note="The question is too long: shorten it.")


def test_any_other_failure_is_said_and_logged_and_what_was_checked_stays(scripted, caplog):
    chain = scripted([Partial("Two.", ()), ValueError("secret detail")])
    with caplog.at_level(logging.ERROR, logger="ui.conversation"):
        assert last_turns(chain)[-1] == Turn("q", markdown="Two.", note=FAILED)
    assert "secret detail" in caplog.text


@pytest.mark.parametrize("done", [(), (Turn("q", markdown="Done."),)])
def test_stopping_what_does_not_run_changes_nothing(done):
    assert stop(done) == done


def test_stopping_keeps_what_was_checked():
    running = (Turn("a"), Turn("b", markdown="Two.", step="Searching"))
    assert stop(running) == (Turn("a"), Turn("b", markdown="Two.", note=STOPPED))


def test_a_question_without_one_of_its_filters_is_asked_as_it_was_understood(scripted, answer):
    narrowed = Question("q (without: code)", "q", Kind.LIST)
    chain = scripted([answer("An answer.")])
    turn = last_turns(chain, narrowed)[-1]
    assert (turn.question, turn.asked) == ("q (without: code)", narrowed)
    assert chain.asked == [(narrowed, [])]
